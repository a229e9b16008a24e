// ML-DSA over a message representative mu made elsewhere (FIPS 204 section 6.2), which node:crypto does not offer.
import type { KeyObject } from 'node:crypto'
import { ml_dsa44, ml_dsa65, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js'

/** By the JWK names of their keys. */
const parameterSets = new Map([
  ['ML-DSA-44', ml_dsa44],
  ['ML-DSA-65', ml_dsa65],
  ['ML-DSA-87', ml_dsa87],
])

export function mlDsaSignMu(key: KeyObject, mu: Uint8Array): Uint8Array {
  const { parameters, keys } = open(key)
  return parameters.internal.sign(mu, keys.secretKey, { externalMu: true })
}

export function mlDsaVerifyMu(key: KeyObject, mu: Uint8Array, signature: Uint8Array): boolean {
  const { parameters, keys } = open(key)
  return parameters.internal.verify(signature, mu, keys.publicKey, { externalMu: true })
}

/** A private key in JWK form is its seed. */
function open(privateKey: KeyObject) {
  const { alg, priv }: { kty?: string; alg?: string; priv?: unknown } = privateKey.export({ format: 'jwk' })
  const parameters = parameterSets.get(alg ?? '')
  if (parameters === undefined) throw new Error(`${alg} is not known to the stand-in`)
  return { parameters, keys: parameters.keygen(Buffer.from(String(priv), 'base64url')) }
}
