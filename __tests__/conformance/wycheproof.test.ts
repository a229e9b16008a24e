import { describe, expect } from '@jest/globals'
import { type AlgorithmName, algorithmByName } from '../../src/core/algorithm.ts'
import { type VerificationKey, verifySignature } from '../../src/core/crypto.ts'
import { parsePublicKey } from '../../src/core/x509/public-key.ts'
import { refusalOf } from '../support/refusal.ts'
import { readVectorJson, testWithVectors } from '../support/vectors.ts'

interface Suite {
  readonly numberOfTests: number
  readonly testGroups: readonly {
    readonly publicKeyDer: string
    readonly tests: readonly {
      readonly tcId: number
      readonly msg: string
      readonly sig: string
      /** The context of ML-DSA, which is empty in all that AWS KMS makes. */
      readonly ctx?: string
      readonly result: 'valid' | 'invalid' | 'acceptable'
    }[]
  }[]
}

const suites: readonly (readonly [file: string, algorithm: AlgorithmName])[] = [
  ['ecdsa_secp256r1_sha256', 'ECDSA_SHA_256'],
  ['ecdsa_secp256k1_sha256', 'ECDSA_SHA_256'],
  ['ecdsa_secp384r1_sha384', 'ECDSA_SHA_384'],
  ['ecdsa_secp521r1_sha512', 'ECDSA_SHA_512'],
  ['rsa_signature_2048_sha256', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['rsa_signature_2048_sha384', 'RSASSA_PKCS1_V1_5_SHA_384'],
  ['rsa_signature_2048_sha512', 'RSASSA_PKCS1_V1_5_SHA_512'],
  ['rsa_signature_3072_sha256', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['rsa_signature_3072_sha384', 'RSASSA_PKCS1_V1_5_SHA_384'],
  ['rsa_signature_3072_sha512', 'RSASSA_PKCS1_V1_5_SHA_512'],
  ['rsa_signature_4096_sha256', 'RSASSA_PKCS1_V1_5_SHA_256'],
  ['rsa_signature_4096_sha384', 'RSASSA_PKCS1_V1_5_SHA_384'],
  ['rsa_signature_4096_sha512', 'RSASSA_PKCS1_V1_5_SHA_512'],
  ['rsa_pss_2048_sha256_mgf1_32', 'RSASSA_PSS_SHA_256'],
  ['rsa_pss_2048_sha384_mgf1_48', 'RSASSA_PSS_SHA_384'],
  ['rsa_pss_3072_sha256_mgf1_32', 'RSASSA_PSS_SHA_256'],
  ['rsa_pss_4096_sha256_mgf1_32', 'RSASSA_PSS_SHA_256'],
  ['rsa_pss_4096_sha384_mgf1_48', 'RSASSA_PSS_SHA_384'],
  ['rsa_pss_4096_sha512_mgf1_64', 'RSASSA_PSS_SHA_512'],
  ['ed25519', 'ED25519_SHA_512'],
  ['mldsa_44_verify', 'ML_DSA_SHAKE_256'],
  ['mldsa_65_verify', 'ML_DSA_SHAKE_256'],
  ['mldsa_87_verify', 'ML_DSA_SHAKE_256'],
]

/** Signatures of a shape that AWS KMS never makes: their salt, or the hash of their mask, is another one. */
const otherShapes: readonly (readonly [file: string, algorithm: AlgorithmName])[] = [
  ['rsa_pss_2048_sha256_mgf1_0', 'RSASSA_PSS_SHA_256'],
  ['rsa_pss_2048_sha256_mgf1sha1_20', 'RSASSA_PSS_SHA_256'],
]

function verdicts(file: string, algorithm: AlgorithmName) {
  const suite = readVectorJson(`wycheproof/${file}_test.json`) as Suite
  const found = suite.testGroups.flatMap(({ publicKeyDer, tests }) => {
    const key = readKey(publicKeyDer)
    return tests.map(({ tcId, msg, sig, ctx = '', result }) => ({
      tcId,
      result: ctx === '' ? result : 'invalid',
      verified:
        key !== undefined &&
        verifySignature(algorithmByName(algorithm), key, Buffer.from(msg, 'hex'), Buffer.from(sig, 'hex')),
    }))
  })
  expect(found).toHaveLength(suite.numberOfTests)
  return found
}

/** Undefined for what is no key, such as one of another length. */
function readKey(publicKeyDer: string): VerificationKey | undefined {
  const spki = Buffer.from(publicKeyDer, 'hex')
  const refusal = refusalOf(() => parsePublicKey(spki))
  return refusal === undefined ? parsePublicKey(spki).key : undefined
}

describe('Wycheproof', () => {
  testWithVectors.each(suites)('%s', (file, algorithm) => {
    const found = verdicts(file, algorithm)
    const wrongAccepts = found.filter(({ result, verified }) => verified && result === 'invalid')
    const wrongRejects = found.filter(({ result, verified }) => !verified && result === 'valid')
    expect({ wrongAccepts, wrongRejects }).toEqual({ wrongAccepts: [], wrongRejects: [] })
  })

  // Among the `invalid` of the first is one whose salt is as long as the digest after all: for us it is right.
  testWithVectors.each(otherShapes)('%s: none of the valid ones is taken', (file, algorithm) => {
    const valid = verdicts(file, algorithm).filter(({ result }) => result === 'valid')
    expect(valid.length).toBeGreaterThan(0)
    expect(valid.filter(({ verified }) => verified)).toEqual([])
  })
})
