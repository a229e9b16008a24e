import { type Digests, type HashName, hashes } from '../algorithm.ts'
import { githubAssetName } from '../artifact-name.ts'
import { bytesToHex } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import type { Sidecar } from '../sidecar.ts'
import { tokenOfResponse } from '../timestamp/response.ts'
import { certificateReference } from '../x509/certificate.ts'
import { parseBundle } from './bundle.ts'
import { preAuthenticationEncoding } from './envelope.ts'
import { type Repository, repositoryText } from './release.ts'
import { parseStatement, type Statement, type Subject } from './statement.ts'

/** An attestation, read but not verified: nothing in it is to be believed yet. */
export interface Attestation {
  /** For the decision on signature, time, path and identity. */
  readonly sidecar: Sidecar
  readonly statement: Statement
}

/**
 * Reads an attestation in our profile. Its content is right for a signer when the statement means that signer's very
 * certificate; which artifacts it is about is asked apart.
 *
 * @throws ReleaseSigningError for anything that is not our profile of it
 */
export function parseAttestation(bytes: Uint8Array): Attestation {
  const { certificates, timeStampResponse, envelope } = parseBundle(bytes)
  const statement = parseStatement(envelope.payload)
  const [leaf, ...others] = certificates
  if (leaf === undefined) throw new ReleaseSigningError('attestation-invalid', 'attestation: it has no certificate')
  return {
    statement,
    sidecar: {
      leaf,
      certificates: others,
      algorithm: undefined,
      signedForm: preAuthenticationEncoding(envelope.payload),
      signature: envelope.signature,
      timestampToken: timeStampResponse === undefined ? undefined : tokenOfResponse(timeStampResponse),
      checkContent: (signer) => {
        if (statement.certificateSha256 === signer.sha256) return
        throw new ReleaseSigningError(
          'attestation-certificate-mismatch',
          'attestation: it was made for another certificate than the one beside it',
          { hint: 'The certificate in it was exchanged: get it again.', certificate: certificateReference(signer) },
        )
      },
    },
  }
}

/** Which release an attestation must be of; what is undefined is not asked. */
export interface ExpectedRelease {
  readonly repository?: Repository | undefined
  readonly repositoryId?: string | undefined
  readonly tag?: string | undefined
}

/**
 * Why an attestation is not of the release that was asked for: a finding, since a verified attestation of another
 * release is not a forgery.
 *
 * @returns undefined when it is of that release
 */
export function otherRelease(
  { release, packageId }: Statement,
  expected: ExpectedRelease,
): ReleaseSigningError | undefined {
  const found = repositoryText(release.repository)
  if (expected.repository !== undefined && repositoryText(expected.repository) !== found) {
    return anotherRelease('repository-mismatch', `of repository ${found}, not ${repositoryText(expected.repository)}`)
  }
  if (expected.repositoryId !== undefined && expected.repositoryId !== packageId) {
    const id = packageId === undefined ? 'of no repository id' : `of repository id ${packageId}`
    return anotherRelease('repository-id-mismatch', `${id}, not ${expected.repositoryId}`)
  }
  if (expected.tag !== undefined && expected.tag !== release.tag) {
    return anotherRelease('tag-mismatch', `of tag ${release.tag}, not ${expected.tag}`)
  }
  return undefined
}

const anotherRelease = (
  code: 'repository-mismatch' | 'repository-id-mismatch' | 'tag-mismatch',
  what: string,
): ReleaseSigningError =>
  new ReleaseSigningError(code, `attestation: it is ${what}`, {
    hint: 'These are the files of another release: get those of the one you want, or ask for the one you have.',
  })

/**
 * Finds the subject that an artifact of a base name is: under the name it had when it was signed, or the one GitHub gave
 * it. No two answer to one name, which was checked when the statement was read.
 */
export function createSubjectIndex({ subjects }: Statement): (name: string) => Subject | undefined {
  const byName = new Map(subjects.map((subject) => [subject.name, subject]))
  const byAssetName = new Map(subjects.map((subject) => [githubAssetName(subject.name), subject]))
  return (name) => byName.get(name) ?? byAssetName.get(name) ?? byAssetName.get(githubAssetName(name))
}

/** Hashes that must be computed of an artifact to compare it with the statement. */
export const hashesOf = ({ subjects }: Statement): readonly HashName[] => [
  ...new Set(subjects.flatMap(hashesOfSubject)),
]

/** Hashes by which a statement knows the subject. */
export const hashesOfSubject = ({ digests }: Subject): readonly HashName[] =>
  hashNames.filter((name) => digests[name] !== undefined)

const hashNames: readonly HashName[] = hashes.map(({ name }) => name)

/**
 * Every digest that the statement gives for the subject must be the artifact's.
 *
 * @throws ReleaseSigningError `subject-digest-mismatch`; `internal` when a digest was not computed
 */
export function checkDigests(subject: Subject, digests: Digests): void {
  for (const name of hashNames) {
    if (subject.digests[name] === undefined) continue
    if (digests[name] === undefined) {
      throw new ReleaseSigningError('internal', `the ${name} of ${subject.name} is not there`)
    }
    checkDigest(subject, name, digests[name])
  }
}

/**
 * Compares an artifact of which somebody gave digests in place of the file. Those by the hashes that both sides have
 * must agree; one does, since each of the hashes stands for the file.
 *
 * @throws ReleaseSigningError `subject-digest-mismatch`; `digest-not-given` when they have no hash in common
 */
export function checkGivenDigests(subject: Subject, given: Digests): void {
  const listed = hashesOfSubject(subject)
  const shared = listed.filter((name) => given[name] !== undefined)
  for (const name of shared) checkDigest(subject, name, given[name] ?? new Uint8Array())
  if (shared.length > 0) return
  throw new ReleaseSigningError(
    'digest-not-given',
    `attestation: it has the ${listed.join(' and ')} of ${JSON.stringify(subject.name)}, which was not given`,
    { hint: 'Give the digest by that hash, or the file itself.' },
  )
}

function checkDigest(subject: Subject, hash: HashName, digest: Uint8Array): void {
  if (bytesToHex(digest) === subject.digests[hash]) return
  throw new ReleaseSigningError(
    'subject-digest-mismatch',
    `attestation: the artifact is not ${JSON.stringify(subject.name)} as it was signed: its ${hash} differs`,
    { hint: 'The file was changed or exchanged after the release was signed.' },
  )
}
