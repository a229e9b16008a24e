import { algorithmForKey, type SignatureAlgorithm } from '../core/algorithm.ts'
import { verifySignature } from '../core/crypto.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { encodeSigned } from '../core/x509/encode/signed.ts'
import { type PublicKey, parsePublicKey } from '../core/x509/public-key.ts'
import type { Signer } from '../release/ports.ts'

/** A key in its service, and how it signs here. */
export interface SigningKey {
  /** ARN. */
  readonly keyId: string
  readonly publicKey: PublicKey
  readonly algorithm: SignatureAlgorithm
  /**
   * Signs a structure and puts it together. The signature is checked before it is used.
   *
   * @param toBeSigned DER of what stands first in the structure
   * @throws ReleaseSigningError `limit-exceeded`, `self-check-failed`, or what the service refuses
   */
  sign(toBeSigned: Uint8Array): Promise<SignedStructure>
}

export interface SignedStructure {
  readonly der: Uint8Array
  /** The service's id of the request, for its audit log. */
  readonly requestId: string | undefined
}

/**
 * Asks for the key, once.
 *
 * @param asked AWS KMS's name of an algorithm; undefined: the key's first
 * @throws ReleaseSigningError `algorithm-unknown`, `algorithm-mismatch`, `key-…` or what the service refuses
 */
export async function openSigningKey(signer: Signer, asked: string | undefined): Promise<SigningKey> {
  const { keyId, spec, publicKey: spki } = await signer.describe()
  const algorithm = algorithmForKey(spec, asked)
  const publicKey = parsePublicKey(spki, `key ${keyId}`)
  return {
    keyId,
    publicKey,
    algorithm,
    async sign(toBeSigned) {
      checkLength(algorithm, toBeSigned)
      const { signature, requestId } = await signer.sign(algorithm, toBeSigned)
      if (!verifySignature(algorithm, publicKey.key, toBeSigned, signature)) {
        throw new ReleaseSigningError('self-check-failed', `the signature that ${keyId} made is not one of its own`, {
          hint: 'Nothing was written. Was an alias pointed to another key meanwhile?',
        })
      }
      return { der: encodeSigned(toBeSigned, algorithm, signature), requestId }
    },
  }
}

function checkLength({ messageType, name }: SignatureAlgorithm, toBeSigned: Uint8Array): void {
  if (messageType !== 'RAW' || toBeSigned.length <= limits.rawMessageBytes) return
  throw new ReleaseSigningError(
    'limit-exceeded',
    `${toBeSigned.length} bytes are to be signed, and ${name} takes at most ${limits.rawMessageBytes} in AWS KMS`,
    { hint: 'A CA that is to live long needs a key that signs digests: RSA, ECC_NIST_… or ML_DSA_….' },
  )
}
