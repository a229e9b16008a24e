// What others do to a release while a run publishes it, and what is said then.
import { expect, test } from '@jest/globals'
import type { GithubFault, PlannedFault, Release } from '../../../dev/github.ts'
import { publishingScene } from '../../support/publishing-scene.ts'

const { github, run, newDraft, stateOf, runTwice, during } = publishingScene()

const mismatch = 'asset-mismatch after 0 min, draft'
const list = 'repos/list-release-assets'
const upload = 'repos/upload-release-asset'
const publish = 'repos/update-release'

const reset: GithubFault = { kind: 'reset' }
const cut: GithubFault = { kind: 'cut', afterBytes: 5 }
const corrupt: GithubFault = { kind: 'corrupt' }
const nothing: GithubFault = { kind: 'bad-gateway', leaves: 'nothing' }
const everything: GithubFault = { kind: 'bad-gateway', leaves: 'everything' }

/** Once so many requests of this kind have passed. */
const before = (operation: NonNullable<PlannedFault['operation']>, act: () => void, after = 0): PlannedFault => ({
  ...{ operation, after, times: 1, fault: { kind: 'call', at: 'arrival', run: act } },
})

const remove = (release: Release, name: string): void => {
  release.assets.splice(
    release.assets.findIndex((one) => one.name === name),
    1,
  )
}

test('an asset is taken away before it is read back: not published, and completed later', () =>
  during(async () => {
    const draft = newDraft()
    const loss = before(list, () => remove(draft, 'app.zip.p7s'), 1)
    expect(await runTwice(draft, loss)).toBe(mismatch)
  }))

test('an asset is exchanged before it is read back: not published', () =>
  during(async () => {
    const draft = newDraft()
    github().faults.add(
      before(
        list,
        () => {
          remove(draft, 'app.zip')
          github().addAsset(draft, { name: 'app.zip', bytes: Buffer.from('AN ARCHIVE') }, 'mallory')
        },
        1,
      ),
    )
    expect((await run()).code).toBe('asset-mismatch')
    expect(draft.draft).toBe(true)
    // Not ours to replace unasked.
    expect((await run()).code).toBe('asset-differs')
    expect((await run({ overwrite: true })).code).toBeUndefined()
    expect(await stateOf(draft)).toBe('complete')
  }))

test('somebody uploads a file of the same name first: theirs stays, and nothing is published', () =>
  during(async () => {
    const draft = newDraft()
    github().faults.add({
      ...before(upload, () => {
        github().addAsset(draft, { name: 'app.zip', bytes: Buffer.from('theirs') }, 'mallory')
      }),
      target: 'name=app.zip',
    })
    expect((await run()).code).toBe('asset-mismatch')
    expect(draft).toMatchObject({ draft: true })
    expect(draft.assets.find(({ name }) => name === 'app.zip')?.bytes.toString()).toBe('theirs')
  }))

test('somebody publishes an immutable release too early: refused, also by a second run before it signs', () =>
  during(async () => {
    const draft = newDraft()
    github().faults.add(before(upload, () => Object.assign(draft, { draft: false, immutable: true }), 1))
    expect((await run()).code).toBe('github-refused')
    github().faults.clear()
    expect((await run()).code).toBe('release-immutable')
  }))

test.each([
  ['was not published', nothing, 'draft'],
  ['may be public', everything, 'complete'],
] as const)('nothing answers any more: it says that the release %s', (said, fault, state) =>
  during(async () => {
    const draft = newDraft()
    github().faults.add({ operation: publish, fault })
    if (state === 'complete') github().faults.add({ operation: 'repos/get-release', fault: reset })
    const { code, error } = await run()
    expect(code).toBe('github-unavailable')
    expect(error).toMatchObject({ hint: expect.stringContaining(`the release v1.0.0 ${said}`) })
    expect(await stateOf(draft)).toBe(state)
  }),
)

test('the draft is deleted', () =>
  during(async () => {
    newDraft()
    github().faults.add(before(upload, () => void github().repository().releases.splice(0), 2))
    expect((await run()).code).toBe('github-not-found')
    expect((await run()).code).toBe('release-missing')
  }))

test('the server tells no digests: what is there is downloaded and compared', () =>
  during(async () => {
    github().behaviour.digests = false
    const sidecar = { operation: upload, target: '.p7s', times: 1, fault: corrupt } as const
    expect(await runTwice(newDraft(), sidecar)).toBe(mismatch)
    // An artifact that differs is never replaced unasked, whoever uploaded it.
    const draft = newDraft()
    github().faults.add({ ...sidecar, target: 'name=app.zip' })
    expect([(await run()).code, (await run()).code]).toEqual(['asset-mismatch', 'asset-differs'])
    expect((await run({ overwrite: true })).code).toBeUndefined()
    expect(await stateOf(draft)).toBe('complete')
  }))

test('a file of a published release is replaced, and its upload never ends: another run completes it', () =>
  during(async () => {
    const release = newDraft()
    expect((await run()).code).toBeUndefined()
    remove(release, 'app.zip')
    github().addAsset(release, { name: 'app.zip', bytes: Buffer.from('AN ARCHIVE') }, 'octocat')
    expect((await run()).code).toBe('asset-differs')
    const heal = github().faults.add({ operation: upload, fault: cut })
    // GitHub has no way to exchange a file: for the time of the upload there is none.
    expect((await run({ overwrite: true })).code).toBe('github-unavailable')
    heal()
    expect((await run()).code).toBeUndefined()
    expect(await stateOf(release)).toBe('complete')
  }))

test('published once, a second and a third run change nothing', () =>
  during(async () => {
    const draft = newDraft()
    expect((await run()).code).toBeUndefined()
    const first = draft.assets.map(({ id, bytes }) => ({ id, bytes: bytes.toString('hex') }))
    const calls = github().calls.length
    for (let again = 0; again < 2; again++) expect((await run()).code).toBeUndefined()
    expect(draft.assets.map(({ id, bytes }) => ({ id, bytes: bytes.toString('hex') }))).toEqual(first)
    const wrote = github()
      .calls.slice(calls)
      .filter(({ method, template }) => method !== 'GET' && !template?.endsWith('generate-notes'))
    expect(wrote).toEqual([])
  }))
