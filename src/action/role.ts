import { ReleaseSigningError } from '../core/error.ts'
import { wholeNumber } from '../entry/read-values.ts'
import { type Environment, inputText } from './inputs.ts'
import { actionsCore } from './report.ts'

export interface RoleInputs {
  readonly roleToAssume: string
  readonly audience: string | undefined
  readonly roleSessionName: string | undefined
  readonly roleDurationSeconds: number | undefined
  readonly allowedAccountIds: readonly string[]
  readonly inlineSessionPolicy: string | undefined
}

const roleDetails = [
  'audience',
  'role-session-name',
  'role-duration-seconds',
  'allowed-account-ids',
  'inline-session-policy',
] as const

/** Inputs that say which role a step assumes. */
export const roleInputs = ['role-to-assume', ...roleDetails] as const

/**
 * @returns undefined where none is assumed: then the credentials are those that the AWS SDK finds
 * @throws ReleaseSigningError `usage`
 */
export function readRole(environment: Environment): RoleInputs | undefined {
  const roleToAssume = inputText(environment, 'role-to-assume')
  if (roleToAssume === undefined) {
    const idle = roleDetails.find((name) => inputText(environment, name) !== undefined)
    if (idle === undefined) return undefined
    throw new ReleaseSigningError('usage', `${idle} without role-to-assume`, {
      hint: `Name the role, or leave ${idle} out: without a role the credentials are those that the AWS SDK finds.`,
    })
  }
  const seconds = inputText(environment, 'role-duration-seconds')
  const accounts = inputText(environment, 'allowed-account-ids')?.split(/[\s,]+/) ?? []
  return {
    roleToAssume,
    audience: inputText(environment, 'audience'),
    roleSessionName: inputText(environment, 'role-session-name'),
    roleDurationSeconds: seconds === undefined ? undefined : wholeNumber('role-duration-seconds', seconds, 900, 43_200),
    allowedAccountIds: accounts.filter((account) => account !== ''),
    inlineSessionPolicy: inputText(environment, 'inline-session-policy'),
  }
}

export type Online = typeof import('../entry/online.ts')

/** Where a step's calls to KMS go, and as whom. */
export interface KmsAccess {
  readonly keyId: string
  readonly region: string | undefined
  readonly useFipsEndpoint: boolean
  readonly role: RoleInputs | undefined
}

/** Credentials of the role, masked in the log; undefined without a role. */
export const roleCredentials = (
  { keyId, region, useFipsEndpoint, role }: KmsAccess,
  environment: NodeJS.ProcessEnv,
  online: Online,
) =>
  role &&
  online.createWebIdentityCredentials({
    ...role,
    useFipsEndpoint,
    environment,
    timers: online.systemTimers,
    region: online.chooseRegion(online.parseKmsKeyId(keyId), region, environment),
    fetch: online.environmentFetch(environment),
    mask: async (secret) => (await actionsCore()).setSecret(secret),
  })
