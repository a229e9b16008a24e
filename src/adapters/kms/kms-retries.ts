import type { KMSClientConfig } from '@aws-sdk/client-kms'
import type { RequestPacing } from '../waiting/request-pacing.ts'
import { backoff } from '../waiting/retry.ts'
import type { Timers } from '../waiting/timers.ts'

type RetryStrategy = Extract<NonNullable<KMSClientConfig['retryStrategy']>, { recordSuccess: unknown }>
type RetryToken = Awaited<ReturnType<RetryStrategy['acquireInitialRetryToken']>>
type RetryErrorInfo = Parameters<RetryStrategy['refreshRetryTokenForRetry']>[1]

/** Attempts of one request: while the service says "slower", about a minute of nothing else; and that failed otherwise. */
const attempts = { throttled: 30, broken: 5 } as const
/** Milliseconds. */
const firstWait = { throttled: 20, broken: 100 } as const
const longestWait = 4_000

export interface RetryOptions {
  readonly pacing: RequestPacing
  readonly timers: Timers
  /** AWS_MAX_ATTEMPTS, where set: it wins over our own numbers. */
  readonly maximumAttempts: number | undefined
}

/**
 * In place of the SDK's own strategy, whose allowance for retries runs dry when a service throttles for long, and then
 * fails requests that waiting would have brought home. What can be tried again is decided by the SDK's classification.
 */
export function createRetryStrategy({ pacing, timers, maximumAttempts }: RetryOptions): RetryStrategy {
  return {
    async acquireInitialRetryToken() {
      await pacing.turn()
      return retryToken({ throttled: 0, broken: 0 })
    },
    async refreshRetryTokenForRetry({ failures }: CountingToken, { errorType }: RetryErrorInfo) {
      const kind = errorType === 'THROTTLING' ? 'throttled' : 'broken'
      if (kind === 'throttled') pacing.throttled()
      const counted = { ...failures, [kind]: failures[kind] + 1 }
      const spent = maximumAttempts === undefined ? counted[kind] : counted.throttled + counted.broken
      // The SDK shows its caller the error of the service, not this one.
      if (errorType === 'CLIENT_ERROR' || spent >= (maximumAttempts ?? attempts[kind]))
        throw new Error('no further attempt')
      await timers.sleep(backoff({ firstWait: firstWait[kind], longestWait }, counted[kind], timers.random()))
      await pacing.turn()
      return retryToken(counted)
    },
    recordSuccess() {
      // The pacing learns from refusals alone.
    },
  }
}

type Failures = Readonly<Record<'throttled' | 'broken', number>>

interface CountingToken extends RetryToken {
  readonly failures: Failures
}

const retryToken = (failures: Failures): CountingToken => ({
  failures,
  getRetryCount: () => failures.throttled + failures.broken,
  getRetryDelay: () => 0,
})
