import {
  createPublicKey,
  constants as cryptoConstants,
  generateKeyPairSync,
  type KeyObject,
  sign as signBytes,
} from 'node:crypto'
import {
  type AlgorithmName,
  algorithmByName,
  type KeySpec,
  type SignatureAlgorithm,
  signatureAlgorithms,
} from '../../src/core/algorithm.ts'
import { der, derNull, integer, objectIdentifier, sequence } from '../../src/core/der/writer.ts'

/** Key specs of AWS KMS, and keys that must be refused. */
export type TestKeySpec =
  | KeySpec
  | 'RSA_1024'
  | 'RSA_2040'
  | 'RSA_PSS_2048'
  | 'ECC_NIST_P192'
  | 'ECC_NIST_P224'
  | 'ECC_NIST_P256_EXPLICIT'
  | 'ED448'
  | 'DSA_2048'

/** AWS KMS algorithms, and some that must be refused. */
export type TestAlgorithm =
  | AlgorithmName
  | 'RSASSA_PKCS1_V1_5_MD5'
  | 'RSASSA_PKCS1_V1_5_SHA_1'
  | 'RSASSA_PKCS1_V1_5_SHA_224'
  | 'ECDSA_SHA_1'
  | 'ED448'
  | 'DSA_SHA_256'

/** How something is signed: what it says in an AlgorithmIdentifier, and what is done. The two may disagree. */
export interface SigningMethod {
  readonly identifier: Uint8Array
  readonly sign: (key: KeyObject, message: Uint8Array) => Uint8Array
}

export interface TestKey<Spec extends TestKeySpec = TestKeySpec> {
  readonly spec: Spec
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly privateKey: KeyObject
  /** PKCS#8. */
  readonly privateKeyPem: string
  /** The first algorithm of the spec. */
  readonly algorithm: TestAlgorithm
  /** @param algorithm default: `algorithm` */
  sign(algorithm: TestAlgorithm | SigningMethod | undefined, message: Uint8Array): Uint8Array
}

const curves: Partial<Record<TestKeySpec, string>> = {
  ECC_NIST_P192: 'prime192v1',
  ECC_NIST_P224: 'secp224r1',
  ECC_NIST_P256: 'prime256v1',
  ECC_NIST_P256_EXPLICIT: 'prime256v1',
  ECC_NIST_P384: 'secp384r1',
  ECC_NIST_P521: 'secp521r1',
  ECC_SECG_P256K1: 'secp256k1',
}

const defaultAlgorithm = (spec: TestKeySpec): TestAlgorithm => {
  if (spec === 'ED448') return 'ED448'
  if (spec === 'ECC_NIST_EDWARDS25519') return 'ED25519_SHA_512'
  if (spec.startsWith('ML_DSA')) return 'ML_DSA_SHAKE_256'
  if (spec === 'DSA_2048') return 'DSA_SHA_256'
  if (spec === 'RSA_PSS_2048') return 'RSASSA_PSS_SHA_256'
  if (spec.startsWith('RSA')) return 'RSASSA_PKCS1_V1_5_SHA_256'
  if (spec === 'ECC_NIST_P384') return 'ECDSA_SHA_384'
  return spec === 'ECC_NIST_P521' ? 'ECDSA_SHA_512' : 'ECDSA_SHA_256'
}

function privateKeyOf(spec: TestKeySpec): KeyObject {
  const namedCurve = curves[spec]
  if (namedCurve !== undefined) {
    const paramEncoding = spec.endsWith('EXPLICIT') ? 'explicit' : 'named'
    return generateKeyPairSync('ec', { namedCurve, paramEncoding }).privateKey
  }
  if (spec === 'ED448') return generateKeyPairSync('ed448').privateKey
  if (spec === 'ECC_NIST_EDWARDS25519') return generateKeyPairSync('ed25519').privateKey
  if (spec === 'ML_DSA_44') return generateKeyPairSync('ml-dsa-44').privateKey
  if (spec === 'ML_DSA_65') return generateKeyPairSync('ml-dsa-65').privateKey
  if (spec === 'ML_DSA_87') return generateKeyPairSync('ml-dsa-87').privateKey
  const modulusLength = Number(/\d+$/.exec(spec)?.[0])
  if (spec === 'DSA_2048') return generateKeyPairSync('dsa', { modulusLength, divisorLength: 256 }).privateKey
  return spec === 'RSA_PSS_2048'
    ? generateKeyPairSync('rsa-pss', { modulusLength }).privateKey
    : generateKeyPairSync('rsa', { modulusLength }).privateKey
}

/** A TestKey around a private key of one's own. */
function keyFrom<Spec extends TestKeySpec>(spec: Spec, privateKey: KeyObject): TestKey<Spec> {
  const algorithm = defaultAlgorithm(spec)
  return {
    spec,
    privateKey,
    publicKey: new Uint8Array(createPublicKey(privateKey).export({ format: 'der', type: 'spki' })),
    privateKeyPem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    algorithm,
    sign: (asked, message) => signingMethod(asked ?? algorithm, spec).sign(privateKey, message),
  }
}

const slow = new Map<string, TestKey>()

/**
 * A fresh key; RSA and DSA keys, which take long to make, are made once per process for each `number`.
 *
 * @param number default 0: tells slow keys of one spec apart
 */
export function generateKey<Spec extends TestKeySpec>(spec: Spec, number = 0): TestKey<Spec> {
  if (!spec.startsWith('RSA') && !spec.startsWith('DSA')) return keyFrom(spec, privateKeyOf(spec))
  const id = `${spec} ${number}`
  const key = slow.get(id) ?? keyFrom(spec, privateKeyOf(spec))
  slow.set(id, key)
  return { ...key, spec }
}

const weak: Record<Exclude<TestAlgorithm, AlgorithmName>, { oid: string; parameters: Uint8Array[]; hash?: string }> = {
  RSASSA_PKCS1_V1_5_MD5: { oid: '1.2.840.113549.1.1.4', parameters: [derNull()], hash: 'md5' },
  RSASSA_PKCS1_V1_5_SHA_1: { oid: '1.2.840.113549.1.1.5', parameters: [derNull()], hash: 'sha1' },
  RSASSA_PKCS1_V1_5_SHA_224: { oid: '1.2.840.113549.1.1.14', parameters: [derNull()], hash: 'sha224' },
  ECDSA_SHA_1: { oid: '1.2.840.10045.4.1', parameters: [], hash: 'sha1' },
  ED448: { oid: '1.3.101.113', parameters: [] },
  DSA_SHA_256: { oid: '2.16.840.1.101.3.4.3.2', parameters: [], hash: 'sha256' },
}

/** The row by this name for a key of this spec, or the first where the two do not fit, as they need not here. */
export const algorithmRow = (name: string, spec?: TestKeySpec): SignatureAlgorithm =>
  signatureAlgorithms.find((row) => row.name === name && row.keySpecs.some((one) => one === spec)) ??
  algorithmByName(name)

const isWeak = (name: TestAlgorithm): name is keyof typeof weak => name in weak

/** The method of an algorithm's name, for a key of this spec; a method is passed through. */
export function signingMethod(algorithm: TestAlgorithm | SigningMethod, spec?: TestKeySpec): SigningMethod {
  if (typeof algorithm !== 'string') return algorithm
  if (isWeak(algorithm)) {
    const { oid, parameters, hash } = weak[algorithm]
    return {
      identifier: sequence(objectIdentifier(oid), ...parameters),
      sign: (key, message) => new Uint8Array(signBytes(hash, message, key)),
    }
  }
  const row = algorithmRow(algorithm, spec)
  const hash = row.scheme === 'ed25519' || row.scheme === 'ml-dsa' ? null : row.hash.name
  if (row.scheme === 'rsa-pss') return pssMethod({ hash: row.hash.name, identifier: row.identifier })
  return {
    identifier: row.identifier,
    sign: (key, message) => new Uint8Array(signBytes(hash, message, key)),
  }
}

/** RSA-PSS with a salt of any length. The identifier says what `identifier` says, whatever is done. */
export function pssMethod(options: {
  readonly hash: 'sha256' | 'sha384' | 'sha512'
  readonly saltLength?: number
  readonly identifier: Uint8Array
}): SigningMethod {
  const { hash, saltLength = cryptoConstants.RSA_PSS_SALTLEN_DIGEST, identifier } = options
  return {
    identifier,
    sign: (key, message) => {
      const padding = cryptoConstants.RSA_PKCS1_PSS_PADDING
      return new Uint8Array(signBytes(hash, message, { key, padding, saltLength }))
    },
  }
}

/** RSASSA-PSS AlgorithmIdentifier from parts, each of which may be left out. */
export const pssIdentifier = (hashOid?: string, mgfHashOid?: string, saltLength?: number, trailer?: number) =>
  sequence(
    objectIdentifier('1.2.840.113549.1.1.10'),
    sequence(
      ...(hashOid === undefined ? [] : [der(0xa0, sequence(objectIdentifier(hashOid), derNull()))]),
      ...(mgfHashOid === undefined
        ? []
        : [
            der(
              0xa1,
              sequence(objectIdentifier('1.2.840.113549.1.1.8'), sequence(objectIdentifier(mgfHashOid), derNull())),
            ),
          ]),
      ...(saltLength === undefined ? [] : [der(0xa2, integer(saltLength))]),
      ...(trailer === undefined ? [] : [der(0xa3, integer(trailer))]),
    ),
  )
