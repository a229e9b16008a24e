import { GetPublicKeyCommand, KMSClient, SignCommand } from '@aws-sdk/client-kms'
import { fromWebToken } from '@aws-sdk/credential-providers'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Aws, identityProviderArn, type Policy, startAws } from '../../../dev/aws.ts'
import {
  type Claims,
  githubIssuer,
  immutableSubject,
  type OidcIssuer,
  startOidcIssuer,
} from '../../../dev/oidc-issuer.ts'

const account = '111122223333'
const roleArn = `arn:aws:iam::${account}:role/release`
const audience = 'sts.amazonaws.com'
const claim = (name: string): string => `token.actions.githubusercontent.com:${name}`

const trust: Policy = {
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Principal: { Federated: identityProviderArn(account, githubIssuer) },
    Action: 'sts:AssumeRoleWithWebIdentity',
    Condition: {
      StringEquals: {
        [claim('aud')]: audience,
        [claim('repository_id')]: '123456789',
        [claim('environment')]: 'release',
      },
      StringLike: { [claim('sub')]: ['repo:example/project:*', 'repo:example@987654321/project@123456789:*'] },
    },
  },
}

let issuer: OidcIssuer
let aws: Aws

beforeAll(async () => {
  issuer = await startOidcIssuer({ issuer: githubIssuer })
  aws = await startAws({
    account,
    identityProviders: [{ issuer: githubIssuer, url: issuer.url, audiences: [audience] }],
    roles: [{ name: 'release', trust }],
  })
})

beforeEach(() => issuer.setFault(undefined))

afterAll(async () => {
  await aws.close()
  await issuer.close()
})

interface Assumption {
  readonly token?: string
  readonly audience?: string
  readonly claims?: Claims
  readonly roleArn?: string
  readonly seconds?: number
  readonly policy?: Policy
}

async function assume(options: Assumption = {}) {
  const provider = fromWebToken({
    roleArn: options.roleArn ?? roleArn,
    webIdentityToken: options.token ?? (await issuer.token(options.audience ?? audience, options.claims)),
    roleSessionName: 'project-4242424242',
    ...(options.seconds === undefined ? {} : { durationSeconds: options.seconds }),
    ...(options.policy === undefined ? {} : { policy: JSON.stringify(options.policy) }),
    clientConfig: { endpoint: aws.url, region: aws.region, maxAttempts: 1 },
  })
  return provider()
}

const refused = async (options: Assumption): Promise<readonly [string, string]> => {
  try {
    await assume(options)
  } catch (error) {
    if (error instanceof Error) return [error.name, error.message]
  }
  throw new Error('the role was assumed')
}
const notAuthorized = ['AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity'] as const

describe('a role is assumed', () => {
  test('and its session uses the key under its own name', async () => {
    const credentials = await assume({ seconds: 900 })
    const lifetime = (credentials.expiration?.getTime() ?? 0) - Date.now()
    expect(lifetime).toBeGreaterThan(880_000)
    expect(lifetime).toBeLessThanOrEqual(900_000)
    const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials })
    await kms.send(
      new GetPublicKeyCommand({ KeyId: aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region }).arn }),
    )
    kms.destroy()
    expect(aws.calls.at(-1)?.caller).toBe(`arn:aws:sts::${account}:assumed-role/release/project-4242424242`)
  })

  test('by the newer form of sub', async () => {
    await expect(assume({ claims: { sub: immutableSubject() } })).resolves.toBeDefined()
  })
})

describe('a role is refused to', () => {
  test.each([
    ['another sub', { sub: 'repo:example/other:environment:release' }],
    ['a stranger whose name begins alike', { sub: 'repo:example/project2:environment:release' }],
    ['another repository_id', { repository_id: '1' }],
    ['another environment', { environment: 'test' }],
    ['a token without environment', { environment: undefined }],
  ])('%s', async (_, claims) => {
    expect(await refused({ claims })).toEqual(notAuthorized)
  })

  test('one that asks for a role that is not there', async () => {
    expect(await refused({ roleArn: `${roleArn}-other` })).toEqual(notAuthorized)
  })

  test('a token for another audience', async () => {
    expect(await refused({ audience: 'https://example.com' })).toEqual([
      'InvalidIdentityTokenException',
      'Incorrect token audience',
    ])
  })

  test('an expired token', async () => {
    issuer.setFault({ kind: 'expired' }, 1)
    const [name, message] = await refused({})
    expect(name).toBe('ExpiredTokenException')
    expect(message).toMatch(/^Token expired: current date\/time \d+ must be before the expiration date\/time \d+$/)
  })

  test('a token signed by a key that is not the issuer’s', async () => {
    issuer.setFault({ kind: 'foreign-key' }, 1)
    expect(await refused({})).toEqual(['InvalidIdentityTokenException', 'Invalid token signature'])
  })

  test('anyone, while the issuer’s keys cannot be fetched', async () => {
    issuer.setFault({ kind: 'keys-unavailable' }, 1)
    const [name, message] = await refused({})
    expect(name).toBe('InvalidIdentityTokenException')
    expect(message).toMatch(/^Couldn't retrieve verification key from your identity provider, {2}please reference/)
    await expect(assume()).resolves.toBeDefined()
  })

  test('a token of an issuer that is not set up', async () => {
    const stranger = await startOidcIssuer()
    const token = await stranger.token(audience)
    await stranger.close()
    expect(await refused({ token })).toEqual([
      'InvalidIdentityTokenException',
      `No OpenIDConnect provider found in your account for ${stranger.issuer}`,
    ])
  })

  test('what is no token', async () => {
    expect((await refused({ token: 'not.a.token' }))[1]).toMatch(/^The ID Token provided is not a valid JWT/)
  })
})

describe('a session', () => {
  test.each([
    [899, 'Member must have value greater than or equal to 900'],
    [43_201, 'Member must have value less than or equal to 43200'],
    [7200, 'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.'],
  ])('of %i seconds is refused', async (seconds, message) => {
    expect((await refused({ seconds }))[1]).toContain(message)
  })

  test('may do no more than its inline policy', async () => {
    const policy: Policy = { Statement: { Effect: 'Allow', Action: 'kms:GetPublicKey', Resource: '*' } }
    const credentials = await assume({ policy })
    const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials })
    const KeyId = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region }).arn
    await kms.send(new GetPublicKeyCommand({ KeyId }))
    const sign = new SignCommand({ KeyId, SigningAlgorithm: 'ECDSA_SHA_256', Message: Buffer.from('message') })
    await expect(kms.send(sign)).rejects.toMatchObject({
      name: 'AccessDeniedException',
      message: expect.stringMatching(/because no session policy allows the kms:Sign action$/),
    })
    kms.destroy()
  })

  test('ends', async () => {
    const credentials = await assume()
    aws.expireSessions()
    const kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials, maxAttempts: 1 })
    await expect(kms.send(new GetPublicKeyCommand({ KeyId: 'alias/any' }))).rejects.toMatchObject({
      name: 'ExpiredTokenException',
    })
    kms.destroy()
  })
})
