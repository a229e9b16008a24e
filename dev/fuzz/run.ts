import { bytesToHex } from '../../src/core/bytes.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import type { Random } from './random.ts'
import type { FuzzTarget } from './target.ts'

/** An input that was not handled as it must be. */
export interface FuzzFinding {
  readonly target: string
  readonly problem: string
  /** Hexadecimal. */
  readonly input: string
}

export interface TargetTally {
  readonly inputs: number
  readonly accepted: number
  /** Of one input, milliseconds. */
  readonly slowest: number
}

export interface FuzzReport {
  readonly inputs: number
  readonly findings: readonly FuzzFinding[]
  readonly tallies: ReadonlyMap<string, TargetTally>
}

/** Longer than this, each of several times, is a hang. */
const hangMilliseconds = 100

type Outcome = { readonly accepted: boolean; readonly problem: string | undefined; readonly milliseconds: number }

function attempt(target: FuzzTarget, input: Uint8Array): Outcome {
  // Of the processor, not of the clock: other processes are none of the target's doing.
  const start = process.cpuUsage()
  const since = () => {
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1000
  }
  try {
    const problem = target.run(input)
    return { accepted: true, problem, milliseconds: since() }
  } catch (error) {
    if (error instanceof ReleaseSigningError && error.code !== 'internal') {
      return { accepted: false, problem: undefined, milliseconds: since() }
    }
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { accepted: false, problem: `crash: ${text}`, milliseconds: since() }
  }
}

/** Garbage collection makes anything slow once: only what is slow every time counts. */
function isHang(target: FuzzTarget, input: Uint8Array, first: Outcome): boolean {
  return (
    first.milliseconds > hangMilliseconds &&
    Array.from({ length: 3 }).every(() => attempt(target, input).milliseconds > hangMilliseconds)
  )
}

/** Spreads `inputs` over the targets by weight. Stops at the tenth finding. */
export function fuzz(
  targets: readonly FuzzTarget[],
  random: Random,
  inputs: number,
  progress: (done: number) => void = () => {},
): FuzzReport {
  const wheel = targets.flatMap((target) => Array.from({ length: target.weight }, () => target))
  const tallies = new Map<string, TargetTally>()
  const findings: FuzzFinding[] = []
  let done = 0
  while (done < inputs && findings.length < 10) {
    const target = random.pick(wheel)
    const input = target.make(random)
    const outcome = attempt(target, input)
    const hang = isHang(target, input, outcome) ? `hang: ${Math.round(outcome.milliseconds)} ms` : undefined
    const problem = outcome.problem ?? hang
    if (problem !== undefined) findings.push({ target: target.name, problem, input: bytesToHex(input) })
    const tally = tallies.get(target.name) ?? { inputs: 0, accepted: 0, slowest: 0 }
    tallies.set(target.name, {
      inputs: tally.inputs + 1,
      accepted: tally.accepted + (outcome.accepted ? 1 : 0),
      slowest: Math.max(tally.slowest, outcome.milliseconds),
    })
    done++
    if (done % 50_000 === 0) progress(done)
  }
  return { inputs: done, findings, tallies }
}
