// The policies of docs/aws-setup.md as they are printed, every condition included, against our stand-in of AWS.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, type Policy, startAws } from '../../dev/aws.ts'
import {
  type Claims,
  defaultClaims,
  githubIssuer,
  immutableSubject,
  type OidcIssuer,
  startOidcIssuer,
} from '../../dev/oidc-issuer.ts'
import { createAuthority } from '../../dev/pki.ts'
import { run } from '../../dev/process.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { checkChain } from '../../src/release/check-chain.ts'
import { step } from '../support/bundle.ts'
import { titledBlock } from '../support/documents.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'

const document = 'docs/aws-setup.md'
/** As it is printed, but for one name. */
const policy = (title: string, [printed, actual]: readonly [string | RegExp, string] = ['', '']): Policy =>
  JSON.parse(titledBlock(document, title).replaceAll(printed, actual))

const folder = temporaryFolder()
let aws: Aws
let issuer: OidcIssuer

beforeAll(async () => {
  issuer = await startOidcIssuer({ issuer: githubIssuer })
  aws = await startAws({
    identityProviders: [{ issuer: githubIssuer, url: issuer.url, audiences: ['sts.amazonaws.com'] }],
  })
})

afterAll(async () => {
  await aws.close()
  await issuer.close()
})

/** Signs a file with a key under the documented policies, with these claims in GitHub's token. */
async function sign(trust: string, claims: Claims, spec: KeySpec = 'ECC_NIST_P256') {
  // A role of its own for each call.
  const name = `release-signer-${randomUUID()}`
  const key = aws.keys.create({ spec, region: aws.region, policy: policy('key-policy.json', ['release-signer', name]) })
  const role = aws.createRole({
    name,
    trust: policy(trust),
    policies: [policy('role-policy.json', [/arn:aws:kms:[^"]*/g, key.arn])],
  })
  const leaf = createAuthority().issue({ publicKey: publicKeyOf(key) })
  const workspace = folder.at(key.id)
  folder.write(`${key.id}/app.tar.gz`, 'an archive')
  folder.write(`${key.id}/chain.pem`, leaf.chainPem)
  folder.write(`${key.id}/root.pem`, leaf.rootPem)
  issuer.setClaims({ ...defaultClaims, ...claims })
  const result = await step({
    uses: '.',
    workspace,
    with: {
      artifacts: 'app.tar.gz',
      'kms-key-id': key.arn,
      'certificate-chain': 'chain.pem',
      'root-certificate': 'root.pem',
      'role-to-assume': role.arn,
    },
    env: { ...aws.anonymousEnvironment, ...issuer.environment },
  })
  return { key, outcome: result.outcome, message: result.annotations.map(({ message }) => message).join('\n') }
}

/** What GitHub says of a run of a tag in no environment. */
const tagClaims = { sub: 'repo:example/project:ref:refs/tags/v1.0.0', environment: undefined }

describe('the trust policy by environment', () => {
  test.each([
    ['with the plain sub', {}],
    ['with the sub that holds ids', { sub: immutableSubject() }],
  ])('lets the release job in, %s', async (_, claims) => {
    expect(await sign('trust-policy.json', claims)).toMatchObject({ outcome: 'success' })
  })

  test.each([
    ['another repository under the freed name', { repository_id: '666' }],
    ['another repository', { sub: 'repo:mallory/project:environment:release', repository_id: '666' }],
    ['another environment', { sub: 'repo:example/project:environment:test', environment: 'test' }],
    ['a tag without an environment', tagClaims],
    ['a sub of the environment in a run that has none', { environment: undefined }],
  ])('keeps out %s', async (_, claims) => {
    const refused = await sign('trust-policy.json', claims)
    expect(refused.outcome).toBe('failure')
    expect(refused.message).toContain('role-not-assumable')
  })
})

describe('the trust policy by tag', () => {
  test.each([
    ['with the plain sub', tagClaims],
    ['with the sub that holds ids', { ...tagClaims, sub: 'repo:example@987654321/project@123456789:ref:refs/tags/v1' }],
  ])('lets the release job in, %s', async (_, claims) => {
    expect(await sign('trust-policy-tag.json', claims)).toMatchObject({ outcome: 'success' })
  })

  test.each([
    ['a branch', { ...tagClaims, sub: 'repo:example/project:ref:refs/heads/v1', ref: 'refs/heads/v1' }],
    ['another tag', { ...tagClaims, sub: 'repo:example/project:ref:refs/tags/nightly', ref: 'refs/tags/nightly' }],
    ['another repository under the freed name', { ...tagClaims, repository_id: '666' }],
    ['a job in an environment', {}],
  ])('keeps out %s', async (_, claims) => {
    const refused = await sign('trust-policy-tag.json', claims)
    expect(refused.outcome).toBe('failure')
    expect(refused.message).toContain('role-not-assumable')
  })
})

describe('the policies of key and role', () => {
  test('allow the one algorithm', async () => {
    const refused = await sign('trust-policy.json', {}, 'RSA_2048')
    expect(refused.outcome).toBe('failure')
    expect(refused.message).toContain('may not kms:Sign')
  })

  test('allow nobody else to sign, whatever IAM allows', async () => {
    const { key } = await sign('trust-policy.json', {})
    const attempt = async (credentials: Aws['credentials']) => {
      const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials })
      const command = new SignCommand({
        KeyId: key.arn,
        Message: new Uint8Array(32),
        MessageType: 'DIGEST',
        SigningAlgorithm: 'ECDSA_SHA_256',
      })
      return kms.send(command).finally(() => kms.destroy())
    }
    await expect(attempt(aws.credentials)).rejects.toThrow('explicit deny in a resource-based policy')
  })
})

describeWith(['openssl', 'sh'], 'the commands for a certificate', () => {
  const { path, write } = temporaryFolder()

  test('make one that is fit for signing', async () => {
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const root = createAuthority()
    const intermediate = root.issueAuthority({})
    write('key.der', publicKeyOf(key))
    write('intermediate.pem', intermediate.certificatePem)
    write('intermediate.key', intermediate.key.privateKey.export({ type: 'pkcs8', format: 'pem' }))
    write('code-signing.cnf', titledBlock(document, 'code-signing.cnf'))
    const [getPublicKey = '', ...commands] = titledBlock(document, 'certificate').split('\n')
    expect(getPublicKey).toMatch(/^aws kms get-public-key .* > key\.der$/)
    const made = await run('sh', ['-ec', commands.join('\n')], { cwd: path })
    expect(made).toMatchObject({ status: 0 })

    const read = (name: string) => ({ name, bytes: new Uint8Array(readFileSync(join(path, name))) })
    const report = checkChain(
      {
        rootCertificates: [{ name: 'root.pem', bytes: new TextEncoder().encode(root.rootPem) }],
        certificateChain: read('chain.pem'),
        intermediates: [],
        at: undefined,
        profile: 'code-signing',
        purpose: undefined,
        crls: [],
        crlScope: 'path',
      },
      { clock: () => new Date() },
    )
    expect(report).toMatchObject({ valid: true, path: [{ subject: 'CN=Example Releases,O=Example' }, {}, {}] })
  })
})
