import { classifyPaths } from '../classify.ts'
import type { Progress } from '../ports.ts'
import { certificatesSuffix, rawKindsIn, type SidecarKind, sidecarKinds } from '../sidecar-kind.ts'
import { assetsOf, downloadAssets, selectAssets } from './release-assets.ts'
import type { ReleaseAsset, ReleaseHost } from './release-host.ts'

export interface FetchRequest {
  /** `OWNER/NAME`, for messages. */
  readonly repository: string
  readonly tag: string
  /** Of names on the release. */
  readonly patterns: readonly string[]
  /** That verification requires: sidecars of these come along. */
  readonly kinds: readonly SidecarKind[]
  /** Where files are put: an empty folder. */
  readonly directory: string
}

/** Artifacts of a release with all that speaks for them; nothing is verified yet. */
export interface FetchedRelease {
  /** Paths. */
  readonly artifacts: readonly string[]
  /** Paths. */
  readonly attestations: readonly string[]
  /** Paths of certificates for signatures of raw kinds. */
  readonly certificates: readonly string[]
  /** Patterns that matched nothing while others did. */
  readonly unmatched: readonly string[]
}

/**
 * Downloads artifacts of a release, their sidecars and all attestations.
 *
 * @throws ReleaseSigningError `release-missing`, `artifacts-none`, `asset-name-unfit`, `names-collide`, or what GitHub says
 */
export async function fetchRelease(
  { repository, tag, patterns, kinds, directory }: FetchRequest,
  host: ReleaseHost,
  progress?: Progress,
): Promise<FetchedRelease> {
  const assets = (await assetsOf(host, repository, tag)).filter(({ uploaded }) => uploaded)
  const byName = new Map(assets.map((asset) => [asset.name, asset]))
  const { sidecar } = await classifyPaths([...byName.keys()], { exists: async (name) => byName.has(name) }, kinds)
  const ours = new Set(sidecar)
  const isArtifact = ({ name }: ReleaseAsset) => !ours.has(name)
  const { assets: artifacts, unmatched } =
    patterns.length === 0 ? { assets: [], unmatched: [] } : selectAssets(assets.filter(isArtifact), patterns)
  const perArtifact = ['cms' as const, ...rawKindsIn(kinds)].map((kind) => sidecarKinds[kind].suffix)
  const wanted = new Set([
    ...artifacts.map(({ name }) => name),
    ...artifacts.flatMap(({ name }) => perArtifact.map((suffix) => name + suffix)),
    ...sidecar.filter((name) => name.endsWith(sidecarKinds.attestation.suffix) || name.endsWith(certificatesSuffix)),
  ])
  const downloaded = await downloadAssets(
    host,
    assets.filter(({ name }) => wanted.has(name)),
    directory,
    progress,
  )
  const isOne = new Set(artifacts)
  const others = downloaded.filter(({ asset }) => !isOne.has(asset))
  const endingIn = (suffix: string) => others.filter(({ asset }) => asset.name.endsWith(suffix)).map(({ path }) => path)
  return {
    artifacts: downloaded.filter(({ asset }) => isOne.has(asset)).map(({ path }) => path),
    attestations: endingIn(sidecarKinds.attestation.suffix),
    certificates: endingIn(certificatesSuffix),
    unmatched,
  }
}
