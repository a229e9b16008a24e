import { outputLine } from '../entry/escape.ts'
import { systemClock } from '../entry/system.ts'
import type { VerifyOption } from '../entry/verify-options.ts'
import type { Action } from './action.ts'
import { artifactPatterns, booleanInput, inputText, inputValues } from './inputs.ts'
import { logProgress } from './progress.ts'

/** The verify action: no AWS, no GitHub client, no connection. */
export const verifyAction: Action = {
  failureTitle: 'Not verified',
  afterFailure: 'Do not use these files before they verify.',

  async run(environment) {
    const { createFiles, findArtifactsOrDigests, keepingMemorySmall, readVerifyRequest, verifyRelease, verifyText } =
      await import('../entry/offline.ts')
    const clock = systemClock
    const files = createFiles({ clock })
    const request = await readVerifyRequest(inputValues<VerifyOption>(environment, files), [])
    const showSummary = booleanInput('show-summary', inputText(environment, 'show-summary'), true)
    const { paths, named, digests, unmatched } = findArtifactsOrDigests(
      artifactPatterns(environment),
      request.checksums !== undefined,
    )
    const report = await verifyRelease(
      { ...request, artifacts: paths, named, digests },
      { files, clock, progress: keepingMemorySmall(logProgress(process.stdout, clock)) },
    )
    for (const line of verifyText(report)) process.stdout.write(`${outputLine(line)}\n`)
    // Only after the verdict: what it brings along takes longer to load than verification takes.
    const { reportVerified } = await import('./report-verify.ts')
    await reportVerified(report, { unmatched, showSummary })
    return report.verified ? 0 : 1
  },

  failedOutputs: (failure) => ({
    verified: false,
    results: JSON.stringify({ verified: false, artifacts: [], ignored: [], ...failure }),
  }),
}
