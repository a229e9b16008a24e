import { describe, expect, test } from '@jest/globals'
import { encodeExtension, extension, generateKey, name, rawExtension } from '../../../dev/pki.ts'
import { algorithmForKey, type KeySpec, signatureAlgorithms } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { contextConstructed, tag } from '../../../src/core/der/tag.ts'
import { bitString, der, integer, objectIdentifier, sequence, setOf } from '../../../src/core/der/writer.ts'
import { parseCertificationRequest, readCertificationRequest } from '../../../src/core/x509/certification-request.ts'
import { encodeRequestInfo } from '../../../src/core/x509/encode/request.ts'
import { encodeSigned } from '../../../src/core/x509/encode/signed.ts'
import { encodePem } from '../../../src/core/x509/pem.ts'
import { codeOf } from '../../support/refusal.ts'

const key = generateKey('ECC_NIST_P256')
const algorithm = algorithmForKey('ECC_NIST_P256')
const subject = name({ O: 'Example', CN: 'Signer' })
const san = encodeExtension(extension.subjectAltName(der(0x86, utf8('https://example.com'))))

const sign = (info: Uint8Array, signer = key) => encodeSigned(info, algorithm, signer.sign(algorithm.name, info))
const request = (extensions: readonly Uint8Array[] = [san]) =>
  sign(encodeRequestInfo({ subject, publicKey: key.publicKey, extensions }))

const attribute = (oid: string, ...values: readonly Uint8Array[]) => sequence(objectIdentifier(oid), setOf(values))
const extensionRequest = '1.2.840.113549.1.9.14'
const withAttributes = (...attributes: readonly Uint8Array[]) =>
  sign(sequence(integer(0), subject, key.publicKey, der(contextConstructed(0), ...attributes)))

describe('a request', () => {
  test('is read whole', () => {
    const parsed = parseCertificationRequest(request())
    expect(parsed).toMatchObject({
      subject: { text: 'CN=Signer,O=Example' },
      publicKey: { keySpec: 'ECC_NIST_P256' },
      signatureAlgorithm: algorithm,
      extensions: { subjectAlternativeName: [{ kind: 'uri', text: 'https://example.com' }] },
    })
  })

  test('asks for nothing when it has no extensions, or only attributes that ask for nothing here', () => {
    expect(parseCertificationRequest(request([])).rawExtensions.size).toBe(0)
    const challenge = attribute('1.2.840.113549.1.9.7', der(tag.utf8String, utf8('secret')))
    expect(parseCertificationRequest(withAttributes(challenge)).rawExtensions.size).toBe(0)
  })

  const rows = signatureAlgorithms.flatMap((row) => row.keySpecs.map((spec) => [row.name, spec] as const))
  const keys = new Map<KeySpec, ReturnType<typeof generateKey>>()
  test.each(rows.filter(([, spec]) => spec !== 'RSA_4096'))('%s with a key of spec %s', (asked, spec) => {
    const own = keys.get(spec) ?? generateKey(spec)
    keys.set(spec, own)
    const row = algorithmForKey(spec, asked)
    const info = encodeRequestInfo({ subject, publicKey: own.publicKey, extensions: [san] })
    const made = encodeSigned(info, row, own.sign(row.name, info))
    expect(parseCertificationRequest(made)).toMatchObject({ signatureAlgorithm: row, publicKey: { keySpec: spec } })
  })
})

describe('refused', () => {
  const list = sequence(san)
  const last = (bytes: Uint8Array) => bytes.with(bytes.length - 1, (bytes.at(-1) ?? 0) ^ 1)
  const weak = generateKey('RSA_1024')
  const weakInfo = encodeRequestInfo({ subject, publicKey: weak.publicKey, extensions: [] })
  const pkcs1 = algorithmForKey('RSA_2048')

  test.each([
    ['a signature that was changed', () => last(request()), 'request-signature-invalid'],
    [
      'a signature by another key',
      () =>
        sign(encodeRequestInfo({ subject, publicKey: key.publicKey, extensions: [] }), generateKey('ECC_NIST_P256')),
      'request-signature-invalid',
    ],
    ['a weak key', () => encodeSigned(weakInfo, pkcs1, weak.sign(pkcs1.name, weakInfo)), 'key-weak'],
    [
      'an algorithm that is not accepted',
      () => {
        const info = encodeRequestInfo({ subject, publicKey: key.publicKey, extensions: [] })
        const identifier = sequence(objectIdentifier('1.2.840.10045.4.1'))
        return sequence(info, identifier, bitString(key.sign('ECDSA_SHA_1', info)))
      },
      'algorithm-unknown',
    ],
    [
      'a field too many',
      () => sequence(...parseDer(request(), 'r').children.map(({ bytes }) => bytes), integer(0)),
      'der-invalid',
    ],
    [
      'a field too many within',
      () => sign(sequence(integer(0), subject, key.publicKey, der(contextConstructed(0)), integer(0))),
      'der-invalid',
    ],
    [
      'a field too many in an attribute',
      () => withAttributes(sequence(objectIdentifier(extensionRequest), setOf([list]), integer(0))),
      'der-invalid',
    ],
    ['bytes behind it', () => Uint8Array.of(...request(), 0), 'der-invalid'],
    ['another version', () => sign(sequence(integer(1), subject, key.publicKey, der(0xa0))), 'request-invalid'],
    ['no attributes field', () => sign(sequence(integer(0), subject, key.publicKey)), 'der-invalid'],
    [
      'two lists of extensions',
      () => withAttributes(attribute(extensionRequest, list), attribute(extensionRequest, list)),
      'request-invalid',
    ],
    [
      'two values of one list',
      () =>
        withAttributes(
          attribute(extensionRequest, list, sequence(san, encodeExtension(rawExtension('1.2.3', utf8('x'))))),
        ),
      'request-invalid',
    ],
    [
      'attributes out of order',
      () =>
        withAttributes(
          attribute(extensionRequest, list),
          attribute('1.2.840.113549.1.9.7', der(tag.utf8String, utf8('s'))),
        ),
      'request-invalid',
    ],
    ['an extension twice', () => request([san, san]), 'certificate-extension-duplicate'],
    [
      'a malformed extension',
      () => request([encodeExtension(rawExtension('2.5.29.19', utf8('x')))]),
      'certificate-extension-malformed',
    ],
  ])('%s', (_, make, code) => {
    expect(codeOf(() => parseCertificationRequest(make()))).toBe(code)
  })
})

describe('files', () => {
  test('PEM and DER', () => {
    const bytes = request()
    expect(readCertificationRequest(bytes, 'file')).toEqual(bytes)
    expect(readCertificationRequest(encodePem('CERTIFICATE REQUEST', [bytes]), 'file')).toEqual(bytes)
  })

  test.each([
    ['two of them', () => encodePem('CERTIFICATE REQUEST', [request(), request()]), 'request-invalid'],
    ['a certificate', () => encodePem('CERTIFICATE', [request()]), 'pem-invalid'],
    ['a private key', () => utf8(key.privateKeyPem), 'private-key-in-input'],
    ['cut short', () => encodePem('CERTIFICATE REQUEST', [request()]).subarray(0, 200), 'pem-invalid'],
  ])('%s', (_, make, code) => {
    expect(codeOf(() => readCertificationRequest(make(), 'file'))).toBe(code)
  })
})
