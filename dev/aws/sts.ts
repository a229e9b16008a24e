import type { JWTPayload } from 'jose'
import { AwsError } from './errors.ts'
import { evaluate, type Policy } from './policy.ts'
import { createSession, type Principal, type Role } from './principals.ts'
import type { AuthenticatedCaller } from './signature-v4.ts'
import { checkWebIdentity, type IdentityProvider } from './web-identity.ts'

export interface StsService {
  readonly account: string
  readonly providers: readonly IdentityProvider[]
  readonly roles: readonly Role[]
  /** Makes the session known to every service. */
  register(session: Principal): void
}

export interface StsCall {
  readonly operation: string
  readonly parameters: URLSearchParams
  /** Undefined for AssumeRoleWithWebIdentity, which is not signed. */
  readonly caller: AuthenticatedCaller | undefined
}

/** Result members in the order of the API; a nested record becomes a nested element. */
export type XmlMembers = { readonly [name: string]: string | XmlMembers }

/** Answers one call. @throws AwsError */
export async function callSts(service: StsService, call: StsCall): Promise<XmlMembers> {
  switch (call.operation) {
    case 'AssumeRoleWithWebIdentity':
      return assumeRoleWithWebIdentity(service, call.parameters)
    case 'GetCallerIdentity':
      if (call.caller === undefined) {
        throw new AwsError('MissingAuthenticationToken', 'Request is missing Authentication Token', 403)
      }
      return {
        Arn: call.caller.principal.arn,
        UserId: call.caller.principal.userId,
        Account: service.account,
      }
    default:
      throw new AwsError('InvalidAction', `Could not find operation ${call.operation} for version 2011-06-15`)
  }
}

const refused = (): AwsError =>
  new AwsError('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403)

async function assumeRoleWithWebIdentity(service: StsService, parameters: URLSearchParams): Promise<XmlMembers> {
  const required = (name: string): string => {
    const value = parameters.get(name)
    if (value === null) throw constraint(name, 'null', 'Member must not be null')
    return value
  }
  const sessionName = required('RoleSessionName')
  if (!/^[\w+=,.@-]{2,64}$/.test(sessionName)) {
    throw constraint('RoleSessionName', sessionName, 'Member must satisfy regular expression pattern: [\\w+=,.@-]*')
  }
  const duration = readDuration(parameters.get('DurationSeconds'))
  const roleArn = required('RoleArn')
  if (!/^arn:aws:iam::\d{12}:role\/.+$/.test(roleArn)) throw new AwsError('ValidationError', `${roleArn} is invalid`)
  const policy = readSessionPolicy(parameters.get('Policy'))
  const claims = await checkWebIdentity(required('WebIdentityToken'), service.providers)
  const role = service.roles.find(({ arn }) => arn === roleArn)
  if (role === undefined || !trusts(role, service.account, claims)) throw refused()
  if (duration > role.maximumDuration) {
    throw new AwsError(
      'ValidationError',
      'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
    )
  }
  const session = createSession(service.account, role, {
    name: sessionName,
    expires: new Date(Date.now() + duration * 1000),
    policy,
  })
  service.register(session)
  return {
    Audience: audienceOf(claims),
    AssumedRoleUser: { AssumedRoleId: session.userId, Arn: session.arn },
    Provider: providerArn(service.account, claims),
    Credentials: {
      AccessKeyId: session.credentials.accessKeyId,
      SecretAccessKey: session.credentials.secretAccessKey,
      SessionToken: session.credentials.sessionToken ?? '',
      Expiration: (session.expires ?? new Date()).toISOString().replace(/\.\d+/, ''),
    },
    SubjectFromWebIdentityToken: claims.sub ?? '',
  }
}

/** Condition keys that STS has for the claims of any issuer. */
const commonKeys = ['aud', 'sub', 'amr']
/** Those it has for GitHub's, beside them (IAM user guide, "IAM and AWS STS condition context keys"). */
const githubKeys = [
  'actor',
  'actor_id',
  'enterprise_id',
  'environment',
  'job_workflow_ref',
  'ref',
  'repository_id',
  'workflow',
]

/** A claim is the condition key `ISSUER:CLAIM` where STS knows it, and else none. */
function trusts(role: Role, account: string, claims: JWTPayload): boolean {
  const issuer = issuerName(claims)
  const known = issuer === 'token.actions.githubusercontent.com' ? [...commonKeys, ...githubKeys] : commonKeys
  const context = Object.entries({ ...claims, aud: audienceOf(claims) }).flatMap(([name, value]) =>
    typeof value === 'string' && known.includes(name) ? [[`${issuer}:${name}`.toLowerCase(), value] as const] : [],
  )
  return (
    evaluate([role.trust], {
      action: 'sts:AssumeRoleWithWebIdentity',
      resource: role.arn,
      principal: { Federated: [providerArn(account, claims)] },
      context: Object.fromEntries(context),
    }) === 'allow'
  )
}

const issuerName = ({ iss = '' }: JWTPayload): string => iss.replace(/^https?:\/\//, '')
/** The ARN that IAM gives the identity provider of these claims, as a trust policy names it. */
const providerArn = (account: string, claims: JWTPayload): string => identityProviderArn(account, claims.iss ?? '')
const audienceOf = ({ aud = '' }: JWTPayload): string => (Array.isArray(aud) ? (aud[0] ?? '') : aud)

export const identityProviderArn = (account: string, issuer: string): string =>
  `arn:aws:iam::${account}:oidc-provider/${issuerName({ iss: issuer })}`

const constraint = (name: string, value: string, rule: string): AwsError =>
  new AwsError(
    'ValidationError',
    `1 validation error detected: Value '${value}' at '${name.charAt(0).toLowerCase()}${name.slice(1)}' failed to satisfy constraint: ${rule}`,
  )

function readDuration(text: string | null): number {
  const duration = text === null ? 3600 : Number(text)
  if (duration < 900) {
    throw constraint('DurationSeconds', String(duration), 'Member must have value greater than or equal to 900')
  }
  if (duration > 43_200) {
    throw constraint('DurationSeconds', String(duration), 'Member must have value less than or equal to 43200')
  }
  return duration
}

function readSessionPolicy(text: string | null): Policy | undefined {
  if (text === null) return undefined
  if (text.length > 2048) {
    throw constraint('Policy', text, 'Member must have length less than or equal to 2048')
  }
  try {
    const policy: Policy = JSON.parse(text)
    if (policy.Statement !== undefined) return policy
  } catch {
    // Worded below, as AWS does.
  }
  throw new AwsError('MalformedPolicyDocument', 'Syntax errors in policy.')
}
