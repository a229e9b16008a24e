import type { fromWebToken } from '@aws-sdk/credential-providers'
import { fetchIdentityToken, type IdentityToken } from '../github/github-oidc.ts'
import { requestHandling } from '../proxy/proxy.ts'
import { withRetries } from '../waiting/retry.ts'
import type { Timers } from '../waiting/timers.ts'
import { type AwsCall, awsError, awsFailure } from './aws-errors.ts'
import { accountOfRole, checkAccount, checkDuration, checkSessionPolicy, sessionName } from './role-session.ts'
import { isTransientRefusal, roleError } from './sts-errors.ts'

export interface WebIdentityOptions {
  /** ARN of the role. */
  readonly roleToAssume: string
  /** Default `sts.amazonaws.com`. */
  readonly audience?: string | undefined
  /** Default `OWNER-REPOSITORY-RUNID`. */
  readonly roleSessionName?: string | undefined
  /** 900 to 43,200. Default 3,600. */
  readonly roleDurationSeconds?: number | undefined
  /** Accounts one of which the role must belong to. Default: any. */
  readonly allowedAccountIds?: readonly string[] | undefined
  /** JSON. */
  readonly inlineSessionPolicy?: string | undefined
  /** Undefined: that of the environment or the profile. */
  readonly region?: string | undefined
  readonly useFipsEndpoint?: boolean | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  readonly timers: Timers
  /** Takes a secret before anything could print it. */
  readonly mask: (secret: string) => void | Promise<void>
}

export type CredentialProvider = ReturnType<typeof fromWebToken>

export interface WebIdentityCredentials extends CredentialProvider {
  /**
   * Asks for the first OIDC token now, so that GitHub makes it before the SDK is loaded. What goes wrong is told when
   * the token is used.
   */
  prefetch(): Promise<void>
}

const attempts = 5
/** Milliseconds. */
const firstWait = 1_000

/**
 * Credentials of a role, for which GitHub's OIDC token is given to STS. They stay in memory. An SDK client asks again,
 * and gets fresh ones, shortly before they expire.
 *
 * @throws ReleaseSigningError `input-invalid` or `role-account-not-allowed` at once; the provider: `role-not-assumable`,
 *   what `fetchIdentityToken` throws, and what every AWS service may answer
 */
export function createWebIdentityCredentials(options: WebIdentityOptions): WebIdentityCredentials {
  const { roleToAssume, environment, timers, mask, allowedAccountIds, inlineSessionPolicy } = options
  const audience = options.audience ?? 'sts.amazonaws.com'
  const durationSeconds = options.roleDurationSeconds ?? 3_600
  const roleSessionName = sessionName(options.roleSessionName, environment)
  checkAccount(accountOfRole(roleToAssume), allowedAccountIds)
  checkDuration(durationSeconds)
  if (inlineSessionPolicy !== undefined) checkSessionPolicy(inlineSessionPolicy)

  const call: AwsCall = { action: 'sts:AssumeRoleWithWebIdentity', resource: roleToAssume, region: options.region }
  const clientConfig = {
    ...requestHandling(options.environment),
    ...(options.region === undefined ? {} : { region: options.region }),
    ...(options.useFipsEndpoint ? { useFipsEndpoint: true } : {}),
  }
  let last: IdentityToken | undefined
  let prefetched: Promise<IdentityToken> | undefined

  const assume = async (...context: Parameters<CredentialProvider>) => {
    const waiting = prefetched ?? fetchIdentityToken({ ...options, audience })
    prefetched = undefined
    const identity = await waiting
    last = identity
    const { fromWebToken } = await import('@aws-sdk/credential-providers')
    return fromWebToken({
      roleArn: roleToAssume,
      webIdentityToken: identity.token,
      roleSessionName,
      durationSeconds,
      clientConfig,
      ...(inlineSessionPolicy === undefined ? {} : { policy: inlineSessionPolicy }),
    })(...context)
  }

  const provide: CredentialProvider = async (...context) => {
    const credentials = await withRetries(() => assume(...context), {
      attempts,
      firstWait,
      isTransient: (error) => isTransientRefusal(awsFailure(error)),
      timers,
    }).catch((error: unknown) => {
      throw awsError(error, call, (failure) => roleError(failure, { role: roleToAssume, audience, identity: last }))
    })
    await mask(credentials.secretAccessKey)
    if (credentials.sessionToken !== undefined) await mask(credentials.sessionToken)
    if (credentials.accountId !== undefined) checkAccount(credentials.accountId, allowedAccountIds)
    return credentials
  }

  return Object.assign(provide, {
    async prefetch() {
      prefetched = fetchIdentityToken({ ...options, audience })
      await prefetched.catch(() => undefined)
    },
  })
}
