import { expect, test } from '@jest/globals'
import { hexToBytes, utf8 } from '../../src/core/bytes.ts'
import { isRunnerList, parseRunnerArtifacts } from '../../src/core/runner-artifacts.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'

const hex = 'ab'.repeat(32)
const file = (name: string, digest = `sha256:${hex}`, kind = 'file') => ({ name, digest, kind })
const list = (subjects: unknown, version: unknown = 1) => utf8(JSON.stringify({ version, subjects }))
const parse = (bytes: Uint8Array) => parseRunnerArtifacts(bytes, 'list')

test('reads what the runner writes, files and images', () => {
  const image = file('ghcr.io/example/app:1.0', `sha256:${hex}`, 'oci')
  const bytes = list([file('app.zip'), image, file('other', `sha512:${'cd'.repeat(64)}`)])
  expect(isRunnerList(bytes)).toBe(true)
  expect(parse(bytes)).toEqual({
    files: [
      { path: 'app.zip', name: 'app.zip', digests: { sha256: hexToBytes(hex) } },
      { path: 'other', name: 'other', digests: { sha512: hexToBytes('cd'.repeat(64)) } },
    ],
    images: ['ghcr.io/example/app:1.0'],
  })
  expect(parse(list([]))).toEqual({ files: [], images: [] })
})

test('is told from checksum lines by its first octet', () => {
  expect(isRunnerList(utf8(`${hex}  {`))).toBe(false)
  expect(isRunnerList(new Uint8Array())).toBe(false)
})

test.each<[string, Uint8Array]>([
  ['another version', list([], 2)],
  ['a version as text', list([], '1')],
  ['no version', utf8('{"subjects":[]}')],
  ['no subjects', utf8('{"version":1}')],
  ['a subject that is none', list(['app.zip'])],
  ['an unknown kind', list([file('app.zip', `sha256:${hex}`, 'npm')])],
  ['no kind', list([{ name: 'a', digest: `sha256:${hex}` }])],
  ['an unknown hash', list([file('app.zip', `sha1:${'ab'.repeat(20)}`)])],
  ['a digest without its hash', list([file('app.zip', hex)])],
  ['a short digest', list([file('app.zip', `sha256:${hex.slice(2)}`)])],
  ['a digest with more behind it', list([file('app.zip', `sha256:${hex}:x`)])],
  ['digits that are none', list([file('app.zip', `sha256:${hex.slice(1)}g`)])],
  ['an empty name', list([file('')])],
  ['a name with a folder', list([file('dist/app.zip')])],
  ['a name with a control character', list([file('a\nb')])],
])('refuses %s', (_, bytes) => expect(codeOf(() => parse(bytes))).toBe('checksums-invalid'))

test('refuses two digests of one name, and a member twice', () => {
  expect(refusalOf(() => parse(list([file('a'), file('b'), file('a', `sha256:${'cd'.repeat(32)}`)])))?.message).toBe(
    'list: subject 3 gives another sha256 of a than subject 1',
  )
  const twice = utf8(`{"version":1,"subjects":[{"name":"a","name":"b","kind":"file","digest":"sha256:${hex}"}]}`)
  expect(codeOf(() => parse(twice))).toBe('json-invalid')
})
