import { existsSync, globSync, readFileSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { repositoryRoot } from '../dev/runner.ts'
import type { Benchmark } from './measure.ts'

const megabyte = 1e6
const dist = join(repositoryRoot, 'dist')

export const bundleSize: Benchmark = async () => {
  const files = globSync('**/*', { cwd: dist }).filter((path) => statSync(join(dist, path)).isFile())
  const bytes = files.reduce((sum, path) => sum + statSync(join(dist, path)).size, 0)
  const code = files.filter((path) => /\.[cm]?js$/.test(path)).map((path) => readFileSync(join(dist, path), 'utf8'))
  const twice = packagesInSeveralCopies().filter(
    (copies) => copies.filter((copy) => holds(code, copy, copies)).length > 1,
  )
  return [
    {
      what: 'size of dist',
      measured: `${(bytes / megabyte).toFixed(2)} MB in ${files.length} files`,
      budget: '≤ 4 MB',
      ok: bytes <= 4 * megabyte,
    },
    {
      what: 'packages twice in dist',
      measured: twice.length === 0 ? 'none' : twice.map((copies) => copies.join(' and ')).join(', '),
      budget: 'none',
      ok: twice.length === 0,
    },
  ]
}

/** Folders of each package that is installed more than once. */
function packagesInSeveralCopies(): readonly (readonly string[])[] {
  const lockfile: { packages: Readonly<Record<string, unknown>> } = JSON.parse(
    readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'),
  )
  const byName = Map.groupBy(Object.keys(lockfile.packages), (folder) => folder.split('node_modules/').at(-1))
  return [...byName.values()].filter((folders) => folders.length > 1)
}

/**
 * Whether the bundle was made with this copy: most lines of one of its files that no other copy has are there. Bundling
 * leaves lines alone that import and export nothing.
 */
function holds(code: readonly string[], copy: string, copies: readonly string[]): boolean {
  const others = new Set(copies.filter((other) => other !== copy).flatMap((other) => filesOf(other).flat()))
  return filesOf(copy).some((lines) => {
    const own = lines.filter((line) => !others.has(line))
    const found = own.filter((line) => code.some((text) => text.includes(line)))
    return own.length > 0 && found.length > own.length / 2
  })
}

/** Lines of code of each file that are long enough to be told from others. */
function filesOf(folder: string): readonly (readonly string[])[] {
  const root = join(repositoryRoot, folder)
  if (!existsSync(root)) return []
  return globSync('**/*.{js,cjs,mjs}', { cwd: root, exclude: (name) => name === 'node_modules' })
    .filter((path) => !path.split(sep).includes('node_modules'))
    .map((path) =>
      readFileSync(join(root, path), 'utf8')
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line.length >= 40 && !/^(\/[/*]|\*|import\b|export\b|.*\brequire\()/.test(line)),
    )
}
