import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import { expect, test } from '@jest/globals'
import { type FileHash, type HashingSystem, hashFile } from '../../../src/adapters/files/file-hash.ts'
import { temporaryFolder } from '../../support/folder.ts'

const folder = temporaryFolder()
const system: HashingSystem = { ...fs, createHash }

function run(path: string, using: HashingSystem = system): { hash: FileHash; reads: number } {
  const steps = hashFile(using, path, ['sha256', 'sha512'], new Uint8Array(16))
  for (let reads = 0; ; reads++) {
    const step = steps.next()
    if (step.done) return { hash: step.value, reads }
  }
}

/** Lets something happen to the file after its first piece has been read. */
const meanwhile = (happens: () => void): HashingSystem => {
  let pending = true
  return {
    ...system,
    readSync(descriptor, buffer) {
      const count = fs.readSync(descriptor, buffer)
      if (pending) happens()
      pending = false
      return count
    },
  }
}

test('all hashes come of one pass that pauses after every piece', () => {
  const content = 'forty-eight bytes, which is three times sixteen.'
  const { hash, reads } = run(folder.write('file', content))
  expect(reads).toBe(3)
  expect(hash).toEqual({
    size: 48,
    start: Uint8Array.from(Buffer.from(content)),
    digests: {
      sha256: new Uint8Array(createHash('sha256').update(content).digest()),
      sha512: new Uint8Array(createHash('sha512').update(content).digest()),
    },
  })
})

test('an empty file has a hash like any other', () => {
  expect(run(folder.write('empty', '')).hash).toMatchObject({
    size: 0,
    digests: { sha256: new Uint8Array(createHash('sha256').digest()) },
  })
})

test.each([
  ['grows', (path: string) => fs.appendFileSync(path, 'more')],
  ['shrinks', (path: string) => fs.truncateSync(path, 20)],
  ['is written over', (path: string) => fs.writeFileSync(path, 'X'.repeat(48))],
  [
    'is written over and dated back',
    (path: string) => {
      const { atime, mtime } = fs.statSync(path)
      fs.writeFileSync(path, 'X'.repeat(48))
      fs.utimesSync(path, atime, mtime)
    },
  ],
  [
    'is replaced by its equal',
    (path: string) => {
      fs.copyFileSync(path, `${path}.new`)
      fs.renameSync(`${path}.new`, path)
    },
  ],
])('a file that %s while it is read is refused', async (name, happens) => {
  const path = folder.write(name, 'x'.repeat(48))
  // Some file systems keep time in steps of several milliseconds.
  await new Promise((resolve) => setTimeout(resolve, 30))
  expect(
    run(
      path,
      meanwhile(() => happens(path)),
    ).hash,
  ).toEqual({ failure: 'changed' })
})

test('a file that vanishes while it is read is refused', () => {
  const path = folder.write('vanishes', 'x'.repeat(48))
  const { hash } = run(
    path,
    meanwhile(() => fs.unlinkSync(path)),
  )
  expect(hash).toMatchObject({ failure: 'system', error: { code: 'ENOENT' } })
})

test('a file without an end is given up when it outgrows its size', () => {
  const path = folder.write('endless', 'x'.repeat(48))
  let reads = 0
  const endless = { ...system, readSync: () => (reads++ > 1_000 ? 0 : 16) }
  expect(run(path, endless).hash).toEqual({ failure: 'changed' })
  expect(reads).toBeLessThan(10)
})

test('every descriptor is closed again', () => {
  const open = new Set<number>()
  const counting: HashingSystem = {
    ...system,
    openSync: (path, flags) => {
      const descriptor = fs.openSync(path, flags)
      open.add(descriptor)
      return descriptor
    },
    closeSync: (descriptor) => {
      fs.closeSync(descriptor)
      open.delete(descriptor)
    },
  }
  run(folder.write('closed'), counting)
  run(folder.write('fails'), {
    ...counting,
    readSync: () => {
      throw new Error('the disk is gone')
    },
  })
  expect(open.size).toBe(0)
})

test('directories, pipes and devices are not opened', () => {
  const opens: unknown[] = []
  const watching: HashingSystem = {
    ...system,
    openSync: (path, flags) => {
      opens.push(path)
      return fs.openSync(path, flags)
    },
  }
  expect(run(folder.path, watching).hash).toEqual({ failure: 'not-regular' })
  if (process.platform !== 'win32') {
    execFileSync('mkfifo', [folder.at('pipe')])
    expect(run(folder.at('pipe'), watching).hash).toEqual({ failure: 'not-regular' })
    expect(run('/dev/zero', watching).hash).toEqual({ failure: 'not-regular' })
  }
  expect(opens).toEqual([])
})

test('a pipe put in the place of a file does not make it wait', () => {
  if (process.platform === 'win32') return
  const path = folder.write('swapped')
  const swapping: HashingSystem = {
    ...system,
    openSync: (name, flags) => {
      fs.unlinkSync(path)
      execFileSync('mkfifo', [path])
      return fs.openSync(name, flags)
    },
  }
  expect(run(path, swapping).hash).toEqual({ failure: 'not-regular' })
})
