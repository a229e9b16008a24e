import { appendFileSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle, step } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { signedRelease, signerIdentity } from '../support/signed-release.ts'

const folder = temporaryFolder()
const odd = '`b` <img src=x> | [a](http:x) @octocat.bin'
const release = signedRelease(folder.path, { 'app.zip': 'x', 'tampered.bin': 'x', [odd.replace('/', '')]: 'x' })
beforeAll(async () => {
  await Promise.all([builtBundle(), release])
  appendFileSync(folder.at('tampered.bin'), 'y')
}, 60_000)

const run = (inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string | undefined>> = {}) =>
  step({
    uses: 'verify',
    workspace: folder.path,
    env,
    with: { artifacts: 'app.zip', 'root-certificate': 'root.pem', 'certificate-identity': signerIdentity, ...inputs },
  })

describe('verify action', () => {
  test('verifies, and says so in outputs, log and summary', async () => {
    const result = await run({})
    expect(result).toMatchObject({ outcome: 'success', annotations: [], stderr: '', exported: {} })
    expect(result.outputs.verified).toBe('true')
    expect(JSON.parse(result.outputs.results ?? '')).toMatchObject({
      verified: true,
      artifacts: [{ path: 'app.zip', verified: true, sidecars: [{ kind: 'cms', verified: true }] }],
      ignored: [],
    })
    expect(result.log).toContain('1 artifact verified.')
    expect(result.summary).toContain('### Verified: 1 artifact')
  })

  test('takes digests in place of files, and says that no file was read', async () => {
    const digest = sha256Hex(utf8('x'))
    const named = await run({ artifacts: `tampered.bin@sha256:${digest}`, 'sidecar-directory': '' })
    expect(named).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
    folder.write('list/SUMS', `${digest}  app.zip\n`)
    const listed = await run({ artifacts: '', 'checksums-file': 'list/SUMS', 'sidecar-directory': '.' })
    expect(listed).toMatchObject({ outcome: 'success', outputs: { verified: 'true' } })
    expect(JSON.parse(listed.outputs.results ?? '')).toMatchObject({
      artifacts: [{ path: 'list/app.zip', byDigest: true, verified: true }],
    })
    expect(listed.summary).toMatch(/### Verified: 1 artifact, 1 of them by digest alone.*\(digest alone\)/s)
    expect(listed.log).toContain('no file was read')
    expect(await run({ artifacts: '' })).toMatchObject({ outcome: 'failure' })
  })

  test('the root may be PEM text, and inputs that are empty or lists have their defaults and values', async () => {
    const pem = readFileSync(folder.at('root.pem'), 'utf8')
    const inputs = {
      'root-certificate': pem,
      artifacts: 'app.*\n!*.p7s',
      complete: '',
      crl: 'root.crl\nca.crl\n',
      'crl-scope': 'path',
    }
    const result = await run(inputs)
    expect(result.outcome).toBe('success')
    expect(JSON.parse(result.outputs.results ?? '').artifacts[0].sidecars[0].revocation).toBe('good')
  })

  test('a tampered artifact fails the step with one annotation, and every artifact has its result', async () => {
    const result = await run({ artifacts: 'app.zip, tampered.bin' })
    expect(result).toMatchObject({ outcome: 'failure', status: 1, stderr: '' })
    expect(result.annotations).toEqual([
      {
        level: 'error',
        title: 'digest-mismatch',
        message: expect.stringMatching(/^digest-mismatch: tampered\.bin: .*\n.*get it again/),
      },
    ])
    expect(result.outputs.verified).toBe('false')
    expect(
      JSON.parse(result.outputs.results ?? '').artifacts.map(
        ({ verified }: { readonly verified: boolean }) => verified,
      ),
    ).toEqual([true, false])
    expect(result.summary).toMatch(/### Not verified: 1 of 2 artifacts.*Do not use files that did not verify/s)
  })

  test.each<readonly [string, Readonly<Record<string, string>>, string]>([
    ['no artifact matched', { artifacts: 'none-*' }, 'artifacts-none'],
    ['no root', { 'root-certificate': '' }, 'input-missing'],
    ['no identity', { 'certificate-identity': '' }, 'input-missing'],
    ['two identities', { 'dedicated-root': 'true' }, 'usage'],
    ['a boolean that is none', { complete: 'yes' }, 'usage'],
    ['a kind that is not known', { require: 'gpg' }, 'usage'],
    [
      'garbage for a root',
      { 'root-certificate': '-----BEGIN CERTIFICATE-----\n!\n-----END CERTIFICATE-----' },
      'pem-invalid',
    ],
    ['a root that is not there', { 'root-certificate': 'none.pem' }, 'file-not-found'],
    ['a tag, but no attestation', { tag: 'v1.0.0', repository: 'example/project' }, 'sidecar-required'],
  ])('%s: one annotation, no stack trace', async (_, inputs, code) => {
    const result = await run(inputs)
    expect(result).toMatchObject({ outcome: 'failure', status: 1, stderr: '' })
    expect(result.annotations).toMatchObject([{ level: 'error', title: code }])
    expect(result.outputs.verified).toBe('false')
    expect(JSON.parse(result.outputs.results ?? '').verified).toBe(false)
    expect(result.stdout + result.summary).not.toMatch(/^\s+at |file:\/\//m)
    expect(result.summary).toContain('### Not verified')
  })

  test.each([
    ['text', '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHRoaXMg\n-----END PRIVATE KEY-----'],
    ['text without its lines', 'MC4CAQAwBQYDK2VwBCIEIHRoaXMg'],
  ])('a private key as %s is never shown', async (_, key) => {
    const result = await run({ 'root-certificate': key })
    expect(result.outcome).toBe('failure')
    expect(result.stdout + result.summary + JSON.stringify(result.outputs)).not.toContain('MC4CAQ')
  })

  test('a file name is no Markdown and no workflow command', async () => {
    const result = await run({ artifacts: odd })
    expect(result.outcome).toBe('success')
    expect(result.summary).not.toMatch(/<img|\]\(|@octocat|`/)
  })

  test('show-summary: false writes none', async () => {
    expect((await run({ 'show-summary': 'false' })).summary).toBe('')
    expect((await run({ 'show-summary': 'false', artifacts: 'none-*' })).summary).toBe('')
  })

  test('a stack trace is written where the run is debugged, as debug output', async () => {
    const result = await run({ artifacts: 'none-*' }, { RUNNER_DEBUG: '1' })
    expect(result.debug.join('\n')).toMatch(/^\s+at /m)
  })

  test('loads no AWS and no GitHub client before its verdict, and opens no connection at all', async () => {
    const watch = folder.write(
      'watch.mjs',
      `import { registerHooks } from 'node:module'
       import { writeSync } from 'node:fs'
       import net from 'node:net'
       import dgram from 'node:dgram'
       const refuse = (what) => () => { writeSync(2, 'CONNECTION ' + what + '\\n'); process.exit(9) }
       net.Socket.prototype.connect = refuse('tcp')
       dgram.createSocket = refuse('udp')
       registerHooks({ load(url, context, next) { writeSync(1, 'LOAD ' + url + '\\n'); return next(url, context) } })`,
    )
    const result = await run({}, { NODE_OPTIONS: `--import=${pathToFileURL(watch)}` })
    expect(result).toMatchObject({ outcome: 'success', stderr: '' })
    const [before = '', after] = result.stdout.split('1 artifact verified.')
    expect(after).toBeDefined()
    const loaded = (text: string) => [...text.matchAll(/^LOAD (file:.*|node:.*)$/gm)].map(([, url]) => url ?? '')
    const sources = loaded(before)
      .filter((url) => url.startsWith('file:'))
      .map((url) => readFileSync(new URL(url), 'utf8'))
    expect(sources.length).toBeGreaterThan(2)
    expect(sources.join('\n')).not.toMatch(/@aws-sdk|@smithy|@actions\/|undici|octokit|createKmsSigner/)
    expect(loaded(before)).not.toEqual(expect.arrayContaining([expect.stringMatching(/^node:(https?|net|tls|dns)$/)]))
    // The toolkit, to report with; never a client of a service.
    const all = loaded(result.stdout)
      .filter((url) => url.startsWith('file:'))
      .map((url) => readFileSync(new URL(url), 'utf8'))
    expect(all.join('\n')).not.toMatch(/@aws-sdk|@smithy|octokit|createKmsSigner/)
  })
})
