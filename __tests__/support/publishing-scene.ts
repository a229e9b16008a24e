import { afterAll, afterEach, beforeAll, expect } from '@jest/globals'
import type { Github, GithubOptions, PlannedFault, Release } from '../../dev/github.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { startJudgedGithub } from './github-description.ts'
import { standingClock } from './github-time.ts'
import { isComplete, publishedNames } from './published.ts'
import { publishingRuns, releasedFiles, releasedTag } from './publishing.ts'

/** A file of somebody else's, which no run may touch. */
const foreign = { name: 'NOTES.md', bytes: Buffer.from('somebody else’s') }

/** A release of `example/project` that runs of one workflow publish, in virtual time. */
export function publishingScene(options: Pick<GithubOptions, 'edition'> = {}) {
  const leaf = createAuthority({ subject: 'Root' })
    .issueAuthority({ subject: 'CA' })
    .issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })
  const time = standingClock(new Date('2026-11-20T12:00:00Z'))
  let started: Github | undefined
  const github = (): Github => {
    if (started === undefined) throw new Error('GitHub is there before all tests')
    return started
  }
  beforeAll(async () => {
    started = await startJudgedGithub({ ...options, now: () => Date.now() })
  })
  afterEach(() => {
    github().faults.clear()
    github().behaviour.digests = true
  })
  afterAll(() => started?.close())

  const { run } = publishingRuns({ github, leaf, time })
  const complete = {
    names: publishedNames('example/project', releasedTag, Object.keys(releasedFiles)),
    rootPem: leaf.rootPem,
    repository: 'example/project',
    tag: releasedTag,
  }

  function newDraft(): Release {
    github().repository().releases.splice(0)
    const draft = github().createRelease({ tag: releasedTag })
    github().addAsset(draft, foreign, 'octocat')
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

  return {
    github,
    run,
    newDraft,
    stateOf,
    during: <Result>(work: () => Promise<Result>) => time.during(work),

    /** As an earlier run left it that did not come to its end. */
    async draftWithLeftovers(): Promise<Release> {
      const draft = newDraft()
      expect((await run({ publish: false })).code).toBeUndefined()
      Object.assign(draft.assets.find(({ name }) => name === 'app.zip') ?? {}, { state: 'starter', bytes: Buffer.of() })
      return draft
    },

    /** Runs once under a fault, and once more without. @returns how the first ended */
    async runTwice(release: Release, fault: PlannedFault): Promise<string> {
      github().faults.add(fault)
      const began = Date.now()
      const first = await run()
      const minutes = Math.round((Date.now() - began) / 60_000)
      const state = await stateOf(release)
      github().faults.clear()
      const second = await run()
      expect({ code: second.code, state: await stateOf(release) }).toEqual({ code: undefined, state: 'complete' })
      return `${first.code ?? 'published'} after ${minutes} min, ${state}`
    },
  }
}
