import type { Json, Places } from './documents.ts'
import { GithubError, notFound } from './errors.ts'
import type { Asset, Release, Repository, State } from './state.ts'
import type { Access } from './tokens.ts'

/** How the stand-in is set; may be changed while it runs. */
export interface Behaviour {
  /** Whether assets have a `digest`. Default true. */
  digests: boolean
  /** How an asset's bytes are given: by a redirect to where they lie, or in the answer itself. */
  downloads: 'redirect' | 'direct'
  /** The name that an uploaded file gets. Default: GitHub's rules. */
  rename: (name: string) => string
  /** Default 1,000. */
  maximumAssets: number
  /** Default 2 GiB, which an asset must stay below. */
  maximumAssetBytes: number
}

/** A request for something in a repository, once it is known who asks. */
export interface ApiRequest {
  readonly state: State
  readonly behaviour: Behaviour
  readonly places: Places
  readonly repository: Repository
  readonly access: Access
  readonly parameters: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Of the API, with path and without query. */
  readonly url: string
  /** Members of a JSON body; empty where there is none. */
  readonly members: Json
  readonly accept: string
  readonly now: () => number
  /** Where the bytes of an asset lie, for a few minutes. */
  readonly storageUrl: (asset: Asset) => string
}

export interface ApiAnswer {
  readonly status: number
  readonly json?: unknown
  readonly bytes?: Buffer
  readonly headers?: Readonly<Record<string, string>>
}

/** @throws GithubError 404, too where it is a draft and the caller may not write */
export function findRelease({ repository, access, parameters }: ApiRequest): Release {
  const release = repository.releases.find(({ id }) => String(id) === parameters.release_id)
  if (release === undefined || (release.draft && !access.write)) throw notFound()
  return release
}

/** @throws GithubError 404 */
export function findAsset({ repository, access, parameters }: ApiRequest): { asset: Asset; release: Release } {
  for (const release of repository.releases) {
    const asset = release.assets.find(({ id }) => String(id) === parameters.asset_id)
    if (asset !== undefined && (!release.draft || access.write)) return { asset, release }
  }
  throw notFound()
}

/** One page of a list, with the `Link` header where there is more than one. */
export function pageOf<T>({ query, url }: ApiRequest, all: readonly T[], documentOf: (one: T) => Json): ApiAnswer {
  const size = Math.min(100, positive(query.get('per_page')) ?? 30)
  const page = positive(query.get('page')) ?? 1
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (to: number, relation: string): string =>
    `<${url}?${new URLSearchParams({ ...Object.fromEntries(query), page: String(to) })}>; rel="${relation}"`
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ]
  return {
    status: 200,
    json: all.slice((page - 1) * size, page * size).map(documentOf),
    ...(last === 1 ? {} : { headers: { link: links.join(', ') } }),
  }
}

const positive = (text: string | null): number | undefined =>
  text !== null && /^[1-9]\d*$/.test(text) ? Number(text) : undefined

/** @throws GithubError 400, as GitHub answers to what is no JSON object */
export function readMembers(body: Buffer): Json {
  if (body.length === 0) return {}
  try {
    const value: unknown = JSON.parse(body.toString('utf8'))
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value }
  } catch {
    // Refused below.
  }
  throw new GithubError(400, 'Problems parsing JSON')
}
