import { describe, expect, test } from '@jest/globals'
import { createAuthority } from '../../../dev/pki.ts'
import {
  attribute,
  plainRsa,
  type TimeStampTokenOptions,
  timeStampOid,
  timeStampToken,
  tstInfo,
} from '../../../dev/time-stamp-token.ts'
import { concatBytes, utf8 } from '../../../src/core/bytes.ts'
import { contextConstructed, contextPrimitive, tag } from '../../../src/core/der/tag.ts'
import {
  der,
  derBoolean,
  derNull,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../src/core/der/writer.ts'
import { limits } from '../../../src/core/limits.ts'
import { tokenOfResponse } from '../../../src/core/timestamp/response.ts'
import { parseTimeStampToken } from '../../../src/core/timestamp/token.ts'
import { parseTstInfo } from '../../../src/core/timestamp/tst-info.ts'
import { appendEverywhere } from '../../support/append-everywhere.ts'
import { codeOf } from '../../support/refusal.ts'

const signer = createAuthority().issue({ profile: 'time-stamping' })
const message = utf8('hello')

type Options = Partial<TimeStampTokenOptions>
const token = (options: Options = {}) => timeStampToken({ signer, message, ...options })
const info = (options: Options = {}) => parseTstInfo(tstInfo({ signer, message, ...options }))
const refusal = (options: Options) => codeOf(() => parseTimeStampToken(token(options)))

describe('parseTstInfo', () => {
  test('reads every field', () => {
    const tsa = der(contextConstructed(0), der(contextConstructed(4), sequence()))
    const read = info({ nonce: 42n, accuracy: { seconds: 1, millis: 500, micros: 1 }, serial: -5n, trailing: [tsa] })
    expect(read).toMatchObject({ policy: '1.3.6.1.4.1.4146.2.3', serial: -5n, nonce: 42n })
    expect(read.imprint.hash.name).toBe('sha256')
    expect(read.genTime.toISOString()).toBe('2026-06-01T12:00:00.000Z')
    expect(read.earliest.toISOString()).toBe('2026-06-01T11:59:58.499Z')
    expect(read.latest.toISOString()).toBe('2026-06-01T12:00:01.501Z')
    expect(read.tsa).toMatchObject({ kind: 'directory', text: '' })
  })

  test('takes the finest and the coarsest accuracy', () => {
    const read = info({ accuracy: { millis: 999, micros: 999 } })
    expect(read.latest.toISOString()).toBe('2026-06-01T12:00:01.000Z')
    expect(info({ accuracy: { seconds: 2 ** 20 } }).earliest.toISOString()).toBe('2026-05-20T08:43:44.000Z')
  })

  test.each([
    ['20260601120000Z', '2026-06-01T12:00:00.000Z', '2026-06-01T12:00:00.000Z'],
    ['20260601120000.5Z', '2026-06-01T12:00:00.500Z', '2026-06-01T12:00:00.500Z'],
    ['20260601120000.0009Z', '2026-06-01T12:00:00.000Z', '2026-06-01T12:00:00.001Z'],
    ['20260601120000.12345678Z', '2026-06-01T12:00:00.123Z', '2026-06-01T12:00:00.124Z'],
    ['20260601235959.999999Z', '2026-06-01T23:59:59.999Z', '2026-06-02T00:00:00.000Z'],
    ['20240229000000Z', '2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
  ])('reads genTime %s', (genTime, earliest, latest) => {
    const read = info({ genTime })
    expect([read.earliest.toISOString(), read.latest.toISOString()]).toEqual([earliest, latest])
  })

  test.each([
    '202606011200Z',
    '20260601120000',
    '20260601120000+0000',
    '20260601120000.Z',
    '20260601120000.50Z',
    '20260601120000,5Z',
    '20260229120000Z',
    '20261301120000Z',
    '20260601240000Z',
    '20260601126000Z',
    '20260601120060Z',
    '260601120000Z',
    `20260601120000.${'1'.repeat(40)}Z`,
  ])('refuses genTime %s', (genTime) => expect(codeOf(() => info({ genTime }))).toBe('timestamp-invalid'))

  test.each<[string, Options, string]>([
    ['version 2', { tstVersion: 2 }, 'timestamp-invalid'],
    ['an imprint by SHA-1', { imprintHash: 'sha1' }, 'algorithm-unknown'],
    ['an imprint of another length', { imprint: new Uint8Array(31) }, 'timestamp-invalid'],
    ['an accuracy of 0 ms', { accuracy: { millis: 0 } }, 'timestamp-invalid'],
    ['an accuracy of 1,000 ms', { accuracy: { millis: 1000 } }, 'timestamp-invalid'],
    ['an accuracy of 1,000 µs', { accuracy: { micros: 1000 } }, 'timestamp-invalid'],
    ['a negative accuracy', { accuracy: { seconds: -1 } }, 'der-invalid'],
    ['ordering with its default', { trailing: [derBoolean(false)] }, 'der-invalid'],
    ['a field after the last', { trailing: [octetString(utf8('x'))] }, 'der-invalid'],
    ['empty extensions', { trailing: [der(contextConstructed(1))] }, 'der-invalid'],
    [
      'a critical extension',
      {
        trailing: [
          der(contextConstructed(1), sequence(objectIdentifier('1.2.3'), derBoolean(true), octetString(derNull()))),
        ],
      },
      'timestamp-invalid',
    ],
  ])('refuses %s', (_, options, code) => expect(codeOf(() => info(options))).toBe(code))

  test('takes ordering, a tsa of another form and an extension that is not critical', () => {
    const trailing = [
      derBoolean(true),
      der(contextConstructed(0), der(contextPrimitive(6), utf8('https://tsa.example.com'))),
      der(contextConstructed(1), sequence(objectIdentifier('1.2.3'), octetString(derNull()))),
    ]
    expect(info({ trailing }).tsa).toMatchObject({ kind: 'uri', text: 'https://tsa.example.com' })
    expect(info().tsa).toBeUndefined()
  })
})

describe('parseTimeStampToken', () => {
  test('reads what is in it', () => {
    const read = parseTimeStampToken(token({ nonce: 7n }))
    expect(read).toMatchObject({
      certificates: signer.chain,
      algorithm: { name: 'ECDSA_SHA_256' },
      hash: { name: 'sha256' },
    })
    expect(read.info.nonce).toBe(7n)
    expect(read.signedAttributes[0]).toBe(tag.set)
  })

  test('takes other signed and unsigned attributes, and CMSAlgorithmProtection that is right', () => {
    const options: Options = {
      attributes: (usual) => [
        ...usual,
        attribute('1.2.3', derNull()),
        attribute(timeStampOid.algorithmProtection, protection()),
      ],
      unsignedAttributes: [attribute('1.2.3', derNull())],
    }
    expect(refusal(options)).toBe('accepted')
  })

  test('takes CRLs, which nobody looks at, several digest algorithms, and policies in an ESSCertID attribute', () => {
    const sha256 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), derNull())
    const sha512 = sequence(objectIdentifier('2.16.840.1.101.3.4.2.3'))
    expect(refusal({ crls: [sequence()], digestAlgorithms: [sha256, sha512] })).toBe('accepted')
    const id = sequence(octetString(new Uint8Array(32)))
    const withPolicies: Options = {
      essVersions: [],
      attributes: (usual) => [
        ...usual,
        attribute(timeStampOid.signingCertificateV2, sequence(sequence(id), sequence())),
      ],
    }
    expect(refusal(withPolicies)).toBe('accepted')
  })

  test('takes rsaEncryption for PKCS#1 under the digest algorithm', () => {
    const method = { identifier: plainRsa('sha512').identifier, sign: () => new Uint8Array(256) }
    const read = parseTimeStampToken(token({ algorithm: method, hash: 'sha512' }))
    expect(read.algorithm.name).toBe('RSASSA_PKCS1_V1_5_SHA_512')
  })

  const protection = (...more: readonly Uint8Array[]) =>
    sequence(
      sequence(objectIdentifier('2.16.840.1.101.3.4.2.1')),
      der(contextConstructed(1), objectIdentifier('1.2.840.10045.4.3.2')),
      ...more,
    )
  const protectedBy = (values: readonly Uint8Array[]): Options => ({
    attributes: (usual) => [...usual, attribute(timeStampOid.algorithmProtection, ...values)],
  })

  const without = (oid: string): Options => ({
    attributes: (usual) => usual.filter((one) => !includes(one, objectIdentifier(oid))),
  })

  test.each<[string, Options, string]>([
    ['another content type', { contentType: '1.2.840.113549.1.7.1' }, 'timestamp-invalid'],
    ['SignedData of version 1', { version: 1 }, 'timestamp-invalid'],
    ['a SignerInfo of version 2', { signerInfoVersion: 2 }, 'timestamp-invalid'],
    ['version 1 with a key identifier', { signerIdentifier: der(contextPrimitive(0), utf8('x')) }, 'der-invalid'],
    ['no signer', { signers: 0 }, 'timestamp-invalid'],
    ['two signers', { signers: 2 }, 'timestamp-invalid'],
    ['a digest by SHA-1', { hash: 'sha1' }, 'algorithm-unknown'],
    ['a signature under another hash', { algorithm: 'ECDSA_SHA_384' }, 'timestamp-invalid'],
    ['an attribute certificate', { certificates: [der(contextConstructed(1), derNull())] }, 'timestamp-invalid'],
    [
      'digest algorithms without its own',
      { digestAlgorithms: [sequence(objectIdentifier('2.16.840.1.101.3.4.2.2'))] },
      'timestamp-invalid',
    ],
    ['no digest algorithm', { digestAlgorithms: [] }, 'timestamp-invalid'],
    [
      'a digest algorithm with parameters',
      { digestAlgorithms: [sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), integer(1))] },
      'timestamp-invalid',
    ],
    [
      'content of another type than is signed',
      {
        contentType: '1.2.840.113549.1.7.1',
        attributes: (usual) => [
          ...usual.slice(1),
          attribute(timeStampOid.contentType, objectIdentifier(timeStampOid.tstInfo)),
        ],
      },
      'timestamp-invalid',
    ],
    ['CMSAlgorithmProtection with a MAC algorithm', protectedBy([protection(derNull())]), 'timestamp-invalid'],
    ['CMSAlgorithmProtection of two values', protectedBy([protection(), protection(derNull())]), 'timestamp-invalid'],
    ['CMSAlgorithmProtection of no value', protectedBy([]), 'timestamp-invalid'],
    [
      'a signed contentType of something else',
      {
        attributes: (usual) => [
          ...usual.slice(1),
          attribute(timeStampOid.contentType, objectIdentifier('1.2.840.113549.1.7.1')),
        ],
      },
      'timestamp-invalid',
    ],
    [
      'a signing-certificate attribute of two values',
      {
        essVersions: [],
        attributes: (usual) => [
          ...usual,
          attribute(timeStampOid.signingCertificateV2, sequence(), sequence(integer(1))),
        ],
      },
      'timestamp-invalid',
    ],
    [
      'an ESSCertID of version 1 with a hash algorithm',
      {
        essVersions: [],
        attributes: (usual) => [
          ...usual,
          attribute(
            timeStampOid.signingCertificate,
            sequence(
              sequence(sequence(sequence(objectIdentifier('2.16.840.1.101.3.4.2.1')), octetString(new Uint8Array(32)))),
            ),
          ),
        ],
      },
      'der-invalid',
    ],
    ['no contentType', without(timeStampOid.contentType), 'timestamp-invalid'],
    ['no messageDigest', without(timeStampOid.messageDigest), 'timestamp-invalid'],
    ['nothing that binds the signer', { essVersions: [] }, 'timestamp-invalid'],
    ['an ESSCertIDv2 by SHA-1', { essHash: 'sha1' }, 'algorithm-unknown'],
    [
      'an attribute twice',
      { attributes: (usual) => [...usual, attribute('1.2.3', derNull()), attribute('1.2.3', integer(1))] },
      'timestamp-invalid',
    ],
    [
      'two values of messageDigest',
      {
        attributes: (usual) => [
          ...usual.filter((one) => !includes(one, objectIdentifier(timeStampOid.messageDigest))),
          attribute(timeStampOid.messageDigest, octetString(utf8('a')), octetString(utf8('b'))),
        ],
      },
      'timestamp-invalid',
    ],
    [
      'an empty signing-certificate attribute',
      {
        essVersions: [],
        attributes: (usual) => [...usual, attribute(timeStampOid.signingCertificateV2, sequence(sequence()))],
      },
      'timestamp-invalid',
    ],
    [
      'CMSAlgorithmProtection of another algorithm',
      {
        attributes: (usual) => [
          ...usual,
          attribute(
            timeStampOid.algorithmProtection,
            sequence(
              sequence(objectIdentifier('2.16.840.1.101.3.4.2.2')),
              der(contextConstructed(1), objectIdentifier('1.2.840.10045.4.3.2')),
            ),
          ),
        ],
      },
      'timestamp-invalid',
    ],
    [
      'too many certificates',
      { certificates: Array.from({ length: limits.certificates + 1 }, () => sequence()) },
      'limit-exceeded',
    ],
  ])('refuses %s', (_, options, code) => expect(refusal(options)).toBe(code))

  test('refuses attributes out of order, trailing bytes, a bare TSTInfo and too many bytes', () => {
    const bytes = token()
    const read = parseTimeStampToken(bytes)
    const attributes = read.signedAttributes.subarray(1)
    const start = indexOf(bytes, attributes)
    const header = attributes.length > 129 ? 2 : 1
    const [first, second] = splitFirst(attributes.subarray(header))
    const swapped = Uint8Array.from(bytes)
    swapped.set(concatBytes(second, first), start + header)
    expect(codeOf(() => parseTimeStampToken(swapped))).toBe('der-invalid')
    expect(codeOf(() => parseTimeStampToken(concatBytes(bytes, Uint8Array.of(0))))).toBe('der-invalid')
    expect(codeOf(() => parseTimeStampToken(tstInfo({ signer, message })))).toBe('der-invalid')
    expect(codeOf(() => parseTimeStampToken(new Uint8Array(limits.timestampBytes + 1)))).toBe('limit-exceeded')
  })
})

describe('an element too many is refused wherever it stands', () => {
  const rich: Options = {
    certificates: [],
    essVersions: [1, 2],
    nonce: 5n,
    accuracy: { seconds: 1, millis: 2, micros: 3 },
    trailing: [
      der(contextConstructed(0), der(contextConstructed(4), signer.subject)),
      der(contextConstructed(1), sequence(objectIdentifier('1.2.3'), octetString(derNull()))),
    ],
  }
  const accepted = (bytes: Uint8Array, parse: (bytes: Uint8Array) => unknown) =>
    appendEverywhere(bytes)
      .filter((changed) => codeOf(() => parse(changed.bytes)) === 'accepted')
      .map(({ place }) => place)
  /** Names are read when they are compared. */
  const isName = (place: string) => /\/a4\.0\/30|\/30\.3\/31\.0\/30\.1\/30\.0\/30/.test(place)

  test('in a TSTInfo', () => {
    const places = accepted(tstInfo({ signer, message, ...rich }), parseTstInfo)
    expect(places.filter((place) => !isName(place))).toEqual([])
  })

  test('in a token, but for another digest algorithm and further certificates in an ESSCertID attribute', () => {
    const places = accepted(token(rich), parseTimeStampToken)
    expect(places.filter((place) => !isName(place))).toEqual([
      '/30.1/a0.0/30.1/31',
      '/30.1/a0.0/30.3/31.0/30.3/a0.2/30.1/31.0/30.0/30',
      '/30.1/a0.0/30.3/31.0/30.3/a0.3/30.1/31.0/30.0/30',
    ])
  })

  test('in an answer, whose token is read apart', () => {
    const answer = sequence(sequence(integer(0), sequence(der(tag.utf8String, utf8('x')))), token())
    expect(accepted(answer, tokenOfResponse).filter((place) => !place.startsWith('/30.1/'))).toEqual(['/30.0/30.1/30'])
  })
})

const indexOf = (bytes: Uint8Array, part: Uint8Array): number => Buffer.from(bytes).indexOf(part)
const includes = (bytes: Uint8Array, part: Uint8Array): boolean => indexOf(bytes, part) >= 0

/** The first of short DER elements, and the rest. */
function splitFirst(bytes: Uint8Array): [Uint8Array, Uint8Array] {
  const length = 2 + (bytes[1] ?? 0)
  return [bytes.subarray(0, length), bytes.subarray(length)]
}
