/** An answer of the API that says no. */
export class GithubError extends Error {
  readonly status: number
  readonly errors: readonly ValidationProblem[] | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(
    status: number,
    message: string,
    options: {
      readonly errors?: readonly ValidationProblem[]
      readonly headers?: Readonly<Record<string, string>>
    } = {},
  ) {
    super(message)
    this.status = status
    this.errors = options.errors
    this.headers = options.headers ?? {}
  }
}

export interface ValidationProblem {
  readonly resource: 'Release' | 'ReleaseAsset'
  readonly code: 'already_exists' | 'missing_field' | 'invalid' | 'custom'
  readonly field?: string
  readonly message?: string
}

export const notFound = (): GithubError => new GithubError(404, 'Not Found')

export const badCredentials = (): GithubError => new GithubError(401, 'Bad credentials')

/** What a token of a job hears that has not the permission: `contents=write` and the like. */
export const notAccessible = (permission: string): GithubError =>
  new GithubError(403, 'Resource not accessible by integration', {
    headers: { 'x-accepted-github-permissions': permission },
  })

export const validationFailed = (problem: ValidationProblem): GithubError =>
  new GithubError(422, 'Validation Failed', { errors: [problem] })

/** Too many requests in this hour. */
export const primaryRateLimit = (resetsAt: number, limit: number): GithubError =>
  new GithubError(403, 'API rate limit exceeded for installation ID 12345678.', {
    headers: {
      'x-ratelimit-limit': String(limit),
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': String(limit),
      'x-ratelimit-reset': String(Math.ceil(resetsAt / 1000)),
      'x-ratelimit-resource': 'core',
    },
  })

/** Too much written in too short a time. Without `retryAfter` the client is to wait a minute. */
export const secondaryRateLimit = (retryAfter: number | undefined, status: 403 | 429 = 403): GithubError =>
  new GithubError(
    status,
    'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID.',
    { headers: retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) } },
  )
