import { bytesToHex } from '../../core/bytes.ts'
import { sha256Hex } from '../../core/crypto.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { AssetFile, GitHubRelease, ReleaseAsset, ReleaseHost } from '../host/release-host.ts'
import { inParallel } from '../in-parallel.ts'
import type { ArtifactDigest, NewFile, Progress } from '../ports.ts'
import type { ReleaseReport } from '../sign/sign-report.ts'
import type { Decision } from './publish-decisions.ts'
import { type Place, type PublishPlan, placeKey } from './publish-plan.ts'

/** A file of the run that is on the release now, or is to be. */
interface Wanted {
  readonly name: string
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  readonly uploaded: boolean
}

export interface PublishInput {
  readonly plan: PublishPlan
  readonly decisions: readonly Decision[]
  readonly digests: readonly ArtifactDigest[]
  /** What was signed, as it was written. */
  readonly files: readonly NewFile[]
  readonly progress: Progress | undefined
}

/**
 * Uploads what was decided, artifacts first and the attestation last, compares every file on the release with what
 * belongs there, and only then makes a draft public, where that is asked for.
 *
 * @throws ReleaseSigningError `asset-mismatch`, `release-retagged`, or what GitHub says; the release is as much of a
 * draft as before then
 */
export async function publish({ plan, decisions, digests, files, progress }: PublishInput): Promise<ReleaseReport> {
  const { host, upload, release } = plan
  const content = contentsOf(digests, files)
  let state = release.draft ? 'was not published' : 'was public before'
  const unknown = () => {
    state = 'may be public'
  }
  try {
    const uploads = decisions.filter(({ action }) => action === 'upload')
    let done = 0
    const put = async ({ place, existing }: Decision): Promise<Wanted> => {
      const file = content(place)
      if (existing !== undefined) await host.deleteAsset(existing)
      await host.upload(release, file)
      progress?.('upload', ++done, uploads.length)
      const { name, size, sha256 } = file
      return { name, size, sha256, uploaded: true }
    }
    const wanted: Wanted[] = []
    // The attestation tells that the release is whole, so that it must not be there before the rest is.
    for (const stage of [isArtifact, isBesideArtifact, isAttestation]) {
      const some = uploads.filter(({ place }) => stage(place))
      wanted.push(...(await inParallel(some, limits.githubRequestsAtOnce, put)))
    }
    for (const { place, action, existing } of decisions) {
      if (action !== 'keep' || existing === undefined) continue
      const { name, size } = existing
      const sha256 = isArtifact(place) ? content(place).sha256 : await host.digest(existing, 'sha256')
      wanted.push({ name, size, sha256, uploaded: false })
    }

    const assets = await readBack(plan, release, wanted)
    if (!release.draft || !upload.publish) return reportOf(release, wanted, assets)
    const now = await makePublic(plan, unknown)
    if (now.draft) {
      throw new ReleaseSigningError('github-answer-invalid', `GitHub: the release ${release.tag} stays a draft`, {
        hint: 'Look at the release on GitHub, and run it again.',
      })
    }
    state = 'is public'
    if (now.tag !== release.tag) {
      throw new ReleaseSigningError('release-retagged', `GitHub: the release ${release.tag} is public as ${now.tag}`, {
        hint: 'Somebody gave it another tag meanwhile: what was signed names the other.',
      })
    }
    // Once more: what was put in between is as public as the rest.
    return reportOf(now, wanted, await readBack(plan, now, wanted))
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    throw withPlace(
      error,
      release,
      state,
      files.map(({ path }) => path),
    )
  }
}

/**
 * Asks for it; where no answer comes, the release itself tells what became of it.
 *
 * @param unknown is told when that does not answer either
 */
async function makePublic({ host, upload, release }: PublishPlan, unknown: () => void): Promise<GitHubRelease> {
  try {
    return await host.publish(release, upload)
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    // Also when it is refused: asked again after an answer that was lost, an immutable release takes no change.
    const now = await host.getRelease(release).catch(unknown)
    if (now === undefined || now.draft) throw error
    return now
  }
}

const isArtifact = ({ kind }: Place): boolean => kind === 'artifact'
const isAttestation = ({ kind }: Place): boolean => kind === 'attestation'
const isBesideArtifact = (place: Place): boolean => !isArtifact(place) && !isAttestation(place)

function contentsOf(digests: readonly ArtifactDigest[], files: readonly NewFile[]): (place: Place) => AssetFile {
  const artifacts = new Map(digests.map((digest) => [digest.path, digest]))
  const made = new Map(files.map(({ path, bytes }) => [placeKey(path), bytes]))
  return ({ kind, name, path }) => {
    if (kind !== 'artifact') {
      const bytes = made.get(placeKey(path))
      if (bytes === undefined) throw new ReleaseSigningError('internal', `${path} was not made`)
      return { name, size: bytes.length, sha256: sha256Hex(bytes), content: bytes }
    }
    const digest = artifacts.get(path)
    const sha256 = digest?.digests.sha256
    if (digest === undefined || sha256 === undefined)
      throw new ReleaseSigningError('internal', `${path} was not digested`)
    return { name, size: digest.size, sha256: bytesToHex(sha256), content: path }
  }
}

/** A list may lag behind what was uploaded a moment ago. */
const readings = 3

/** Everything that belongs on the release, as the server has it. @throws ReleaseSigningError `asset-mismatch` */
async function readBack(
  { host }: PublishPlan,
  release: GitHubRelease,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, ReleaseAsset>> {
  for (let reading = 1; ; reading++) {
    const assets = new Map((await host.listAssets(release)).map((asset) => [asset.name, asset]))
    const problems = await inParallel(wanted, limits.githubRequestsAtOnce, async (file) =>
      problemOf(file, assets.get(file.name), host),
    )
    const problem = problems.find((one) => one !== undefined)
    if (problem === undefined) return assets
    if (reading < readings) continue
    throw new ReleaseSigningError('asset-mismatch', `the release ${release.tag} is not as it was left: ${problem}`, {
      hint: 'Let one run at a time write to the release, and run it again.',
    })
  }
}

async function problemOf(
  { name, size, sha256 }: Wanted,
  asset: ReleaseAsset | undefined,
  host: Pick<ReleaseHost, 'digest'>,
): Promise<string | undefined> {
  if (asset === undefined) return `${name} is not there`
  if (!asset.uploaded) return `the upload of ${name} is not finished`
  if (asset.size !== size) return `${name} has ${asset.size} bytes, not ${size}`
  const found = await host.digest(asset, 'sha256')
  return found === sha256 ? undefined : `${name} has the SHA-256 ${found}, not ${sha256}`
}

function reportOf(
  release: GitHubRelease,
  wanted: readonly Wanted[],
  assets: ReadonlyMap<string, ReleaseAsset>,
): ReleaseReport {
  const { id, tag, url, draft } = release
  return {
    id,
    tag,
    url,
    draft,
    assets: wanted
      .map(({ name, size, sha256, uploaded }) => {
        const asset = assets.get(name)
        return { name, id: asset?.id ?? 0, size, sha256, url: asset?.url ?? '', uploaded }
      })
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  }
}

/** What stands after a failure in the middle. */
function withPlace(error: ReleaseSigningError, { tag, url }: GitHubRelease, state: string, written: readonly string[]) {
  const { code, message, hint, rule, certificate } = error
  return new ReleaseSigningError(code, message, {
    hint: `${hint ?? 'Run it again.'} Sidecars are written; the release ${tag} ${state} (${url}), and another run completes it.`,
    rule,
    certificate,
    written,
    cause: error,
  })
}
