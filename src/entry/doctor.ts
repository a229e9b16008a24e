import { callerIdentity } from '../adapters/aws/caller-identity.ts'
import { createWebIdentityCredentials } from '../adapters/aws/web-identity.ts'
import { fetchIdentityToken } from '../adapters/github/github-oidc.ts'
import { createKmsSigner } from '../adapters/kms/kms.ts'
import { environmentFetch } from '../adapters/proxy/proxy.ts'
import { systemTimers } from '../adapters/waiting/timers.ts'
import type { DoctorPorts } from '../release/doctor.ts'
import type { Clock } from '../release/ports.ts'

export { examine } from '../release/doctor.ts'

export interface DoctorWiring {
  readonly role: string | undefined
  readonly audience: string
  readonly keyId: string | undefined
  readonly region: string | undefined
  readonly useFipsEndpoint: boolean
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly clock: Clock
}

/** What the doctor looks with. The credentials of a role are asked for once. */
export function createDoctorPorts(wiring: DoctorWiring): DoctorPorts {
  const { role, audience, keyId, region, useFipsEndpoint, environment, clock } = wiring
  const fetch = environmentFetch(environment)
  const common = { region, useFipsEndpoint, environment, timers: systemTimers }
  const tokens = { audience, environment, fetch, timers: systemTimers, mask: maskInLog(environment) }
  const provider =
    role === undefined ? undefined : createWebIdentityCredentials({ ...common, ...tokens, roleToAssume: role })
  let assumed: ReturnType<NonNullable<typeof provider>> | undefined
  const credentials = provider && (() => (assumed ??= provider()))
  return {
    clock,
    token: environment.ACTIONS_ID_TOKEN_REQUEST_URL ? async () => (await fetchIdentityToken(tokens)).claims : undefined,
    assumeRole: async () => credentials?.(),
    caller: () => callerIdentity({ ...common, credentials }),
    signer: () => createKmsSigner({ ...common, keyId: keyId ?? '', credentials }),
  }
}

/** In a workflow's log the runner hides what it was told to; it reads standard error, too, and a document may go to the other. */
const maskInLog = (environment: DoctorWiring['environment']) => (secret: string) => {
  if (environment.GITHUB_ACTIONS === 'true') process.stderr.write(`::add-mask::${secret}\n`)
}
