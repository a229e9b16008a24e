import { constants, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto'
import type { MessageType, SigningAlgorithm } from './algorithms.ts'
import { ecdsaSignDigest, ecdsaVerifyDigest } from './ecdsa.ts'
import { mlDsaSignMu, mlDsaVerifyMu } from './ml-dsa.ts'
import { pkcs1SignDigest, pkcs1VerifyDigest, pssSignDigest, pssVerifyDigest } from './rsa.ts'

const ecCurves: ReadonlyMap<string, string> = new Map([
  ['ECC_NIST_P256', 'prime256v1'],
  ['ECC_NIST_P384', 'secp384r1'],
  ['ECC_NIST_P521', 'secp521r1'],
  ['ECC_SECG_P256K1', 'secp256k1'],
])

/** A fresh private key of an AWS KMS key spec. */
export function generateKeyMaterial(spec: string): KeyObject {
  const curve = ecCurves.get(spec)
  if (curve !== undefined) return generateKeyPairSync('ec', { namedCurve: curve }).privateKey
  switch (spec) {
    case 'RSA_2048':
    case 'RSA_3072':
    case 'RSA_4096':
      return generateKeyPairSync('rsa', { modulusLength: Number(spec.slice(4)) }).privateKey
    case 'ECC_NIST_EDWARDS25519':
      return generateKeyPairSync('ed25519').privateKey
    case 'ML_DSA_44':
      return generateKeyPairSync('ml-dsa-44').privateKey
    case 'ML_DSA_65':
      return generateKeyPairSync('ml-dsa-65').privateKey
    case 'ML_DSA_87':
      return generateKeyPairSync('ml-dsa-87').privateKey
    default:
      throw new Error(`key spec ${spec} is not known to the stand-in`)
  }
}

export function signWith(
  key: KeyObject,
  algorithm: SigningAlgorithm,
  type: MessageType,
  message: Uint8Array,
): Uint8Array {
  const { hash, scheme } = algorithm
  if (type === 'EXTERNAL_MU') return mlDsaSignMu(key, message)
  if (hash === undefined || type === 'RAW') return sign(hash, message, { key, ...options(algorithm) })
  if (scheme === 'ecdsa') return ecdsaSignDigest(key, message)
  return scheme === 'rsa-pss' ? pssSignDigest(key, hash, message) : pkcs1SignDigest(key, hash, message)
}

export function verifyWith(
  privateKey: KeyObject,
  algorithm: SigningAlgorithm,
  type: MessageType,
  message: Uint8Array,
  signature: Uint8Array,
): boolean {
  const key = createPublicKey(privateKey)
  const { hash, scheme } = algorithm
  if (type === 'EXTERNAL_MU') return mlDsaVerifyMu(privateKey, message, signature)
  if (hash === undefined || type === 'RAW') return verify(hash, message, { key, ...options(algorithm) }, signature)
  if (scheme === 'ecdsa') return ecdsaVerifyDigest(key, message, signature)
  return scheme === 'rsa-pss'
    ? pssVerifyDigest(key, hash, message, signature)
    : pkcs1VerifyDigest(key, hash, message, signature)
}

function options({ scheme, digestLength }: SigningAlgorithm): object {
  if (scheme === 'rsa-pss') return { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: digestLength }
  return scheme === 'ecdsa' ? { dsaEncoding: 'der' } : {}
}
