import { readdirSync } from 'node:fs'
import { beforeEach, describe, expect, test } from '@jest/globals'
import { run } from '../../dev/process.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { cli } from '../support/bundle.ts'
import { contentsOf } from '../support/github.ts'
import { testWithOpenssl } from '../support/openssl.ts'
import { type Env, type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, at, write, folder, sign } = signSteps()
const tag = 'v3.0.0'
const attestation = `example-project-${tag}.release.sigstore.json`
const runId = 4242424242

beforeEach(() => {
  scene().github.repository().releases.length = 0
  scene().github.faults.clear()
  scene().github.createRun({ id: runId, startedAt: new Date(Date.now() + 60_000) })
})

const release = (draft = true) =>
  scene().github.createRelease({ tag, draft, assets: { 'app.zip': 'an archive', 'notes.txt': 'notes' } })

/** A run that was started by hand on the default branch. */
const byHand = (inputs: Inputs = {}, env: Env = {}) =>
  sign(
    { artifacts: 'release://*', 'release-tag': tag, upload: 'true', ...inputs },
    {
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_REF_NAME: 'main',
      GITHUB_TRIGGERING_ACTOR: 'octocat',
      RUNNER_TEMP: at(),
      ...env,
    },
  )

describe('sign action, artifacts from a release', () => {
  test('downloads, signs, uploads, and the summary names every asset, digest and uploader', async () => {
    const there = release()
    scene().github.addAsset(there, { name: 'by-hand.bin', bytes: Buffer.from('by hand') }, 'octocat')
    const result = await byHand()
    expect(result).toMatchObject({ outcome: 'success', stderr: '', outputs: { 'signed-count': '3' } })
    const names = ['app.zip', 'by-hand.bin', 'notes.txt']
    expect(Object.keys(contentsOf(there)).sort()).toEqual(
      [...names.flatMap((name) => [name, `${name}.p7s`]), attestation].sort(),
    )
    for (const [name, content, uploader] of [
      ['app&#46;zip', 'an archive', 'github&#45;actions&#91;bot&#93;'],
      ['by&#45;hand&#46;bin', 'by hand', 'octocat'],
      ['notes&#46;txt', 'notes', 'github&#45;actions&#91;bot&#93;'],
    ] as const) {
      expect(result.summary).toContain(
        `- <code>${name}</code>: sha256 <code>${sha256Hex(utf8(content))}</code>, uploaded by <code>${uploader}</code> at 2`,
      )
    }
    expect(result.log).toContain('from the release: by-hand.bin, sha256 ')
    const pinned = ['--root-certificate', 'root.pem', '--certificate-identity', scene().identity, '--complete']
    const from = ['--from-repository', 'example/project', '--from-release-tag', tag]
    const verdict = await cli(['verify', ...pinned, ...from], {
      cwd: scene().workspace,
      env: { ...scene().github.environment, GH_TOKEN: scene().token },
    })
    expect(verdict).toMatchObject({ status: 0 })
  })

  test('again, it signs the same files, and completes the release', async () => {
    const there = release(false)
    expect(await byHand()).toMatchObject({ outcome: 'success' })
    const first = contentsOf(there)
    const again = await byHand()
    expect(again).toMatchObject({ outcome: 'success', outputs: { 'signed-count': '2' } })
    expect(contentsOf(there)).toEqual(first)
  })

  testWithOpenssl('the commands in the summary verify where the release was downloaded to', async () => {
    const there = release()
    const { summary } = await byHand()
    for (const { name, bytes } of there.assets) write(name, bytes)
    const [command = ''] = /openssl cms -verify .*?\/dev\/null/s.exec(summary) ?? []
    expect(command).toContain('-in app.zip.p7s -content app.zip ')
    const script = command.replaceAll('root.pem', '../root.pem')
    expect(await run('bash', ['-ec', script], { cwd: at() })).toMatchObject({ status: 0 })
  })

  test.each<[string, Inputs, Env, string]>([
    ['a list in place of trust', { 'checksums-file': 'SUMS' }, {}, ''],
    ['a stranger', {}, {}, 'asset-untrusted'],
    ['a stranger who started the run', {}, { GITHUB_TRIGGERING_ACTOR: 'mallory' }, ''],
    ['a stranger who is named', { 'trusted-uploaders': 'github-actions[bot]\nmallory' }, {}, ''],
    ['a list that names others alone', { 'trusted-uploaders': 'mallory' }, {}, 'asset-untrusted'],
    [
      'a run that is not there',
      { 'trusted-uploaders': 'github-actions[bot], mallory' },
      { GITHUB_RUN_ID: '1' },
      'run-unreadable',
    ],
  ])('%s', async (_, inputs, env, code) => {
    const there = release()
    scene().github.addAsset(there, { name: 'more.bin', bytes: Buffer.from('more') }, 'mallory')
    const content = { 'app.zip': 'an archive', 'notes.txt': 'notes', 'more.bin': 'more' }
    write(
      'SUMS',
      Object.entries(content)
        .map(([name, text]) => `${sha256Hex(utf8(text))}  ${name}\n`)
        .join(''),
    )
    const list = inputs['checksums-file'] === undefined ? {} : { 'checksums-file': `${folder()}/SUMS` }
    const before = scene().aws.signCalls().length
    const result = await byHand({ ...inputs, ...list }, env)
    const titles = result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)
    expect({ outcome: result.outcome, titles }).toEqual(
      code === '' ? { outcome: 'success', titles: [] } : { outcome: 'failure', titles: [code] },
    )
    if (code === '') return
    expect(scene().aws.signCalls().length).toBe(before)
    expect(there.assets).toHaveLength(3)
    if (code === 'asset-untrusted')
      expect(result.annotations[0]?.message).toMatch(/trusted-uploaders, .*: (mallory|github-)/)
  })

  test.each<[string, Inputs, Env, string]>([
    ['files of both places', { artifacts: 'release://*\napp.zip' }, {}, 'usage'],
    [
      'trusted-uploaders for files of this machine',
      { artifacts: 'app.zip', 'trusted-uploaders': 'octocat' },
      {},
      'usage',
    ],
    ['no tag', { 'release-tag': '', upload: '' }, {}, 'input-missing'],
    ['no such release', { 'release-tag': 'v9' }, {}, 'release-missing'],
    ['nothing that matches', { artifacts: 'release://*.exe' }, {}, 'artifacts-none'],
  ])('refuses %s', async (_, inputs, env, code) => {
    release()
    const result = await byHand(inputs, env)
    expect(result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([code])
  })

  test('without upload, sidecars go where they are wanted', async () => {
    const there = release()
    const inputs = { upload: '', artifacts: 'release://app.*\n!release://*.txt', 'output-directory': `${folder()}/out` }
    expect(await byHand(inputs)).toMatchObject({ outcome: 'success', outputs: { 'signed-count': '1' } })
    expect(readdirSync(at('out')).sort()).toEqual(['app.zip.p7s', attestation])
    expect(there.assets).toHaveLength(2)
  })

  test('a file that is exchanged while it is signed is not signed', async () => {
    const there = release()
    const swap = setInterval(() => {
      const asset = there.assets.find(({ name }) => name === 'app.zip')
      if (asset !== undefined && asset.downloads > 0) asset.bytes = Buffer.from('exchanged!')
    }, 1)
    const before = scene().aws.signCalls().length
    const result = await byHand()
    clearInterval(swap)
    expect(result.outcome).toBe('failure')
    expect(result.annotations.map(({ title }) => title)).toContain('asset-differs')
    expect(scene().aws.signCalls().length).toBe(before)
  })
})
