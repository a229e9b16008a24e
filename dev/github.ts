// GitHub Releases on loopback, for unmodified octokit: state in memory, GitHub's own rules, faults on demand.
//
//   const github = await startGithub()
//   const release = github.createRelease({ tag: 'v1.0.0' })
//   const token = github.createToken({ permissions: { contents: 'write' } })
//   github.faults.add({ operation: 'repos/upload-release-asset', times: 1, fault: { kind: 'bad-gateway', leaves: 'starter' } })
import { githubAssetName } from '../src/core/artifact-name.ts'
import { exchange, type GithubCall, type GithubCore } from './github/exchange.ts'
import { createGithubFaultPlan, type GithubFaultPlan } from './github/faults.ts'
import { createRateLimiter, noRateLimits, type RateLimiter, type RateLimits } from './github/rate-limits.ts'
import type { Behaviour } from './github/request.ts'
import {
  type Asset,
  type AssetOptions,
  createState,
  publish,
  type Release,
  type ReleaseOptions,
  type Repository,
  type RepositoryOptions,
} from './github/state.ts'
import { createStorage } from './github/storage.ts'
import { createTokenStore, type TokenOptions } from './github/tokens.ts'
import { listen } from './loopback.ts'

export type { GithubCall } from './github/exchange.ts'
export type { GithubFault, PlannedFault } from './github/faults.ts'
export { githubRateLimits, type RateLimits } from './github/rate-limits.ts'
export type { Asset, Release, Repository } from './github/state.ts'

export interface GithubOptions {
  /** Which GitHub it is; an Enterprise Server has its API under `/api/v3`. Default github.com. */
  readonly edition?: 'github.com' | 'enterprise-server'
  /** What people open in a browser; nothing listens there. Default https://github.com, or https://github.example.com. */
  readonly serverUrl?: string
  /**
   * Says that it is at api.github.com and so on, where only the stand-in's own `fetch` finds it: for what behaves
   * differently there. Default false: it says where it is.
   */
  readonly publicNames?: boolean
  /** Milliseconds. Default: the machine's clock. */
  readonly now?: () => number
  /** Of each token. Default: none. */
  readonly rateLimits?: RateLimits
}

export interface Github {
  /** As GITHUB_API_URL. */
  readonly apiUrl: string
  readonly uploadsUrl: string
  /** Where the bytes of assets lie. No token may be sent there. */
  readonly storageUrl: string
  readonly serverUrl: string
  /** What a runner sets so that a job finds it. */
  /** Where each of its origins really is: the origin's own name → an address on loopback. */
  readonly listening: ReadonlyMap<string, string>
  readonly environment: { readonly GITHUB_API_URL: string; readonly GITHUB_SERVER_URL: string }
  /** Finds the stand-in under whatever names it has; redirects are followed as `fetch` does. */
  readonly fetch: typeof fetch
  readonly behaviour: Behaviour
  readonly faults: GithubFaultPlan
  readonly calls: readonly GithubCall[]
  /** What it handed out and nobody may print: tokens, and signatures in addresses. */
  readonly secrets: readonly string[]
  /** @param fullName default `example/project`, which is there from the start with the id 123456789 */
  repository(fullName?: string): Repository
  createRepository(fullName: string, options?: RepositoryOptions): Repository
  createToken(options: TokenOptions): string
  revokeToken(token: string): void
  createRelease(options: NewRelease): Release
  /** @param login default `github-actions[bot]` */
  addAsset(release: Release, options: AssetOptions, login?: string): Asset
  createRun(run: { readonly id: number; readonly startedAt: Date; readonly repository?: string }): void
  close(): Promise<void>
}

export interface NewRelease extends ReleaseOptions {
  /** Default `example/project`. */
  readonly repository?: string
  /** Who made it. Default `octocat`. */
  readonly author?: string
  /** Content by name, uploaded by `github-actions[bot]`. */
  readonly assets?: Readonly<Record<string, string | Uint8Array>>
}

const publicOrigins = {
  api: 'https://api.github.com',
  uploads: 'https://uploads.github.com',
  storage: 'https://release-assets.githubusercontent.com',
}

/** @param listening where each origin really is */
function fetchAmong(listening: ReadonlyMap<string, string>): typeof fetch {
  const find = async (request: Request): Promise<Response> => {
    const url = new URL(request.url)
    const there = `${listening.get(url.origin) ?? url.origin}${url.pathname}${url.search}`
    const answer = await fetch(there, {
      method: request.method,
      headers: request.headers,
      body: request.body,
      signal: request.signal,
      redirect: 'manual',
      ...(request.body === null ? {} : { duplex: 'half' }),
    })
    const location = answer.headers.get('location')
    if (answer.status !== 302 || location === null || request.redirect === 'manual') return answer
    const headers = new Headers(request.headers)
    if (new URL(location).origin !== url.origin) headers.delete('authorization')
    return find(new Request(location, { headers, signal: request.signal }))
  }
  return (input, init) => find(new Request(input, init))
}

const exampleRepository = 'example/project'
const actionsBot = 'github-actions[bot]'

export async function startGithub(options: GithubOptions = {}): Promise<Github> {
  const { edition = 'github.com', now = Date.now, rateLimits = noRateLimits } = options
  const isServer = edition === 'enterprise-server'
  const serverUrl = options.serverUrl ?? (isServer ? 'https://github.example.com' : 'https://github.com')
  const secrets: string[] = []
  const calls: GithubCall[] = []
  const state = createState(now)
  const tokens = createTokenStore(state.userOf, secrets)
  const storage = createStorage(state, now, secrets)
  const limiters = new Map<string | undefined, RateLimiter>()
  const behaviour: Behaviour = {
    digests: true,
    downloads: 'redirect',
    rename: githubAssetName,
    maximumAssets: 1000,
    maximumAssetBytes: 2 * 1024 ** 3,
  }
  const core: GithubCore = {
    ...{ state, tokens, storage, behaviour, calls, now },
    faults: createGithubFaultPlan(),
    places: () => places,
    limiterOf: (authorization) => {
      const token = authorization?.replace(/^\S+ /, '')
      const limiter = limiters.get(token) ?? createRateLimiter(rateLimits, now)
      limiters.set(token, limiter)
      return limiter
    },
    headers: {
      server: 'github.com',
      'cache-control': 'private, max-age=60, s-maxage=60',
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': '2022-11-28',
      ...(isServer ? { 'x-github-enterprise-version': 'enterprise-server@3.19.0' } : {}),
    },
  }
  const api = await listen((message, response) => exchange(core, 'api', message, response))
  const uploads = await listen((message, response) => exchange(core, 'uploads', message, response))
  const stored = await listen((message, response) => exchange(core, 'storage', message, response))
  const origins = options.publicNames ? publicOrigins : { api: api.url, uploads: uploads.url, storage: stored.url }
  const places = {
    api: isServer ? `${origins.api}/api/v3` : origins.api,
    uploads: isServer ? `${origins.uploads}/api/uploads` : origins.uploads,
    storage: origins.storage,
    server: serverUrl,
  }
  const listening = new Map([
    [origins.api, api.url],
    [origins.uploads, uploads.url],
    [origins.storage, stored.url],
  ])
  const repository = (fullName = exampleRepository): Repository => {
    const found = state.repositories.find((one) => one.fullName === fullName)
    if (found === undefined) throw new Error(`the stand-in has no repository ${fullName}`)
    return found
  }
  state.addRepository(exampleRepository, { id: 123456789 })
  const addAsset = (release: Release, asset: AssetOptions, login = actionsBot): Asset =>
    state.addAsset(release, state.userOf(login), { ...asset, name: behaviour.rename(asset.name) })
  return {
    ...{ apiUrl: places.api, uploadsUrl: places.uploads, storageUrl: places.storage, serverUrl },
    environment: { GITHUB_API_URL: places.api, GITHUB_SERVER_URL: serverUrl },
    fetch: fetchAmong(listening),
    listening,
    ...{ behaviour, faults: core.faults, calls, secrets, repository, addAsset },
    createRepository: (fullName, repositoryOptions) => state.addRepository(fullName, repositoryOptions),
    createToken: (token) => tokens.create(token),
    revokeToken: (token) => tokens.revoke(token),
    createRelease(release) {
      const author = state.userOf(release.author ?? 'octocat')
      const created = state.addRelease(repository(release.repository), author, { ...release, draft: true })
      for (const [name, content] of Object.entries(release.assets ?? {})) {
        addAsset(created, { name, bytes: Buffer.from(content) })
      }
      if (release.draft === false) publish(repository(release.repository), created, new Date(now()))
      return created
    },
    createRun: ({ id, startedAt, repository: fullName }) => {
      repository(fullName).runs.set(id, { id, startedAt })
    },
    close: async () => {
      await Promise.all([api, uploads, stored].map((server) => server.close()))
    },
  }
}
