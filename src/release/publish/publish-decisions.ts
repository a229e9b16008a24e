import { hashes } from '../../core/algorithm.ts'
import { bytesToHex } from '../../core/bytes.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { ReleaseAsset } from '../host/release-host.ts'
import { inParallel } from '../in-parallel.ts'
import type { ArtifactDigest, NamedDigests } from '../ports.ts'
import { rawKinds, sidecarKinds } from '../sidecar-kind.ts'
import type { SigningTools } from '../sign/signing-tools.ts'
import { createExistingJudge, type ExistingJudge } from './publish-existing.ts'
import { closed, isClosed, type Place, type PublishPlan } from './publish-plan.ts'

/** What happens to one file of the release. */
export interface Decision {
  readonly place: Place
  /** `upload` where nothing is there, or what is there is replaced; `leave` where it is neither there nor uploaded. */
  readonly action: 'keep' | 'upload' | 'leave'
  /** What is there now. */
  readonly existing: ReleaseAsset | undefined
}

/** Without its size where the file is not here. */
type ComparedArtifact = NamedDigests & { readonly size?: number }

export interface Decisions {
  readonly decisions: readonly Decision[]
  readonly warnings: readonly string[]
}

/**
 * Compares what is on the release with what this run is to put there, before anything is signed.
 *
 * @throws ReleaseSigningError `asset-differs`, `asset-empty`, `asset-too-large`, `artifact-not-on-release`,
 * `sidecar-foreign`, `sidecar-published`, `sidecar-stale`, `attestation-lists-less`, `release-immutable`, or what GitHub says
 */
export async function decidePublishing(
  plan: PublishPlan,
  digests: readonly ArtifactDigest[],
  tools: Omit<SigningTools, 'encoder' | 'check'>,
): Promise<Decisions> {
  const byPath = new Map<string, ComparedArtifact>(
    [...digests, ...tools.plan.unseen].map((digest) => [digest.path, digest]),
  )
  const judge = createExistingJudge(plan, digests, tools)
  const decisions = await inParallel(plan.places, limits.githubRequestsAtOnce, (place) => {
    const existing = plan.assets.get(place.name)
    return place.kind === 'artifact' || place.kind === 'unseen'
      ? decideArtifact(plan, place, existing, byPath.get(place.path))
      : decideSidecar(plan, place, existing, judge)
  })
  checkNothingStale(plan, decisions)
  const left = decisions.filter(({ action }) => action === 'leave').map(({ place }) => place.name)
  return {
    decisions,
    warnings:
      left.length === 0 ? [] : [`not on the release, and not uploaded without upload-artifacts: ${left.join(', ')}`],
  }
}

/**
 * What is about an artifact that is replaced has to be replaced with it.
 *
 * @throws ReleaseSigningError `sidecar-stale`
 */
function checkNothingStale({ assets, release }: PublishPlan, decisions: readonly Decision[]): void {
  const replaced = decisions
    .filter(({ place, action, existing }) => place.kind === 'artifact' && action === 'upload' && existing !== undefined)
    .map(({ place }) => place.name)
  if (replaced.length === 0) return
  const handled = new Set(decisions.filter(({ action }) => action !== 'leave').map(({ place }) => place.name))
  const kinds = ['cms', ...rawKinds] as const
  const about = replaced.flatMap((name) => kinds.map((kind) => name + sidecarKinds[kind].suffix))
  const stale = [...assets.keys()].find(
    (name) => !handled.has(name) && (about.includes(name) || name.endsWith(sidecarKinds.attestation.suffix)),
  )
  if (stale === undefined) return
  throw new ReleaseSigningError(
    'sidecar-stale',
    `${replaced.join(', ')} on the release ${release.tag} would be replaced, and ${stale} is about what was there before`,
    { hint: 'Make sidecars of this kind, too, or delete it from the release first.' },
  )
}

async function decideArtifact(
  { upload, release, host }: PublishPlan,
  place: Place,
  existing: ReleaseAsset | undefined,
  digest: ComparedArtifact | undefined,
): Promise<Decision> {
  // A file that is not here cannot be uploaded.
  const uploads = upload.artifacts && place.kind === 'artifact'
  if (existing !== undefined) {
    if (await isSame(existing, digest, host)) return { place, action: 'keep', existing }
    if (isClosed(release)) throw closed(release, `${place.name} on it is another file than ${place.path}`)
    if (!uploads || !upload.overwrite) throw differs(place, existing, release.tag, uploads)
  } else if (!uploads) {
    if (!upload.publish) return { place, action: 'leave', existing }
    throw new ReleaseSigningError(
      'artifact-not-on-release',
      `the release ${release.tag} would be published without ${place.name}`,
      { hint: 'Upload it with upload-artifacts, or put it on the draft before signing.' },
    )
  }
  checkSize(place, digest?.size ?? 0)
  return { place, action: 'upload', existing }
}

async function isSame(
  existing: ReleaseAsset,
  artifact: ComparedArtifact | undefined,
  host: PublishPlan['host'],
): Promise<boolean> {
  const { digests = {}, size } = artifact ?? {}
  // SHA-256 where it is known, which GitHub tells as a rule: for another hash the file is downloaded.
  const hash = hashes.find(({ name }) => digests[name] !== undefined)?.name
  const digest = hash === undefined ? undefined : digests[hash]
  if (hash === undefined || digest === undefined) {
    throw new ReleaseSigningError('internal', `${existing.name} has no digest to compare`)
  }
  return (size === undefined || size === existing.size) && (await host.digest(existing, hash)) === bytesToHex(digest)
}

function checkSize({ path }: Place, size: number): void {
  if (size === 0) {
    throw new ReleaseSigningError('asset-empty', `${path} is empty, and GitHub takes no empty files`, {
      hint: 'Leave it out of the artifacts, or put it into an archive.',
    })
  }
  if (size < limits.releaseAssetBytes) return
  throw new ReleaseSigningError('asset-too-large', `${path} has ${size} bytes, and GitHub takes less than 2 GiB`, {
    hint: 'Split it, or compress it more.',
  })
}

function differs(place: Place, existing: ReleaseAsset, tag: string, uploads: boolean): ReleaseSigningError {
  const by = existing.uploader === undefined ? '' : ` by ${existing.uploader}`
  return new ReleaseSigningError(
    'asset-differs',
    `the release ${tag} has another file of the name ${place.name}, uploaded${by} at ${existing.updatedAt.toISOString()}, than ${place.path}`,
    {
      hint: uploads
        ? 'Find out which is right. overwrite: true replaces the one on the release.'
        : 'Find out which is right. upload-artifacts: true with overwrite: true replaces the one on the release.',
    },
  )
}

async function decideSidecar(
  { upload, release }: PublishPlan,
  place: Place,
  existing: ReleaseAsset | undefined,
  judge: ExistingJudge,
): Promise<Decision> {
  if (existing === undefined) return { place, action: 'upload', existing }
  const { isOurs, isEqual, problem } = await judge(place, existing)
  // Also with overwrite: what an attestation lists is not to be taken back.
  if (!release.draft && isEqual) return { place, action: 'keep', existing }
  if (isClosed(release)) throw closed(release, `${place.name} on it is not what this run would make: ${problem}`)
  if (upload.overwrite) return { place, action: 'upload', existing }
  if (!isOurs) {
    throw new ReleaseSigningError(
      'sidecar-foreign',
      `the release ${release.tag} has a file in the place of a sidecar that is not one of ours, ${place.name}: ${problem}`,
      { hint: 'Delete it, or let overwrite: true replace it.' },
    )
  }
  if (release.draft) return { place, action: 'upload', existing }
  throw new ReleaseSigningError(
    'sidecar-published',
    `the release ${release.tag} is published, and ${place.name} on it is not what this run would make: ${problem}`,
    { hint: 'Somebody may rely on it already. overwrite: true replaces it.' },
  )
}
