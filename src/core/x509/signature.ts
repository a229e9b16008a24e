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
}

/** Whether keys of this type make signatures under this algorithm. */
export const fitsKey = (algorithm: SignatureAlgorithm, key: PublicKey): boolean =>
  keyTypes[algorithm.scheme] === key.type

/** RFC 5280 section 6.1.3 (a)(1); false as well for an algorithm that is not accepted or not one of the key. */
export const isSignedBy = ({ tbs, signatureAlgorithm, signature }: Signed, key: PublicKey): boolean =>
  signatureAlgorithm !== undefined &&
  fitsKey(signatureAlgorithm, key) &&
  verifySignature(signatureAlgorithm, key.key, tbs, signature)
