import { dirname, join, normalize } from 'node:path'
import { signatureAlgorithms } from '../../core/algorithm.ts'
import { equalBytes } from '../../core/bytes.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { Sidecar } from '../../core/sidecar.ts'
import { refusalResult } from '../../core/verification-result.ts'
import type { SidecarVerifier } from '../../core/verify-sidecar.ts'
import { type Certificate, parseCertificate } from '../../core/x509/certificate.ts'
import { readCertificates } from '../../core/x509/pem.ts'
import { commonDirectory } from '../common-directory.ts'
import type { ArtifactDigest, Files, SignatureCandidate } from '../ports.ts'
import { certificatesSuffix } from '../sidecar-kind.ts'
import type { SignatureJudge } from './judge-raw.ts'
import { certificatesOf } from './verify-policy.ts'
import type { VerifyRequest } from './verify-request.ts'

/** A certificate whose key may have signed, under one algorithm. */
interface Candidate extends SignatureCandidate {
  readonly leaf: Certificate
}

/**
 * By the certificates that lie beside the artifacts or were given, each of which must reach a pinned root.
 *
 * @throws ReleaseSigningError why a file of certificates cannot be read
 */
export async function createCertificateSignatureJudge(
  artifacts: readonly string[],
  request: VerifyRequest,
  files: Files,
  verify: SidecarVerifier,
): Promise<SignatureJudge> {
  const certificates = await findCertificates(artifacts, request, files)
  const candidates = candidatesAmong(certificates)
  return async (signature, artifact) => {
    try {
      const signers = await signersOf(signature, artifact)
      const results = signers.map(({ leaf, algorithm }) =>
        verify(() => rawSidecar(leaf, algorithm, signature, certificates)),
      )
      const result = results.find(({ verified }) => verified) ?? results[0]
      if (result !== undefined) return result
      throw new ReleaseSigningError(
        'signature-invalid',
        'the signature is not one by a key of the certificates at hand',
        {
          hint: 'Get artifact, signature and certificates again from the release.',
        },
      )
    } catch (error) {
      return refusalResult(error)
    }
  }

  async function signersOf(signature: Uint8Array, artifact: ArtifactDigest): Promise<readonly Candidate[]> {
    if (candidates.length === 0) {
      throw new ReleaseSigningError('raw-certificate-missing', "the signer's certificate is not there", {
        hint: `Get the file ending in ${certificatesSuffix} from the release, or give the certificate with intermediates.`,
      })
    }
    const { sha256, valid } = await files.checkSignatures(artifact.path, signature, candidates)
    if (artifact.digests.sha256 === undefined || !equalBytes(sha256, artifact.digests.sha256)) {
      throw new ReleaseSigningError('file-changed', `${artifact.path} changed while it was verified`)
    }
    return candidates.filter((_, i) => valid[i] === true)
  }
}

const rawSidecar = (
  leaf: Certificate,
  algorithm: Candidate['algorithm'],
  signature: Uint8Array,
  certificates: readonly Uint8Array[],
): Sidecar => ({
  leaf: leaf.der,
  certificates,
  algorithm,
  signedForm: new Uint8Array(),
  isSignedBy: ({ sha256 }) => sha256 === leaf.sha256,
  signature,
  timestampToken: undefined,
  // What is signed is the artifact itself.
  checkContent: () => {},
})

/** In the directory for sidecars, else beside each artifact and in their nearest common folder; and those that were given. */
async function findCertificates(
  artifacts: readonly string[],
  { sidecarDirectory, intermediates }: VerifyRequest,
  files: Files,
): Promise<readonly Uint8Array[]> {
  const common = commonDirectory(artifacts)
  const directories =
    sidecarDirectory === undefined
      ? [...(common === undefined ? [] : [common]), ...artifacts.map((path) => dirname(normalize(path)))]
      : [sidecarDirectory]
  const found = [...certificatesOf(intermediates)]
  for (const directory of new Set(directories)) {
    for (const name of await files.list(directory)) {
      if (!name.endsWith(certificatesSuffix) || name.startsWith('.')) continue
      const path = join(directory, name)
      found.push(...readCertificates(await files.read(path, limits.certificateFileBytes), path))
    }
  }
  return found
}

/** Of every certificate that is none of a CA, each algorithm that its key signs a digest with. */
function candidatesAmong(certificates: readonly Uint8Array[]): readonly Candidate[] {
  const leaves = new Map<string, Certificate>()
  for (const der of certificates) {
    const certificate = readable(der)
    if (certificate !== undefined && certificate.extensions.basicConstraints?.ca !== true) {
      leaves.set(certificate.sha256, certificate)
    }
  }
  const candidates = [...leaves.values()].flatMap((leaf) => {
    const { keySpec, key } = leaf.publicKey
    return signatureAlgorithms
      .filter(({ messageType, keySpecs }) => messageType === 'DIGEST' && keySpecs.some((spec) => spec === keySpec))
      .map((algorithm) => ({ leaf, algorithm, key }))
  })
  if (candidates.length > limits.rawSignatureChecks) {
    throw new ReleaseSigningError('limit-exceeded', 'too many certificates that a signature could be by', {
      hint: `Leave the one file ending in ${certificatesSuffix} of the release, and no other.`,
    })
  }
  return candidates
}

/** A broken certificate among them spoils nothing: it is material, and signs for nobody. */
function readable(der: Uint8Array): Certificate | undefined {
  try {
    return parseCertificate(der)
  } catch (error) {
    if (error instanceof ReleaseSigningError) return undefined
    throw error
  }
}
