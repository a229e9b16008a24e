// The action as it is shipped is ended with `kill -9` in the middle of each request that it makes to GitHub, and begun
// anew. Whatever it had done by then, the release is complete or still a draft, and the second run completes it.
import { afterAll, describe, expect, test } from '@jest/globals'
import type { GithubFault, PlannedFault, Release } from '../../dev/github.ts'
import { isComplete, publishedNames } from '../support/published.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, write, sign } = signSteps()

const tag = 'v1.0.0'
const repository = () => `example/${folder()}`
const names = () => publishedNames(repository(), tag, ['app.zip'])

type Operation = NonNullable<PlannedFault['operation']>
type Moment = Extract<GithubFault, { kind: 'call' }>['at']

/** All that a run asks of GitHub for one artifact, its sidecar and the attestation, in this order. */
const requests: readonly Operation[] = [
  'repos/list-releases',
  'repos/generate-release-notes',
  'repos/list-release-assets',
  'repos/upload-release-asset',
  'repos/upload-release-asset',
  'repos/upload-release-asset',
  'repos/list-release-assets',
  'repos/update-release',
  'repos/list-release-assets',
]

/** Where nothing is changed, it is all one whether the answer was given. */
const moments = (operation: Operation): readonly Moment[] =>
  operation === 'repos/upload-release-asset'
    ? ['arrival', 'half-way', 'answer']
    : operation === 'repos/update-release'
      ? ['arrival', 'answer']
      : ['arrival']

const steps = requests.flatMap((operation, i) =>
  moments(operation).map((moment) => ({
    operation,
    number: requests.slice(0, i).filter((one) => one === operation).length + 1,
    moment,
  })),
)

/** KMS_RELEASE_SIGNING_TABLES=1 prints what was found. */
const rows: string[] = []

const foreign = { name: 'NOTES.md', bytes: Buffer.from('somebody else’s') }

/** A draft in a repository of its own. */
function newDraft(): Release {
  const { github } = scene()
  github.createRepository(repository())
  const draft = github.createRelease({ repository: repository(), tag })
  // More than comes in one piece, so that there is a middle.
  write('app.zip', Buffer.alloc(200_000, 'x'))
  github.addAsset(draft, foreign, 'octocat')
  return draft
}

const run = (kill?: AbortSignal) =>
  sign(
    { artifacts: `${folder()}/app.zip`, upload: 'true', 'upload-artifacts': 'true', publish: 'true' },
    {
      GITHUB_REPOSITORY: repository(),
      GITHUB_REPOSITORY_ID: String(scene().github.repository(repository()).id),
    },
    kill,
  )

/** Nothing lost, nothing doubled, nothing public that is not complete and right. */
async function stateOf(release: Release): Promise<string> {
  const kept = release.assets.filter(({ name, bytes }) => name === foreign.name && foreign.bytes.equals(bytes))
  expect(kept).toHaveLength(1)
  const there = release.assets.map(({ name }) => name)
  expect(new Set(there).size).toBe(there.length)
  expect([...names(), foreign.name]).toEqual(expect.arrayContaining(there))
  const uploaded = release.assets.filter(({ state }) => state === 'uploaded').length - 1
  const starters = release.assets.length - 1 - uploaded
  if (release.draft) return `draft, ${uploaded} files, ${starters} unfinished`
  expect(
    await isComplete(release, { names: names(), rootPem: scene().authority.rootPem, repository: repository(), tag }),
  ).toBe(true)
  return 'public and complete'
}

describe('killed, and run again', () => {
  test('what a run asks of GitHub is what is told here', async () => {
    const draft = newDraft()
    const before = scene().github.calls.length
    expect(await run()).toMatchObject({ outcome: 'success' })
    expect(
      scene()
        .github.calls.slice(before)
        .map(({ operation }) => operation),
    ).toEqual(requests)
    expect(await stateOf(draft)).toBe('public and complete')
  })

  test.each(steps)('$operation number $number, at $moment', async ({ operation, number, moment }) => {
    const draft = newDraft()
    await runAndKill(operation, number, moment)
    const left = await stateOf(draft)
    await runToTheEnd(draft)
    rows.push(`| ${operation} ${number} | ${moment} | ${left} | complete |`)
  })

  test.each(['arrival', 'answer'] as const)(
    'the second run is killed as well, when it replaces what the first left: at %s',
    async (moment) => {
      const draft = newDraft()
      await runAndKill('repos/list-release-assets', 2, 'arrival')
      expect(await stateOf(draft)).toBe('draft, 3 files, 0 unfinished')
      await runAndKill('repos/delete-release-asset', 1, moment)
      const left = await stateOf(draft)
      await runToTheEnd(draft)
      rows.push(`| repos/delete-release-asset 1, of a second run | ${moment} | ${left} | complete |`)
    },
  )
})

/** Ends the process once this request has come that far. */
async function runAndKill(operation: Operation, number: number, moment: Moment): Promise<void> {
  const kill = new AbortController()
  const ended = run(kill.signal)
  const heal = scene().github.faults.add({
    ...{ operation, target: repository(), after: number - 1, times: 1 },
    fault: {
      kind: 'call',
      at: moment,
      run: async () => {
        kill.abort()
        await ended
      },
    },
  })
  expect((await ended).status).toBe(-1)
  heal()
}

async function runToTheEnd(draft: Release): Promise<void> {
  const { outcome, log } = await run()
  expect({ outcome, state: await stateOf(draft), log }).toMatchObject({
    outcome: 'success',
    state: 'public and complete',
  })
}

afterAll(() => {
  if (process.env.KMS_RELEASE_SIGNING_TABLES === undefined) return
  const head = ['killed at request', 'when', 'the release then', 'after another run']
  const lines = [head, head.map(() => '---')].map((row) => `| ${row.join(' | ')} |`)
  process.stdout.write(`${[...lines, ...rows].join('\n')}\n`)
})
