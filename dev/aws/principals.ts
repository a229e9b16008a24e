import { randomBytes } from 'node:crypto'
import type { Policy } from './policy.ts'

/** Long-lived credentials of a user, as a laptop has them. */
export interface UserOptions {
  readonly name: string
  /** Identity policies. Default: everything is allowed. */
  readonly policies?: readonly Policy[]
}

export interface RoleOptions {
  readonly name: string
  /** Its trust policy, as it would be written in IAM. */
  readonly trust: Policy
  /** Identity policies. Default: everything is allowed. */
  readonly policies?: readonly Policy[]
  /** MaxSessionDuration in seconds. Default 3600, as IAM's. */
  readonly maximumDuration?: number
}

export interface Role {
  readonly name: string
  readonly arn: string
  readonly id: string
  readonly trust: Policy
  readonly policies: readonly Policy[]
  readonly maximumDuration: number
}

export interface Credentials {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string
}

/** Who a signed request comes from. */
export interface Principal {
  /** Of the user or the role session. */
  readonly arn: string
  /** `aws:PrincipalArn`: of the user or the role. */
  readonly principalArn: string
  readonly userId: string
  readonly credentials: Credentials
  readonly identityPolicies: readonly Policy[]
  readonly sessionPolicy?: Policy
  /** Sessions alone. */
  readonly expires?: Date
}

export const everything: Policy = {
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action: '*', Resource: '*' },
}

export function createUser(account: string, options: UserOptions): Principal {
  const arn = `arn:aws:iam::${account}:user/${options.name}`
  return {
    arn,
    principalArn: arn,
    userId: uniqueId('AIDA'),
    credentials: { accessKeyId: uniqueId('AKIA'), secretAccessKey: randomBytes(30).toString('base64') },
    identityPolicies: options.policies ?? [everything],
  }
}

export const createRole = (account: string, options: RoleOptions): Role => ({
  name: options.name,
  arn: `arn:aws:iam::${account}:role/${options.name}`,
  id: uniqueId('AROA'),
  trust: options.trust,
  policies: options.policies ?? [everything],
  maximumDuration: options.maximumDuration ?? 3600,
})

export function createSession(
  account: string,
  role: Role,
  options: { readonly name: string; readonly expires: Date; readonly policy?: Policy | undefined },
): Principal {
  return {
    arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${options.name}`,
    principalArn: role.arn,
    userId: `${role.id}:${options.name}`,
    credentials: {
      accessKeyId: uniqueId('ASIA'),
      secretAccessKey: randomBytes(30).toString('base64'),
      sessionToken: randomBytes(96).toString('base64'),
    },
    identityPolicies: role.policies,
    expires: options.expires,
    ...(options.policy === undefined ? {} : { sessionPolicy: options.policy }),
  }
}

/** AWS's unique ids: a prefix that tells the kind and base-32 digits. */
function uniqueId(prefix: string): string {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  return prefix + Array.from(randomBytes(17), (octet) => digits[octet & 31]).join('')
}
