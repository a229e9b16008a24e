import type { KeyObject } from 'node:crypto'
import type { SignatureAlgorithm } from '../src/core/algorithm.ts'
import { ecdsaSignDigest } from './aws/ecdsa.ts'
import { pkcs1SignDigest, pssSignDigest } from './aws/rsa.ts'

/** Signs a digest that was made elsewhere, as AWS KMS does. */
export function signDigest(key: KeyObject, { scheme, hash }: SignatureAlgorithm, digest: Uint8Array): Uint8Array {
  switch (scheme) {
    case 'ecdsa':
      return ecdsaSignDigest(key, digest)
    case 'rsa-pkcs1':
      return pkcs1SignDigest(key, hash.name, digest)
    case 'rsa-pss':
      return pssSignDigest(key, hash.name, digest)
    default:
      throw new Error(`${scheme} signs no digest`)
  }
}
