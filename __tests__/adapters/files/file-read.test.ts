import { execFileSync } from 'node:child_process'
import { chmodSync, symlinkSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readBounded, readIfThere } from '../../../src/adapters/files/file-read.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { codeOf } from '../../support/refusal.ts'
import { asNobody } from '../../support/unprivileged.ts'

const folder = temporaryFolder()

test('a file is read up to the bound, and refused above it', () => {
  const path = folder.write('four', 'four')
  expect(Buffer.from(readBounded(path, 4)).toString()).toBe('four')
  expect(codeOf(() => readBounded(path, 3))).toBe('limit-exceeded')
  expect(readBounded(folder.write('empty', ''), 0)).toHaveLength(0)
})

test('nothing there is undefined, or refused', () => {
  for (const path of [folder.at('gone'), folder.at('four', 'below')]) {
    expect(readIfThere(path, 10)).toBeUndefined()
    expect(codeOf(() => readBounded(path, 10))).toBe('file-not-found')
  }
})

test('what is no regular file is refused', () => {
  expect(codeOf(() => readIfThere(folder.path, 10))).toBe('file-not-regular')
  if (process.platform === 'win32') return
  execFileSync('mkfifo', [folder.at('pipe')])
  expect(codeOf(() => readIfThere(folder.at('pipe'), 10))).toBe('file-not-regular')
  expect(codeOf(() => readIfThere('/dev/zero', 10))).toBe('file-not-regular')
  symlinkSync('loop', folder.at('loop'))
  expect(codeOf(() => readIfThere(folder.at('loop'), 10))).toBe('file-unreadable')
})

asNobody('a file without permission is refused', () => {
  const path = folder.write('secret')
  chmodSync(path, 0o000)
  return () => expect(codeOf(() => readIfThere(path, 10))).toBe('file-unreadable')
})

test('a file of the kernel, whose size is a lie, is refused', () => {
  if (process.platform !== 'linux') return
  expect(codeOf(() => readBounded('/proc/self/status', 100_000))).toBe('file-changed')
})
