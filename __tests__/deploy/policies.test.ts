// The policies of deploy/, every condition included, against our stand-in of AWS.
import { randomUUID } from 'node:crypto'
import { KMSClient, SignCommand, VerifyCommand } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, type KmsKey, type Policy, startAws } from '../../dev/aws.ts'
import {
  type Claims,
  defaultClaims,
  githubIssuer,
  immutableSubject,
  type OidcIssuer,
  startOidcIssuer,
} from '../../dev/oidc-issuer.ts'
import { createAuthority } from '../../dev/pki.ts'
import { algorithmForKey, type KeySpec } from '../../src/core/algorithm.ts'
import { step } from '../support/bundle.ts'
import { keyPolicy, rolePolicies, trustPolicy } from '../support/deployed-policies.ts'
import { temporaryFolder } from '../support/folder.ts'

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

/** A key, a signer and a verifier under the policies of signing-key.yaml for these parameters. */
function deploy(parameters: Readonly<Record<string, string>>, trust: Policy) {
  const name = `release-signer-${randomUUID()}`
  const given = {
    SignerRoleName: name,
    AdministratorArns: `arn:aws:iam::${aws.account}:user/key-administrator`,
    ...parameters,
  }
  const { policy, spec } = keyPolicy(aws.account, given)
  const key = aws.keys.create({ spec, region: aws.region, policy })
  const policies = rolePolicies(key.arn, given)
  const role = aws.createRole({ name, trust, policies: [policies.signer] })
  const verifier = aws.createUser({ name: 'verifier', policies: [policies.verifier] })
  return { key, role, verifier }
}

/** Signs a file with the key as the role, with these claims in GitHub's token. */
async function sign({ key, role }: Pick<ReturnType<typeof deploy>, 'key' | 'role'>, claims: Claims, inputs = {}) {
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
      ...inputs,
    },
    env: { ...aws.anonymousEnvironment, ...issuer.environment },
  })
  return { outcome: result.outcome, message: result.annotations.map(({ message }) => message).join('\n') }
}

/** What GitHub says of a run of a tag in no environment. */
const tagClaims = { sub: 'repo:example/project:ref:refs/tags/v1.0.0', environment: undefined }

describe.each<[string, Readonly<Record<string, string>>, readonly [string, Claims][], readonly [string, Claims][]]>([
  [
    'by environment',
    {},
    [
      ['with the plain sub', {}],
      ['with the sub that holds ids', { sub: immutableSubject() }],
    ],
    [
      ['another repository under the freed name', { repository_id: '666' }],
      ['another repository', { sub: 'repo:mallory/project:environment:release', repository_id: '666' }],
      ['another environment', { sub: 'repo:example/project:environment:test', environment: 'test' }],
      ['a tag without an environment', tagClaims],
      ['a sub of the environment in a run that has none', { environment: undefined }],
    ],
  ],
  [
    'by tag',
    { Environment: '', Ref: 'refs/tags/v*' },
    [
      ['with the plain sub', tagClaims],
      [
        'with the sub that holds ids',
        { ...tagClaims, sub: 'repo:example@987654321/project@123456789:ref:refs/tags/v1' },
      ],
    ],
    [
      ['a branch', { ...tagClaims, sub: 'repo:example/project:ref:refs/heads/v1', ref: 'refs/heads/v1' }],
      ['another tag', { ...tagClaims, sub: 'repo:example/project:ref:refs/tags/nightly', ref: 'refs/tags/nightly' }],
      ['another repository under the freed name', { ...tagClaims, repository_id: '666' }],
      ['a job in an environment', {}],
    ],
  ],
  [
    'by environment and tag',
    { Ref: 'refs/tags/v*' },
    [
      ['of the environment at a tag', {}],
      ['with the sub that holds ids', { sub: immutableSubject() }],
    ],
    [
      ['the environment at a branch', { ref: 'refs/heads/main' }],
      ['a tag without the environment', tagClaims],
    ],
  ],
])('the trust policy %s', (_, parameters, welcome, others) => {
  test.each([...welcome])('lets the release job in, %s', async (_, claims) => {
    expect(await sign(deploy({}, trustPolicy(aws.account, parameters)), claims)).toMatchObject({ outcome: 'success' })
  })

  test.each([...others])('keeps out %s', async (_, claims) => {
    const refused = await sign(deploy({}, trustPolicy(aws.account, parameters)), claims)
    expect(refused.outcome).toBe('failure')
    expect(refused.message).toContain('role-not-assumable')
  })
})

describe('the policies of key and signer', () => {
  const specs: readonly KeySpec[] = [
    'RSA_2048',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'ECC_NIST_EDWARDS25519',
    'ML_DSA_44',
  ]
  test.each(specs)('fit what the program asks of a key of %s', async (KeySpec) => {
    const SigningAlgorithm = algorithmForKey(KeySpec).name
    const deployed = deploy({ KeySpec, SigningAlgorithm }, trustPolicy(aws.account))
    expect(await sign(deployed, {})).toMatchObject({ outcome: 'success' })
  })

  test('allow the one algorithm', async () => {
    const parameters = { KeySpec: 'RSA_2048', SigningAlgorithm: 'RSASSA_PSS_SHA_256' }
    const deployed = deploy(parameters, trustPolicy(aws.account))
    const refused = await sign(deployed, {})
    expect(refused.outcome).toBe('failure')
    expect(refused.message).toContain('may not kms:Sign')
    expect(await sign(deployed, {}, { 'signing-algorithm': 'RSASSA_PSS_SHA_256' })).toMatchObject({
      outcome: 'success',
    })
  })

  async function attempt(credentials: Aws['credentials'], send: (kms: KMSClient) => Promise<unknown>) {
    const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials })
    return send(kms).finally(() => kms.destroy())
  }
  const signing = ({ arn }: KmsKey) => {
    const command = new SignCommand({
      KeyId: arn,
      Message: new Uint8Array(32),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
    return (kms: KMSClient) => kms.send(command)
  }

  test('allow nobody else to sign, whatever IAM allows', async () => {
    const { key, verifier } = deploy({}, trustPolicy(aws.account))
    const administrator = aws.createUser({ name: 'key-administrator', policies: [] })
    const denied = 'explicit deny in a resource-based policy'
    for (const credentials of [aws.credentials, verifier, administrator]) {
      await expect(attempt(credentials, signing(key))).rejects.toThrow(denied)
    }
  })

  test('let the verifier verify', async () => {
    const { key, verifier } = deploy({}, trustPolicy(aws.account))
    const command = new VerifyCommand({
      KeyId: key.arn,
      Message: new Uint8Array(32),
      MessageType: 'DIGEST',
      Signature: new Uint8Array(70),
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
    // Not the signature's fault alone: it is looked at.
    await expect(attempt(verifier, (kms) => kms.send(command))).rejects.toMatchObject({
      name: 'KMSInvalidSignatureException',
    })
  })
})
