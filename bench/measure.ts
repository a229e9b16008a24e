import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ProcessOptions, type ProcessResult, run } from '../dev/process.ts'

/** One line of the table. */
export interface Measurement {
  readonly what: string
  readonly measured: string
  readonly budget: string
  /** Undefined: nothing was measured, and `measured` says why. */
  readonly ok: boolean | undefined
}

export type Benchmark = () => Promise<readonly Measurement[]>

/** Something this machine lacks. */
export const skipped = (what: string, budget: string, why: string): Measurement => ({
  what,
  measured: `skipped: ${why}`,
  budget,
  ok: undefined,
})

/** At most `limit`, both in the same unit. */
export const atMost = (what: string, value: number, limit: number, detail: string): Measurement => ({
  what,
  measured: `${value.toFixed(2)} (${detail})`,
  budget: `≤ ${limit}`,
  ok: value <= limit,
})

export const atLeast = (what: string, value: number, limit: number, detail: string): Measurement => ({
  what,
  measured: `${value.toFixed(2)} (${detail})`,
  budget: `≥ ${limit}`,
  ok: value >= limit,
})

export interface Timed<T> {
  /** Wall time. */
  readonly milliseconds: number
  readonly result: T
}

export async function timed<T>(work: () => Promise<T> | T): Promise<Timed<T>> {
  const start = performance.now()
  const result = await work()
  return { milliseconds: performance.now() - start, result }
}

/**
 * Runs the candidates in turn, `rounds` times, after one round that does not count, so that whatever else the machine
 * does meets them alike.
 *
 * @param candidates each runs once and says how long that took, in milliseconds
 * @returns the median of each
 */
export async function medians<Name extends string>(
  rounds: number,
  candidates: Readonly<Record<Name, () => Promise<number>>>,
): Promise<Readonly<Record<Name, number>>> {
  const names = Object.keys(candidates) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const time = await candidates[name]()
      if (round > 0) times.get(name)?.push(time)
    }
  }
  const entries = names.map((name) => [name, median(times.get(name) ?? [])] as const)
  return Object.fromEntries(entries) as Record<Name, number>
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export const milliseconds = (value: number): string => `${value.toFixed(0)} ms`

/** Runs a program that must succeed. @throws Error with what it wrote */
export async function mustRun(
  command: string,
  args: readonly string[],
  options: ProcessOptions,
): Promise<ProcessResult> {
  const result = await run(command, args, options)
  if (result.status !== 0) {
    throw new Error(
      `${command} ${args.slice(0, 8).join(' ')}: status ${result.status}\n${result.stdout}${result.stderr}`,
    )
  }
  return result
}

/** Writes the most memory that a Node process ever held, in kilobytes, when it ends. */
const reporter = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync(process.env.BENCH_PEAK_FILE,String(process.resourceUsage().maxRSS)))`

/** Runs the bundle, which must succeed, and tells its peak resident memory in megabytes. */
export async function peakMemory(args: readonly string[], options: ProcessOptions): Promise<Timed<number>> {
  return inTemporaryFolder(async (folder) => {
    const file = join(folder, 'peak')
    const env = { ...options.env, BENCH_PEAK_FILE: file }
    const { milliseconds } = await timed(() =>
      mustRun(process.execPath, ['--import', reporter, ...args], { ...options, env }),
    )
    return { milliseconds, result: Number(await readFile(file, 'utf8')) / 1024 }
  })
}

export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'kms-release-signing-bench-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
