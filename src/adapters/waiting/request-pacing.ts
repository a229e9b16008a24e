import type { Timers } from './timers.ts'

/** Keeps requests just under a rate that nobody has told, but whose excess is refused. */
export interface RequestPacing {
  /** Waits until the next request may be sent. */
  turn(): Promise<void>
  /** A request was refused for the rate. */
  throttled(): void
}

/** To what part a refusal lowers the rate: a few, perhaps of a mere burst, and those that follow upon them. */
const decrease = { few: 0.93, many: 0.75 } as const
/** Milliseconds in which refusals count as one: those on the way when the rate was lowered tell nothing new. */
const deafMilliseconds = 150
/** By what part the rate rises in the first second after a refusal; then faster and faster, for quotas do get freed. */
const increase = 0.02
/** Milliseconds over which the rate of sending is measured while it is free. */
const windowMilliseconds = 250
/** Milliseconds of turns that may be made up for when this process was busy. */
const creditMilliseconds = 20

/** No pace at all until the first refusal; from then on turns at a rate that follows what the service allows. */
export function createRequestPacing({ now, sleep }: Pick<Timers, 'now' | 'sleep'>): RequestPacing {
  /** Requests a millisecond; undefined: as fast as they come. */
  let rate: number | undefined
  let nextTurn = 0
  /** The turn before: each waits for it, so that all feel at once that the rate has changed. */
  let queue: Promise<void> = Promise.resolve()
  let lastThrottle = Number.NEGATIVE_INFINITY
  let lastRaise = 0
  let inARow = 0
  let window = { start: now(), sent: 0 }
  /** Requests a millisecond in the last whole window. */
  let lastWindow = 0

  function count(time: number) {
    const elapsed = time - window.start
    if (elapsed >= windowMilliseconds) {
      lastWindow = window.sent / elapsed
      window = { start: time, sent: 0 }
    }
    window.sent += 1
  }

  const freeRate = (time: number) => Math.max(lastWindow, window.sent / Math.max(50, time - window.start))

  function raise(time: number) {
    if (rate === undefined) return
    const calm = (time - lastThrottle) / 1000
    rate *= 1 + increase * ((time - lastRaise) / 1000) * (1 + 3 * calm ** 2)
    lastRaise = time
  }

  async function next() {
    if (rate !== undefined) {
      const wait = nextTurn - now()
      if (wait > 0) await sleep(wait)
      raise(now())
      nextTurn = Math.max(now() - creditMilliseconds, nextTurn) + 1 / rate
    }
    count(now())
  }

  return {
    turn() {
      queue = queue.then(next)
      return queue
    },
    throttled() {
      const time = now()
      if (time - lastThrottle < deafMilliseconds) return
      raise(time)
      inARow = time - lastThrottle < 2 * deafMilliseconds ? inARow + 1 : 1
      rate = Math.max(0.001, (rate ?? freeRate(time)) * (inARow > 2 ? decrease.many : decrease.few))
      lastThrottle = time
      lastRaise = time
    },
  }
}
