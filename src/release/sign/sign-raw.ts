import { join, normalize } from 'node:path'
import { releaseName } from '../../core/attestation/release.ts'
import { equalBytes } from '../../core/bytes.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { encodeMessageBundle, parseMessageBundle } from '../../core/message-bundle.ts'
import { checkNotSelfDescribing } from '../../core/raw-signature.ts'
import { encodeCertificatePem, readCertificates } from '../../core/x509/pem.ts'
import type { ArtifactDigest, NewFile } from '../ports.ts'
import { placeOfRelease } from '../release-place.ts'
import { certificatesSuffix, type RawKind, sidecarPath } from '../sidecar-kind.ts'
import { digestOf } from '../verify/find-sidecars.ts'
import type { SignRequest } from './sign-request.ts'
import type { RawPlan, SigningPlan } from './signing-plan.ts'
import type { MadeSidecar, SigningTools } from './signing-tools.ts'

/**
 * @throws ReleaseSigningError `algorithm-mismatch` for a key that signs no digest, `attestation-release-unknown`,
 * `attestation-place-unknown`
 */
export function planRaw(
  kinds: readonly RawKind[],
  request: SignRequest,
  { artifacts, algorithm }: Pick<SigningPlan, 'artifacts' | 'algorithm'>,
): RawPlan {
  if (algorithm.messageType !== 'DIGEST') {
    throw new ReleaseSigningError('algorithm-mismatch', `${kinds.join(' and ')}: ${algorithm.name} signs no digest`, {
      hint: 'Use an RSA or elliptic-curve key for these kinds, or ask for cms and attestation.',
    })
  }
  const { release, directory } = placeOfRelease(request, artifacts, kinds.join(' and '))
  return { kinds, certificates: join(directory, releaseName(release) + certificatesSuffix) }
}

/** Every place that these kinds take, with what may be replaced there. */
export function rawPlaces(
  { kinds, certificates }: RawPlan,
  artifacts: readonly string[],
  directory: string | undefined,
) {
  const places = kinds.flatMap((kind) =>
    artifacts.map((artifact) => ({ path: sidecarPath(artifact, kind, directory), parse: parsers[kind], artifact })),
  )
  const parse = (bytes: Uint8Array) => readCertificates(bytes, certificates)
  return [...places, { path: certificates, parse, artifact: 'the certificates' }]
}

const parsers: Readonly<Record<RawKind, (bytes: Uint8Array) => unknown>> = {
  // A bare signature tells nothing of whose it is.
  signature: () => {
    throw new ReleaseSigningError('file-unwritable', 'a signature is there already, and may be anybody’s')
  },
  'message-bundle': parseMessageBundle,
}

/** @throws ReleaseSigningError `artifact-self-describing`, for the first artifact whose bytes are never signed as such */
export const checkRawArtifacts = (artifacts: readonly ArtifactDigest[]): void =>
  artifacts.forEach(checkNotSelfDescribing)

/**
 * Signs an artifact's own bytes, once for all raw kinds, and checks what came back by reading the artifact again.
 *
 * @throws ReleaseSigningError what the key service says, or `self-check-failed`
 */
export async function signRaw(
  { kinds }: RawPlan,
  artifact: ArtifactDigest,
  { plan, ports, outputDirectory }: SigningTools,
): Promise<readonly MadeSidecar[]> {
  const { algorithm, chain } = plan
  checkNotSelfDescribing(artifact)
  const digest = digestOf(artifact, algorithm.hash)
  const { signature, requestId } = await ports.signer.signDigest(algorithm, digest)
  const checked = await ports.files.checkSignatures(artifact.path, signature, [
    { algorithm, key: chain.leaf.publicKey.key },
  ])
  const { sha256 } = artifact.digests
  if (checked.valid[0] !== true || sha256 === undefined || !equalBytes(checked.sha256, sha256)) {
    throw new ReleaseSigningError('self-check-failed', `${artifact.path}: the signature just made does not verify`, {
      hint: 'Nothing was written. The key service answered with a wrong signature, or the artifact changed meanwhile.',
    })
  }
  const bytes: Readonly<Record<RawKind, Uint8Array>> = {
    signature,
    'message-bundle': encodeMessageBundle({ hash: algorithm.hash.name, digest, signature }),
  }
  return kinds.map((kind, i) => ({
    artifact: artifact.path,
    sidecar: { path: normalize(sidecarPath(artifact.path, kind, outputDirectory)), bytes: bytes[kind] },
    // One call for all of them.
    requestId: i === 0 ? requestId : undefined,
  }))
}

/** Leaf first, without the root. */
export const certificatesFile = ({ certificates }: RawPlan, { chain }: SigningPlan): NewFile => ({
  path: certificates,
  bytes: encodeCertificatePem([chain.leaf, ...chain.intermediates].map(({ der }) => der)),
})
