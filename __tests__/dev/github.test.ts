import { createHash } from 'node:crypto'
import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import type { Github } from '../../dev/github.ts'
import { startJudgedGithub } from '../support/github-description.ts'

const repo = { owner: 'example', repo: 'project' }

describe.each(['github.com', 'enterprise-server'] as const)('GitHub Releases as %s has them', (edition) => {
  let github: Github
  let writer: string

  beforeAll(async () => {
    github = await startJudgedGithub({ edition })
    writer = github.createToken({ permissions: { contents: 'write', actions: 'read' } })
  })
  beforeEach(() => {
    github.faults.clear()
    github.repository().releases.splice(0)
  })
  afterAll(() => github.close())

  const client = (token = writer) => getOctokit(token, { baseUrl: github.apiUrl, log: quiet })
  const reader = () => client(github.createToken({ permissions: { contents: 'read' } }))

  /** As the product does it: to the release's own address. */
  const upload = (octokit: ReturnType<typeof client>, release: { upload_url: string }, name: string, data: string) =>
    octokit.request(`POST ${release.upload_url}`, {
      name,
      data: Buffer.from(data),
      headers: { 'content-type': 'application/octet-stream', 'content-length': data.length },
    })
  const createDraft = async () =>
    (await client().rest.repos.createRelease({ ...repo, tag_name: 'v1.0.0', draft: true })).data

  test('a draft is filled, read back and published', async () => {
    const octokit = client()
    const draft = await createDraft()
    expect(draft).toMatchObject({ draft: true, immutable: false, tag_name: 'v1.0.0', published_at: null })
    expect(draft.html_url).toContain('untagged-')
    const { data: asset, status } = await upload(octokit, draft, 'app.zip', 'an archive')
    expect(status).toBe(201)
    expect(asset).toMatchObject({
      name: 'app.zip',
      state: 'uploaded',
      size: 10,
      digest: `sha256:${createHash('sha256').update('an archive').digest('hex')}`,
      uploader: { login: 'github-actions[bot]', type: 'Bot' },
    })
    const { data: published } = await octokit.rest.repos.updateRelease({
      ...repo,
      release_id: draft.id,
      draft: false,
      make_latest: 'true',
    })
    expect(published).toMatchObject({ draft: false, immutable: false, assets: [{ name: 'app.zip' }] })
    expect(published.html_url).toBe(`${github.serverUrl}/example/project/releases/tag/v1.0.0`)
    expect((await octokit.rest.repos.getReleaseByTag({ ...repo, tag: 'v1.0.0' })).data.id).toBe(draft.id)
    expect((await octokit.rest.repos.getLatestRelease(repo)).data.id).toBe(draft.id)
  })

  test('a draft is shown to those who may write, and never by its tag', async () => {
    const { id } = await createDraft()
    expect((await client().rest.repos.listReleases(repo)).data).toMatchObject([{ id }])
    expect((await reader().rest.repos.listReleases(repo)).data).toEqual([])
    await expect(reader().rest.repos.getRelease({ ...repo, release_id: id })).rejects.toMatchObject({ status: 404 })
    await expect(client().rest.repos.getReleaseByTag({ ...repo, tag: 'v1.0.0' })).rejects.toMatchObject({ status: 404 })
  })

  test('a token that may not write hears so, and the notes tell it without writing', async () => {
    const release = github.createRelease({ tag: 'v2', draft: false })
    const notes = { ...repo, tag_name: 'v2', target_commitish: 'main' }
    expect((await client().rest.repos.generateReleaseNotes(notes)).data.name).toBe('v2')
    await expect(reader().rest.repos.generateReleaseNotes(notes)).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('Resource not accessible by integration'),
    })
    await expect(
      client().rest.repos.generateReleaseNotes({ ...notes, tag_name: 'new', target_commitish: 'x y' }),
    ).rejects.toMatchObject({ status: 422 })
    await expect(
      reader().rest.repos.updateRelease({ ...repo, release_id: release.id, name: 'x' }),
    ).rejects.toMatchObject({ status: 403 })
    await expect(client('ghs_never-given').rest.repos.get(repo)).rejects.toMatchObject({ status: 401 })
    // What a user may do is not what a job's token may.
    expect((await client().rest.repos.get(repo)).data).toMatchObject({ id: 123456789, permissions: { push: false } })
  })

  test('a private repository is there for its own tokens alone', async () => {
    github.createRepository(`example/private-${edition}`, { private: true })
    const secret = { owner: 'example', repo: `private-${edition}` }
    const stranger = client(
      github.createToken({ permissions: { contents: 'read' }, repositories: ['example/project'] }),
    )
    await expect(stranger.rest.repos.get(secret)).rejects.toMatchObject({ status: 404 })
    expect((await client().rest.repos.get(secret)).data.private).toBe(true)
  })

  test('lists come in pages', async () => {
    const release = github.createRelease({ tag: 'v3', draft: false })
    for (let number = 0; number < 205; number++) github.addAsset(release, { name: `${number}`, bytes: Buffer.of(1) })
    const octokit = reader()
    const names = (
      await octokit.paginate(octokit.rest.repos.listReleaseAssets, { ...repo, release_id: release.id, per_page: 100 })
    ).map(({ name }) => name)
    expect(names).toEqual(release.assets.map(({ name }) => name))
    for (let number = 0; number < 31; number++) github.createRelease({ tag: `t${number}`, draft: false })
    expect((await octokit.rest.repos.listReleases(repo)).data).toHaveLength(30)
    expect(await octokit.paginate(octokit.rest.repos.listReleases, repo)).toHaveLength(32)
  })

  test('an asset’s bytes lie elsewhere, where no token may be shown', async () => {
    const release = github.createRelease({ tag: 'v4', draft: false, assets: { 'app.zip': 'an archive' } })
    const asset_id = release.assets[0]?.id ?? 0
    const download = { ...repo, asset_id, headers: { accept: 'application/octet-stream' } }
    const { data } = await reader().rest.repos.getReleaseAsset(download)
    expect(Buffer.from(Object(data)).toString()).toBe('an archive')
    expect(github.calls.at(-1)).toMatchObject({ origin: 'storage', authorized: false, status: 200 })
    const { headers } = await reader().rest.repos.getReleaseAsset({ ...download, request: { redirect: 'manual' } })
    const shown = await fetch(headers.location ?? '', { headers: { authorization: 'token x' } })
    expect(shown.status).toBe(400)
    expect((await fetch(`${headers.location}x`)).status).toBe(403)
    github.behaviour.downloads = 'direct'
    expect(Buffer.from(Object((await reader().rest.repos.getReleaseAsset(download)).data)).toString()).toBe(
      'an archive',
    )
    github.behaviour.downloads = 'redirect'
    expect(release.assets[0]?.downloads).toBe(2)
  })

  test('names are changed as GitHub does, and taken ones refused', async () => {
    const draft = await createDraft()
    expect((await upload(client(), draft, 'Licence (Apache 2.0).txt', 'x')).data.name).toBe('Licence.Apache.2.0.txt')
    await expect(upload(client(), draft, 'Licence Apache 2.0.txt', 'x')).rejects.toMatchObject({
      status: 422,
      response: { data: { errors: [{ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' }] } },
    })
  })

  test('an asset is renamed and deleted', async () => {
    const release = github.createRelease({ tag: 'v5', assets: { 'a.zip': 'a', 'b.zip': 'b' } })
    const [a, b] = release.assets.map(({ id }) => id)
    const octokit = client()
    expect((await octokit.rest.repos.updateReleaseAsset({ ...repo, asset_id: a ?? 0, name: 'c.zip' })).data.name).toBe(
      'c.zip',
    )
    await expect(
      octokit.rest.repos.updateReleaseAsset({ ...repo, asset_id: a ?? 0, name: 'b.zip' }),
    ).rejects.toMatchObject({ status: 422 })
    expect((await octokit.rest.repos.deleteReleaseAsset({ ...repo, asset_id: b ?? 0 })).status).toBe(204)
    expect(release.assets.map(({ name }) => name)).toEqual(['c.zip'])
    await expect(octokit.rest.repos.deleteReleaseAsset({ ...repo, asset_id: b ?? 0 })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('an immutable release stays as it was published', async () => {
    const repository = github.repository()
    repository.immutableReleases = true
    const draft = await createDraft()
    const octokit = client()
    await upload(octokit, draft, 'app.zip', 'an archive')
    const release = { ...repo, release_id: draft.id }
    const { data } = await octokit.rest.repos.updateRelease({ ...release, draft: false })
    repository.immutableReleases = false
    expect(data).toMatchObject({ immutable: true })
    await expect(upload(octokit, draft, 'late.zip', 'x')).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('Cannot upload assets to an immutable release.'),
    })
    const asset_id = data.assets[0]?.id ?? 0
    await expect(octokit.rest.repos.deleteReleaseAsset({ ...repo, asset_id })).rejects.toMatchObject({ status: 422 })
    await expect(octokit.rest.repos.updateReleaseAsset({ ...repo, asset_id, name: 'x' })).rejects.toMatchObject({
      status: 422,
    })
    await expect(octokit.rest.repos.updateRelease({ ...release, tag_name: 'v9' })).rejects.toMatchObject({
      status: 422,
    })
    expect((await octokit.rest.repos.updateRelease({ ...release, name: 'Notes' })).data.name).toBe('Notes')
  })

  test('limits of size and number are refused', async () => {
    const draft = await createDraft()
    Object.assign(github.behaviour, { maximumAssets: 1, maximumAssetBytes: 10 })
    try {
      await expect(upload(client(), draft, 'app.zip', 'an archive')).rejects.toMatchObject({ status: 422 })
      await expect(upload(client(), draft, 'app.zip', '')).rejects.toMatchObject({ status: 422 })
      await upload(client(), draft, 'app.zip', 'small')
      await expect(upload(client(), draft, 'more.zip', 'small')).rejects.toMatchObject({
        response: { data: { errors: [{ field: 'file_count' }] } },
      })
    } finally {
      Object.assign(github.behaviour, { maximumAssets: 1000, maximumAssetBytes: 2 * 1024 ** 3 })
    }
  })

  test('a release of a tag that has one is not published', async () => {
    github.createRelease({ tag: 'v1.0.0', draft: false })
    const { id } = await createDraft()
    await expect(client().rest.repos.updateRelease({ ...repo, release_id: id, draft: false })).rejects.toMatchObject({
      response: { data: { errors: [{ code: 'already_exists', field: 'tag_name' }] } },
    })
    await expect(client().rest.repos.createRelease({ ...repo, tag_name: 'v1.0.0' })).rejects.toMatchObject({
      status: 422,
    })
  })

  test('the latest is the one that was said to be, and never a prerelease', async () => {
    const octokit = client()
    const first = github.createRelease({ tag: 'v1' })
    const second = github.createRelease({ tag: 'v2' })
    const third = github.createRelease({ tag: 'v3' })
    const publish = (release_id: number, more: { prerelease?: boolean; make_latest?: 'true' | 'false' | 'legacy' }) =>
      octokit.rest.repos.updateRelease({ ...repo, release_id, draft: false, ...more })
    const latest = async () => (await octokit.rest.repos.getLatestRelease(repo)).data.tag_name
    await publish(first.id, {})
    await publish(second.id, { make_latest: 'false' })
    expect(await latest()).toBe('v1')
    await publish(third.id, { prerelease: true, make_latest: 'true' })
    expect(await latest()).toBe('v1')
    await publish(second.id, { make_latest: 'true' })
    expect(await latest()).toBe('v2')
  })

  test('a run tells when it began, to a token that may know', async () => {
    github.createRun({ id: 4242424242, startedAt: new Date('2026-11-28T10:00:00Z') })
    const run = { ...repo, run_id: 4242424242 }
    expect((await client().rest.actions.getWorkflowRun(run)).data.run_started_at).toBe('2026-11-28T10:00:00Z')
    await expect(reader().rest.actions.getWorkflowRun(run)).rejects.toMatchObject({ status: 403 })
  })

  test('an answer that is known is not given again', async () => {
    const { headers } = await client().rest.repos.get(repo)
    expect(headers['x-github-request-id']).toMatch(/^[0-9A-F:]{22}$/)
    await expect(
      client().rest.repos.get({ ...repo, headers: { 'if-none-match': headers.etag } }),
    ).rejects.toMatchObject({ status: 304 })
  })
})

test('under its public names only its own fetch finds it', async () => {
  const github = await startJudgedGithub({ publicNames: true })
  try {
    const release = github.createRelease({ tag: 'v1', assets: { 'app.zip': 'an archive' } })
    expect(github.environment.GITHUB_API_URL).toBe('https://api.github.com')
    const token = github.createToken({ permissions: { contents: 'write' } })
    const octokit = getOctokit(token, { baseUrl: github.apiUrl, request: { fetch: github.fetch } })
    const { data } = await octokit.rest.repos.getRelease({ ...repo, release_id: release.id })
    expect(data.upload_url).toMatch(/^https:\/\/uploads\.github\.com\//)
    await octokit.request(`POST ${data.upload_url}`, {
      name: 'b.zip',
      data: 'x',
      headers: { 'content-type': 'text/plain', 'content-length': 1 },
    })
    const asset_id = release.assets[0]?.id ?? 0
    const headers = { accept: 'application/octet-stream' }
    const { data: bytes } = await octokit.rest.repos.getReleaseAsset({ ...repo, asset_id, headers })
    expect(Buffer.from(Object(bytes)).toString()).toBe('an archive')
    expect(github.calls.map(({ origin, authorized }) => `${origin} ${authorized}`)).toEqual([
      'api true',
      'uploads true',
      'api true',
      'storage false',
    ])
  } finally {
    await github.close()
  }
})

/** octokit warns of its own accord. */
const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
