import type { Timers } from './timers.ts'

/** Keeps requests just under a rate that nobody has told, but whose excess is refused. */
export interface RequestPacing {
  /** Waits until the next request may be sent. */
  turn(): Promise<void>
  /** A request was refused for the rate. */
  throttled(): void
}

/** By how much a refusal lowers the rate. */
const decrease = 0.93
/** Milliseconds in which refusals count as one: those on the way when the rate was lowered tell nothing new. */
const deafMilliseconds = 150
/** By how much the rate rises in the first second after a refusal; then faster and faster, for quotas do get freed. */
const increasePerSecond = 0.03
/** Milliseconds of turns that may be made up for when this process was busy. */
const creditMilliseconds = 20
/** Milliseconds over which the rate of sending is measured. */
const windowMilliseconds = 250

/** No pace at all until the first refusal; from then on turns at a rate that follows what the service allows. */
export function createRequestPacing({ now, sleep }: Pick<Timers, 'now' | 'sleep'>): RequestPacing {
  /** Requests a millisecond; undefined: as fast as they come. */
  let rate: number | undefined
  let nextTurn = 0
  let lastThrottle = Number.NEGATIVE_INFINITY
  let lastRaise = 0
  let windowStart = now()
  let windowCount = 0
  let measured: number | undefined

  function count(time: number) {
    const elapsed = time - windowStart
    if (elapsed >= windowMilliseconds) {
      measured = windowCount / elapsed
      windowStart = time
      windowCount = 0
    }
    windowCount += 1
  }

  function raise(time: number) {
    if (rate === undefined) return
    const seconds = (time - lastRaise) / 1000
    const calm = (time - lastThrottle) / 1000
    rate *= 1 + increasePerSecond * seconds * (1 + calm)
    lastRaise = time
  }

  return {
    async turn() {
      const time = now()
      raise(time)
      if (rate !== undefined) {
        const turn = Math.max(time - creditMilliseconds, nextTurn)
        nextTurn = turn + 1 / rate
        if (turn > time) await sleep(turn - time)
      }
      count(now())
    },
    throttled() {
      const time = now()
      if (time - lastThrottle < deafMilliseconds) return
      raise(time)
      const sending = measured ?? windowCount / Math.max(50, time - windowStart)
      rate = Math.max(0.001, Math.min(rate ?? sending, sending) * decrease)
      lastThrottle = time
      lastRaise = time
    },
  }
}
