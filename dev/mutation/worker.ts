// Runs the tests of core/ against woven-in mutants, one after another. Started by dev/mutation.ts.
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { instrument } from './mutants.ts'
import type { Job, Started, Verdict, WorkerSettings } from './protocol.ts'

const settings: WorkerSettings = JSON.parse(process.argv[2] ?? '{}')
const shim = new URL('./jest-shim.ts', import.meta.url).href
const firstIds = new Map(settings.files.map(({ path, firstId }) => [pathToFileURL(path).href, firstId]))

let active = settings.active ?? -1
let covered = new Set<number>()
let steps = 0
let stepsAllowed = settings.active === undefined ? Number.POSITIVE_INFINITY : 300_000_000
Object.assign(globalThis, {
  __mutant: (id: number): boolean => {
    covered.add(id)
    // A mutant that goes round in circles.
    if (++steps > stepsAllowed) throw new Error('too many steps')
    return id === active
  },
})

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === '@jest/globals' ? { url: shim, shortCircuit: true } : next(specifier, context),
  load: (url, context, next) => {
    const firstId = firstIds.get(url)
    if (firstId === undefined) return next(url, context)
    const path = fileURLToPath(url)
    const { source } = instrument(path, readFileSync(path, 'utf8'), firstId)
    return { format: 'module-typescript', source, shortCircuit: true }
  },
})

interface Test {
  readonly name: string
  readonly run: () => unknown
  readonly covers: ReadonlySet<number>
  readonly milliseconds: number
  /** How often it passes a mutant. */
  readonly steps: number
}

const send = (message: Started | Verdict) => process.send?.(message)

async function failure(run: () => unknown): Promise<string | undefined> {
  try {
    await run()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** Imports all test files. What they run while they are read is covered by no test in particular. */
async function load() {
  for (const file of settings.tests) await import(pathToFileURL(file).href)
  const { collectedTests } = await import('./jest-shim.ts')
  return collectedTests()
}

async function start(): Promise<readonly Test[]> {
  const collected = await load()
  const atLoad = covered
  const tests: Test[] = []
  for (const { name, run } of collected) {
    covered = new Set()
    steps = 0
    const begin = performance.now()
    const problem = await failure(run)
    if (problem !== undefined && active === -1) throw new Error(`${name} fails without a mutant: ${problem}`)
    if (problem !== undefined) {
      send({ kind: 'verdict', id: active, killer: name })
      return []
    }
    tests.push({ name, run, covers: covered, milliseconds: performance.now() - begin, steps })
  }
  if (active !== -1) send({ kind: 'verdict', id: active, killer: undefined })
  send({
    kind: 'started',
    tests: tests.length,
    atLoad: [...atLoad],
    inTests: [...new Set(tests.flatMap(({ covers }) => [...covers]))],
  })
  return tests.sort((a, b) => a.milliseconds - b.milliseconds)
}

try {
  const tests = await start()
  process.on('message', async (job: Job) => {
    active = job.id
    let killer: string | undefined
    for (const { name, run, covers, steps: usual } of tests) {
      if (!covers.has(job.id)) continue
      steps = 0
      stepsAllowed = 20 * usual + 100_000
      if ((await failure(run)) === undefined) continue
      killer = name
      break
    }
    active = -1
    stepsAllowed = Number.POSITIVE_INFINITY
    send({ kind: 'verdict', id: job.id, killer })
  })
} catch (error) {
  if (settings.active === undefined) throw error
  send({ kind: 'verdict', id: settings.active, killer: 'while test files are read' })
}
