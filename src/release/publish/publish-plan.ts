import { basename, resolve } from 'node:path'
import { checkNamesApart, githubAssetName } from '../../core/artifact-name.ts'
import { parseRepository, repositoryText } from '../../core/attestation/release.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { GitHubRelease, ReleaseAsset, ReleaseHost } from '../host/release-host.ts'
import { type SidecarKind, sidecarKinds, sidecarPath } from '../sidecar-kind.ts'
import { rehearsalTag } from '../sign/rehearsal.ts'
import type { SignRequest } from '../sign/sign-request.ts'
import type { SigningPlan } from '../sign/signing-plan.ts'
import type { UploadRequest } from '../sign/upload-request.ts'

/** A file that belongs on the release. */
export interface Place {
  /** As it is called there. */
  readonly name: string
  /** Where it lies here, or will. */
  readonly path: string
  readonly kind: 'artifact' | 'unseen' | 'certificates' | SidecarKind
  /** Path of the artifact that it is, or is about; undefined for what is about all of them. */
  readonly artifact: string | undefined
}

/** A release that was found, may be written to, and has room. */
export interface PublishPlan {
  readonly host: ReleaseHost
  readonly upload: UploadRequest
  readonly release: GitHubRelease
  /** Every file of the run, artifacts that are not uploaded included. */
  readonly places: readonly Place[]
  /** What is on the release, unfinished uploads left out, by name. */
  readonly assets: ReadonlyMap<string, ReleaseAsset>
}

/** Undefined plan: a rehearsal goes on without a release. */
export interface PlannedPublishing {
  readonly plan: PublishPlan | undefined
  readonly warnings: readonly string[]
}

/**
 * Finds out, before anything is signed, whether the run's files can go to the release, as far as that is known without
 * their digests. A rehearsal is told of a missing release or permission, and goes on.
 *
 * @throws ReleaseSigningError `release-missing`, `release-not-writable`, `release-immutable`, `release-full`,
 * `names-collide`, `asset-name-unfit`, `usage`, or what GitHub says
 */
export async function planPublishing(
  upload: UploadRequest,
  request: SignRequest,
  signing: SigningPlan,
  host: ReleaseHost | undefined,
): Promise<PlannedPublishing> {
  if (host === undefined || request.repository === undefined) {
    throw new ReleaseSigningError('usage', 'an upload is asked for, and the repository is unknown', {
      hint: 'Give repository.',
    })
  }
  const repository = repositoryText(parseRepository(request.repository))
  const places = placesOf(signing, request.outputDirectory)
  checkNames(places)
  const warnings = slownessWarnings(places.filter((place) => isUploaded(place, upload)).length)
  const tolerate = (refusal: ReleaseSigningError): PlannedPublishing => {
    if (request.rehearsal !== true) throw refusal
    const hint = refusal.hint === undefined ? '' : ` ${refusal.hint}`
    return { plan: undefined, warnings: [...warnings, `a run on the tag would fail: ${refusal.message}.${hint}`] }
  }

  const release = upload.tag === undefined ? undefined : await host.findRelease(upload.tag)
  const tag = upload.tag ?? rehearsalTag
  const permission = await host.writePermission(tag, release?.targetCommitish)
  if (permission.mayWrite === 'no') return tolerate(notWritable(repository, release, tag))
  if (permission.mayWrite === 'unknown') {
    warnings.push(`whether the token may write to ${repository} is not known before the upload: ${permission.reason}`)
  }
  if (release === undefined) {
    if (upload.tag !== undefined) return tolerate(missing(repository, tag))
    return { plan: undefined, warnings: [...warnings, 'no release was looked for: this run is of no tag'] }
  }

  const found = await host.listAssets(release)
  const assets = new Map(found.filter(({ uploaded }) => uploaded).map((asset) => [asset.name, asset]))
  const wanted = places.filter((place) => isUploaded(place, upload))
  if (isClosed(release)) {
    const lacking = wanted.find(({ name }) => !assets.has(name))
    if (lacking !== undefined) throw closed(release, `${lacking.name} is not on it`)
  }
  checkRoom(release, found, wanted)
  warnings.push(...idleWarnings(release, upload))
  return { plan: { host, upload, release, places, assets }, warnings }
}

/** What says how a draft is made public is of no use to a release that is public. */
function idleWarnings({ draft, tag, prerelease }: GitHubRelease, upload: UploadRequest): string[] {
  if (draft) return []
  const idle = [
    ...(upload.prerelease === true && !prerelease ? ['prerelease'] : []),
    ...(upload.makeLatest === undefined ? [] : ['make-latest']),
  ]
  if (idle.length === 0) return []
  return [`the release ${tag} is public already, and left as it is: ${idle.join(' and ')} counts for a draft alone`]
}

/** Whether this run puts the file there, if it is not there already. */
const isUploaded = ({ kind }: Place, { artifacts }: UploadRequest): boolean =>
  kind === 'artifact' ? artifacts : kind !== 'unseen'

/** Nothing on it can be changed. */
export const isClosed = ({ draft, immutable }: GitHubRelease): boolean => immutable && !draft

export const closed = ({ tag, url }: GitHubRelease, problem: string): ReleaseSigningError =>
  new ReleaseSigningError(
    'release-immutable',
    `the release ${tag} is published and immutable, and ${problem}: ${url}`,
    {
      hint: 'An immutable release takes no files after it was published: upload to a draft, and let publish make it public. This version can only be released anew, under another tag.',
    },
  )

function placesOf(
  { artifacts, unseen, kinds, raw, attestation }: SigningPlan,
  outputDirectory: string | undefined,
): readonly Place[] {
  const assetName = (path: string) => githubAssetName(basename(path))
  const perArtifact = kinds.filter((kind) => sidecarKinds[kind].per === 'artifact')
  return [
    ...artifacts.map((path): Place => ({ name: assetName(path), path, kind: 'artifact', artifact: path })),
    ...unseen.map(({ path }): Place => ({ name: assetName(path), path, kind: 'unseen', artifact: path })),
    ...artifacts.flatMap((artifact) =>
      perArtifact.map(
        // Of the name that GitHub gives the artifact, so that both stay together.
        (kind): Place => ({
          name: assetName(artifact) + sidecarKinds[kind].suffix,
          path: sidecarPath(artifact, kind, outputDirectory),
          kind,
          artifact,
        }),
      ),
    ),
    ...(raw === undefined
      ? []
      : [
          {
            name: assetName(raw.certificates),
            path: raw.certificates,
            kind: 'certificates',
            artifact: undefined,
          } as const,
        ]),
    ...(attestation === undefined
      ? []
      : [
          {
            name: assetName(attestation.path),
            path: attestation.path,
            kind: 'attestation',
            artifact: undefined,
          } as const,
        ]),
  ]
}

/** The same file, however its path is written. */
export const placeKey = (path: string): string => resolve(path)

function checkNames(places: readonly Place[]): void {
  for (const { name, path } of places) {
    if (githubAssetName(name) === name) continue
    throw new ReleaseSigningError('asset-name-unfit', `${path}: GitHub would change its name, and change it again`, {
      hint: 'Give it a name with some ASCII letters or digits.',
    })
  }
  checkNamesApart(places.map(({ name }) => name))
}

function checkRoom({ tag }: GitHubRelease, found: readonly ReleaseAsset[], wanted: readonly Place[]): void {
  const count = new Set([...found, ...wanted].map(({ name }) => name)).size
  if (count <= limits.releaseAssets) return
  throw new ReleaseSigningError(
    'release-full',
    `the release ${tag} would have ${count} files, and GitHub takes ${limits.releaseAssets}`,
    { hint: 'Ask for sidecars: attestation, which is one file for all, or put the artifacts into fewer archives.' },
  )
}

/** More draw a warning. */
const manyAssets = 400
/** GitHub's limits of what creates content. */
const perHour = 500
const perMinute = 60

function slownessWarnings(count: number): string[] {
  if (count <= manyAssets) return []
  const hours = Math.floor((count - 1) / perHour)
  const minutes = Math.ceil((count - hours * perHour) / perMinute)
  const time = [...(hours === 0 ? [] : [`${hours} h`]), `${minutes} min`].join(' ')
  return [
    `${count} files are to be uploaded: with GitHub's limits of ${perHour} an hour that takes about ${time}. One attestation for all of them, sidecars: attestation, is one file`,
  ]
}

function missing(repository: string, tag: string): ReleaseSigningError {
  return new ReleaseSigningError('release-missing', `${repository} has no release of the tag ${tag}`, {
    hint: `Make a draft first: gh release create ${shellTag(tag)} --repo ${repository} --draft --verify-tag --generate-notes`,
  })
}

/** A tag may hold what a shell understands. */
const shellTag = (tag: string): string => (/^[\w./+@-]+$/.test(tag) && !tag.startsWith('-') ? tag : "'TAG'")

function notWritable(repository: string, release: GitHubRelease | undefined, tag: string): ReleaseSigningError {
  const unseen =
    release === undefined ? `, and sees no release of the tag ${tag}: drafts are shown only to whoever may write` : ''
  return new ReleaseSigningError('release-not-writable', `the token may not write releases of ${repository}${unseen}`, {
    hint: 'The job needs `permissions: { contents: write }`, or the token the same. A pull request from a fork gets none.',
  })
}
