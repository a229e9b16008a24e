import { getOctokit } from '@actions/github'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { retry } from '@octokit/plugin-retry'
import { throttling } from '@octokit/plugin-throttling'
import { type Github, type GithubFault, githubRateLimits, type RateLimits, type Release } from '../../dev/github.ts'
import { startJudgedGithub } from '../support/github-description.ts'

const repo = { owner: 'example', repo: 'project' }
let github: Github
let now = Date.parse('2026-11-28T10:00:00Z')

beforeAll(async () => {
  github = await startJudgedGithub({ now: () => now })
})
afterEach(() => github.faults.clear())
afterAll(() => github.close())

const quiet = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
const newToken = () => github.createToken({ permissions: { contents: 'write' } })
const newRelease = () => github.createRelease({ tag: 'v1.0.0' })
const client = (token = newToken()) => getOctokit(token, { baseUrl: github.apiUrl, log: quiet })
const uploadUrl = ({ id }: Release) => `${github.uploadsUrl}/repos/example/project/releases/${id}/assets`

const upload = (release: Release, octokit = client(), data = 'an archive') =>
  octokit.request(`POST ${uploadUrl(release)}{?name}`, {
    name: 'app.zip',
    data: Buffer.from(data),
    headers: { 'content-type': 'application/octet-stream', 'content-length': data.length },
  })

const spoilUploads = (fault: GithubFault) =>
  github.faults.add({ operation: 'repos/upload-release-asset', times: 1, fault })

const states = ({ assets }: Release) => assets.map(({ state }) => state)

describe('an upload that goes wrong', () => {
  test.each<[GithubFault, number, readonly string[]]>([
    [{ kind: 'reset' }, 500, []],
    [{ kind: 'status', status: 500, message: 'Error saving asset' }, 500, []],
    [{ kind: 'bad-gateway', leaves: 'nothing' }, 502, []],
    [{ kind: 'bad-gateway', leaves: 'starter' }, 502, ['starter']],
    [{ kind: 'bad-gateway', leaves: 'everything' }, 502, ['uploaded']],
    [{ kind: 'lost-answer' }, 500, ['uploaded']],
    [{ kind: 'cut', afterBytes: 1 }, 500, ['starter']],
  ])('%j', async (fault, status, left) => {
    const release = newRelease()
    spoilUploads(fault)
    await expect(upload(release)).rejects.toMatchObject({ status })
    expect(states(release)).toEqual(left)
    // What is there bars the name until it is deleted.
    if (left.length > 0) {
      await expect(upload(release)).rejects.toMatchObject({ status: 422 })
      const { data } = await client().rest.repos.listReleaseAssets({ ...repo, release_id: release.id })
      expect(data).toMatchObject([left[0] === 'starter' ? { state: 'starter', size: 0, digest: null } : { size: 10 }])
      await client().rest.repos.deleteReleaseAsset({ ...repo, asset_id: data[0]?.id ?? 0 })
    }
    await upload(release)
    expect(states(release)).toEqual(['uploaded'])
  })

  test('a client that goes away leaves a starter', async () => {
    const release = newRelease()
    const abort = new AbortController()
    const body = ReadableStream.from(
      (async function* () {
        yield new Uint8Array(5)
        await new Promise(() => undefined)
      })(),
    )
    spoilUploads({ kind: 'call', at: 'half-way', run: () => abort.abort() })
    const headers = { authorization: `token ${newToken()}`, 'content-length': '10', 'content-type': 'text/plain' }
    const init = { method: 'POST', headers, body, duplex: 'half' as const, signal: abort.signal }
    await expect(fetch(`${uploadUrl(release)}?name=app.zip`, init)).rejects.toThrow('aborted')
    expect(states(release)).toEqual(['starter'])
  })

  test('other bytes may arrive than were sent', async () => {
    const release = newRelease()
    spoilUploads({ kind: 'corrupt' })
    const { data } = await upload(release)
    expect(data.size).toBe(10)
    expect(release.assets[0]?.bytes.toString()).not.toBe('an archive')
  })

  test('an asset may have no digest', async () => {
    github.behaviour.digests = false
    expect((await upload(newRelease())).data.digest).toBeNull()
    github.behaviour.digests = true
  })

  test('a length that is not announced is refused', async () => {
    const release = newRelease()
    const body = ReadableStream.from([new Uint8Array(5)])
    const headers = { authorization: `token ${newToken()}`, 'content-type': 'text/plain' }
    const answer = await fetch(`${uploadUrl(release)}?name=a`, { method: 'POST', headers, body, duplex: 'half' })
    expect(answer.status).toBe(400)
    expect(release.assets).toEqual([])
  })
})

describe('a download that goes wrong', () => {
  const download = async (fault: GithubFault) => {
    const release = github.createRelease({ tag: 'v1.0.0', assets: { 'app.zip': 'an archive' } })
    github.faults.add({ operation: 'storage/download', times: 1, fault })
    const asset = { ...repo, asset_id: release.assets[0]?.id ?? 0, headers: { accept: 'application/octet-stream' } }
    return Buffer.from(Object((await client().rest.repos.getReleaseAsset(asset)).data)).toString()
  }

  test('it brings other bytes, or a refusal', async () => {
    const spoilt = await download({ kind: 'corrupt' })
    expect(spoilt).toHaveLength(10)
    expect(spoilt).not.toBe('an archive')
    await expect(download({ kind: 'status', status: 503, message: 'Server Busy' })).rejects.toMatchObject({
      status: 503,
    })
  })

  test('it is cut', async () => {
    const release = github.createRelease({ tag: 'v1.0.0', assets: { 'app.zip': 'an archive' } })
    github.faults.add({ operation: 'storage/download', fault: { kind: 'cut', afterBytes: 4 } })
    const url = `${github.apiUrl}/repos/example/project/releases/assets/${release.assets[0]?.id}`
    const headers = { accept: 'application/octet-stream', authorization: `token ${newToken()}` }
    const answer = await fetch(url, { headers })
    expect(answer.headers.get('content-length')).toBe('10')
    await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
  })
})

describe('faults are told by operation, by address and by number', () => {
  test('so many pass, every other fails, and then it heals', async () => {
    github.faults.add({
      ...{ operation: 'repos/get', target: 'project', after: 1, every: 2, times: 2 },
      fault: { kind: 'status', status: 500, message: 'x' },
    })
    const statuses: number[] = []
    for (let number = 0; number < 7; number++) {
      statuses.push((await fetch(`${github.apiUrl}/repos/example/project`)).status)
    }
    expect(statuses).toEqual([200, 200, 500, 200, 500, 200, 200])
  })

  test('a call back comes on arrival, and when only the answer is missing', async () => {
    const release = newRelease()
    const seen: string[] = []
    const note = (at: 'arrival' | 'answer') => () => {
      seen.push(`${at} ${release.draft}`)
    }
    const change = { ...repo, release_id: release.id, draft: false }
    for (const at of ['arrival', 'answer'] as const) {
      const heal = github.faults.add({ operation: 'repos/update-release', fault: { kind: 'call', at, run: note(at) } })
      await client().rest.repos.updateRelease(change)
      heal()
    }
    expect(seen).toEqual(['arrival true', 'answer false'])
  })

  test('no answer ever comes', async () => {
    github.faults.add({ operation: 'repos/get', fault: { kind: 'hang' } })
    await expect(
      fetch(`${github.apiUrl}/repos/example/project`, { signal: AbortSignal.timeout(50) }),
    ).rejects.toMatchObject({ name: 'TimeoutError' })
  })
})

describe('octokit’s own plugins', () => {
  const patient = (token: string) => {
    const asked: string[] = []
    const octokit = getOctokit(
      token,
      {
        baseUrl: github.apiUrl,
        log: quiet,
        retry: { retryAfterBaseValue: 1, doNotRetry: [400, 401, 403, 404, 422, 429] },
        throttle: {
          retryAfterBaseValue: 1,
          onRateLimit: (seconds: number) => asked.push(`primary ${seconds}`) < 3,
          onSecondaryRateLimit: (seconds: number) => asked.push(`secondary ${seconds}`) < 3,
        },
      },
      retry,
      throttling,
    )
    return { octokit, asked }
  }

  test.each<[GithubFault, string]>([
    [{ kind: 'secondary-rate-limit', retryAfterSeconds: 7 }, 'secondary 7'],
    [{ kind: 'secondary-rate-limit', retryAfterSeconds: 8, status: 429 }, 'secondary 8'],
    [{ kind: 'secondary-rate-limit' }, 'secondary 60'],
  ])('wait as %j asks', async (fault, wait) => {
    const { octokit, asked } = patient(newToken())
    github.faults.add({ operation: 'repos/get', times: 1, fault })
    expect((await octokit.rest.repos.get(repo)).status).toBe(200)
    expect(asked).toEqual([wait])
  })

  test('wait for the hour to end', async () => {
    now = Date.now()
    const { octokit, asked } = patient(newToken())
    github.faults.add({ operation: 'repos/get', times: 1, fault: { kind: 'primary-rate-limit', resetSeconds: 3 } })
    expect((await octokit.rest.repos.get(repo)).status).toBe(200)
    expect(asked).toEqual([expect.stringMatching(/^primary [45]$/)])
  })

  test('ask again after a 502 and a dropped connection', async () => {
    const { octokit } = patient(newToken())
    github.faults.add({ operation: 'repos/get', times: 1, fault: { kind: 'bad-gateway', leaves: 'nothing' } })
    github.faults.add({ operation: 'repos/get', times: 1, fault: { kind: 'reset' } })
    expect((await octokit.rest.repos.get(repo)).status).toBe(200)
  })
})

describe('the limits of a job’s token', () => {
  let limited: Github
  let token: string

  beforeAll(async () => {
    const rateLimits: RateLimits = { requestsPerHour: 12, writesPerMinute: 4, writesPerHour: 6 }
    limited = await startJudgedGithub({ now: () => now, rateLimits })
  })
  beforeEach(() => {
    token = limited.createToken({ permissions: { contents: 'write' } })
  })
  afterAll(() => limited.close())

  const ask = (init: RequestInit, path = '') =>
    fetch(`${limited.apiUrl}/repos/example/project${path}`, { ...init, headers: { authorization: `Bearer ${token}` } })
  const read = () => ask({})
  const write = () => ask({ method: 'POST', body: JSON.stringify({ tag_name: 'v1', draft: true }) }, '/releases')
  const writeOften = async (times: number) => {
    for (let number = 0; number < times; number++) expect((await write()).status).toBe(201)
  }

  test('are GitHub’s own where they are asked for', () => {
    expect(githubRateLimits).toEqual({ requestsPerHour: 1000, writesPerMinute: 80, writesPerHour: 500 })
  })

  test('so many writes a minute, and the header says when there is room again', async () => {
    await writeOften(4)
    now += 10_000
    const refused = await write()
    expect(refused.status).toBe(403)
    expect(await refused.text()).toContain('secondary rate limit')
    expect(refused.headers.get('retry-after')).toBe('50')
    expect((await read()).status).toBe(200)
    now += 50_000
    await writeOften(1)
  })

  test('so many writes an hour', async () => {
    await writeOften(3)
    now += 60_000
    await writeOften(3)
    now += 60_000
    expect((await write()).headers.get('retry-after')).toBe(String(58 * 60))
  })

  test('so many requests an hour, of which an upload takes two', async () => {
    const { id } = limited.createRelease({ tag: 'v1' })
    const octokit = getOctokit(token, { baseUrl: limited.apiUrl, log: quiet })
    await octokit.request(`POST ${limited.uploadsUrl}/repos/example/project/releases/${id}/assets{?name}`, {
      name: 'app.zip',
      data: 'x',
      headers: { 'content-type': 'text/plain', 'content-length': 1 },
    })
    for (let number = 0; number < 10; number++) expect((await read()).status).toBe(200)
    const refused = await read()
    expect(refused.status).toBe(403)
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(Math.ceil((now + 3_600_000) / 1000)))
    now += 3_600_000
    expect((await read()).status).toBe(200)
  })

  test('another token has its own', async () => {
    await writeOften(4)
    token = limited.createToken({ permissions: { contents: 'write' } })
    await writeOften(1)
  })
})
