import type { SignatureAlgorithm } from '../../core/algorithm.ts'
import { equalBytes } from '../../core/bytes.ts'
import { sha256Hex, verifySignature } from '../../core/crypto.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { TrustedKey } from '../../core/verify-by-key.ts'
import { parsePublicKey } from '../../core/x509/public-key.ts'
import { readPublicKey } from '../../core/x509/public-key-file.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { ArtifactDigest, Files, KeyVerifier } from '../ports.ts'
import { digestOf } from './find-sidecars.ts'
import type { KeyReport } from './verify-report.ts'

/** A key that is trusted by itself, for sidecars and for signatures over an artifact's own bytes. */
export interface ReleaseKey extends TrustedKey {
  readonly report: KeyReport
  /** Whether a signature over the artifact's bytes is one by this key under one of the algorithms. */
  readonly isSignedArtifact: (
    algorithms: readonly SignatureAlgorithm[],
    artifact: ArtifactDigest,
    signature: Uint8Array,
  ) => Promise<boolean>
  /** Artifacts that are worth judging at one time. */
  readonly atOnce: number
  /** What weakens the trust in it; left out: nothing. */
  readonly warnings?: readonly string[]
}

/**
 * A key from a file, asked here.
 *
 * @throws ReleaseSigningError why the file holds no key that can be trusted
 */
export function localKey({ name, bytes }: NamedBytes, files: Files): ReleaseKey {
  const publicKey = readPublicKey(bytes, name)
  return {
    publicKey,
    report: { name, sha256: sha256Hex(publicKey.spki) },
    atOnce: 1,
    isSigned: (algorithm, message, signature) => verifySignature(algorithm, publicKey.key, message, signature),
    async isSignedArtifact(algorithms, artifact, signature) {
      const candidates = algorithms.map((algorithm) => ({ algorithm, key: publicKey.key }))
      const { sha256, valid } = await files.checkSignatures(artifact.path, signature, candidates)
      checkSame(artifact, sha256)
      return valid.includes(true)
    },
    refusal: () =>
      new ReleaseSigningError('signature-invalid', `the signature is not one by the key in ${name}`, {
        hint: 'It was signed with another key, or changed or forged: get the sidecar again, and the key from a source you trust.',
      }),
  }
}

/**
 * A key in a service, which is asked about every signature.
 *
 * @throws ReleaseSigningError why the key cannot be asked
 */
export async function serviceKey(service: KeyVerifier, files: Files): Promise<ReleaseKey> {
  const { keyId, publicKey: spki } = await service.describe()
  const publicKey = parsePublicKey(spki, `key ${keyId}`)
  return {
    publicKey,
    report: { name: keyId, sha256: sha256Hex(spki) },
    atOnce: limits.signaturesAtOnce,
    isSigned: (algorithm, message, signature) => service.verify(algorithm, message, signature),
    async isSignedArtifact(algorithms, artifact, signature) {
      const hashes = new Set(algorithms.map(({ hash }) => hash.name))
      const [read] = await files.digest([artifact.path], ['sha256', ...hashes])
      if (read === undefined) throw new ReleaseSigningError('internal', `${artifact.path} was not digested`)
      checkSame(artifact, read.digests.sha256)
      for (const algorithm of algorithms) {
        if (await service.verifyDigest(algorithm, digestOf(read, algorithm.hash), signature)) return true
      }
      return false
    },
    refusal: () =>
      new ReleaseSigningError('kms-signature-invalid', `AWS KMS says that the signature is not one by key ${keyId}`, {
        hint: 'It was signed with another key, or changed or forged: get the sidecar again, and name the key that signs.',
      }),
  }
}

/** What was looked at first and what the signature is over must be the same file. */
function checkSame({ path, digests }: ArtifactDigest, sha256: Uint8Array | undefined): void {
  if (sha256 !== undefined && digests.sha256 !== undefined && equalBytes(sha256, digests.sha256)) return
  throw new ReleaseSigningError('file-changed', `${path} changed while it was verified`)
}
