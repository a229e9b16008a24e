import { cpSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { Github } from '../../dev/github.ts'
import { runCli } from '../../dev/runner.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { startJudgedGithub } from '../support/github-description.ts'
import { publishedRelease } from '../support/published-release.ts'
import { signerIdentity } from '../support/signed-release.ts'

const folder = temporaryFolder()
const repository = 'other/tool'
const attestation = (tag: string) => `other-tool-${tag}.release.sigstore.json`
let github: Github
let bundle = ''

beforeAll(async () => {
  bundle = await builtBundle()
  github = await startJudgedGithub()
  github.createRepository(repository)
  github.createRepository('other/private', { private: true })
  const made = (tag: string, more: object = {}) =>
    publishedRelease(github, folder.at('made', tag), { repository, tag, ...more })
  const { root } = await made('v1')
  folder.write('root.pem', root)
  await made('v0', { on: 'v2' })
  const tampered = await made('v3')
  const [asset] = tampered.release.assets
  if (asset !== undefined) asset.bytes = Buffer.from('an archivE')
  const stripped = await made('v4')
  stripped.release.assets.splice(
    stripped.release.assets.findIndex(({ name }) => name === attestation('v4')),
    1,
  )
  const more = await made('v5')
  github.addAsset(more.release, { name: 'extra.txt', bytes: Buffer.from('extra') })
  github.addAsset(more.release, { name: 'unfinished.txt', bytes: Buffer.from(''), state: 'starter' })
  await made('v6', { draft: true })
  const fewer = await made('v7')
  fewer.release.assets.splice(
    fewer.release.assets.findIndex(({ name }) => name === 'app.zip'),
    1,
  )
  const littered = await made('v8')
  for (const name of ['setup.sh.p7s', 'app.zip.sigstore.json', attestation('v1')]) {
    const bytes = name === attestation('v1') ? readFileSync(folder.at('made/v1', name)) : Buffer.from('anything')
    github.addAsset(littered.release, { name, bytes })
  }
  await publishedRelease(github, folder.at('private'), { repository: 'other/private', tag: 'v1' })
}, 60_000)
afterAll(() => github.close())

const verify = (args: readonly string[], env: Readonly<Record<string, string>> = {}, root = bundle) =>
  runCli(['verify', '--root-certificate', 'root.pem', '--certificate-identity', signerIdentity, ...args], {
    cwd: folder.path,
    root,
    env: { ...github.environment, TMPDIR: folder.at('tmp'), ...env },
  })
const from = (tag: string, name = repository) => ['--from-repository', name, '--from-release-tag', tag]
folder.write('tmp/.keep')
const left = () => readdirSync(folder.at('tmp')).filter((name) => name !== '.keep')

describe('verify with a release to fetch from', () => {
  test('needs no token, demands the attestation of that repository and tag, and leaves nothing', async () => {
    const result = await verify(['--json', '--complete', ...from('v1', 'Other/Tool')])
    expect(result).toMatchObject({ status: 0 })
    const { verified, artifacts } = JSON.parse(result.stdout)
    expect(verified).toBe(true)
    expect(artifacts.map(({ path }: { path: string }) => path.split('/').at(-1))).toEqual(['app.tar.gz', 'app.zip'])
    for (const artifact of artifacts) {
      expect(artifact).toMatchObject({
        release: { repository, tag: 'v1' },
        sidecars: [
          { kind: 'cms', verified: true },
          { kind: 'attestation', verified: true },
        ],
      })
    }
    expect(left()).toEqual([])
    expect(github.calls.some(({ authorized }) => authorized)).toBe(false)
  })

  test('leaves the files that were asked for, once they are verified', async () => {
    const result = await verify([...from('v1'), '--download-directory', 'got/it', '*.zip'])
    expect(result).toMatchObject({ status: 0, stderr: expect.stringContaining('the files are in got/it') })
    expect(readdirSync(folder.at('got/it')).sort()).toEqual(['app.zip', 'app.zip.p7s', attestation('v1')])
    expect(readFileSync(folder.at('got/it/app.zip'), 'utf8')).toBe('another')
    const again = await verify([...from('v1'), '--download-directory', 'got/it'])
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('is not empty') })
    expect(readdirSync(folder.at('got/it'))).toHaveLength(3)
  })

  test('leaves nothing that no verdict is about', async () => {
    const result = await verify([...from('v8'), '--complete', '--download-directory', 'clean'])
    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining('setup.sh.p7s') })
    expect(readdirSync(folder.at('clean')).sort()).toEqual([
      'app.tar.gz',
      'app.tar.gz.p7s',
      'app.zip',
      'app.zip.p7s',
      attestation('v8'),
    ])
  })

  test.each([
    ['a name that is not on the release', 'other.zip', 'artifact-not-on-release'],
    ['a name of what is no artifact', 'app.zip.p7s', 'artifact-not-on-release'],
    ['the name of a sidecar whose artifact is not there', 'setup.sh.p7s', 'file-not-found'],
  ])('refuses %s beside others that are', async (_, name, code) => {
    const result = await verify([...from('v8'), 'app.zip', name, '--download-directory', 'bad'])
    expect(result.status).not.toBe(0)
    expect(result.stdout + result.stderr).toContain(code)
    expect(existsSync(folder.at('bad'))).toBe(false)
  })

  test.each([
    ['files of another tag', from('v2'), 'tag-mismatch'],
    ['a changed file', from('v3'), 'digest-mismatch'],
    ['a release without the attestation, though the CMS holds', from('v4'), 'sidecar-required'],
    ['a file that the release does not list', from('v5'), 'sidecar-missing|subject-unknown'],
    ['a missing file, where all are asked for', [...from('v7'), '--complete'], 'subject-missing'],
  ])('refuses %s, and leaves nothing of it', async (_, args, code) => {
    const result = await verify([...args, '--download-directory', 'bad'])
    expect(result).toMatchObject({ status: 1, stdout: expect.stringMatching(new RegExp(code)) })
    expect(existsSync(folder.at('bad'))).toBe(false)
    expect(left()).toEqual([])
  })

  test('takes patterns on names of the release, and says which match nothing', async () => {
    expect(await verify([...from('v5'), 'app.*'])).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 art'),
    })
    expect(await verify([...from('v5'), '*', '!extra.txt'])).toMatchObject({ status: 0 })
    expect(await verify([...from('v5'), 'app.zip', 'none.*'])).toMatchObject({
      status: 0,
      stderr: expect.stringContaining('none.* matches nothing'),
    })
    expect(await verify([...from('v5'), '*.p7s'])).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/artifacts-none.*\n.*It has app\.tar\.gz, app\.zip, extra\.txt\./),
    })
  })

  test('takes digests of what is not downloaded', async () => {
    const digest = (text: string) => `app.zip@sha256:${sha256Hex(utf8(text))}`
    const before = github.calls.length
    const result = await verify([...from('v1'), digest('another')])
    expect(result).toMatchObject({ status: 0, stdout: expect.stringContaining('(by its digest; no file was read)') })
    expect(github.calls.slice(before).filter(({ operation }) => operation === 'repos/get-release-asset')).toHaveLength(
      1,
    )
    expect(await verify([...from('v1'), digest('other')])).toMatchObject({ status: 1 })
  })

  test.each([
    [from('v9'), {}, 'release-missing'],
    [from('v6'), {}, 'release-missing'],
    [from('v1', 'other/none'), {}, 'github-not-found'],
    [from('v1', 'other/private'), {}, 'github-not-found'],
    [from('v1', 'nonsense'), {}, 'repository-invalid'],
    [from('v1'), { GH_TOKEN: 'ghs_wrong' }, 'github-token-refused'],
    [from('v1').slice(0, 2), {}, 'input-missing'],
    [from('v1').slice(2), {}, 'input-missing|no artifact is named'],
    [['--download-directory', 'x', 'root.pem'], {}, 'input-missing'],
    [[...from('v1'), '--tag', 'v2'], {}, 'usage: --tag and --from-release-tag differ'],
    [[...from('v1'), '--repository', 'other/else'], {}, 'usage: --repository and --from-repository differ'],
    [[...from('v1'), '--sidecar-directory', '.'], {}, 'usage'],
  ])('%j %j → %s', async (args, env, message) => {
    const result = await verify(args, env)
    expect(result.status).not.toBe(0)
    expect(result.stderr).toMatch(new RegExp(message))
    expect(left()).toEqual([])
  })

  test('shows a token to that server alone, and never prints it', async () => {
    const token = github.createToken({ permissions: { contents: 'read' } })
    const before = github.calls.length
    const result = await verify(from('v1', 'other/private'), { GITHUB_TOKEN: token })
    expect(result).toMatchObject({ status: 0 })
    expect(result.stdout + result.stderr).not.toContain(token)
    const calls = github.calls.slice(before)
    expect(calls.map(({ origin }) => origin)).toEqual(expect.arrayContaining(['api', 'storage']))
    for (const { origin, authorized } of calls)
      expect({ origin, authorized }).toEqual({ origin, authorized: origin === 'api' })
  })

  test('a server of its own is known by its name, and gets no token of GitHub', async () => {
    const server = await startJudgedGithub({ edition: 'enterprise-server' })
    try {
      server.createRepository(repository)
      const name = `github.example.com/${repository}`
      await publishedRelease(server, folder.at('enterprise'), { repository: name, tag: 'v1' })
      const token = server.createToken({ permissions: { contents: 'read' } })
      const env = { ...server.environment, GITHUB_TOKEN: 'ghs_wrong', GH_ENTERPRISE_TOKEN: token }
      const result = await verify(['--json', ...from('v1', name)], env)
      expect(result).toMatchObject({ status: 0 })
      expect(JSON.parse(result.stdout).artifacts[0].release.repository).toBe(name)
      expect(server.calls.filter(({ status }) => status === 401)).toEqual([])
    } finally {
      await server.close()
    }
  })

  test('without one, nothing is loaded that could open a connection', async () => {
    const cut = folder.at('cut')
    cpSync(bundle, cut, { recursive: true })
    const chunks = readdirSync(join(cut, 'dist')).filter((name) => name.endsWith('.js') && name !== 'index.js')
    const online = chunks.filter((name) => {
      const text = readFileSync(join(cut, 'dist', name), 'utf8')
      return /octokit|client-kms|require\("(?:node:)?(?:https?|net|tls)"\)/.test(text)
    })
    expect(online.length).toBeGreaterThan(1)
    for (const name of online) rmSync(join(cut, 'dist', name))
    await publishedRelease(github, folder.at('local'), { repository, tag: 'local' })
    expect(await verify(['local/*', '--tag', 'local'], {}, cut)).toMatchObject({ status: 0 })
    expect((await verify(from('v1'), {}, cut)).status).not.toBe(0)
  })
})
