import { describe, expect, test } from '@jest/globals'
import { mutateBytes } from '../../dev/fuzz/mutate.ts'
import { createRandom } from '../../dev/fuzz/random.ts'
import { utf8 } from '../../src/core/bytes.ts'
import type { Register, RegisteredCertificate } from '../../src/identity/register.ts'
import { encodeRegister, parseRegister } from '../../src/identity/register-text.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'

const hash = (digit: string) => digit.repeat(64)
const certificate = (overrides: Partial<RegisteredCertificate> = {}): RegisteredCertificate => ({
  serial: '0102',
  profile: 'code-signing',
  subject: 'CN=Exämple\\, "Org" # revoked 2026,C=DE',
  key: hash('a'),
  issuer: 'CN=CA',
  issuerKey: hash('b'),
  notBefore: new Date('2026-11-28T09:00:00Z'),
  notAfter: new Date('2027-11-28T08:59:59Z'),
  sha256: hash('c'),
  note: undefined,
  revocation: undefined,
  ...overrides,
})
const register: Register = {
  certificates: [
    certificate({ profile: 'root', serial: 'ff' }),
    certificate({ note: 'the laptop of example, lost on 1 December' }),
    certificate({
      serial: '7f'.repeat(20),
      revocation: {
        date: new Date('2026-12-01T00:00:00Z'),
        reason: 'keyCompromise',
        invalidSince: new Date('2026-11-30T00:00:00Z'),
      },
    }),
    certificate({
      serial: '03',
      revocation: { date: new Date('2026-12-01T00:00:00Z'), reason: 'unspecified', invalidSince: undefined },
    }),
  ],
  crls: [
    {
      number: 12n,
      issuer: 'CN=CA',
      issuerKey: hash('b'),
      thisUpdate: new Date('2026-12-01T00:00:00Z'),
      nextUpdate: new Date('2026-12-30T23:59:59Z'),
      sha256: hash('d'),
    },
  ],
}
const text = encodeRegister(register)
const lastLine = text.trimEnd().split('\n').length

describe('a register', () => {
  test('reads as it was written, one block a certificate', () => {
    expect(parseRegister(text, 'r')).toEqual(register)
    expect(text.split('\n').slice(0, 13).join('\n')).toBe(`kms-release-signing register 1

certificate ff
  profile root
  subject CN=Exämple\\, "Org" # revoked 2026,C=DE
  key ${hash('a')}
  issuer CN=CA
  issuer-key ${hash('b')}
  not-before 2026-11-28T09:00:00Z
  not-after 2027-11-28T08:59:59Z
  sha256 ${hash('c')}

certificate 0102`)
    expect(text.endsWith('\n\nend certificates=4 revoked=2 crls=1\n')).toBe(true)
  })

  test('may be empty, or have CRLF line ends throughout', () => {
    const empty = { certificates: [], crls: [] }
    expect(parseRegister(encodeRegister(empty), 'r')).toEqual(empty)
    expect(parseRegister(text.replaceAll('\n', '\r\n'), 'r')).toEqual(register)
  })

  test('that is cut short anywhere is refused', () => {
    for (let length = 0; length < text.length; length++) {
      expect({ length, code: codeOf(() => parseRegister(text.slice(0, length), 'r')) }).toEqual({
        length,
        code: 'register-invalid',
      })
    }
  })

  test('that was changed anywhere is refused, or says what it says in the one way there is', () => {
    const seed = Date.now() % 2 ** 32
    const random = createRandom(seed)
    const bytes = utf8(text)
    for (let round = 0; round < 2_000; round++) {
      const changed = new TextDecoder().decode(mutateBytes(bytes, random, [bytes]))
      let content: Register | undefined
      const code = codeOf(() => {
        content = parseRegister(changed, 'r')
      })
      if (code === 'accepted' && content !== undefined)
        expect({ seed, text: encodeRegister(content) }).toEqual({ seed, text: changed })
    }
  })

  test('that lost or gained a line anywhere is refused, unless the line is one that may be left out', () => {
    const lines = text.split('\n')
    const optional = /^ {2}(note|invalid-since) /
    lines.slice(0, -1).forEach((line, index) => {
      const without = lines.toSpliced(index, 1).join('\n')
      if (!optional.test(line)) expect(codeOf(() => parseRegister(without, 'r'))).not.toBe('accepted')
      const twice = lines.toSpliced(index, 0, line).join('\n')
      expect(codeOf(() => parseRegister(twice, 'r'))).not.toBe('accepted')
    })
  })

  test.each<[string, (text: string) => string, string]>([
    [
      'another format',
      (t) => t.replace('register 1', 'register 2'),
      'r, line 1: `kms-release-signing register 1` expected',
    ],
    ['a byte order mark', (t) => `\ufeff${t}`, 'line 1'],
    ['a comment', (t) => t.replace('\n\n', '\n# mine\n\n'), 'line 2: an empty line expected'],
    ['an unknown profile', (t) => t.replace('profile root', 'profile tls'), 'line 4: `profile` is none of root'],
    ['a capital digit', (t) => t.replace('certificate ff', 'certificate FF'), 'line 3: no serial number'],
    ['half an octet', (t) => t.replace('certificate ff', 'certificate f'), 'line 3: no serial number'],
    ['a zero serial', (t) => t.replace('certificate ff', 'certificate 00'), 'line 3: no serial number'],
    ['a serial of 21 octets', (t) => t.replace('ff\n', `${'11'.repeat(21)}\n`), 'line 3: no serial number'],
    ['a day that is none', (t) => t.replace('2026-11-28T09', '2026-11-31T09'), 'line 9: `not-before` is no time'],
    ['a time zone', (t) => t.replace('2026-11-28T09:00:00Z', '2026-11-28T09:00:00+01:00'), 'line 9'],
    ['an unknown reason', (t) => t.replace('keyCompromise', 'certificateHold'), '`revoked` has no reason of'],
    ['a reason of Object.prototype', (t) => t.replace('keyCompromise', 'constructor'), '`revoked` has no reason of'],
    ['a short hash', (t) => t.replace(hash('c'), 'cc'), 'line 11: `sha256` and its value expected'],
    ['CRL number zero', (t) => t.replace('crl 12', 'crl 0'), 'no CRL number'],
    [
      'the wrong count',
      (t) => t.replace('crls=1', 'crls=0'),
      'end says certificates=4 revoked=2 crls=0, and there are',
    ],
    [
      'a revocation that went missing',
      (t) => t.replace(/ {2}revoked \S+ unspecified\n/, ''),
      'and there are certificates=4 revoked=1',
    ],
    ['a line behind the end', (t) => `${t}\n`, `line ${lastLine + 1}: something behind the end`],
    [
      'no line end at its end',
      (t) => t.slice(0, -1),
      `line ${lastLine + 1}: cut short: no line end behind the last line`,
    ],
    ['no end', (t) => t.slice(0, t.lastIndexOf('end')), 'cut short: `certificate`, `crl` or `end` is missing'],
    ['nothing behind a line', (t) => t.slice(0, t.indexOf('  key')), 'line 6: cut short: `key` is missing'],
    ['mixed line ends', (t) => t.replace('\n', '\r\n'), 'line 2'],
    ['an empty subject', (t) => t.replace(/subject .*/, 'subject '), 'line 5'],
    ['trailing space', (t) => t.replace('issuer CN=CA\n', 'issuer CN=CA \n'), 'line 7'],
  ])('with %s is refused, and the line named', (_, change, message) => {
    expect(refusalOf(() => parseRegister(change(text), 'r'))).toMatchObject({
      code: 'register-invalid',
      message: expect.stringContaining(message),
    })
  })

  test('in which a serial number stands twice is refused', () => {
    const twice = encodeRegister({ certificates: [certificate(), certificate()], crls: [] })
    expect(codeOf(() => parseRegister(twice, 'r'))).toBe('register-serial-known')
  })

  test('with two CRLs of one issuer, or certificates behind CRLs, is refused', () => {
    const [crl] = register.crls
    if (crl === undefined) throw new Error('no CRL')
    expect(codeOf(() => parseRegister(encodeRegister({ certificates: [], crls: [crl, crl] }), 'r'))).toBe(
      'register-invalid',
    )
    const blocks = text.split('\n\n')
    const swapped = [...blocks.slice(0, 4), blocks[5], blocks[4], blocks[6]].join('\n\n')
    expect(refusalOf(() => parseRegister(swapped, 'r'))?.message).toContain('a certificate behind the CRLs')
  })
})
