import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { repositoryRoot, runCli, runStep, type Step } from '../../dev/runner.ts'

const cache = join(repositoryRoot, '.cache')
/** Milliseconds after which a build that holds the lock is taken for dead. */
const patience = 120_000

/**
 * The program as it is shipped, built from the sources as they are: a folder with package.json, action.yml, verify/, certificate/
 * and dist/. Built once for each state of the sources, however many workers ask.
 */
export function builtBundle(): Promise<string> {
  bundle ??= prepareBundle()
  return bundle
}

let bundle: Promise<string> | undefined

async function prepareBundle(): Promise<string> {
  const folder = join(cache, `bundle-${sourceHash()}`)
  const lock = join(cache, 'bundle.lock')
  mkdirSync(cache, { recursive: true })
  while (!existsSync(folder)) {
    if (!taken(lock)) {
      await sleep(200)
      continue
    }
    try {
      if (!existsSync(folder)) build(folder)
    } finally {
      rmSync(lock, { recursive: true })
    }
  }
  return folder
}

function build(folder: string): void {
  for (const old of globSync('bundle-*', { cwd: cache }).map((name) => join(cache, name))) {
    // Another run may still be using a young one.
    if (Date.now() - statSync(old).mtimeMs > 3_600_000) rmSync(old, { recursive: true, force: true })
  }
  const unfinished = join(cache, 'bundle')
  rmSync(unfinished, { recursive: true, force: true })
  const script = join(repositoryRoot, 'scripts', 'build.ts')
  const { status, stderr } = spawnSync(process.execPath, [script, '--out', join(unfinished, 'dist')], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`the bundle cannot be built:\n${stderr}`)
  for (const name of ['package.json', 'action.yml', 'verify', 'certificate']) {
    cpSync(join(repositoryRoot, name), join(unfinished, name), { recursive: true })
  }
  renameSync(unfinished, folder)
}

/** One worker builds, the others wait. */
function taken(lock: string): boolean {
  try {
    mkdirSync(lock)
    return true
  } catch {
    const { mtimeMs } = statSync(lock, { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() }
    if (Date.now() - mtimeMs > patience) rmSync(lock, { recursive: true, force: true })
    return false
  }
}

function sourceHash(): string {
  const hash = createHash('sha256')
  const files = globSync(
    ['src/**/*.ts', '{verify,certificate}/*', 'scripts/*.ts', 'action.yml', 'package*.json', 'tsconfig*.json'],
    {
      cwd: repositoryRoot,
    },
  )
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(repositoryRoot, file)))
  return hash.digest('hex').slice(0, 16)
}

/** The command line of the bundle. */
export const cli = async (args: readonly string[], options: Omit<Parameters<typeof runCli>[1], 'root'>) =>
  runCli(args, { ...options, root: await builtBundle() })

/** One of the bundle's actions, as a runner starts it. */
export const step = async (step: Omit<Step, 'root'>) => runStep({ ...step, root: await builtBundle() })
