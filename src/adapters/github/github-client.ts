import { ReleaseSigningError } from '../../core/error.ts'
import type { Clock } from '../../release/ports.ts'
import { createPatience, type Patience } from '../waiting/patience.ts'
import type { Timers } from '../waiting/timers.ts'
import { githubFailure, pauseAskedFor } from './github-errors.ts'

export interface GitHubClientOptions {
  /** URL of the REST API, such as GITHUB_API_URL. */
  readonly apiUrl: string
  /** Undefined: asks as anybody. A secret. */
  readonly token: string | undefined
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly clock: Clock
  readonly patience: Patience
  /** Milliseconds before the first retry of a request that failed for a while. Default 1,000. */
  readonly retryWait?: number | undefined
  /** Is told when GitHub asks for a pause, and for how many seconds. */
  readonly paused?: ((seconds: number) => void) | undefined
}

export interface GitHubAnswer {
  readonly status: number
  readonly data: unknown
}

export interface RequestOptions {
  readonly signal: AbortSignal
  /** In place of the client's own, for what is no JSON. */
  readonly fetch?: typeof fetch
  /** How often it is asked again after a failure that may pass. Default 5, which takes a minute. */
  readonly retries?: number
  /** The answer's body is given as a stream. */
  readonly stream?: boolean
}

export interface GitHubClient {
  /**
   * Waits as GitHub asks to, and until it is this request's turn.
   *
   * @throws whatever the client throws; `githubError` makes of it what people are told
   */
  request(route: string, parameters: Readonly<Record<string, unknown>>, options: RequestOptions): Promise<GitHubAnswer>
}

/** Milliseconds for a whole answer of the API. */
const answerTimeout = 30_000
/** Milliseconds of pauses in a row, after which no more are made: GitHub's limits are for an hour. */
export const longestPause = 75 * 60_000
const defaultRetries = 5
/** Those of the plugin, and 429, which asks for a pause. */
const lastingFailures = [400, 401, 403, 404, 410, 413, 422, 429, 451]

/** GitHub's own client with its plugins for retries and for the pace of writing, loaded at the first request. */
export function createGitHubClient(options: GitHubClientOptions): GitHubClient {
  const { patience, clock } = options
  let loaded: ReturnType<typeof loadOctokit> | undefined
  return {
    async request(route, parameters, { signal, fetch, retries, stream }) {
      loaded ??= loadOctokit(options)
      const octokit = await loaded
      for (;;) {
        await patience.ready(signal)
        try {
          const { status, data }: GitHubAnswer = await octokit.request(route, {
            ...parameters,
            request: {
              signal,
              fetch: fetch ?? wholeAnswers(options.fetch, options.timers),
              // Named only where it differs: the plugin would retry what it must not, and at once.
              ...(retries === undefined ? {} : { retries }),
              parseSuccessResponseBody: stream !== true,
            },
          })
          return { status, data }
        } catch (error) {
          const pause = pauseAskedFor(githubFailure(error), clock())
          if (pause === undefined || patience.paused() + pause > longestPause) throw error
          if (patience.pause(pause)) options.paused?.(Math.ceil(pause / 1000))
        }
      }
    },
  }
}

async function loadOctokit({ apiUrl, token, retryWait }: GitHubClientOptions) {
  const { Octokit, retry, throttling } = await import('./octokit.ts')
  const nothing = () => undefined
  return new (Octokit.plugin(retry, throttling))({
    baseUrl: apiUrl.replace(/\/+$/, ''),
    userAgent: 'kms-release-signing',
    ...(token === undefined ? {} : { auth: token }),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
    retry: {
      doNotRetry: lastingFailures,
      retries: defaultRetries,
      ...(retryWait === undefined ? {} : { retryAfterBaseValue: retryWait }),
    },
    // It keeps the pace. The pauses are made above, for all requests at once and for every way of asking for one.
    throttle: isPaced(apiUrl) ? { onRateLimit: nothing, onSecondaryRateLimit: nothing } : { enabled: false },
  })
}

/** GitHub limits how fast one writes on servers of its own; on others the limits are off unless they are set. */
function isPaced(apiUrl: string): boolean {
  const { hostname } = new URL(apiUrl)
  return hostname === 'api.github.com' || hostname.endsWith('.ghe.com')
}

/** An answer that stays out, or breaks off, is a failure on the way: the client would take half of it for the whole. */
function wholeAnswers(fetch: typeof globalThis.fetch, timers: Timers): typeof fetch {
  return (input, init) =>
    patientFetch(fetch, createPatience(timers, answerTimeout), input, init, async (answer) => {
      if (answer.body === null) return answer
      return new Response(await answer.arrayBuffer(), answer)
    })
}

/**
 * What the server names as an address of its own is gone to by TLS, unless the server itself is not.
 *
 * @throws ReleaseSigningError `github-answer-invalid`
 */
export function checkAddress({ protocol, host }: URL, server: URL): void {
  if (protocol === 'https:' || protocol === server.protocol) return
  throw new ReleaseSigningError('github-answer-invalid', `GitHub: it sends us to ${protocol}//${host}`, {
    hint: 'Without TLS what is sent could be read on the way. Check GITHUB_API_URL.',
  })
}

/** @param read what is to be done with the answer before the attempt is over */
export function patientFetch(
  fetch: typeof globalThis.fetch,
  patience: Patience,
  input: Parameters<typeof fetch>[0],
  init: RequestInit | undefined,
  read: (answer: Response) => Promise<Response>,
): Promise<Response> {
  return patience.during(
    async (signal) => {
      const signals = init?.signal ? [signal, init.signal] : [signal]
      return read(await fetch(input, { ...init, signal: AbortSignal.any(signals) }))
    },
    () => new TypeError('no answer in time'),
  )
}
