import { setTimeout } from 'node:timers/promises'

/** What time is made of, for whoever must wait. */
export interface Timers {
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number
  /** Rejects when it is aborted. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** In [0, 1). */
  readonly random: () => number
}

export const systemTimers: Timers = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) => setTimeout(milliseconds, undefined, signal === undefined ? {} : { signal }),
  random: () => Math.random(),
}
