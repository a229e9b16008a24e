import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from '@jest/globals'
import { checkImports } from '../../scripts/check-imports.ts'
import { findReaches, readImports } from '../../scripts/read-module.ts'
import { temporaryFolder } from '../support/folder.ts'

const folder = temporaryFolder()

/** What is said of a tree with these files in src. */
function check(files: Readonly<Record<string, string>>): readonly string[] {
  mkdirSync(folder.at('src'), { recursive: true })
  for (const [name, text] of Object.entries(files)) folder.write(join('src', name), text)
  return checkImports(folder.path)
}

afterEach(() => rmSync(folder.at('src'), { recursive: true, force: true }))

describe('this tree', () => {
  test('keeps the rules', () => {
    expect(checkImports(join(import.meta.dirname, '../..'))).toEqual([])
  })
})

describe('directions', () => {
  const target = {
    'core/a.ts': '',
    'release/ports.ts': '',
    'release/b.ts': '',
    'identity/ports.ts': '',
    'adapters/c.ts': '',
    'cli/d.ts': '',
  }
  const allowed = {
    'adapters/of-core.ts': "import '../core/a.ts'",
    'adapters/of-ports.ts': "import type { Clock } from '../release/ports.ts'",
    'adapters/of-identity.ts': "import type { Randomness } from '../identity/ports.ts'",
    'identity/of-release.ts': "import { b } from '../release/b.ts'",
    'cli/of-adapters.ts': "const c = await import('../adapters/c.ts')",
    'release/of-core.ts': "export { a } from '../core/a.ts'",
  }

  test('the right ones pass', () => {
    expect(check({ ...target, ...allowed })).toEqual([])
  })

  test.each([
    ['core', "import { b } from '../release/b.ts'", 'may not import src/release/b.ts'],
    ['core', "export * from '../adapters/c.ts'", 'may not import src/adapters/c.ts'],
    ['core', "type B = import('../release/b.ts').B", 'may not import src/release/b.ts, not even for its types'],
    ['release', "const c = await import('../adapters/c.ts')", 'may not import src/adapters/c.ts'],
    ['release', "import type { C } from '../adapters/c.ts'", 'may not import src/adapters/c.ts, not even'],
    ['release', "import { d } from '../cli/d.ts'", 'may not import src/cli/d.ts'],
    ['adapters', "import { clock } from '../release/ports.ts'", 'may not import src/release/ports.ts'],
    ['adapters', "import type { B } from '../release/b.ts'", 'may not import src/release/b.ts, not even'],
    ['identity', "import { c } from '../adapters/c.ts'", 'may not import src/adapters/c.ts'],
    ['release', "import { i } from '../identity/ports.ts'", 'may not import src/identity/ports.ts'],
    ['cli', "import { e } from '../../dev/pki.ts'", 'imports ../../dev/pki.ts from outside src'],
    ['cli', "import { f } from './missing.ts'", 'imports ./missing.ts, which does not exist'],
    ['attic', "import { a } from '../core/a.ts'", 'stands in no room of the house'],
  ])('%s: %s', (room, text, problem) => {
    expect(check({ ...target, [`${room}/planted.ts`]: `\n${text}\n` })).toEqual([
      expect.stringContaining(`src/${room}/planted.ts:2 ${problem}`),
    ])
  })
})

describe('modules from outside', () => {
  test.each([
    ['core/planted.ts', 'node:crypto'],
    ['core/planted.ts', 'node:fs'],
    ['core/x509/crypto.ts', 'node:crypto'],
    ['core/planted.ts', 'packageurl-js'],
    ['release/planted.ts', 'node:fs'],
    ['release/planted.ts', '@aws-sdk/client-kms'],
    ['cli/planted.ts', '@aws-sdk/client-kms'],
    ['adapters/planted.ts', 'left-pad'],
  ])('%s may not import %s', (path, specifier) => {
    expect(check({ [path]: `import '${specifier}'` })).toEqual([`src/${path}:1 may not import ${specifier}`])
  })

  test('core/crypto.ts alone imports node:crypto', () => {
    expect(check({ 'core/crypto.ts': "import { verify } from 'node:crypto'" })).toEqual([])
  })
})

describe('circles', () => {
  test('one that runs is named', () => {
    const files = { 'core/a.ts': "import './b.ts'", 'core/b.ts': "import './c.ts'", 'core/c.ts': "import './b.ts'" }
    expect(check(files)).toEqual(['imports run in a circle: core/b.ts → core/c.ts → core/b.ts'])
  })

  test('one of types does no harm', () => {
    expect(check({ 'core/a.ts': "import './b.ts'", 'core/b.ts': "import type { A } from './a.ts'" })).toEqual([])
  })
})

describe('verification', () => {
  const aws = { 'adapters/kms.ts': "const sdk = await import('@aws-sdk/client-kms')" }
  const door = {
    'entry/offline.ts': "export const loadOnline = () => import('./online.ts')",
    'entry/online.ts': "export * from '../adapters/kms.ts'",
  }

  test('has no way to AWS, however lazy', () => {
    expect(check({ ...aws, 'cli/verify.ts': "const kms = await import('../adapters/kms.ts')" })).toEqual([
      'verification can load @aws-sdk/client-kms: cli/verify.ts → adapters/kms.ts',
    ])
  })

  test('may stand beside the door to it, and not go through', () => {
    const beside = "const { verify } = await import('../entry/offline.ts')"
    expect(check({ ...aws, ...door, 'cli/verify.ts': beside })).toEqual([])
    const through = "const { loadOnline } = await import('../entry/offline.ts')"
    expect(check({ ...aws, ...door, 'cli/verify.ts': through })).toEqual([
      'verification can call loadOnline: cli/verify.ts',
    ])
    expect(check({ ...aws, ...door, 'cli/verify.ts': "await import('../entry/online.ts')" })).toEqual([
      'verification can load @aws-sdk/client-kms: cli/verify.ts → entry/online.ts → adapters/kms.ts',
    ])
  })

  test('may fetch a release through a door of its own, lazily and nowhere else', () => {
    const room = { 'entry/fetch-release.ts': "export * from '../adapters/github.ts'" }
    const client = { 'adapters/github.ts': "const client = await import('@octokit/core')" }
    const entry = { 'cli/verify.ts': "await import('../entry/verify-named.ts')" }
    const lazily = { 'entry/verify-named.ts': "export const load = () => import('./fetch-release.ts')" }
    expect(check({ ...room, ...client, ...entry, ...lazily })).toEqual([])
    const way = 'entry/fetch-release.ts → adapters/github.ts'
    const atOnce = { 'entry/verify-named.ts': "import './fetch-release.ts'" }
    expect(check({ ...room, ...client, ...entry, ...atOnce })).toEqual([
      `verification can load @octokit/core: cli/verify.ts → entry/verify-named.ts → ${way}`,
    ])
    const elsewhere = { 'cli/inspect.ts': "await import('../entry/fetch-release.ts')" }
    expect(check({ ...room, ...client, ...entry, ...lazily, ...elsewhere })).toEqual([
      `verification can load @octokit/core: cli/inspect.ts → ${way}`,
    ])
  })

  test('opens no connection of its own', () => {
    expect(
      check({ 'cli/verify.ts': "await import('../adapters/tcp.ts')", 'adapters/tcp.ts': "import 'node:net'" }),
    ).toEqual(['verification can load node:net: cli/verify.ts → adapters/tcp.ts'])
  })
})

test('a key in AWS KMS is what verification may go online for, from one file', () => {
  const door = { 'entry/online.ts': "export * from '../adapters/kms.ts'" }
  const aws = { 'adapters/kms.ts': "await import('@aws-sdk/client-kms')" }
  const asks = (file: string) => ({
    [file]: "await import('./online.ts')",
    'cli/verify.ts': `await import('../${file}')`,
  })
  expect(check({ ...aws, ...door, ...asks('entry/trusted-key.ts') })).toEqual([])
  expect(check({ ...aws, ...door, ...asks('entry/another.ts') })).toEqual([
    'verification can load @aws-sdk/client-kms: cli/verify.ts → entry/another.ts → entry/online.ts → adapters/kms.ts',
  ])
})

describe("core's reach", () => {
  test.each([
    ['process.env.HOME', 'process'],
    ['const { env } = process', 'process'],
    ["console.log('a')", 'console'],
    ['await fetch(url)', 'fetch'],
    ["globalThis['fetch'](url)", 'globalThis'],
    ['setTimeout(run, 1)', 'setTimeout'],
    ['crypto.getRandomValues(bytes)', 'crypto'],
    ['performance.now()', 'performance'],
    ['const a = import.meta.url', 'import.meta'],
    ['const a = new Date()', 'new Date()'],
    ['const a = Date()', 'Date()'],
    ['const a = Date.now()', 'Date.now, or Date as a value'],
    ["const a = Date['now']()", 'Date.now, or Date as a value'],
    ['const { now } = Date', 'Date.now, or Date as a value'],
    ['const a = Math.random()', 'Math.random, or Math as a value'],
    ['const { random } = Math', 'Math.random, or Math as a value'],
    [['const a = `it is ', "{process.pid}, isn't it`"].join('$'), 'process'],
    ['const a = /["\']/.test(b) && process.pid', 'process'],
  ])('%s', (text, what) => {
    expect(findReaches(`\n${text}`)).toEqual(expect.arrayContaining([{ what, line: 2 }]))
    expect(check({ 'core/planted.ts': `\n${text}` })).toContain(`src/core/planted.ts:2 core reaches outside: ${what}`)
  })

  test.each([
    '// process.env, Date.now()',
    "const a = 'process.env'",
    'const a = record.process',
    'const a = { process: 1 }',
    'interface A { readonly process: string }',
    'const a = new Date(0)',
    'const a = new Date(Date.UTC(2026, 10, 24))',
    'const a = (b: Date) => b instanceof Date',
    'const a = Math.max(1, 2)',
  ])('harmless: %s', (text) => {
    expect(findReaches(text)).toEqual([])
  })
})

describe('reading imports', () => {
  test('a computed name is refused, since nothing can check it', () => {
    expect(() => readImports('const name = "a"\nawait import(name)')).toThrow('line 2: the name of an imported module')
  })

  test('imports of types alone are told apart', () => {
    const text = [
      "import type { A } from './a.ts'",
      "import { type B } from './b.ts'",
      "import { type C, d } from './c.ts'",
      "export type { E } from './e.ts'",
      "import './f.ts'",
      "type G = typeof import('./g.ts')",
    ]
    expect(readImports(text.join('\n')).map(({ specifier, typeOnly }) => [specifier, typeOnly])).toEqual([
      ['./a.ts', true],
      ['./b.ts', true],
      ['./c.ts', false],
      ['./e.ts', true],
      ['./f.ts', false],
      ['./g.ts', true],
    ])
  })
})
