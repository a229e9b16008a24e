import { jest } from '@jest/globals'
import type { Timers } from '../../src/adapters/waiting/timers.ts'

/** A clock for all of this process, octokit's plugins included, which goes on only while nothing is on its way. */
export interface StandingClock {
  readonly timers: Timers
  readonly clock: () => Date
  /** Sends through `fetch`, and lets no time pass until it has been answered. */
  watch(fetch: typeof globalThis.fetch): typeof globalThis.fetch
  /** Lets time pass until the work is done. */
  during<Result>(work: () => Promise<Result>): Promise<Result>
}

/** Real milliseconds without any answer, after which one is taken for one that never comes. */
const stalled = 100

/** What goes on as it does: only `setTimeout` and `Date` stand still. */
const untouched = ['setImmediate', 'setInterval', 'clearInterval', 'nextTick', 'queueMicrotask', 'performance'] as const

/** @param start of the first work; what comes later goes on from where the last ended */
export function standingClock(start: Date): StandingClock {
  let now = start.getTime()
  const realTimeout = setTimeout
  const realImmediate = setImmediate
  let underway = 0
  let moved = performance.now()
  const count = (change: 1 | -1) => {
    underway += change
    moved = performance.now()
  }
  return {
    timers: {
      now: () => Date.now(),
      random: () => 1,
      sleep: (milliseconds, signal) =>
        new Promise((resolve, reject) => {
          const timer = setTimeout(resolve, milliseconds)
          signal?.addEventListener('abort', () => {
            clearTimeout(timer)
            reject(signal.reason)
          })
        }),
    },
    clock: () => new Date(),
    watch: (fetch) => async (input, init) => {
      count(1)
      try {
        const answer = await fetch(input, init)
        // What is still being read is still on its way.
        return new Response(answer.body === null ? null : await answer.arrayBuffer(), answer)
      } finally {
        count(-1)
      }
    },
    async during(work) {
      jest.useFakeTimers({ now, doNotFake: [...untouched] })
      try {
        let done = false
        const end = () => {
          done = true
        }
        const result = work()
        result.then(end, end)
        while (!done) {
          // Whoever was woken has had its turn when the event loop has gone round a few times.
          for (let turn = 0; turn < 5; turn++) await new Promise<void>((resolve) => realImmediate(resolve))
          if (underway > 0 && performance.now() - moved < stalled) await new Promise((wake) => realTimeout(wake, 1))
          else if (!done) jest.advanceTimersToNextTimer()
        }
        return await result
      } finally {
        now = Date.now()
        jest.useRealTimers()
      }
    },
  }
}
