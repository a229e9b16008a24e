import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { checkWritable, writeAll } from '../../../src/adapters/files/file-writes.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { asyncRefusalOf, codeOf } from '../../support/refusal.ts'
import { asNobody } from '../../support/unprivileged.ts'

const folder = temporaryFolder()
const out = folder.at('out')
const bytes = (text: string) => new TextEncoder().encode(text)
const clock = () => new Date()
const write = (contents: Readonly<Record<string, string>>) =>
  writeAll(
    Object.entries(contents).map(([name, text]) => ({ path: join(out, name), bytes: bytes(text) })),
    clock,
  )
/** Every file below `out`, hidden ones included, with its content. */
const standing = () =>
  Object.fromEntries(
    fs
      .readdirSync(out, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.lstatSync(join(out, name)).isFile())
      .map((name) => [name.replaceAll('\\', '/'), fs.readFileSync(join(out, name), 'utf8')]),
  )

beforeEach(() => {
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out)
})

describe('writing', () => {
  test('puts new files in place and replaces old ones, and leaves nothing else behind', async () => {
    folder.write('out/b.p7s', 'old')
    folder.write('out/other', 'untouched')
    await write({ 'a.p7s': 'A', 'b.p7s': 'B', 'c.p7s': '' })
    expect(standing()).toEqual({ 'a.p7s': 'A', 'b.p7s': 'B', 'c.p7s': '', other: 'untouched' })
  })

  test.each<[string, 'nothing' | string, string | undefined, string]>([
    ['a new file', 'nothing', undefined, 'accepted'],
    ['a new file where one is', 'nothing', 'precious', 'file-exists'],
    ['the file that was read', 'old', 'old', 'accepted'],
    ['a file that was changed', 'old', 'new', 'file-changed'],
    ['a file that grew', 'old', 'old and more', 'file-changed'],
    ['a file that went', 'old', undefined, 'file-changed'],
  ])('%s, next to another: both or none', async (_, expected, there, code) => {
    if (there !== undefined) folder.write('out/register.txt', there)
    const before = standing()
    const replaces = expected === 'nothing' ? expected : bytes(expected)
    const refusal = await asyncRefusalOf(() =>
      writeAll(
        [
          { path: join(out, 'a.pem'), bytes: bytes('A'), replaces: 'nothing' },
          { path: join(out, 'register.txt'), bytes: bytes('B'), replaces },
        ],
        clock,
      ),
    )
    expect(refusal?.code ?? 'accepted').toBe(code)
    expect(standing()).toEqual(code === 'accepted' ? { 'a.pem': 'A', 'register.txt': 'B' } : before)
  })

  test('refuses a file that another run is about to replace, and leaves no lock behind', async () => {
    folder.write('out/register.txt', 'old')
    const lock = folder.write('out/.kms-release-signing-register.txt.lock', '')
    const file = { path: join(out, 'register.txt'), bytes: bytes('new'), replaces: bytes('old') }
    expect((await asyncRefusalOf(() => writeAll([file], clock)))?.code).toBe('file-changed')
    fs.rmSync(lock)
    expect((await asyncRefusalOf(() => writeAll([{ ...file, replaces: bytes('x') }], clock)))?.code).toBe(
      'file-changed',
    )
    expect(standing()).toEqual({ 'register.txt': 'old' })
    await writeAll([file], clock)
    expect(standing()).toEqual({ 'register.txt': 'new' })
  })

  test('loses nothing of what several processes write into one file', async () => {
    folder.write('out/register.txt', '')
    const program = `
      import fs from 'node:fs'
      import { writeAll } from ${JSON.stringify(new URL('../../../src/adapters/files/file-writes.ts', import.meta.url).href)}
      const path = ${JSON.stringify(join(out, 'register.txt'))}
      let written = 0
      for (let round = 0; round < 150; round++) {
        const replaces = new Uint8Array(fs.readFileSync(path))
        const bytes = new Uint8Array([...replaces, 46])
        await writeAll([{ path, bytes, replaces }], () => new Date()).then(() => written++, (error) => {
          if (error.code !== 'file-changed') throw error
        })
      }
      console.log(written)`
    const counts = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program])
        let text = ''
        child.stdout.on('data', (part: Buffer) => {
          text += part
        })
        await once(child, 'close')
        return Number(text)
      }),
    )
    expect(counts.every((count) => count > 0)).toBe(true)
    expect(standing()).toEqual({ 'register.txt': '.'.repeat(counts.reduce((sum, count) => sum + count, 0)) })
  })

  test('makes directories', async () => {
    await write({ 'x/y/a.p7s': 'A', 'x/b.p7s': 'B' })
    expect(standing()).toEqual({ 'x/y/a.p7s': 'A', 'x/b.p7s': 'B' })
  })

  test('takes names with anything in them', async () => {
    const name = process.platform === 'win32' ? "it's ä.p7s" : 'new\nline "ä".p7s'
    await write({ [name]: 'A', '-rf.p7s': 'B' })
    expect(standing()).toEqual({ [name]: 'A', '-rf.p7s': 'B' })
  })

  test('replaces a link, not what it leads to', async () => {
    if (process.platform === 'win32') return
    folder.write('out/target', 'precious')
    fs.symlinkSync('target', join(out, 'a.p7s'))
    await write({ 'a.p7s': 'A' })
    expect(standing()).toEqual({ 'a.p7s': 'A', target: 'precious' })
  })

  test('takes a thousand files', async () => {
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`${i}.p7s`, `content ${i}`]))
    await write(many)
    expect(standing()).toEqual(many)
  })
})

describe('failing', () => {
  test.each([
    ['first', ['directory', 'a.p7s', 'b.p7s']],
    ['in the middle', ['a.p7s', 'directory', 'b.p7s']],
    ['last', ['a.p7s', 'b.p7s', 'directory']],
  ])('%s, everything is as it was', async (_, names) => {
    folder.write('out/b.p7s', 'old')
    fs.mkdirSync(join(out, 'directory', 'full'), { recursive: true })
    const refusal = await asyncRefusalOf(() => write(Object.fromEntries(names.map((name) => [name, 'new']))))
    expect(refusal?.code).toBe('file-unwritable')
    expect(refusal?.message).toContain(join(out, 'directory'))
    expect(standing()).toEqual({ 'b.p7s': 'old' })
  })

  test('before anything is in place, no temporary file and no directory stays', async () => {
    folder.write('out/file', 'in the way')
    const refusal = await asyncRefusalOf(() => write({ 'x/y/a.p7s': 'A', 'file/b.p7s': 'B' }))
    expect(refusal?.code).toBe('file-unwritable')
    expect(standing()).toEqual({ file: 'in the way' })
    expect(fs.existsSync(join(out, 'x'))).toBe(false)
  })

  test('a restored link leads where it led', async () => {
    if (process.platform === 'win32') return
    fs.symlinkSync('nowhere', join(out, 'a.p7s'))
    fs.mkdirSync(join(out, 'directory'))
    await asyncRefusalOf(() => write({ 'a.p7s': 'A', directory: 'B' }))
    expect(fs.readlinkSync(join(out, 'a.p7s'))).toBe('nowhere')
  })

  asNobody('a directory that is read-only is told of, and left as it is', () => {
    folder.write('out/a.p7s', 'old')
    fs.chmodSync(out, 0o555)
    return async () => {
      expect(codeOf(() => checkWritable([join(out, 'a.p7s')]))).toBe('file-unwritable')
      const refusal = await asyncRefusalOf(() => write({ 'a.p7s': 'A' }))
      expect(refusal?.code).toBe('file-unwritable')
      expect(refusal?.message).toContain('permission denied')
      expect(standing()).toEqual({ 'a.p7s': 'old' })
    }
  })
})

describe('what a killed run left', () => {
  const leftover = '.kms-release-signing-5b0f6c1e.tmp'

  test('is removed by a later run once it is old', async () => {
    const old = folder.write(`out/${leftover}`)
    fs.utimesSync(old, new Date(), new Date(Date.now() - 2 * 60 * 60 * 1000))
    await write({ 'a.p7s': 'A' })
    expect(standing()).toEqual({ 'a.p7s': 'A' })
  })

  test('is left alone while it may be of a run under way', async () => {
    folder.write(`out/${leftover}`, 'under way')
    await write({ 'a.p7s': 'A' })
    expect(standing()).toEqual({ 'a.p7s': 'A', [leftover]: 'under way' })
  })
})

describe('checking beforehand', () => {
  test('accepts what can be written, and leaves no trace', () => {
    checkWritable([join(out, 'a.p7s'), join(out, 'not', 'yet', 'there', 'b.p7s')])
    expect(fs.readdirSync(out)).toEqual([])
  })

  test.each([
    ['a directory in the place of the file', 'directory'],
    ['a file in the place of the directory', 'file/a.p7s'],
    ['a name that is too long', `${'x'.repeat(300)}.p7s`],
  ])('refuses %s', (_, name) => {
    fs.mkdirSync(join(out, 'directory'))
    folder.write('out/file')
    expect(codeOf(() => checkWritable([join(out, name)]))).toBe('file-unwritable')
  })
})

describe('signals', () => {
  const program = (body: string) => `
    import { holdingSignals } from ${JSON.stringify(new URL('../../../src/adapters/files/signals.ts', import.meta.url).href)}
    ${body}`
  const run = (body: string) =>
    spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program(body)], { encoding: 'utf8' })

  test('that come while the work is done end the process after it', () => {
    if (process.platform === 'win32') return
    const { signal, stdout } = run(`
      await holdingSignals(() => {
        process.kill(process.pid, 'SIGTERM')
        console.log('done')
      })
      await new Promise((resolve) => setTimeout(resolve, 5_000))
      console.log('not reached')`)
    expect(stdout).toBe('done\n')
    expect(signal).toBe('SIGTERM')
  })

  test('that come later, or never, do what they always do', async () => {
    if (process.platform === 'win32') return
    expect(run(`await holdingSignals(() => {})`)).toMatchObject({ status: 0, signal: null })
    const body = `await holdingSignals(() => {}); console.log('ready'); setInterval(() => {}, 1_000)`
    const child = spawn(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program(body)])
    await once(child.stdout, 'data')
    child.kill('SIGINT')
    const [, signal] = await once(child, 'exit')
    expect(signal).toBe('SIGINT')
  })
})
