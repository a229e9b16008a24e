import type { Timers } from '../../src/adapters/waiting/timers.ts'

export interface VirtualTimers extends Timers {
  /** Every wait that was asked for, in milliseconds. */
  readonly sleeps: readonly number[]
  /** Lets time pass, from one wait that is due to the next, until there are no more or the time is up. */
  run(milliseconds?: number): Promise<void>
}

/** A clock that stands still until it is told to go on. */
export function virtualTimers(): VirtualTimers {
  let time = 0
  const sleeps: number[] = []
  const waiting: { due: number; wake: () => void }[] = []
  // Whoever was woken has had its turn when the event loop has gone round.
  const settle = () => new Promise((resolve) => setImmediate(resolve))
  return {
    sleeps,
    now: () => time,
    random: () => 1,
    sleep: (milliseconds) => {
      sleeps.push(milliseconds)
      return new Promise((wake) => waiting.push({ due: time + milliseconds, wake }))
    },
    async run(milliseconds = Number.POSITIVE_INFINITY) {
      const end = time + milliseconds
      for (;;) {
        await settle()
        waiting.sort((a, b) => a.due - b.due)
        const next = waiting[0]
        if (next === undefined || next.due > end) break
        waiting.shift()
        time = Math.max(time, next.due)
        next.wake()
      }
      if (Number.isFinite(end)) time = end
    },
  }
}
