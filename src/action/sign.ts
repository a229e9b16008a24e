import { outputLine } from '../entry/escape.ts'
import { failedSignDocument } from '../entry/sign-document.ts'
import { systemClock } from '../entry/system.ts'
import type { Action } from './action.ts'
import { fetchArtifacts } from './artifacts-on-release.ts'
import { logProgress } from './progress.ts'
import { actionsCore } from './report.ts'
import { type Online, roleCredentials } from './role.ts'
import { readSignInputs, type SignInputs } from './sign-inputs.ts'

/** The sign action. */
export const signAction: Action = {
  failureTitle: 'Not signed',
  afterFailure:
    'Unless it says otherwise above, no sidecar was written. When the cause is gone, run the job again: it signs everything anew, and completes what is on a release.',

  async run(environment) {
    const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await import('../entry/offline.ts')
    const online = await loadOnline()
    const files = createFiles({ clock: systemClock })
    const inputs = await readSignInputs(environment, files)
    const progress = keepingMemorySmall(logProgress(process.stdout, systemClock))
    const host = await openReleases(inputs, environment, online)
    const fetched =
      inputs.source &&
      host &&
      (await fetchArtifacts(inputs.source, inputs.request, { host, files, environment, online, progress }))
    const { request, unmatched } = fetched ?? localArtifacts(inputs, findArtifacts)
    const report = await online.signRelease(request, {
      files,
      clock: systemClock,
      signer: createSigner(inputs, environment, online),
      secondOpinion: online.createOpensslOpinion({ timers: online.systemTimers }),
      timestampAuthority: (urls, trust) =>
        online.createTimestampAuthority({ urls, trust, ports: { fetch: online.environmentFetch(environment) } }),
      releaseHost: host,
      progress,
    })
    const { reportSigned } = await import('./report-sign.ts')
    await reportSigned(report, {
      unmatched,
      fetched: fetched?.artifacts,
      showSummary: inputs.showSummary,
      environment,
      sessionName: inputs.role && online.sessionName(inputs.role.roleSessionName, environment),
      names: inputs.request,
    })
    return 0
  },

  failedOutputs: (failure) => ({
    sidecars: JSON.stringify(failure.written ?? []),
    'signed-count': 0,
    assets: '[]',
    results: JSON.stringify(failedSignDocument(failure)),
  }),
}

function localArtifacts(
  { request, patterns }: SignInputs,
  findArtifacts: typeof import('../entry/offline.ts')['findArtifacts'],
) {
  const { paths, unmatched } = findArtifacts(patterns, { mayLack: request.checksums !== undefined })
  return { request: { ...request, artifacts: paths }, unmatched }
}

function createSigner(inputs: SignInputs, environment: NodeJS.ProcessEnv, online: Online) {
  const { keyId, region, useFipsEndpoint } = inputs
  const credentials = roleCredentials(inputs, environment, online)
  return online.createKmsSigner({
    keyId,
    region,
    useFipsEndpoint,
    environment,
    timers: online.systemTimers,
    credentials,
    beforeLoading: credentials?.prefetch,
  })
}

/** Undefined where nothing is uploaded or fetched. */
async function openReleases(
  { request: { upload, repository = '' }, source, githubToken }: SignInputs,
  environment: NodeJS.ProcessEnv,
  online: Online,
) {
  if (upload === undefined && source === undefined) return undefined
  const token = online.requiredToken(githubToken, 'Leave github-token out: it is the token of the job then.')
  const core = await actionsCore()
  core.setSecret(token)
  const notice = (text: string) => void process.stdout.write(`${outputLine(text)}\n`)
  return online.openReleaseHost({ repository, token, environment, notice })
}
