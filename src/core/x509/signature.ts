import type { SignatureAlgorithm } from '../algorithm.ts'
import { verifySignature } from '../crypto.ts'
import type { PublicKey } from './public-key.ts'

/** A certificate or CRL, as far as its signature goes. */
export interface Signed {
  readonly tbs: Uint8Array
  readonly signatureAlgorithm: SignatureAlgorithm | undefined
  readonly signature: Uint8Array
}

const keyTypes: Readonly<Record<SignatureAlgorithm['scheme'], PublicKey['type']>> = {
  'rsa-pkcs1': 'rsa',
  'rsa-pss': 'rsa',
  ecdsa: 'ec',
  ed25519: 'ed25519',
  'ml-dsa': 'ml-dsa',
}

/**
 * Whether a key makes signatures under this algorithm. Any hash goes with any RSA or elliptic-curve key; the parameter
 * sets of ML-DSA are algorithms of their own.
 */
export const fitsKey = ({ scheme, keySpecs }: SignatureAlgorithm, { type, keySpec }: PublicKey): boolean =>
  keyTypes[scheme] === type && (type !== 'ml-dsa' || (keySpec !== undefined && keySpecs.includes(keySpec)))

/** RFC 5280 section 6.1.3 (a)(1); false as well for an algorithm that is not accepted or not one of the key. */
export const isSignedBy = ({ tbs, signatureAlgorithm, signature }: Signed, key: PublicKey): boolean =>
  signatureAlgorithm !== undefined &&
  fitsKey(signatureAlgorithm, key) &&
  verifySignature(signatureAlgorithm, key.key, tbs, signature)
