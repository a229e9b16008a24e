import { describe, expect, test } from '@jest/globals'
import { emptyName, ia5String, type NameInput, name, printableString, rdn, utf8String } from '../../../dev/pki.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { tag } from '../../../src/core/der/tag.ts'
import { der, integer, objectIdentifier, sequence, setOf } from '../../../src/core/der/writer.ts'
import { isWithinName, parseName, sameName } from '../../../src/core/x509/name.ts'
import { codeOf } from '../../support/refusal.ts'

const parsed = (input: NameInput) => parseName(parseDer(name(input), 'name'), 'name')
const common = (value: Uint8Array) => parsed({ CN: value })
const string = (identifier: number, ...octets: number[]) => der(identifier, Uint8Array.from(octets))

describe('the RFC 4514 string', () => {
  test.each<[string, NameInput]>([
    ['', emptyName],
    ['CN=Steve Kille,O=Isode Limited,C=GB', { C: 'GB', O: 'Isode Limited', CN: 'Steve Kille' }],
    ['CN=L. Eagle,O=Sue\\, Grabbit and Runn,C=GB', { C: 'GB', O: 'Sue, Grabbit and Runn', CN: 'L. Eagle' }],
    ['CN=\\"a\\" \\+ \\<b\\>\\;\\\\', { CN: '"a" + <b>;\\' }],
    ['CN=\\#1', { CN: '#1' }],
    ['CN=1#', { CN: '1#' }],
    ['CN=\\ a\\ ', { CN: ' a ' }],
    ['CN=\\ ', { CN: ' ' }],
    ['CN=a\\\\\\ ', { CN: 'a\\ ' }],
    ['CN=', { CN: '' }],
    ['CN=Before\\0DAfter\\00', { CN: 'Before\rAfter\0' }],
    ['CN=Lučić 名', { CN: 'Lučić 名' }],
    ['CN=a\\E2\\80\\A8b', { CN: 'a\u2028b' }],
    ['DC=example,DC=net', sequence(rdn({ DC: 'net' }), rdn({ DC: 'example' }))],
    ['OU=Sales+CN=J. Smith', sequence(rdn({ OU: 'Sales', CN: 'J. Smith' }))],
    ['emailAddress=a@b.c,UID=x', { UID: 'x', email: 'a@b.c' }],
    [
      '1.3.6.1.4.1.1466.0=#04024869',
      sequence(setOf([sequence(objectIdentifier('1.3.6.1.4.1.1466.0'), der(4, utf8('Hi')))])),
    ],
    ['CN=#020105', { CN: integer(5) }],
  ])('%s', (text, input) => {
    expect(parsed(input).text).toBe(text)
  })
})

describe('comparison (RFC 5280 section 7.1)', () => {
  const plain = common(utf8String('Example CA'))

  test.each([
    ['PrintableString', printableString('EXAMPLE  ca ')],
    ['IA5String', ia5String('example ca')],
    ['TeletexString', der(tag.teletexString, utf8('Example CA'))],
    ['BMPString', der(tag.bmpString, Uint8Array.from([...'Example CA'].flatMap((c) => [0, c.charCodeAt(0)])))],
    [
      'UniversalString',
      der(tag.universalString, Uint8Array.from([...'Example CA'].flatMap((c) => [0, 0, 0, c.charCodeAt(0)]))),
    ],
    ['full-width letters', utf8String('Ｅxample CA')],
    ['a no-break space', utf8String('Example\u00a0CA')],
    ['a soft hyphen', utf8String('Exam\u00adple CA')],
    ['a control character', utf8String('Exam\u0001ple CA')],
    ['a tab', utf8String('Example\tCA')],
  ])('%s is the same', (_, value) => {
    expect(sameName(plain, common(value))).toBe(true)
  })

  test.each([
    ['a dotless i', 'Exampıe CA'],
    ['a letter of another alphabet', 'Exаmple CA'],
    ['nothing between', 'ExampleCA'],
  ])('%s is not', (_, value) => {
    expect(sameName(plain, common(utf8String(value)))).toBe(false)
  })

  test('a string is not the bytes that spell it', () => {
    expect(sameName(common(integer(5)), common(utf8String('020105')))).toBe(false)
  })

  test('two RDNs are not one of two attributes, nor one that spells two', () => {
    const two = parsed({ O: 'a', CN: 'b' })
    expect(sameName(two, parsed(sequence(rdn({ O: 'a', CN: 'b' }))))).toBe(false)
    expect(sameName(two, parsed({ O: 'a\n2.5.4.3=s1:b' }))).toBe(false)
    expect(sameName(parsed(sequence(rdn({ O: 'a', CN: 'b' }))), parsed(sequence(rdn({ CN: 'B', O: 'A' }))))).toBe(true)
  })

  test('a name lies within its first RDNs', () => {
    const base = parsed({ C: 'GB', O: 'Example' })
    expect(isWithinName(parsed({ C: 'GB', O: 'EXAMPLE', CN: 'x' }), base)).toBe(true)
    expect(isWithinName(base, base)).toBe(true)
    expect(isWithinName(parsed({ C: 'GB' }), base)).toBe(false)
    expect(isWithinName(parsed({ O: 'Example', C: 'GB' }), base)).toBe(false)
  })
})

test('UniversalString up to the surrogates, from behind them, and to the end of Unicode', () => {
  for (const point of [0xd7ff, 0xe000, 0x10ffff]) {
    const value = string(tag.universalString, 0, point >> 16, (point >> 8) & 0xff, point & 0xff)
    expect(parsed({ CN: value }).text).toBe(`CN=${String.fromCodePoint(point)}`)
  }
})

test.each([
  ['no SEQUENCE', setOf([])],
  ['an empty RDN', sequence(setOf([]))],
  ['an RDN that is no SET', sequence(sequence())],
  [
    'an RDN that is a SEQUENCE of attributes',
    sequence(sequence(sequence(objectIdentifier('2.5.4.3'), utf8String('x')))),
  ],
  ['an attribute that is no SEQUENCE', sequence(setOf([integer(1)]))],
  ['PrintableString with an at sign', name({ CN: string(tag.printableString, 0x40) })],
  ['NumericString with a letter', name({ CN: string(tag.numericString, 0x61) })],
  ['BMPString with half a surrogate pair', name({ CN: string(tag.bmpString, 0xd8, 0) })],
  ['UniversalString beyond Unicode', name({ CN: string(tag.universalString, 0, 0x11, 0, 0) })],
  ['UniversalString with a surrogate', name({ CN: string(tag.universalString, 0, 0, 0xd8, 0) })],
  ['UniversalString with the last of them', name({ CN: string(tag.universalString, 0, 0, 0xdf, 0xff) })],
])('%s is refused', (_, bytes) => {
  expect(codeOf(() => parseName(parseDer(bytes, 'name'), 'name'))).toBe('name-malformed')
})
