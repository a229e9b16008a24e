import { type FetchedRelease, fetchRelease } from '../release/host/fetch-release.ts'
import type { Progress } from '../release/ports.ts'
import type { SidecarKind } from '../release/sidecar-kind.ts'
import { environmentToken, openReleaseHost } from './release-host.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** A release on GitHub that artifacts and sidecars are fetched from. */
export interface ReleaseSource {
  readonly repository: string
  readonly tag: string
}

export interface FetchOptions {
  readonly patterns: readonly string[]
  readonly kinds: readonly SidecarKind[]
  readonly directory: string
  readonly environment: Environment
  /** Null: none; undefined: the one in the environment for that server, if any. */
  readonly token: string | null | undefined
  readonly progress: Progress | undefined
  /** Takes what people should know while nothing moves. */
  readonly notice: (text: string) => void
}

/**
 * Gets files of a release for verification. The one part of verification that talks to the network; it is loaded when it
 * is asked for.
 *
 * @throws ReleaseSigningError as `fetchRelease` does, `repository-invalid`
 */
export async function fetchReleaseFiles(source: ReleaseSource, options: FetchOptions): Promise<FetchedRelease> {
  const { environment, token, progress, notice, ...rest } = options
  const host = await openReleaseHost({
    repository: source.repository,
    token: token === undefined ? await environmentToken(source.repository, environment) : (token ?? undefined),
    environment,
    notice,
  })
  return fetchRelease({ ...source, ...rest }, host, progress)
}
