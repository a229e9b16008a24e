import { createHash } from 'node:crypto'
import { existsSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { createAuthority, generalName } from '../../../dev/pki.ts'
import { createFiles } from '../../../src/adapters/files/files.ts'
import { ReleaseSigningError } from '../../../src/core/error.ts'
import type { Files, SignPorts } from '../../../src/release/ports.ts'
import type { SignRequest } from '../../../src/release/sign/sign-request.ts'
import type { UploadRequest } from '../../../src/release/sign/upload-request.ts'
import { signRelease } from '../../../src/release/sign-release.ts'
import { contentsOf, type GithubForTests, githubForTests } from '../../support/github.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'
import { createLocalSigner, createWorkspace, named, signPorts, signRequest } from '../../support/release.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const leaf = authority.issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })
const other = authority.issue({ subject: 'Other signer', san: [generalName.uri('https://example.com/other')] })
const notAfter = new Date('2026-01-01T00:00:00Z')
const workspace = createWorkspace()
const localFiles = createFiles({ clock: () => new Date() })

let github: GithubForTests
beforeAll(async () => {
  github = await githubForTests()
  github.createRepository('example/fixed', { immutableReleases: true })
})
afterEach(() => {
  github.faults.clear()
  Object.assign(github.behaviour, { digests: true, maximumAssets: 1000 })
})
afterAll(() => github.close())

const write = (names: readonly string[] = ['app.zip', 'app.txt']) =>
  workspace.write(Object.fromEntries(names.map((name) => [name, `content of ${name}`])))

interface Attempt {
  readonly tag: string
  readonly artifacts?: readonly string[]
  readonly upload?: Partial<UploadRequest>
  readonly request?: Partial<SignRequest>
  readonly ports?: Partial<SignPorts>
  readonly signer?: typeof leaf
  readonly repository?: string
}

function sign({ tag, artifacts = write(), upload, request, ports, signer = leaf, repository }: Attempt) {
  const key = createLocalSigner(signer.key)
  const done = signRelease(
    signRequest(signer, artifacts, {
      repository: repository ?? 'example/project',
      tag,
      sidecars: undefined,
      upload: {
        tag,
        artifacts: true,
        overwrite: false,
        publish: false,
        prerelease: undefined,
        makeLatest: undefined,
        ...upload,
      },
      ...request,
    }),
    signPorts(key, { releaseHost: github.host(repository === undefined ? {} : { repository }), ...ports }),
  )
  return { key, done, artifacts }
}

/** All that a run could change, and nothing that is read by looking at it. */
const stateOf = ({ tag, draft, assets }: ReturnType<GithubForTests['draft']>): readonly string[] => [
  `${tag} ${draft ? 'a draft' : 'published'}`,
  ...assets.map(({ id, name, state, updatedAt, bytes }) => `${id} ${name} ${state} ${+updatedAt} ${bytes.length}`),
]

/** Refused before anything was signed, and the release is as it was. */
async function expectRefusal(attempt: Attempt, code: string) {
  const releases = () => github.repository(attempt.repository).releases.map(stateOf)
  const before = releases()
  const { key, done } = sign(attempt)
  const refusal = await asyncRefusalOf(() => done)
  expect(refusal).toMatchObject({ code, hint: expect.any(String) })
  expect(key.messages).toEqual([])
  expect(releases()).toEqual(before)
  return refusal
}

const attestation = (tag: string) => `example-project-${tag}.release.sigstore.json`
const allOf = (tag: string) => ['app.txt', 'app.txt.p7s', 'app.zip', 'app.zip.p7s', attestation(tag)]

describe('uploading what was signed', () => {
  test('to a draft, artifacts first and the attestation last; it stays a draft', async () => {
    const release = github.draft()
    const report = await sign({ tag: release.tag }).done
    expect(Object.keys(contentsOf(release)).sort()).toEqual(allOf(release.tag))
    const names = release.assets.map(({ name }) => name)
    expect(names.slice(0, 2).sort()).toEqual(['app.txt', 'app.zip'])
    expect(names.at(-1)).toBe(attestation(release.tag))
    expect(release.draft).toBe(true)
    expect(report.release).toMatchObject({ id: release.id, tag: release.tag, draft: true })
    expect(report.release?.assets.map(({ name, uploaded }) => [name, uploaded])).toEqual(
      allOf(release.tag).map((name) => [name, true]),
    )
  })

  test('and publishes it, when all of it is right', async () => {
    const release = github.draft()
    const report = await sign({ tag: release.tag, upload: { publish: true, prerelease: true } }).done
    expect(release).toMatchObject({ draft: false, prerelease: true })
    expect(report.release).toMatchObject({ draft: false, url: expect.stringContaining(`/releases/tag/${release.tag}`) })
  })

  test('says that a release which is public already is not made a prerelease, nor the latest', async () => {
    const { tag } = github.draft({ draft: false })
    const wanted = { publish: true, prerelease: true, makeLatest: 'false' } as const
    const { warnings } = await sign({ tag, upload: wanted }).done
    expect(warnings).toEqual([expect.stringContaining('left as it is: prerelease and make-latest')])
    expect(github.repository().releases.find((release) => release.tag === tag)).toMatchObject({ prerelease: false })
    expect((await sign({ tag, upload: { publish: true } }).done).warnings).toEqual([])
    const asWanted = github.draft()
    await sign({ tag: asWanted.tag, upload: { publish: true, prerelease: true } }).done
    expect((await sign({ tag: asWanted.tag, upload: { publish: true, prerelease: true } }).done).warnings).toEqual([])
  })

  test.each(['sha256', 'sha512'] as const)('compares what is known by %s alone with what is there', async (hash) => {
    const line = `${createHash(hash).update('content of app.zip').digest('hex')}  app.zip\n`
    const request = { checksums: named('SHA', line), outputDirectory: dirname(write()[0] ?? '') }
    const of = (content: string) => github.draft({ assets: { 'app.zip': content } })
    const right = of('content of app.zip')
    await sign({ tag: right.tag, artifacts: [], request, upload: { artifacts: false, publish: true } }).done
    expect(Object.keys(contentsOf(right)).sort()).toEqual(['app.zip', attestation(right.tag)].sort())
    expect(right.draft).toBe(false)
    const wrong = { tag: of('CONTENT OF app.zip').tag, artifacts: [], request, upload: { artifacts: false } }
    await expectRefusal(wrong, 'asset-differs')
  })

  test('sidecars alone, beside artifacts that are there already', async () => {
    const release = github.draft({ assets: { 'app.zip': 'content of app.zip', 'app.txt': 'content of app.txt' } })
    const report = await sign({ tag: release.tag, upload: { artifacts: false, publish: true } }).done
    expect(Object.keys(contentsOf(release)).sort()).toEqual(allOf(release.tag))
    expect(report.release?.assets.filter(({ uploaded }) => !uploaded).map(({ name }) => name)).toEqual([
      'app.txt',
      'app.zip',
    ])
    expect(release.draft).toBe(false)
  })

  test('says which artifacts are not there, and never publishes without them', async () => {
    const release = github.draft({ assets: { 'app.zip': 'content of app.zip' } })
    const report = await sign({ tag: release.tag, upload: { artifacts: false } }).done
    expect(report.warnings.join()).toContain('app.txt')
    await expectRefusal(
      {
        tag: github.draft({ assets: { 'app.zip': 'content of app.zip' } }).tag,
        upload: { artifacts: false, publish: true },
      },
      'artifact-not-on-release',
    )
  })

  test('every kind of sidecar, and names that GitHub changes', async () => {
    const release = github.draft()
    const artifacts = write(['my app (1).zip', 'ü'])
    const kinds = ['cms', 'attestation', 'signature', 'message-bundle'] as const
    await sign({ tag: release.tag, artifacts, request: { sidecars: kinds } }).done
    const names = ['my.app.1.zip', 'default.u'].flatMap((name) =>
      ['', '.p7s', '.sig', '.sigstore.json'].map((end) => name + end),
    )
    expect(Object.keys(contentsOf(release)).sort()).toEqual(
      [...names, attestation(release.tag), `example-project-${release.tag}.certificates.pem`].sort(),
    )
  })

  test('reads digests by downloading where the server tells none', async () => {
    github.behaviour.digests = false
    const release = github.draft({ assets: { 'app.zip': 'content of app.zip' } })
    await sign({ tag: release.tag, upload: { publish: true } }).done
    expect(release.draft).toBe(false)
    await expectRefusal({ tag: github.draft({ assets: { 'app.zip': 'CONTENT of app.zip' } }).tag }, 'asset-differs')
  })
})

describe('run again', () => {
  test('on a draft: artifacts are left, sidecars replaced', async () => {
    const release = github.draft()
    const first = sign({ tag: release.tag })
    await first.done
    const before = new Map(release.assets.map(({ name, id }) => [name, id]))
    const report = await sign({ tag: release.tag, artifacts: first.artifacts }).done
    const kept = release.assets.filter(({ name, id }) => before.get(name) === id).map(({ name }) => name)
    expect(kept.sort()).toEqual(['app.txt', 'app.zip'])
    expect(report.release?.assets).toHaveLength(5)
    expect(Object.keys(contentsOf(release)).sort()).toEqual(allOf(release.tag))
  })

  test.each(['example/project', 'example/fixed'])(
    'on a published one (%s): all is left as it is',
    async (repository) => {
      const release = github.draft({ repository })
      const sidecars = ['cms', 'attestation', 'signature', 'message-bundle'] as const
      const first = sign({ tag: release.tag, repository, upload: { publish: true }, request: { sidecars } })
      await first.done
      const before = stateOf(release)
      const again = { tag: release.tag, repository, request: { sidecars } }
      const calls = github.calls.length
      const report = await sign({ ...again, upload: { publish: true } }).done
      const writes = github.calls.slice(calls).filter(({ method }) => method !== 'GET')
      expect(writes.map(({ operation }) => operation)).toEqual(['repos/generate-release-notes'])
      expect(stateOf(release)).toEqual(before)
      expect(report.release).toMatchObject({ draft: false })
      expect(report.release?.assets.filter(({ uploaded }) => uploaded)).toEqual([])
    },
  )

  test('completes what a killed run left: a starter, half of the files, an artifact that is not there', async () => {
    const release = github.draft({ assets: { 'app.zip': 'content of app.zip' } })
    github.addAsset(release, { name: 'app.txt', bytes: Buffer.of(), state: 'starter' })
    github.addAsset(release, { name: 'app.zip.p7s', bytes: Buffer.of(), state: 'starter' })
    await sign({ tag: release.tag, upload: { publish: true } }).done
    expect(Object.keys(contentsOf(release)).sort()).toEqual(allOf(release.tag))
    expect(Object.values(contentsOf(release))).not.toContain(undefined)
    expect(release.draft).toBe(false)
  })
})

describe('refused before anything is signed', () => {
  test('no release: the command that makes a draft', async () => {
    const refusal = await expectRefusal({ tag: 'v9.9.9' }, 'release-missing')
    expect(refusal?.hint).toContain('gh release create v9.9.9 --repo example/project --draft')
  })

  test('several of one tag', async () => {
    const { tag } = github.draft()
    github.draft({ tag })
    await expectRefusal({ tag }, 'release-ambiguous')
  })

  test('a token that may not write', async () => {
    const token = github.createToken({ permissions: { contents: 'read' } })
    const ports = { releaseHost: github.host({ token }) }
    const { tag } = github.draft()
    const refusal = await expectRefusal({ tag, ports }, 'release-not-writable')
    expect(refusal?.message).toContain('drafts are shown only to whoever may write')
    expect(refusal?.hint).toContain('contents: write')
    await expectRefusal({ tag: github.draft({ draft: false }).tag, ports }, 'release-not-writable')
  })

  test('one that is immutable and published, and lacks something or has something else', async () => {
    const repository = 'example/fixed'
    const fixed = (assets: Record<string, string>) => github.draft({ repository, draft: false, assets }).tag
    await expectRefusal({ tag: fixed({}), repository, upload: { overwrite: true } }, 'release-immutable')
    const release = github.draft({ repository })
    await sign({ tag: release.tag, repository, signer: other, upload: { publish: true } }).done
    await expectRefusal({ tag: release.tag, repository, upload: { overwrite: true } }, 'release-immutable')
    const artifacts = write()
    for (const path of artifacts) writeFileSync(path, `other content of ${basename(path)}`)
    const late = { tag: release.tag, repository, artifacts, upload: { overwrite: true } }
    expect((await expectRefusal(late, 'release-immutable'))?.message).toContain('on it is another file')
  })

  test('more files than a release has room for', async () => {
    const repository = github.createRepository('example/full').fullName
    const assets = Object.fromEntries(Array.from({ length: 996 }, (_, i) => [`f${i}`, 'x']))
    await expectRefusal({ tag: github.draft({ repository, assets }).tag, repository }, 'release-full')
    const { f0: _, ...rest } = assets
    await sign({ tag: github.draft({ repository, assets: rest }).tag, repository }).done
  })

  test('an empty artifact, and names that are one on GitHub or none there', async () => {
    const { tag } = github.draft()
    await expectRefusal({ tag, artifacts: workspace.write({ empty: '' }) }, 'asset-empty')
    const cms = { sidecars: ['cms'] } as const
    await expectRefusal({ tag, artifacts: write(['a b', 'a.b']), request: cms }, 'names-collide')
    await expectRefusal({ tag, artifacts: write(['x/a', 'y/a']), request: cms }, 'names-collide')
    await expectRefusal({ tag, artifacts: write(['日本']), request: cms }, 'asset-name-unfit')
  })

  test('an artifact as large as GitHub takes none', async () => {
    const files = (size: number): Files => ({
      ...localFiles,
      digest: async (paths, hashes) => (await localFiles.digest(paths, hashes)).map((one) => ({ ...one, size })),
    })
    const { tag } = github.draft()
    const refusal = await expectRefusal({ tag, ports: { files: files(2 * 1024 ** 3) } }, 'asset-too-large')
    expect(refusal?.message).toContain('2147483648 bytes')
    // One byte less is refused for nothing; nor is a large one that stays here.
    const dryRun = { request: { dryRun: true } }
    await sign({ tag, ...dryRun, ports: { files: files(2 * 1024 ** 3 - 1) } }).done
    await sign({ tag, ...dryRun, upload: { artifacts: false }, ports: { files: files(2 * 1024 ** 3) } }).done
  })

  test('an artifact that is there and differs, unless it may be overwritten', async () => {
    const assets = { 'app.zip': 'somebody else’s', 'app.txt': 'content of app.txt' }
    const refusal = await expectRefusal({ tag: github.draft({ assets }).tag }, 'asset-differs')
    expect(refusal?.message).toContain('github-actions[bot]')
    const release = github.draft({ assets })
    await expectRefusal({ tag: release.tag, upload: { artifacts: false, overwrite: true } }, 'asset-differs')
    await sign({ tag: release.tag, upload: { overwrite: true } }).done
    expect(contentsOf(release)['app.zip']).toBe('content of app.zip')
  })

  test('an artifact that would be replaced while sidecars of the old one stay', async () => {
    const release = github.draft()
    await sign({ tag: release.tag, request: { sidecars: ['cms', 'attestation', 'signature'] } }).done
    const artifacts = write()
    for (const path of artifacts) writeFileSync(path, 'new content')
    const again = { tag: release.tag, artifacts, upload: { overwrite: true } }
    for (const sidecars of [['attestation'], ['cms'], ['cms', 'attestation']] as const) {
      await expectRefusal({ ...again, request: { sidecars } }, 'sidecar-stale')
    }
    await sign({ ...again, request: { sidecars: ['cms', 'attestation', 'signature'] } }).done
    expect(contentsOf(release)['app.zip']).toBe('new content')
  })

  test('in order: what is wrong here, then at GitHub, then with the key', async () => {
    const { tag } = github.draft()
    const describe = async () => {
      throw new ReleaseSigningError('kms-key-disabled', 'it is disabled', { hint: 'Enable it.' })
    }
    const ports = { signer: createLocalSigner(leaf.key, { describe }) }
    const past = { certificateChain: named('chain.pem', authority.issue({ subject: 'Old', notAfter }).chainPem) }
    await expectRefusal({ tag: 'v9.9.9', ports, request: past }, 'certificate-expired')
    await expectRefusal({ tag: 'v9.9.9', ports }, 'release-missing')
    await expectRefusal({ tag, ports }, 'kms-key-disabled')
  })

  test.each(['app.zip.p7s', 'app.zip.sig', 'app.zip.sigstore.json', 'attestation', 'certificates'])(
    'a file in the place of %s that is none of ours, unless it may be overwritten',
    async (place) => {
      const tag = `foreign-${place}`
      const name =
        { attestation: attestation(tag), certificates: `example-project-${tag}.certificates.pem` }[place] ?? place
      const release = github.draft({ tag, assets: { [name]: 'not ours' } })
      const request = { sidecars: ['cms', 'attestation', 'signature', 'message-bundle'] } as const
      await expectRefusal({ tag, request }, 'sidecar-foreign')
      await sign({ tag, request, upload: { overwrite: true } }).done
      expect(contentsOf(release)[name]).not.toBe('not ours')
    },
  )

  test('sidecars on a published release that are not as good as new ones, unless they may be overwritten', async () => {
    const release = github.draft()
    const first = sign({ tag: release.tag, signer: other, upload: { publish: true } })
    await first.done
    const { tag } = release
    await expectRefusal({ tag, artifacts: first.artifacts }, 'sidecar-published')
    await expectRefusal(
      { tag, artifacts: first.artifacts, request: { sidecars: ['attestation'] } },
      'sidecar-published',
    )
    await expectRefusal({ tag, artifacts: first.artifacts, request: { repositoryId: '1' } }, 'sidecar-published')
    const before = contentsOf(release)
    await sign({ tag, artifacts: first.artifacts, upload: { overwrite: true } }).done
    const changed = Object.entries(contentsOf(release)).filter(([name, bytes]) => before[name] !== bytes)
    expect(changed.map(([name]) => name).sort()).toEqual(['app.txt.p7s', 'app.zip.p7s', attestation(tag)])
  })

  test('other certificates, or a bundle with another digest, on a published release', async () => {
    const release = github.draft()
    const sidecars = ['cms', 'attestation', 'signature', 'message-bundle'] as const
    await sign({ tag: release.tag, upload: { publish: true }, request: { sidecars } }).done
    const change = (name: string, from: string | RegExp, to: string) => {
      const asset = release.assets.find((one) => one.name === name)
      if (asset === undefined) throw new Error(`${name} is there`)
      const { bytes } = asset
      asset.bytes = Buffer.from(bytes.toString('utf8').replace(from, to))
      return () => {
        asset.bytes = bytes
      }
    }
    const restore = change(`example-project-${release.tag}.certificates.pem`, /^[\s\S]*$/, other.chainPem)
    await expectRefusal({ tag: release.tag, request: { sidecars } }, 'sidecar-published')
    restore()
    change('app.zip.sigstore.json', /"digest":"[^"]+"/, `"digest":"${Buffer.alloc(32).toString('base64')}"`)
    await expectRefusal({ tag: release.tag, request: { sidecars } }, 'sidecar-foreign')
  })

  test('an attestation on a published release that names the repository by another id', async () => {
    const release = github.draft()
    const sidecars = ['attestation'] as const
    const first = sign({ tag: release.tag, upload: { publish: true }, request: { sidecars, repositoryId: '7' } })
    await first.done
    const again = { tag: release.tag, artifacts: first.artifacts }
    await expectRefusal({ ...again, request: { sidecars, repositoryId: '8' } }, 'sidecar-published')
    await sign({ ...again, request: { sidecars, repositoryId: '7' } }).done
  })

  test('an attestation on a published release that lists the same names with other digests', async () => {
    const release = github.draft()
    const sidecars = ['attestation'] as const
    const artifacts = write()
    await sign({ tag: release.tag, artifacts, upload: { artifacts: false }, request: { sidecars } }).done
    for (const path of artifacts) writeFileSync(path, 'changed')
    release.draft = false
    await expectRefusal(
      { tag: release.tag, artifacts, upload: { artifacts: false }, request: { sidecars } },
      'sidecar-published',
    )
  })

  test.each(['draft', 'published'])(
    'an attestation that lists less than the one on a %s, whatever may be overwritten',
    async (state) => {
      const release = github.draft()
      const first = sign({ tag: release.tag, upload: { publish: state === 'published' } })
      await first.done
      const artifacts = first.artifacts.slice(0, 1)
      for (const overwrite of [false, true]) {
        const refusal = await expectRefusal(
          { tag: release.tag, artifacts, upload: { overwrite } },
          'attestation-lists-less',
        )
        expect(refusal?.message).toContain('app.txt')
      }
      writeFileSync(workspace.path('more.bin'), 'more')
      const more = [...first.artifacts, workspace.path('more.bin')]
      if (state === 'draft') await sign({ tag: release.tag, artifacts: more }).done
      else await expectRefusal({ tag: release.tag, artifacts: more }, 'sidecar-published')
    },
  )

  test('a repository or a client that is not known', async () => {
    const { tag } = github.draft()
    await expectRefusal({ tag, ports: { releaseHost: undefined } }, 'usage')
    await expectRefusal({ tag, request: { repository: undefined, sidecars: ['cms'] } }, 'usage')
  })
})

describe('while it is uploaded', () => {
  test('somebody changes the draft: it is not published', async () => {
    const release = github.draft()
    const run = () => {
      const asset = release.assets.find(({ name }) => name === 'app.zip')
      if (asset !== undefined) asset.bytes = Buffer.from('their content')
    }
    github.faults.add({
      operation: 'repos/upload-release-asset',
      target: attestation(release.tag),
      times: 1,
      fault: { kind: 'call', at: 'arrival', run },
    })
    const refusal = await asyncRefusalOf(() => sign({ tag: release.tag, upload: { publish: true } }).done)
    expect(refusal).toMatchObject({ code: 'asset-mismatch', hint: expect.stringContaining('was not published') })
    expect(release.draft).toBe(true)
  })

  test('somebody changes it while it is published: the run fails, and says that it is public', async () => {
    const release = github.draft()
    const run = () => {
      const asset = release.assets.find(({ name }) => name === 'app.zip')
      if (asset !== undefined) asset.bytes = Buffer.from('their content')
    }
    github.faults.add({ operation: 'repos/update-release', times: 1, fault: { kind: 'call', at: 'answer', run } })
    const refusal = await asyncRefusalOf(() => sign({ tag: release.tag, upload: { publish: true } }).done)
    expect(refusal).toMatchObject({ code: 'asset-mismatch', hint: expect.stringContaining('is public') })
  })

  test('somebody publishes it under another tag: that is not what was asked for', async () => {
    const release = github.draft()
    const run = () => void Object.assign(release, { tag: 'v666.0.0', draft: false, immutable: true })
    github.faults.add({ operation: 'repos/update-release', times: 1, fault: { kind: 'call', at: 'arrival', run } })
    const refusal = await asyncRefusalOf(() => sign({ tag: release.tag, upload: { publish: true } }).done)
    expect(refusal).toMatchObject({ code: 'release-retagged', message: expect.stringContaining('v666.0.0') })
  })

  test('publishing is refused because it has been done: an answer was lost before', async () => {
    const release = github.draft()
    github.faults.add({
      operation: 'repos/update-release',
      after: 1,
      fault: { kind: 'status', status: 422, message: '' },
    })
    github.faults.add({ operation: 'repos/update-release', times: 1, fault: { kind: 'lost-answer' } })
    await sign({ tag: release.tag, upload: { publish: true } }).done
    expect(release.draft).toBe(false)
  })

  test('an upload is refused for good: nothing is published, sidecars are on the disk, and another run completes it', async () => {
    const release = github.draft()
    const heal = github.faults.add({
      operation: 'repos/upload-release-asset',
      target: 'app.zip.p7s',
      fault: { kind: 'status', status: 400, message: 'Bad Content-Length' },
    })
    const first = sign({ tag: release.tag, upload: { publish: true } })
    const refusal = await asyncRefusalOf(() => first.done)
    expect(refusal).toMatchObject({ code: 'github-refused', hint: expect.stringContaining('Sidecars are written') })
    expect(refusal?.written?.map((path) => basename(path)).sort()).toEqual(
      allOf(release.tag).filter((name) => !['app.txt', 'app.zip'].includes(name)),
    )
    expect(refusal?.written?.every((path) => existsSync(path))).toBe(true)
    expect(release.draft).toBe(true)
    expect(contentsOf(release)[attestation(release.tag)]).toBeUndefined()
    heal()
    await sign({ tag: release.tag, artifacts: first.artifacts, upload: { publish: true } }).done
    expect(Object.keys(contentsOf(release)).sort()).toEqual(allOf(release.tag))
    expect(release.draft).toBe(false)
  })
})

describe('a dry run', () => {
  test('tells what would be uploaded, and changes nothing', async () => {
    const release = github.draft({ assets: { 'app.zip': 'content of app.zip' } })
    const { key, done } = sign({ tag: release.tag, request: { dryRun: true } })
    const report = await done
    expect(report.release).toMatchObject({ assets: [] })
    expect([...(report.release?.wouldUpload ?? [])].sort()).toEqual(
      allOf(release.tag).filter((name) => name !== 'app.zip'),
    )
    expect(key.messages).toEqual([])
    expect(key.probes).toHaveLength(1)
    expect(Object.keys(contentsOf(release))).toEqual(['app.zip'])
  })

  test('of more than 400 files says how long they will take; one attestation for all of them is quick', async () => {
    const { tag } = github.draft()
    const artifacts = write(Array.from({ length: 260 }, (_, i) => `f${i}`))
    const long = await sign({ tag, artifacts, request: { dryRun: true } }).done
    expect(long.warnings.join()).toContain("521 files are to be uploaded: with GitHub's limits")
    expect(long.warnings.join()).toContain('about 1 h 1 min')
    const short = await sign({ tag, artifacts, request: { dryRun: true, sidecars: ['attestation'] } }).done
    expect(short.warnings).toEqual([])
  })

  test('is refused what the run in earnest would be', async () => {
    await expectRefusal({ tag: 'v9.9.9', request: { dryRun: true } }, 'release-missing')
    const { tag } = github.draft({ assets: { 'app.zip': 'other' } })
    await expectRefusal({ tag, request: { dryRun: true } }, 'asset-differs')
  })

  test('of a pull request does without release, permission and tag, and says so; the rest is as in earnest', async () => {
    const rehearsal = { dryRun: true, rehearsal: true }
    const missing = await sign({ tag: 'v9.9.9', request: rehearsal }).done
    expect(missing.warnings.join()).toContain('has no release of the tag v9.9.9')
    expect(missing.release).toBeUndefined()

    const token = github.createToken({ permissions: { contents: 'read' } })
    const ports = { releaseHost: github.host({ token }) }
    const reader = await sign({ tag: github.draft().tag, request: rehearsal, ports }).done
    expect(reader.warnings.join()).toContain('may not write')

    const untagged = await sign({ tag: 'x', upload: { tag: undefined }, request: { ...rehearsal, tag: undefined } })
      .done
    expect(untagged.warnings.join()).toContain('v0.0.0-rehearsal')
    expect(untagged.attestation).toContain('v0.0.0-rehearsal')

    const { tag } = github.draft({ assets: { 'app.zip': 'other' } })
    await expectRefusal({ tag, request: rehearsal }, 'asset-differs')
    await expectRefusal({ tag, artifacts: write(['a b', 'a.b']), request: rehearsal }, 'names-collide')
  })
})
