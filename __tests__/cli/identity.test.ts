import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Aws, startAws } from '../../dev/aws.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

const folder = temporaryFolder()
let aws: Aws

beforeAll(async () => {
  await builtBundle()
  aws = await startAws()
})
afterAll(() => aws.close())

const call = (...args: readonly string[]) => cli(args, { cwd: folder.path, env: aws.environment })
/** The document that a command that succeeds prints. */
async function document(...args: readonly string[]) {
  const { status, stdout, stderr } = await call(...args, '--json')
  expect({ args, status, stderr }).toMatchObject({ status: 0 })
  return JSON.parse(stdout)
}
const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
const instant = expect.stringMatching(/^2\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d\.000Z$/)
const serial = expect.stringMatching(/^[0-9a-f]{2,40}$/)
const requestIds = [expect.stringMatching(/^[0-9a-f-]{36}$/)]

describe('from nothing to a signature that verifies, and its revocation', () => {
  const ca = ['--kms-key-id', 'alias/ca', '--ca-certificate', 'ca/root.pem', '--ca-certificate', 'ca/ca.pem']
  const register = ['--register', 'ca/register.txt']
  let leafSerial = ''

  test('keys', async () => {
    expect(await document('key', 'create', '--alias', 'alias/root', '--key-spec', 'ECC_NIST_P384')).toEqual({
      keyId: expect.stringMatching(/^arn:aws:kms:eu-central-1:111122223333:key\//),
      alias: 'alias/root',
      spec: 'ECC_NIST_P384',
    })
    await document('key', 'create', '--alias', 'alias/ca')
    const { stdout } = await call('key', 'create', '--alias', 'alias/release')
    expect(stdout).toMatch(/^made key arn:.*certificate request --kms-key-id alias\/release --common-name NAME/s)
  })

  test('a root', async () => {
    const args = ['--kms-key-id', 'alias/root', '--common-name', 'Root', '--country', 'DE', '--path-length', '1']
    expect(await document('certificate', 'create-root', ...args, ...register, '--out', 'ca/root.pem')).toEqual({
      path: 'ca/root.pem',
      subject: 'CN=Root,C=DE',
      serial,
      notBefore: instant,
      notAfter: instant,
      sha256,
      keyId: expect.stringContaining(':key/'),
      algorithm: 'ECDSA_SHA_384',
      kmsRequestIds: requestIds,
    })
  })

  test('requests, each with one signature', async () => {
    const before = aws.signCalls().length
    const names = ['--common-name', 'Releases "1", Inc.', '--san-uri', 'https://example.com/releases']
    expect(
      await document('certificate', 'request', '--kms-key-id', 'alias/release', ...names, '--out', 'r.pem'),
    ).toEqual({
      path: 'r.pem',
      subject: 'CN=Releases \\"1\\"\\, Inc.',
      identities: ['https://example.com/releases'],
      profile: 'code-signing',
      keyId: expect.stringContaining(':key/'),
      algorithm: 'ECDSA_SHA_256',
      sha256,
      kmsRequestIds: requestIds,
    })
    expect(aws.signCalls()).toHaveLength(before + 1)
    const der = ['--format', 'der', '--out', 'ca.csr']
    const made = await document(
      'certificate',
      'request',
      '--kms-key-id',
      'alias/ca',
      '--profile',
      'subordinate-ca',
      '--common-name',
      'CA',
      ...der,
    )
    expect(made.sha256).toBe(sha256Hex(readFileSync(folder.at('ca.csr'))))
  })

  test('certificates', async () => {
    const root = ['--kms-key-id', 'alias/root', '--ca-certificate', 'ca/root.pem', ...register]
    await document(
      'certificate',
      'issue',
      '--request',
      'ca.csr',
      '--profile',
      'subordinate-ca',
      ...root,
      '--out',
      'ca/ca.pem',
    )
    const issued = await document(
      'certificate',
      'issue',
      '--request',
      'r.pem',
      ...ca,
      ...register,
      '--out',
      'chain.pem',
    )
    expect(issued).toEqual({
      path: 'chain.pem',
      profile: 'code-signing',
      subject: 'CN=Releases \\"1\\"\\, Inc.',
      identities: ['https://example.com/releases'],
      serial,
      notBefore: instant,
      notAfter: instant,
      sha256,
      issuer: { subject: 'CN=CA', sha256 },
      leftOut: [],
      kmsRequestIds: requestIds,
    })
    leafSerial = issued.serial
  })

  const verify = () =>
    call(
      'verify',
      '--root-certificate',
      'ca/root.pem',
      '--certificate-identity',
      'https://example.com/releases',
      '--crl',
      'root.crl',
      '--crl',
      'ca.crl',
      'app.tar.gz',
    )

  test('CRLs, a signature, and what it takes to refuse it', async () => {
    const rootCrl = ['--kms-key-id', 'alias/root', '--ca-certificate', 'ca/root.pem', ...register, '--out', 'root.crl']
    expect(await document('crl', 'create', ...rootCrl)).toEqual({
      path: 'root.crl',
      issuer: 'CN=Root,C=DE',
      number: '1',
      thisUpdate: instant,
      nextUpdate: instant,
      revoked: [],
      sha256,
      kmsRequestIds: requestIds,
    })
    const caCrl = ['crl', 'create', ...ca, ...register, '--out', 'ca.crl']
    await document(...caCrl)
    folder.write('app.tar.gz', 'an artifact')
    await document(
      'sign',
      '--kms-key-id',
      'alias/release',
      '--certificate-chain',
      'chain.pem',
      '--root-certificate',
      'ca/root.pem',
      'app.tar.gz',
    )
    expect(await verify()).toMatchObject({ status: 0 })

    const capitals = leafSerial.toUpperCase().replace(/(..)(?=.)/g, '$1:')
    const revoked = await call(...caCrl, '--revoke', capitals, '--reason', 'keyCompromise')
    expect(revoked).toMatchObject({ status: 0, stdout: expect.stringContaining(`revoked   ${leafSerial} on `) })
    const refused = await verify()
    expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining('certificate-revoked') })
  })

  test('what was revoked as compromised gets no certificate again, and nothing is written', async () => {
    const before = readFileSync(folder.at('ca/register.txt'), 'utf8')
    const { status, stdout, stderr } = await call(
      'certificate',
      'issue',
      '--json',
      '--request',
      'r.pem',
      ...ca,
      ...register,
      '--out',
      'again.pem',
    )
    expect({ status, failure: JSON.parse(stdout) }).toEqual({
      status: 1,
      failure: { code: 'key-compromised', message: expect.any(String), hint: expect.stringContaining('key create') },
    })
    expect(stderr).toContain('key-compromised')
    expect(readFileSync(folder.at('ca/register.txt'), 'utf8')).toBe(before)
    expect(existsSync(folder.at('again.pem'))).toBe(false)
  })
})

describe('wrong usage', () => {
  test.each([
    [['certificate'], 2, 'The commands are certificate request, certificate create-root, certificate issue'],
    [['key', 'create', 'alias/x'], 2, 'alias/x is not an option'],
    [['certificate', 'request', '--kms-key-id', 'alias/x', '--out', 'x.pem'], 2, '--common-name is missing'],
    [
      ['certificate', 'request', '--kms-key-id', 'alias/x', '--common-name', 'x', '--out', 'r.pem'],
      1,
      'file-exists: r.pem',
    ],
  ])('%j: %s', async (args, status, message) => {
    expect(await call(...args)).toMatchObject({ status, stderr: expect.stringContaining(message) })
    expect(existsSync(folder.at('x.pem'))).toBe(false)
  })

  test.each(['key create', 'certificate request', 'certificate create-root', 'certificate issue', 'crl create'])(
    '%s explains itself',
    async (name) => {
      const { status, stdout } = await call(...name.split(' '), '--help')
      expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining(`signing ${name}`) })
    },
  )
})
