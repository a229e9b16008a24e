import { createPublicKey } from 'node:crypto'
import { appendFileSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, type KmsKey, startAws } from '../../dev/aws.ts'
import { createAuthority } from '../../dev/pki.ts'
import { createKmsSigner } from '../../src/adapters/kms/kms.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { noPathChecked } from '../../src/core/verify-by-key.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { environmentForTest } from '../support/environment.ts'
import { temporaryFolder } from '../support/folder.ts'
import { signPorts, signRequest } from '../support/release.ts'
import { expectScript, type Script, scriptName } from '../support/script.ts'

const folder = temporaryFolder()
const setEnvironment = environmentForTest()
let aws: Aws
let key: KmsKey
let other: KmsKey

beforeAll(async () => {
  aws = await startAws()
  key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
  other = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
  aws.keys.createAlias('alias/release', key.arn, aws.region)
  aws.keys.createAlias('alias/other', other.arn, aws.region)
  setEnvironment(aws.environment)
  const artifacts = ['app.zip', 'tampered.bin'].map((name) => folder.write(name, name))
  const leaf = createAuthority().issue({ publicKey: publicKeyOf(key) })
  const request = signRequest(leaf, artifacts, {
    sidecars: ['cms', 'attestation', 'signature'],
    repository: 'example/app',
    tag: 'v1',
  })
  const signer = createKmsSigner({ keyId: key.arn, environment: process.env, timers: systemTimers })
  await Promise.all([builtBundle(), signRelease(request, signPorts(signer))])
  appendFileSync(folder.at('tampered.bin'), 'after')
  const object = createPublicKey({ key: Buffer.from(publicKeyOf(key)), format: 'der', type: 'spki' })
  writeFileSync(folder.at('key.der'), publicKeyOf(key))
  writeFileSync(folder.at('other.der'), publicKeyOf(other))
  writeFileSync(folder.at('key.pem'), object.export({ type: 'spki', format: 'pem' }))
  writeFileSync(folder.at('root.pem'), leaf.rootPem)
  copyFileSync(folder.at('app.zip.p7s'), folder.at('none.p7s'))
}, 60_000)
afterAll(() => aws.close())

const closing = /1 artifact verified\. No certificate path was checked: the key was trusted by itself\.$/m

const scripts: readonly Script[] = [
  { args: ['verify', '--public-key', 'key.pem', 'app.zip'], status: 0, stdout: closing, stderr: '' },
  {
    args: ['verify', '--public-key', 'key.der', 'app.zip'],
    status: 0,
    stdout: /signed by key key\.der, public key sha256/,
  },
  { args: ['verify', '--kms-key-id', 'alias/release', 'app.zip'], status: 0, stdout: closing, stderr: '' },
  {
    args: ['verify', '--kms-key-id', 'alias/release', 'app.zip'],
    status: 0,
    stdout: /^warning: AWS KMS was asked at http:\/\/(127\.0\.0\.1|localhost):\d+, which the environment names/m,
  },
  {
    args: ['verify', '--kms-key-id=alias/release', '--require=cms,attestation,signature', '--tag=v1', 'app.zip'],
    status: 0,
    stdout: /signature {2}app\.zip\.sig\n {4}signed by key arn:aws:kms/,
  },
  { args: ['verify', '--public-key', 'key.pem', '--tag', 'v2', 'app.zip'], status: 1, stdout: 'tag-mismatch' },
  { args: ['verify', '--public-key', 'key.pem', 'tampered.bin'], status: 1, stdout: 'digest-mismatch' },
  { args: ['verify', '--kms-key-id', 'alias/release', 'tampered.bin'], status: 1, stdout: 'digest-mismatch' },
  { args: ['verify', '--public-key', 'other.der', 'app.zip'], status: 1, stdout: /FAILED.*signature-invalid/s },
  { args: ['verify', '--kms-key-id', 'alias/other', 'app.zip'], status: 1, stdout: /FAILED.*kms-signature-invalid/s },
  { args: ['verify', '--kms-key-id', 'alias/none', 'app.zip'], status: 1, stdout: '', stderr: 'kms-key-not-found' },
  { args: ['verify', '--kms-key-id', '§', 'app.zip'], status: 2, stdout: '', stderr: 'input-invalid' },
  { args: ['verify', '--public-key', 'root.pem', 'app.zip'], status: 1, stdout: '', stderr: 'pem-invalid' },
  { args: ['verify', '--public-key', 'none.pem', 'app.zip'], status: 2, stderr: 'file-not-found' },
  ...[
    ['--kms-key-id', 'alias/release'],
    ['--root-certificate', 'root.pem'],
    ['--certificate-identity', 'a'],
    ['--certificate-subject', 'a'],
    ['--certificate-sha256', 'a'],
    ['--dedicated-root'],
    ['--at', '2026-11-24T09:00:00Z'],
    ['--crl', 'root.crl'],
    ['--crl-scope', 'path'],
    ['--deny-serial', '01'],
    ['--intermediates', 'root.pem'],
  ].map((options) => ({
    args: ['verify', '--public-key', 'key.pem', ...options, 'app.zip'],
    status: 2 as const,
    stderr: new RegExp(`usage: --public-key and ${options[0]} exclude each other`),
  })),
  {
    args: ['verify', '--public-key', 'key.pem', '--aws-region', 'eu-central-1', 'app.zip'],
    status: 2,
    stderr: '--aws-region without --kms-key-id',
  },
  {
    args: ['verify', '--root-certificate', 'root.pem', '--dedicated-root', '--use-fips-endpoint', 'app.zip'],
    status: 2,
    stderr: '--use-fips-endpoint without --kms-key-id',
  },
  { args: ['verify', 'app.zip'], status: 2, stderr: 'input-missing: --root-certificate is missing' },
]

describe('verify by a key', () => {
  test.each(scripts.map((script) => [scriptName(script), script] as const))('%s', async (_, script) => {
    await expectScript(folder.path, script, aws.environment)
  })

  test('--json has no signer and no root, and says that no path was checked', async () => {
    const { stdout, status } = await cli(['verify', '--public-key', 'key.pem', '--json', 'app.zip'], {
      cwd: folder.path,
    })
    expect(status).toBe(0)
    const judged = {
      verified: true,
      signer: null,
      root: null,
      time: { at: expect.any(String), source: 'now', timestamp: 'none', revocation: 'not-checked' },
      revocation: 'not-checked',
      warnings: [noPathChecked],
    }
    expect(JSON.parse(stdout)).toEqual({
      verified: true,
      artifacts: [
        {
          path: 'app.zip',
          sha256: sha256Hex(readFileSync(folder.at('app.zip'))),
          verified: true,
          release: { repository: 'example/app', tag: 'v1', packageId: null },
          sidecars: [
            { path: 'app.zip.p7s', kind: 'cms', ...judged },
            { path: 'example-app-v1.release.sigstore.json', kind: 'attestation', ...judged },
          ],
        },
      ],
      ignored: [],
    })
  })

  test('KMS is asked once about each sidecar, with nothing but Verify besides what it says of the key', async () => {
    const before = aws.calls.length
    const args = ['verify', '--kms-key-id', key.arn, 'app.zip']
    await expectScript(folder.path, { args, status: 0 }, aws.environment)
    const operations = aws.calls.slice(before).map(({ operation }) => operation)
    expect(operations.sort()).toEqual(['DescribeKey', 'GetPublicKey', 'Verify', 'Verify'])
  })

  test('a user who may not verify gets an error of the run, and no verdict', async () => {
    const policies = [{ Statement: { Effect: 'Allow', Action: 'kms:GetPublicKey', Resource: '*' } } as const]
    const { accessKeyId, secretAccessKey } = aws.createUser({ name: 'reader', policies })
    const { status, stdout } = await cli(['verify', '--kms-key-id', key.arn, '--json', 'app.zip'], {
      cwd: folder.path,
      env: { ...aws.environment, AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey },
    })
    expect(status).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ verified: false, artifacts: [], code: 'aws-access-denied' })
  })

  test('a key from a file is asked without a connection, and without the client of AWS', async () => {
    const watch = folder.write(
      'watch.mjs',
      `import { registerHooks } from 'node:module'
       import { writeSync } from 'node:fs'
       import net from 'node:net'
       const { connect } = net.Socket.prototype
       net.Socket.prototype.connect = function (...where) { writeSync(1, 'CONNECTION\\n'); return connect.apply(this, where) }
       registerHooks({ load(url, context, next) { writeSync(1, 'LOAD ' + url + '\\n'); return next(url, context) } })`,
    )
    const run = async (...args: readonly string[]) => {
      const env = { ...aws.environment, NODE_OPTIONS: `--import=${pathToFileURL(watch)}` }
      const { stdout } = await cli(['verify', ...args, 'app.zip'], { cwd: folder.path, env })
      const loaded = [...stdout.matchAll(/^LOAD (file:.*)$/gm)].map(([, url = '']) =>
        readFileSync(new URL(url), 'utf8'),
      )
      const loadsAws = /@aws-sdk|@smithy/.test(loaded.join('\n'))
      return { verified: stdout.includes('1 artifact verified.'), loadsAws, connects: stdout.includes('CONNECTION') }
    }
    const offline = { verified: true, loadsAws: false, connects: false }
    expect(await run('--public-key', 'key.pem')).toEqual(offline)
    expect(await run('--root-certificate', 'root.pem', '--dedicated-root')).toEqual(offline)
    expect(await run('--kms-key-id', 'alias/release')).toEqual({ verified: true, loadsAws: true, connects: true })
  })
})
