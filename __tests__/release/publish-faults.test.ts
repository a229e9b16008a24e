// What GitHub's API is known for, done to a run that publishes: twice and then no more, and lastingly. Whatever becomes
// of the run, the release is complete or still a draft, and a second run completes it.
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { Github, GithubFault, PlannedFault, Release } from '../../dev/github.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { startJudgedGithub } from '../support/github-description.ts'
import { standingClock } from '../support/github-time.ts'
import { isComplete, publishedNames } from '../support/published.ts'
import { publishingRuns, releasedFiles, releasedTag } from '../support/publishing.ts'

const leaf = createAuthority({ subject: 'Root' })
  .issueAuthority({ subject: 'CA' })
  .issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })
const time = standingClock(new Date('2026-11-20T12:00:00Z'))
let github: Github
const runs = publishingRuns({ github: () => github, leaf, time })

beforeAll(async () => {
  github = await startJudgedGithub({ now: () => Date.now() })
})
afterEach(() => {
  github.faults.clear()
  github.behaviour.digests = true
})
afterAll(async () => {
  await github.close()
  if (process.env.KMS_RELEASE_SIGNING_TABLES !== undefined) {
    const head = ['request', 'fault', 'the run, when it happens twice', 'the run, when it lasts', 'a second run']
    process.stdout.write(
      `${[head, head.map(() => '---'), ...rows.map((row) => [...row, 'complete'])].map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`,
    )
  }
})

/** KMS_RELEASE_SIGNING_TABLES=1 prints what was found. */
const rows: string[][] = []

const foreign = { name: 'NOTES.md', bytes: Buffer.from('somebody else’s') }

const complete = {
  names: publishedNames('example/project', releasedTag, Object.keys(releasedFiles)),
  rootPem: leaf.rootPem,
  repository: 'example/project',
  tag: releasedTag,
}

function newDraft(): Release {
  github.repository().releases.splice(0)
  const draft = github.createRelease({ tag: releasedTag })
  github.addAsset(draft, foreign, 'octocat')
  return draft
}

/** Holds at every moment: nothing lost, nothing doubled, nothing public that is not complete and right. */
async function stateOf(release: Release): Promise<'complete' | 'draft'> {
  const kept = release.assets.filter(({ name, bytes }) => name === foreign.name && foreign.bytes.equals(bytes))
  expect(kept).toHaveLength(1)
  const names = release.assets.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect([...complete.names, foreign.name]).toEqual(expect.arrayContaining(names))
  if (release.draft) return 'draft'
  expect(await isComplete(release, complete)).toBe(true)
  return 'complete'
}

/** Runs once under a fault, and once more without. */
async function runTwice(release: Release, fault: PlannedFault): Promise<string> {
  github.faults.add(fault)
  const began = Date.now()
  const first = await runs.run()
  const minutes = Math.round((Date.now() - began) / 60_000)
  const state = await stateOf(release)
  github.faults.clear()
  const second = await runs.run()
  expect({ code: second.code, state: await stateOf(release) }).toEqual({ code: undefined, state: 'complete' })
  return `${first.code ?? 'published'} after ${minutes} min, ${state}`
}

const published = 'published after 0 min, complete'
const givenUp = 'github-unavailable after 2 min, draft'
const unanswered = 'github-unavailable after 1 min, draft'
const limited = 'github-rate-limited after 75 min, draft'
/** An hour of waiting, and the limit would be on for another half. */
const usedUp = 'github-rate-limited after 60 min, draft'
const mismatch = 'asset-mismatch after 0 min, draft'
const waited = (minutes: number) => `published after ${minutes} min, complete`

const releases = 'repos/list-releases'
const notes = 'repos/generate-release-notes'
const list = 'repos/list-release-assets'
const upload = 'repos/upload-release-asset'
const publish = 'repos/update-release'
const remove = 'repos/delete-release-asset'
const asset = 'repos/get-release-asset'
const download = 'storage/download'

const reset: GithubFault = { kind: 'reset' }
const lost: GithubFault = { kind: 'lost-answer' }
const hang: GithubFault = { kind: 'hang' }
const slow: GithubFault = { kind: 'slow', milliseconds: 20 }
const cut: GithubFault = { kind: 'cut', afterBytes: 5 }
const corrupt: GithubFault = { kind: 'corrupt' }
const error: GithubFault = { kind: 'status', status: 500, message: 'Error saving asset' }
const nothing: GithubFault = { kind: 'bad-gateway', leaves: 'nothing' }
const starter: GithubFault = { kind: 'bad-gateway', leaves: 'starter' }
const everything: GithubFault = { kind: 'bad-gateway', leaves: 'everything' }
const secondary: GithubFault = { kind: 'secondary-rate-limit', retryAfterSeconds: 90 }
const tooMany: GithubFault = { kind: 'secondary-rate-limit', retryAfterSeconds: 90, status: 429 }
const untold: GithubFault = { kind: 'secondary-rate-limit' }
const primary: GithubFault = { kind: 'primary-rate-limit', resetSeconds: 1800 }

/** In the middle of what, how it goes wrong, what becomes of the run if that happens twice, and if it does not end. */
const matrix: readonly (readonly [NonNullable<PlannedFault['operation']>, GithubFault, string, string])[] = [
  [upload, reset, published, givenUp],
  [upload, lost, published, published],
  [upload, hang, waited(1), givenUp],
  [upload, error, published, givenUp],
  [upload, nothing, published, givenUp],
  [upload, starter, published, givenUp],
  [upload, everything, published, published],
  [upload, cut, published, givenUp],
  [upload, slow, published, published],
  [upload, corrupt, published, mismatch],
  [upload, secondary, waited(2), limited],
  [upload, tooMany, waited(2), limited],
  [upload, untold, waited(1), limited],
  [upload, primary, waited(30), usedUp],
  [releases, reset, published, unanswered],
  [releases, secondary, waited(3), limited],
  [notes, nothing, published, unanswered],
  [notes, secondary, waited(3), limited],
  [list, reset, published, unanswered],
  [list, hang, waited(1), givenUp],
  [list, nothing, published, unanswered],
  [list, primary, waited(60), usedUp],
  [publish, reset, published, unanswered],
  [publish, lost, published, waited(1)],
  [publish, hang, waited(1), givenUp],
  [publish, error, published, unanswered],
  [publish, nothing, published, unanswered],
  [publish, everything, published, waited(1)],
  [publish, secondary, waited(3), limited],
  [publish, primary, waited(60), usedUp],
  [remove, reset, published, unanswered],
  [remove, lost, published, published],
  [remove, everything, published, published],
  [remove, secondary, waited(3), limited],
  [asset, reset, published, 'github-unavailable after 0 min, draft'],
  [download, cut, published, 'github-unavailable after 0 min, draft'],
  [download, corrupt, published, mismatch],
  [download, error, published, 'github-unavailable after 0 min, draft'],
]

/** As an earlier run left it that did not come to its end. */
async function draftWithLeftovers(): Promise<Release> {
  const draft = newDraft()
  expect((await runs.run({ publish: false })).code).toBeUndefined()
  Object.assign(draft.assets.find(({ name }) => name === 'app.zip') ?? {}, { state: 'starter', bytes: Buffer.of() })
  return draft
}

const needsLeftovers: readonly string[] = [remove, asset, download]

test.each(matrix)('%s, %j: %s; lastingly: %s', (operation, fault, twice, lasting) =>
  time.during(async () => {
    const draft = () => (needsLeftovers.includes(operation) ? draftWithLeftovers() : newDraft())
    const ended = {
      twice: await runTwice(await draft(), { operation, fault, times: 2 }),
      lasting: await runTwice(await draft(), { operation, fault }),
    }
    rows.push([operation, JSON.stringify(fault), ended.twice, ended.lasting])
    expect(ended).toEqual({ twice, lasting })
  }),
)

describe('what happens in between', () => {
  const during = (operation: PlannedFault['operation'], run: () => void, after = 0): PlannedFault => ({
    ...(operation === undefined ? {} : { operation }),
    ...{ after, times: 1, fault: { kind: 'call', at: 'arrival', run } },
  })
  const remove = (release: Release, name: string) => {
    const [found] = release.assets.splice(
      release.assets.findIndex((one) => one.name === name),
      1,
    )
    return found
  }

  test('an asset is taken away before it is read back: not published, and completed later', () =>
    time.during(async () => {
      const draft = newDraft()
      const before = during(list, () => remove(draft, 'app.zip.p7s'), 1)
      expect(await runTwice(draft, before)).toBe(mismatch)
    }))

  test('an asset is exchanged before it is read back: not published', () =>
    time.during(async () => {
      const draft = newDraft()
      github.faults.add(
        during(
          list,
          () => {
            remove(draft, 'app.zip')
            github.addAsset(draft, { name: 'app.zip', bytes: Buffer.from('AN ARCHIVE') }, 'mallory')
          },
          1,
        ),
      )
      expect((await runs.run()).code).toBe('asset-mismatch')
      expect(draft.draft).toBe(true)
      // Not ours to replace unasked.
      expect((await runs.run()).code).toBe('asset-differs')
      expect((await runs.run({ overwrite: true })).code).toBeUndefined()
      expect(await stateOf(draft)).toBe('complete')
    }))

  test('somebody uploads a file of the same name first: theirs stays, and nothing is published', () =>
    time.during(async () => {
      const draft = newDraft()
      github.faults.add({
        ...during(upload, () => {
          github.addAsset(draft, { name: 'app.zip', bytes: Buffer.from('theirs') }, 'mallory')
        }),
        target: 'name=app.zip',
      })
      expect((await runs.run()).code).toBe('asset-mismatch')
      expect(draft).toMatchObject({ draft: true })
      expect(draft.assets.find(({ name }) => name === 'app.zip')?.bytes.toString()).toBe('theirs')
    }))

  test('somebody publishes an immutable release too early: refused, also by a second run before it signs', () =>
    time.during(async () => {
      const draft = newDraft()
      github.faults.add(during(upload, () => Object.assign(draft, { draft: false, immutable: true }), 1))
      expect((await runs.run()).code).toBe('github-refused')
      github.faults.clear()
      expect((await runs.run()).code).toBe('release-immutable')
    }))

  test.each([
    ['was not published', nothing, 'draft'],
    ['may be public', everything, 'complete'],
  ] as const)('nothing answers any more: it says that the release %s', (said, fault, state) =>
    time.during(async () => {
      const draft = newDraft()
      github.faults.add({ operation: publish, fault })
      if (state === 'complete') github.faults.add({ operation: 'repos/get-release', fault: reset })
      const { code, error } = await runs.run()
      expect(code).toBe('github-unavailable')
      expect(error).toMatchObject({ hint: expect.stringContaining(`the release v1.0.0 ${said}`) })
      expect(await stateOf(draft)).toBe(state)
    }),
  )

  test('the draft is deleted', () =>
    time.during(async () => {
      newDraft()
      github.faults.add(during(upload, () => void github.repository().releases.splice(0), 2))
      expect((await runs.run()).code).toBe('github-not-found')
      expect((await runs.run()).code).toBe('release-missing')
    }))

  test('the server tells no digests: what is there is downloaded and compared', () =>
    time.during(async () => {
      github.behaviour.digests = false
      const sidecar = { operation: upload, target: '.p7s', times: 1, fault: corrupt } as const
      expect(await runTwice(newDraft(), sidecar)).toBe(mismatch)
      // An artifact that differs is never replaced unasked, whoever uploaded it.
      const draft = newDraft()
      github.faults.add({ ...sidecar, target: 'name=app.zip' })
      expect([(await runs.run()).code, (await runs.run()).code]).toEqual(['asset-mismatch', 'asset-differs'])
      expect((await runs.run({ overwrite: true })).code).toBeUndefined()
      expect(await stateOf(draft)).toBe('complete')
    }))

  test('the same on an Enterprise Server, which has its API elsewhere', async () => {
    const before = github
    github = await startJudgedGithub({ edition: 'enterprise-server', now: () => Date.now() })
    try {
      await time.during(async () => {
        expect(await runTwice(await draftWithLeftovers(), { operation: upload, times: 2, fault: starter })).toBe(
          published,
        )
      })
    } finally {
      await github.close()
      github = before
    }
  })

  test('published once, a second and a third run change nothing', () =>
    time.during(async () => {
      const draft = newDraft()
      expect((await runs.run()).code).toBeUndefined()
      const before = draft.assets.map(({ id, bytes }) => ({ id, bytes: bytes.toString('hex') }))
      const calls = github.calls.length
      for (let run = 0; run < 2; run++) expect((await runs.run()).code).toBeUndefined()
      expect(draft.assets.map(({ id, bytes }) => ({ id, bytes: bytes.toString('hex') }))).toEqual(before)
      const wrote = github.calls
        .slice(calls)
        .filter(({ method, template }) => method !== 'GET' && !template?.endsWith('generate-notes'))
      expect(wrote).toEqual([])
    }))
})
