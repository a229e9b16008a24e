import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { apiUrlOf, environmentToken, openReleaseHost, pauseText, requiredToken } from '../../src/entry/release-host.ts'
import { type GithubForTests, githubForTests } from '../support/github.ts'
import { asyncRefusalOf, codeOf } from '../support/refusal.ts'

/** Each server's repositories as a run there may write them; the first has the server in it where it is not github.com. */
const names = {
  'github.com': ['example/project', 'Example/Project', 'github.com/example/project'],
  'enterprise-server': ['github.example.com/example/project', 'github.example.com/Example/Project'],
} as const

describe.each(['github.com', 'enterprise-server'] as const)('the releases of a repository on %s', (edition) => {
  let github: GithubForTests
  beforeAll(async () => {
    github = await githubForTests({ edition })
  })
  afterAll(() => github.close())

  test('are found where GITHUB_API_URL says, in whatever case they are named', async () => {
    const { tag, id } = github.draft()
    for (const repository of names[edition]) {
      const host = await openReleaseHost({ repository, token: github.token, environment: github.environment })
      expect(await host.findRelease(tag)).toMatchObject({ id, draft: true })
    }
  })

  test('are those that anybody sees, without a token', async () => {
    const { tag } = github.draft({ draft: false })
    const open = (token: string | undefined) =>
      openReleaseHost({ repository: names[edition][0], token, environment: github.environment })
    expect(await (await open(' ')).findRelease(tag)).toMatchObject({ tag })
    expect(await (await open(undefined)).findRelease(github.draft().tag)).toBeUndefined()
  })
})

const onServer = {
  GITHUB_API_URL: 'https://github.example.com/api/v3',
  GITHUB_SERVER_URL: 'https://github.example.com',
}

test.each([
  ['no repository', { repository: 'example' }, 'repository-invalid'],
  ['no URL', { environment: { GITHUB_API_URL: 'api.github.com' } }, 'input-invalid'],
  ['a URL of another kind', { environment: { GITHUB_API_URL: 'file:///etc' } }, 'input-invalid'],
  ['a token in two lines', { token: 'ghs_a\nghs_b' }, 'input-invalid'],
])('%s is refused, and no token is repeated', async (_, options, code) => {
  const all = { repository: 'example/project', token: 'ghs_a', environment: {}, ...options }
  const refusal = await asyncRefusalOf(() => openReleaseHost(all))
  expect(refusal?.code).toBe(code)
  expect(`${refusal?.message} ${refusal?.hint}`).not.toContain('ghs_')
})

test.each([
  [undefined, {}, 'https://api.github.com'],
  [undefined, { GITHUB_API_URL: '', GITHUB_SERVER_URL: '' }, 'https://api.github.com'],
  ['github.com', { GITHUB_API_URL: 'http://proxy/api' }, 'http://proxy/api'],
  [undefined, onServer, 'https://api.github.com'],
  ['github.example.com', onServer, 'https://github.example.com/api/v3'],
  ['other.example.com', onServer, 'https://other.example.com/api/v3'],
  ['example.ghe.com', {}, 'https://api.example.ghe.com'],
])('the API of a repository on %s, in an environment %j, is %s', (host, environment, url) => {
  expect(apiUrlOf({ host }, environment)).toBe(url)
})

test.each([
  [1, 'wait 1 s,'],
  [119, 'wait 119 s,'],
  [3601, 'wait 61 min,'],
])('a pause of %d seconds is told: %s', (seconds, text) => {
  expect(pauseText(seconds)).toContain(text)
})

describe('the token in the environment', () => {
  const both = { GH_TOKEN: 'of-github', GH_ENTERPRISE_TOKEN: 'of-server' }
  const { GITHUB_SERVER_URL } = onServer
  test.each([
    ['a/b', both, 'of-github'],
    ['a/b', { GH_TOKEN: ' ', GITHUB_TOKEN: 'of-job' }, 'of-job'],
    ['example.ghe.com/a/b', both, 'of-github'],
    ['github.example.com/a/b', both, 'of-server'],
    ['github.example.com/a/b', { GH_TOKEN: 'of-github' }, undefined],
    ['github.example.com/a/b', { GITHUB_TOKEN: 'of-job', GITHUB_SERVER_URL }, 'of-job'],
    ['other.example.com/a/b', { GITHUB_TOKEN: 'of-job', GITHUB_SERVER_URL }, undefined],
    ['a/b', { GH_ENTERPRISE_TOKEN: 'of-server' }, undefined],
    ['a/b', { GITHUB_TOKEN: 'of-job', GITHUB_SERVER_URL }, undefined],
    ['a/b', { GITHUB_TOKEN: 'of-job', GITHUB_SERVER_URL: 'https://github.com' }, 'of-job'],
  ])('for %s of %j is %s: one server never sees the token of another', async (repository, environment, token) => {
    expect(await environmentToken(repository, environment)).toBe(token)
  })
})

test('a token that is missing is asked for', () => {
  expect(codeOf(() => requiredToken('', 'Set it.'))).toBe('github-token-missing')
  expect(requiredToken('token', 'Set it.')).toBe('token')
})
