import { tmpdir } from 'node:os'
import { temporaryDownloadFolder } from '../adapters/files/download-folder.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { missing } from '../entry/read-values.ts'
import type { ReleaseArtifacts } from '../release/host/release-artifacts.ts'
import type { ReleaseHost } from '../release/host/release-host.ts'
import type { Files, Progress } from '../release/ports.ts'
import type { SignRequest } from '../release/sign/sign-request.ts'
import { type Environment, inputText } from './inputs.ts'
import type { Online } from './role.ts'

/** Files of a release that exists already, as the artifacts of a run. */
export interface ArtifactsOnRelease {
  /** Of names on the release. */
  readonly patterns: readonly string[]
  /** Logins. */
  readonly trustedUploaders: readonly string[]
  readonly runId: string | undefined
}

const scheme = 'release://'
const actionsBot = 'github-actions[bot]'

/**
 * What of a release is to be signed; undefined where the artifacts are files of this machine.
 *
 * @throws ReleaseSigningError `usage`, `input-missing`
 */
export function readArtifactsOnRelease(
  environment: Environment,
  patterns: readonly string[],
  tag: string | undefined,
): ArtifactsOnRelease | undefined {
  const withoutMark = (pattern: string) => pattern.replace(/^!/, '')
  const ofRelease = patterns.filter((pattern) => withoutMark(pattern).startsWith(scheme))
  const uploaders = inputText(environment, 'trusted-uploaders')
  if (ofRelease.length === 0) {
    if (uploaders === undefined) return undefined
    throw new ReleaseSigningError('usage', `trusted-uploaders without artifacts from ${scheme}`, {
      hint: 'It says whose files on a release are signed. Leave it out for files of this machine.',
    })
  }
  if (ofRelease.length < patterns.length) {
    throw new ReleaseSigningError('usage', `artifacts from ${scheme} and from this machine`, {
      hint: 'Sign files that were built in this run as files; upload-artifacts puts them on the release.',
    })
  }
  if (tag === undefined) throw missing('release-tag', 'Name the tag of the release whose files are to be signed.')
  const triggeringActor = environment.GITHUB_TRIGGERING_ACTOR?.trim()
  return {
    patterns: patterns.map((pattern) => pattern.replace(scheme, '')),
    trustedUploaders: uploaders?.split(/[\s,]+/).filter((login) => login !== '') ?? [
      actionsBot,
      ...(triggeringActor ? [triggeringActor] : []),
    ],
    runId: environment.GITHUB_RUN_ID?.trim() || undefined,
  }
}

/**
 * Downloads them, and asks that they be signed as they are now.
 *
 * @throws ReleaseSigningError as `collectReleaseArtifacts` does
 */
export async function fetchArtifacts(
  source: ArtifactsOnRelease,
  request: SignRequest,
  {
    host,
    files,
    environment,
    online,
    progress,
  }: {
    readonly host: ReleaseHost
    readonly files: Files
    readonly environment: Environment
    readonly online: Online
    readonly progress: Progress
  },
): Promise<{ readonly request: SignRequest } & ReleaseArtifacts> {
  const { collectReleaseArtifacts } = await online.loadReleaseArtifacts()
  const { repository = '', tag = '', checksums, sidecars = [] } = request
  const directory = temporaryDownloadFolder(environment.RUNNER_TEMP || tmpdir()).path
  const found = await collectReleaseArtifacts(
    { ...source, repository, tag, checksums, kinds: sidecars, directory },
    host,
    files,
    progress,
  )
  return {
    ...found,
    request: {
      ...request,
      artifacts: found.artifacts.map(({ path }) => path),
      checksums: undefined,
      expected: new Map(found.artifacts.map(({ path, digests }) => [path, digests])),
    },
  }
}
