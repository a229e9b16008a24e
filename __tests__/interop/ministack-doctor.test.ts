// What a refused run proposes, put in place in an AWS emulator that nobody here wrote; and what CloudTrail records of
// a run that signed.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import {
  CreateOpenIDConnectProviderCommand,
  CreateRoleCommand,
  IAMClient,
  PutRolePolicyCommand,
  UpdateAssumeRolePolicyCommand,
} from '@aws-sdk/client-iam'
import { CreateKeyCommand, GetPublicKeyCommand, KMSClient } from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Claims, defaultClaims, githubIssuer, type OidcIssuer, startOidcIssuer } from '../../dev/oidc-issuer.ts'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { runEnvironment, type StepResult } from '../../dev/runner.ts'
import { createAwsJsonCall } from '../../src/adapters/aws/aws-json.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { cli, step } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { type Ministack, startMinistack } from '../support/ministack.ts'

const nobody = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 'sts:AssumeRoleWithWebIdentity' }],
}

interface Statement {
  readonly Sid: string
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

/** The emulator knows `sub` and `aud` of a web identity, and no condition key of KMS: with another, nobody is let in. */
const unknownToEmulator = /^kms:|^token\.actions\.githubusercontent\.com:(?!sub$|aud$)/

interface Printed {
  /** As JSON, less what the emulator lacks. */
  readonly policy: string
  /** The condition keys that it lacks. */
  readonly leftOut: readonly string[]
}

/** The part of an event that is looked at. */
interface Event {
  readonly requestID: string
  readonly userIdentity: { readonly accessKeyId: string }
}

/** The policy of this name, as somebody copies it from the log. */
function printed({ log }: StepResult, title: string): Printed {
  const text = new RegExp(`^${title}: .*\\n(\\{\\n[\\s\\S]*?^\\})`, 'm').exec(log)?.[1] ?? ''
  const policy: { readonly Statement: readonly Statement[] } = JSON.parse(text)
  const leftOut: string[] = []
  const statements = policy.Statement.map(({ Condition = {}, ...statement }) => {
    const operators = Object.entries(Condition).map(([operator, keys]) => {
      const known = Object.entries(keys).filter(([key]) => {
        if (unknownToEmulator.test(key)) leftOut.push(key.replace(/^.*:/, ''))
        return !unknownToEmulator.test(key)
      })
      return [operator, Object.fromEntries(known)] as const
    })
    const kept = operators.filter(([, keys]) => Object.keys(keys).length > 0)
    return kept.length === 0 ? statement : { ...statement, Condition: Object.fromEntries(kept) }
  })
  return { policy: JSON.stringify({ ...policy, Statement: statements }), leftOut }
}

describeWith(['ministack'], 'MiniStack', () => {
  const folder = temporaryFolder()
  let aws: Ministack
  let issuer: OidcIssuer
  let iam: IAMClient
  let kms: KMSClient
  let keyArn = ''
  const role = 'release-signer'
  const roleArn = () => `arn:aws:iam::${aws.account}:role/${role}`

  beforeAll(async () => {
    aws = await startMinistack({ recording: true })
    issuer = await startOidcIssuer({ issuer: githubIssuer })
    const client = { endpoint: aws.url, region: aws.region, credentials: aws.administrator }
    iam = new IAMClient(client)
    kms = new KMSClient(client)
    await iam.send(new CreateOpenIDConnectProviderCommand({ Url: githubIssuer, ClientIDList: ['sts.amazonaws.com'] }))
    await iam.send(new CreateRoleCommand({ RoleName: role, AssumeRolePolicyDocument: JSON.stringify(nobody) }))
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' }))
    keyArn = KeyMetadata?.Arn ?? ''
    const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId: keyArn }))
    const leaf = createAuthority().issue({
      publicKey: PublicKey ?? new Uint8Array(),
      san: [generalName.uri('https://example.com/release-signing')],
    })
    folder.write('chain.pem', leaf.chainPem)
    folder.write('root.pem', leaf.rootPem)
    folder.write('dist/app.zip', 'an archive')
  })

  afterAll(async () => {
    iam?.destroy()
    kms?.destroy()
    await issuer?.close()
    await aws?.close()
  })

  function sign(claims: Claims = {}) {
    issuer.setClaims({ ...defaultClaims, ...claims })
    return step({
      uses: '.',
      workspace: folder.path,
      with: {
        artifacts: 'dist/app.zip',
        'kms-key-id': keyArn,
        'certificate-chain': 'chain.pem',
        'root-certificate': 'root.pem',
        'role-to-assume': roleArn(),
        'aws-region': aws.region,
      },
      env: { ...issuer.environment, AWS_ENDPOINT_URL: aws.url },
    })
  }

  const errorOf = ({ annotations }: StepResult) => annotations.find(({ level }) => level === 'error')?.title
  const sidecars = () => readdirSync(join(folder.path, 'dist')).filter((name) => /\.p7s$|\.json$/.test(name))

  test('the policies that a refused run prints, put in place, let it sign', async () => {
    const distrusted = await sign()
    expect(errorOf(distrusted)).toBe('role-not-assumable')
    const trust = printed(distrusted, 'trust-policy.json')
    expect([...trust.leftOut].sort()).toEqual(['environment', 'job_workflow_ref', 'ref', 'repository_id'])
    await iam.send(new UpdateAssumeRolePolicyCommand({ RoleName: role, PolicyDocument: trust.policy }))

    const forbidden = await sign()
    expect(errorOf(forbidden)).toBe('aws-access-denied')
    expect(forbidden.log).toMatch(new RegExp(`^resource +${keyArn}$`, 'm'))
    const { policy } = printed(forbidden, 'role-policy.json')
    await iam.send(new PutRolePolicyCommand({ RoleName: role, PolicyName: 'sign', PolicyDocument: policy }))
    expect(sidecars()).toEqual([])
    expect(await sign()).toMatchObject({ outcome: 'success' })
    expect(sidecars()).toHaveLength(2)
  })

  test.each([
    ['another repository', { sub: 'repo:mallory/project:environment:release' }],
    ['another environment', { sub: 'repo:example/project:environment:test' }],
    ['a branch', { sub: 'repo:example/project:ref:refs/heads/main' }],
    ['another owner under the freed name', { sub: 'repo:example@1/project@2:environment:release' }],
  ])('%s is not let in', async (_, claims) => {
    expect(errorOf(await sign(claims))).toBe('role-not-assumable')
  })

  test('the newer form of sub is', async () => {
    const claims = { sub: 'repo:example@987654321/project@123456789:environment:release' }
    expect(await sign(claims)).toMatchObject({ outcome: 'success' })
  })

  describe('CloudTrail', () => {
    /** LookupEvents, whose own client is not to be had in the age of the others. */
    async function lookUp(name: string): Promise<readonly Event[]> {
      const call = createAwsJsonCall({
        signingName: 'cloudtrail',
        targetPrefix: 'com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101',
        endpoint: new URL(aws.url),
        region: aws.region,
        credentials: async () => aws.administrator,
        environment: {},
        fetch,
        timers: systemTimers,
        clock: () => new Date(),
        requestTimeout: 10_000,
      })
      const { members } = await call('LookupEvents', {
        LookupAttributes: [{ AttributeKey: 'EventName', AttributeValue: name }],
      })
      const { Events }: { readonly Events?: readonly { readonly CloudTrailEvent: string }[] } = members
      return (Events ?? []).map(({ CloudTrailEvent }) => JSON.parse(CloudTrailEvent))
    }

    test('has every signature of a run under the request ids that the run tells, in one session', async () => {
      const result = await sign()
      const { kmsRequestIds }: { readonly kmsRequestIds: readonly string[] } = JSON.parse(result.outputs.results ?? '')
      expect(kmsRequestIds).toHaveLength(2)
      const ofRun = (await lookUp('Sign')).filter(({ requestID }) => kmsRequestIds.includes(requestID))
      expect(ofRun).toHaveLength(2)
      // The emulator's events tell a session by its access key, not by its name.
      expect(new Set(ofRun.map(({ userIdentity }) => userIdentity.accessKeyId)).size).toBe(1)
    })

    test('the session is called as the summary says', async () => {
      const session = /Role session <code>(.*?)<\/code>/.exec((await sign()).summary)?.[1]?.replaceAll('&#45;', '-')
      expect(session).toBe('example-project-4242424242')
      const { stdout } = await cli(['doctor', '--role-to-assume', roleArn(), '--kms-key-id', keyArn, '--json'], {
        cwd: folder.path,
        env: { ...runEnvironment, ...issuer.environment, AWS_ENDPOINT_URL: aws.url, AWS_REGION: aws.region },
      })
      expect(JSON.parse(stdout)).toMatchObject({
        healthy: true,
        caller: `arn:aws:sts::${aws.account}:assumed-role/${role}/${session}`,
      })
    })
  })
})
