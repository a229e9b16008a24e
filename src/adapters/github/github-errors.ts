import { type ErrorCode, ReleaseSigningError } from '../../core/error.ts'
import { systemCode } from '../files/file-error.ts'

/** Why GitHub, or the way there, refused. */
export interface GitHubFailure {
  /** HTTP; undefined when there was no answer. */
  readonly status: number | undefined
  /** The server's, or the system's. */
  readonly message: string
  /** Machine-readable reasons of a 422, such as `already_exists`. */
  readonly reasons: readonly string[]
  readonly header: (name: string) => string | undefined
}

/** Whether it was thrown for what happened at GitHub or on the way there, and not for a defect of ours. */
const isGitHubFailure = (error: unknown): boolean => Object(error).name === 'HttpError'

/** Our own refusal, thrown while a request was being sent, that the client has wrapped. */
function refusalWithin(error: unknown): ReleaseSigningError | undefined {
  let at = error
  for (let depth = 0; depth < 6; depth++) {
    if (at instanceof ReleaseSigningError) return at
    at = Object(at).cause
  }
  return undefined
}

/** Reads what the client threw, whatever it is. */
export function githubFailure(error: unknown): GitHubFailure {
  const { message, response, cause } = Object(error) as {
    readonly message?: unknown
    readonly response?: {
      readonly status?: unknown
      readonly headers?: Readonly<Record<string, unknown>>
      readonly data?: unknown
    }
    readonly cause?: unknown
  }
  const inner = Object(cause).cause as unknown
  const network = systemCode(error) ?? systemCode(cause) ?? systemCode(inner)
  const text = typeof message === 'string' ? message : ''
  return {
    status: typeof response?.status === 'number' ? response.status : undefined,
    message: response === undefined ? (network ?? text) : serverMessage(response.data) || text,
    reasons: reasonsIn(response?.data),
    header(name) {
      const value = response?.headers?.[name]
      return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
    },
  }
}

const serverMessage = (data: unknown): string => {
  const { message } = Object(data) as { readonly message?: unknown }
  return typeof message === 'string' ? message : ''
}

function reasonsIn(data: unknown): readonly string[] {
  const { errors } = Object(data) as { readonly errors?: unknown }
  if (!Array.isArray(errors)) return []
  return errors.flatMap((one: unknown) => {
    const { code, message } = Object(one) as { readonly code?: unknown; readonly message?: unknown }
    return [code, message].filter((text) => typeof text === 'string')
  })
}

/** Whether the same request may succeed soon. A pause that was asked for is none of it: the client makes those. */
export function mayPass(error: unknown): boolean {
  if (!isGitHubFailure(error) || refusalWithin(error) !== undefined) return false
  const { status } = githubFailure(error)
  return status === undefined || status >= 500 || status === 408 || status === 409
}

/**
 * Milliseconds of the pause that an answer asks for; undefined where it asks for none.
 *
 * @see https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function pauseAskedFor({ status, message, header }: GitHubFailure, now: Date): number | undefined {
  if (status !== 403 && status !== 429) return undefined
  const seconds = header('retry-after')
  if (seconds !== undefined && /^\d{1,9}$/.test(seconds)) return Math.max(1, Number(seconds)) * 1000
  const reset = Number(header('x-ratelimit-reset') ?? Number.NaN)
  if (header('x-ratelimit-remaining') === '0' && Number.isFinite(reset)) {
    // A second more: only after that time it counts anew.
    return Math.max(1000, reset * 1000 - now.getTime() + 1000)
  }
  return status === 429 || /secondary rate|rate limit/i.test(message) ? 60_000 : undefined
}

/** What was being done when it failed. */
export interface GitHubCall {
  /** What could not be done, such as `read the release v1.0.0`. */
  readonly doing: string
  /** OWNER/NAME. */
  readonly repository: string
  readonly token: string | undefined
  /** The permission that a token in a workflow needs for it. */
  readonly permission: 'contents: read' | 'contents: write' | 'actions: read'
}

/** A failed call as an error that says what to do; a defect of ours as it is. */
export function githubError(error: unknown, call: GitHubCall): unknown {
  const refusal = refusalWithin(error)
  if (refusal !== undefined) return refusal
  if (!isGitHubFailure(error)) return error
  const failure = githubFailure(error)
  const { code, message, hint } = explain(failure, call)
  const id = failure.header('x-github-request-id')
  const text = `GitHub: cannot ${call.doing}: ${message}${id === undefined ? '' : ` (request ${id})`}`
  return new ReleaseSigningError(code, withoutSecret(text, call.token), { hint, cause: traceOf(error, call.token) })
}

/** A server that echoes what it was sent must not make us print it. */
export const withoutSecret = (text: string, token: string | undefined): string =>
  token === undefined || token === '' ? text : text.replaceAll(token, '***')

/** Of an error and its causes what a trace is made of, and nothing of the request, which the client keeps in it. */
function traceOf(error: unknown, token: string | undefined, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 5) return undefined
  const trace = new Error(withoutSecret(error.message, token), { cause: traceOf(error.cause, token, depth + 1) })
  trace.name = error.name
  trace.stack = withoutSecret(error.stack ?? '', token)
  return trace
}

interface Explanation {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
}

function explain(failure: GitHubFailure, { repository, permission }: GitHubCall): Explanation {
  const { status, message } = failure
  const answered = `it answers ${status}${message === '' ? '' : `: ${message}`}`
  if (status === undefined) {
    return {
      code: 'github-unavailable',
      message: message === '' ? 'it does not answer' : message,
      hint: 'Check GITHUB_API_URL and the network, and https://www.githubstatus.com; then run it again.',
    }
  }
  // Only a pause that was too long gets here.
  if (pauseAskedFor(failure, new Date(0)) !== undefined) {
    return {
      code: 'github-rate-limited',
      message: answered,
      hint: 'The limit of requests for this token is used up for longer than is waited for. Run it again later.',
    }
  }
  switch (status) {
    case 401:
      return {
        code: 'github-token-refused',
        message: answered,
        hint: 'The token is wrong or has expired. In a workflow leave github-token out; on a command line set GH_TOKEN.',
      }
    case 403:
      return {
        code: 'github-access-denied',
        message: answered,
        hint: `The job needs \`permissions: { ${permission} }\`, or the token the same for ${repository}.`,
      }
    case 404:
      return {
        code: 'github-not-found',
        message: answered,
        hint: `Check the name ${repository}. To a token that may not see it, GitHub says the same: it needs ${permission}.`,
      }
    default:
      return status >= 500
        ? {
            code: 'github-unavailable',
            message: answered,
            hint: 'See https://www.githubstatus.com, and run it again: it goes on where it stopped.',
          }
        : {
            code: 'github-refused',
            message: [answered, ...failure.reasons].join('; '),
            hint: 'GitHub does not take this request; what it says is why.',
          }
  }
}
