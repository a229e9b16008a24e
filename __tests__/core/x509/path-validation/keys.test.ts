import { describe, expect, test } from '@jest/globals'
import {
  createAuthority,
  generateKey,
  pssIdentifier,
  pssMethod,
  type SigningMethod,
  signingMethod,
  type TestAlgorithm,
  type TestKeySpec,
} from '../../../../dev/pki.ts'
import { concatBytes } from '../../../../src/core/bytes.ts'
import { parseDer } from '../../../../src/core/der/reader.ts'
import { bitString, derNull, integer, objectIdentifier, sequence } from '../../../../src/core/der/writer.ts'
import { caWith, inRfc5280, leafWith, pathFor, rootWith, verdict } from '../../../support/path.ts'

// Items 11 to 16: signatures and keys.

const flipped = (bytes: Uint8Array, index: number) => bytes.with(index, (bytes.at(index) ?? 0) ^ 1)
const issuedBy = (spec: TestKeySpec, algorithm?: TestAlgorithm | SigningMethod) =>
  createAuthority({ key: generateKey(spec) })
    .issueAuthority({ key: generateKey(spec, 1) })
    .issue(algorithm === undefined ? {} : { algorithm })

const sha256 = '2.16.840.1.101.3.4.2.1'
const sha384 = '2.16.840.1.101.3.4.2.2'
const sha1 = '1.3.14.3.2.26'

describe('11: the signature of every link', () => {
  test('a damaged signature, of each certificate', () => {
    const damaged = { mutateSignature: (bytes: Uint8Array) => flipped(bytes, -1) }
    expect(verdict(leafWith(damaged))).toBe('certificate-signature-invalid')
    expect(verdict(caWith(damaged))).toBe('certificate-signature-invalid')
    expect(inRfc5280(leafWith(damaged))).toBe('certificate-signature-invalid')
    expect(inRfc5280(caWith(damaged))).toBe('certificate-signature-invalid')
    expect(verdict(rootWith(damaged))).toBe('certificate-signature-invalid')
  })

  test('one bit changed in what is signed', () => {
    const changed = (leaf: ReturnType<typeof leafWith>, offset: number) => {
      const certificate = flipped(leaf.certificate, offset)
      return verdict({ ...leaf, certificate, chain: [certificate, ...leaf.chain.slice(1)] })
    }
    const leaf = leafWith({ serial: 0x1234567890n })
    const offset = leaf.certificate.findIndex((octet, i) => octet === 0x12 && leaf.certificate[i + 1] === 0x34) + 4
    expect(verdict(leaf)).toBe('accepted')
    expect(changed(leaf, offset)).toBe('certificate-signature-invalid')
  })

  test('the signature of another CA of the same name and key identifier', () => {
    const root = createAuthority()
    const [ca, impostor] = [root.issueAuthority(), root.issueAuthority()]
    const leaf = impostor.issue({ extensions: { authorityKeyIdentifier: null } })
    const chain = [leaf.certificate, ca.certificate]
    expect(inRfc5280(leaf)).toBe('accepted')
    expect(inRfc5280({ ...leaf, chain })).toBe('certificate-signature-invalid')
  })
})

describe('12: an ECDSA signature in strict DER', () => {
  const [r, s] = [(signature: Uint8Array) => part(signature, 0), (signature: Uint8Array) => part(signature, 1)]
  const part = (signature: Uint8Array, i: number): Uint8Array =>
    parseDer(signature, 'signature').children[i]?.bytes ?? new Uint8Array()
  const padded = (element: Uint8Array) => concatBytes(Uint8Array.of(2, (element[1] ?? 0) + 1, 0), element.subarray(2))
  const fixed = (element: Uint8Array) => {
    const { content } = parseDer(element, 'integer')
    return concatBytes(new Uint8Array(32), content).slice(-32)
  }

  test.each<[string, (signature: Uint8Array) => Uint8Array]>([
    ['bytes behind', (signature) => concatBytes(signature, derNull())],
    ['a third number', (signature) => sequence(r(signature), s(signature), integer(0))],
    ['a padded r', (signature) => sequence(padded(r(signature)), s(signature))],
    ['a padded s', (signature) => sequence(r(signature), padded(s(signature)))],
    [
      'a longer length',
      (signature) => concatBytes(Uint8Array.of(0x30, 0x81, signature.length - 2), signature.subarray(2)),
    ],
    ['r and s side by side (IEEE P1363)', (signature) => concatBytes(fixed(r(signature)), fixed(s(signature)))],
    ['zeros', () => sequence(integer(0), integer(0))],
    ['nothing', () => new Uint8Array()],
  ])('%s', (_, mutateSignature) => {
    expect(verdict(leafWith({ mutateSignature }))).toBe('certificate-signature-invalid')
    expect(verdict(leafWith({ mutateSignature: (signature) => sequence(r(signature), s(signature)) }))).toBe('accepted')
  })
})

describe('13: RSA-PSS', () => {
  const identifier = pssIdentifier(sha256, sha256, 32)
  const signed = (saltLength: number, says = identifier) =>
    verdict(issuedBy('RSA_2048', pssMethod({ hash: 'sha256', saltLength, identifier: says })))

  test('a salt as long as the digest', () => {
    expect(signed(32)).toBe('accepted')
    for (const saltLength of [0, 20, 31, 33, 64]) expect(signed(saltLength)).toBe('certificate-signature-invalid')
  })

  test.each([
    ['defaults, which are SHA-1', pssIdentifier()],
    ['another salt length', pssIdentifier(sha256, sha256, 20)],
    ['no salt length', pssIdentifier(sha256, sha256)],
    ['another hash in MGF1', pssIdentifier(sha256, sha384, 32)],
    ['SHA-1', pssIdentifier(sha1, sha1, 20)],
    ['no MGF1', pssIdentifier(sha256, undefined, 32)],
    ['another trailer', pssIdentifier(sha256, sha256, 32, 2)],
    ['a default written out', pssIdentifier(sha256, sha256, 32, 1)],
    ['no parameters', sequence(objectIdentifier('1.2.840.113549.1.1.10'))],
  ])('parameters: %s', (_, says) => {
    expect(signed(32, says)).toBe('algorithm-unknown')
  })

  test('signed with PKCS#1, said to be PSS, and the other way round', () => {
    const pkcs1 = signingMethod('RSASSA_PKCS1_V1_5_SHA_256')
    const pss = signingMethod('RSASSA_PSS_SHA_256')
    const mixed = (says: SigningMethod, does: SigningMethod) =>
      verdict(issuedBy('RSA_2048', { identifier: says.identifier, sign: does.sign }))
    expect(mixed(pss, pss)).toBe('accepted')
    expect(mixed(pkcs1, pkcs1)).toBe('accepted')
    expect(mixed(pss, pkcs1)).toBe('certificate-signature-invalid')
    expect(mixed(pkcs1, pss)).toBe('certificate-signature-invalid')
  })
})

describe('14: algorithms', () => {
  test.each<[TestKeySpec, TestAlgorithm]>([
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_384'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'],
    ['RSA_2048', 'RSASSA_PSS_SHA_384'],
    ['RSA_2048', 'RSASSA_PSS_SHA_512'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ])('%s with %s is taken', (spec, algorithm) => {
    expect(verdict(issuedBy(spec, algorithm))).toBe('accepted')
  })

  test.each<[TestKeySpec, TestAlgorithm]>([
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_MD5'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_1'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_224'],
    ['ECC_NIST_P256', 'ECDSA_SHA_1'],
  ])('%s with %s is not', (spec, algorithm) => {
    expect(verdict(issuedBy(spec, algorithm))).toBe('algorithm-unknown')
    expect(inRfc5280(issuedBy(spec, algorithm))).toBe('algorithm-unknown')
  })

  test('an algorithm that is not one of the issuer’s key', () => {
    const { identifier } = signingMethod('RSASSA_PKCS1_V1_5_SHA_256')
    const { sign } = signingMethod('ECDSA_SHA_256')
    expect(verdict(leafWith({ algorithm: { identifier, sign } }))).toBe('algorithm-mismatch')
    expect(inRfc5280(leafWith({ algorithm: { identifier, sign } }))).toBe('algorithm-mismatch')
    const rsa = {
      identifier: signingMethod('ECDSA_SHA_256').identifier,
      sign: signingMethod('RSASSA_PKCS1_V1_5_SHA_256').sign,
    }
    expect(verdict(issuedBy('RSA_2048', rsa))).toBe('algorithm-mismatch')
  })
})

describe('15: keys', () => {
  const subjectKey = (spec: TestKeySpec) => leafWith({ key: generateKey(spec) })

  test.each<TestKeySpec>([
    'RSA_2048',
    'RSA_3072',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
  ])('%s is taken', (spec) => {
    expect(verdict(subjectKey(spec))).toBe('accepted')
  })

  test.each<[TestKeySpec, string]>([
    ['RSA_1024', 'key-weak'],
    ['RSA_2040', 'key-weak'],
    ['RSA_PSS_2048', 'key-unsupported'],
    ['ECC_NIST_P192', 'key-unsupported'],
    ['ECC_NIST_P224', 'key-unsupported'],
    ['ECC_NIST_P256_EXPLICIT', 'key-unsupported'],
    ['ED448', 'key-unsupported'],
    ['DSA_2048', 'key-unsupported'],
  ])('%s is not, in leaf, intermediate or root', (spec, code) => {
    expect(verdict(subjectKey(spec))).toBe(code)
    expect(inRfc5280(subjectKey(spec))).toBe(code)
    expect(verdict(caWith({ key: generateKey(spec) }))).toBe('path-not-found')
    expect(verdict(rootWith({ key: generateKey(spec) }))).toBe(code)
  })

  test('RSA below 3,072 bits is warned of, in the code-signing profile', () => {
    const leaf = subjectKey('RSA_2048')
    expect(pathFor(leaf).warnings).toEqual([expect.stringContaining('2048')])
    expect(pathFor(leaf, { profile: 'rfc5280' }).warnings).toEqual([])
    expect(pathFor(subjectKey('RSA_3072')).warnings).toEqual([])
  })

  const rsa = (modulus: bigint, exponent: bigint) =>
    sequence(
      sequence(objectIdentifier('1.2.840.113549.1.1.1'), derNull()),
      bitString(sequence(integer(modulus), integer(exponent))),
    )
  const modulus = (1n << 2047n) + 1n

  test.each<[string, Uint8Array, string]>([
    ['exponent 3', rsa(modulus, 3n), 'accepted'],
    ['exponent 1', rsa(modulus, 1n), 'key-weak'],
    ['even exponent', rsa(modulus, 65536n), 'key-weak'],
    ['negative exponent', rsa(modulus, -3n), 'key-invalid'],
    ['exponent 0', rsa(modulus, 0n), 'key-weak'],
    ['large exponent', rsa(modulus, (1n << 64n) + 1n), 'key-weak'],
    ['even modulus', rsa(modulus - 1n, 3n), 'key-weak'],
    ['negative modulus', rsa(-modulus, 3n), 'key-invalid'],
    ['modulus of 2,047 bits', rsa((1n << 2046n) + 1n, 3n), 'key-weak'],
    ['modulus of 2,049 bits', rsa((1n << 2048n) + 1n, 3n), 'key-weak'],
    ['modulus of 16,384 bits', rsa((1n << 16383n) + 1n, 3n), 'key-weak'],
  ])('RSA with %s', (_, publicKey, code) => {
    expect(verdict(leafWith({ publicKey }))).toBe(code)
  })

  test('RSA without its NULL, a curve with a NULL', () => {
    const { publicKey } = generateKey('RSA_2048')
    const [, bits] = parseDer(publicKey, 'key').children
    const bare = sequence(sequence(objectIdentifier('1.2.840.113549.1.1.1')), bits?.bytes ?? publicKey)
    expect(verdict(leafWith({ publicKey: bare }))).toBe('key-unsupported')
    const point = parseDer(generateKey('ECC_NIST_P256').publicKey, 'key').children[1]?.bytes ?? publicKey
    const nameless = sequence(sequence(objectIdentifier('1.2.840.10045.2.1'), derNull()), point)
    expect(verdict(leafWith({ publicKey: nameless }))).toBe('key-unsupported')
  })
})

describe('16: a malformed key', () => {
  const { publicKey } = generateKey('ECC_NIST_P256')

  test.each<[string, Uint8Array, string]>([
    ['a point off the curve', flipped(publicKey, -1), 'key-invalid'],
    ['half a point', publicKey.slice(0, -32).with(1, 0x39).with(24, 0x22), 'key-invalid'],
    ['a compressed point', compressed(publicKey), 'key-invalid'],
    ['no key at all', sequence(), 'der-invalid'],
    ['an empty BIT STRING', sequence(publicKey.slice(2, 23), bitString(new Uint8Array())), 'key-invalid'],
    ['RSA that is no SEQUENCE', rsaOf(integer(5)), 'key-invalid'],
    ['RSA with a third number', rsaOf(sequence(integer((1n << 2047n) + 1n), integer(3), integer(1))), 'der-invalid'],
    [
      'RSA with bytes behind',
      rsaOf(concatBytes(sequence(integer((1n << 2047n) + 1n), integer(3)), derNull())),
      'der-invalid',
    ],
  ])('%s: refused as a leaf’s, and nothing is thrown but a refusal as an issuer’s', (_, key, code) => {
    expect(verdict(leafWith({ publicKey: key }))).toBe(code)
    expect(verdict(caWith({ fields: { publicKey: key } }))).toBe('path-not-found')
    expect(inRfc5280(caWith({ fields: { publicKey: key } }))).toBe('path-not-found')
    expect(verdict(rootWith({ fields: { publicKey: key } }))).toBe(code)
  })

  test('the untouched one is taken', () => {
    expect(verdict(leafWith({ publicKey }))).toBe('accepted')
  })
})

function compressed(spki: Uint8Array): Uint8Array {
  const [algorithm, bits] = parseDer(spki, 'key').children
  const point = bits?.content.subarray(1) ?? spki
  const short = concatBytes(Uint8Array.of(2 + ((point.at(-1) ?? 0) & 1)), point.subarray(1, 33))
  return sequence(algorithm?.bytes ?? spki, bitString(short))
}

function rsaOf(key: Uint8Array): Uint8Array {
  return sequence(sequence(objectIdentifier('1.2.840.113549.1.1.1'), derNull()), bitString(key))
}
