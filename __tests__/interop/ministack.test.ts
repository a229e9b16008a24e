// The built action against an AWS emulator that nobody here wrote, with its authorization switched on and the policies
// as docs/aws-setup.md prints them.
import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { CreateKeyCommand, GetPublicKeyCommand, type KeySpec, KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Claims, githubIssuer, immutableSubject, type OidcIssuer, startOidcIssuer } from '../../dev/oidc-issuer.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import type { StepResult } from '../../dev/runner.ts'
import { step } from '../support/bundle.ts'
import { titledBlock } from '../support/documents.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { type Ministack, startMinistack } from '../support/ministack.ts'

const identity = 'https://example.com/release-signing'
const signer = 'release-signer'

/**
 * Condition keys that the emulator does not know, so that an Allow with one allows nobody, and a Deny whose exception it
 * is denies everybody.
 */
const unknownToEmulator =
  /^kms:|^aws:PrincipalArn$|^token\.actions\.githubusercontent\.com:(repository_id|environment|ref)$/

interface Statement {
  readonly Sid: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Action: string | readonly string[]
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

interface Documented {
  readonly policy: string
  /** Condition keys that were left out, with the statement they stood in. */
  readonly leftOut: readonly string[]
}

/** A policy of the document, for this account and this key, less what the emulator lacks and what `keep` drops. */
function documented(
  title: string,
  names: Readonly<Record<string, string>>,
  keep: (statement: Statement) => boolean = () => true,
): Documented {
  const text = Object.entries(names).reduce(
    (result, [from, to]) => result.replaceAll(from, to),
    titledBlock('docs/aws-setup.md', title),
  )
  const policy: { readonly Statement: readonly Statement[] } = JSON.parse(text)
  const leftOut: string[] = []
  const statements = policy.Statement.filter(keep).flatMap(({ Condition, ...statement }) => {
    const operators = Object.entries(Condition ?? {}).map(([operator, keys]) => {
      const known = Object.entries(keys).filter(([key]) => {
        if (unknownToEmulator.test(key)) leftOut.push(`${statement.Sid}: ${key}`)
        return !unknownToEmulator.test(key)
      })
      return [operator, Object.fromEntries(known)] as const
    })
    const kept = operators.filter(([, keys]) => Object.keys(keys).length > 0)
    if (kept.length > 0) return [{ ...statement, Condition: Object.fromEntries(kept) }]
    // A Deny without its exception would deny everybody.
    return statement.Effect === 'Deny' && operators.length > 0 ? [] : [statement]
  })
  return { policy: JSON.stringify({ ...policy, Statement: statements }), leftOut }
}

const errorsOf = ({ annotations }: StepResult): readonly string[] =>
  annotations.filter(({ level }) => level === 'error').map(({ message }) => message)

const sidecarsIn = ({ workspace }: { readonly workspace: string }): readonly string[] =>
  readdirSync(join(workspace, 'dist')).filter((name) => /\.p7s$|\.json$/.test(name))

describeWith(['ministack'], 'MiniStack', () => {
  const folder = temporaryFolder()
  let aws: Ministack
  let issuer: OidcIssuer
  let iam: IAMClient
  let kms: KMSClient
  const leftOut = new Set<string>()

  const take = ({ policy, leftOut: names }: Documented): string => {
    for (const name of names) leftOut.add(name)
    return policy
  }
  const roleArn = (name: string) => `arn:aws:iam::${aws.account}:role/${name}`

  async function createRole(name: string, trust: string): Promise<void> {
    const document = take(documented(trust, { 111122223333: aws.account }))
    await iam.send(new CreateRoleCommand({ RoleName: name, AssumeRolePolicyDocument: document }))
  }

  /** A key whose policy names the role, a policy of the role for it, and a chain for the key, in a workspace. */
  async function prepare(spec: KeySpec, role: string, keep?: (statement: Statement) => boolean) {
    const names = { 111122223333: aws.account, 'eu-central-1': aws.region, [signer]: role }
    const keyPolicy = take(documented('key-policy.json', names, keep))
    const { KeyMetadata } = await kms.send(
      new CreateKeyCommand({ KeySpec: spec, KeyUsage: 'SIGN_VERIFY', Policy: keyPolicy }),
    )
    const keyArn = KeyMetadata?.Arn ?? ''
    const documentedArn = /arn:aws:kms:[^"]*/.exec(titledBlock('docs/aws-setup.md', 'role-policy.json'))?.[0] ?? ''
    const rolePolicy = take(documented('role-policy.json', { [documentedArn]: keyArn }, keep))
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: role,
        PolicyName: keyArn.split('/').at(-1),
        PolicyDocument: rolePolicy,
      }),
    )
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }))
    if (PublicKey === undefined) throw new Error('no public key')
    const leaf = createAuthority()
      .issueAuthority({})
      .issue({ publicKey: PublicKey, san: [generalName.uri(identity)] })
    const workspace = folder.at(keyArn.replace(/\W/g, '-'))
    mkdirSync(workspace)
    const write = (name: string, text: string) => folder.write(join(keyArn.replace(/\W/g, '-'), name), text)
    write('chain.pem', leaf.chainPem)
    write('root.pem', leaf.rootPem)
    write('dist/app.tar.gz', 'an archive')
    write('dist/app.zip', 'another')
    return { keyArn, workspace }
  }

  function sign({ keyArn, workspace }: { readonly keyArn: string; readonly workspace: string }, role: string) {
    return step({
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
  }

  beforeAll(async () => {
    aws = await startMinistack()
    issuer = await startOidcIssuer({ issuer: githubIssuer })
    const client = { endpoint: aws.url, region: aws.region, credentials: aws.administrator }
    iam = new IAMClient(client)
    kms = new KMSClient(client)
    await iam.send(new CreateOpenIDConnectProviderCommand({ Url: githubIssuer, ClientIDList: ['sts.amazonaws.com'] }))
    await createRole(signer, 'trust-policy.json')
    await createRole('tag-signer', 'trust-policy-tag.json')
    await createRole('reader', 'trust-policy.json')
  })

  afterAll(async () => {
    iam?.destroy()
    kms?.destroy()
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

  test.each(specs)('signs with a key of %s, and what it signed verifies', async (spec) => {
    const release = await prepare(spec, signer)
    const signed = await sign(release, signer)
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

    const tampered = `${release.workspace}-tampered`
    cpSync(release.workspace, tampered, { recursive: true })
    folder.write(join(tampered.slice(folder.path.length), 'dist/app.zip'), 'anotheR')
    expect(await verify(tampered)).toMatchObject({ outcome: 'failure', outputs: { verified: 'false' } })
  })

  /** Signs with these claims in GitHub's token. */
  async function signAs(role: string, claims: Claims, release: Awaited<ReturnType<typeof prepare>>) {
    const before = { sub: 'repo:example/project:environment:release' }
    issuer.setClaims(claims)
    try {
      return await sign(release, role)
    } finally {
      issuer.setClaims(before)
    }
  }

  test('both forms of sub are good', async () => {
    const release = await prepare('ECC_NIST_P256', signer)
    for (const sub of ['repo:example/project:environment:release', immutableSubject()]) {
      expect(await signAs(signer, { sub }, release)).toMatchObject({ outcome: 'success' })
    }
  })

  test.each([
    ['another repository', 'repo:mallory/project:environment:release'],
    ['another owner under the freed name', 'repo:example@1/project@2:environment:release'],
    ['another environment', 'repo:example/project:environment:test'],
    ['a branch', 'repo:example/project:ref:refs/heads/main'],
    ['a pull request', 'repo:example/project:pull_request'],
  ])('%s is not let in: %s', async (_, sub) => {
    const release = await prepare('ECC_NIST_P256', signer)
    const refused = await signAs(signer, { sub }, release)
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

  test('without kms:Sign nothing is signed', async () => {
    const release = await prepare('ECC_NIST_P256', 'reader', ({ Action }) => Action !== 'kms:Sign')
    const refused = await sign(release, 'reader')
    expect(refused.outcome).toBe('failure')
    expect(errorsOf(refused)).toEqual([expect.stringContaining('may not kms:Sign')])
    expect(sidecarsIn(release)).toEqual([])
  })

  test('a role that the key policy does not name cannot sign, whatever its own policy says', async () => {
    const release = await prepare('ECC_NIST_P256', 'tag-signer')
    await iam.send(
      new PutRolePolicyCommand({
        RoleName: 'reader',
        PolicyName: 'all',
        PolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
        }),
      }),
    )
    expect(await sign(release, 'reader')).toMatchObject({ outcome: 'failure' })
    expect(sidecarsIn(release)).toEqual([])
  })

  test('what was left out of the documented policies is this and no more', () => {
    expect([...leftOut].sort()).toEqual([
      'NobodyElseSigns: aws:PrincipalArn',
      'ReleaseJobs: token.actions.githubusercontent.com:environment',
      'ReleaseJobs: token.actions.githubusercontent.com:repository_id',
      'ReleaseSignerSigns: kms:MessageType',
      'ReleaseSignerSigns: kms:SigningAlgorithm',
      'ReleaseTags: token.actions.githubusercontent.com:ref',
      'ReleaseTags: token.actions.githubusercontent.com:repository_id',
      'Sign: kms:MessageType',
      'Sign: kms:SigningAlgorithm',
    ])
  })
})
