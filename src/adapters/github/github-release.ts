import { ReleaseSigningError } from '../../core/error.ts'
import type {
  GitHubRelease,
  PublishOptions,
  ReleaseAsset,
  ReleaseHost,
  WritePermission,
} from '../../release/host/release-host.ts'
import { createPatience } from '../waiting/patience.ts'
import { readAsset, readDate, readList, readRelease } from './github-answers.ts'
import { createGitHubClient } from './github-client.ts'
import { createDownloads } from './github-download.ts'
import { type GitHubCall, githubError, githubFailure, mayPass, pauseAskedFor, withoutSecret } from './github-errors.ts'
import type { Operation, ReleaseHostOptions } from './github-transfers.ts'
import { createUploads } from './github-upload.ts'

/** Milliseconds in which nothing has moved. */
const patienceLimit = 120_000
/** As many as GitHub gives. */
const pageSize = 100
/** Pages of releases among which drafts are looked for: the newest thousand. */
const releasePages = 10

/** The releases of a repository on GitHub, by its REST API. */
export function createReleaseHost(options: ReleaseHostOptions): ReleaseHost {
  const { repository, token, timers } = options
  const [owner = '', repo = ''] = repository.split('/')
  const patience = createPatience(timers, patienceLimit)
  const client = createGitHubClient({ ...options, patience })
  const place = { owner, repo }

  const operation: Operation = async (call, work) => {
    const about = { ...call, repository, token }
    try {
      const result = await patience.during(work, () => gaveUp(about))
      patience.progress()
      return result
    } catch (error) {
      throw githubError(error, about)
    }
  }

  const get = async (route: string, parameters: Readonly<Record<string, unknown>>, signal: AbortSignal) =>
    (await client.request(`GET ${route}`, { ...place, ...parameters }, { signal })).data

  const getById = ({ id }: GitHubRelease, signal: AbortSignal) =>
    get('/repos/{owner}/{repo}/releases/{release_id}', { release_id: id }, signal)

  async function allPages<Item>(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    read: (item: unknown) => Item,
    maximum: number,
    signal: AbortSignal,
  ): Promise<readonly Item[]> {
    const items: Item[] = []
    for (let page = 1; page <= maximum; page++) {
      const some = readList(await get(route, { ...parameters, per_page: pageSize, page }, signal), read)
      items.push(...some)
      if (some.length < pageSize) break
    }
    return items
  }

  async function releaseByTag(tag: string, signal: AbortSignal): Promise<GitHubRelease | undefined> {
    try {
      return readRelease(await get('/repos/{owner}/{repo}/releases/tags/{tag}', { tag }, signal))
    } catch (error) {
      if (githubFailure(error).status !== 404) throw error
      // A repository that is not there answers alike.
      await get('/repos/{owner}/{repo}', {}, signal)
      return undefined
    }
  }

  const assetsOf = (release: GitHubRelease, signal: AbortSignal): Promise<readonly ReleaseAsset[]> =>
    allPages(
      '/repos/{owner}/{repo}/releases/{release_id}/assets',
      { release_id: release.id },
      readAsset,
      // One more than there can be.
      11,
      signal,
    )

  async function deleteAsset({ id }: ReleaseAsset, signal: AbortSignal): Promise<void> {
    try {
      await client.request(
        'DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}',
        { ...place, asset_id: id },
        { signal },
      )
    } catch (error) {
      if (githubFailure(error).status !== 404) throw error
    }
  }

  return {
    findRelease: (tag) =>
      operation({ doing: `look for the release ${tag}`, permission: 'contents: read' }, async (signal) => {
        const seen =
          token === undefined
            ? []
            : await allPages('/repos/{owner}/{repo}/releases', {}, readRelease, releasePages, signal)
        const [release, another] = seen.filter((one) => one.tag === tag)
        if (another !== undefined) throw ambiguous(tag, repository)
        return release ?? (await releaseByTag(tag, signal))
      }),

    getRelease: (release) =>
      operation({ doing: `read the release ${release.tag}`, permission: 'contents: read' }, async (signal) =>
        readRelease(await getById(release, signal)),
      ),

    listAssets: (release) =>
      operation({ doing: `list the files of the release ${release.tag}`, permission: 'contents: read' }, (signal) =>
        assetsOf(release, signal),
      ),

    upload: createUploads({ ...options, client, patience, operation, assetsOf, deleteAsset }),

    deleteAsset: (asset) =>
      operation({ doing: `delete ${asset.name}`, permission: 'contents: write' }, (signal) =>
        deleteAsset(asset, signal),
      ),

    ...createDownloads({ ...options, client, patience, operation, place }),

    publish: (release, wanted) =>
      operation({ doing: `publish the release ${release.tag}`, permission: 'contents: write' }, async (signal) => {
        const route = 'PATCH /repos/{owner}/{repo}/releases/{release_id}'
        const parameters = { ...place, release_id: release.id, ...publishParameters(release, wanted) }
        return readRelease((await client.request(route, parameters, { signal })).data)
      }),

    writePermission: (tag, target) =>
      operation({ doing: 'find out whether it may be written to', permission: 'contents: write' }, async (signal) => {
        try {
          await client.request(
            'POST /repos/{owner}/{repo}/releases/generate-notes',
            { ...place, tag_name: tag, ...(target === undefined ? {} : { target_commitish: target }) },
            { signal },
          )
          return { mayWrite: 'yes' }
        } catch (error) {
          return writePermissionOf(error, token, () => get('/repos/{owner}/{repo}', {}, signal))
        }
      }),

    runStartedAt: (runId) =>
      operation({ doing: `read when the run ${runId} began`, permission: 'actions: read' }, async (signal) =>
        readDate(await get('/repos/{owner}/{repo}/actions/runs/{run_id}', { run_id: runId }, signal), 'run_started_at'),
      ),
  }
}

/** Of the tag that was signed, whatever became of the draft's meanwhile. */
const publishParameters = ({ tag }: GitHubRelease, { prerelease, makeLatest }: PublishOptions) => ({
  tag_name: tag,
  draft: false,
  ...(prerelease === undefined ? {} : { prerelease }),
  ...(makeLatest === undefined ? {} : { make_latest: makeLatest }),
})

/** Notes are made for those alone who may write releases; a mistake in what they are made of is found after that. */
async function writePermissionOf(
  error: unknown,
  token: string | undefined,
  canBeRead: () => Promise<unknown>,
): Promise<WritePermission> {
  const failure = githubFailure(error)
  const { status, message } = failure
  if (status === 422) return { mayWrite: 'yes' }
  if (pauseAskedFor(failure, new Date(0)) !== undefined) throw error
  if (status === 403) return { mayWrite: 'no' }
  if (status === 404) {
    await canBeRead()
    return { mayWrite: 'no' }
  }
  if (status === 401 || status === undefined || mayPass(error)) throw error
  const reason = `GitHub answers ${status}${message === '' ? '' : `: ${message}`}`
  return { mayWrite: 'unknown', reason: withoutSecret(reason, token) }
}

const ambiguous = (tag: string, repository: string): ReleaseSigningError =>
  new ReleaseSigningError('release-ambiguous', `GitHub: ${repository} has several releases of the tag ${tag}`, {
    hint: 'Delete the drafts that are left over: `gh release list` shows them.',
  })

const gaveUp = ({ doing }: Pick<GitHubCall, 'doing'>): ReleaseSigningError =>
  new ReleaseSigningError(
    'github-unavailable',
    `GitHub: cannot ${doing}: nothing has moved for ${patienceLimit / 60_000} minutes`,
    { hint: 'See https://www.githubstatus.com, and run it again: it goes on where it stopped.' },
  )
