import { setTimeout as sleep } from 'node:timers/promises'
import { AwsError } from './errors.ts'
import type { ServiceName } from './service-name.ts'

export interface Fault {
  readonly service?: ServiceName
  /** Such as `Sign`. Default: all. */
  readonly operation?: string
  /** Spoils every nth of the calls it is about. Default 1: each. */
  readonly every?: number
  /** Spoils so many calls, then heals. Default: never heals. */
  readonly times?: number
  readonly answer: /** The connection is dropped without an answer. */
    | { readonly kind: 'reset' }
    /** The connection is dropped after the work was done: the answer is lost. */
    | { readonly kind: 'lost-answer' }
    /** No answer ever comes. */
    | { readonly kind: 'hang' }
    | { readonly kind: 'error'; readonly status: number; readonly name: string; readonly message: string }
}

export interface FaultPlan {
  /** @returns what heals it */
  add(fault: Fault): () => void
  /** How the next call of this operation goes wrong, if it does; counts it. */
  next(service: ServiceName, operation: string): Fault['answer'] | undefined
  clear(): void
}

export function createFaultPlan(): FaultPlan {
  const faults = new Map<Fault, { seen: number; spoilt: number }>()
  return {
    add(fault) {
      faults.set(fault, { seen: 0, spoilt: 0 })
      return () => faults.delete(fault)
    },
    next(service, operation) {
      for (const [fault, count] of faults) {
        if ((fault.service ?? service) !== service || (fault.operation ?? operation) !== operation) continue
        count.seen += 1
        if (count.seen % (fault.every ?? 1) !== 0 || count.spoilt >= (fault.times ?? Number.POSITIVE_INFINITY)) continue
        count.spoilt += 1
        return fault.answer
      }
      return undefined
    },
    clear: () => faults.clear(),
  }
}

/** How fast the service is; may be changed while it runs. */
export interface Pace {
  /** Time until each answer. Default 0. */
  latencyMilliseconds: number
  /** Sign and Verify calls a second before ThrottlingException. Default: no limit. */
  callsPerSecond: number
}

export interface Throttle {
  /** @throws AwsError `ThrottlingException` */
  take(): void
}

/** A token bucket that holds a tenth of a second: bursts do not outrun the rate, so that measurements mean something. */
export function createThrottle(pace: Readonly<Pace>): Throttle {
  let tokens: number | undefined
  let filled = performance.now()
  return {
    take() {
      const rate = pace.callsPerSecond
      if (!Number.isFinite(rate)) return
      const capacity = Math.max(1, rate / 10)
      const now = performance.now()
      tokens = Math.min(capacity, (tokens ?? capacity) + ((now - filled) * rate) / 1000)
      filled = now
      if (tokens < 1) {
        throw new AwsError(
          'ThrottlingException',
          'You have exceeded the rate at which you may call KMS. Reduce the frequency of your calls.',
        )
      }
      tokens -= 1
    },
  }
}

export async function latency(pace: Readonly<Pace>): Promise<void> {
  if (pace.latencyMilliseconds > 0) await sleep(pace.latencyMilliseconds)
}
