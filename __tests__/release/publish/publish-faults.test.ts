// What GitHub's API is known for, done to a run that publishes: twice and then no more, and lastingly. Whatever becomes
// of the run, the release is complete or still a draft, and a second run completes it.
import { afterAll, describe, expect, test } from '@jest/globals'
import type { GithubFault, PlannedFault } from '../../../dev/github.ts'
import { publishingScene } from '../../support/publishing-scene.ts'

/** KMS_RELEASE_SIGNING_TABLES=1 prints what was found. */
const rows: string[][] = []

afterAll(() => {
  if (process.env.KMS_RELEASE_SIGNING_TABLES === undefined) return
  const head = ['request', 'fault', 'the run, when it happens twice', 'the run, when it lasts', 'a second run']
  const table = [head, head.map(() => '---'), ...rows.map((row) => [...row, 'complete'])]
  process.stdout.write(`${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`)
})

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

const needsLeftovers: readonly string[] = [remove, asset, download]

describe('on github.com', () => {
  const { during, newDraft, draftWithLeftovers, runTwice } = publishingScene()

  test.each(matrix)('%s, %j: %s; lastingly: %s', (operation, fault, twice, lasting) =>
    during(async () => {
      const draft = () => (needsLeftovers.includes(operation) ? draftWithLeftovers() : newDraft())
      const ended = {
        twice: await runTwice(await draft(), { operation, fault, times: 2 }),
        lasting: await runTwice(await draft(), { operation, fault }),
      }
      rows.push([operation, JSON.stringify(fault), ended.twice, ended.lasting])
      expect(ended).toEqual({ twice, lasting })
    }),
  )
})

describe('on an Enterprise Server, which has its API elsewhere', () => {
  const { during, draftWithLeftovers, runTwice } = publishingScene({ edition: 'enterprise-server' })

  test('the same', () =>
    during(async () => {
      expect(await runTwice(await draftWithLeftovers(), { operation: upload, times: 2, fault: starter })).toBe(
        published,
      )
    }))
})
