import { describe, expect, test } from '@jest/globals'
import {
  type CrlOptions,
  createAuthority,
  critical,
  crlPem,
  defaultDates,
  encodeExtension,
  extension,
  generalizedTime,
  generalName,
  nonCritical,
  rawExtension,
} from '../../../dev/pki.ts'
import { signatureAlgorithms } from '../../../src/core/algorithm.ts'
import { concatBytes, utf8 } from '../../../src/core/bytes.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { tag } from '../../../src/core/der/tag.ts'
import { bitString, der, derNull, integer, octetString, sequence, time } from '../../../src/core/der/writer.ts'
import { limits } from '../../../src/core/limits.ts'
import { parseCrl, readCrls } from '../../../src/core/x509/crl.ts'
import { codeOf } from '../../support/refusal.ts'

const root = createAuthority({ subject: { O: 'Example', CN: 'Root' } })
const date = new Date('2026-11-02T03:04:05Z')
const unknown = rawExtension('1.2.3.4', derNull())
const indirect = extension.issuingDistributionPoint({ indirect: true })
const other = generalName.directory('Other')

const read = (options: CrlOptions) => codeOf(() => parseCrl(root.crl(options)))
const readExtension = (...extensions: CrlOptions['extensions'] & {}) => read({ extensions })
const readEntry = (
  entry: Partial<NonNullable<CrlOptions['revoked']>[number]>,
  extensions: CrlOptions['extensions'] & {} = [],
) => read({ revoked: [{ serial: 5n, date, ...entry }], extensions })

describe('what a CRL says', () => {
  test('fields and extensions', () => {
    const crl = parseCrl(root.crl({ number: 7, extensions: [extension.expiredCertsOnCrl(date)] }))
    expect(crl.issuer.text).toBe('CN=Root,O=Example')
    expect(crl.thisUpdate).toEqual(defaultDates.thisUpdate)
    expect(crl.nextUpdate).toEqual(defaultDates.nextUpdate)
    expect(crl.number).toBe(7n)
    expect(crl.baseNumber).toBeUndefined()
    expect(crl.expiredSince).toEqual(date)
    expect(crl.authorityKeyId).toHaveLength(20)
  })

  test('entries, found by issuer and serial number', () => {
    const invalidityDate = new Date('2026-10-01T00:00:00Z')
    const crl = parseCrl(
      root.crl({
        revoked: [
          { serial: 5n, date, reason: 'keyCompromise', invalidityDate },
          { serial: -6n, date },
        ],
      }),
    )
    const { issuer } = crl
    expect(crl.find(issuer, 5n)).toEqual([
      { serial: 5n, revocationDate: date, reason: 1, invalidityDate, certificateIssuer: undefined },
    ])
    expect(crl.find(issuer, -6n)).toMatchObject([{ reason: undefined }])
    expect(crl.find(issuer, 6n)).toEqual([])
    expect(crl.find(parseCrl(createAuthority({ subject: 'Other' }).crl()).issuer, 5n)).toEqual([])
  })

  test('an entry is for the issuer last named before it', () => {
    const crl = parseCrl(
      root.crl({
        extensions: [indirect],
        revoked: [
          { serial: 1n, date },
          { serial: 2n, date, certificateIssuer: [other] },
          { serial: 3n, date },
        ],
      }),
    )
    const otherIssuer = parseCrl(createAuthority({ subject: 'Other' }).crl()).issuer
    const found = [1n, 2n, 3n].map((serial) => [
      crl.find(crl.issuer, serial).length,
      crl.find(otherIssuer, serial).length,
    ])
    expect(found).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ])
  })

  test('an entry may name its issuer by several names, and a certificate stand there twice', () => {
    const names = [generalName.directory('Other'), generalName.dns('x.example'), generalName.directory('Another')]
    const revoked = [
      { serial: 5n, date, certificateIssuer: names },
      { serial: 5n, date: defaultDates.thisUpdate },
    ]
    const crl = parseCrl(root.crl({ extensions: [indirect], revoked }))
    for (const subject of ['Other', 'Another']) {
      const { issuer } = parseCrl(createAuthority({ subject }).crl())
      expect(crl.find(issuer, 5n)).toHaveLength(2)
    }
    expect(crl.find(crl.issuer, 5n)).toHaveLength(0)
  })

  test('every distribution point and flag', () => {
    const names = [generalName.uri('http://example.com/crl')]
    const { issuingDistributionPoint } = parseCrl(
      root.crl({
        extensions: [
          extension.issuingDistributionPoint({
            names,
            onlyUserCerts: true,
            onlySomeReasons: ['keyCompromise', 'aACompromise'],
            indirect: true,
          }),
        ],
      }),
    )
    expect(issuingDistributionPoint).toMatchObject({
      name: { kind: 'full', names: [{ kind: 'uri', text: 'http://example.com/crl' }] },
      onlyUserCertificates: true,
      onlyAuthorityCertificates: false,
      onlySomeReasons: new Set([1, 8]),
      indirect: true,
      onlyAttributeCertificates: false,
    })
  })
})

describe('a CRL that is not well-formed', () => {
  test('a well-formed one is read', () => {
    expect(read({})).toBe('accepted')
    expect(readEntry({ reason: 'superseded' })).toBe('accepted')
    expect(readExtension(unknown, extension.issuerAltName(other))).toBe('accepted')
    expect(readEntry({ extensions: [unknown] })).toBe('accepted')
    for (const code of [0, 1, 2, 3, 4, 5, 6, 9, 10]) {
      expect(readEntry({ extensions: [extension.reasonCode(code)] })).toBe('accepted')
    }
    expect(readEntry({ serial: (1n << 255n) - 1n })).toBe('accepted')
    expect(read({ number: 0 })).toBe('accepted')
    expect(read({ number: (1n << 159n) - 1n })).toBe('accepted')
  })

  test.each<[string, CrlOptions]>([
    ['version 1', { version: null }],
    ['version 3', { version: 2 }],
    ['an empty issuer', { issuer: sequence() }],
    ['no nextUpdate', { nextUpdate: null }],
    ['nextUpdate before thisUpdate', { nextUpdate: new Date('2026-10-01T00:00:00Z') }],
    ['a field behind the extensions', { trailing: [derNull()] }],
    ['other signature algorithm inside', { signature: sequence(derNull()) }],
    ['no CRL number', { number: null }],
    ['negative CRL number', { number: -1 }],
    ['CRL number of 21 octets', { number: 1n << 160n }],
    ['critical CRL number', { number: null, extensions: [critical(extension.crlNumber(1))] }],
    [
      'critical key identifier',
      { overrides: { authorityKeyIdentifier: critical(extension.authorityKeyIdentifier()) } },
    ],
    ['the same extension twice', { extensions: [extension.crlNumber(2)] }],
    ['delta indicator that is not critical', { extensions: [nonCritical(extension.deltaCrlIndicator(0))] }],
    ['delta at its base', { number: 3, extensions: [extension.deltaCrlIndicator(3)] }],
    [
      'delta with freshestCRL',
      { extensions: [extension.deltaCrlIndicator(0), extension.freshestCrl({ names: [other] })] },
    ],
    ['critical freshestCRL', { extensions: [critical(extension.freshestCrl({ names: [other] }))] }],
    ['scope that is not critical', { extensions: [nonCritical(indirect)] }],
    ['expiredCertsOnCRL as UTCTime', { extensions: [rawExtension('2.5.29.60', integer(5))] }],
    ['removeFromCRL outside a delta', { revoked: [{ serial: 1n, date, reason: 'removeFromCRL' }] }],
    ['unknown reason', { revoked: [{ serial: 1n, date, extensions: [rawExtension('2.5.29.21', integer(1))] }] }],
    ['critical reason', { revoked: [{ serial: 1n, date, extensions: [critical(extension.reasonCode(1))] }] }],
    [
      'critical invalidity date',
      { revoked: [{ serial: 1n, date, extensions: [critical(extension.invalidityDate(date))] }] },
    ],
    ['reason 7', { revoked: [{ serial: 1n, date, extensions: [extension.reasonCode(7)] }] }],
    ['reason twice', { revoked: [{ serial: 1n, date, reason: 'superseded', extensions: [extension.reasonCode(1)] }] }],
    ['certificateIssuer in a direct CRL', { revoked: [{ serial: 1n, date, certificateIssuer: [other] }] }],
    [
      'certificateIssuer that is not critical',
      {
        extensions: [indirect],
        revoked: [{ serial: 1n, date, extensions: [nonCritical(extension.certificateIssuer(other))] }],
      },
    ],
    [
      'certificateIssuer without a directory name',
      {
        extensions: [indirect],
        revoked: [{ serial: 1n, date, certificateIssuer: [generalName.dns('example.com')] }],
      },
    ],
    ['serial number of 33 octets', { revoked: [{ serial: 1n << 260n, date }] }],
  ])('%s', (_, options) => {
    expect(read(options)).toBe('crl-invalid')
  })

  test.each<[string, CrlOptions]>([
    ['critical extension', { extensions: [critical(unknown)] }],
    ['critical entry extension', { revoked: [{ serial: 1n, date, extensions: [critical(unknown)] }] }],
    ['critical issuer alternative name', { extensions: [critical(extension.issuerAltName(other))] }],
  ])('unknown %s', (_, options) => {
    expect(read(options)).toBe('crl-extension-unknown')
  })

  test.each<[string, CrlOptions]>([
    ['trailing byte', { mutateBytes: (bytes) => concatBytes(bytes, Uint8Array.of(0)) }],
    ['thisUpdate with fractions', { thisUpdate: generalizedTime(date).with(1, 14) }],
    ['entry without a date', { revoked: [{ serial: 1n, date: derNull() }] }],
    ['padded serial number', { revoked: [{ serial: Uint8Array.of(2, 2, 0, 1), date }] }],
    [
      'trailing bytes in an extension',
      { extensions: [rawExtension('2.5.29.28', concatBytes(indirect.value, derNull()), true)] },
    ],
    ['malformed freshestCRL', { extensions: [rawExtension('2.5.29.46', sequence())] }],
    [
      'malformed entry extensions',
      { revoked: [{ serial: concatBytes(integer(1), time(date)), date: sequence(sequence()) }] },
    ],
    ['entry with a field behind', { revoked: [{ serial: 1n, date: concatBytes(time(date), derNull()) }] }],
    [
      'two lists of extensions',
      {
        number: null,
        overrides: { authorityKeyIdentifier: null },
        trailing: [der(0xa0, ...[1, 2].map((number) => sequence(encodeExtension(extension.crlNumber(number)))))],
      },
    ],
    ['empty scope', { extensions: [extension.issuingDistributionPoint({})] }],
    [
      'two scopes at once',
      { extensions: [extension.issuingDistributionPoint({ onlyUserCerts: true, onlyCaCerts: true })] },
    ],
    [
      'scope with a written default',
      { extensions: [rawExtension('2.5.29.28', sequence(Uint8Array.of(0x84, 1, 0)), true)] },
    ],
    ['no reasons', { extensions: [extension.issuingDistributionPoint({ onlySomeReasons: [] })] }],
    ['reason unused', { extensions: [extension.issuingDistributionPoint({ onlySomeReasons: ['unused'] })] }],
  ])('%s', (_, options) => {
    expect(['der-invalid', 'crl-invalid']).toContain(read(options))
  })

  test('an empty list of entries', () => {
    const crl = root.crl({ trailing: [], mutateTbs: (tbs) => tbs })
    expect(codeOf(() => parseCrl(crl))).toBe('accepted')
    const empty = root.crl({ nextUpdate: concatBytes(generalizedTime(defaultDates.nextUpdate), sequence()) })
    expect(codeOf(() => parseCrl(empty))).toBe('crl-invalid')
  })

  test('other shapes than a CRL', () => {
    const [tbs, algorithm, signature] = parseDer(root.crl(), 'CRL').children.map((child) => child.bytes)
    const parts = [tbs ?? derNull(), algorithm ?? derNull(), signature ?? derNull()] as const
    const shape = (...fields: Uint8Array[]) => codeOf(() => parseCrl(sequence(...fields)))
    expect(shape(...parts)).toBe('accepted')
    expect(shape(...parts, derNull())).toBe('crl-invalid')
    expect(shape(parts[0], parts[1])).toBe('crl-invalid')
    expect(shape(parts[0])).toBe('crl-invalid')
    expect(shape()).toBe('crl-invalid')
    expect(shape(octetString(parts[0]), parts[1], parts[2])).toBe('crl-invalid')
    expect(shape(parts[0], parts[1], octetString(parts[2]))).toBe('crl-invalid')
    expect(codeOf(() => parseCrl(concatBytes(root.crl(), derNull())))).toBe('crl-invalid')
    expect(codeOf(() => parseCrl(octetString(root.crl())))).toBe('crl-invalid')
    expect(codeOf(() => parseCrl(der(tag.set, ...parts)))).toBe('crl-invalid')
  })

  test('an unknown signature algorithm', () => {
    expect(read({ signatureAlgorithm: sequence(octetString(utf8('x'))) })).toBe('algorithm-unknown')
    expect(read({ algorithm: 'ECDSA_SHA_1' })).toBe('algorithm-unknown')
  })
})

describe('bounds', () => {
  const entries = (count: number) => Array.from({ length: count }, (_, i) => ({ serial: BigInt(i + 1), date }))

  test('a long CRL is read whole', () => {
    const crl = parseCrl(root.crl({ revoked: entries(20_000) }))
    expect(crl.find(crl.issuer, 20_000n)).toHaveLength(1)
    expect(crl.find(crl.issuer, 20_001n)).toHaveLength(0)
  })

  test('too many elements, too many bytes', () => {
    const one = sequence(integer(1), generalizedTime(date))
    const many = new Uint8Array(one.length * (Math.floor(limits.crlNodes / 3) + 1))
    for (let offset = 0; offset < many.length; offset += one.length) many.set(one, offset)
    const nextUpdate = concatBytes(generalizedTime(defaultDates.nextUpdate), sequence(many))
    expect(codeOf(() => parseCrl(root.crl({ nextUpdate })))).toBe('limit-exceeded')
    expect(codeOf(() => parseCrl(new Uint8Array(limits.crlBytes + 1)))).toBe('limit-exceeded')
  })

  test('a wrapper of too many small elements', () => {
    const zeros = new Uint8Array(200_000).fill(5)
    for (let i = 1; i < zeros.length; i += 2) zeros[i] = 0
    expect(codeOf(() => parseCrl(sequence(zeros)))).toBe('crl-invalid')
    expect(codeOf(() => parseCrl(concatBytes(sequence(), zeros)))).toBe('crl-invalid')
    const list = sequence(sequence(zeros), signatureAlgorithms[0]?.identifier ?? zeros, bitString(zeros))
    expect(codeOf(() => parseCrl(list))).toBe('crl-invalid')
  })
})

describe('CRL files', () => {
  test('PEM, one or many, or DER', () => {
    const crl = root.crl()
    expect(readCrls(utf8(crlPem(crl) + crlPem(crl)), 'file')).toEqual([crl, crl])
    expect(readCrls(crl, 'file')).toEqual([crl])
  })

  test('another label, a key', () => {
    expect(codeOf(() => readCrls(utf8(root.certificatePem), 'file'))).toBe('pem-invalid')
    expect(codeOf(() => readCrls(utf8(root.key.privateKeyPem), 'file'))).toBe('private-key-in-input')
  })
})
