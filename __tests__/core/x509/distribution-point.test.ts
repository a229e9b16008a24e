import { describe, expect, test } from '@jest/globals'
import { extension, generalName, namedBits, rdn, utf8String } from '../../../dev/pki.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { der, derNull, objectIdentifier, sequence, setOf } from '../../../src/core/der/writer.ts'
import {
  fullNames,
  parseDistributionPoints,
  parseIssuingDistributionPoint,
  shareName,
} from '../../../src/core/x509/distribution-point.ts'
import { parseGeneralNames } from '../../../src/core/x509/general-name.ts'
import { parseName } from '../../../src/core/x509/name.ts'
import { codeOf } from '../../support/refusal.ts'

const uri = generalName.uri('http://example.com/crl')
const points = (value: Uint8Array) => parseDistributionPoints(parseDer(value, 'points'), 'points')
const scope = (value: Uint8Array) => parseIssuingDistributionPoint(parseDer(value, 'scope'), 'scope')
const full = der(0xa0, der(0xa0, uri))
const attribute = (oid: string) => sequence(objectIdentifier(oid), utf8String('x'))

describe('distribution points', () => {
  test('every field', () => {
    const { value } = extension.crlDistributionPoints(
      { names: [uri], reasons: ['keyCompromise', 'superseded'], crlIssuer: [generalName.directory('X')] },
      { relativeName: rdn({ CN: 'x', O: 'y' }) },
    )
    const [first, second] = points(value)
    expect(first?.name).toMatchObject({ kind: 'full', names: [{ kind: 'uri' }] })
    expect([...(first?.reasons ?? [])]).toEqual([1, 4])
    expect(first?.crlIssuer).toMatchObject([{ kind: 'directory', text: 'CN=X' }])
    expect(second).toMatchObject({ name: { kind: 'relative' }, reasons: undefined, crlIssuer: undefined })
  })

  const [cn, o] = [attribute('2.5.4.3'), attribute('2.5.4.10')]
  test.each([
    ['sound', sequence(sequence(full)), true],
    ['sound, relative', sequence(sequence(der(0xa0, setOf([cn, o], 0xa1)))), true],
    ['no list', der(0xa0, sequence(full)), false],
    ['an empty list', sequence(), false],
    ['no sequence in it', sequence(der(0xa0, full)), false],
    ['an empty point', sequence(sequence()), false],
    ['reasons alone', sequence(sequence(namedBits([1], 0x81))), false],
    ['a field behind', sequence(sequence(full, derNull())), false],
    ['fields out of order', sequence(sequence(namedBits([1], 0x81), full)), false],
    ['an empty name', sequence(sequence(der(0xa0))), false],
    ['two names', sequence(sequence(der(0xa0, der(0xa0, uri), der(0xa0, uri)))), false],
    ['a full and a relative name', sequence(sequence(der(0xa0, setOf([cn], 0xa1), der(0xa0, uri)))), false],
    ['two relative names', sequence(sequence(der(0xa0, setOf([cn], 0xa1), setOf([cn], 0xa1)))), false],
    ['a name of neither kind', sequence(sequence(der(0xa0, der(0xa2, uri)))), false],
    ['an empty full name', sequence(sequence(der(0xa0, der(0xa0)))), false],
    ['an empty relative name', sequence(sequence(der(0xa0, der(0xa1)))), false],
    ['a relative name out of order', sequence(sequence(der(0xa0, der(0xa1, o, cn)))), false],
    ['no reasons', sequence(sequence(full, namedBits([], 0x81))), false],
    ['reasons that nobody knows', sequence(sequence(full, namedBits([1, 9], 0x81))), false],
    ['an empty cRLIssuer', sequence(sequence(full, der(0xa2))), false],
  ])('%s', (_, value, isSound) => {
    const code = codeOf(() => points(value))
    if (isSound) expect(code).toBe('accepted')
    else expect(['der-invalid', 'name-malformed']).toContain(code)
  })
})

describe('issuing distribution points', () => {
  const flag = (number: number) => der(0x80 | number, Uint8Array.of(0xff))

  test.each([
    ['sound', sequence(full, flag(1)), true],
    ['attribute certificates', sequence(flag(5)), true],
    ['no sequence', der(0xa0, full), false],
    ['empty', sequence(), false],
    ['a field behind', sequence(full, flag(6)), false],
    ['users and CAs', sequence(flag(1), flag(2)), false],
    ['CAs and attributes', sequence(flag(2), flag(5)), false],
    ['a flag that says no', sequence(der(0x84, Uint8Array.of(0))), false],
    ['a flag that is no BOOLEAN', sequence(der(0x84, Uint8Array.of(1))), false],
  ])('%s', (_, value, isSound) => {
    expect(codeOf(() => scope(value))).toBe(isSound ? 'accepted' : 'der-invalid')
  })

  test.each([1, 2, 4, 5])('flag [%i] and no other', (number) => {
    const read = scope(sequence(flag(number)))
    expect([
      read.onlyUserCertificates,
      read.onlyAuthorityCertificates,
      read.indirect,
      read.onlyAttributeCertificates,
    ]).toEqual([1, 2, 4, 5].map((one) => one === number))
  })
})

describe('names', () => {
  const names = (...list: Uint8Array[]) => parseGeneralNames(parseDer(sequence(...list), 'names'), 'names')

  test('share one when any of the one is any of the other', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((text) => generalName.dns(text)) as [Uint8Array, Uint8Array, Uint8Array]
    expect(shareName(names(a, b), names(b, c))).toBe(true)
    expect(shareName(names(a), names(b, c))).toBe(false)
    expect(shareName(names(generalName.directory('Some Name')), names(c, generalName.directory('some  NAME')))).toBe(
      true,
    )
    expect(shareName(names(generalName.directory('a')), names(a))).toBe(false)
    expect(shareName(names(a), names(generalName.directory('a')))).toBe(false)
    expect(shareName(names(generalName.dns('x')), names(generalName.email('x')))).toBe(false)
  })

  test('a relative one stands below its issuer', () => {
    const [point] = points(extension.crlDistributionPoints({ relativeName: rdn({ CN: 'Part' }) }).value)
    const issuer = parseName(parseDer(sequence(setOf([attribute('2.5.4.10')])), 'issuer'), 'issuer')
    expect(point?.name).toBeDefined()
    if (point?.name === undefined) return
    expect(fullNames(point.name, issuer, 'name')).toMatchObject([{ kind: 'directory', text: 'CN=Part,O=x' }])
  })
})
