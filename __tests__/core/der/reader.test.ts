import { describe, expect, test } from '@jest/globals'
import { bytesToHex } from '../../../src/core/bytes.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { limits } from '../../../src/core/limits.ts'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'))
const parse = (text: string) => parseDer(hex(text), 'test')

describe('what DER allows', () => {
  test.each([
    ['NULL', '05 00'],
    ['BOOLEAN TRUE', '01 01 ff'],
    ['INTEGER 128', '02 02 00 80'],
    ['INTEGER -128', '02 01 80'],
    ['empty OCTET STRING', '04 00'],
    ['empty BIT STRING', '03 01 00'],
    ['BIT STRING of 9 bits', '03 03 07 ff 80'],
    ['empty SEQUENCE', '30 00'],
    ['SET in order', '31 06 02 01 01 02 01 02'],
    ['SET in order, a prefix first', '31 07 04 01 61 04 02 61 62'],
    ['length 128', `04 81 80 ${'00'.repeat(128)}`],
    ['length 256', `04 82 01 00 ${'00'.repeat(256)}`],
    ['context-specific constructed', 'a0 03 02 01 05'],
    ['UTF8String', '0c 02 c3 a9'],
  ])('%s', (_, text) => {
    expect(bytesToHex(parse(text).bytes)).toBe(text.replaceAll(' ', ''))
  })

  test('children are views into the input, in order', () => {
    const bytes = hex('30 06 02 01 07 04 01 61')
    const element = parseDer(bytes, 'test')
    expect(element.children.map(({ tag }) => tag)).toEqual([0x02, 0x04])
    expect(element.children[1]?.bytes.buffer).toBe(bytes.buffer)
    expect(element.children[1]?.bytes.byteOffset).toBe(5)
  })
})

describe('what it refuses', () => {
  test.each([
    ['nothing at all', ''],
    ['a tag without a length', '30'],
    ['trailing bytes', '05 00 00'],
    ['trailing bytes inside', '30 03 02 01 07 00'],
    ['an inner element past the outer one', '30 03 02 02 07 07'],
    ['a length past the end', '04 02 61'],
    ['a length cut short', '04 82 01'],
    ['indefinite length', '30 80 05 00 00 00'],
    ['length 127 in long form', `04 81 7f ${'00'.repeat(127)}`],
    ['length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
    ['length of five octets', '04 85 00 00 00 00 01 00'],
    ['reserved length octet', '04 ff 00'],
    ['a tag number above 30', '1f 81 00 00'],
    ['… where it reads like a length', '9f 01 00'],
    ['end-of-contents octets', '30 02 00 00'],
    ['constructed OCTET STRING', '24 03 04 01 61'],
    ['constructed UTF8String', '2c 03 0c 01 61'],
    ['primitive SEQUENCE', '10 00'],
    ['primitive SET', '11 00'],
    ['BOOLEAN 01', '01 01 01'],
    ['BOOLEAN of two octets', '01 02 ff ff'],
    ['empty INTEGER', '02 00'],
    ['INTEGER with a leading zero', '02 02 00 7f'],
    ['INTEGER with leading ones', '02 02 ff 80'],
    ['ENUMERATED with a leading zero', '0a 02 00 01'],
    ['NULL with content', '05 01 00'],
    ['BIT STRING without the count', '03 00'],
    ['BIT STRING with 8 unused bits', '03 02 08 00'],
    ['empty BIT STRING with unused bits', '03 01 01'],
    ['BIT STRING with padding that is set', '03 02 01 01'],
    ['empty OBJECT IDENTIFIER', '06 00'],
    ['OBJECT IDENTIFIER cut short', '06 02 2a 86'],
    ['OBJECT IDENTIFIER with a padded arc', '06 03 2a 80 01'],
    ['OBJECT IDENTIFIER with a padded first arc', '06 02 80 01'],
    ['overlong UTF-8', '0c 02 c0 80'],
    ['a surrogate in UTF-8', '0c 03 ed a0 80'],
    ['IA5String beyond ASCII', '16 01 80'],
    ['IA5String partly beyond ASCII', '16 02 61 80'],
    ['UniversalString with part of a character', '1c 05 00 00 00 41 00'],
    ['odd BMPString', '1e 01 41'],
    ['SET out of order', '31 06 02 01 02 02 01 01'],
  ])('%s', (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: 'der-invalid' }))
  })
})

describe('bounds', () => {
  const nested = (depth: number) => {
    let bytes = new Uint8Array()
    for (let i = 0; i < depth; i++) bytes = Uint8Array.from([0x30, bytes.length, ...bytes])
    return bytes
  }

  test('depth', () => {
    expect(parseDer(nested(limits.derDepth), 'test').tag).toBe(0x30)
    expect(() => parseDer(nested(limits.derDepth + 1), 'test')).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
  })

  test('elements', () => {
    const bytes = hex(`30 09 ${'02 01 01'.repeat(3)}`)
    expect(parseDer(bytes, 'test', { nodes: 4 }).children).toHaveLength(3)
    expect(() => parseDer(bytes, 'test', { nodes: 3 })).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
  })

  test('bytes', () => {
    expect(parseDer(hex('04 01 61'), 'test', { bytes: 3 }).content).toHaveLength(1)
    expect(() => parseDer(hex('04 01 61'), 'test', { bytes: 2 })).toThrow(
      expect.objectContaining({ code: 'limit-exceeded' }),
    )
  })
})
