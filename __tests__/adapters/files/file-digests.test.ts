import { createHash } from 'node:crypto'
import fs, { symlinkSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { digestFiles, hashInWorker } from '../../../src/adapters/files/file-digests.ts'
import { bytesToHex } from '../../../src/core/bytes.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

const folder = temporaryFolder()
const mebibyte = 1024 * 1024

/** Large enough that a second thread is started. */
function largeFile(name: string, mebibytes: number): string {
  const descriptor = fs.openSync(folder.at(name), 'w')
  const piece = Buffer.alloc(mebibyte)
  for (let i = 0; i < mebibytes; i++) fs.writeSync(descriptor, piece.fill(name).fill(i, 0, 4))
  fs.closeSync(descriptor)
  return folder.at(name)
}

const large = ['a', 'b', 'c'].map((name, i) => largeFile(name, 17 + 5 * i))
const small = Array.from({ length: 40 }, (_, i) => folder.write(`small/${i}`, `content of ${i}`))
const expected = (path: string) => createHash('sha256').update(fs.readFileSync(path)).digest('hex')

test.each([1, 2, 4])('with %i threads every file gets its own digest, in the order given', async (threads) => {
  const paths = [...small.slice(0, 20), ...large, ...small.slice(20)]
  const digests = await digestFiles(paths, ['sha256'], { threads })
  expect(digests.map(({ path }) => path)).toEqual(paths)
  expect(digests.map(({ digests: { sha256 } }) => bytesToHex(sha256 ?? new Uint8Array()))).toEqual(paths.map(expected))
  expect(digests.map(({ size }) => size)).toEqual(paths.map((path) => fs.statSync(path).size))
})

test('a file named twice is there twice', async () => {
  const [first, second] = await digestFiles([small[0] ?? '', small[0] ?? ''], ['sha256'])
  expect(first).toEqual(second)
})

test('every hash asked for is there, and no other', async () => {
  const [found] = await digestFiles([large[0] ?? ''], ['sha256', 'sha384', 'sha512'])
  const lengths = Object.entries(found?.digests ?? {}).map(([name, digest]) => [name, digest.length])
  expect(lengths).toEqual([
    ['sha256', 32],
    ['sha384', 48],
    ['sha512', 64],
  ])
})

test.each([1, 3])('with %i threads the first file in order that cannot be read is named', async (threads) => {
  const gone = folder.at('gone')
  const refusal = await asyncRefusalOf(() =>
    digestFiles([...large, folder.path, gone, ...small], ['sha256'], { threads }),
  )
  expect(refusal?.code).toBe('file-not-regular')
  expect(refusal?.message).toContain(folder.path)
  const other = await asyncRefusalOf(() => digestFiles([...large, gone, folder.path], ['sha256'], { threads }))
  expect(other?.code).toBe('file-not-found')
  expect(other?.message).toContain(gone)
})

test('a loop of links is refused', async () => {
  if (process.platform === 'win32') return
  symlinkSync('loop', folder.at('loop'))
  const refusal = await asyncRefusalOf(() => digestFiles([folder.at('loop')], ['sha256']))
  expect(refusal?.code).toBe('file-unreadable')
  expect(refusal?.message).toContain('leads back to itself')
})

test('timers go on while a large file is hashed', async () => {
  const large = largeFile('long', 400)
  let ticks = 0
  const timer = setInterval(() => ticks++, 10)
  await digestFiles([large], ['sha512'])
  clearInterval(timer)
  expect(ticks).toBeGreaterThan(2)
})

test('nothing to hash is nothing', async () => {
  expect(await digestFiles([], ['sha256'])).toEqual([])
})

test('another thread takes what is left in the queue', async () => {
  const gone = folder.at('gone')
  const next = new SharedArrayBuffer(4)
  new Int32Array(next)[0] = 1
  const found = await hashInWorker({ paths: [large[0] ?? '', large[1] ?? '', gone], hashes: ['sha256'], next })
  expect(found).toEqual([
    [1, { size: 22 * mebibyte, start: expect.anything(), digests: { sha256: expect.anything() } }],
    [2, { failure: 'system', error: { code: 'ENOENT', message: expect.stringContaining('gone') } }],
  ])
  const hash = found[0]?.[1]
  expect(hash && 'digests' in hash && bytesToHex(hash.digests.sha256 ?? new Uint8Array())).toBe(
    expected(large[1] ?? ''),
  )
})
