import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { repositoryRoot } from '../../dev/runner.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { expectScript, type Script, scriptName } from '../support/script.ts'

const folder = temporaryFolder()
folder.write('app.tar.gz')
folder.write('garbage.pem', 'no certificate\n')
folder.write('garbage.der', Buffer.from('30053003020100', 'hex'))
folder.write(
  'pin.pem',
  '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIHRoaXMgaXMgbm90IGEga2V5IGJ1dCBhIHRlc3QhIQ==\n-----END PRIVATE KEY-----\n',
)
beforeAll(builtBundle)

const identity = ['--certificate-identity', 'https://example.org/release']
const pinned = ['--root-certificate', 'garbage.pem', ...identity]

const scripts: readonly Script[] = [
  { args: ['--help'], status: 0, stdout: /^Usage: kms-release-signing COMMAND/, stderr: '' },
  { args: ['help'], status: 0, stdout: /^Usage: kms-release-signing COMMAND/, stderr: '' },
  { args: ['help', 'verify'], status: 0, stdout: /^Usage: kms-release-signing verify/, stderr: '' },
  { args: ['--version'], status: 0, stdout: /^kms-release-signing \d+\.\d+\.\d+\n$/, stderr: '' },
  ...['sign', 'verify', 'check-chain', 'inspect'].flatMap((name) => [
    { args: [name, '--help'], status: 0, stdout: /^Usage: .*Examples:.*Exit status:/s, stderr: '' } as const,
    { args: [name, '--nonsense', 'x'], status: 2, stdout: '', stderr: 'usage: there is no option --nonsense' } as const,
  ]),
  { args: [], status: 2, stdout: '', stderr: 'Usage: kms-release-signing COMMAND' },
  { args: ['verfy'], status: 2, stdout: '', stderr: 'there is no command verfy' },
  { args: ['verify', '--certificate_identity', 'x'], status: 2, stderr: 'Is --certificate-identity meant?' },
  { args: ['verify', '--root-cert', 'x'], status: 2, stderr: 'Is --root-certificate meant?' },
  { args: ['verify', '--certificate-', 'x'], status: 2, stderr: /there is no option --certificate-\n {2}--help/ },
  { args: ['verify', '-x'], status: 2, stderr: 'there is no option -x' },
  { args: ['verify', '--tag'], status: 2, stderr: '--tag has no value' },
  { args: ['verify', '--tag='], status: 2, stderr: '--tag has no value' },
  { args: ['verify', '--tag', '--complete'], status: 2, stderr: 'If that is the value, write --tag=--complete.' },
  { args: ['verify', '--complete=yes'], status: 2, stderr: '--complete takes no value' },
  { args: ['verify', '--tag', 'a', '--tag', 'b'], status: 2, stderr: '--tag is given more than once' },
  { args: ['verify', 'app.tar.gz'], status: 2, stderr: 'input-missing: --root-certificate is missing' },
  {
    args: ['verify', '--root-certificate', 'garbage.pem', 'app.tar.gz'],
    status: 2,
    stderr: 'nothing says who must have signed',
  },
  {
    args: ['verify', ...pinned, '--dedicated-root', 'app.tar.gz'],
    status: 2,
    stderr: 'more than one of --certificate-identity',
  },
  { args: ['verify', ...pinned], status: 2, stderr: 'no artifact is named' },
  { args: ['verify', ...pinned, 'app.tar.gz'], status: 1, stderr: 'pem-invalid: garbage.pem' },
  {
    args: ['verify', '--root-certificate', 'garbage.der', ...identity, 'app.tar.gz'],
    status: 1,
    stderr: 'der-invalid: root certificate garbage.der: ',
  },
  { args: ['verify', ...pinned, 'not-there'], status: 2, stderr: 'file-not-found: not-there' },
  { args: ['verify', ...pinned, 'no-*'], status: 2, stderr: 'artifacts-none' },
  { args: ['verify', ...pinned, '.'], status: 2, stderr: 'file-not-regular' },
  {
    args: ['verify', '--root-certificate', 'none.pem', ...identity, 'app.tar.gz'],
    status: 2,
    stderr: /file-not-found: none\.pem: no such file\n.*which counts from \/.*check the repository out/,
  },
  { args: ['verify', ...pinned, '--crl-scope', 'leaf', 'app.tar.gz'], status: 2, stderr: '--crl-scope without --crl' },
  {
    args: ['verify', ...pinned, '--crl-scope', 'all', '--crl', 'x', 'app.tar.gz'],
    status: 2,
    stderr: /Use path or leaf|file-not-found/,
  },
  { args: ['verify', ...pinned, '--require', 'cms,pgp', 'app.tar.gz'], status: 2, stderr: 'Use cms or attestation' },
  {
    args: ['verify', ...pinned, '--at', 'yesterday', 'app.tar.gz'],
    status: 2,
    stderr: '--at: yesterday is no instant',
  },
  { args: ['verify', ...pinned, '--at', '2026-02-30T00:00:00Z', 'app.tar.gz'], status: 2, stderr: 'is no instant' },
  {
    args: [
      'verify',
      ...pinned,
      '--at',
      '2026-01-01T00:00:00Z',
      '--timestamp-root-certificate',
      'garbage.pem',
      'app.tar.gz',
    ],
    status: 2,
    stderr: 'exclude each other',
  },
  { args: ['sign', 'app.tar.gz'], status: 2, stderr: '--kms-key-id is missing' },
  { args: ['sign', '--kms-key-id', 'alias/a', 'app.tar.gz'], status: 2, stderr: '--certificate-chain is missing' },
  {
    args: [
      'sign',
      '--kms-key-id',
      'alias/a',
      '--certificate-chain',
      'garbage.pem',
      '--timestamp',
      'optional',
      'app.tar.gz',
    ],
    status: 2,
    stderr: 'no --timestamp-authority-url',
  },
  { args: ['check-chain', '--root-certificate', 'garbage.pem'], status: 2, stderr: '--certificate-chain is missing' },
  { args: ['check-chain', 'garbage.pem'], status: 2, stderr: 'garbage.pem is not an option' },
  { args: ['inspect'], status: 2, stderr: 'no sidecar is named' },
  { args: ['inspect', 'not-there'], status: 2, stderr: 'file-not-found' },
  { args: ['inspect', 'garbage.pem'], status: 1, stderr: /garbage\.pem: .*\n {2}Is it a sidecar\?/ },
]

describe('command line', () => {
  test.each(scripts.map((script) => [scriptName(script), script] as const))('%s', async (_, script) => {
    await expectScript(folder.path, script)
  })

  test('a Node that is too old is told of, and nothing is begun', async () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '22.20.0' } })"
    const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}` }
    const oldest = /\d+/.exec(JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')).engines.node)?.[0]
    const refused = await cli(['inspect', 'garbage.pem'], { cwd: folder.path, env })
    expect(refused).toMatchObject({ status: 2, stdout: '' })
    expect(refused.stderr).toContain(`usage: Node 22.20.0 is too old: this program needs Node ${oldest} or later`)
    expect(await cli(['--help'], { cwd: folder.path, env })).toMatchObject({ status: 0, stderr: '' })
  })

  test('with arguments it is the command line on a runner, too', async () => {
    const { status, stdout } = await cli(['--version'], { cwd: folder.path, env: { GITHUB_ACTIONS: 'true' } })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^kms-release-signing /)
  })

  test.each(['--root-certificate', '--intermediates'])(
    'a private key behind %s is refused and not shown',
    async (option) => {
      const args = ['verify', ...identity, '--root-certificate', 'pin.pem', option, 'pin.pem', 'app.tar.gz']
      const { status, stdout, stderr } = await cli(args, { cwd: folder.path })
      expect(status).toBe(1)
      expect(stderr).toMatch(/private-key-in-input: pin\.pem.*replace/s)
      expect(stdout + stderr).not.toMatch(/MC4CAQ|BEGIN/)
    },
  )

  test('PEM text in place of a file name is refused and not shown', async () => {
    const args = ['verify', ...identity, '--root-certificate=-----BEGIN PRIVATE KEY-----\nMC4CAQ', 'app.tar.gz']
    const { status, stderr } = await cli(args, { cwd: folder.path })
    expect(status).toBe(2)
    expect(stderr).not.toContain('MC4CAQ')
  })

  test.each<readonly [string, readonly string[], object]>([
    ['verify', [], { verified: false, artifacts: [], ignored: [], code: 'input-missing' }],
    ['sign', [], { signed: 0, artifacts: [], kmsRequestIds: [], code: 'input-missing' }],
    ['check-chain', [], { valid: false, path: [], revocation: 'not-checked', code: 'input-missing' }],
    ['verify', ['--nonsense'], { verified: false, code: 'usage' }],
  ])('%s %j --json prints one document of its shape also when it cannot begin', async (command, args, expected) => {
    const { stdout, stderr } = await cli([command, ...args, '--json'], { cwd: folder.path })
    expect(JSON.parse(stdout)).toMatchObject(expected)
    expect(stderr).toMatch(/^kms-release-signing: /)
  })

  test('a stack trace is printed where the run is debugged, and nowhere else', async () => {
    const options = { cwd: folder.path, env: { RUNNER_DEBUG: '1' } }
    expect((await cli(['verify'], options)).stderr).toMatch(/^kms-release-signing: warning: +at /m)
  })
})
