import { type Digests, type HashName, hashes } from '../../core/algorithm.ts'
import { hexToBytes } from '../../core/bytes.ts'
import { checkAgreement, type ListedArtifact } from '../../core/checksums.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { classifyPaths } from '../classify.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { Files, Progress } from '../ports.ts'
import { readChecksumList } from '../read-checksums.ts'
import type { SidecarKind } from '../sidecar-kind.ts'
import { assetsOf, type DownloadedAsset, downloadAssets, selectAssets, shown } from './release-assets.ts'
import type { ReleaseAsset, ReleaseHost } from './release-host.ts'

export interface ReleaseArtifactsRequest {
  /** For messages. */
  readonly repository: string
  readonly tag: string
  /** Of names on the release. */
  readonly patterns: readonly string[]
  /** That the run makes: their sidecars on the release are no artifacts. */
  readonly kinds: readonly SidecarKind[]
  /** A list that decides by itself what is signed; undefined: uploader and time do. */
  readonly checksums: NamedBytes | undefined
  /** Logins. */
  readonly trustedUploaders: readonly string[]
  /** The run that asks; undefined where there is none. */
  readonly runId: string | undefined
  /** Where files are put: an empty folder. */
  readonly directory: string
}

export interface ReleaseArtifact extends DownloadedAsset {
  /** What the file must be when it is signed. */
  readonly digests: Digests
}

export interface ReleaseArtifacts {
  readonly artifacts: readonly ReleaseArtifact[]
  /** Patterns that matched nothing while others did. */
  readonly unmatched: readonly string[]
}

/**
 * Downloads the files of a release that may be signed: those that a list knows, or else those that somebody trusted
 * uploaded before the run began. If one of them may not, none is.
 *
 * @throws ReleaseSigningError `release-missing`, `artifacts-none`, `asset-unfinished`, `asset-not-listed`,
 * `artifact-not-on-release`, `checksums-mismatch`, `asset-untrusted`, `asset-too-new`, `run-unreadable`,
 * `asset-name-unfit`, `names-collide`, or what GitHub says
 */
export async function collectReleaseArtifacts(
  request: ReleaseArtifactsRequest,
  host: ReleaseHost,
  files: Pick<Files, 'digest'>,
  progress?: Progress,
): Promise<ReleaseArtifacts> {
  const { repository, tag, patterns, kinds, checksums, directory } = request
  const assets = await assetsOf(host, repository, tag)
  const list = checksums && readChecksumList(checksums).artifacts
  const names = new Set([...assets, ...(list ?? [])].map(({ name }) => name))
  const { sidecar } = await classifyPaths([...names], { exists: async (name) => names.has(name) }, kinds)
  const ours = new Set(sidecar)
  const isArtifact = ({ name }: { readonly name: string }) => !ours.has(name)
  const { assets: selected, unmatched } = selectAssets(assets.filter(isArtifact), patterns)
  checkFinished(selected)
  const listed = list && decide(list.filter(isArtifact), selected, patterns)
  if (listed === undefined) await checkTrusted(selected, request, host)
  const downloaded = await downloadAssets(host, selected, directory, progress)
  const artifacts = downloaded.map((one) => ({
    ...one,
    digests: { ...listed?.get(one.asset.name), sha256: hexToBytes(one.sha256) },
  }))
  if (listed !== undefined) await checkContents(downloaded, listed, files)
  return { artifacts, unmatched }
}

function checkFinished(assets: readonly ReleaseAsset[]): void {
  const unfinished = assets.filter(({ uploaded }) => !uploaded)
  if (unfinished.length === 0) return
  const what = shown(unfinished.map(({ name }) => name))
  throw new ReleaseSigningError('asset-unfinished', `the upload of files of the release was never finished: ${what}`, {
    hint: 'Delete and upload them again, or leave them out with ! in front.',
  })
}

/** What a list says of each file: it knows all of them, and all that it knows and patterns match are there. */
function decide(
  list: readonly ListedArtifact[],
  selected: readonly ReleaseAsset[],
  patterns: readonly string[],
): ReadonlyMap<string, Digests> {
  const listed = new Map(list.map(({ name, digests }) => [name, digests]))
  const unlisted = selected.filter(({ name }) => !listed.has(name))
  if (unlisted.length > 0) {
    const what = shown(unlisted.map(({ name }) => name))
    throw new ReleaseSigningError('asset-not-listed', `files of the release are not in checksums-file: ${what}`, {
      hint: 'The list decides what is signed: add them to it if they are right, or leave them out with ! in front.',
    })
  }
  const there = new Set(selected.map(({ name }) => name))
  const missing = selectAssets(list, patterns).assets.filter(({ name }) => !there.has(name))
  if (missing.length === 0) return listed
  const what = shown(missing.map(({ name }) => name))
  throw new ReleaseSigningError('artifact-not-on-release', `files in checksums-file are not on the release: ${what}`, {
    hint: 'Upload them, or leave them out with ! in front.',
  })
}

/** @throws ReleaseSigningError `checksums-mismatch` */
async function checkContents(
  downloaded: readonly DownloadedAsset[],
  listed: ReadonlyMap<string, Digests>,
  files: Pick<Files, 'digest'>,
): Promise<void> {
  const needed: readonly HashName[] = hashes.map(({ name }) => name)
  for (let start = 0; start < downloaded.length; start += limits.artifactsAtOnce) {
    const some = downloaded.slice(start, start + limits.artifactsAtOnce)
    const found = await files.digest(
      some.map(({ path }) => path),
      needed,
    )
    for (const [i, { digests }] of found.entries()) {
      const name = some[i]?.asset.name ?? ''
      checkAgreement(name, digests, listed.get(name) ?? {})
    }
  }
}

async function checkTrusted(
  assets: readonly ReleaseAsset[],
  { trustedUploaders, runId }: ReleaseArtifactsRequest,
  host: ReleaseHost,
): Promise<void> {
  // GitHub does not tell logins by case.
  const trusted = new Set(trustedUploaders.map((login) => login.toLowerCase()))
  const strange = assets.filter(({ uploader }) => uploader === undefined || !trusted.has(uploader.toLowerCase()))
  if (strange.length > 0) throw untrusted(strange)
  const began = await runStart(host, runId)
  const late = assets.filter(({ createdAt, updatedAt }) => createdAt > began || updatedAt > began)
  if (late.length === 0) return
  const what = shown(
    late.map(({ name, uploader, updatedAt }) => `${name} by ${uploader} at ${updatedAt.toISOString()}`),
  )
  throw new ReleaseSigningError(
    'asset-too-new',
    `files of the release were uploaded or changed after this run began at ${began.toISOString()}: ${what}`,
    { hint: 'Whoever approved the run has not seen them. Look at them, and start a new run.' },
  )
}

function untrusted(assets: readonly ReleaseAsset[]): ReleaseSigningError {
  const what = shown(
    assets.map(({ name, uploader }) => `${name} by ${uploader ?? 'somebody whom GitHub does not name'}`),
  )
  const logins = [...new Set(assets.flatMap(({ uploader }) => uploader ?? []))]
  const lines = logins.length === 1 ? 'this line' : 'these lines'
  return new ReleaseSigningError(
    'asset-untrusted',
    `files of the release were uploaded by somebody whom trusted-uploaders does not name: ${what}`,
    {
      hint:
        logins.length === 0
          ? 'Have them uploaded again, or list their digests in checksums-file.'
          : `If they are right, add ${lines} to trusted-uploaders, with those that are there: ${logins.join(' and ')}. Or list their digests in checksums-file.`,
    },
  )
}

async function runStart(host: ReleaseHost, runId: string | undefined): Promise<Date> {
  const hint =
    'The job needs `permissions: { actions: read }`: what was uploaded after the run began is not signed. Or list the digests of the files in checksums-file.'
  if (runId === undefined) {
    throw new ReleaseSigningError('run-unreadable', 'when this run began is not known: it has no number', { hint })
  }
  try {
    return await host.runStartedAt(runId)
  } catch (cause) {
    if (!(cause instanceof ReleaseSigningError)) throw cause
    throw new ReleaseSigningError('run-unreadable', `when this run began cannot be read: ${cause.message}`, {
      hint,
      cause,
    })
  }
}
