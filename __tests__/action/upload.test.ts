import { basename } from 'node:path'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { cli } from '../support/bundle.ts'
import { contentsOf } from '../support/github.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, write, files, sign } = signSteps()

const tag = 'v1.0.0'
const attestation = `example-project-${tag}.release.sigstore.json`
const all = ['app.txt', 'app.txt.p7s', 'app.zip', 'app.zip.p7s', attestation]

beforeEach(() => {
  scene().github.repository().releases.length = 0
  scene().github.faults.clear()
})

const upload = { upload: 'true', 'upload-artifacts': 'true' }
const branch = { GITHUB_REF: 'refs/heads/main', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'main' }
const pullRequest = {
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_REF: 'refs/pull/12/merge',
  GITHUB_REF_TYPE: 'branch',
  GITHUB_REF_NAME: '12/merge',
}

describe('sign action, upload', () => {
  test('signs, uploads and publishes with the token of the job, and says where', async () => {
    const release = scene().github.createRelease({ tag })
    const result = await sign({ ...upload, publish: 'true', 'make-latest': 'false' })
    expect(result).toMatchObject({ outcome: 'success', stderr: '' })
    expect(Object.keys(contentsOf(release)).sort()).toEqual(all)
    expect(release.draft).toBe(false)
    expect(result.outputs).toMatchObject({ 'release-id': String(release.id), 'signed-count': '2' })
    expect(result.outputs['release-url']).toContain(`/releases/tag/${tag}`)
    const assets: readonly object[] = JSON.parse(result.outputs.assets ?? '')
    expect(assets).toHaveLength(all.length)
    expect(assets[0]).toMatchObject({
      name: 'app.txt',
      uploaded: true,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    })
    expect(result.log).toContain(`release ${tag}, published`)
    expect(result.summary).toContain('5 files uploaded, 0 were there and are right')
  })

  test('nothing secret is shown', async () => {
    scene().github.createRelease({ tag })
    scene().github.faults.add({ operation: 'repos/upload-release-asset', times: 1, fault: { kind: 'reset' } })
    const result = await sign(upload)
    const shown = [result.log, result.summary, JSON.stringify(result.outputs), result.stderr].join('\n')
    expect(scene().github.secrets.length).toBeGreaterThan(0)
    for (const secret of scene().github.secrets) expect(shown).not.toContain(secret)
    expect(result.masks).toContain(scene().token)
  })

  test('of a branch, the release is named, and its tag is what is signed', async () => {
    const release = scene().github.createRelease({ tag: 'v2.0.0' })
    expect(await sign({ ...upload, 'release-tag': 'v2.0.0' }, branch)).toMatchObject({ outcome: 'success' })
    expect(Object.keys(contentsOf(release))).toContain('example-project-v2.0.0.release.sigstore.json')
  })

  test.each([
    ['no release', upload, {}, 'release-missing'],
    ['no tag', upload, branch, 'input-missing'],
    ['two tags', { ...upload, tag: 'v1', 'release-tag': 'v2' }, {}, 'usage'],
    ['publish alone', { publish: 'true' }, {}, 'usage'],
    ['artifacts alone', { 'upload-artifacts': 'true' }, {}, 'usage'],
    ['a prerelease that is not published', { ...upload, prerelease: 'true' }, {}, 'usage'],
    ['the latest prerelease', { ...upload, publish: 'true', prerelease: 'true', 'make-latest': 'true' }, {}, 'usage'],
    ['a latest that is not known', { ...upload, publish: 'true', 'make-latest': 'yes' }, {}, 'usage'],
    ['a token that is none', { ...upload, 'github-token': 'ghs_wrong' }, {}, 'github-token-refused'],
    ['a token in two lines', { ...upload, 'github-token': 'ghs_a\nghs_b' }, {}, 'input-invalid'],
    ['no API', upload, { GITHUB_API_URL: 'api.github.com' }, 'input-invalid'],
  ])('refuses %s, and signs nothing', async (_, inputs, env, code) => {
    const before = scene().aws.signCalls().length
    const result = await sign(inputs, env)
    expect(result.outcome).toBe('failure')
    expect(result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([code])
    expect(result.outputs.assets).toBe('[]')
    expect(result.stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toMatch(/ghs_/)
    expect(files()).toEqual(['app.txt', 'app.zip'])
    expect(scene().aws.signCalls().length).toBe(before)
  })

  test('a failed upload says that nothing is public, and names in its outputs what was written', async () => {
    const release = scene().github.createRelease({ tag })
    const fault = { kind: 'status', status: 400, message: 'Bad Content-Length' } as const
    const heal = scene().github.faults.add({ operation: 'repos/upload-release-asset', target: '.p7s', fault })
    const result = await sign({ ...upload, publish: 'true' })
    heal()
    expect(result.outcome).toBe('failure')
    expect(release.draft).toBe(true)
    expect(
      JSON.parse(result.outputs.sidecars ?? '')
        .map((path: string) => basename(path))
        .sort(),
    ).toEqual(all.filter((name) => !/^app\.(txt|zip)$/.test(name)))
    expect(JSON.parse(result.outputs.results ?? '')).toMatchObject({ code: 'github-refused', signed: 0 })
    expect(files()).toEqual(all)
  })

  test('a dry run for a pull request tests the set-up without tag and release', async () => {
    const result = await sign({ ...upload, 'dry-run': 'true' }, pullRequest)
    expect(result.outcome).toBe('success')
    const warnings = result.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)
    expect(warnings.join('\n')).toMatch(/v0\.0\.0-rehearsal.*no release was looked for/s)
    expect(await sign({ ...upload, 'dry-run': 'true' }, branch)).toMatchObject({ outcome: 'failure' })
    write('app.zip.p7s', 'not ours')
    expect(await sign({ ...upload, 'dry-run': 'true' }, pullRequest)).toMatchObject({ outcome: 'failure' })
  })
})

describe('sign command, --upload', () => {
  const run = (args: readonly string[], env: Readonly<Record<string, string>> = {}) => {
    const { aws, workspace, alias, github } = scene()
    const common = ['--kms-key-id', alias, '--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem']
    return cli(['sign', ...common, ...args, `${folder()}/app.*`], {
      cwd: workspace,
      env: { ...aws.environment, GITHUB_API_URL: github.apiUrl, ...env },
    })
  }
  const release = ['--repository', 'example/project', '--tag', tag, '--upload', '--upload-artifacts']

  test('with the token of the environment; --json tells of the release', async () => {
    const there = scene().github.createRelease({ tag })
    const result = await run([...release, '--publish', '--json'], { GH_TOKEN: scene().token })
    expect(result).toMatchObject({ status: 0 })
    expect(JSON.parse(result.stdout)).toMatchObject({ signed: 2, release: { id: there.id, tag, draft: false } })
    expect(Object.keys(contentsOf(there)).sort()).toEqual(all)
    expect(result.stdout + result.stderr).not.toContain(scene().token)
  })

  test('refuses without token, repository or tag', async () => {
    expect(await run(release)).toMatchObject({ status: 2, stderr: expect.stringContaining('github-token-missing') })
    const token = { GITHUB_TOKEN: scene().token }
    expect(await run(['--upload', '--tag', tag], token)).toMatchObject({ status: 2 })
    expect(await run(['--upload', '--repository', 'example/project'], token)).toMatchObject({ status: 2 })
  })
})
