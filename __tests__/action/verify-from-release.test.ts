import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Github } from '../../dev/github.ts'
import { builtBundle, step } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { startJudgedGithub } from '../support/github-description.ts'
import { publishedRelease } from '../support/published-release.ts'
import { signerIdentity } from '../support/signed-release.ts'

const folder = temporaryFolder()
const repository = 'other/tool'
let github: Github

beforeAll(async () => {
  await builtBundle()
  github = await startJudgedGithub()
  github.createRepository(repository, { private: true })
  const { root } = await publishedRelease(github, folder.at('v1'), { repository, tag: 'v1' })
  folder.write('root.pem', root)
  const { release } = await publishedRelease(github, folder.at('v2'), { repository, tag: 'v2' })
  github.addAsset(release, { name: 'extra.txt', bytes: Buffer.from('extra') })
}, 60_000)
afterAll(() => github.close())

const verify = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) =>
  step({
    uses: 'verify',
    workspace: folder.path,
    env: { ...github.environment, RUNNER_TEMP: folder.path, ...env },
    with: {
      'root-certificate': 'root.pem',
      'certificate-identity': signerIdentity,
      'from-repository': repository,
      'from-release-tag': 'v1',
      ...inputs,
    },
  })

test('the verify action fetches a release, verifies it, and says where its files are', async () => {
  const token = github.createToken({ permissions: { contents: 'read' } })
  const result = await verify({ 'github-token': token })
  expect(result).toMatchObject({ outcome: 'success', outputs: { verified: 'true' }, stderr: '' })
  const { directory = '' } = result.outputs
  expect(readFileSync(join(directory, 'app.zip'), 'utf8')).toBe('another')
  expect(readdirSync(directory)).toHaveLength(5)
  expect(result.masks).toEqual([token])
  expect(result.log + result.summary + JSON.stringify(result.outputs)).not.toContain(token)
})

test('what does not verify is not left behind', async () => {
  const token = github.createToken({ permissions: { contents: 'read' } })
  const before = readdirSync(folder.path)
  const result = await verify({ 'github-token': token, 'from-release-tag': 'v2' })
  expect(result).toMatchObject({ outcome: 'failure', outputs: { verified: 'false', directory: '' } })
  expect(result.annotations[0]?.message).toContain('extra.txt')
  expect(readdirSync(folder.path)).toEqual(before)
})

test('no token is taken from the environment, which other steps may have filled', async () => {
  const token = github.createToken({ permissions: { contents: 'read' } })
  const result = await verify({}, { GITHUB_TOKEN: token, GH_TOKEN: token })
  expect(result).toMatchObject({ outcome: 'failure', outputs: { verified: 'false', directory: '' } })
  expect(result.annotations).toMatchObject([{ title: 'github-not-found' }])
})
