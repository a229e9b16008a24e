import { join, matchesGlob } from 'node:path'
import { checkNamesApart } from '../../core/artifact-name.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { inParallel } from '../in-parallel.ts'
import type { Progress } from '../ports.ts'
import type { ReleaseAsset, ReleaseHost } from './release-host.ts'

/** A file of a release that lies here now. */
export interface DownloadedAsset {
  readonly asset: ReleaseAsset
  readonly path: string
  /** Of what was written, lower-case hexadecimal; the server's, where it tells one. */
  readonly sha256: string
}

/**
 * Every file of a release, unfinished uploads included. One with a name that no file could have is a reason to look at
 * none of them: patterns would pass over it.
 *
 * @throws ReleaseSigningError `release-missing`, `asset-name-unfit`, or what GitHub says
 */
export async function assetsOf(host: ReleaseHost, repository: string, tag: string): Promise<readonly ReleaseAsset[]> {
  const release = await host.findRelease(tag)
  if (release === undefined) {
    throw new ReleaseSigningError('release-missing', `${repository} has no release of the tag ${tag}`, {
      hint: 'Check repository and tag. A draft is shown only to a token that may write.',
    })
  }
  const assets = await host.listAssets(release)
  for (const { name } of assets) checkFileName(name)
  return assets
}

/** As opposed to the name of one file, which was meant to be there. */
const hasMagic = (pattern: string): boolean => /[*?[\]{}]|[+@!]\(/.test(pattern)

export interface SelectedAssets<Asset> {
  readonly assets: readonly Asset[]
  /** Patterns that matched nothing while others did. */
  readonly unmatched: readonly string[]
}

/**
 * The assets whose names patterns match: `*`, `?`, `[…]` and `{…}`, or a name as it is; behind `!` those that are left
 * out, wherever it stands.
 *
 * @throws ReleaseSigningError `artifacts-none`; `artifact-not-on-release` for a name that is none of them
 */
export function selectAssets<Asset extends Pick<ReleaseAsset, 'name'>>(
  assets: readonly Asset[],
  patterns: readonly string[],
): SelectedAssets<Asset> {
  const includes = patterns.filter((pattern) => !pattern.startsWith('!'))
  const excludes = patterns.filter((pattern) => pattern.startsWith('!')).map((pattern) => pattern.slice(1))
  const matches = ({ name }: Asset, pattern: string) => name === pattern || matchesGlob(name, pattern)
  const kept = assets.filter((asset) => !excludes.some((pattern) => matches(asset, pattern)))
  const selected = kept.filter((asset) => includes.some((pattern) => matches(asset, pattern)))
  if (selected.length > 0) {
    const unmatched = includes.filter((pattern) => !kept.some((asset) => matches(asset, pattern)))
    const missing = unmatched.filter((pattern) => !hasMagic(pattern))
    if (missing.length > 0) {
      throw new ReleaseSigningError(
        'artifact-not-on-release',
        `named, and no artifact of the release: ${missing.join(', ')}`,
        { hint: 'Somebody took them away, or they are called otherwise. Sidecars are not named: they come along.' },
      )
    }
    return { assets: selected, unmatched }
  }
  const what = includes.length === 0 ? 'no pattern includes any' : `nothing matches ${includes.join(', ')}`
  throw new ReleaseSigningError('artifacts-none', `no file of the release is an artifact: ${what}`, {
    hint: `It has ${assets.length === 0 ? 'no file' : shown(assets.map(({ name }) => name))}.`,
  })
}

const shownNames = 20

/** The first of many names. */
export const shown = (names: readonly string[]): string =>
  names.slice(0, shownNames).join(', ') + (names.length > shownNames ? ` and ${names.length - shownNames} more` : '')

/**
 * Puts assets into a folder, under their own names and nothing else.
 *
 * @throws ReleaseSigningError `asset-name-unfit`, `names-collide`, or what GitHub says
 */
export async function downloadAssets(
  host: ReleaseHost,
  assets: readonly ReleaseAsset[],
  directory: string,
  progress?: Progress,
): Promise<readonly DownloadedAsset[]> {
  for (const { name } of assets) checkFileName(name)
  checkNamesApart(assets.map(({ name }) => name))
  let done = 0
  return inParallel(assets, limits.githubRequestsAtOnce, async (asset) => {
    const path = join(directory, asset.name)
    const { sha256 } = await host.download(asset, path)
    progress?.('download', ++done, assets.length)
    return { asset, path, sha256 }
  })
}

/**
 * A name is what a server says. GitHub lets none of these through; another server's word could lead out of the folder,
 * or into another stream of a file on Windows.
 *
 * @throws ReleaseSigningError `asset-name-unfit`
 */
export function checkFileName(name: string): void {
  const unfit = /^\.|[\p{Cc}/\\:*?"<>|]|[. ]$/u.test(name) || name === '' || !name.isWellFormed()
  if (!unfit && new TextEncoder().encode(name).length <= 255) return
  throw new ReleaseSigningError('asset-name-unfit', `the release has a file called ${JSON.stringify(name)}`, {
    hint: 'That is no name that GitHub gives, and no file is written under it. Find out how it came there, and delete it.',
  })
}
