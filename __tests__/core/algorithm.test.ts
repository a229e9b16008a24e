import { describe, expect, test } from '@jest/globals'
import {
  algorithmByIdentifier,
  algorithmByName,
  algorithmForKey,
  hashByAlgorithmIdentifier,
  hashes,
  signatureAlgorithms,
} from '../../src/core/algorithm.ts'
import { derNull, integer, objectIdentifier, sequence } from '../../src/core/der/writer.ts'

test('every row is found by its name and by its identifier, and by no other', () => {
  const identifiers = new Set(signatureAlgorithms.map(({ identifier }) => Buffer.from(identifier).toString('hex')))
  expect(identifiers.size).toBe(signatureAlgorithms.length)
  for (const row of signatureAlgorithms) {
    for (const spec of row.keySpecs) expect(algorithmByName(row.name, spec)).toBe(row)
    expect(algorithmByIdentifier(row.identifier, 'test')).toBe(row)
  }
})

test.each(['', 'constructor', '__proto__', 'rsassa_pkcs1_v1_5_sha_256', 'RSASSA_PKCS1_V1_5_SHA_1'])(
  'the name %p is refused',
  (name) => {
    expect(() => algorithmByName(name)).toThrow(expect.objectContaining({ code: 'algorithm-unknown' }))
  },
)

const pssHash = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), derNull())
const wrap = (number: number, content: Uint8Array) => Uint8Array.of(0xa0 + number, content.length, ...content)
const pss = (hash: Uint8Array, mgfHash: Uint8Array, salt: number, ...more: Uint8Array[]) =>
  sequence(
    objectIdentifier('1.2.840.113549.1.1.10'),
    sequence(
      wrap(0, hash),
      wrap(1, sequence(objectIdentifier('1.2.840.113549.1.1.8'), mgfHash)),
      wrap(2, integer(salt)),
      ...more,
    ),
  )

describe('signature AlgorithmIdentifiers that differ by little', () => {
  test('RSA-PSS as RFC 4055 writes it is taken', () => {
    expect(algorithmByIdentifier(pss(pssHash, pssHash, 32), 'test').name).toBe('RSASSA_PSS_SHA_256')
  })

  test.each([
    ['PKCS#1 without NULL', sequence(objectIdentifier('1.2.840.113549.1.1.11'))],
    ['ECDSA with NULL', sequence(objectIdentifier('1.2.840.10045.4.3.2'), derNull())],
    ['SHA-1 with RSA', sequence(objectIdentifier('1.2.840.113549.1.1.5'), derNull())],
    ['PSS without parameters (SHA-1 by default)', sequence(objectIdentifier('1.2.840.113549.1.1.10'))],
    ['PSS with a salt of another length', pss(pssHash, pssHash, 20)],
    ['PSS with MGF1 over SHA-1', pss(pssHash, sequence(objectIdentifier('1.3.14.3.2.26'), derNull()), 32)],
    ['PSS with its default trailer encoded', pss(pssHash, pssHash, 32, wrap(3, integer(1)))],
    ['PSS with another trailer', pss(pssHash, pssHash, 32, wrap(3, integer(2)))],
    ['bare rsaEncryption', sequence(objectIdentifier('1.2.840.113549.1.1.1'), derNull())],
  ])('%s is refused', (_, identifier) => {
    expect(() => algorithmByIdentifier(identifier, 'test')).toThrow(
      expect.objectContaining({ code: 'algorithm-unknown' }),
    )
  })
})

test('digest AlgorithmIdentifiers: parameters absent or NULL, nothing else (RFC 5754 section 2)', () => {
  for (const row of hashes) {
    expect(hashByAlgorithmIdentifier(row.identifier, 'test')).toBe(row)
    expect(hashByAlgorithmIdentifier(sequence(row.identifier.subarray(2), derNull()), 'test')).toBe(row)
    expect(() => hashByAlgorithmIdentifier(sequence(row.identifier.subarray(2), integer(0)), 'test')).toThrow(
      expect.objectContaining({ code: 'algorithm-unknown' }),
    )
  }
  const sha1 = sequence(objectIdentifier('1.3.14.3.2.26'))
  expect(() => hashByAlgorithmIdentifier(sha1, 'test')).toThrow(expect.objectContaining({ code: 'algorithm-unknown' }))
})

describe('the algorithm for a key', () => {
  test.each([
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512'],
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512'],
    ['ML_DSA_65', 'ML_DSA_SHAKE_256'],
  ] as const)('%s signs with %s unless told', (spec, name) => {
    expect(algorithmForKey(spec).name).toBe(name)
  })

  test('one that was asked for must fit', () => {
    expect(algorithmForKey('ML_DSA_87', 'ML_DSA_SHAKE_256').keySpecs).toEqual(['ML_DSA_87'])
    expect(algorithmForKey('RSA_3072', 'RSASSA_PSS_SHA_512').name).toBe('RSASSA_PSS_SHA_512')
    expect(() => algorithmForKey('ECC_NIST_P256', 'ECDSA_SHA_384')).toThrow(
      expect.objectContaining({ code: 'algorithm-mismatch', hint: expect.stringContaining('ECDSA_SHA_256') }),
    )
    expect(() => algorithmForKey('ECC_NIST_P256', 'SHA1')).toThrow(
      expect.objectContaining({ code: 'algorithm-unknown' }),
    )
  })
})
