import { ReleaseSigningError } from '../../core/error.ts'

/** What STS takes. */
const longest = 64
const notAllowed = /[^\w+=,.@-]/g

/**
 * The name under which CloudTrail shows what the session did.
 *
 * @param given what the user asked for; undefined: `OWNER-REPOSITORY-RUNID`, without the owner where that is too long
 * @throws ReleaseSigningError `input-invalid`
 */
export function sessionName(
  given: string | undefined,
  { GITHUB_REPOSITORY = '', GITHUB_RUN_ID = '' }: Readonly<Record<string, string | undefined>>,
): string {
  if (given !== undefined) {
    if (given.length >= 2 && given.length <= longest && given.search(notAllowed) === -1) return given
    throw new ReleaseSigningError('input-invalid', `role-session-name ${given} is no name for a session`, {
      hint: `It has 2 to ${longest} letters, digits and any of _+=,.@-`,
    })
  }
  if (GITHUB_REPOSITORY === '') return 'kms-release-signing'
  const end = GITHUB_RUN_ID === '' ? '' : `-${GITHUB_RUN_ID}`
  const name = GITHUB_REPOSITORY.split('/').at(-1) ?? ''
  const whole = [GITHUB_REPOSITORY, name].find((text) => text.length + end.length <= longest)
  return ((whole ?? name.slice(0, longest - end.length)) + end).replaceAll(notAllowed, '-').slice(0, longest)
}

/**
 * The account in a role's ARN.
 *
 * @throws ReleaseSigningError `input-invalid`
 */
export function accountOfRole(roleArn: string): string {
  const account = /^arn:aws[a-z-]*:iam::(\d{12}):role\/[\w+=,.@/-]+$/.exec(roleArn)?.[1]
  if (account !== undefined) return account
  throw new ReleaseSigningError('input-invalid', `role-to-assume ${roleArn} is not the ARN of a role`, {
    hint: 'It reads arn:aws:iam::ACCOUNT:role/NAME.',
  })
}

/**
 * @param allowed undefined or empty: any
 * @throws ReleaseSigningError `role-account-not-allowed`
 */
export function checkAccount(account: string, allowed: readonly string[] | undefined): void {
  if (!allowed?.length || allowed.includes(account)) return
  throw new ReleaseSigningError('role-account-not-allowed', `AWS account ${account} is not an allowed one`, {
    hint: `allowed-account-ids names ${allowed.join(', ')}.`,
  })
}

/** Seconds. @throws ReleaseSigningError `input-invalid` */
export function checkDuration(seconds: number): void {
  if (Number.isInteger(seconds) && seconds >= 900 && seconds <= 43_200) return
  throw new ReleaseSigningError('input-invalid', `role-duration-seconds ${seconds} is not between 900 and 43200`)
}

/** @throws ReleaseSigningError `input-invalid` */
export function checkSessionPolicy(policy: string): void {
  let value: unknown
  try {
    value = JSON.parse(policy)
  } catch (cause) {
    throw new ReleaseSigningError('input-invalid', 'inline-session-policy is not JSON', { cause })
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return
  throw new ReleaseSigningError('input-invalid', 'inline-session-policy is not a JSON object')
}
