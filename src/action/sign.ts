import { systemClock } from '../entry/system.ts'
import type { Action } from './action.ts'
import { logProgress } from './progress.ts'
import { actionsCore } from './report.ts'
import { readSignInputs, type SignInputs } from './sign-inputs.ts'

/** The sign action. */
export const signAction: Action = {
  failureTitle: 'Not signed',
  afterFailure:
    'No sidecar was written: all of them are, or none. When the cause is gone, run the job again; it signs everything anew.',

  async run(environment) {
    const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await import('../entry/offline.ts')
    const online = await loadOnline()
    const files = createFiles({ clock: systemClock })
    const inputs = await readSignInputs(environment, files)
    const { paths, unmatched } = findArtifacts(inputs.patterns, { mayLack: inputs.request.checksums !== undefined })
    const report = await online.signRelease(
      { ...inputs.request, artifacts: paths },
      {
        files,
        clock: systemClock,
        signer: createSigner(inputs, environment, online),
        secondOpinion: online.createOpensslOpinion({ timers: online.systemTimers }),
        timestampAuthority: (urls, trust) =>
          online.createTimestampAuthority({ urls, trust, ports: { fetch: online.environmentFetch(environment) } }),
        progress: keepingMemorySmall(logProgress(process.stdout, systemClock)),
      },
    )
    const { reportSigned } = await import('./report-sign.ts')
    await reportSigned(report, { unmatched, showSummary: inputs.showSummary, environment, names: inputs.request })
    return 0
  },

  failedOutputs: () => ({ sidecars: '[]', 'signed-count': 0 }),
}

type Online = typeof import('../entry/online.ts')

function createSigner(
  { keyId, region, useFipsEndpoint, role }: SignInputs,
  environment: NodeJS.ProcessEnv,
  online: Online,
) {
  const common = { region, useFipsEndpoint, environment, timers: online.systemTimers }
  const credentials =
    role &&
    online.createWebIdentityCredentials({
      ...common,
      ...role,
      region: online.chooseRegion(online.parseKmsKeyId(keyId), region, environment),
      fetch: online.environmentFetch(environment),
      mask: async (secret) => (await actionsCore()).setSecret(secret),
    })
  return online.createKmsSigner({ ...common, keyId, credentials, beforeLoading: credentials?.prefetch })
}
