// The only file of core/ that imports node:crypto; a browser build swaps it.
import { constants, createHash, createPublicKey, createVerify, hash, type KeyObject, verify } from 'node:crypto'
import type { HashName, SignatureAlgorithm } from './algorithm.ts'
import { bytesToHex, concatBytes } from './bytes.ts'

export function digest(name: HashName, ...parts: readonly Uint8Array[]): Uint8Array {
  const [first = new Uint8Array()] = parts
  // In one go: a Hash object would live until the next full garbage collection.
  return hash(name, parts.length < 2 ? first : concatBytes(...parts), 'buffer')
}

/**
 * The SHA-1 by which an RFC 2634 ESSCertID names a certificate (RFC 5816 section 2.2.1): it tells one certificate from
 * another and is never believed as a signature's digest, so it is no row of the algorithm table.
 */
export const sha1Identification = (bytes: Uint8Array): Uint8Array => hash('sha1', bytes, 'buffer')

/** Lower-case hexadecimal. */
export const sha256Hex = (bytes: Uint8Array): string => bytesToHex(digest('sha256', bytes))

/**
 * The message representative mu of pure ML-DSA with an empty context (FIPS 204 algorithm 7, steps 6 and before), which is
 * signed in the message's place where the key is elsewhere.
 *
 * @param publicKey its octets, without the SubjectPublicKeyInfo around them
 */
export function mlDsaMessageRepresentative(publicKey: Uint8Array, message: Uint8Array): Uint8Array {
  const shake = () => createHash('shake256', { outputLength: 64 })
  const keyHash = shake().update(publicKey).digest()
  return shake().update(keyHash).update(Uint8Array.of(0, 0)).update(message).digest()
}

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
    return verify(hashFor(algorithm), message, { key, ...schemeOptions(algorithm) }, signature)
  } catch {
    // A malformed signature or key makes OpenSSL throw: it does not verify.
    return false
  }
}

/** The same over a message that comes in parts; for the schemes that hash it. */
export interface StreamedVerification {
  update(part: Uint8Array): void
  /** Once, after the last part. */
  verify(key: VerificationKey, signature: Uint8Array): boolean
}

export function verifyStreamed(algorithm: SignatureAlgorithm): StreamedVerification {
  const state = createVerify(algorithm.hash.name)
  return {
    update: (part) => {
      state.update(part)
    },
    verify(key, signature) {
      try {
        return state.verify({ key, ...schemeOptions(algorithm) }, signature)
      } catch {
        return false
      }
    },
  }
}

/** Null for the schemes that take the message whole. */
function hashFor({ scheme, hash }: SignatureAlgorithm): HashName | null {
  return scheme === 'ed25519' || scheme === 'ml-dsa' ? null : hash.name
}

function schemeOptions(algorithm: SignatureAlgorithm): object {
  switch (algorithm.scheme) {
    case 'rsa-pkcs1':
      return { padding: constants.RSA_PKCS1_PADDING }
    case 'rsa-pss':
      return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: algorithm.hash.length }
    case 'ecdsa':
      return { dsaEncoding: 'der' }
    case 'ed25519':
    case 'ml-dsa':
      return {}
  }
}
