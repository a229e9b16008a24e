import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CreateAliasCommand, CreateKeyCommand, GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import type { PrivateCaAuthority } from '../aws/private-ca-store.ts'
import { type Aws, identityProviderArn, type Policy, startAws } from '../aws.ts'
import { type Github, startGithub } from '../github.ts'
import { githubIssuer, type OidcIssuer, startOidcIssuer } from '../oidc-issuer.ts'
import { type Authority, createAuthority, generalName, type Leaf } from '../pki.ts'
import { run } from '../process.ts'
import { repositoryRoot } from '../runner.ts'
import { startTimestampAuthority, type TestTimestampAuthority } from '../timestamp-authority.ts'

/** Everything that a release needs besides us, made for this run alone. */
export interface Scene {
  readonly aws: Aws
  readonly issuer: OidcIssuer
  readonly github: Github
  /** Of the job, with `contents: write` and `actions: read`. */
  readonly token: string
  /** Undefined where there is no OpenSSL, which makes its time stamps. */
  readonly timestampAuthority: TestTimestampAuthority | undefined
  readonly alias: string
  readonly keyArn: string
  readonly roleArn: string
  /** A role that may have the key certified as well. */
  readonly renewerArn: string
  /** In AWS Private CA, under the same root. */
  readonly privateCa: PrivateCaAuthority
  readonly authority: Authority
  readonly leaf: Leaf
  /** The SAN of the signing certificate. */
  readonly identity: string
  /** Where action.yml, verify/ and dist/ are. */
  readonly root: string
  /** The folder that a job works in; holds `release/`, `chain.pem`, `root.pem` and `tsa-root.pem`. */
  readonly workspace: string
  /** Relative to the workspace. */
  readonly artifacts: readonly string[]
  close(): Promise<void>
}

const account = '111122223333'
const audience = 'sts.amazonaws.com'

/** Who may be the release role: runs of this repository in the environment `release`, whichever form `sub` has. */
const trust: Policy = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: identityProviderArn(account, githubIssuer) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': audience,
        'token.actions.githubusercontent.com:repository_id': '123456789',
        'token.actions.githubusercontent.com:environment': 'release',
      },
    },
  },
}

/** The least that signing needs. */
const leastPrivilege = (keyArn: string): Policy => ({
  Version: '2012-10-17',
  Statement: [
    { Effect: 'Allow', Action: ['kms:DescribeKey', 'kms:GetPublicKey'], Resource: keyArn },
    {
      Effect: 'Allow',
      Action: 'kms:Sign',
      Resource: keyArn,
      Condition: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256', 'kms:MessageType': 'DIGEST' } },
    },
  ],
})

/** What renewing a certificate needs besides. */
const mayHaveCertified: Policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Effect: 'Allow',
      Action: [
        'acm-pca:DescribeCertificateAuthority',
        'acm-pca:GetCertificate',
        'acm-pca:GetCertificateAuthorityCertificate',
      ],
      Resource: `arn:aws:acm-pca:*:${account}:certificate-authority/*`,
    },
    {
      Effect: 'Allow',
      Action: 'acm-pca:IssueCertificate',
      Resource: `arn:aws:acm-pca:*:${account}:certificate-authority/*`,
      Condition: {
        StringEquals: { 'acm-pca:TemplateArn': 'arn:aws:acm-pca:::template/CodeSigningCertificate/V1' },
      },
    },
  ],
}

export async function setScene(root: string): Promise<Scene> {
  const issuer = await startOidcIssuer({ issuer: githubIssuer })
  const aws = await startAws({
    account,
    identityProviders: [{ issuer: githubIssuer, url: issuer.url, audiences: [audience] }],
  })
  const github = await startGithub()
  const timestampAuthority = (await hasOpenssl()) ? await startTimestampAuthority() : undefined
  const alias = 'alias/release-signing'
  const { keyArn, publicKey } = await createSigningKey(aws, alias)
  const role = aws.createRole({ name: 'release', trust, policies: [leastPrivilege(keyArn)] })
  const renewer = aws.createRole({ name: 'renewer', trust, policies: [leastPrivilege(keyArn), mayHaveCertified] })
  const identity = 'https://example.com/release-signing'
  const authority = createAuthority({ subject: { C: 'DE', O: 'Example', CN: 'Example Root' } })
  const leaf = authority
    .issueAuthority({ subject: { C: 'DE', O: 'Example', CN: 'Example Code Signing CA' }, pathLength: 0 })
    .issue({ subject: { C: 'DE', O: 'Example', CN: 'Example Releases' }, publicKey, san: [generalName.uri(identity)] })
  const privateCa = aws.privateCas.create({
    issuer: authority,
    subject: { C: 'DE', O: 'Example', CN: 'Example Private CA' },
    pathLength: 0,
  })
  const workspace = await mkdtemp(join(tmpdir(), 'kms-release-signing-demo-'))
  await writeFile(join(workspace, 'chain.pem'), leaf.chainPem)
  await writeFile(join(workspace, 'root.pem'), authority.rootPem)
  await writeFile(join(workspace, 'tsa-root.pem'), timestampAuthority?.rootPem ?? '')
  return {
    aws,
    issuer,
    github,
    token: github.createToken({ permissions: { contents: 'write', actions: 'read' } }),
    timestampAuthority,
    alias,
    keyArn,
    roleArn: role.arn,
    renewerArn: renewer.arn,
    privateCa,
    authority,
    leaf,
    root,
    identity,
    workspace,
    artifacts: await collectArtifacts(root, workspace),
    close: async () => {
      await Promise.all([aws.close(), issuer.close(), github.close(), timestampAuthority?.close()])
      await rm(workspace, { recursive: true, force: true })
    },
  }
}

async function hasOpenssl(): Promise<boolean> {
  try {
    return (await run('openssl', ['version'])).status === 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}

/** With the SDK as it is, as an administrator would. */
async function createSigningKey(aws: Aws, alias: string) {
  const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials: aws.credentials })
  const created = await kms.send(new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }))
  const keyArn = created.KeyMetadata?.Arn ?? ''
  await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: keyArn }))
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }))
  kms.destroy()
  return { keyArn, publicKey: PublicKey ?? new Uint8Array() }
}

/** Real files, one with a name that needs quoting. */
async function collectArtifacts(root: string, workspace: string): Promise<readonly string[]> {
  const folder = join(workspace, 'release')
  await mkdir(folder)
  await copyFile(join(root, 'dist', 'index.js'), join(folder, 'project-1.0.0.js'))
  await copyFile(join(repositoryRoot, 'package-lock.json'), join(folder, 'project-1.0.0.lock.json'))
  await copyFile(join(repositoryRoot, 'LICENSE'), join(folder, 'Licence (Apache 2.0).txt'))
  return ['release/Licence (Apache 2.0).txt', 'release/project-1.0.0.js', 'release/project-1.0.0.lock.json']
}
