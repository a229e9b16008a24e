import { describe, expect, test } from '@jest/globals'
import {
  bitStringOctetsOf,
  booleanOf,
  expectTag,
  fieldsOf,
  integerOf,
  namedBitsOf,
  objectIdentifierOf,
  smallIntegerOf,
  timeOf,
} from '../../../src/core/der/fields.ts'
import { type DerElement, parseDer } from '../../../src/core/der/reader.ts'
import { integer, objectIdentifier, sequence, time } from '../../../src/core/der/writer.ts'

const parse = (text: string) => parseDer(Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex')), 'test')
const invalid = expect.objectContaining({ code: 'der-invalid' })
const refuses = (read: (element: DerElement, what: string) => unknown, text: string) =>
  expect(() => read(parse(text), 'test')).toThrow(invalid)

test('INTEGER: signed, and the writer agrees', () => {
  for (const value of [0n, 1n, 127n, 128n, 255n, 256n, -1n, -128n, -129n, 2n ** 159n, -(2n ** 64n)]) {
    expect(integerOf(parseDer(integer(value), 'test'), 'test')).toBe(value)
  }
})

test('small INTEGER: 0 to 2^31 - 1', () => {
  expect(smallIntegerOf(parse('02 04 7f ff ff ff'), 'test')).toBe(2 ** 31 - 1)
  refuses(smallIntegerOf, '02 01 ff')
  refuses(smallIntegerOf, '02 05 00 80 00 00 00')
})

test('OBJECT IDENTIFIER: dotted decimal, and the writer agrees', () => {
  for (const dotted of ['0.39', '1.2.840.113549.1.1.11', '2.16.840.1.101.3.4.2.1', '2.999.3', '2.5.29.15', '1.0']) {
    expect(objectIdentifierOf(parseDer(objectIdentifier(dotted), 'test'), 'test')).toBe(dotted)
  }
  const uuid = parse('06 13 69 83 fb c1 a9 e0 97 bf a2 cd e9 8f 9d a2 9f b2 a7 b9 0b')
  expect(objectIdentifierOf(uuid, 'test')).toBe(`2.25.${uuidNumber(uuid.content.subarray(1))}`)
  refuses(objectIdentifierOf, `06 14 ${'ff'.repeat(19)} 7f`)
})

test('implicitly tagged content is held to DER too', () => {
  refuses(integerOf, '80 02 00 01')
  refuses(smallIntegerOf, '80 00')
  refuses(booleanOf, '80 01 01')
  refuses(booleanOf, '80 02 ff ff')
  refuses(objectIdentifierOf, '88 02 2a 86')
  refuses(bitStringOctetsOf, '80 00')
  refuses(namedBitsOf, '80 02 01 01')
  expect(booleanOf(parse('80 01 ff'), 'test')).toBe(true)
})

test('BIT STRING of whole octets', () => {
  expect(bitStringOctetsOf(parse('03 02 00 61'), 'test')).toEqual(Uint8Array.of(0x61))
  refuses(bitStringOctetsOf, '03 02 01 60')
})

test('named bits: set bits by number, trailing zero bits refused', () => {
  expect([...namedBitsOf(parse('03 03 07 04 80'), 'test')]).toEqual([5, 8])
  expect(namedBitsOf(parse('03 01 00'), 'test').size).toBe(0)
  refuses(namedBitsOf, '03 02 00 80')
  refuses(namedBitsOf, '03 03 00 80 00')
})

describe('times', () => {
  const at = (tagged: string, text: string) =>
    timeOf(parse(`${tagged}${text.length.toString(16).padStart(2, '0')}${Buffer.from(text).toString('hex')}`), 'test')

  test.each([
    ['17', '491231235959Z', '2049-12-31T23:59:59.000Z'],
    ['17', '500101000000Z', '1950-01-01T00:00:00.000Z'],
    ['17', '240229120000Z', '2024-02-29T12:00:00.000Z'],
    ['18', '99991231235959Z', '9999-12-31T23:59:59.000Z'],
    ['18', '00500101000000Z', '0050-01-01T00:00:00.000Z'],
  ])('%s %s', (tagged, text, iso) => {
    expect(at(tagged, text).toISOString()).toBe(iso)
  })

  test.each([
    ['17', '230229120000Z'],
    ['17', '241301000000Z'],
    ['17', '240001000000Z'],
    ['17', '240100000000Z'],
    ['17', '240101240000Z'],
    ['17', '240101006000Z'],
    ['17', '240101000060Z'],
    ['17', '2401010000Z'],
    ['17', '240101000000+0000'],
    ['17', '20240101000000Z'],
    ['18', '240101000000Z'],
    ['18', '20240101000000.5Z'],
    ['18', '20240101000000'],
    ['18', '20240101000000z'],
    ['04', '240101000000Z'],
  ])('refuses %s %s', (tagged, text) => {
    expect(() => at(tagged, text)).toThrow(invalid)
  })

  test('the writer changes form with the year 2050', () => {
    for (const iso of ['2049-12-31T23:59:59.000Z', '2050-01-01T00:00:00.000Z', '1949-12-31T23:59:59.000Z']) {
      expect(timeOf(parseDer(time(new Date(iso)), 'test'), 'test').toISOString()).toBe(iso)
    }
    expect(time(new Date('2050-01-01T00:00:00Z'))[0]).toBe(0x18)
    expect(time(new Date('2049-12-31T23:59:59Z'))[0]).toBe(0x17)
  })
})

describe('fields', () => {
  const element = parseDer(sequence(integer(1), objectIdentifier('1.2')), 'test')

  test('are walked in order', () => {
    const fields = fieldsOf(element, 'test')
    expect(fields.optional(0x04)).toBeUndefined()
    expect(fields.required(0x02, 'number').tag).toBe(0x02)
    expect(fields.done).toBe(false)
    expect(fields.any('identifier').tag).toBe(0x06)
    expect(fields.done).toBe(true)
    fields.end()
  })

  test('missing, misplaced and left-over ones are refused', () => {
    expect(() => fieldsOf(element, 'test').required(0x06, 'identifier')).toThrow(invalid)
    expect(() => fieldsOf(element, 'test').end()).toThrow(invalid)
    expect(() => fieldsOf(parseDer(sequence(), 'test'), 'test').any('number')).toThrow(invalid)
    expect(() => expectTag(element, 0x31, 'test')).toThrow(invalid)
  })
})

/** The number that base-128 digits make. */
const uuidNumber = (octets: Uint8Array): bigint =>
  octets.reduce((value, octet) => (value << 7n) | BigInt(octet & 0x7f), 0n)
