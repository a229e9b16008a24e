import { AwsError } from './errors.ts'
import type { KmsKey } from './keys.ts'
import { type AccessRequest, evaluate, type Policy } from './policy.ts'
import type { Principal } from './principals.ts'

export interface KmsCall {
  /** Such as `Sign`. */
  readonly operation: string
  /** Undefined for calls that are about no key, such as CreateKey. */
  readonly key: KmsKey | undefined
  /** ARN of what the call is about where that is no key, such as an alias. */
  readonly resource?: string
  /** Condition keys of this call beside the ones every call has. */
  readonly context: Readonly<Record<string, string | readonly string[] | undefined>>
}

/**
 * Whether this principal may make this call: the key's policy, by itself or by delegating to IAM, identity policies and
 * session policy (KMS developer guide, "Determining access").
 *
 * @throws AwsError `AccessDeniedException` in AWS's words
 */
export function authorize(principal: Principal, account: string, region: string, call: KmsCall): void {
  const action = `kms:${call.operation}`
  const resource = call.key?.arn ?? call.resource ?? `arn:aws:kms:${region}:${account}:*`
  const asked = (arns: readonly string[]): AccessRequest => ({
    action,
    resource,
    principal: { AWS: arns },
    context: {
      'aws:principalarn': principal.principalArn,
      'aws:principalaccount': account,
      'aws:requestedregion': region,
      'aws:securetransport': 'true',
      'kms:calleraccount': account,
      ...(call.key === undefined ? {} : { 'kms:keyspec': call.key.spec, 'kms:keyusage': call.key.usage }),
      ...call.context,
    },
  })
  const root = [account, `arn:aws:iam::${account}:root`]
  const self = asked([principal.arn, principal.principalArn])
  const denied = (why: string): AwsError =>
    new AwsError(
      'AccessDeniedException',
      `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${resource} ${why}`,
    )

  const keyPolicies: readonly Policy[] = call.key === undefined ? [] : [call.key.policy]
  const direct = evaluate(keyPolicies, self)
  const delegated = call.key === undefined ? 'allow' : evaluate(keyPolicies, asked(root))
  if (direct === 'deny' || delegated === 'deny') throw denied('with an explicit deny in a resource-based policy')

  const identity = evaluate(principal.identityPolicies, self)
  if (identity === 'deny') throw denied('with an explicit deny in an identity-based policy')
  if (principal.sessionPolicy !== undefined) {
    const session = evaluate([principal.sessionPolicy], self)
    if (session === 'deny') throw denied('with an explicit deny in a session policy')
    if (session === 'none') throw denied(`because no session policy allows the ${action} action`)
  }
  if (direct === 'allow' || (delegated === 'allow' && identity === 'allow')) return
  throw denied(
    delegated === 'allow'
      ? `because no identity-based policy allows the ${action} action`
      : `because no resource-based policy allows the ${action} action`,
  )
}
