import { appendFileSync, copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { expectScript, type Script, scriptName } from '../support/script.ts'
import { signedRelease, signerIdentity } from '../support/signed-release.ts'

const folder = temporaryFolder()
/** A file whose name looks like one with a digest. */
const odd = `odd@sha256:${'00'.repeat(32)}`
const release = signedRelease(folder.path, {
  'app.tar.gz': 'an archive\n',
  'app.zip': 'another\n',
  empty: '',
  'with space.bin': 'a',
  '[odd] {name}*.bin': 'b',
  'it\'s "quoted".bin': 'c',
  '-dash.bin': 'd',
  'übung.bin': 'e',
  'new\nline.bin': 'f',
  '::error::x.bin': 'g',
  'tampered.bin': 'before',
  'gone.bin': 'gone',
  [odd]: 'odd',
})

beforeAll(async () => {
  await builtBundle()
  await release
  appendFileSync(folder.at('tampered.bin'), 'after')
  folder.write('unsigned.bin')
  folder.write('garbage.bin')
  folder.write('garbage.bin.p7s', 'not CMS')
  folder.write('app.tar.gz.sigstore.json', '{}')
  rmSync(folder.at('gone.bin'))
  const lines = [`${sha256Hex(utf8('another\n'))}  app.zip\n`, `${sha256Hex(utf8('gone'))} *gone.bin\r\n`]
  folder.write('SHA256SUMS', lines.join(''))
  folder.write('BROKEN', lines.join('\n'))
  mkdirSync(folder.at('elsewhere'))
  copyFileSync(folder.at('app.tar.gz.p7s'), folder.at('elsewhere', 'app.tar.gz.p7s'))
  copyFileSync(folder.at('app.zip.p7s'), folder.at('swapped.bin.p7s'))
  folder.write('swapped.bin')
  const der = Buffer.from(readFileSync(folder.at('root.pem'), 'utf8').replace(/-----.*-----/g, ''), 'base64')
  writeFileSync(folder.at('root.der'), der)
}, 60_000)

const root = ['--root-certificate', 'root.pem']
const pinned = [...root, '--certificate-identity', signerIdentity]
const verify = (...args: readonly string[]) => ['verify', ...pinned, ...args]

const scripts: readonly Script[] = [
  {
    args: verify('app.tar.gz'),
    status: 0,
    stdout: /^verified {2}app\.tar\.gz\n.*1 artifact verified\.$/ms,
    stderr: '',
  },
  { args: ['verify', 'app.tar.gz', ...pinned], status: 0, stdout: 'verified  app.tar.gz' },
  { args: ['verify', '--root-certificate', 'root.der', '--dedicated-root', 'app.zip'], status: 0, stdout: 'verified' },
  {
    args: ['verify', ...root, '--certificate-subject', 'CN=Release,O=Example', 'app.zip'],
    status: 0,
    stdout: 'verified',
  },
  {
    args: verify('app.*'),
    status: 0,
    stdout: /passed over: app\.tar\.gz\.p7s.*ignored: app\.tar\.gz\.sigstore\.json.*2 artifacts verified/s,
  },
  {
    args: verify('empty', 'with space.bin', '[odd] {name}*.bin', 'it\'s "quoted".bin', 'übung.bin'),
    status: 0,
    stdout: '5 artifacts verified',
  },
  { args: verify('--', '-dash.bin'), status: 0, stdout: 'verified  -dash.bin' },
  { args: verify('new\nline.bin'), status: 0, stdout: 'verified  new\\nline.bin' },
  { args: verify('::error::x.bin'), status: 0, stdout: /^verified {2}::error::x\.bin$/m },
  { args: verify('--sidecar-directory', 'elsewhere', 'app.tar.gz'), status: 0, stdout: 'elsewhere/app.tar.gz.p7s' },
  { args: verify('--crl', 'root.crl', '--crl', 'ca.crl', 'app.zip'), status: 0, stdout: 'revocation checked, good' },
  { args: verify('app.zip'), status: 0, stdout: 'revocation not checked' },
  {
    args: verify('app.zip', 'tampered.bin'),
    status: 1,
    stdout: /verified {2}app\.zip.*FAILED {4}tampered\.bin.*digest-mismatch.*NOT VERIFIED: 1 of 2 artifacts failed/s,
  },
  {
    args: verify(`app.tar.gz@sha256:${sha256Hex(utf8('an archive\n'))}`),
    status: 0,
    stdout: /^verified {2}app\.tar\.gz\n.*1 artifact verified\.$/ms,
  },
  {
    args: verify(`gone.bin@sha256:${sha256Hex(utf8('gone'))}`),
    status: 0,
    stdout:
      /^verified {2}gone\.bin \(by its digest; no file was read\)\n.*1 artifact verified, 1 of them by digest alone: compare the files with it\.$/ms,
  },
  { args: verify(`gone.bin@sha256:${'00'.repeat(32)}`), status: 1, stdout: 'digest-mismatch' },
  { args: verify(`app.tar.gz@sha256:${'00'.repeat(32)}`), status: 1, stdout: 'checksums-mismatch' },
  // It could be meant as the file or as the digest, and whoever put the file there would choose.
  { args: verify(odd), status: 2, stderr: 'is a file, and a name with a digest' },
  { args: verify(odd.replace(':', '?')), status: 0, stdout: `verified  ${odd}\n` },
  { args: verify('gone.bin@sha256:00'), status: 2, stderr: 'input-invalid' },
  {
    args: verify('--checksums-file', 'SHA256SUMS'),
    status: 0,
    stdout: /verified {2}app\.zip\n.*verified {2}gone\.bin \(by its digest.*2 artifacts verified, 1 of them by digest/s,
  },
  { args: verify('--checksums-file', 'SHA256SUMS', 'tampered.bin'), status: 1, stdout: 'NOT VERIFIED: 1 of 3' },
  { args: verify('--checksums-file', 'BROKEN'), status: 1, stderr: 'checksums-invalid: BROKEN: line 2 is no digest' },
  { args: verify('--checksums-file', 'none'), status: 2, stderr: 'file-not-found' },
  { args: verify('--checksums-file', 'SHA256SUMS', 'none.*'), status: 2, stderr: 'artifacts-none' },
  { args: verify(), status: 2, stderr: 'no artifact is named' },
  // Other tools' sidecars are ignored beside their artifact, and not where one is all that was asked about.
  { args: verify('app.tar.gz', 'app.tar.gz.sigstore.json'), status: 0, stdout: 'ignored: app.tar.gz.sigstore.json' },
  { args: verify('app.zip', 'app.tar.gz.sigstore.json'), status: 1, stdout: 'artifact-not-named' },
  { args: verify('app.zip', 'app.tar.gz.p7s'), status: 1, stdout: 'artifact-not-named' },
  { args: verify('swapped.bin'), status: 1, stdout: 'digest-mismatch' },
  { args: verify('unsigned.bin'), status: 1, stdout: 'sidecar-missing' },
  { args: verify('garbage.bin'), status: 1, stdout: 'der-invalid' },
  { args: verify('--crl', 'ca.crl', 'app.zip'), status: 1, stdout: /crl-missing.*Example Root/s },
  { args: verify('--at', '2020-01-01T00:00:00Z', 'app.zip'), status: 1, stdout: 'certificate-not-yet-valid' },
  { args: verify('--require', 'attestation', 'app.zip'), status: 1, stdout: 'sidecar-required' },
  { args: verify('--tag', 'v1', '--repository', 'example/app', 'app.zip'), status: 1, stdout: /sidecar-|attestation/ },
  {
    args: verify('--require-timestamp', '--timestamp-root-certificate', 'root.pem', 'app.zip'),
    status: 1,
    stdout: 'timestamp-missing',
  },
  {
    args: ['verify', ...root, '--certificate-identity', 'https://example.org/releas', 'app.zip'],
    status: 1,
    stdout: 'identity-mismatch',
  },
  {
    args: ['verify', ...root, '--certificate-sha256', '00'.repeat(32), 'app.zip'],
    status: 1,
    stdout: 'identity-mismatch',
  },
  { args: verify('--attestation', 'none.release.sigstore.json', 'app.zip'), status: 2, stderr: 'file-not-found' },
]

describe('verify', () => {
  test.each(scripts.map((script) => [scriptName(script), script] as const))('%s', async (_, script) => {
    await expectScript(folder.path, script)
  })

  test('--json prints one document in the exact shape, and all else on standard error', async () => {
    const { leaf, root } = await release
    const { status, stdout, stderr } = await cli(verify('--json', 'app.zip', 'tampered.bin'), { cwd: folder.path })
    expect(status).toBe(1)
    expect(stderr).toContain('FAILED    tampered.bin')
    const signer = {
      subject: 'CN=Release,O=Example',
      sha256: sha256Hex(leaf.certificate),
      identities: [signerIdentity],
    }
    const time = { at: expect.stringMatching(/^2.*Z$/), source: 'now', timestamp: 'none', revocation: 'not-checked' }
    const judged = {
      kind: 'cms',
      signer,
      root: { sha256: sha256Hex(root.certificate) },
      time,
      revocation: 'not-checked',
      warnings: [],
    }
    const refusal = { code: 'digest-mismatch', message: expect.any(String), hint: expect.any(String) }
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
    expect(JSON.parse(stdout)).toEqual({
      verified: false,
      artifacts: [
        {
          path: 'app.zip',
          sha256,
          verified: true,
          release: null,
          sidecars: [{ path: 'app.zip.p7s', verified: true, ...judged }],
        },
        {
          path: 'tampered.bin',
          sha256,
          verified: false,
          release: null,
          sidecars: [{ path: 'tampered.bin.p7s', verified: false, ...judged, root: expect.anything(), ...refusal }],
          ...refusal,
        },
      ],
      ignored: [],
    })
  })

  test.each(['--help', '-h', '--root-certificate=evil.pem', '--at=2030-01-01T00:00:00Z', '--json'])(
    'a file called %s chooses no option where a shell expands *',
    async (name) => {
      const cwd = dirname(folder.write(`${sha256Hex(utf8(name))}/${name}`))
      const all = ['verify', '--root-certificate', folder.at('root.pem'), '--dedicated-root', name]
      const at = (...args: readonly string[]) => cli(args, { cwd })
      expect(await at(...all, 'app.zip')).toMatchObject({
        status: 2,
        stderr: expect.stringContaining('name of a file'),
      })
      expect(await at(...all.slice(0, -1), '--', name)).toMatchObject({
        status: 1,
        stdout: expect.stringContaining('sidecar-missing'),
      })
    },
  )

  test('the fingerprint of the certificate is an identity, colons and case or not', async () => {
    const { leaf } = await release
    const fingerprint = sha256Hex(leaf.certificate)
    const spelled = fingerprint.toUpperCase().match(/../g)?.join(':') ?? ''
    for (const sha256 of [fingerprint, spelled]) {
      await expectScript(folder.path, {
        args: ['verify', ...root, '--certificate-sha256', sha256, 'app.zip'],
        status: 0,
      })
    }
  })

  test('no line of the output is a workflow command, nor an escape sequence', async () => {
    folder.write('::add-mask::\u001b[31mx', 'x')
    folder.write('##[group]x', 'x')
    const { stdout } = await cli(verify('##[group]x', '::add-mask::\u001b[31mx', '--json'), { cwd: folder.path })
    const { stdout: text, stderr } = await cli(verify('::add-mask::\u001b[31mx', '##[group]x'), { cwd: folder.path })
    expect(stdout + text + stderr).not.toMatch(/[^\P{Cc}\n]|^\s*::|##\[/mu)
    expect(JSON.parse(stdout).artifacts.map(({ path }: { readonly path: string }) => path)).toContain('##[group]x')
  })
})
