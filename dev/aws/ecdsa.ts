// ECDSA over a digest made elsewhere, which node:crypto does not offer. For the stand-in alone: not constant in time.
import { createECDH, type KeyObject } from 'node:crypto'
import { integerOf } from '../../src/core/der/fields.ts'
import { parseDer } from '../../src/core/der/reader.ts'
import { integer, sequence } from '../../src/core/der/writer.ts'

interface Curve {
  /** As OpenSSL calls it. */
  readonly name: string
  /** Prime of the field. */
  readonly p: bigint
  /** Coefficient a of y² = x³ + ax + b. */
  readonly a: bigint
  /** Order of the base point. */
  readonly n: bigint
}

interface Point {
  readonly x: bigint
  readonly y: bigint
}

const p256 = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n
const p384 = 2n ** 384n - 2n ** 128n - 2n ** 96n + 2n ** 32n - 1n
const p521 = 2n ** 521n - 1n

/** By their JWK names. FIPS 186-4 appendix D.1.2; SEC 2 section 2.4.1. */
const curves: ReadonlyMap<string, Curve> = new Map([
  [
    'P-256',
    { name: 'prime256v1', p: p256, a: -3n, n: 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n },
  ],
  [
    'P-384',
    {
      name: 'secp384r1',
      p: p384,
      a: -3n,
      n: 0xffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973n,
    },
  ],
  [
    'P-521',
    {
      name: 'secp521r1',
      p: p521,
      a: -3n,
      n: 0x1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409n,
    },
  ],
  [
    'secp256k1',
    {
      name: 'secp256k1',
      p: 2n ** 256n - 2n ** 32n - 977n,
      a: 0n,
      n: 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n,
    },
  ],
])

/** @returns an ECDSA-Sig-Value (RFC 3279 section 2.2.3), DER */
export function ecdsaSignDigest(key: KeyObject, digest: Uint8Array): Uint8Array {
  const jwk = key.export({ format: 'jwk' })
  const curve = curveOf(jwk.crv)
  const secret = fromBase64url(jwk.d)
  const ecdh = createECDH(curve.name)
  for (;;) {
    const nonce = ecdh.generateKeys()
    const r = fromBytes(nonce.subarray(1, 1 + (nonce.length - 1) / 2)) % curve.n
    const s = modulo(inverse(fromBytes(ecdh.getPrivateKey()), curve.n) * (fromBytes(digest) + r * secret), curve.n)
    if (r !== 0n && s !== 0n) return sequence(integer(r), integer(s))
  }
}

export function ecdsaVerifyDigest(key: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const jwk = key.export({ format: 'jwk' })
  const curve = curveOf(jwk.crv)
  const values = readValues(signature)
  if (values === undefined) return false
  const { r, s } = values
  if (r <= 0n || s <= 0n || r >= curve.n || s >= curve.n) return false
  const w = inverse(s, curve.n)
  const ours = multiply(curve, basePoint(curve), modulo(fromBytes(digest) * w, curve.n))
  const theirs = multiply(curve, { x: fromBase64url(jwk.x), y: fromBase64url(jwk.y) }, modulo(r * w, curve.n))
  const sum = add(curve, ours, theirs)
  return sum !== undefined && sum.x % curve.n === r
}

function readValues(signature: Uint8Array): { readonly r: bigint; readonly s: bigint } | undefined {
  try {
    const [r, s, ...rest] = parseDer(signature, 'signature').children.map((child) => integerOf(child, 'signature'))
    return r === undefined || s === undefined || rest.length > 0 ? undefined : { r, s }
  } catch {
    // Whatever is no ECDSA-Sig-Value is no signature.
    return undefined
  }
}

function curveOf(name: string | undefined): Curve {
  const curve = curves.get(name ?? '')
  if (curve === undefined) throw new Error(`curve ${name} is not known to the stand-in`)
  return curve
}

const fromBytes = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`)
const fromBase64url = (text: string | undefined): bigint => fromBytes(Buffer.from(text ?? '', 'base64url'))
const modulo = (value: bigint, modulus: bigint): bigint => ((value % modulus) + modulus) % modulus

/** By the extended Euclidean algorithm. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [r0, r1, t0, t1] = [modulus, modulo(value, modulus), 0n, 1n]
  while (r1 !== 0n) {
    const q = r0 / r1
    ;[r0, r1, t0, t1] = [r1, r0 - q * r1, t1, t0 - q * t1]
  }
  return modulo(t0, modulus)
}

function basePoint({ name }: Curve): Point {
  const ecdh = createECDH(name)
  ecdh.setPrivateKey(Buffer.of(1))
  const bytes = ecdh.getPublicKey()
  const middle = 1 + (bytes.length - 1) / 2
  return { x: fromBytes(bytes.subarray(1, middle)), y: fromBytes(bytes.subarray(middle)) }
}

/** Undefined is the point at infinity. */
function add({ p, a }: Curve, first: Point | undefined, second: Point | undefined): Point | undefined {
  if (first === undefined || second === undefined) return first ?? second
  if (first.x === second.x && modulo(first.y + second.y, p) === 0n) return undefined
  const slope =
    first.x === second.x
      ? (3n * first.x * first.x + a) * inverse(2n * first.y, p)
      : (second.y - first.y) * inverse(second.x - first.x, p)
  const x = modulo(slope * slope - first.x - second.x, p)
  return { x, y: modulo(slope * (first.x - x) - first.y, p) }
}

function multiply(curve: Curve, point: Point, factor: bigint): Point | undefined {
  let result: Point | undefined
  for (const bit of factor.toString(2)) {
    result = add(curve, result, result)
    if (bit === '1') result = add(curve, result, point)
  }
  return result
}
