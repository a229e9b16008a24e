import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { NewRelease, Release } from '../../../dev/github.ts'
import { createFiles } from '../../../src/adapters/files/files.ts'
import { bytesToHex, hexToBytes, utf8 } from '../../../src/core/bytes.ts'
import { digest, sha256Hex } from '../../../src/core/crypto.ts'
import { collectReleaseArtifacts, type ReleaseArtifactsRequest } from '../../../src/release/host/release-artifacts.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { type GithubForTests, githubForTests } from '../../support/github.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'
import { named } from '../../support/release.ts'

const folder = temporaryFolder()
const files = createFiles({ clock: () => new Date() })
const began = new Date('2026-11-20T12:00:00Z')
const before = new Date('2026-11-20T11:59:59Z')
let github: GithubForTests
let count = 0
let time = before
beforeAll(async () => {
  github = await githubForTests({ now: () => time.getTime() })
  github.createRun({ id: 42, startedAt: began })
})
afterAll(() => github.close())

/** Assets of `github-actions[bot]`, uploaded before the run. */
function release(options: Partial<NewRelease> = {}): Release {
  time = before
  return github.draft({ assets: { 'app.zip': 'an archive', 'notes.txt': 'notes' }, ...options })
}

function collect(
  { tag }: Pick<Release, 'tag'>,
  overrides: Partial<ReleaseArtifactsRequest> = {},
  token = github.token,
) {
  const directory = folder.at(String(count++))
  mkdirSync(directory)
  const request = {
    repository: 'example/project',
    tag,
    patterns: ['*'],
    kinds: [],
    checksums: undefined,
    trustedUploaders: ['github-actions[bot]', 'octocat'],
    runId: '42',
    directory,
    ...overrides,
  }
  const host = github.host({ token })
  return { directory, found: () => collectReleaseArtifacts(request, host, files) }
}

/** What is refused is not downloaded. */
async function refusal(of: Release, overrides: Partial<ReleaseArtifactsRequest> = {}, token?: string) {
  const { directory, found } = collect(of, overrides, token)
  const refused = await asyncRefusalOf(found)
  if (refused?.code !== 'checksums-mismatch') expect(readdirSync(directory)).toEqual([])
  return refused
}

const line = (name: string, content: string, hash: 'sha256' | 'sha512' = 'sha256') =>
  `${bytesToHex(digest(hash, utf8(content)))}  ${name}\n`
const list = (...lines: readonly string[]) => named('SHA256SUMS', lines.join(''))

describe('files of a release', () => {
  test('of those who are trusted, uploaded before the run began', async () => {
    const there = release()
    github.addAsset(there, { name: 'by-hand.bin', bytes: Buffer.from('by hand') }, 'OctoCat')
    const { directory, found } = collect(there)
    const { artifacts, unmatched } = await found()
    expect(unmatched).toEqual([])
    expect(
      artifacts.map(({ asset, path, sha256, digests }) => [asset.name, asset.uploader, path, sha256, digests]),
    ).toEqual(
      [
        ['app.zip', 'github-actions[bot]', 'an archive'],
        ['notes.txt', 'github-actions[bot]', 'notes'],
        ['by-hand.bin', 'OctoCat', 'by hand'],
      ].map(([name = '', uploader, content = '']) => {
        const sha256 = sha256Hex(utf8(content))
        return [name, uploader, `${directory}/${name}`, sha256, { sha256: hexToBytes(sha256) }]
      }),
    )
    expect(readFileSync(`${directory}/app.zip`, 'utf8')).toBe('an archive')
  })

  test('by pattern; sidecars that are there are none of them, and a stray .p7s is', async () => {
    const there = release({
      assets: {
        'app.zip': 'x',
        'app.zip.p7s': 'x',
        'app.zip.sig': 'x',
        'stray.p7s': 'x',
        'example-project-v1.release.sigstore.json': '{}',
      },
    })
    const names = async (overrides: Partial<ReleaseArtifactsRequest>) =>
      (await collect(there, overrides).found()).artifacts.map(({ asset }) => asset.name)
    expect(await names({})).toEqual(['app.zip', 'app.zip.sig', 'stray.p7s'])
    expect(await names({ kinds: ['signature'] })).toEqual(['app.zip', 'stray.p7s'])
    expect(await names({ patterns: ['app.*', '!*.sig'] })).toEqual(['app.zip'])
    expect((await refusal(there, { patterns: ['*.release.sigstore.json'] }))?.code).toBe('artifacts-none')
  })

  test('one of somebody else refuses all of them, and says whose it is and what to write', async () => {
    const there = release()
    github.addAsset(there, { name: 'evil.zip', bytes: Buffer.from('x') }, 'mallory')
    github.addAsset(there, { name: 'worse.zip', bytes: Buffer.from('x') }, 'mallory')
    const refused = await refusal(there)
    expect(refused).toMatchObject({
      code: 'asset-untrusted',
      message: expect.stringMatching(/: evil\.zip by mallory, worse\.zip by mallory$/),
      hint: expect.stringContaining('add this line to trusted-uploaders, with those that are there: mallory.'),
    })
    expect((await refusal(there, { trustedUploaders: [] }))?.code).toBe('asset-untrusted')
    const { found } = collect(there, { trustedUploaders: ['github-actions[bot]', 'MALLORY'] })
    expect((await found()).artifacts).toHaveLength(4)
    expect((await collect(there, { patterns: ['*', '!evil.zip', '!worse.zip'] }).found()).artifacts).toHaveLength(2)
  })

  test('one that came after the run began refuses all of them', async () => {
    const there = release()
    time = new Date('2026-11-20T12:00:01Z')
    github.addAsset(there, { name: 'late.zip', bytes: Buffer.from('x') })
    expect(await refusal(there)).toMatchObject({
      code: 'asset-too-new',
      message: expect.stringContaining('late.zip by github-actions[bot] at 2026-11-20T12:00:01.000Z'),
    })
    expect((await collect(there, { patterns: ['*', '!late.zip'] }).found()).artifacts).toHaveLength(2)
    const changed = release()
    for (const asset of changed.assets) asset.updatedAt = new Date('2026-11-20T12:00:01Z')
    expect((await refusal(changed))?.code).toBe('asset-too-new')
    time = began
    const justThen = release({ assets: {} })
    time = began
    github.addAsset(justThen, { name: 'just-then.zip', bytes: Buffer.from('x') })
    expect((await collect(justThen).found()).artifacts).toHaveLength(1)
  })

  test('a run that cannot be read refuses, and says what is missing', async () => {
    const blind = github.createToken({ permissions: { contents: 'write' } })
    for (const [overrides, token] of [
      [{}, blind],
      [{ runId: '43' }, github.token],
      [{ runId: undefined }, github.token],
    ] as const) {
      expect(await refusal(release(), overrides, token)).toMatchObject({
        code: 'run-unreadable',
        hint: expect.stringContaining('actions: read'),
      })
    }
  })

  test('an upload that was never finished refuses', async () => {
    const there = release()
    github.addAsset(there, { name: 'half.zip', bytes: Buffer.of(), state: 'starter' })
    expect(await refusal(there)).toMatchObject({
      code: 'asset-unfinished',
      message: expect.stringContaining('half.zip'),
    })
  })

  test('names that lead elsewhere, or fall together', async () => {
    for (const name of ['../evil.zip', 'a/b', 'C:evil']) {
      const there = release()
      const asset = github.addAsset(there, { name: 'evil.zip', bytes: Buffer.from('x') })
      asset.name = name
      expect({ name, code: (await refusal(there))?.code }).toEqual({ name, code: 'asset-name-unfit' })
    }
    expect(existsSync(folder.at('evil.zip'))).toBe(false)
    const there = release()
    github.addAsset(there, { name: 'APP.zip', bytes: Buffer.from('x') })
    expect((await refusal(there))?.code).toBe('names-collide')
  })

  test('bytes that are not what GitHub says of them', async () => {
    const there = release({ assets: { 'app.zip': 'an archive' } })
    github.behaviour.digests = false
    const lied = await collect(there).found()
    expect(lied.artifacts[0]?.sha256).toBe(sha256Hex(utf8('an archive')))
    github.behaviour.digests = true
  })

  test('no release, and no file on it', async () => {
    expect((await refusal({ ...release(), tag: 'v0' }))?.code).toBe('release-missing')
    expect((await refusal(release({ assets: {} })))?.code).toBe('artifacts-none')
  })
})

describe('a list that decides', () => {
  test('in place of uploader, time and run', async () => {
    const there = release()
    time = new Date('2026-11-20T13:00:00Z')
    github.addAsset(there, { name: 'late.zip', bytes: Buffer.from('late') }, 'mallory')
    const checksums = list(
      line('app.zip', 'an archive'),
      line('dist/notes.txt', 'notes', 'sha512'),
      line('late.zip', 'late'),
      line('app.zip.p7s', 'a sidecar'),
    )
    const { artifacts } = await collect(there, { checksums, trustedUploaders: [], runId: undefined }).found()
    expect(artifacts.map(({ asset, digests }) => [asset.name, Object.keys(digests).sort()])).toEqual([
      ['app.zip', ['sha256']],
      ['notes.txt', ['sha256', 'sha512']],
      ['late.zip', ['sha256']],
    ])
  })

  test.each([
    ['another digest', [line('app.zip', 'another'), line('notes.txt', 'notes')], 'checksums-mismatch'],
    ['another SHA-512', [line('app.zip', 'an archive'), line('notes.txt', 'x', 'sha512')], 'checksums-mismatch'],
    ['a file that is not in it', [line('app.zip', 'an archive')], 'asset-not-listed'],
    [
      'a file of it that is not there',
      [line('app.zip', 'an archive'), line('notes.txt', 'notes'), line('gone.zip', 'gone')],
      'artifact-not-on-release',
    ],
    ['a line that cannot be read', [line('app.zip', 'an archive'), '\n'], 'checksums-invalid'],
  ])('refuses %s', async (_, lines, code) => {
    expect((await refusal(release(), { checksums: list(...lines) }))?.code).toBe(code)
  })

  test('is asked for what patterns match, and no more', async () => {
    const checksums = list(line('app.zip', 'an archive'), line('gone.txt', 'gone'))
    expect((await collect(release(), { checksums, patterns: ['*.zip'] }).found()).artifacts).toHaveLength(1)
  })
})
