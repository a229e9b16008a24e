import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { run } from '../../dev/process.ts'
import { bytesToHex, concatBytes, hexToBytes, utf8 } from '../../src/core/bytes.ts'
import { checkAgreement, parseChecksums, parseNamedDigest } from '../../src/core/checksums.ts'
import { digest } from '../../src/core/crypto.ts'
import { temporaryFolder } from '../support/folder.ts'
import { isInstalled, testIf } from '../support/judges.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'

const parse = (text: string | Uint8Array) =>
  parseChecksums(typeof text === 'string' ? utf8(text) : text, 'SHA256SUMS').map(({ path, name, digests }) => ({
    path,
    name,
    ...Object.fromEntries(Object.entries(digests).map(([hash, bytes]) => [hash, bytesToHex(bytes)])),
  }))

const a = 'ab'.repeat(32)
const b = 'cd'.repeat(32)
const long = 'ef'.repeat(64)

describe('parseChecksums', () => {
  test.each([
    ['two spaces', `${a}  app.zip\n`],
    ['an asterisk', `${a} *app.zip\n`],
    ['CRLF', `${a}  app.zip\r\n`],
    ['no line end', `${a}  app.zip`],
    ['upper case', `${a.toUpperCase()}  app.zip\n`],
    ['the same twice', `${a}  app.zip\n${a} *app.zip\r\n`],
  ])('takes %s', (_, text) => {
    expect(parse(text)).toEqual([{ path: 'app.zip', name: 'app.zip', sha256: a }])
  })

  test('tells the hash by the length, and puts both of one name together', () => {
    expect(parse(`${long}  app.zip\n${b}  other.zip\n${a}  app.zip\n`)).toEqual([
      { path: 'app.zip', name: 'app.zip', sha256: a, sha512: long },
      { path: 'other.zip', name: 'other.zip', sha256: b },
    ])
  })

  test('keeps folders in the path and out of the name, and odd names as they are', () => {
    const names = [
      'dist/app.zip',
      '../up.zip',
      './here.zip',
      '/root.zip',
      'with space',
      '*star',
      'ünï',
      'a\\b',
      '-dash',
      '…',
    ]
    expect(parse(names.map((name) => `${a}  ${name}\n`).join('')).map(({ path, name }) => [path, name])).toEqual([
      ['dist/app.zip', 'app.zip'],
      ['../up.zip', 'up.zip'],
      ['./here.zip', 'here.zip'],
      ['/root.zip', 'root.zip'],
      ...['with space', '*star', 'ünï', 'a\\b', '-dash', '…'].map((name) => [name, name]),
    ])
  })

  test.each([
    ['an empty line', ''],
    ['a line of spaces', '  '],
    ['a comment', '# checksums'],
    ['one space', `${a} app.zip`],
    ['a tab', `${a}\tapp.zip`],
    ['three spaces', `${a}   app.zip`],
    ['a space behind the name', `${a}  app.zip `],
    ['a digit too few', `${a.slice(1)}  app.zip`],
    ['a digit too many', `${a}0  app.zip`],
    ['SHA-1', `${'ab'.repeat(20)}  app.zip`],
    ['SHA-384', `${'ab'.repeat(48)}  app.zip`],
    ['a digit that is none', `${a.slice(1)}g  app.zip`],
    ['no name', `${a}  `],
    ['the digest alone', a],
    ['the name first', `app.zip  ${a}`],
    ['the form of BSD', `SHA256 (app.zip) = ${a}`],
    ['the escape of GNU', `\\${a}  a\\nb`],
    ['a folder', `${a}  dist/`],
    ['this folder', `${a}  .`],
    ['the folder above', `${a}  dist/..`],
    ['an escape sequence', `${a}  app\u001b[2K.zip`],
    ['a NUL', `${a}  app\u0000.zip`],
    ['a second CR', `${a}  app.zip\r`],
    ['a lone CR between lines', `${a}  app.zip\r${b}  other.zip`],
    ['a byte-order mark', `\ufeff${a}  app.zip`],
  ])('refuses %s, and says which line it is', (_, line) => {
    const refusal = refusalOf(() => parse(`${b}  first\n${line}\r\n${b}  last\n`))
    expect(refusal).toMatchObject({
      code: 'checksums-invalid',
      message: expect.stringContaining('SHA256SUMS: line 2 '),
    })
    // What was meant to be another file may be a secret.
    expect(refusal?.message).not.toContain(a)
  })

  test('refuses what is not UTF-8, and UTF-16', () => {
    const line = concatBytes(utf8(`${a}  `), Uint8Array.of(0xff, 0x0a))
    expect(refusalOf(() => parse(concatBytes(utf8(`${b}  x\n`), line)))?.message).toContain('line 2 ')
    expect(codeOf(() => parse(new Uint8Array(Buffer.from(`${a}  app.zip\n`, 'utf16le'))))).toBe('checksums-invalid')
  })

  test('refuses two digests of one name, whatever the folders, and an empty list', () => {
    const refusal = refusalOf(() => parse(`${a}  linux/app\n${long}  other\n${b}  mac/app\n`))
    expect(refusal?.message).toBe('SHA256SUMS: line 3 gives another sha256 of app than line 1')
    expect(codeOf(() => parse(''))).toBe('checksums-invalid')
  })

  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .map((text) => text.toWellFormed().replace(/[\p{Cc}/]/gu, '_'))
    .filter((text) => !/^\s|\s$/u.test(text) && text !== '.' && text !== '..')
  const entry = fc.record({
    name,
    hash: fc.constantFrom('sha256' as const, 'sha512' as const),
    mark: fc.constantFrom('  ', ' *'),
    end: fc.constantFrom('\n', '\r\n'),
  })
  const lineOf = ({ name, hash, mark, end }: { name: string; hash: 'sha256' | 'sha512'; mark: string; end: string }) =>
    `${bytesToHex(digest(hash, utf8(name)))}${mark}${name}${end}`

  test('reads back every line that is written, in whatever form', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 8 }), fc.boolean(), (entries, lastEnd) => {
        const text = entries.map(lineOf).join('')
        const found = parse(lastEnd ? text : text.replace(/\r?\n$/, ''))
        expect(new Set(found.map(({ name }) => name))).toEqual(new Set(entries.map(({ name }) => name)))
        for (const { name, hash } of entries) {
          expect(found.find((one) => one.name === name)).toHaveProperty(hash, bytesToHex(digest(hash, utf8(name))))
        }
      }),
    )
  })

  test('one bad line among good ones is never passed over', () => {
    const bad = fc.constantFrom('', ' ', '#', 'x', `${a} x`, `${a}  `, `${a}\t x`, `${a.slice(2)}  x`, `${long}0  x`)
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 6 }), bad, fc.nat(), (entries, line, position) => {
        const lines = entries.map(lineOf)
        const at = position % (lines.length + 1)
        const text = [...lines.slice(0, at), `${line}\n`, ...lines.slice(at)].join('')
        expect(refusalOf(() => parse(text))?.message).toMatch(new RegExp(`line ${at + 1} is`))
      }),
    )
  })

  test('changed by one octet it is refused, or means what it says', () => {
    const text = utf8(`${a}  one\n${b} *two\r\n${long}  three`)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.nat(255), (position, octet) => {
        const mutant = text.with(position, octet)
        if (codeOf(() => parse(mutant)) === 'checksums-invalid') return
        const lines = Buffer.from(mutant).toString('utf8').replace(/\n$/, '').split('\n')
        const found = parse(mutant)
        for (const line of lines) {
          const [, hex = '', path = ''] = /^(\S+) [ *](.*?)\r?$/s.exec(line) ?? []
          const one = found.find(({ name }) => name === path.split('/').at(-1))
          expect(one).toHaveProperty(hex.length === 64 ? 'sha256' : 'sha512', hex.toLowerCase())
        }
      }),
    )
  })

  const folder = temporaryFolder()
  testIf(isInstalled('sha256sum') && isInstalled('sha512sum'), 'there is no sha256sum or sha512sum')(
    'what coreutils print',
    async () => {
      const names = ['app.zip', 'with space', '*star', 'ünï', '-dash', "quote'"]
      for (const name of names) folder.write(name)
      for (const [program, hash] of [
        ['sha256sum', 'sha256'],
        ['sha512sum', 'sha512'],
      ] as const) {
        for (const mode of ['--text', '--binary']) {
          const { stdout } = await run(program, [mode, '--', ...names], { cwd: folder.path })
          expect(parse(stdout)).toEqual(
            names.map((name) => ({ path: name, name, [hash]: bytesToHex(digest(hash, utf8(name))) })),
          )
        }
      }
    },
  )
})

describe('parseNamedDigest', () => {
  const read = (text: string) => {
    const { path, name, digests } = parseNamedDigest(text) ?? {}
    return { path, name, ...digests }
  }

  test('a name with its digest, folders and further @ signs included', () => {
    expect(read(`app.zip@sha256:${a}`)).toEqual({ path: 'app.zip', name: 'app.zip', sha256: hexToBytes(a) })
    expect(read(`dist/@scope/app@1.2.tgz@SHA512:${long.toUpperCase()}`)).toEqual({
      path: 'dist/@scope/app@1.2.tgz',
      name: 'app@1.2.tgz',
      sha512: hexToBytes(long),
    })
    expect(read(`a@sha384:${'ab'.repeat(48)}`)).toHaveProperty('sha384')
  })

  test.each(['app.zip', 'app@1.2', 'app@sha256', 'dist/*', `app@sha256:${a}/b`, `app@sha256:${a} `, 'app@sha256:*'])(
    'leaves %s to be a file or pattern',
    (text) => expect(parseNamedDigest(text)).toBeUndefined(),
  )

  test.each([
    'app@sha256:',
    `app@sha256:${a.slice(1)}`,
    `app@sha256:${long}`,
    `app@sha512:${a}`,
    `app@sha256:${a.slice(1)}g`,
    `app@sha1:${'ab'.repeat(20)}`,
    `@sha256:${a}`,
    `dist/@sha256:${a}`,
    `..@sha256:${a}`,
    `a\nb@sha256:${a}`,
  ])('refuses %j', (text) => expect(codeOf(() => parseNamedDigest(text))).toBe('input-invalid'))
})

test('hexToBytes undoes bytesToHex', () => {
  fc.assert(fc.property(fc.uint8Array(), (bytes) => expect(hexToBytes(bytesToHex(bytes))).toEqual(bytes)))
})

test('checkAgreement wants every digest that is expected', () => {
  const digests = { sha256: digest('sha256', utf8('x')), sha512: digest('sha512', utf8('x')) }
  const check = (expected: Parameters<typeof checkAgreement>[2], of: Parameters<typeof checkAgreement>[1] = digests) =>
    codeOf(() => checkAgreement('x', of, expected))
  expect(check({})).toBe('accepted')
  expect(check(digests)).toBe('accepted')
  expect(check({ ...digests, sha256: digest('sha256', utf8('y')) })).toBe('checksums-mismatch')
  expect(check({ ...digests, sha512: digest('sha512', utf8('y')) })).toBe('checksums-mismatch')
  expect(check(digests, { sha256: digests.sha256 })).toBe('internal')
})
