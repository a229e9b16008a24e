import { describe, expect, test } from '@jest/globals'
import { ia5String, name, printableString } from '../../../../dev/pki.ts'
import { parseDer } from '../../../../src/core/der/reader.ts'
import { checkSubject, encodeSubject, type SubjectFields } from '../../../../src/core/x509/encode/subject.ts'
import { parseName } from '../../../../src/core/x509/name.ts'
import { codeOf } from '../../../support/refusal.ts'

const read = (der: Uint8Array) => parseName(parseDer(der, 'name'), 'name')

describe('encodeSubject', () => {
  test('writes each field as it was given, the most significant first', () => {
    const encoded = encodeSubject({
      commonName: 'Exämple, "Org" + C=X\\ #',
      organization: 'O=1,CN=2',
      organizationalUnits: ['A', 'B'],
      locality: 'Köln',
      state: 'NRW',
      country: 'DE',
    })
    const values = read(encoded).rdns.map(({ attributes }) => attributes.map(({ type, text }) => `${type} ${text}`))
    expect(values).toEqual([
      ['2.5.4.6 DE'],
      ['2.5.4.8 NRW'],
      ['2.5.4.7 Köln'],
      ['2.5.4.10 O=1,CN=2'],
      ['2.5.4.11 A'],
      ['2.5.4.11 B'],
      ['2.5.4.3 Exämple, "Org" + C=X\\ #'],
    ])
    expect(encodeSubject({ country: 'DE', commonName: 'x' })).toEqual(name({ C: 'DE', CN: 'x' }))
  })

  test.each<[string, SubjectFields]>([
    ['nothing', {}],
    ['an empty text', { commonName: '' }],
    ['a line end', { commonName: 'a\nb' }],
    ['a NUL', { commonName: 'good\0bad' }],
    ['an escape sequence', { organization: '\u001b[31mred' }],
    ['a control of C1', { organization: 'a\u0085b' }],
    ['text that runs backwards', { commonName: 'a\u202eb' }],
    ['a zero-width character', { commonName: 'a\u200bb' }],
    ['half of a surrogate pair', { commonName: 'a\ud800' }],
    ['a space in front', { commonName: ' a' }],
    ['a space behind', { organizationalUnits: ['ok', 'a '] }],
    ['65 characters of common name', { commonName: 'x'.repeat(65) }],
    ['129 characters of state', { state: 'x'.repeat(129) }],
    ['a country in small letters', { country: 'de' }],
    ['a country of three letters', { country: 'DEU' }],
  ])('refuses %s', (_, fields) => {
    expect(codeOf(() => encodeSubject(fields))).toBe('subject-invalid')
  })

  test('takes as many characters as may be, of whatever size', () => {
    expect(codeOf(() => encodeSubject({ commonName: '🔑'.repeat(64), locality: 'x'.repeat(128) }))).toBe('accepted')
  })
})

describe('checkSubject', () => {
  test.each([
    ['one of ours', name({ C: 'DE', CN: 'x' }), 'accepted'],
    ['an email address as older tools put it', name({ email: 'a@example.com' }), 'accepted'],
    ['an empty one', name(new Uint8Array([0x30, 0])), 'subject-invalid'],
    ['a control character', name({ CN: 'a\u0007b' }), 'subject-invalid'],
    ['a Latin-1 string', name({ CN: Uint8Array.of(0x14, 1, 0x61) }), 'subject-invalid'],
    ['a BMPString', name({ CN: Uint8Array.of(0x1e, 2, 0, 0x61) }), 'subject-invalid'],
    ['a value that is no string', name({ CN: Uint8Array.of(0x02, 1, 1) }), 'subject-invalid'],
    ['a long common name', name({ CN: printableString('x'.repeat(65)) }), 'subject-invalid'],
    ['a country that is none', name({ C: ia5String('Germany') }), 'subject-invalid'],
    ['a country in small letters', name({ C: 'de' }), 'subject-invalid'],
    ['255 characters of another field', name({ serialNumber: 'x'.repeat(255) }), 'accepted'],
    ['256 characters of another field', name({ serialNumber: 'x'.repeat(256) }), 'subject-invalid'],
  ])('%s', (_, der, code) => {
    expect(codeOf(() => checkSubject(read(der)))).toBe(code)
  })
})
