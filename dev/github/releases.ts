import { type Json, releaseDocument, repositoryDocument, runDocument } from './documents.ts'
import { GithubError, notAccessible, notFound, validationFailed } from './errors.ts'
import { type ApiAnswer, type ApiRequest, findRelease, pageOf } from './request.ts'
import { latestRelease, publish, type Release } from './state.ts'
import { requireWrite } from './tokens.ts'

const documentOf = ({ repository, places, behaviour }: ApiRequest, release: Release): Json =>
  releaseDocument(release, repository, places, behaviour.digests)

export function getRepository({ repository, state, access, places }: ApiRequest): ApiAnswer {
  // Of the user, not of the token: an installation's has none of them, even where it may write.
  const permissions =
    access.caller === undefined
      ? undefined
      : access.caller.user.login.endsWith('[bot]')
        ? { admin: false, maintain: false, push: false, triage: false, pull: false }
        : { admin: false, maintain: false, push: access.write, triage: access.write, pull: true }
  return { status: 200, json: repositoryDocument(repository, state.userOf, permissions, places) }
}

export function listReleases(request: ApiRequest): ApiAnswer {
  const { repository, access } = request
  const visible = repository.releases.filter(({ draft }) => !draft || access.write)
  return pageOf(request, visible, (release) => documentOf(request, release))
}

export const getRelease = (request: ApiRequest): ApiAnswer => found(request, findRelease(request))

/** Never a draft, whoever asks. */
export const getReleaseByTag = (request: ApiRequest): ApiAnswer =>
  found(
    request,
    request.repository.releases.find(({ draft, tag }) => !draft && tag === request.parameters.tag),
  )

export const getLatestRelease = (request: ApiRequest): ApiAnswer => found(request, latestRelease(request.repository))

function found(request: ApiRequest, release: Release | undefined): ApiAnswer {
  if (release === undefined) throw notFound()
  return { status: 200, json: documentOf(request, release) }
}

export function createRelease(request: ApiRequest): ApiAnswer {
  const { members, repository, state, access } = request
  const { user } = requireWrite(access)
  const tag = textMember(members, 'tag_name')
  if (tag === undefined) throw validationFailed({ resource: 'Release', code: 'missing_field', field: 'tag_name' })
  const draft = booleanMember(members, 'draft') ?? false
  if (!draft) requireFreeTag(request, tag, undefined)
  const release = state.addRelease(repository, user, {
    tag,
    draft,
    prerelease: booleanMember(members, 'prerelease') ?? false,
    ...optional('name', textMember(members, 'name')),
    ...optional('body', textMember(members, 'body')),
    ...optional('target', textMember(members, 'target_commitish')),
  })
  if (!draft) markLatest(request, release)
  const json = documentOf(request, release)
  return { status: 201, json, headers: { location: String(json.url) } }
}

export function updateRelease(request: ApiRequest): ApiAnswer {
  const { members, repository, access, now } = request
  const release = findRelease(request)
  requireWrite(access)
  const tag = textMember(members, 'tag_name') ?? release.tag
  const draft = booleanMember(members, 'draft') ?? release.draft
  if (release.immutable && (tag !== release.tag || draft)) {
    throw validationFailed({
      resource: 'Release',
      code: 'custom',
      field: 'tag_name',
      message: 'tag_name cannot be changed on an immutable release',
    })
  }
  if (!draft) requireFreeTag(request, tag, release)
  release.tag = tag
  release.target = textMember(members, 'target_commitish') ?? release.target
  release.name = textMember(members, 'name') ?? release.name
  release.body = textMember(members, 'body') ?? release.body
  release.prerelease = booleanMember(members, 'prerelease') ?? release.prerelease
  release.updatedAt = new Date(now())
  if (draft) release.draft = true
  else if (release.draft) publish(repository, release, new Date(now()))
  if (!draft) markLatest(request, release)
  return { status: 200, json: documentOf(request, release) }
}

/** One published release a tag. @throws GithubError 422 */
function requireFreeTag({ repository }: ApiRequest, tag: string, self: Release | undefined): void {
  const other = repository.releases.find((one) => one !== self && !one.draft && one.tag === tag)
  if (other !== undefined) {
    throw validationFailed({ resource: 'Release', code: 'already_exists', field: 'tag_name' })
  }
}

/** `true` is the default, `legacy` leaves it to dates, and a prerelease is never the latest. */
function markLatest({ repository, members }: ApiRequest, release: Release): void {
  const wanted = members.make_latest ?? 'true'
  if (wanted !== 'true' && wanted !== 'false' && wanted !== 'legacy') {
    throw validationFailed({ resource: 'Release', code: 'invalid', field: 'make_latest' })
  }
  if (wanted === 'true' && !release.prerelease) repository.latest = release
  else if (wanted === 'false' && latestRelease(repository) === release) {
    repository.latest = repository.releases.find((one) => one !== release && !one.draft && !one.prerelease)
  }
}

/** Needs the right to write, and writes nothing: what tells whether a token may. */
export function generateNotes({ members, access, repository, places }: ApiRequest): ApiAnswer {
  requireWrite(access)
  const tag = textMember(members, 'tag_name')
  if (tag === undefined) throw validationFailed({ resource: 'Release', code: 'missing_field', field: 'tag_name' })
  const target = textMember(members, 'target_commitish') ?? 'main'
  if (!repository.tags.has(tag) && !/^(main|[0-9a-f]{40})$/.test(target)) {
    throw validationFailed({
      resource: 'Release',
      code: 'custom',
      field: 'target_commitish',
      message: 'Invalid target_commitish parameter',
    })
  }
  const body = `**Full Changelog**: ${places.server}/${repository.fullName}/commits/${encodeURIComponent(tag)}`
  return { status: 200, json: { name: tag, body } }
}

export function getRun({ access, repository, parameters, state, places }: ApiRequest): ApiAnswer {
  if (!access.actions && (repository.private || access.caller !== undefined)) throw notAccessible('actions=read')
  const run = repository.runs.get(Number(parameters.run_id))
  if (run === undefined) throw notFound()
  return { status: 200, json: runDocument(run, repository, state.userOf, places) }
}

const optional = <K extends string, V>(name: K, value: V | undefined): Partial<Record<K, V>> => {
  const members: Partial<Record<K, V>> = {}
  if (value !== undefined) members[name] = value
  return members
}

function textMember(members: Json, name: string): string | undefined {
  const value = members[name]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw wrongType(name, 'string')
  return value
}

function booleanMember(members: Json, name: string): boolean | undefined {
  const value = members[name]
  if (value === undefined) return undefined
  if (typeof value !== 'boolean') throw wrongType(name, 'boolean')
  return value
}

const wrongType = (name: string, type: string): GithubError =>
  new GithubError(422, `Invalid request.\n\nFor 'properties/${name}', value is not a ${type}.`)
