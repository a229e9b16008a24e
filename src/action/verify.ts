import { ReleaseSigningError } from '../core/error.ts'
import { outputLine } from '../entry/escape.ts'
import type { OptionValues } from '../entry/option.ts'
import { systemClock } from '../entry/system.ts'
import type { VerifyOption } from '../entry/verify-options.ts'
import type { ReleaseKey } from '../release/verify/release-key.ts'
import type { Action } from './action.ts'
import { artifactPatterns, booleanInput, type Environment, inputText, inputValues } from './inputs.ts'
import { logProgress } from './progress.ts'
import { actionsCore } from './report.ts'
import { type KmsAccess, readRole, roleCredentials, roleInputs } from './role.ts'

/** Inputs of the verify action that are no options of `verify`. */
export const verifyActionInputs = ['artifacts', 'github-token', ...roleInputs, 'show-summary'] as const

/** The verify action: no AWS but for `kms-key-id`, no GitHub but for `from-repository`, and no connection otherwise. */
export const verifyAction: Action = {
  failureTitle: 'Not verified',
  afterFailure: 'Do not use these files before they verify.',

  async run(environment) {
    const offline = await import('../entry/offline.ts')
    const { createFiles, keepingMemorySmall, readVerifyRequest, verifyNamed, verifyText } = offline
    const clock = systemClock
    const files = createFiles({ clock })
    const values = inputValues<VerifyOption>(environment, files)
    const request = await readVerifyRequest(values, [])
    const kms = readKmsAccess(values, environment)
    const showSummary = booleanInput('show-summary', inputText(environment, 'show-summary'), true)
    const patterns = artifactPatterns(environment, ['checksums-file', 'from-repository'])
    let trustedKey: ReleaseKey | undefined
    if (request.identity === undefined) {
      const { readTrustedKey } = await offline.loadTrustedKey()
      trustedKey = await readTrustedKey(values, files, (online) => {
        const credentials = roleCredentials(kms, environment, online)
        return { environment, credentials, beforeLoading: credentials?.prefetch }
      })
    }
    const token = inputText(environment, 'github-token') ?? null
    if (token !== null) (await actionsCore()).setSecret(token)
    const { report, unmatched, directory } = await verifyNamed(values, request, {
      patterns,
      environment,
      token,
      keepIn: environment.RUNNER_TEMP,
      notice: (text) => void process.stdout.write(`${outputLine(text)}\n`),
      ports: { files, clock, trustedKey, progress: keepingMemorySmall(logProgress(process.stdout, clock)) },
    })
    for (const line of verifyText(report)) process.stdout.write(`${outputLine(line)}\n`)
    // Only after the verdict: what it brings along takes longer to load than verification takes.
    const { reportVerified } = await import('./report-verify.ts')
    await reportVerified(report, { unmatched, directory, showSummary })
    return report.verified ? 0 : 1
  },

  failedOutputs: (failure) => ({
    verified: false,
    directory: '',
    results: JSON.stringify({ verified: false, artifacts: [], ignored: [], ...failure }),
  }),
}

/** @throws ReleaseSigningError `usage` for a role that nothing would be asked as */
function readKmsAccess(values: OptionValues<VerifyOption>, environment: Environment): KmsAccess {
  const role = readRole(environment)
  const keyId = values.text('kms-key-id')
  if (role !== undefined && keyId === undefined) {
    throw new ReleaseSigningError('usage', 'role-to-assume without kms-key-id', {
      hint: 'Verification needs credentials for a key in AWS KMS alone: name it, or leave the role out.',
    })
  }
  return {
    keyId: keyId ?? '',
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    role,
  }
}
