import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { ReleaseHostOptions } from '../../../src/adapters/github/github-transfers.ts'
import type { AssetFile } from '../../../src/release/host/release-host.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { type GithubForTests, githubForTests } from '../../support/github.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

const folder = temporaryFolder()
let github: GithubForTests

beforeAll(async () => {
  github = await githubForTests()
})
afterEach(() => {
  github.faults.clear()
  Object.assign(github.behaviour, { digests: true, downloads: 'redirect' })
})
afterAll(() => github.close())

const host = (options: Partial<ReleaseHostOptions> = {}) => github.host(options)

const sha256 = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex')

const bytesFile = (name: string, text: string): AssetFile => ({
  name,
  size: Buffer.byteLength(text),
  sha256: sha256(text),
  content: Buffer.from(text),
})

/** A draft of a tag of its own, and as the host sees it. */
async function draft(options: Parameters<GithubForTests['draft']>[0] = {}) {
  const there = github.draft(options)
  const seen = await host().findRelease(there.tag)
  if (seen === undefined) throw new Error('the draft is not found')
  return { there, seen }
}

const names = ({ assets }: { readonly assets: readonly { readonly name: string }[] }) => assets.map(({ name }) => name)

describe('finding a release', () => {
  test('a draft, a published one, and none', async () => {
    const { there, seen } = await draft()
    expect(seen).toMatchObject({ id: there.id, tag: there.tag, draft: true, immutable: false, targetCommitish: 'main' })
    const published = github.createRelease({ tag: 'v1/published', draft: false })
    expect(await host().findRelease('v1/published')).toMatchObject({ id: published.id, draft: false })
    expect(await host().findRelease('v99')).toBeUndefined()
  })

  test('a published one, and no draft, without a token or with one that may only read', async () => {
    const { there } = await draft()
    github.createRelease({ tag: 'public', draft: false })
    const reader = github.createToken({ permissions: { contents: 'read' } })
    for (const weak of [undefined, reader]) {
      expect(await host({ token: weak }).findRelease('public')).toMatchObject({ tag: 'public' })
      expect(await host({ token: weak }).findRelease(there.tag)).toBeUndefined()
    }
  })

  test('one that is older than a hundred others', async () => {
    const other = github.createRepository('example/busy').fullName
    const old = github.createRelease({ repository: other, tag: 'old' })
    for (let i = 0; i < 120; i++) github.createRelease({ repository: other, tag: `new-${i}` })
    expect(await host({ repository: other }).findRelease('old')).toMatchObject({ id: old.id })
  })

  test.each([
    ['several drafts', 'release-ambiguous', () => host().findRelease(twice())],
    ['no such repository', 'github-not-found', () => host({ repository: 'example/none' }).findRelease('v1')],
    ['nor without a token', 'github-not-found', () => host({ repository: 'a/b', token: undefined }).findRelease('v1')],
    ['a token that is none', 'github-token-refused', () => host({ token: 'ghs_wrong' }).findRelease('v1')],
    ['no server', 'github-unavailable', () => host({ apiUrl: 'http://127.0.0.1:9' }).findRelease('v1')],
    ['a server that is another', 'github-answer-invalid', () => host({ fetch: otherServer }).findRelease('v1')],
  ])('%s: %s', async (_, code, find) => {
    const refusal = await asyncRefusalOf(find)
    expect(refusal?.code).toBe(code)
    expect(refusal?.hint).toBeTruthy()
    expect(refusal?.message).not.toContain(github.token)
  })

  const otherServer: typeof fetch = async () => Response.json([{ id: 1, tag_name: 'v1' }])
  function twice(): string {
    const { tag } = github.draft()
    return github.draft({ tag }).tag
  }
})

describe('uploading', () => {
  test('bytes and a file, and lists what is there', async () => {
    const { there, seen } = await draft()
    const content = Buffer.alloc(700_000, 'x')
    const path = folder.write('large.bin', content)
    const file = { name: 'large.bin', size: content.length, sha256: sha256(content), content: path }
    expect(await host().upload(seen, file)).toMatchObject({ name: 'large.bin', size: 700_000, sha256: file.sha256 })
    await host().upload(seen, bytesFile('a+b@c.txt', 'text'))
    expect(await host().listAssets(seen)).toMatchObject([
      { name: 'large.bin', uploaded: true, uploader: 'github-actions[bot]' },
      { name: 'a+b@c.txt', uploaded: true, size: 4 },
    ])
    expect(there.assets[0]?.bytes.equals(content)).toBe(true)
  })

  test.each([
    ['the connection is reset', { kind: 'reset' }],
    ['it is cut in the middle, which leaves a starter', { kind: 'cut', afterBytes: 2 }],
    ['502, and nothing arrived', { kind: 'bad-gateway', leaves: 'nothing' }],
    ['502, and a starter stays', { kind: 'bad-gateway', leaves: 'starter' }],
    ['502, and all of it arrived', { kind: 'bad-gateway', leaves: 'everything' }],
    ['the answer is lost', { kind: 'lost-answer' }],
    ['another byte arrives', { kind: 'corrupt' }],
    ['a limit of requests', { kind: 'secondary-rate-limit', retryAfterSeconds: 1 }],
    ['a limit of requests with 429', { kind: 'secondary-rate-limit', retryAfterSeconds: 1, status: 429 }],
    ['an unavailable server', { kind: 'status', status: 503, message: 'later' }],
  ] as const)('comes through when %s', async (_, fault) => {
    const { there, seen } = await draft()
    github.faults.add({ operation: 'repos/upload-release-asset', times: 1, fault })
    await host().upload(seen, bytesFile('app.zip', 'an archive'))
    expect(names(there)).toEqual(['app.zip'])
    expect(there.assets[0]).toMatchObject({ state: 'uploaded', bytes: Buffer.from('an archive') })
  })

  test('takes away what an earlier run left unfinished', async () => {
    const { there, seen } = await draft()
    github.addAsset(there, { name: 'app.zip', bytes: Buffer.of(), state: 'starter' })
    await host().upload(seen, bytesFile('app.zip', 'an archive'))
    expect(there.assets).toMatchObject([{ name: 'app.zip', state: 'uploaded' }])
  })

  test('refuses to replace what somebody else uploaded meanwhile', async () => {
    const { there, seen } = await draft()
    github.addAsset(there, { name: 'app.zip', bytes: Buffer.from('theirs') }, 'mallory')
    const refusal = await asyncRefusalOf(() => host().upload(seen, bytesFile('app.zip', 'ours')))
    expect(refusal).toMatchObject({ code: 'asset-mismatch', message: expect.stringContaining('mallory') })
    expect(there.assets).toMatchObject([{ bytes: Buffer.from('theirs') }])
  })

  test('refuses when what arrives is always another, and leaves none of it', async () => {
    const { there, seen } = await draft()
    github.faults.add({ operation: 'repos/upload-release-asset', fault: { kind: 'corrupt' } })
    expect(await asyncRefusalOf(() => host().upload(seen, bytesFile('app.zip', 'x')))).toMatchObject({
      code: 'asset-mismatch',
    })
    expect(names(there)).toEqual([])
  })

  test('refuses a file that has changed since it was signed, or has become shorter', async () => {
    const { there, seen } = await draft()
    const path = folder.write('changed.bin', 'after')
    for (const before of ['befor', 'before it was cut']) {
      const file = { name: 'changed.bin', size: before.length, sha256: sha256(before), content: path }
      expect(await asyncRefusalOf(() => host().upload(seen, file))).toMatchObject({ code: 'file-changed' })
    }
    expect(there.assets.filter(({ state }) => state === 'uploaded')).toEqual([])
  })

  test('gives up at once where nothing will change', async () => {
    const { seen } = await draft()
    const immutable = github.createRepository('example/fixed', { immutableReleases: true }).fullName
    github.createRelease({ repository: immutable, tag: 'v1', draft: false })
    const fixed = host({ repository: immutable })
    const release = await fixed.findRelease('v1')
    if (release === undefined) throw new Error('it is there')
    expect(release.immutable).toBe(true)
    expect(await asyncRefusalOf(() => fixed.upload(release, bytesFile('a', 'x')))).toMatchObject({
      code: 'github-refused',
    })
    const reader = github.createToken({ permissions: { contents: 'read' } })
    github.createRelease({ tag: 'readable', draft: false })
    const readable = (await host().findRelease('readable')) ?? seen
    expect(await asyncRefusalOf(() => host({ token: reader }).upload(readable, bytesFile('a', 'x')))).toMatchObject({
      code: 'github-access-denied',
    })
    const elsewhere = { ...seen, uploadUrl: 'http://127.0.0.1:9/assets' }
    const tls = host({ apiUrl: 'https://ghe.example.com/api/v3' })
    expect(await asyncRefusalOf(() => tls.upload(elsewhere, bytesFile('a', 'x')))).toMatchObject({
      code: 'github-answer-invalid',
    })
  })
})

describe('downloading', () => {
  const content = Buffer.alloc(300_000, 'abc')

  test.each(['redirect', 'direct'] as const)('to a file and into memory (%s)', async (downloads) => {
    github.behaviour.downloads = downloads
    const { seen } = await draft({ assets: { 'app.bin': content } })
    const [asset] = await host().listAssets(seen)
    if (asset === undefined) throw new Error('it is there')
    const path = folder.at(`downloaded-${downloads}`)
    expect(await host().download(asset, path)).toEqual({ sha256: sha256(content) })
    expect(readFileSync(path).equals(content)).toBe(true)
    expect(Buffer.from(await host().read(asset, 300_000)).equals(content)).toBe(true)
    expect(await asyncRefusalOf(() => host().read(asset, 299_999))).toMatchObject({ code: 'limit-exceeded' })
    expect(github.calls.filter(({ origin, authorized }) => origin === 'storage' && authorized)).toEqual([])
  })

  test('of a repository that was renamed, which the server itself sends on to: there the token is shown, and nowhere else', async () => {
    const { seen } = await draft({ assets: { 'app.bin': content } })
    const renamed: typeof fetch = async (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (!url.pathname.startsWith('/repos/example/old/')) return fetch(input, init)
      const location = `${url.origin}${url.pathname.replace('/old/', '/project/')}${url.search}`
      // As `fetch` follows where it is asked to.
      if (init?.redirect !== 'manual') return fetch(location, init)
      return new Response(null, { status: 301, headers: { location } })
    }
    const old = host({ repository: 'example/old', fetch: renamed })
    const [asset] = await old.listAssets(seen)
    if (asset === undefined) throw new Error('it is there')
    // A draft, which nobody sees without the token.
    expect(await old.download(asset, folder.at('renamed'))).toEqual({ sha256: sha256(content) })
    expect(github.calls.filter(({ origin, authorized }) => origin === 'storage' && authorized)).toEqual([])
  })

  test('the digest of an asset, also where the server tells none', async () => {
    github.behaviour.digests = false
    const { seen } = await draft({ assets: { 'app.bin': content } })
    const [asset] = await host().listAssets(seen)
    if (asset === undefined) throw new Error('it is there')
    expect(asset.sha256).toBeUndefined()
    expect(await host().digest(asset, 'sha256')).toBe(sha256(content))
    expect(await host().digest(asset, 'sha512')).toBe(createHash('sha512').update(content).digest('hex'))
  })

  test.each([
    ['cut', { kind: 'cut', afterBytes: 1000 }],
    ['corrupt', { kind: 'corrupt' }],
    ['reset', { kind: 'reset' }],
  ] as const)('begun anew once when %s; refused and nothing left when it stays so', async (name, fault) => {
    const { seen } = await draft({ assets: { 'app.bin': content } })
    const [asset] = await host().listAssets(seen)
    if (asset === undefined) throw new Error('it is there')
    const operation = 'storage/download'
    github.faults.add({ operation, times: 1, fault })
    expect(await host().download(asset, folder.at(`again-${name}`))).toEqual({ sha256: sha256(content) })
    github.faults.clear()
    github.faults.add({ operation, fault })
    const refusal = await asyncRefusalOf(() => host().download(asset, folder.at(`never-${name}`)))
    expect(['asset-mismatch', 'github-unavailable']).toContain(refusal?.code)
    expect(readdirSync(folder.path).filter((file) => file.includes('never') || file.endsWith('.tmp'))).toEqual([])
  })
})

describe('what else it does', () => {
  test('deletes, twice, and publishes', async () => {
    const { there, seen } = await draft({ assets: { 'app.bin': 'x' } })
    const [asset] = await host().listAssets(seen)
    if (asset === undefined) throw new Error('it is there')
    await host().deleteAsset(asset)
    await host().deleteAsset(asset)
    expect(there.assets).toEqual([])
    const published = await host().publish(seen, { prerelease: true, makeLatest: 'false' })
    expect(published).toMatchObject({ draft: false, prerelease: true, id: seen.id })
    expect(await host().getRelease(seen)).toEqual(published)
  })

  test('publishes under the tag that was signed, whatever became of the draft', async () => {
    const { there, seen } = await draft()
    there.tag = 'another'
    await host().publish(seen, { prerelease: undefined, makeLatest: undefined })
    expect(there).toMatchObject({ tag: seen.tag, draft: false })
  })

  test('whether the token may write', async () => {
    const { seen } = await draft()
    const ask = (options: Partial<ReleaseHostOptions>) => host(options).writePermission(seen.tag, 'main')
    expect(await ask({})).toEqual({ mayWrite: 'yes' })
    const reader = github.createToken({ permissions: { contents: 'read' } })
    expect(await ask({ token: reader })).toEqual({ mayWrite: 'no' })
    github.faults.add({
      operation: 'repos/generate-release-notes',
      fault: { kind: 'status', status: 422, message: '' },
    })
    expect(await ask({})).toEqual({ mayWrite: 'yes' })
    github.faults.clear()
    github.faults.add({
      operation: 'repos/generate-release-notes',
      fault: { kind: 'status', status: 418, message: 'no' },
    })
    expect(await ask({})).toEqual({ mayWrite: 'unknown', reason: 'GitHub answers 418: no' })
  })

  test('when a run began', async () => {
    const startedAt = new Date('2026-11-20T12:00:00Z')
    github.createRun({ id: 4242, startedAt })
    expect(await host().runStartedAt('4242')).toEqual(startedAt)
    expect(await asyncRefusalOf(() => host().runStartedAt('1'))).toMatchObject({ code: 'github-not-found' })
    const weak = github.createToken({ permissions: { contents: 'write' } })
    expect(await asyncRefusalOf(() => host({ token: weak }).runStartedAt('4242'))).toMatchObject({
      code: 'github-access-denied',
      hint: expect.stringContaining('actions: read'),
    })
  })

  test('an answer that is cut or garbled is asked for again', async () => {
    const { seen } = await draft({ assets: { 'app.bin': 'x' } })
    for (const fault of [{ kind: 'cut', afterBytes: 20 }, { kind: 'reset' }] as const) {
      github.faults.add({ operation: 'repos/list-release-assets', times: 1, fault })
      expect(await host().listAssets(seen)).toHaveLength(1)
    }
  })
})
