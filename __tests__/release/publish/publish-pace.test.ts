// Large releases, within the limits that GitHub has for the token of a job, by a clock that is not the machine's.
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Github, githubRateLimits } from '../../../dev/github.ts'
import { createAuthority, generalName } from '../../../dev/pki.ts'
import { startJudgedGithub } from '../../support/github-description.ts'
import { standingClock } from '../../support/github-time.ts'
import { isComplete, publishedNames } from '../../support/published.ts'
import { publishingRuns, releasedTag } from '../../support/publishing.ts'

const leaf = createAuthority({ subject: 'Root' })
  .issueAuthority({ subject: 'CA' })
  .issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })

const time = standingClock(new Date('2026-11-20T12:00:00Z'))
let github: Github
let files: Readonly<Record<string, string>> = {}
const runs = publishingRuns({ github: () => github, leaf, time, files: () => files })

beforeAll(async () => {
  // Where GitHub is, since the pace is kept there alone.
  github = await startJudgedGithub({ publicNames: true, now: () => Date.now(), rateLimits: githubRateLimits })
})
afterAll(() => github.close())

/** A release of so many artifacts with their sidecars, the attestation, and one file that was there. */
async function publish(artifacts: number) {
  files = Object.fromEntries(Array.from({ length: artifacts }, (_, i) => [`file-${i}.bin`, `content ${i}`]))
  github.repository().releases.splice(0)
  const before = github.calls.length
  return time.during(async () => {
    const began = Date.now()
    const release = github.createRelease({ tag: releasedTag, assets: { 'NOTES.md': 'notes' } })
    const { code, report } = await runs.run()
    const minutes = (Date.now() - began) / 60_000
    const names = publishedNames('example/project', releasedTag, Object.keys(files))
    const calls = github.calls.slice(before)
    return {
      code,
      warnings: report?.warnings,
      assets: release.assets.length,
      draft: release.draft,
      complete: await isComplete(release, {
        ...{ names, rootPem: leaf.rootPem, repository: 'example/project', tag: releasedTag },
      }),
      minutes,
      requests: calls.length,
      refused: calls.filter(({ status }) => status === 403 || status === 429).length,
    }
  })
}

test('400 files are published within the limits, at one write a second', async () => {
  const { minutes, requests, ...published } = await publish(199)
  expect(published).toEqual({ code: undefined, warnings: [], assets: 400, draft: false, complete: true, refused: 0 })
  // 399 uploads; 13 requests for what was there, and for reading back.
  expect(requests).toBeLessThan(420)
  expect(minutes).toBeGreaterThan(6)
  expect(minutes).toBeLessThan(8)
}, 60_000)

test('more than an hour’s worth is published, too: what GitHub refuses meanwhile is waited for', async () => {
  const { minutes, warnings, refused, ...published } = await publish(260)
  expect(published).toMatchObject({ code: undefined, assets: 522, draft: false, complete: true })
  expect(warnings).toEqual([expect.stringContaining('521 files are to be uploaded')])
  expect(refused).toBeGreaterThan(0)
  expect(minutes).toBeGreaterThan(60)
  expect(minutes).toBeLessThan(70)
}, 60_000)
