// Mutation testing of the code that decides whether to trust.
//
//   npm run mutation -- [--only x509/revocation] [--workers 1]
//
// Changes src/core in one place at a time (conditions, comparisons, thrown refusals, calls, constants) and runs the
// tests of core/ that pass through that place. A mutant that no test notices has survived, and is printed. All mutants are
// woven into one copy in memory and switched on one by one, so that nothing is written and tests need no new process.
import { type ChildProcess, fork } from 'node:child_process'
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { parseArgs } from 'node:util'
import { instrument, type Mutant } from './mutation/mutants.ts'
import type { Started, Verdict, WorkerSettings } from './mutation/protocol.ts'

const { values } = parseArgs({
  options: {
    /** Files whose path fits this regular expression. */
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '1' },
  },
})

const repository = dirname(import.meta.dirname)
const jobMilliseconds = 300_000
const startMilliseconds = 600_000
const write = (line: string) => process.stdout.write(`${line}\n`)

/** Encoders are left out: what they make wrong, the tests of the readers notice. */
const paths = globSync('src/core/**/*.ts', { cwd: repository })
  .map((path) => join(repository, path))
  .filter((path) => new RegExp(values.only).test(path) && !/(der\/writer|cms\/encode|limits)\.ts$/.test(path))
  .sort()
const tests = globSync('__tests__/core/**/*.test.ts', { cwd: repository })
  .map((path) => join(repository, path))
  .filter((path) => !path.endsWith('fuzz.test.ts'))
  .sort()

const mutants: Mutant[] = []
const files = paths.map((path) => {
  const firstId = mutants.length
  mutants.push(...instrument(relative(repository, path), readFileSync(path, 'utf8'), firstId).mutants)
  return { path, firstId }
})

const environment = { ...process.env, NODE_NO_WARNINGS: '1' }
const launch = (settings: WorkerSettings): ChildProcess =>
  fork(join(import.meta.dirname, 'mutation/worker.ts'), [JSON.stringify(settings)], { env: environment })

/** The next message; `timeout` kills the worker, `ended` is one that died. */
function next(worker: ChildProcess, milliseconds: number): Promise<Started | Verdict | 'timeout' | 'ended'> {
  return new Promise((resolve) => {
    const finish = (outcome: Started | Verdict | 'timeout' | 'ended') => {
      clearTimeout(timer)
      worker.removeAllListeners('message').removeAllListeners('exit')
      resolve(outcome)
    }
    const timer = setTimeout(() => {
      worker.kill('SIGKILL')
      finish('timeout')
    }, milliseconds)
    worker.once('message', (message: Started | Verdict) => finish(message))
    worker.once('exit', () => finish('ended'))
  })
}

async function startWorker(): Promise<{ worker: ChildProcess; started: Started }> {
  const worker = launch({ files, tests })
  const started = await next(worker, startMilliseconds)
  if (started === 'timeout' || started === 'ended' || started.kind !== 'started')
    throw new Error('the tests do not pass')
  return { worker, started }
}

const killed = new Map<number, string>()
const survivors: Mutant[] = []
const { worker: first, started } = await startWorker()
const inTests = new Set(started.inTests)
const atLoad = new Set(started.atLoad)
const uncovered = mutants.filter(({ id }) => !inTests.has(id) && !atLoad.has(id))
write(
  `${mutants.length} mutants in ${files.length} files, ${started.tests} tests, ${uncovered.length} mutants never run`,
)

const oneLine = (text: string) => text.replace(/\s+/g, ' ').slice(0, 120)

function tell({ file, line, original, replacement, id }: Mutant): void {
  const note = inTests.has(id) || atLoad.has(id) ? 'survived' : 'never run'
  write(`${note}: ${file}:${line}: ${oneLine(original)}  →  ${oneLine(replacement)}`)
}

/** Takes mutants from the queue until it is empty. */
async function work(queue: Mutant[], begun: ChildProcess | undefined): Promise<void> {
  let worker = begun ?? (await startWorker()).worker
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    worker.send({ id: mutant.id })
    const verdict = await next(worker, jobMilliseconds)
    if (verdict === 'timeout' || verdict === 'ended') {
      killed.set(mutant.id, verdict)
      worker = (await startWorker()).worker
    } else if (verdict.kind === 'verdict' && verdict.killer !== undefined) killed.set(mutant.id, verdict.killer)
    else if (!atLoad.has(mutant.id)) tell(mutant)
    if (queue.length % 100 === 0) write(`${queue.length} to go`)
  }
  worker.kill()
}

/** A process for each: what ran while files were read does not run again. */
async function workFresh(queue: Mutant[]): Promise<void> {
  for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
    const worker = launch({ files, tests, active: mutant.id })
    const verdict = await next(worker, startMilliseconds)
    if (verdict === 'timeout' || verdict === 'ended') killed.set(mutant.id, verdict)
    else if (verdict.kind === 'verdict' && verdict.killer !== undefined) killed.set(mutant.id, verdict.killer)
    worker.kill()
  }
}

const count = Number(values.workers)
const queue = mutants.filter(({ id }) => inTests.has(id))
await Promise.all(Array.from({ length: count }, (_, i) => work(queue, i === 0 ? first : undefined)))
const fresh = mutants.filter(({ id }) => atLoad.has(id) && !killed.has(id))
write(`${fresh.length} again in a process of their own`)
await Promise.all(Array.from({ length: count }, () => workFresh(fresh)))
survivors.push(...mutants.filter(({ id }) => !killed.has(id)))

for (const mutant of survivors) if (atLoad.has(mutant.id) || !inTests.has(mutant.id)) tell(mutant)
for (const file of new Set(mutants.map((mutant) => mutant.file))) {
  const all = mutants.filter((mutant) => mutant.file === file)
  write(`${file}: ${all.filter(({ id }) => killed.has(id)).length} of ${all.length} killed`)
}
write(`${killed.size} of ${mutants.length} mutants killed (${((100 * killed.size) / mutants.length).toFixed(1)} %)`)
