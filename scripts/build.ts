/** Builds dist/: type-checks and emits build/, bundles it with ncc, and refuses what must not be shipped. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checkBundle } from './check-bundle.ts'

const root = resolve(import.meta.dirname, '..')
const { values } = parseArgs({ options: { out: { type: 'string', default: join(root, 'dist') } } })

function run(...args: readonly string[]): void {
  // ncc's output depends on how paths look from where it runs.
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
}

const bundler = join('node_modules', '@vercel', 'ncc', 'dist', 'ncc', 'cli.js')
const compiler = join('node_modules', 'typescript', 'bin', 'tsc')
const temporary = mkdtempSync(join(tmpdir(), 'kms-release-signing-build-'))
try {
  const stats = join(temporary, 'stats.json')
  const bundle = join(temporary, 'dist')
  rmSync(join(root, 'build'), { recursive: true, force: true })
  run(compiler, '-p', 'tsconfig.build.json')
  // Not a module to the bundler, so that it writes CommonJS: Node starts that several milliseconds sooner.
  writeFileSync(join(root, 'build', 'package.json'), '{}\n')
  const entry = join('build', 'index.js')
  run(bundler, 'build', entry, '-o', bundle, '--license', 'licenses.txt', '--stats-out', stats, '--no-cache', '-q')
  writeFileSync(join(bundle, 'package.json'), '{ "type": "commonjs" }\n')
  checkBundle(bundle, JSON.parse(readFileSync(stats, 'utf8')))
  // Only a bundle that passed takes the place of the last one.
  rmSync(values.out, { recursive: true, force: true })
  cpSync(bundle, values.out, { recursive: true })
  const bytes = readdirSync(values.out).reduce((sum, name) => sum + statSync(join(values.out, name)).size, 0)
  process.stdout.write(`${values.out}: ${(bytes / 2 ** 20).toFixed(2)} MiB\n`)
} finally {
  rmSync(temporary, { recursive: true, force: true })
}
