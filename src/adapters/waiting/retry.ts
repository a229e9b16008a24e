import type { Timers } from './timers.ts'

export interface RetryPolicy {
  readonly attempts: number
  /** Milliseconds before the second attempt; doubled from then on, and a random part of up to half left out. */
  readonly firstWait: number
  readonly isTransient: (error: unknown) => boolean
  readonly timers: Pick<Timers, 'sleep' | 'random'>
}

/** Does the work again as long as it fails for a while only; the last failure is thrown. */
export async function withRetries<Result>(
  work: () => Promise<Result>,
  { attempts, firstWait, isTransient, timers }: RetryPolicy,
): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (attempt >= attempts || !isTransient(error)) throw error
      await timers.sleep(firstWait * 2 ** (attempt - 1) * (0.5 + timers.random() / 2))
    }
  }
}
