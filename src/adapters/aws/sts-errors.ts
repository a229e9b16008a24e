import type { IdentityToken } from '../github/github-oidc.ts'
import type { AwsFailure, Explanation } from './aws-errors.ts'

/** Refusals that pass: STS could not fetch GitHub's keys, the token grew old on the way, or STS is busy or broken. */
export function isTransientRefusal({ name, message, status, networkCode }: AwsFailure): boolean {
  if (name === 'InvalidIdentityToken' || name === 'InvalidIdentityTokenException') {
    return /verification key/i.test(message)
  }
  const passing = ['ExpiredToken', 'ExpiredTokenException', 'IDPCommunicationError', 'IDPCommunicationErrorException']
  return (
    passing.includes(name) ||
    /Throttl|TooManyRequests|RequestLimitExceeded|TimeoutError/.test(name) ||
    (status !== undefined && (status === 429 || status >= 500)) ||
    (status === undefined && networkCode !== undefined && /^E(?!RR_)[A-Z_]+$/.test(networkCode))
  )
}

export interface RoleRequest {
  readonly role: string
  readonly audience: string
  /** Undefined when it never came to one. */
  readonly identity: IdentityToken | undefined
}

/** Why the role could not be assumed; undefined for what has nothing to do with roles. */
export function roleError(failure: AwsFailure, request: RoleRequest): Explanation | undefined {
  const hint = hintFor(failure, request)
  if (hint === undefined || request.identity === undefined) return undefined
  const { role, audience, identity } = request
  // STS does not repeat the token, but it is not for us to rely on that.
  const said = failure.message.replaceAll(identity.token, '***')
  const denied = /^AccessDenied/.test(failure.name)
  return {
    code: 'role-not-assumable',
    message: `${role} cannot be assumed with a token of sub ${identity.claims.sub} and aud ${audience}: ${failure.name}: ${said}`,
    hint,
    ...(denied ? { refused: { kind: 'role', role, audience, claims: identity.claims } } : {}),
  }
}

function hintFor({ name, message }: AwsFailure, { audience, identity }: RoleRequest): string | undefined {
  const provider = (identity?.claims.iss ?? '').replace(/^https?:\/\//, '')
  switch (name) {
    case 'AccessDenied':
    case 'AccessDeniedException':
      return `The trust policy of the role must let this token of the identity provider ${provider} in: one that does is proposed with this error. See that the role exists.`
    case 'InvalidIdentityToken':
    case 'InvalidIdentityTokenException':
      if (/verification key/i.test(message)) return 'STS could not fetch the keys of the issuer: run the job again.'
      if (/audience/i.test(message))
        return `Add ${audience} to the audiences of the identity provider, or set audience.`
      return `Create the identity provider https://${provider} in the account of the role.`
    case 'ExpiredToken':
    case 'ExpiredTokenException':
    case 'IDPCommunicationError':
    case 'IDPCommunicationErrorException':
      return 'Run the job again.'
    case 'MalformedPolicyDocument':
    case 'MalformedPolicyDocumentException':
    case 'PackedPolicyTooLarge':
    case 'PackedPolicyTooLargeException':
      return 'Check inline-session-policy.'
    case 'RegionDisabledException':
      return 'Activate STS in this Region for the account, or set another aws-region.'
    case 'ValidationError':
    case 'ValidationException':
      return 'Check role-to-assume, role-duration-seconds (at most the maximum of the role) and inline-session-policy.'
    default:
      return undefined
  }
}
