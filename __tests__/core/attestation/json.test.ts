import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type Json, parseJson } from '../../../src/core/attestation/json.ts'
import { concatBytes, utf8 } from '../../../src/core/bytes.ts'
import { codeOf } from '../../support/refusal.ts'

const read = (text: string) => parseJson(utf8(text), 'document')
const code = (bytes: Uint8Array) => codeOf(() => parseJson(bytes, 'document'))

/** What JSON.parse would have made of it. */
function plain(value: Json): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([name, member]) => [name, plain(member)]))
  return Array.isArray(value) ? value.map(plain) : value
}

describe('parseJson', () => {
  test('reads what JSON.stringify writes, compact and spread out', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), fc.constantFrom(0, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent)
        expect(plain(read(text))).toEqual(JSON.parse(text))
      }),
      { numRuns: 500 },
    )
  })

  test('takes nothing that JSON.parse does not take', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '1',
      '-',
      '.5',
      'true',
      'nul',
      ' ',
      '\t',
      '"\\',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 9 }), (parts) => {
        const text = parts.join('')
        if (code(utf8(text)) === 'accepted') expect(() => JSON.parse(text)).not.toThrow()
      }),
      { numRuns: 5_000 },
    )
  })

  test('takes nesting as deep as 32', () => {
    expect(code(utf8(`${'['.repeat(32)}1${']'.repeat(32)}`))).toBe('accepted')
    expect(code(utf8(`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`))).toBe('accepted')
  })

  test('keeps a member by the name __proto__ a member', () => {
    expect(plain(read('{"__proto__":1,"constructor":2}'))).toEqual(JSON.parse('{"__proto__":1,"constructor":2}'))
  })

  test('reads a long string in no time', () => {
    const text = 'x'.repeat(3_000_000)
    expect(read(JSON.stringify(text))).toBe(text)
  })

  test.each([
    ['a name twice', '{"a":1,"a":1}'],
    ['a name twice, once in escapes', '{"a":1,"\\u0061":2}'],
    ['a name twice further down', '{"a":[{"b":1,"c":2,"b":3}]}'],
    ['something behind', '{} {}'],
    ['a comma too many', '[1,]'],
    ['a comma before a brace', '{"a":1,}'],
    ['a missing comma', '[1 2]'],
    ['a name that is none', '{1:2}'],
    ['single quotes', "{'a':1}"],
    ['a comment', '{} // yes'],
    ['a number with a leading zero', '[01]'],
    ['NaN', '[NaN]'],
    ['half a surrogate pair', '["\\ud800"]'],
    ['a raw control character', '["\u0001"]'],
    ['an end too early', '{"a":'],
    ['nothing', ''],
    ['nesting too deep in arrays', `${'['.repeat(33)}1${']'.repeat(33)}`],
    ['nesting too deep in objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
    ['a colon between items', '[1:2]'],
    ['a colon between members', '{"a":1:"b":2}'],
    ['a comma for a colon', '{"a","b"}'],
  ])('refuses %s', (_, text) => expect(code(utf8(text))).toBe('json-invalid'))

  test('refuses a byte-order mark and what is not UTF-8', () => {
    expect(code(concatBytes(Uint8Array.of(0xef, 0xbb, 0xbf), utf8('{}')))).toBe('json-invalid')
    expect(code(Uint8Array.of(0x22, 0xff, 0x22))).toBe('json-invalid')
  })
})
