import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openReleaseHost, requiredToken } from '../../src/entry/release-host.ts'
import { type GithubForTests, githubForTests } from '../support/github.ts'
import { asyncRefusalOf, codeOf } from '../support/refusal.ts'

describe.each(['github.com', 'enterprise-server'] as const)('the releases of a repository on %s', (edition) => {
  let github: GithubForTests
  beforeAll(async () => {
    github = await githubForTests({ edition })
  })
  afterAll(() => github.close())

  test('are found where GITHUB_API_URL says, whatever case and server the name has', async () => {
    const { tag, id } = github.draft()
    for (const repository of ['example/project', 'Example/Project', 'github.example.com/example/project']) {
      const host = await openReleaseHost({ repository, token: github.token, environment: github.environment })
      expect(await host.findRelease(tag)).toMatchObject({ id, draft: true })
    }
  })

  test('are those that anybody sees, without a token', async () => {
    const { tag } = github.draft({ draft: false })
    const open = (token: string | undefined) =>
      openReleaseHost({ repository: 'example/project', token, environment: github.environment })
    expect(await (await open(' ')).findRelease(tag)).toMatchObject({ tag })
    expect(await (await open(undefined)).findRelease(github.draft().tag)).toBeUndefined()
  })
})

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

test('a token that is missing is asked for', () => {
  expect(codeOf(() => requiredToken('', 'Set it.'))).toBe('github-token-missing')
  expect(requiredToken('token', 'Set it.')).toBe('token')
})
