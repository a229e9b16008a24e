import { ReleaseSigningError } from '../../core/error.ts'
import type { TokenClaims } from '../../core/refused-access.ts'
import { systemCode } from '../files/file-error.ts'
import { withRetries } from '../waiting/retry.ts'
import type { Timers } from '../waiting/timers.ts'

export interface IdentityTokenOptions {
  readonly audience: string
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  readonly timers: Timers
  /** Takes a secret before anything could print it. */
  readonly mask: (secret: string) => void | Promise<void>
}

export interface IdentityToken {
  /** The JWT. A secret. */
  readonly token: string
  /** As read without any check: for messages alone. */
  readonly claims: TokenClaims
}

/** Milliseconds for one answer. */
const timeout = 10_000
const attempts = 5
/** Milliseconds. */
const firstWait = 500
/** An answer larger than this, in characters, is none. */
const largestAnswer = 64 * 1024

/** An answer, or none, that the next attempt may better. */
class TransientFailure extends Error {}

/**
 * GitHub's OIDC token of this job: the same request that `@actions/core` makes, whose client alone would take longer to
 * load than everything else up to here.
 *
 * @see https://docs.github.com/actions/reference/security/oidc
 * @throws ReleaseSigningError `oidc-permission-missing` or `oidc-token-unavailable`
 */
export async function fetchIdentityToken(options: IdentityTokenOptions): Promise<IdentityToken> {
  const { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN } = options.environment
  if (!ACTIONS_ID_TOKEN_REQUEST_URL || !ACTIONS_ID_TOKEN_REQUEST_TOKEN) {
    throw new ReleaseSigningError('oidc-permission-missing', 'GitHub gives this job no OIDC token for role-to-assume', {
      hint: 'Add to the job: `permissions: { id-token: write, contents: read }`. A pull request from a fork gets none.',
    })
  }
  const url = new URL(ACTIONS_ID_TOKEN_REQUEST_URL)
  url.searchParams.set('audience', options.audience)
  const isTransient = (error: unknown) => error instanceof TransientFailure
  try {
    return await withRetries(() => request(url, ACTIONS_ID_TOKEN_REQUEST_TOKEN, options), {
      attempts,
      firstWait,
      isTransient,
      timers: options.timers,
    })
  } catch (error) {
    if (!isTransient(error)) throw error
    throw unavailable(String(Object(error).message), 'Run the job again.')
  }
}

async function request(url: URL, bearer: string, { fetch, mask }: IdentityTokenOptions): Promise<IdentityToken> {
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${bearer}`, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeout),
  }).catch((error: unknown) => {
    if (error instanceof ReleaseSigningError) throw error
    throw new TransientFailure(`its service cannot be reached: ${networkReason(error)}`)
  })
  if (response.status === 429 || response.status >= 500) {
    await response.body?.cancel()
    throw new TransientFailure(`its service answers ${response.status}`)
  }
  if (!response.ok) {
    await response.body?.cancel()
    throw unavailable(`its service answers ${response.status}`, 'See whether the job may use OIDC, and the audience.')
  }
  const text = await response.text().catch((error: unknown) => {
    throw new TransientFailure(`the answer broke off: ${networkReason(error)}`)
  })
  const token = tokenIn(text)
  if (token === undefined) throw unavailable('its service answers without a token', 'Run the job again.')
  await mask(token)
  return { token, claims: claimsOf(token) }
}

function networkReason(error: unknown): string {
  const { cause, name } = Object(error) as { readonly cause?: unknown; readonly name?: unknown }
  return systemCode(cause) ?? systemCode(error) ?? String(name)
}

/** `value` of the answer, which has the shape of a JWT. */
function tokenIn(text: string): string | undefined {
  if (text.length > largestAnswer) return undefined
  const value = member(text, 'value')
  return /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value) ? value : undefined
}

/** The claims that are text. */
function claimsOf(token: string): TokenClaims {
  const claims = objectIn(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'))
  return Object.fromEntries(
    Object.entries(claims).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

/** A string in a JSON object; empty where there is none. */
function member(json: string, name: string): string {
  const value = objectIn(json)[name]
  return typeof value === 'string' ? value : ''
}

function objectIn(json: string): Readonly<Record<string, unknown>> {
  try {
    return { ...Object(JSON.parse(json)) }
  } catch {
    return {}
  }
}

const unavailable = (reason: string, hint: string): ReleaseSigningError =>
  new ReleaseSigningError('oidc-token-unavailable', `GitHub's OIDC token could not be fetched: ${reason}`, { hint })
