import type { Timers } from './timers.ts'

/** How long work that stands still is waited for; one for all that is done with one service. */
export interface Patience {
  /**
   * Does something that may have to be given up. Time counts while something is being done, and from the last progress
   * of any of it; pauses that were asked for do not count.
   *
   * @param work its signal is aborted when it is given up
   * @param gaveUp the error to throw then
   */
  during<Result>(work: (signal: AbortSignal) => Promise<Result>, gaveUp: () => Error): Promise<Result>
  /** Something has moved. */
  progress(): void
  /** The service asks for a pause, of all who talk to it. Milliseconds. @returns whether none was on before */
  pause(milliseconds: number): boolean
  /** Waits until no pause is on. */
  ready(signal: AbortSignal): Promise<void>
  /** Milliseconds of pauses since something last moved. */
  paused(): number
}

/** @param limit milliseconds without progress after which work is given up */
export function createPatience({ now, sleep }: Pick<Timers, 'now' | 'sleep'>, limit: number): Patience {
  let deadline = 0
  let pausedUntil = 0
  let paused = 0
  let running = 0

  const progress = () => {
    paused = 0
    deadline = Math.max(now(), pausedUntil) + limit
  }

  async function watch(end: AbortSignal): Promise<void> {
    while (now() < deadline) await sleep(deadline - now(), end)
  }

  return {
    async during(work, gaveUp) {
      if (running++ === 0) progress()
      const abort = new AbortController()
      const end = new AbortController()
      try {
        const watched = watch(end.signal).then(
          () => {
            const error = gaveUp()
            abort.abort(error)
            throw error
          },
          // The work has ended, and nobody is waiting for this any more.
          () => new Promise<never>(() => undefined),
        )
        return await Promise.race([work(abort.signal), watched])
      } finally {
        running -= 1
        end.abort()
      }
    },
    progress,
    pause(milliseconds) {
      const isFirst = pausedUntil <= now()
      const until = now() + milliseconds
      // Pauses that overlap count once.
      const more = until - Math.max(now(), pausedUntil)
      if (more <= 0) return false
      deadline += more
      paused += more
      pausedUntil = until
      return isFirst
    },
    async ready(signal) {
      while (now() < pausedUntil) await sleep(pausedUntil - now(), signal)
    },
    paused: () => paused,
  }
}
