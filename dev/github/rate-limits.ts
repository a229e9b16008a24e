import { primaryRateLimit, secondaryRateLimit } from './errors.ts'

export interface RateLimits {
  /** Requests an hour. */
  readonly requestsPerHour: number
  /** Requests a minute that write. */
  readonly writesPerMinute: number
  /** Requests an hour that write. */
  readonly writesPerHour: number
}

/**
 * What GitHub grants the token of a job
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api).
 */
export const githubRateLimits: RateLimits = { requestsPerHour: 1000, writesPerMinute: 80, writesPerHour: 500 }

/** For tests that are not about limits: they write faster than any release. */
export const noRateLimits: RateLimits = {
  requestsPerHour: Number.POSITIVE_INFINITY,
  writesPerMinute: Number.POSITIVE_INFINITY,
  writesPerHour: Number.POSITIVE_INFINITY,
}

export interface RateLimiter {
  /**
   * Counts a request. An upload counts as two, as users measured (softprops/action-gh-release#261).
   *
   * @throws GithubError 403 with what tells how long to wait
   */
  take(kind: 'read' | 'write' | 'upload'): void
  /** `x-ratelimit-…`. */
  headers(): Readonly<Record<string, string>>
}

const minute = 60_000
const hour = 60 * minute

/** One for each token. @param now milliseconds */
export function createRateLimiter(limits: RateLimits, now: () => number): RateLimiter {
  let used = 0
  let resetsAt = now() + hour
  const writes: number[] = []

  /** Seconds until one more write fits into `span`, 0 if it does now. */
  const wait = (span: number, limit: number): number => {
    const since = writes.filter((at) => at > now() - span)
    const oldest = since[since.length - limit]
    return oldest === undefined ? 0 : Math.ceil((oldest + span - now()) / 1000)
  }
  const startHour = (): void => {
    if (now() < resetsAt) return
    used = 0
    resetsAt = now() + hour
  }

  return {
    take(kind) {
      startHour()
      const cost = kind === 'upload' ? 2 : 1
      if (used + cost > limits.requestsPerHour) throw primaryRateLimit(resetsAt, limits.requestsPerHour)
      used += cost
      if (kind === 'read') return
      const seconds = Math.max(wait(minute, limits.writesPerMinute), wait(hour, limits.writesPerHour))
      if (seconds > 0) throw secondaryRateLimit(seconds)
      writes.push(now())
    },
    headers() {
      const limit = Number.isFinite(limits.requestsPerHour) ? limits.requestsPerHour : 5000
      return {
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - used)),
        'x-ratelimit-used': String(used),
        'x-ratelimit-reset': String(Math.ceil(resetsAt / 1000)),
        'x-ratelimit-resource': 'core',
      }
    },
  }
}
