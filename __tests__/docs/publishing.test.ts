// docs/publishing.md: its workflow publishes as it is printed, and its table has every refusal there is.
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { repositoryRoot } from '../../dev/runner.ts'
import { titledBlock } from '../support/documents.ts'
import { contentsOf } from '../support/github.ts'
import { signSteps } from '../support/sign-steps.ts'

const document = 'docs/publishing.md'
const { scene, sign, folder } = signSteps()

interface Step {
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, unknown>>
}

/** What a step gives the action, but for the names of this scene's key, role and files. */
function inputsOf(steps: readonly Step[]): Readonly<Record<string, string>> {
  const given = steps.find(({ uses }) => uses?.startsWith('OWNER/kms-release-signing'))?.with ?? {}
  const { alias, roleArn, aws } = scene()
  return {
    ...Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)])),
    artifacts: `${folder()}/app.*`,
    'kms-key-id': alias,
    'role-to-assume': roleArn,
    'aws-region': aws.region,
  }
}

test('the workflow publishes a draft', async () => {
  const { jobs } = parse(titledBlock(document, 'release.yml'))
  const steps: readonly Step[] = jobs.release.steps
  expect(steps.find(({ run }) => run?.includes('gh release create "$TAG" --draft'))).toBeDefined()
  expect(jobs.release.permissions).toEqual({ contents: 'write', 'id-token': 'write' })
  const release = scene().github.createRelease({ tag: 'v1.0.0' })
  expect(await sign(inputsOf(steps))).toMatchObject({ outcome: 'success' })
  expect(Object.keys(contentsOf(release))).toHaveLength(5)
  expect(release.draft).toBe(false)
})

test('the step for a pull request passes there, and changes nothing', async () => {
  const steps: readonly Step[] = parse(titledBlock(document, 'pull-request.yml'))
  const release = scene().github.createRelease({ tag: 'v2.0.0' })
  const event = { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: '12/merge' }
  expect(await sign(inputsOf(steps), event)).toMatchObject({ outcome: 'success' })
  expect(release.assets).toEqual([])
})

test('the table has every code with which an upload is refused beforehand', () => {
  const sources = [
    ...globSync('src/release/publish/publish-*.ts', { cwd: repositoryRoot }),
    'src/adapters/github/github-release.ts',
  ]
  const thrown = sources.flatMap((path) =>
    [...readFileSync(join(repositoryRoot, path), 'utf8').matchAll(/new ReleaseSigningError\(\s*'([\w-]+)'/g)].map(
      ([, code = '']) => code,
    ),
  )
  const text = readFileSync(join(repositoryRoot, document), 'utf8')
  const listed = [...text.matchAll(/^\| (`[\w-]+`(?:, `[\w-]+`)*) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([\w-]+)`/g)].map(([, code = '']) => code),
  )
  // Those that are of every command, or thrown elsewhere.
  const others = ['internal', 'usage', 'github-unavailable']
  const expected = new Set([...thrown.filter((code) => !others.includes(code)), 'names-collide'])
  expect(listed.sort()).toEqual([...expected].sort())
})
