import type { KeyPurpose, RefusedRole, TokenClaims } from '../../core/refused-access.ts'

/** An IAM policy, as it is pasted into IAM or KMS. */
export interface PolicyDocument {
  readonly Version: '2012-10-17'
  readonly Statement: readonly PolicyStatement[]
}

type OneOrMany = string | readonly string[]

export interface PolicyStatement {
  readonly Sid: string
  readonly Effect: 'Allow'
  readonly Principal?: Readonly<Record<string, string>>
  readonly Action: OneOrMany
  readonly Resource?: string
  /** Operator → condition key → values. */
  readonly Condition?: Conditions
}

type Conditions = Readonly<Record<string, Readonly<Record<string, OneOrMany>>>>

/** Of github.com, for whose claims STS has condition keys. Of any other issuer it knows `sub` and `aud`. */
const github = 'token.actions.githubusercontent.com'

export const issuerName = ({ iss = '' }: TokenClaims): string => iss.replace(/^https?:\/\//, '')

/** Whether anybody may make a run like this, so that no policy should let it in. */
export const isPullRequest = ({ sub = '', ref = '', event_name: event = '' }: TokenClaims): boolean =>
  /^pull_request/.test(event) || ref.startsWith('refs/pull/') || /:pull_request(:|$)/.test(sub)

/** Whether STS can tell the workflow, the branch and the repository's number, beside `sub` and `aud`. */
export const hasClaimKeys = (claims: TokenClaims): boolean => issuerName(claims) === github

/**
 * A trust policy for the workflow that has these claims, and no other: this repository by its number and by both forms
 * of `sub`, this workflow file, this environment, this branch. Tags change from release to release, so that any tag like
 * this one is let in.
 *
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html
 */
export function trustPolicy({ role, audience, claims }: Omit<RefusedRole, 'kind'>): PolicyDocument {
  const [, partition = 'aws', account = ''] = /^arn:([^:]+):iam::(\d{12}):/.exec(role) ?? []
  const issuer = issuerName(claims)
  const key = (name: string) => `${issuer}:${name}`
  const { ref = '', sub = '', environment, repository_id: id, job_workflow_ref: workflow } = claims
  const exact: [string, OneOrMany][] = [[key('aud'), literal(audience)]]
  const like: [string, OneOrMany][] = []
  /** @param values that may end with the ref of the run */
  const require = (name: string, values: readonly string[]) => {
    const tag = tagPattern(ref)
    const ends = tag !== undefined && values.every((value) => value.endsWith(ref))
    const texts = ends
      ? values.map((value) => `${likeLiteral(value.slice(0, -ref.length))}${tag}`)
      : values.map(literal)
    const [only = '', ...more] = texts
    ;(ends ? like : exact).push([key(name), more.length === 0 ? only : texts])
  }
  require('sub', subjectForms(sub, claims))
  if (hasClaimKeys(claims)) {
    if (id !== undefined) require('repository_id', [id])
    if (environment !== undefined) require('environment', [environment])
    if (ref !== '') require('ref', [ref])
    if (workflow !== undefined) require('job_workflow_ref', [workflow])
  }
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'ThisWorkflow',
        Effect: 'Allow',
        Principal: { Federated: `arn:${partition}:iam::${account}:oidc-provider/${issuer}` },
        Action: 'sts:AssumeRoleWithWebIdentity',
        Condition: {
          StringEquals: Object.fromEntries(exact),
          ...(like.length === 0 ? {} : { StringLike: Object.fromEntries(like) }),
        },
      },
    ],
  }
}

/**
 * `sub` with names alone and with the numbers of owner and repository: which one GitHub gives depends on when the
 * repository was made and on its settings. One that was customized has one form.
 */
export function subjectForms(sub: string, claims: TokenClaims): readonly string[] {
  const { owner, name, rest } =
    /^repo:(?<owner>[^/@:]+)(?:@\d+)?\/(?<name>[^/@:]+)(?:@\d+)?(?<rest>:.+)$/s.exec(sub)?.groups ?? {}
  const { repository_owner_id: ownerId, repository_id: id } = claims
  if (owner === undefined || name === undefined || !isNumber(ownerId) || !isNumber(id)) return [sub]
  return [`repo:${owner}/${name}${rest}`, `repo:${owner}@${ownerId}/${name}@${id}${rest}`]
}

const isNumber = (text: string | undefined): text is string => text !== undefined && /^\d+$/.test(text)

/** `refs/tags/v*` for a version's tag, else any tag; undefined for what is no tag. */
function tagPattern(ref: string): string | undefined {
  if (!ref.startsWith('refs/tags/')) return undefined
  return /^refs\/tags\/v\d/.test(ref) ? 'refs/tags/v*' : 'refs/tags/*'
}

const written = (special: RegExp) => (text: string) => text.replaceAll(special, (character) => `\${${character}}`)
/** Text in a policy, where `${` begins a policy variable. */
const literal = written(/\$(?=\{)/g)
/** The same where `*` and `?` are wildcards. */
const likeLiteral = written(/\$(?=\{)|[*?]/g)

export interface KeyUse {
  readonly purpose: KeyPurpose
  /** Such as `{ 'kms:SigningAlgorithm': 'ECDSA_SHA_256' }`. */
  readonly conditions: Readonly<Record<string, string>>
}

/** The least that this use of the key needs, for the role. @param keyArn no alias: IAM does not look behind one */
export const rolePolicy = (keyArn: string, use: KeyUse): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: using(use, { Resource: keyArn }),
})

/** The same, for the policy of the key. */
export const keyPolicy = (principal: string, use: KeyUse): PolicyDocument => ({
  Version: '2012-10-17',
  Statement: using(use, { Principal: { AWS: principal }, Resource: '*' }),
})

/** To sign, DescribeKey and GetPublicKey stand apart: they have no such conditions, and would be refused by them. */
function using(
  { purpose, conditions }: KeyUse,
  whoAndWhat: Pick<PolicyStatement, 'Principal' | 'Resource'>,
): readonly PolicyStatement[] {
  if (purpose === 'verify') {
    return [{ Sid: 'Verify', Effect: 'Allow', ...whoAndWhat, Action: ['kms:GetPublicKey', 'kms:Verify'] }]
  }
  return [
    { Sid: 'ReadTheKey', Effect: 'Allow', ...whoAndWhat, Action: ['kms:DescribeKey', 'kms:GetPublicKey'] },
    {
      Sid: 'Sign',
      Effect: 'Allow',
      ...whoAndWhat,
      Action: 'kms:Sign',
      ...(Object.keys(conditions).length === 0 ? {} : { Condition: { StringEquals: conditions } }),
    },
  ]
}

/**
 * Whom a policy names, for who was refused: of a session its role. An ARN of a session has no path, which the ARN of a
 * role may have.
 *
 * @param known the ARN of the role that was assumed, where it is known
 */
export function policyPrincipal(
  principal: string,
  known: string | undefined,
): { readonly arn: string; readonly pathUnknown: boolean } {
  const { partition, account, name } =
    /^arn:(?<partition>[^:]+):sts::(?<account>\d{12}):assumed-role\/(?<name>[^/]+)\//.exec(principal)?.groups ?? {}
  if (name === undefined) return { arn: principal, pathUnknown: false }
  if (known !== undefined && known.split(':')[4] === account && known.endsWith(`/${name}`)) {
    return { arn: known, pathUnknown: false }
  }
  return { arn: `arn:${partition}:iam::${account}:role/${name}`, pathUnknown: true }
}
