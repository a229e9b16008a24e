// AWS Private CA through the program as it is shipped, with the credentials that the AWS SDK finds.
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { PrivateCaAuthority } from '../../dev/aws/private-ca-store.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { certificatePem } from '../../dev/pki.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { expectScript, type Script, scriptName } from '../support/script.ts'

const folder = temporaryFolder()
let aws: Aws
let ca: PrivateCaAuthority

beforeAll(async () => {
  await builtBundle()
  aws = await startAws()
  ca = aws.privateCas.create({ issuer: 'external' })
}, 60_000)
afterAll(() => aws.close())
afterEach(() => aws.faults.clear())

const call = (...args: readonly string[]) => cli(args, { cwd: folder.path, env: aws.environment })
/** The document that a command that succeeds prints. */
async function document(...args: readonly string[]) {
  const { status, stdout, stderr } = await call(...args, '--json')
  expect({ args, status, stderr }).toMatchObject({ status: 0 })
  return JSON.parse(stdout)
}
/** How a command that is refused says so. */
async function refused(...args: readonly string[]) {
  const { status, stdout, stderr } = await call(...args, '--json')
  return { status, code: JSON.parse(stdout).code, stderr }
}
const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)

describe('a portable root over a CA in AWS Private CA', () => {
  test('signs its request, which is installed, and it certifies the key that signs', async () => {
    for (const name of ['root', 'release']) await document('key', 'create', '--alias', `alias/${name}`)
    const root = ['--kms-key-id', 'alias/root', '--register', 'register.txt']
    await document('certificate', 'create-root', ...root, '--common-name', 'Portable Root', '--out', 'root.pem')

    const own = ['--private-ca', ca.arn]
    expect(await document('private-ca', 'request', ...own, '--out', 'subordinate.csr')).toEqual({
      path: 'subordinate.csr',
      arn: ca.arn,
      status: 'PENDING_CERTIFICATE',
      subject: 'CN=Example Private CA,O=Example,C=DE',
      keyAlgorithm: 'EC_prime256v1',
      sha256,
    })
    const issue = ['certificate', 'issue', '--request']
    const authority = [...root, '--ca-certificate', 'root.pem', '--profile', 'subordinate-ca']
    await document(...issue, 'subordinate.csr', ...authority, '--out', 'subordinate.pem')
    const install = ['private-ca', 'import', ...own, '--certificate-chain', 'subordinate.pem']
    expect(await document(...install, '--root-certificate', 'root.pem')).toEqual({
      arn: ca.arn,
      subject: 'CN=Example Private CA,O=Example,C=DE',
      sha256,
      notAfter: expect.stringMatching(/Z$/),
      pathLength: 0,
      root: { subject: 'CN=Portable Root', sha256 },
    })

    const names = ['--common-name', 'Example Releases', '--san-uri', 'https://example.com/releases']
    await document('certificate', 'request', '--kms-key-id', 'alias/release', ...names, '--out', 'request.pem')
    const order = [...issue, 'request.pem', ...own, '--root-certificate', 'root.pem', '--days', '20']
    const issued = await document(...order, '--out', 'chain.pem')
    expect(issued).toEqual({
      path: 'chain.pem',
      profile: 'code-signing',
      subject: 'CN=Example Releases',
      identities: ['https://example.com/releases'],
      serial: expect.stringMatching(/^[0-9a-f]+$/),
      notBefore: expect.stringMatching(/Z$/),
      notAfter: expect.stringMatching(/Z$/),
      sha256,
      issuer: { subject: 'CN=Example Private CA,O=Example,C=DE', sha256 },
      root: { subject: 'CN=Portable Root', sha256 },
      leftOut: [],
      certificateArn: expect.stringContaining(`${ca.arn}/certificate/`),
      kmsRequestIds: [],
    })
    expect((await refused(...order, '--out', 'chain.pem')).code).toBe('file-exists')
    const { stdout } = await call(...order, '--out', 'another.pem')
    expect(stdout).toMatch(/^ {2}root {4}CN=Portable Root, sha256 [0-9a-f]{64}\n {2}arn {5}arn:aws:acm-pca:/m)

    folder.write('app.txt', 'an artifact')
    const chain = ['--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem']
    await document('sign', '--kms-key-id', 'alias/release', ...chain, 'app.txt')
    const trust = ['--root-certificate', 'root.pem', '--certificate-identity', 'https://example.com/releases']
    expect((await document('verify', ...trust, 'app.txt')).verified).toBe(true)
  })

  test('and renews it in its place', async () => {
    const before = readFileSync(folder.at('chain.pem'), 'utf8')
    const chain = ['--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem']
    const renew = ['certificate', 'renew', '--kms-key-id', 'alias/release', ...chain, '--private-ca', ca.arn]
    const asked = aws.calls.length
    const { stdout } = await call(...renew, '--renew-before-days', '5')
    expect(stdout).toMatch(/^not due: 19 days left, until 2.*Z\n {2}subject CN=Example Releases\n/)
    expect(aws.calls).toHaveLength(asked)
    expect(readFileSync(folder.at('chain.pem'), 'utf8')).toBe(before)

    expect(await document('certificate', 'renew', '--dry-run', ...chain)).toMatchObject({ due: true, renewed: false })
    expect(aws.calls).toHaveLength(asked)
    expect(await document(...renew)).toMatchObject({
      renewed: true,
      path: 'chain.pem',
      certificate: { subject: 'CN=Example Releases', daysLeft: 364 },
      previous: { daysLeft: 19 },
      issued: { identities: ['https://example.com/releases'], certificateArn: expect.stringContaining(ca.arn) },
    })
    expect(readFileSync(folder.at('chain.pem'), 'utf8')).not.toBe(before)
    expect((await call('check-chain', ...chain)).status).toBe(0)
  })

  test('what is paid for and cannot be had is collected later, and not bought again', async () => {
    const answer = { kind: 'error', status: 400, name: 'AccessDeniedException', message: 'no' } as const
    const bought = () => aws.calls.filter(({ operation }) => operation === 'IssueCertificate').length
    const renew = ['certificate', 'renew', '--kms-key-id', 'alias/release', '--certificate-chain', 'chain.pem']
    const issue = ['certificate', 'issue', '--request', 'request.pem', '--out', 'collected.pem']
    for (const command of [[...renew, '--renew-before-days', '400'], issue]) {
      const order = [...command, '--private-ca', ca.arn, '--root-certificate', 'root.pem']
      aws.faults.add({ operation: 'GetCertificate', answer })
      const before = readFileSync(folder.at('chain.pem'))
      const { status, code, stderr } = await refused(...order)
      expect(readFileSync(folder.at('chain.pem'))).toEqual(before)
      expect({ status, code }).toEqual({ status: 1, code: 'aws-access-denied' })
      aws.faults.clear()
      expect(existsSync(folder.at('collected.pem'))).toBe(false)
      const [certificateArn = ''] = /arn:aws:acm-pca:\S+\/certificate\/\w+/.exec(stderr) ?? []
      const paid = bought()
      const collected = await document(...order, '--private-ca-certificate', certificateArn)
      expect((collected.issued ?? collected).certificateArn).toBe(certificateArn)
      expect(bought()).toBe(paid)
      expect(existsSync(folder.at(collected.path))).toBe(true)
    }
  })

  test('a CA in AWS KMS renews, too', async () => {
    await document('key', 'create', '--alias', 'alias/ca')
    const root = ['--kms-key-id', 'alias/ca', '--register', 'ca.txt']
    await document('certificate', 'create-root', ...root, '--common-name', 'CA in KMS', '--out', 'ca.pem')
    const key = ['--kms-key-id', 'alias/release', '--certificate-chain', 'kms-chain.pem', '--out', 'kms-chain.pem']
    const issuer = ['--ca-kms-key-id', 'alias/ca', '--ca-certificate', 'ca.pem', '--register', 'ca.txt']
    const renew = ['certificate', 'renew', ...key, ...issuer]
    expect((await refused(...renew)).code).toBe('file-not-found')
    const first = await document(...renew, '--root-certificate', 'ca.pem', '--common-name', 'Signer', '--days', '10')
    expect(first).toMatchObject({ renewed: true, previous: null, certificate: { subject: 'CN=Signer' } })
    expect(await document(...renew, '--root-certificate', 'ca.pem')).toMatchObject({ previous: { daysLeft: 9 } })
    expect(readFileSync(folder.at('ca.txt'), 'utf8').match(/^\s*subject/gm)).toHaveLength(3)
    folder.write('kms-old.pem', readFileSync(folder.at('kms-chain.pem')))
    const pinned = [...renew, '--renew-before-days', '1000', '--root-certificate', 'root.pem']
    expect((await refused(...pinned)).code).toBe('path-not-found')
    expect(readFileSync(folder.at('kms-chain.pem'))).toEqual(readFileSync(folder.at('kms-old.pem')))
  })
})

describe('a CA in AWS Private CA that', () => {
  const order = (arn: string, ...more: readonly string[]) =>
    refused('certificate', 'issue', '--request', 'request.pem', '--private-ca', arn, '--out', 'refused.pem', ...more)
  afterEach(() => expect(existsSync(folder.at('refused.pem'))).toBe(false))

  test('is disabled says how to enable it', async () => {
    const disabled = aws.privateCas.create({})
    disabled.status = 'DISABLED'
    const { status, code, stderr } = await order(disabled.arn)
    expect({ status, code }).toEqual({ status: 1, code: 'private-ca-disabled' })
    expect(stderr).toContain('update-certificate-authority --status ACTIVE')
  })

  test('throttles is asked again, and then given up', async () => {
    const answer = { kind: 'error', status: 400, name: 'ThrottlingException', message: 'Rate exceeded' } as const
    aws.faults.add({ service: 'acm-pca', answer })
    const env = { ...aws.environment, AWS_MAX_ATTEMPTS: '2' }
    const args = ['certificate', 'issue', '--request', 'request.pem', '--private-ca', ca.arn, '--out', 'refused.pem']
    const { status, stderr } = await cli(args, { cwd: folder.path, env })
    expect(status).toBe(1)
    expect(stderr).toContain('aws-throttled: acm-pca:DescribeCertificateAuthority on ')
  })

  test("answers with somebody else's certificate", async () => {
    const wrong = aws.privateCas.create({})
    wrong.substitute = () => ({ certificate: certificatePem(ca.chain[0] ?? new Uint8Array()) })
    expect(await order(wrong.arn)).toMatchObject({ status: 1, code: 'key-mismatch' })
  })

  test('is not there, or is no ARN', async () => {
    expect(await order(`${ca.arn}0`)).toMatchObject({ status: 1, code: 'private-ca-not-found' })
    expect(await order('alias/ca')).toMatchObject({ status: 2, code: 'input-invalid' })
  })
})

const arn = 'arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234'
const scripts: readonly Script[] = [
  { args: ['private-ca', 'request'], status: 2, stderr: '--out is missing' },
  { args: ['private-ca', 'request', '--out', 'x.csr'], status: 2, stderr: '--private-ca is missing' },
  { args: ['private-ca', 'import', '--private-ca', arn], status: 2, stderr: '--certificate-chain is missing' },
  {
    args: ['private-ca', 'import', '--private-ca', arn, '--certificate-chain', 'root.pem'],
    status: 2,
    stderr: '--root-certificate is missing',
  },
  {
    args: ['certificate', 'issue', '--private-ca', arn, '--kms-key-id', 'alias/ca', '--out', 'x.pem'],
    status: 2,
    stderr: 'usage: --kms-key-id with --private-ca',
  },
  {
    args: ['certificate', 'issue', '--template', 'CodeSigningCertificate/V1', '--out', 'x.pem'],
    status: 2,
    stderr: 'usage: --template without --private-ca',
  },
  {
    args: ['certificate', 'issue', '--private-ca-certificate', `${arn}/certificate/5`, '--out', 'x.pem'],
    status: 2,
    stderr: 'usage: --private-ca-certificate without --private-ca',
  },
  {
    args: [
      'certificate',
      'issue',
      '--private-ca',
      arn,
      '--request',
      'request.pem',
      '--private-ca-certificate',
      `${arn}5/certificate/5`,
      '--out',
      'x',
    ],
    status: 2,
    stderr: `input-invalid: private-ca-certificate ${arn}5/certificate/5 is no certificate of ${arn}`,
  },
  {
    args: [
      'certificate',
      'issue',
      '--private-ca',
      arn,
      '--request',
      'request.pem',
      '--profile',
      'time-stamping',
      '--out',
      'x',
    ],
    status: 2,
    stderr: 'input-missing: AWS Private CA has no template of its own for time-stamping',
  },
  {
    args: ['certificate', 'issue', '--private-ca', arn, '--request', 'request.pem', '--template', 'a/b', '--out', 'x'],
    status: 2,
    stderr: 'input-invalid: template a/b',
  },
  {
    args: ['certificate', 'issue', '--private-ca', arn, '--request', 'request.pem', '--path-length', '1', '--out', 'x'],
    status: 2,
    stderr: 'usage: a path length for code-signing',
  },
  {
    args: ['certificate', 'renew', '--kms-key-id', 'alias/k', '--certificate-chain', 'chain.pem'],
    status: 2,
    stderr: 'Name the CA that issues: --private-ca or --ca-kms-key-id',
  },
  {
    args: ['certificate', 'renew', '--private-ca', arn, '--ca-kms-key-id', 'alias/ca'],
    status: 2,
    stderr: 'usage: --ca-kms-key-id with --private-ca',
  },
  {
    args: ['certificate', 'renew', '--private-ca', arn, '--certificate-chain', 'chain.pem', '--organization', 'E'],
    status: 2,
    stderr: 'usage: --organization without --common-name',
  },
  {
    args: ['certificate', 'renew', '--private-ca', arn, '--certificate-chain', 'none.pem'],
    status: 2,
    stderr: 'file-not-found: none.pem',
  },
]
test.each(scripts.map((script) => [scriptName(script), script] as const))('%s', (_, script) =>
  expectScript(folder.path, script),
)
