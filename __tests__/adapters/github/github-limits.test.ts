// What GitHub asks to wait for, and what it will not grant however often it is asked.
import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Github, GithubFault } from '../../../dev/github.ts'
import { createReleaseHost } from '../../../src/adapters/github/github-release.ts'
import type { ReleaseHost } from '../../../src/release/host/release-host.ts'
import { startJudgedGithub } from '../../support/github-description.ts'
import { standingClock } from '../../support/github-time.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

const time = standingClock(new Date('2026-11-20T12:00:00Z'))
let github: Github

beforeAll(async () => {
  github = await startJudgedGithub({ now: () => Date.now() })
})
afterEach(() => {
  github.faults.clear()
  pauses.splice(0)
})
afterAll(() => github.close())

/** Seconds of pauses that were told. */
const pauses: number[] = []

const host = (permission: 'read' | 'write' = 'write') =>
  createReleaseHost({
    paused: (seconds) => pauses.push(seconds),
    repository: 'example/project',
    apiUrl: github.apiUrl,
    token: github.createToken({ permissions: { contents: permission } }),
    fetch: time.watch(github),
    timers: time.timers,
    clock: time.clock,
  })

/** What was asked meanwhile: how often, how many seconds passed between, and minutes in all. */
async function asked<Result>(work: () => Promise<Result>) {
  const before = github.calls.length
  const { result, minutes } = await time.during(async () => {
    const began = Date.now()
    const result = await work()
    return { result, minutes: (Date.now() - began) / 60_000 }
  })
  const times = github.calls.slice(before).map(({ at }) => at)
  return { result, minutes, count: times.length, seconds: times.slice(1).map((at, i) => (at - (times[i] ?? 0)) / 1000) }
}

/** A release without files, as the host tells of it. */
function draft() {
  const release = github.createRelease({ tag: 'v1.0.0' })
  const uploadUrl = `${github.uploadsUrl}/repos/example/project/releases/${release.id}/assets`
  return { release, seen: { ...release, url: '', uploadUrl, targetCommitish: 'main' } }
}

const content = Buffer.from('an archive')
const sha256 = createHash('sha256').update(content).digest('hex')
const file = { name: 'a', size: content.length, sha256, content }

const uploading = 'repos/upload-release-asset'
const notes = 'repos/generate-release-notes'
const ask = (to: ReleaseHost) => to.writePermission('v1.0.0', 'main')

describe('a limit of requests', () => {
  test.each<[GithubFault, number]>([
    [{ kind: 'secondary-rate-limit', retryAfterSeconds: 90 }, 90],
    [{ kind: 'secondary-rate-limit', retryAfterSeconds: 90, status: 429 }, 90],
    [{ kind: 'secondary-rate-limit' }, 60],
    [{ kind: 'primary-rate-limit', resetSeconds: 1800 }, 1801],
  ])('%j: nothing is asked before the time is over', async (fault, pause) => {
    github.faults.add({ operation: notes, times: 2, fault })
    const { result, seconds } = await asked(() => ask(host()))
    expect(result).toEqual({ mayWrite: 'yes' })
    expect(seconds).toEqual([pause, pause])
    expect(pauses.splice(0)).toEqual([pause, pause])
  })

  test('one that meets several requests at once is told once', async () => {
    github.faults.add({ operation: notes, times: 3, fault: { kind: 'secondary-rate-limit', retryAfterSeconds: 90 } })
    const one = host()
    await asked(() => Promise.all([ask(one), ask(one), ask(one)]))
    expect(pauses).toEqual([90])
  })

  test.each<GithubFault>([
    { kind: 'secondary-rate-limit', retryAfterSeconds: 600 },
    { kind: 'secondary-rate-limit', retryAfterSeconds: 600, status: 429 },
    { kind: 'primary-rate-limit', resetSeconds: 3600 },
  ])('%j: that does not end is no lack of permission, and no outage', async (fault) => {
    github.faults.add({ fault })
    const { seen } = draft()
    for (const work of [() => ask(host()), () => host().upload(seen, file), () => host().listAssets(seen)]) {
      const { result, count } = await asked(() => asyncRefusalOf(work))
      expect(result?.code).toBe('github-rate-limited')
      expect(count).toBeLessThanOrEqual(8)
    }
  })
})

describe('an upload', () => {
  test.each<GithubFault>([
    { kind: 'hang' },
    { kind: 'bad-gateway', leaves: 'nothing' },
    { kind: 'bad-gateway', leaves: 'starter' },
  ])('%j, for ever: it is given up after two minutes', async (fault) => {
    github.faults.add({ operation: uploading, fault })
    const { seen } = draft()
    const { result, minutes } = await asked(() => asyncRefusalOf(() => host().upload(seen, file)))
    expect(result).toMatchObject({ code: 'github-unavailable', message: expect.stringContaining('2 minutes') })
    expect(minutes).toBe(2)
  })

  test('pauses that GitHub asks for are not counted', async () => {
    const limit = { kind: 'secondary-rate-limit', retryAfterSeconds: 600 } as const
    github.faults.add({ operation: uploading, times: 2, fault: limit })
    const { release, seen } = draft()
    const { minutes } = await asked(() => host().upload(seen, file))
    expect(minutes).toBe(20)
    expect(release.assets.map(({ name, bytes }) => [name, bytes.toString()])).toEqual([['a', 'an archive']])
  })
})

test('what is refused for good is asked once', async () => {
  const refused = await asked(() => ask(host('read')))
  expect(refused).toMatchObject({ result: { mayWrite: 'no' }, count: 1 })
  github.faults.add({ operation: notes, fault: { kind: 'status', status: 422, message: 'no' } })
  expect(await asked(() => ask(host()))).toMatchObject({ result: { mayWrite: 'yes' }, count: 1 })
})

test('what may pass is asked for again, less and less often', async () => {
  github.faults.add({ operation: notes, times: 3, fault: { kind: 'bad-gateway', leaves: 'nothing' } })
  expect(await asked(() => ask(host()))).toMatchObject({ result: { mayWrite: 'yes' }, seconds: [1, 4, 9] })
})
