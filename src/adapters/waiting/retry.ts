import type { Timers } from './timers.ts'

export interface Backoff {
  /** Milliseconds before the second attempt; doubled from then on. */
  readonly firstWait: number
  /** Milliseconds. Default: no limit. */
  readonly longestWait?: number
}

/**
 * Milliseconds to wait before the next attempt. A part of up to half is left out, so that several do not come back at once.
 *
 * @param failures so far, one at least
 * @param random from 0 to 1
 */
export const backoff = (
  { firstWait, longestWait = Number.POSITIVE_INFINITY }: Backoff,
  failures: number,
  random: number,
): number => Math.min(longestWait, firstWait * 2 ** (failures - 1)) * (0.5 + random / 2)

export interface RetryPolicy extends Backoff {
  readonly attempts: number
  readonly isTransient: (error: unknown) => boolean
  readonly timers: Pick<Timers, 'sleep' | 'random'>
}

/** Does the work again as long as it fails for a while only; the last failure is thrown. */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { attempts, isTransient, timers, ...waits }: RetryPolicy,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error
      await timers.sleep(backoff(waits, attempt, timers.random()))
    }
  }
}
