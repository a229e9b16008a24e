import { randomBytes } from 'node:crypto'

export interface User {
  readonly login: string
  readonly id: number
}

export interface Asset {
  readonly id: number
  name: string
  label: string
  readonly contentType: string
  /** Empty while it is a starter. */
  bytes: Buffer
  /** `starter` is what an upload leaves that did not come to its end. */
  state: 'uploaded' | 'starter'
  readonly uploader: User
  readonly createdAt: Date
  updatedAt: Date
  downloads: number
}

export interface Release {
  readonly id: number
  tag: string
  target: string
  name: string | null
  body: string | null
  draft: boolean
  prerelease: boolean
  /** Published while its repository had immutable releases on. */
  immutable: boolean
  readonly author: User
  readonly createdAt: Date
  publishedAt: Date | undefined
  updatedAt: Date
  /** In a draft's addresses instead of the tag. */
  readonly untagged: string
  readonly assets: Asset[]
}

export interface Run {
  readonly id: number
  readonly startedAt: Date
}

export interface Repository {
  /** `owner/name`. */
  readonly fullName: string
  readonly id: number
  readonly private: boolean
  /** Of releases published from now on. */
  immutableReleases: boolean
  readonly releases: Release[]
  /** The one marked as latest; undefined: the newest that is neither draft nor prerelease. */
  latest: Release | undefined
  readonly tags: Set<string>
  readonly runs: Map<number, Run>
}

export interface RepositoryOptions {
  /** Default false. */
  readonly private?: boolean
  /** Default false. */
  readonly immutableReleases?: boolean
  /** Default: a number that no other has. */
  readonly id?: number
}

export interface ReleaseOptions {
  readonly tag: string
  /** Default true. */
  readonly draft?: boolean
  /** Default false. */
  readonly prerelease?: boolean
  readonly name?: string
  readonly body?: string
  readonly target?: string
}

export interface AssetOptions {
  readonly name: string
  readonly bytes: Uint8Array
  /** Default `uploaded`. */
  readonly state?: 'uploaded' | 'starter'
  /** Default `application/octet-stream`. */
  readonly contentType?: string
  readonly label?: string
}

/** Everything there is, in memory. */
export interface State {
  readonly repositories: readonly Repository[]
  addRepository(fullName: string, options?: RepositoryOptions): Repository
  addRelease(repository: Repository, author: User, options: ReleaseOptions): Release
  addAsset(release: Release, uploader: User, options: AssetOptions): Asset
  userOf(login: string): User
}

/** The id of GitHub's own bot, which the token of a job acts as. */
const actionsBotId = 41898282

export function createState(now: () => number): State {
  const repositories: Repository[] = []
  const users = new Map<string, User>([['github-actions[bot]', { login: 'github-actions[bot]', id: actionsBotId }]])
  let lastId = 300_000_000
  const nextId = (): number => ++lastId
  return {
    repositories,
    addRepository(fullName, { private: isPrivate = false, immutableReleases = false, id = nextId() } = {}) {
      const repository: Repository = {
        fullName,
        id,
        private: isPrivate,
        immutableReleases,
        releases: [],
        latest: undefined,
        tags: new Set(),
        runs: new Map(),
      }
      repositories.push(repository)
      return repository
    },
    addRelease(repository, author, { tag, draft = true, prerelease = false, name, body, target = 'main' }) {
      const created = new Date(now())
      const release: Release = {
        id: nextId(),
        tag,
        target,
        name: name ?? null,
        body: body ?? null,
        draft: true,
        prerelease,
        immutable: false,
        author,
        createdAt: created,
        publishedAt: undefined,
        updatedAt: created,
        untagged: `untagged-${randomBytes(10).toString('hex')}`,
        assets: [],
      }
      repository.releases.unshift(release)
      if (!draft) publish(repository, release, created)
      return release
    },
    addAsset(release, uploader, { name, bytes, state = 'uploaded', contentType = 'application/octet-stream', label }) {
      const created = new Date(now())
      const asset: Asset = {
        id: nextId(),
        name,
        label: label ?? '',
        contentType,
        bytes: Buffer.from(bytes),
        state,
        uploader,
        createdAt: created,
        updatedAt: created,
        downloads: 0,
      }
      release.assets.push(asset)
      return asset
    },
    userOf(login) {
      const user = users.get(login) ?? { login, id: nextId() }
      users.set(login, user)
      return user
    },
  }
}

/** A draft becomes public, its tag is made where there is none, and it is fixed where the repository says so. */
export function publish(repository: Repository, release: Release, at: Date): void {
  release.draft = false
  release.publishedAt = at
  release.updatedAt = at
  release.immutable = repository.immutableReleases
  repository.tags.add(release.tag)
}

/** The one that `releases/latest` names. */
export const latestRelease = ({ latest, releases }: Repository): Release | undefined =>
  latest ?? releases.find(({ draft, prerelease }) => !draft && !prerelease)
