// What the API says of things, in the shape of GitHub's own description (npm `@octokit/openapi`).
import { createHash } from 'node:crypto'
import type { Asset, Release, Repository, Run, User } from './state.ts'

/** Where things are, without slashes at the end. */
export interface Places {
  readonly api: string
  readonly uploads: string
  /** What people open in a browser. */
  readonly server: string
}

export type Json = Readonly<Record<string, unknown>>

const timeOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`

const nodeId = (kind: string, id: number): string => `${kind}_${Buffer.from(String(id)).toString('base64url')}`

function userDocument({ login, id }: User, { api, server }: Places): Json {
  const isBot = login.endsWith('[bot]')
  const url = `${api}/users/${encodeURIComponent(login)}`
  return {
    login,
    id,
    node_id: nodeId('U', id),
    avatar_url: `https://avatars.githubusercontent.com/u/${id}?v=4`,
    gravatar_id: '',
    url,
    html_url: isBot ? `${server}/apps/${login.slice(0, -'[bot]'.length)}` : `${server}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type: isBot ? 'Bot' : 'User',
    user_view_type: 'public',
    site_admin: false,
  }
}

const repositoryUrl = ({ fullName }: Repository, { api }: Places): string => `${api}/repos/${fullName}`

export interface AssetView {
  readonly asset: Asset
  readonly release: Release
  readonly repository: Repository
  /** Some assets have none, older ones for instance. */
  readonly withDigest: boolean
}

export function assetDocument({ asset, release, repository, withDigest }: AssetView, places: Places): Json {
  const { id, name, label, contentType, bytes, state, uploader, createdAt, updatedAt, downloads } = asset
  const folder = release.draft ? release.untagged : encodeURIComponent(release.tag)
  return {
    url: `${repositoryUrl(repository, places)}/releases/assets/${id}`,
    id,
    node_id: nodeId('RA', id),
    name,
    label,
    uploader: userDocument(uploader, places),
    content_type: contentType,
    state,
    size: bytes.length,
    digest: withDigest && state === 'uploaded' ? `sha256:${createHash('sha256').update(bytes).digest('hex')}` : null,
    download_count: downloads,
    created_at: timeOf(createdAt),
    updated_at: timeOf(updatedAt),
    browser_download_url: `${places.server}/${repository.fullName}/releases/download/${folder}/${name}`,
  }
}

export function releaseDocument(release: Release, repository: Repository, places: Places, withDigest: boolean): Json {
  const { id, tag, target, name, body, draft, prerelease, immutable, author, assets } = release
  const { fullName } = repository
  const url = `${repositoryUrl(repository, places)}/releases/${id}`
  const archive = (kind: string): string | null =>
    draft ? null : `${repositoryUrl(repository, places)}/${kind}/${encodeURIComponent(tag)}`
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${places.uploads}/repos/${fullName}/releases/${id}/assets{?name,label}`,
    html_url: `${places.server}/${fullName}/releases/tag/${draft ? release.untagged : encodeURIComponent(tag)}`,
    id,
    author: userDocument(author, places),
    node_id: nodeId('RE', id),
    tag_name: tag,
    target_commitish: target,
    name,
    draft,
    immutable,
    prerelease,
    created_at: timeOf(release.createdAt),
    updated_at: timeOf(release.updatedAt),
    published_at: release.publishedAt === undefined ? null : timeOf(release.publishedAt),
    assets: assets.map((asset) => assetDocument({ asset, release, repository, withDigest }, places)),
    tarball_url: archive('tarball'),
    zipball_url: archive('zipball'),
    body,
  }
}

/** Addresses within a repository, by the name of the member: the last parts of their paths. */
const repositoryLinks = {
  archive_url: '{archive_format}{/ref}',
  assignees_url: 'assignees{/user}',
  blobs_url: 'git/blobs{/sha}',
  branches_url: 'branches{/branch}',
  collaborators_url: 'collaborators{/collaborator}',
  comments_url: 'comments{/number}',
  commits_url: 'commits{/sha}',
  compare_url: 'compare/{base}...{head}',
  contents_url: 'contents/{+path}',
  contributors_url: 'contributors',
  deployments_url: 'deployments',
  downloads_url: 'downloads',
  events_url: 'events',
  forks_url: 'forks',
  git_commits_url: 'git/commits{/sha}',
  git_refs_url: 'git/refs{/sha}',
  git_tags_url: 'git/tags{/sha}',
  hooks_url: 'hooks',
  issue_comment_url: 'issues/comments{/number}',
  issue_events_url: 'issues/events{/number}',
  issues_url: 'issues{/number}',
  keys_url: 'keys{/key_id}',
  labels_url: 'labels{/name}',
  languages_url: 'languages',
  merges_url: 'merges',
  milestones_url: 'milestones{/number}',
  notifications_url: 'notifications{?since,all,participating}',
  pulls_url: 'pulls{/number}',
  releases_url: 'releases{/id}',
  stargazers_url: 'stargazers',
  statuses_url: 'statuses/{sha}',
  subscribers_url: 'subscribers',
  subscription_url: 'subscription',
  tags_url: 'tags',
  teams_url: 'teams',
  trees_url: 'git/trees{/sha}',
} as const

const createdAt = '2024-01-02T03:04:05Z'

/** What is said of a repository wherever it is mentioned. */
function minimalRepositoryDocument(repository: Repository, ownerOf: (login: string) => User, places: Places) {
  const { fullName, id } = repository
  const [owner = '', name = ''] = fullName.split('/')
  const url = repositoryUrl(repository, places)
  return {
    id,
    node_id: nodeId('R', id),
    name,
    full_name: fullName,
    private: repository.private,
    owner: userDocument(ownerOf(owner), places),
    html_url: `${places.server}/${fullName}`,
    description: null,
    fork: false,
    url,
    ...Object.fromEntries(Object.entries(repositoryLinks).map(([member, path]) => [member, `${url}/${path}`])),
  }
}

/**
 * @param permissions of the asking user; all false for the token of an installation, whatever that may do
 */
export function repositoryDocument(
  repository: Repository,
  ownerOf: (login: string) => User,
  permissions: Readonly<Record<string, boolean>> | undefined,
  places: Places,
): Json {
  const web = `${places.server}/${repository.fullName}`
  return {
    ...minimalRepositoryDocument(repository, ownerOf, places),
    git_url: `${web.replace(/^https?/, 'git')}.git`,
    ssh_url: `git@${new URL(places.server).hostname}:${repository.fullName}.git`,
    clone_url: `${web}.git`,
    svn_url: web,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    default_branch: 'main',
    visibility: repository.private ? 'private' : 'public',
    created_at: createdAt,
    updated_at: createdAt,
    pushed_at: createdAt,
    size: 1,
    forks: 0,
    forks_count: 0,
    open_issues: 0,
    open_issues_count: 0,
    watchers: 0,
    watchers_count: 0,
    stargazers_count: 0,
    subscribers_count: 0,
    network_count: 0,
    has_issues: true,
    has_projects: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    archived: false,
    disabled: false,
    ...(permissions === undefined ? {} : { permissions }),
  }
}

export function runDocument(
  { id, startedAt }: Run,
  repository: Repository,
  ownerOf: (login: string) => User,
  places: Places,
): Json {
  const url = `${repositoryUrl(repository, places)}/actions/runs/${id}`
  const summary = minimalRepositoryDocument(repository, ownerOf, places)
  return {
    id,
    name: 'release',
    node_id: nodeId('WFR', id),
    head_branch: 'main',
    head_sha: '0123456789abcdef0123456789abcdef01234567',
    path: '.github/workflows/release.yml',
    display_title: 'release',
    run_number: 7,
    run_attempt: 1,
    event: 'workflow_dispatch',
    status: 'in_progress',
    conclusion: null,
    workflow_id: 4711,
    check_suite_id: 42,
    url,
    html_url: `${places.server}/${repository.fullName}/actions/runs/${id}`,
    pull_requests: [],
    created_at: timeOf(startedAt),
    updated_at: timeOf(startedAt),
    run_started_at: timeOf(startedAt),
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${repositoryUrl(repository, places)}/check-suites/42`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    workflow_url: `${repositoryUrl(repository, places)}/actions/workflows/4711`,
    head_commit: null,
    repository: summary,
    head_repository: summary,
  }
}
