// Paths as Windows writes them, on whatever system the tests run: the functions that build and compare paths, with the
// path module of Windows in place of the machine's own.
import { win32 } from 'node:path'
import { describe, expect, jest, test } from '@jest/globals'

jest.unstable_mockModule('node:path', () => ({ ...win32, default: win32 }))
const { commonDirectory } = await import('../../src/release/common-directory.ts')
const { sidecarPath } = await import('../../src/release/sidecar-kind.ts')
const { isExcluded } = await import('../../src/adapters/files/artifact-globs.ts')
const { placeKey } = await import('../../src/release/publish/publish-plan.ts')
const { checksumsFor } = await import('../../src/release/sign/sign-checksums.ts')
const { findAttestations } = await import('../../src/release/verify/find-attestations.ts')

describe('the nearest folder in common', () => {
  test.each<[readonly string[], string | undefined]>([
    [['dist\\a.zip', 'dist\\b.zip'], 'dist'],
    [['dist/a.zip', 'dist\\sub\\b.zip'], 'dist'],
    [['a.zip'], '.'],
    [['C:\\project\\dist\\a.zip', 'C:/project/dist/sub/b.zip'], 'C:\\project\\dist'],
    [['C:\\project\\a.zip', 'c:\\project\\b.zip'], 'C:\\project'],
    [['C:\\project\\a.zip', 'D:\\work\\b.zip'], undefined],
    [['C:\\one\\a.zip', 'C:\\two\\b.zip'], undefined],
    [['C:\\a.zip', 'C:\\b.zip'], 'C:\\'],
    [['\\\\server\\share\\x\\a.zip', '\\\\server\\share\\x\\y\\b.zip'], '\\\\server\\share\\x'],
    [['\\\\server\\share\\a.zip', '\\\\other\\share\\b.zip'], undefined],
  ])('of %j is %s', (paths, directory) => {
    expect(commonDirectory(paths)).toBe(directory)
  })
})

test('a sidecar lies beside its artifact, or in the folder that is named', () => {
  expect(sidecarPath('dist\\app.zip', 'cms', undefined)).toBe('dist\\app.zip.p7s')
  expect(sidecarPath('dist/app.zip', 'cms', undefined)).toBe('dist\\app.zip.p7s')
  expect(sidecarPath('C:\\dist\\app.zip', 'cms', 'out/sidecars')).toBe('out\\sidecars\\app.zip.p7s')
})

test('a file is the same however its path is written', () => {
  expect(placeKey('C:\\dist\\app.zip.p7s')).toBe(placeKey('C:/dist/sub/../app.zip.p7s'))
  expect(placeKey('C:\\dist\\app.zip')).not.toBe(placeKey('D:\\dist\\app.zip'))
})

test.each([
  ['dist\\app.txt', ['dist/*.txt'], true],
  ['dist\\app.txt', ['dist\\*.txt'], true],
  ['dist\\app.txt', ['./dist'], true],
  ['dist\\sub\\app.txt', ['dist/**/*.txt'], true],
  ['C:\\project\\dist\\app.txt', ['dist/*.txt'], true],
  ['dist\\app.txt', ['C:/project/dist/*.txt'], true],
  ['dist\\app.zip', ['dist/*.txt'], false],
  ['dist\\sub\\app.txt', ['dist/*.txt'], false],
])('%s is left out by %j: %s', (path, excludes, isOut) => {
  expect(isExcluded(path, excludes, 'C:\\project')).toBe(isOut)
})

test('a list finds files below folders by their own names', () => {
  const line = Buffer.from(`${'0'.repeat(64)}  app.zip\n${'1'.repeat(64)}  lib.zip\n`)
  const { unseen, listed } = checksumsFor({ name: 'C:\\lists\\SHA256SUMS', bytes: line }, ['dist\\app.zip'])
  expect([...listed.keys()]).toEqual(['dist\\app.zip'])
  expect(unseen.map(({ path }) => path)).toEqual(['C:\\lists\\lib.zip'])
})

test('an attestation is found once, where artifacts have their folder in common and beside one', async () => {
  const there: Readonly<Record<string, readonly string[]>> = {
    dist: ['all.release.sigstore.json'],
    'dist\\sub': ['one.release.sigstore.json'],
  }
  const files = { list: async (directory: string) => there[directory] ?? [], exists: async () => true }
  const request = { attestations: ['.\\dist/all.release.sigstore.json'], sidecarDirectory: undefined }
  const found = await findAttestations(['dist/a.zip', 'dist\\sub\\b.zip'], request, files)
  expect(found.map(({ path, isFor }) => [path, isFor('dist\\a.zip'), isFor('dist/sub/b.zip')])).toEqual([
    ['dist\\all.release.sigstore.json', true, true],
    ['dist\\sub\\one.release.sigstore.json', false, true],
  ])
})
