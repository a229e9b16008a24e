import type { Clock } from '../../release/ports.ts'
import type { Patience } from '../waiting/patience.ts'
import type { Timers } from '../waiting/timers.ts'
import type { GitHubClient } from './github-client.ts'
import type { GitHubCall } from './github-errors.ts'

export interface ReleaseHostOptions {
  /** OWNER/NAME. */
  readonly repository: string
  /** URL of the REST API: GITHUB_API_URL, `https://HOST/api/v3` of another server, `https://api.github.com`. */
  readonly apiUrl: string
  /** Undefined: asks as anybody, who sees no drafts. A secret: whoever has it masks it. */
  readonly token: string | undefined
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly clock: Clock
  /** Milliseconds before the first retry. Default 1,000. */
  readonly retryWait?: number | undefined
  /** Is told when GitHub asks for a pause, and for how many seconds. */
  readonly paused?: ((seconds: number) => void) | undefined
}

/** Does something at GitHub that may be given up. */
export type Operation = <Result>(
  call: Pick<GitHubCall, 'doing' | 'permission'>,
  work: (signal: AbortSignal) => Promise<Result>,
) => Promise<Result>

/** What uploads and downloads have in common. */
export interface Transfers extends Pick<ReleaseHostOptions, 'fetch' | 'timers' | 'retryWait'> {
  readonly client: GitHubClient
  readonly patience: Patience
  readonly operation: Operation
}

/** Milliseconds without a byte or an answer, after which an attempt is broken off: a large file takes long to be stored. */
export const idleTimeout = 60_000
