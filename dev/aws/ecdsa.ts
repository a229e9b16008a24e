// ECDSA over a digest made elsewhere, which node:crypto does not offer. For the stand-in alone: not constant in time.
import { createECDH, type KeyObject } from 'node:crypto'
import type { ECDSA } from '@noble/curves/abstract/weierstrass.js'
import { p256, p384, p521 } from '@noble/curves/nist.js'
import { secp256k1 } from '@noble/curves/secp256k1.js'
import { integer, sequence } from '../../src/core/der/writer.ts'

/** By their JWK names. */
const curves: ReadonlyMap<string, { readonly curve: ECDSA; readonly opensslName: string }> = new Map([
  ['P-256', { curve: p256, opensslName: 'prime256v1' }],
  ['P-384', { curve: p384, opensslName: 'secp384r1' }],
  ['P-521', { curve: p521, opensslName: 'secp521r1' }],
  ['secp256k1', { curve: secp256k1, opensslName: 'secp256k1' }],
])

/**
 * OpenSSL multiplies the nonce by the base point, many times as fast as JavaScript does.
 *
 * @returns an ECDSA-Sig-Value (RFC 3279 section 2.2.3), DER
 */
export function ecdsaSignDigest(key: KeyObject, digest: Uint8Array): Uint8Array {
  const jwk = key.export({ format: 'jwk' })
  const { curve, opensslName } = curveOf(jwk.crv)
  const order = curve.Point.Fn
  const secret = fromBytes(fromBase64url(jwk.d))
  const ecdh = createECDH(opensslName)
  for (;;) {
    const point = ecdh.generateKeys()
    const r = order.create(fromBytes(point.subarray(1, 1 + (point.length - 1) / 2)))
    const nonce = order.inv(fromBytes(ecdh.getPrivateKey()))
    const s = order.mul(nonce, order.add(order.create(fromBytes(digest)), order.mul(r, secret)))
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s))
  }
}

export function ecdsaVerifyDigest(key: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const jwk = key.export({ format: 'jwk' })
  const point = Buffer.concat([Buffer.of(4), fromBase64url(jwk.x), fromBase64url(jwk.y)])
  try {
    return curveOf(jwk.crv).curve.verify(signature, digest, point, { prehash: false, lowS: false, format: 'der' })
  } catch {
    // Whatever is no ECDSA-Sig-Value is no signature.
    return false
  }
}

function curveOf(name: string | undefined) {
  const found = curves.get(name ?? '')
  if (found === undefined) throw new Error(`curve ${name} is not known to the stand-in`)
  return found
}

const fromBytes = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
const fromBase64url = (text: string | undefined): Buffer => Buffer.from(text ?? '', 'base64url')
