// The only file of core/ that imports node:crypto; a browser build swaps it.
import { constants, createHash, createPublicKey, type KeyObject, verify } from 'node:crypto'
import type { HashName, SignatureAlgorithm } from './algorithm.ts'
import { bytesToHex } from './bytes.ts'

export function digest(hash: HashName, ...parts: readonly Uint8Array[]): Uint8Array {
  const state = createHash(hash)
  for (const part of parts) state.update(part)
  return state.digest()
}

/**
 * The SHA-1 by which an RFC 2634 ESSCertID names a certificate (RFC 5816 section 2.2.1): it tells one certificate from
 * another and is never believed as a signature's digest, so it is no row of the algorithm table.
 */
export const sha1Identification = (bytes: Uint8Array): Uint8Array => createHash('sha1').update(bytes).digest()

/** Lower-case hexadecimal. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(digest('sha256', bytes))

/** A key as node:crypto holds it. */
export type VerificationKey = KeyObject

/**
 * @param spki SubjectPublicKeyInfo, DER
 * @returns undefined when it is no key (a point off its curve, say)
 */
export function importPublicKey(spki: Uint8Array): VerificationKey | undefined {
  try {
    return createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

/**
 * Whether `signature` is one over `message` by `key` under `algorithm`. The caller has made sure that key and algorithm
 * fit each other. ECDSA signatures must be strict DER, which OpenSSL underneath enforces; the PSS salt must be as long
 * as the digest.
 */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  key: VerificationKey,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  try {
    return verify(algorithm.hash.name, message, { key, ...schemeOptions(algorithm) }, signature)
  } catch {
    // A malformed signature or key makes OpenSSL throw: it does not verify.
    return false
  }
}

function schemeOptions(algorithm: SignatureAlgorithm): object {
  switch (algorithm.scheme) {
    case 'rsa-pkcs1':
      return { padding: constants.RSA_PKCS1_PADDING }
    case 'rsa-pss':
      return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.hash.length }
    case 'ecdsa':
      return { dsaEncoding: 'der' }
  }
}
