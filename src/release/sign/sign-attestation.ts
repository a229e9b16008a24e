import { basename, join } from 'node:path'
import type { SignatureAlgorithm } from '../../core/algorithm.ts'
import { checkDigests, createSubjectIndex, parseAttestation } from '../../core/attestation/attestation.ts'
import { encodeBundle } from '../../core/attestation/bundle.ts'
import { preAuthenticationEncoding } from '../../core/attestation/envelope.ts'
import { attestationName } from '../../core/attestation/release.ts'
import { encodeStatement, isPackageId, subject } from '../../core/attestation/statement.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { Certificate } from '../../core/x509/certificate.ts'
import type { ArtifactDigest, NamedDigests, NewFile } from '../ports.ts'
import { placeOfRelease } from '../release-place.ts'
import type { SignRequest } from './sign-request.ts'
import type { AttestationPlan, SigningPlan } from './signing-plan.ts'
import type { SigningTools } from './signing-tools.ts'

export { parseAttestation }

/**
 * Checks all that can be checked of the attestation without a digest: release, names, number, size, and where it goes.
 *
 * @throws ReleaseSigningError `attestation-release-unknown`, `repository-invalid`, `tag-invalid`,
 * `attestation-place-unknown`, `attestation-too-large`, or what is wrong with a name
 */
export function planAttestation(
  request: SignRequest,
  { artifacts, unseen }: Pick<SigningPlan, 'artifacts' | 'unseen'>,
  leaf: Certificate,
  algorithm: SignatureAlgorithm,
): AttestationPlan {
  const { repositoryId: packageId } = request
  const places = artifacts.length > 0 ? artifacts : unseen.map(({ path }) => path)
  const { release, directory } = placeOfRelease(request, places, 'an attestation')
  if (packageId !== undefined && !isPackageId(packageId)) {
    throw new ReleaseSigningError('input-invalid', `repository-id ${JSON.stringify(packageId)} is not an id`)
  }
  const plan: AttestationPlan = {
    path: join(directory, attestationName(release)),
    release,
    packageId,
    form: request.attestationCertificates,
    warnings: identityWarnings(leaf),
  }
  // Digests of the right length, so that the size is right.
  const seen = artifacts.map((path) => ({ path, digests: { sha256: new Uint8Array(32) } }))
  checkSize(signedForm(plan, [...seen, ...unseen], leaf), algorithm)
  return plan
}

/** The only kinds of name that cosign knows a signer by. */
function identityWarnings({ extensions }: Certificate): readonly string[] {
  const names = extensions.subjectAlternativeName ?? []
  if (names.some(({ kind }) => kind === 'uri' || kind === 'email')) return []
  return [
    'the signing certificate has neither a URI nor an email address among its subject alternative names: cosign will not verify the attestation',
  ]
}

function signedForm({ release, packageId }: AttestationPlan, artifacts: readonly NamedDigests[], leaf: Certificate) {
  const subjects = artifacts.map(({ path, digests }) => subject(basename(path), digests))
  const payload = encodeStatement({ release, packageId, certificateSha256: leaf.sha256, subjects })
  return { payload, message: preAuthenticationEncoding(payload) }
}

function checkSize({ message }: ReturnType<typeof signedForm>, { messageType, name }: SignatureAlgorithm): void {
  if (messageType !== 'RAW' || message.length <= limits.rawMessageBytes) return
  throw new ReleaseSigningError(
    'attestation-too-large',
    `the attestation would have ${message.length} bytes to sign, and AWS KMS takes ${limits.rawMessageBytes} under ${name}`,
    { hint: 'Put the artifacts into fewer archives, sign with cms alone, or use a key of another kind.' },
  )
}

/** An attestation that was made, and verified, but is not written yet. */
export interface MadeAttestation {
  readonly file: NewFile
  readonly requestId: string | undefined
}

/**
 * Makes the release's one attestation with one signature.
 *
 * @throws ReleaseSigningError what the key service or a time-stamp server says, or `self-check-failed`
 */
export async function signAttestation(
  attestation: AttestationPlan,
  files: readonly ArtifactDigest[],
  { plan, ports, stamper, check }: SigningTools,
): Promise<MadeAttestation> {
  const { chain, algorithm, unseen } = plan
  const artifacts: readonly NamedDigests[] = [...files, ...unseen]
  const { payload, message } = signedForm(attestation, [...files.map(sha256Of), ...unseen], chain.leaf)
  const { signature, requestId } = await ports.signer.sign(algorithm, message)
  const stamp = await stamper.stamp(signature)
  const others = attestation.form === 'chain' ? chain.intermediates : []
  const bytes = encodeBundle({
    certificates: [chain.leaf, ...others].map(({ der }) => der),
    form: attestation.form,
    timeStampResponse: stamp?.response,
    envelope: { payload, signature },
  })
  check(attestation.path, () => {
    const { sidecar, statement } = parseAttestation(bytes)
    const subjectNamed = createSubjectIndex(statement)
    for (const { path, digests } of artifacts) {
      const listed = subjectNamed(basename(path))
      if (listed === undefined)
        throw new ReleaseSigningError('subject-unknown', `the attestation does not list ${path}`)
      checkDigests(listed, digests)
    }
    // With the leaf alone, a verifier has the intermediates from elsewhere.
    return attestation.form === 'leaf'
      ? { ...sidecar, certificates: chain.intermediates.map(({ der }) => der) }
      : sidecar
  })
  return { file: { path: attestation.path, bytes }, requestId }
}

/** What a statement says of a file that is at hand. */
function sha256Of({ path, digests: { sha256 } }: ArtifactDigest): NamedDigests {
  if (sha256 === undefined) throw new ReleaseSigningError('internal', `${path} was not digested with sha256`)
  return { path, digests: { sha256 } }
}
