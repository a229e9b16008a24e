import type { KeySpec } from '../algorithm.ts'
import { bytesToHex } from '../bytes.ts'
import { importPublicKey, type VerificationKey } from '../crypto.ts'
import { bitStringOctetsOf, fieldsOf } from '../der/fields.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { derNull, objectIdentifier, sequence } from '../der/writer.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'

export interface PublicKey {
  readonly type: 'rsa' | 'ec' | 'ed25519' | 'ml-dsa'
  /** SubjectPublicKeyInfo, DER, as received. */
  readonly spki: Uint8Array
  /** Undefined for a key that AWS KMS has no spec for, such as RSA with 2,560 bits. */
  readonly keySpec: KeySpec | undefined
  /** The key's own octets, without the SubjectPublicKeyInfo around them. */
  readonly octets: Uint8Array
  /** Of the modulus, of the curve's order, or of the whole key. */
  readonly bits: number
  readonly key: VerificationKey
}

/** One kind of key; told by the whole AlgorithmIdentifier, so that parameters are exact. */
interface KeyKind {
  readonly algorithm: Uint8Array
  /** Looks at the octets of subjectPublicKey; throws `key-weak` or `key-invalid`. */
  readonly read: (octets: Uint8Array, what: string) => Pick<PublicKey, 'type' | 'keySpec' | 'bits'>
}

/** Uncompressed points on a named curve (RFC 5480 section 2); that the point is on it, `importPublicKey` checks. */
const curve = (oid: string, keySpec: KeySpec, bits: number): KeyKind => ({
  algorithm: sequence(objectIdentifier('1.2.840.10045.2.1'), objectIdentifier(oid)),
  read(octets, what) {
    if (octets[0] !== 4 || octets.length !== 1 + 2 * Math.ceil(bits / 8)) {
      throw invalid(what, 'not an uncompressed point of its curve')
    }
    return { type: 'ec', keySpec, bits }
  },
})

/** Keys of one length without parameters: Ed25519 (RFC 8410 section 4), ML-DSA (RFC 9881 section 4). */
const fixedLength = (oid: string, type: PublicKey['type'], keySpec: KeySpec, length: number): KeyKind => ({
  algorithm: sequence(objectIdentifier(oid)),
  read(octets, what) {
    if (octets.length !== length) throw invalid(what, 'not as long as its kind')
    return { type, keySpec, bits: 8 * length }
  },
})

const rsaSpecs: ReadonlyMap<number, KeySpec> = new Map([
  [2048, 'RSA_2048'],
  [3072, 'RSA_3072'],
  [4096, 'RSA_4096'],
])

const keyKinds: ReadonlyMap<string, KeyKind> = new Map(
  [
    {
      algorithm: sequence(objectIdentifier('1.2.840.113549.1.1.1'), derNull()),
      read: (octets: Uint8Array, what: string) => {
        const bits = rsaBits(octets, what)
        return { type: 'rsa' as const, keySpec: rsaSpecs.get(bits), bits }
      },
    },
    curve('1.2.840.10045.3.1.7', 'ECC_NIST_P256', 256),
    curve('1.3.132.0.34', 'ECC_NIST_P384', 384),
    curve('1.3.132.0.35', 'ECC_NIST_P521', 521),
    curve('1.3.132.0.10', 'ECC_SECG_P256K1', 256),
    fixedLength('1.3.101.112', 'ed25519', 'ECC_NIST_EDWARDS25519', 32),
    fixedLength('2.16.840.1.101.3.4.3.17', 'ml-dsa', 'ML_DSA_44', 1312),
    fixedLength('2.16.840.1.101.3.4.3.18', 'ml-dsa', 'ML_DSA_65', 1952),
    fixedLength('2.16.840.1.101.3.4.3.19', 'ml-dsa', 'ML_DSA_87', 2592),
  ].map((kind) => [bytesToHex(kind.algorithm), kind]),
)

/**
 * @param source SubjectPublicKeyInfo, DER, or its parsed element
 * @param what names it in errors, such as `certificate`
 * @throws ReleaseSigningError `key-unsupported`, `key-weak`, `key-invalid` or `der-invalid`
 */
export function parsePublicKey(source: Uint8Array | DerElement, what = 'public key'): PublicKey {
  const element = source instanceof Uint8Array ? parseDer(source, what) : source
  const fields = fieldsOf(element, what)
  const algorithm = fields.required(tag.sequence, 'the algorithm of the public key')
  const octets = bitStringOctetsOf(fields.required(tag.bitString, 'the public key'), `${what}: the public key`)
  fields.end()
  const kind = keyKinds.get(bytesToHex(algorithm.bytes))
  if (element.tag !== tag.sequence || kind === undefined) {
    throw new ReleaseSigningError('key-unsupported', `${what}: key type or its parameters not accepted`, {
      rule: 'RFC 5480 section 2.1.1, RFC 3279 section 2.3.1, RFC 8410 section 3, RFC 9881 section 3',
      hint: 'RSA keys, keys on the named curves P-256, P-384, P-521 and secp256k1, Ed25519 and ML-DSA keys are.',
    })
  }
  const properties = kind.read(octets, what)
  const key = importPublicKey(element.bytes)
  if (key === undefined) throw invalid(what, 'not a key that can be used')
  return { ...properties, spki: element.bytes, octets, key }
}

/** The size of an RSAPublicKey (RFC 8017 appendix A.1.1) within the bounds of the CA/Browser Forum requirements. */
function rsaBits(octets: Uint8Array, what: string): number {
  const element = parseDer(octets, `${what}: RSA key`)
  if (element.tag !== tag.sequence) throw invalid(what, 'not an RSA key')
  const fields = fieldsOf(element, `${what}: RSA key`)
  const modulus = fields.required(tag.integer, 'the modulus').content
  const exponent = fields.required(tag.integer, 'the exponent').content
  fields.end()
  if (isNegative(modulus) || isNegative(exponent)) throw invalid(what, 'a negative RSA modulus or exponent')
  const bits = bitLength(modulus)
  if (bits < limits.rsaBitsMinimum || bits > limits.rsaBitsMaximum || bits % 8 !== 0) {
    throw weak(what, `RSA with ${bits} bits`)
  }
  if (isEven(modulus) || isEven(exponent) || bitLength(exponent) < 2) throw weak(what, 'RSA modulus or exponent')
  if (bitLength(exponent) > limits.rsaExponentBits) throw weak(what, 'RSA exponent too large')
  return bits
}

const isNegative = (content: Uint8Array): boolean => (content[0] ?? 0) >= 0x80

const isEven = (content: Uint8Array): boolean => ((content[content.length - 1] ?? 0) & 1) === 0

/** Of a minimal, non-negative INTEGER. */
function bitLength(content: Uint8Array): number {
  const digits = content[0] === 0 ? content.subarray(1) : content
  return digits.length === 0 ? 0 : 8 * digits.length - Math.clz32(digits[0] ?? 0) + 24
}

const weak = (what: string, problem: string) =>
  new ReleaseSigningError('key-weak', `${what}: ${problem}`, {
    rule: 'CA/Browser Forum Code Signing requirements section 6.1.5 and 6.1.6',
    hint: `RSA takes a modulus of ${limits.rsaBitsMinimum} to ${limits.rsaBitsMaximum} bits, a multiple of 8, and an odd exponent from 3.`,
  })

const invalid = (what: string, problem: string) =>
  new ReleaseSigningError('key-invalid', `${what}: the public key is ${problem}`, { rule: 'RFC 5280 section 4.1.2.7' })
