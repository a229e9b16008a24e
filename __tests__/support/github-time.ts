import { jest } from '@jest/globals'
import type { Github } from '../../dev/github.ts'
import type { Timers } from '../../src/adapters/waiting/timers.ts'

/** A clock for all of this process, octokit's plugins included, which goes on only while nothing is on its way. */
export interface StandingClock {
  readonly timers: Timers
  readonly clock: () => Date
  /** Sends to GitHub, and lets no time pass until it has answered, or leaves it hanging on purpose. */
  watch(github: Pick<Github, 'fetch' | 'calls'>): typeof globalThis.fetch
  /** Lets time pass until the work is done. */
  during<Result>(work: () => Promise<Result>): Promise<Result>
}

/** A request that has no answer yet. */
interface Underway {
  readonly calls: Github['calls']
  /** How many calls there were when it was sent. */
  readonly since: number
  readonly key: string
}

const keyOf = ({ method, target }: Pick<Github['calls'][number], 'method' | 'target'>): string => `${method} ${target}`

/** Whether some of them will be answered: all but those that the stand-in leaves hanging, however slow the machine is. */
function isAwaited(underway: ReadonlySet<Underway>): boolean {
  const alike = Map.groupBy(underway, ({ key }) => key)
  return [...alike.values()].some((requests) => {
    const { calls, key } = requests[0] ?? { calls: [], key: '' }
    const since = Math.min(...requests.map((request) => request.since))
    const hanging = calls.slice(since).filter((call) => call.fault === 'hang' && keyOf(call) === key)
    return requests.length > hanging.length
  })
}

/** Whether a file is being opened, read or written, which no virtual time should overtake. */
const isReadingFiles = (): boolean => process.getActiveResourcesInfo().some((name) => name.startsWith('FSReq'))

/** What goes on as it does: only `setTimeout` and `Date` stand still. */
const untouched = ['setImmediate', 'setInterval', 'clearInterval', 'nextTick', 'queueMicrotask', 'performance'] as const

/** @param start of the first work; what comes later goes on from where the last ended */
export function standingClock(start: Date): StandingClock {
  let now = start.getTime()
  const realTimeout = setTimeout
  const realImmediate = setImmediate
  const underway = new Set<Underway>()
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
    watch: (github) => async (input, init) => {
      const { method, url } = new Request(input, { ...init, body: null })
      const { pathname, search } = new URL(url)
      const key = keyOf({ method, target: `${pathname}${search}` })
      const request = { key, calls: github.calls, since: github.calls.length }
      underway.add(request)
      try {
        const answer = await github.fetch(input, init)
        // What is still being read is still on its way.
        return new Response(answer.body === null ? null : await answer.arrayBuffer(), answer)
      } finally {
        underway.delete(request)
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
          if (isAwaited(underway) || isReadingFiles()) await new Promise((wake) => realTimeout(wake, 1))
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
