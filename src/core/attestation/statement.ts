import { type Digests, type Hash, type HashName, hashes, hexDigests } from '../algorithm.ts'
import { checkNamesApart } from '../artifact-name.ts'
import { compareBytes, utf8 } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { parseJson } from './json.ts'
import { type JsonFields, jsonFields } from './json-fields.ts'
import { packageUrl, type Release, releaseOfPackageUrl } from './release.ts'

const statementType = 'https://in-toto.io/Statement/v1'
/** Version 0.2 by its changelog; the examples of the specification still print v0.1. */
export const predicateType = 'https://in-toto.io/attestation/release/v0.2'
/** Ties the statement to the certificate that was meant to stand beside it. */
export const certificateField = 'kmsReleaseSigningCertificateSha256'

/** One artifact of the release. */
export interface Subject {
  /** The artifact's base name as it was when it was signed. */
  readonly name: string
  /** Lower-case hexadecimal digests by hash; never none. SHA-256 lacks only where the signer knew another one alone. */
  readonly digests: Readonly<Partial<Record<HashName, string>>>
}

/** What a release's attestation says (in-toto Statement v1, predicate release v0.2). */
export interface Statement {
  readonly release: Release
  /** The repository's id, which stays when it is renamed. */
  readonly packageId: string | undefined
  /** Lower-case hexadecimal SHA-256 of the signing certificate. */
  readonly certificateSha256: string
  /** By name, in the order of their UTF-8 bytes. */
  readonly subjects: readonly Subject[]
}

/**
 * The JSON that is signed.
 *
 * @throws ReleaseSigningError `subject-name-invalid`, `names-collide` or `attestation-too-large`
 */
export function encodeStatement({ release, packageId, certificateSha256, subjects }: Statement): Uint8Array {
  checkSubjects(subjects)
  const sorted = [...subjects].sort((a, b) => compareBytes(utf8(a.name), utf8(b.name)))
  const statement = {
    _type: statementType,
    subject: sorted.map(({ name, digests }) => ({ name, digest: digests })),
    predicateType,
    predicate: {
      purl: packageUrl(release),
      ...(packageId === undefined ? {} : { packageId }),
      [certificateField]: certificateSha256,
    },
  }
  return utf8(JSON.stringify(statement))
}

const what = 'attestation: statement'
const code = 'attestation-invalid'

/**
 * Reads a statement of our profile. Members that are not known are passed over, as in-toto asks; none of them can
 * change what the others mean.
 *
 * @throws ReleaseSigningError `json-invalid`, `attestation-invalid`, `package-url-invalid`, `subject-name-invalid`,
 * `names-collide` or `attestation-too-large`
 */
export function parseStatement(payload: Uint8Array): Statement {
  const statement = jsonFields(parseJson(payload, what), what, code)
  exact(statement, '_type', statementType)
  exact(statement, 'predicateType', predicateType)
  const predicate = statement.object('predicate')
  const subjects = statement.objects('subject').map(parseSubject)
  checkSubjects(subjects)
  const packageId = predicate.optionalText('packageId')
  if (packageId !== undefined && !isPackageId(packageId)) throw invalid('packageId is not an id')
  return {
    release: releaseOfPackageUrl(predicate.text('purl')),
    packageId,
    certificateSha256: digestText(predicate.text(certificateField), 32, certificateField),
    subjects,
  }
}

/** A number at GitHub; any short word of printable ASCII elsewhere. */
export const isPackageId = (text: string): boolean => /^[\x21-\x7e]{1,64}$/.test(text)

const invalid = (problem: string) => new ReleaseSigningError(code, `${what}: ${problem}`)

function exact(fields: JsonFields, name: string, expected: string): void {
  const value = fields.text(name)
  if (value !== expected) throw invalid(`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`)
}

function digestText(value: string, length: number, name: string): string {
  if (value.length !== 2 * length || !/^[0-9a-f]*$/.test(value)) throw invalid(`${name} is not a digest in lower case`)
  return value
}

function parseSubject(fields: JsonFields): Subject {
  const digest = fields.object('digest')
  const read = ({ name, length }: Hash) =>
    digest.has(name) ? [[name, digestText(digest.text(name), length, name)]] : []
  const digests: Partial<Record<HashName, string>> = Object.fromEntries(hashes.flatMap(read))
  const name = fields.text('name')
  if (Object.keys(digests).length === 0) throw invalid(`subject ${JSON.stringify(name)} has no digest that is known`)
  return { name, digests }
}

/**
 * Refuses what could not be told apart once the release is downloaded, before anything is signed and when it is read.
 *
 * @throws ReleaseSigningError `subject-name-invalid`, `names-collide` or `attestation-too-large`
 */
function checkSubjects(subjects: readonly Pick<Subject, 'name'>[]): void {
  if (subjects.length === 0) throw invalid('it has no subject')
  if (subjects.length > limits.subjects) {
    throw new ReleaseSigningError(
      'attestation-too-large',
      `attestation: ${subjects.length} artifacts, at most ${limits.subjects} fit into one statement`,
      { hint: 'Put the artifacts into fewer archives, or sign with cms alone.' },
    )
  }
  for (const { name } of subjects) checkName(name)
  checkNamesApart(subjects.map(({ name }) => name))
}

function checkName(name: string): void {
  const bad = name === '' || name === '.' || name === '..' || !name.isWellFormed() || /[\p{Cc}/]/u.test(name)
  if (bad || utf8(name).length > 255) {
    throw new ReleaseSigningError(
      'subject-name-invalid',
      `attestation: ${JSON.stringify(name)} cannot name an artifact`,
      {
        hint: 'Names may not be empty, longer than 255 bytes, or hold control characters.',
      },
    )
  }
}

/** A subject from raw digests. */
export const subject = (name: string, digests: Digests): Subject => ({ name, digests: hexDigests(digests) })
