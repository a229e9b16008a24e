import type { OptionValues } from '../entry/option.ts'
import { required } from '../entry/read-values.ts'
import type { RenewOption } from '../entry/renew-options.ts'
import { systemClock } from '../entry/system.ts'
import type { Action } from './action.ts'
import { booleanInput, inputText, inputValues } from './inputs.ts'
import { type KmsAccess, readRole, roleCredentials, roleInputs } from './role.ts'

/** Inputs of the certificate action that are no options of `certificate renew`. */
export const certificateActionInputs = [...roleInputs, 'show-summary'] as const

/** The certificate action: what `certificate renew` does, for a scheduled workflow. */
export const certificateAction: Action = {
  failureTitle: 'Certificate not renewed',
  afterFailure:
    'The chain that was there is unchanged, and releases are signed with it until it ends. When the cause is gone, run the job again.',

  async run(environment) {
    const { createFiles, loadOnline } = await import('../entry/offline.ts')
    const online = await loadOnline()
    const identity = await online.loadIdentity()
    const clock = systemClock
    const files = createFiles({ clock })
    const values = inputValues<RenewOption>(environment, files)
    const access = readAccess(values, environment)
    const showSummary = booleanInput('show-summary', inputText(environment, 'show-summary'), true)
    const request = await identity.readRenewalRequest(values)
    const credentials = access && roleCredentials(access, environment, online)
    const parties = identity.renewalParties(values, request, {
      files,
      clock,
      random: identity.systemRandom,
      token: identity.systemToken,
      environment,
      // Two keys and AWS Private CA may ask.
      credentials: credentials && identity.rememberedCredentials(credentials, clock),
    })
    const report = await identity.renewCertificate(request, { files, clock, parties })
    const { reportRenewal } = await import('./report-certificate.ts')
    await reportRenewal(report, { showSummary, lines: identity.renewalText(report) })
    return 0
  },

  failedOutputs: () => ({ due: '', renewed: false }),
}

/** Undefined where AWS is asked for nothing. */
function readAccess(values: OptionValues<RenewOption>, environment: NodeJS.ProcessEnv): KmsAccess | undefined {
  const role = readRole(environment)
  if (values.flag('dry-run')) return undefined
  return {
    keyId: required(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    role,
  }
}
