import type { RefusedAccess, RefusedKey, RefusedRole, TokenClaims } from '../../core/refused-access.ts'
import {
  hasClaimKeys,
  isPullRequest,
  keyPolicy,
  type PolicyDocument,
  policyPrincipal,
  rolePolicy,
  trustPolicy,
} from './aws-policy.ts'

export interface ProposedPolicy {
  /** Name of a file to put it into. */
  readonly title: string
  /** Where it belongs, one sentence. */
  readonly what: string
  readonly policy: PolicyDocument
}

/** What stood behind a refusal of AWS, and the policies under which it would not have been one. */
export interface Diagnosis {
  /** By name: what was shown to AWS and asked of it. */
  readonly facts: Readonly<Record<string, string>>
  readonly policies: readonly ProposedPolicy[]
  readonly notes: readonly string[]
}

/** @param role the ARN of the role that the run assumes, where it is known */
export const diagnose = (refused: RefusedAccess, role: string | undefined): Diagnosis =>
  refused.kind === 'role' ? diagnoseRole(refused) : diagnoseKey(refused, role)

function diagnoseRole(refused: RefusedRole): Diagnosis {
  const { role, claims } = refused
  const facts = { action: 'sts:AssumeRoleWithWebIdentity', resource: role, ...claimFacts(claims) }
  if (isPullRequest(claims)) {
    return {
      facts,
      policies: [],
      notes: [
        'This is a run of a pull request, which others may write: no policy is proposed that would let it sign. Try the set-up from a branch of the repository or by workflow_dispatch.',
      ],
    }
  }
  return {
    facts,
    policies: [trustOf(refused)],
    notes: ['AWS says the same when there is no such role, so see that it exists.'],
  }
}

/** The trust policy that lets the workflow with these claims in. */
export const trustOf = (refused: Omit<RefusedRole, 'kind'>): ProposedPolicy => ({
  title: 'trust-policy.json',
  what: `Trust policy of ${refused.role} that lets ${
    hasClaimKeys(refused.claims)
      ? 'this workflow in, and no other repository, branch, environment or workflow'
      : 'tokens of this sub in; AWS can judge sub and aud of this issuer alone'
  }`,
  policy: trustPolicy(refused),
})

function diagnoseKey(refused: RefusedKey, role: string | undefined): Diagnosis {
  const { principal, action, resource, reason, purpose, conditions } = refused
  const facts = { principal: principal ?? 'not told', action, resource, reason, ...conditions }
  const { policies, notes } = keyPolicies({ principal, resource, purpose, conditions }, role)
  const deny = /explicit deny in ((?:an? |the )?.*?policy)/.exec(reason)?.[1]
  return {
    facts,
    policies,
    notes: [
      ...(deny === undefined
        ? []
        : [`An explicit deny in ${deny} refuses it. It wins over every Allow: exempt this principal there.`]),
      ...(/service control policy|permissions boundary|VPC endpoint policy|session policy/.test(reason)
        ? [`It is not enough to allow it in the two policies below: ${reason}.`]
        : []),
      ...notes,
    ],
  }
}

/** Both policies that a use of a key goes by, as far as principal and key are known. */
export function keyPolicies(
  { principal, resource, purpose, conditions }: Pick<RefusedKey, 'principal' | 'resource' | 'purpose' | 'conditions'>,
  role: string | undefined,
): Pick<Diagnosis, 'policies' | 'notes'> {
  const named = principal ?? role
  const who = named === undefined ? undefined : policyPrincipal(named, role)
  const isKeyArn = /^arn:[^:]+:kms:[^:]+:\d{12}:key\//.test(resource)
  return {
    policies: [
      ...(who === undefined
        ? []
        : [
            {
              title: 'key-policy-statements.json',
              what: `Statements for the policy of key ${resource}, beside those that it has; within one account they are enough`,
              policy: keyPolicy(who.arn, { purpose, conditions }),
            },
          ]),
      ...(isKeyArn
        ? [
            {
              title: 'role-policy.json',
              what: `Policy of ${who?.arn ?? 'the role'}, where the key's policy leaves the decision to IAM or the key is in another account`,
              policy: rolePolicy(resource, { purpose, conditions }),
            },
          ]
        : []),
    ],
    notes: [
      ...(who?.pathUnknown === true
        ? ['If the role has a path, write it into its ARN: the ARN of its session does not show it.']
        : []),
      ...(isKeyArn ? [] : ['A policy of the role names the key by its ARN, which `aws kms describe-key` prints.']),
      ...(purpose === 'sign' && Object.keys(conditions).length === 0
        ? [
            'Narrow kms:Sign with the conditions kms:SigningAlgorithm and kms:MessageType, as deploy/signing-key.yaml does.',
          ]
        : []),
    ],
  }
}

/** What a token says of the run that it was given to, in the order in which people look for it. */
const shownClaims = [
  'iss',
  'aud',
  'sub',
  'repository',
  'repository_id',
  'repository_owner',
  'repository_owner_id',
  'environment',
  'ref',
  'ref_type',
  'job_workflow_ref',
  'workflow_ref',
  'workflow',
  'event_name',
  'actor',
  'actor_id',
  'enterprise_id',
  'runner_environment',
  'run_id',
  'run_attempt',
] as const

export const claimFacts = (claims: TokenClaims): Readonly<Record<string, string>> =>
  Object.fromEntries(
    shownClaims.flatMap((name) => {
      const value = claims[name]
      return value === undefined ? [] : [[name, value]]
    }),
  )
