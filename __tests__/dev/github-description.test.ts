import { getOctokit } from '@actions/github'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Github, type GithubCall, startGithub } from '../../dev/github.ts'
import { type Description, descriptionJudge, readDescription } from '../support/github-description.ts'
import { describeWith } from '../support/judges.ts'

describeWith([descriptionJudge], 'what the stand-in’s answers are held to', () => {
  let github: Github
  let description: Description
  let listed: GithubCall

  beforeAll(async () => {
    github = await startGithub()
    description = readDescription('github.com')
    const release = github.createRelease({ tag: 'v1', draft: false, assets: { 'app.zip': 'x' } })
    github.addAsset(release, { name: 'cut.zip', bytes: Buffer.of(), state: 'starter' })
    const octokit = getOctokit(github.createToken({ permissions: {} }), { baseUrl: github.apiUrl })
    await octokit.rest.repos.listReleaseAssets({ owner: 'example', repo: 'project', release_id: release.id })
    const [call] = github.calls
    if (call === undefined) throw new Error('nothing was asked')
    listed = call
  })
  afterAll(() => github.close())

  const asset = (): Record<string, unknown> => ({ ...Object(listed.json)[0] })

  test('an answer as GitHub gives it passes, a starter included', () => {
    expect(listed.json).toMatchObject([{ state: 'uploaded' }, { state: 'starter' }])
    expect(description.problemsOf(listed)).toEqual([])
  })

  test.each([
    ['a member that GitHub does not name', () => [{ ...asset(), sha256: 'x' }], /sha256/],
    [
      'a member left out',
      () => [{ ...asset(), digest: undefined }].map((one) => JSON.parse(JSON.stringify(one))),
      /digest/,
    ],
    ['another type', () => [{ ...asset(), size: '10' }], /size must be integer/],
    ['a state there is none of', () => [{ ...asset(), state: 'lost' }], /state/],
    ['no list', () => asset(), /must be array/],
  ])('%s does not', (_, json, problem) => {
    expect(description.problemsOf({ ...listed, json: json() }).join('\n')).toMatch(problem)
  })

  test('what is asked is held to it, too', async () => {
    const octokit = getOctokit(github.createToken({ permissions: { contents: 'write' } }), { baseUrl: github.apiUrl })
    const route: string = 'POST /repos/{owner}/{repo}/releases'
    const tag = { owner: 'example', repo: 'project', tag_name: 'v2', draft: true }
    await octokit.request(route, tag)
    await octokit.request(route, { ...tag, make_latest: true, sidecars: 1 })
    const [good, bad] = github.calls.slice(-2).map((call) => description.problemsOf(call))
    expect(good).toEqual([])
    expect(bad?.join('\n')).toMatch(/sent .*sidecars/)
    expect(bad?.join('\n')).toMatch(/sent \/make_latest must be string/)
  })

  test.each<[string, Partial<GithubCall>, RegExp]>([
    ['a status that is not described', { status: 204, json: undefined }, /status that GitHub does not describe/],
    ['an operation that is not described', { template: '/repos/{owner}/{repo}/sidecars' }, /no operation/],
    ['bytes instead of JSON', { contentType: 'text/plain' }, /a body of the type text\/plain/],
    ['an error without its message', { status: 403, json: { message: 5 } }, /message must be string/],
    ['an error that is no JSON', { status: 403, contentType: 'text/html' }, /no JSON/],
  ])('%s does not', (_, change, problem) => {
    expect(description.problemsOf({ ...listed, ...change }).join('\n')).toMatch(problem)
  })
})
