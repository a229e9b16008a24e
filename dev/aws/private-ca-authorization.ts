import { AwsError } from './errors.ts'
import { type AccessRequest, evaluate } from './policy.ts'
import type { Principal } from './principals.ts'

export interface PrivateCaAccess {
  readonly account: string
  readonly region: string
  readonly operation: string
  /** Of the CA. */
  readonly arn: string
  /** `acm-pca:TemplateArn`, of IssueCertificate alone. */
  readonly template: string | undefined
}

/** Identity and session policies; the CA has no policy of its own. @throws AwsError `AccessDeniedException` */
export function authorizePrivateCa(principal: Principal, access: PrivateCaAccess): void {
  const { account, region, operation, arn, template } = access
  const action = `acm-pca:${operation}`
  const request: AccessRequest = {
    action,
    resource: arn,
    principal: { AWS: [principal.arn, principal.principalArn] },
    context: {
      'aws:principalarn': principal.principalArn,
      'aws:principalaccount': account,
      'aws:requestedregion': region,
      'aws:securetransport': 'true',
      ...(template === undefined ? {} : { 'acm-pca:templatearn': template }),
    },
  }
  const policies = [principal.identityPolicies, ...(principal.sessionPolicy ? [[principal.sessionPolicy]] : [])]
  if (policies.every((one) => evaluate(one, request) === 'allow')) return
  throw new AwsError(
    'AccessDeniedException',
    `User: ${principal.arn} is not authorized to perform: ${action} on resource: ${arn} because no identity-based policy allows the ${action} action`,
  )
}
