import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { readPemOrDer } from './pem.ts'
import { type PublicKey, parsePublicKey } from './public-key.ts'

/**
 * The one public key in a file: SubjectPublicKeyInfo in DER, as KMS GetPublicKey gives it, or in PEM.
 *
 * @param what names the file in errors
 * @throws ReleaseSigningError `private-key-in-input`, `pem-invalid`, `der-invalid`, `key-…` or `limit-exceeded`
 */
export function readPublicKey(bytes: Uint8Array, what: string): PublicKey {
  const [der, another] = readPemOrDer(bytes, 'PUBLIC KEY', what, limits.publicKeyFileBytes)
  if (der === undefined || another !== undefined) {
    throw new ReleaseSigningError('pem-invalid', `${what}: holds more than one public key`, {
      hint: 'Give the one key that signs.',
    })
  }
  const key = parsePublicKey(der, what)
  if (key.keySpec !== undefined) return key
  throw new ReleaseSigningError('key-unsupported', `${what}: AWS KMS has no key of this kind (${key.bits} bits)`, {
    hint: 'Give the key that `aws kms get-public-key` prints for the signing key.',
  })
}
