import { describe, expect, test } from '@jest/globals'
import { type BundleStats, checkBundle } from '../../scripts/check-bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const folder = temporaryFolder()
const inPackage = (path: string, chunks: readonly number[] = [1]) => ({
  identifier: `/loader.js!/repo/node_modules/${path}`,
  chunks,
})
const good: BundleStats = {
  errors: [],
  warnings: [{ message: 'license-webpack-plugin: could not find any license file for @aws-sdk/core. Use …' }],
  modules: [inPackage('@aws-sdk/core/index.js'), { chunks: [2], modules: [inPackage('tunnel/index.js', [])] }],
}

function problemOf(stats: Partial<BundleStats>, files: Readonly<Record<string, string>> = {}): string {
  const directory = folder.at(String(Math.random()))
  const content = { 'licenses.txt': '@aws-sdk/core\nApache-2.0\n\ntunnel\nMIT\n', 'index.js': 'export {}', ...files }
  for (const [name, text] of Object.entries(content))
    folder.write(`${directory.slice(folder.path.length + 1)}/${name}`, text)
  try {
    checkBundle(directory, { ...good, ...stats })
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('checkBundle', () => {
  test('lets a whole bundle pass', () => {
    expect(problemOf({})).toBe('')
  })

  test.each<readonly [string, Partial<BundleStats>, Readonly<Record<string, string>>, string]>([
    ['an error', { errors: [{ message: 'Boom' }] }, {}, 'Boom'],
    ['a warning', { warnings: [{ message: 'could not find any license file for left-pad.' }] }, {}, 'left-pad'],
    [
      'a module that is missing',
      {},
      { '7.index.js': 'module.exports = eval("require")("gone");' },
      '7.index.js lacks the module gone',
    ],
    [
      'a package in two versions',
      { modules: [...good.modules, inPackage('a/node_modules/tunnel/index.js')] },
      {},
      'tunnel is bundled from',
    ],
    [
      'a module in two chunks',
      { modules: [...good.modules, inPackage('tunnel/index.js', [3])] },
      {},
      'is in several chunks',
    ],
    ['a package without its licence', { modules: [inPackage('left-pad/index.js')] }, {}, 'licenses.txt lacks left-pad'],
    ['too much', {}, { 'big.js': ' '.repeat(4 * 2 ** 20) }, 'at most 4194304 are allowed'],
  ])('refuses %s', (_, stats, files, problem) => {
    expect(problemOf(stats, files)).toContain(problem)
  })
})
