// The built action against an AWS emulator that nobody here wrote, with its authorization switched on, in stacks made
// from the templates of deploy/.
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  CloudFormationClient,
  CreateStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  waitUntilStackCreateComplete,
} from '@aws-sdk/client-cloudformation'
import {
  AttachRolePolicyCommand,
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { GetKeyPolicyCommand, GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { fromTemporaryCredentials } from '@aws-sdk/credential-providers'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Claims, githubIssuer, immutableSubject, type OidcIssuer, startOidcIssuer } from '../../dev/oidc-issuer.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import type { StepResult } from '../../dev/runner.ts'
import { createAwsJsonCall } from '../../src/adapters/aws/aws-json.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { algorithmForKey, type KeySpec } from '../../src/core/algorithm.ts'
import { cli, step } from '../support/bundle.ts'
import { readTemplate, withoutConditions } from '../support/cloudformation.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { type Ministack, startMinistack } from '../support/ministack.ts'

const identity = 'https://example.com/release-signing'

/**
 * Condition keys that the emulator does not know, so that an Allow with one allows nobody, and a Deny whose exception it
 * is denies everybody.
 */
const unknownToEmulator =
  /^kms:|^aws:PrincipalArn$|^token\.actions\.githubusercontent\.com:(repository_id|environment|ref)$/

const errorsOf = ({ annotations }: StepResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message)

const sidecarsIn = ({ workspace }: { readonly workspace: string }): readonly string[] =>
  readdirSync(join(workspace, 'dist')).filter((name) => /\.p7s$|\.json$/.test(name))

type Parameters = Readonly<Record<string, string>>

/** A key with its stack, and a workspace with a chain for it. */
interface Release {
  readonly keyArn: string
  readonly verifierRoleArn: string
  readonly workspace: string
}

describeWith(['ministack'], 'MiniStack', () => {
  const folder = temporaryFolder()
  let aws: Ministack
  let issuer: OidcIssuer
  let iam: IAMClient
  let cloudformation: CloudFormationClient
  const leftOut = new Set<string>()
  const clients: { destroy(): void }[] = []

  /** Makes a stack from a file of deploy/, less what the emulator does not know. */
  async function deploy(StackName: string, file: string, parameters: Parameters): Promise<Parameters> {
    const { template, removed } = withoutConditions(readTemplate(file), (key) => unknownToEmulator.test(key))
    for (const name of removed) leftOut.add(name)
    await cloudformation.send(
      new CreateStackCommand({
        StackName,
        TemplateBody: JSON.stringify(template),
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Parameters: Object.entries(parameters).map(([ParameterKey, ParameterValue]) => ({
          ParameterKey,
          ParameterValue,
        })),
      }),
    )
    const made = await waitUntilStackCreateComplete(
      { client: cloudformation, maxWaitTime: 30, minDelay: 1, maxDelay: 1 },
      { StackName },
    ).catch(async (cause) => {
      const { StackEvents } = await cloudformation.send(new DescribeStackEventsCommand({ StackName }))
      throw new Error(JSON.stringify(StackEvents?.map(({ ResourceStatusReason }) => ResourceStatusReason)), { cause })
    })
    expect(made.state).toBe('SUCCESS')
    const { Stacks } = await cloudformation.send(new DescribeStacksCommand({ StackName }))
    return Object.fromEntries(
      (Stacks?.[0]?.Outputs ?? []).map(({ OutputKey, OutputValue = '' }) => [OutputKey, OutputValue]),
    )
  }

  const roleArn = (name: string) => `arn:aws:iam::${aws.account}:role/${name}`

  const role = (RoleName: string, parameters: Parameters = {}) =>
    deploy(`role-${RoleName}`, 'github-oidc.yaml', {
      Repository: 'example/project',
      RepositoryId: '123456789',
      RepositoryOwnerId: '987654321',
      ProviderArn: `arn:aws:iam::${aws.account}:oidc-provider/token.actions.githubusercontent.com`,
      RoleName,
      ...parameters,
    })

  /** A role that the account may be, as its people are, with a policy of AWS's or of its own. */
  async function accountRole(RoleName: string, policy?: { readonly managed: string } | { readonly own: object }) {
    const AssumeRolePolicyDocument = JSON.stringify({
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${aws.account}:root` }, Action: 'sts:AssumeRole' },
    })
    await iam.send(new CreateRoleCommand({ RoleName, AssumeRolePolicyDocument }))
    if (policy === undefined) return
    await ('managed' in policy
      ? iam.send(new AttachRolePolicyCommand({ RoleName, PolicyArn: policy.managed }))
      : iam.send(new PutRolePolicyCommand({ RoleName, PolicyName: 'own', PolicyDocument: JSON.stringify(policy.own) })))
  }

  const credentialsOf = (RoleArn: string) =>
    fromTemporaryCredentials({
      params: { RoleArn, RoleSessionName: 'test' },
      masterCredentials: aws.administrator,
      clientConfig: { endpoint: aws.url, region: aws.region },
    })

  function kmsAs(RoleArn: string): KMSClient {
    const client = new KMSClient({ endpoint: aws.url, region: aws.region, credentials: credentialsOf(RoleArn) })
    clients.push(client)
    return client
  }

  let count = 0
  async function prepare(KeySpec: KeySpec, SignerRoleName: string): Promise<Release> {
    const name = `release-${++count}`
    const { KeyArn: keyArn = '', VerifierRoleArn: verifierRoleArn = '' } = await deploy(name, 'signing-key.yaml', {
      AliasName: name,
      KeySpec,
      SigningAlgorithm: algorithmForKey(KeySpec).name,
      SignerRoleName,
      AdministratorArns: roleArn('key-administrator'),
      VerifierRoleName: `verifier-${count}`,
    })
    const { PublicKey } = await kmsAs(roleArn('key-administrator')).send(new GetPublicKeyCommand({ KeyId: keyArn }))
    if (PublicKey === undefined) throw new Error('no public key')
    const leaf = createAuthority()
      .issueAuthority({})
      .issue({ publicKey: PublicKey, san: [generalName.uri(identity)] })
    const workspace = folder.at(name)
    mkdirSync(workspace)
    for (const [file, text] of Object.entries({
      'chain.pem': leaf.chainPem,
      'root.pem': leaf.rootPem,
      'dist/app.tar.gz': 'an archive',
      'dist/app.zip': 'another',
    })) {
      folder.write(join(name, file), text)
    }
    return { keyArn, verifierRoleArn, workspace }
  }

  const sign = ({ keyArn, workspace }: Release, role: string) =>
    step({
      uses: '.',
      workspace,
      with: {
        artifacts: 'dist/*',
        'kms-key-id': keyArn,
        'certificate-chain': 'chain.pem',
        'root-certificate': 'root.pem',
        'role-to-assume': roleArn(role),
        'aws-region': aws.region,
      },
      env: { ...issuer.environment, AWS_ENDPOINT_URL: aws.url },
    })

  beforeAll(async () => {
    aws = await startMinistack()
    issuer = await startOidcIssuer({ issuer: githubIssuer })
    const client = { endpoint: aws.url, region: aws.region, credentials: aws.administrator }
    iam = new IAMClient(client)
    cloudformation = new CloudFormationClient(client)
    clients.push(iam, cloudformation)
    // Its CloudFormation knows no AWS::IAM::OIDCProvider: the stacks are told of this one.
    await iam.send(new CreateOpenIDConnectProviderCommand({ Url: githubIssuer, ClientIDList: ['sts.amazonaws.com'] }))
    await accountRole('key-administrator')
    await accountRole('administrator-access', { managed: 'arn:aws:iam::aws:policy/AdministratorAccess' })
    await accountRole('all-of-kms', {
      own: { Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' } },
    })
    await role('release-signer')
    await role('tag-signer', { Environment: '', Ref: 'refs/tags/v*' })
  })

  afterAll(async () => {
    for (const client of clients) client.destroy()
    await issuer?.close()
    await aws?.close()
  })

  const specs: readonly KeySpec[] = [
    'RSA_2048',
    'RSA_3072',
    'RSA_4096',
    'ECC_NIST_P256',
    'ECC_NIST_P384',
    'ECC_NIST_P521',
    'ECC_SECG_P256K1',
    'ECC_NIST_EDWARDS25519',
  ]

  test.each(specs)('signs with a key of %s, and what it signed verifies, by the root and by the key', async (spec) => {
    const release = await prepare(spec, 'release-signer')
    const signed = await sign(release, 'release-signer')
    expect(errorsOf(signed)).toEqual([])
    expect(signed).toMatchObject({ outcome: 'success', outputs: { 'signed-count': '2' } })
    expect(signed.exported).toEqual({})

    const verify = (workspace: string) =>
      step({
        uses: 'verify',
        workspace,
        with: {
          artifacts: 'dist/*',
          'root-certificate': 'root.pem',
          'certificate-identity': identity,
          require: 'cms,attestation',
          complete: 'true',
        },
      })
    expect(await verify(release.workspace)).toMatchObject({ outcome: 'success', outputs: { verified: 'true' } })

    const { accessKeyId, secretAccessKey, sessionToken } = await credentialsOf(release.verifierRoleArn)()
    const byKey = (cwd: string) =>
      cli(['verify', '--kms-key-id', release.keyArn, '--require', 'cms,attestation', '--complete', 'dist/*'], {
        cwd,
        env: {
          AWS_ENDPOINT_URL: aws.url,
          AWS_ACCESS_KEY_ID: accessKeyId,
          AWS_SECRET_ACCESS_KEY: secretAccessKey,
          AWS_SESSION_TOKEN: sessionToken,
        },
      })
    expect(await byKey(release.workspace)).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('2 artifacts verified.'),
    })

    const tampered = `${release.workspace}-tampered`
    cpSync(release.workspace, tampered, { recursive: true })
    folder.write(join(tampered.slice(folder.path.length), 'dist/app.zip'), 'anotheR')
    expect(await verify(tampered)).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
    expect(await byKey(tampered)).toMatchObject({ status: 1, stdout: expect.stringContaining('digest-mismatch') })
  })

  test('the signer alone signs: not the verifier, the administrator, AdministratorAccess or kms:*', async () => {
    const { keyArn, verifierRoleArn } = await prepare('ECC_NIST_P256', 'release-signer')
    const command = new SignCommand({
      KeyId: keyArn,
      Message: new Uint8Array(32),
      MessageType: 'DIGEST',
      SigningAlgorithm: 'ECDSA_SHA_256',
    })
    const others = [verifierRoleArn, ...['key-administrator', 'administrator-access', 'all-of-kms'].map(roleArn)]
    for (const other of others) {
      const kms = kmsAs(other)
      await expect(kms.send(command)).rejects.toMatchObject({
        name: 'AccessDeniedException',
        message: expect.stringContaining('kms:Sign'),
      })
      // Refused for what it may do, not for who it is.
      await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }))
    }
    await kmsAs(roleArn('key-administrator')).send(new GetKeyPolicyCommand({ KeyId: keyArn }))
  })

  test('the action fails as another role, and writes nothing', async () => {
    const release = await prepare('ECC_NIST_P256', 'release-signer')
    const refused = await signAs('tag-signer', { sub: 'repo:example/project:ref:refs/tags/v1.0.0' }, release)
    expect(refused.outcome).toBe('failure')
    expect(errorsOf(refused)).toEqual([expect.stringContaining('may not kms:')])
    expect(sidecarsIn(release)).toEqual([])
  })

  /** Signs with these claims in GitHub's token. */
  async function signAs(role: string, claims: Claims, release: Release) {
    const before = { sub: 'repo:example/project:environment:release' }
    issuer.setClaims(claims)
    try {
      return await sign(release, role)
    } finally {
      issuer.setClaims(before)
    }
  }

  test('both forms of sub are good', async () => {
    const release = await prepare('ECC_NIST_P256', 'release-signer')
    for (const sub of ['repo:example/project:environment:release', immutableSubject()]) {
      expect(await signAs('release-signer', { sub }, release)).toMatchObject({ outcome: 'success' })
    }
  })

  test.each([
    ['another repository', 'repo:mallory/project:environment:release'],
    ['another owner under the freed name', 'repo:example@1/project@2:environment:release'],
    ['another environment', 'repo:example/project:environment:test'],
    ['a branch', 'repo:example/project:ref:refs/heads/main'],
    ['a pull request', 'repo:example/project:pull_request'],
  ])('%s is not let in: %s', async (_, sub) => {
    const release = await prepare('ECC_NIST_P256', 'release-signer')
    const refused = await signAs('release-signer', { sub }, release)
    expect(refused.outcome).toBe('failure')
    expect(errorsOf(refused)).toEqual([expect.stringMatching(/^role-not-assumable: /)])
    expect(errorsOf(refused)).toEqual([expect.stringContaining(`sub ${sub} `)])
    expect(sidecarsIn(release)).toEqual([])
  })

  test('by tag: a tag is let in, in both forms of sub, a branch is not', async () => {
    const release = await prepare('ECC_NIST_P256', 'tag-signer')
    for (const sub of [
      'repo:example/project:ref:refs/tags/v1.0.0',
      'repo:example@987654321/project@123456789:ref:refs/tags/v1.0.0',
    ]) {
      expect(await signAs('tag-signer', { sub }, release)).toMatchObject({ outcome: 'success' })
    }
    const branch = await signAs('tag-signer', { sub: 'repo:example/project:ref:refs/heads/v1' }, release)
    expect(branch.outcome).toBe('failure')
  })

  test('parameters that do not fit are refused', async () => {
    const parameters = { SignerRoleName: 'release-signer', AdministratorArns: roleArn('key-administrator') }
    const wrong = { ...parameters, KeySpec: 'ECC_NIST_P384', VerifierRoleName: 'nobody', AliasName: 'nothing' }
    await expect(deploy('wrong-algorithm', 'signing-key.yaml', wrong)).rejects.toThrow(
      'ECC_NIST_P384 sign with ECDSA_SHA_384',
    )
    await expect(role('nobody', { Environment: '' })).rejects.toThrow('Name an Environment, a Ref, or both')
  })

  test('the alarm rings for whoever else signs, and for every change of the key', async () => {
    const outputs = await deploy('with-alarm', 'signing-key.yaml', {
      AliasName: 'with-alarm',
      SignerRoleName: 'release-signer',
      AdministratorArns: roleArn('key-administrator'),
      VerifierRoleName: 'verifier-alarm',
      AlarmEmail: 'security@example.com',
    })
    const events = createAwsJsonCall({
      signingName: 'events',
      targetPrefix: 'AWSEvents',
      endpoint: new URL(aws.url),
      region: aws.region,
      credentials: async () => aws.administrator,
      environment: {},
      fetch: (input, init) => fetch(input, init),
      timers: systemTimers,
      clock: () => new Date(),
      requestTimeout: 15_000,
    })
    const { members } = await events('ListRules', {})
    const { Rules } = members as {
      readonly Rules: readonly { readonly EventPattern: string; readonly State: string }[]
    }
    expect(Rules).toMatchObject([{ State: 'ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS' }])

    const rings = async (eventName: string, who: string | undefined, key = outputs.KeyArn) => {
      const event = {
        id: '1',
        account: aws.account,
        region: aws.region,
        time: '2026-11-28T12:00:00Z',
        source: 'aws.kms',
        'detail-type': 'AWS API Call via CloudTrail',
        resources: [],
        detail: {
          eventSource: 'kms.amazonaws.com',
          eventName,
          userIdentity:
            who === undefined ? { type: 'IAMUser' } : { sessionContext: { sessionIssuer: { arn: roleArn(who) } } },
          resources: [{ type: 'AWS::KMS::Key', ARN: key }],
        },
      }
      const pattern = Rules[0]?.EventPattern
      const { members } = await events('TestEventPattern', { EventPattern: pattern, Event: JSON.stringify(event) })
      return members.Result
    }
    expect(await rings('Sign', 'release-signer')).toBe(false)
    expect(await rings('Sign', 'administrator-access')).toBe(true)
    expect(await rings('Sign', undefined)).toBe(true)
    expect(await rings('Sign', 'administrator-access', 'arn:aws:kms:another')).toBe(false)
    expect(await rings('Verify', 'administrator-access')).toBe(false)
    for (const change of ['PutKeyPolicy', 'CreateGrant', 'DisableKey', 'ScheduleKeyDeletion']) {
      expect(await rings(change, 'release-signer')).toBe(true)
    }
  })

  test('what was left out of the templates is this and no more', () => {
    expect([...leftOut].sort()).toEqual([
      'JobsOfOneRepository: token.actions.githubusercontent.com:environment',
      'JobsOfOneRepository: token.actions.githubusercontent.com:ref',
      'JobsOfOneRepository: token.actions.githubusercontent.com:repository_id',
      'NobodyElseSigns: aws:PrincipalArn',
      'Sign: kms:MessageType',
      'Sign: kms:SigningAlgorithm',
      'SignerSigns: kms:MessageType',
      'SignerSigns: kms:SigningAlgorithm',
    ])
  })
})
