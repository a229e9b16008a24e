import { inspect } from 'node:util'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Aws, identityProviderArn, type Policy, startAws } from '../../../dev/aws.ts'
import { githubIssuer, type OidcIssuer, startOidcIssuer } from '../../../dev/oidc-issuer.ts'
import {
  type CredentialProvider,
  createWebIdentityCredentials,
  type WebIdentityOptions,
} from '../../../src/adapters/aws/web-identity.ts'
import { createKmsSigner } from '../../../src/adapters/kms/kms.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { algorithmForKey } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { environmentForTest } from '../../support/environment.ts'
import { asyncRefusalOf, codeOf } from '../../support/refusal.ts'
import { virtualTimers } from '../../support/virtual-timers.ts'

const account = '111122223333'
const subject = 'repo:example/project:environment:release'
const trust = (sub: string): Policy => ({
  Version: '2012-10-17',
  Statement: {
    Effect: 'Allow',
    Action: 'sts:AssumeRoleWithWebIdentity',
    Principal: { Federated: identityProviderArn(account, githubIssuer) },
    Condition: {
      StringEquals: {
        'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
        'token.actions.githubusercontent.com:sub': sub,
      },
    },
  },
})

let aws: Aws
let issuer: OidcIssuer
const setEnvironment = environmentForTest()

beforeAll(async () => {
  issuer = await startOidcIssuer({ issuer: githubIssuer })
  aws = await startAws({
    account,
    identityProviders: [{ issuer: githubIssuer, url: issuer.url, audiences: ['sts.amazonaws.com', 'other'] }],
    roles: [
      { name: 'release', trust: trust(subject) },
      { name: 'foreign', trust: trust('repo:example/other:ref:refs/heads/main') },
    ],
  })
})
afterAll(async () => {
  await aws.close()
  await issuer.close()
})
beforeEach(() => setEnvironment({ ...aws.anonymousEnvironment, AWS_EC2_METADATA_DISABLED: 'true' }))
afterEach(() => {
  aws.faults.clear()
  issuer.setFault(undefined)
})

const role = (name: string) => `arn:aws:iam::${account}:role/${name}`
const sts = () => aws.calls.filter(({ service }) => service === 'sts')

/** The provider, all that was masked, and its waits, which take no time. */
function provider(options: Partial<WebIdentityOptions> = {}) {
  const masked: string[] = []
  const sleeps: number[] = []
  const credentials = createWebIdentityCredentials({
    roleToAssume: role('release'),
    environment: { ...issuer.environment, GITHUB_REPOSITORY: 'example/project', GITHUB_RUN_ID: '4242' },
    fetch,
    timers: { ...virtualTimers(), sleep: async (milliseconds) => void sleeps.push(milliseconds) },
    mask: async (secret) => void masked.push(secret),
    ...options,
  })
  return { credentials, masked, sleeps }
}

describe('a role that trusts the job', () => {
  test('gives credentials that sign, and every secret is masked first', async () => {
    const { credentials, masked } = provider()
    const found = await credentials()
    expect(masked).toEqual([
      expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
      found.secretAccessKey,
      found.sessionToken,
    ])
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const signer = createKmsSigner({ keyId: key.arn, credentials, environment: process.env, timers: systemTimers })
    await signer.sign(algorithmForKey('ECC_NIST_P256'), utf8('a signed form'))
    expect(aws.signCalls().at(-1)?.caller).toBe(`arn:aws:sts::${account}:assumed-role/release/example-project-4242`)
  })

  test('is asked with the inputs as they were given', async () => {
    const inlineSessionPolicy = JSON.stringify({ Version: '2012-10-17', Statement: [] })
    await provider({ roleSessionName: 'named', roleDurationSeconds: 900, inlineSessionPolicy }).credentials()
    expect(sts().at(-1)?.input).toMatchObject({
      RoleSessionName: 'named',
      DurationSeconds: '900',
      Policy: inlineSessionPolicy,
    })
  })

  test('gives nothing to the environment', async () => {
    const before = { ...process.env }
    await provider().credentials()
    expect({ ...process.env }).toEqual(before)
  })

  test('is asked again for every session, with a fresh token', async () => {
    const { credentials, masked } = provider()
    const [first, second] = [await credentials(), await credentials()]
    expect(first.sessionToken).not.toBe(second.sessionToken)
    expect(masked[0]).not.toBe(masked[3])
  })

  test('is assumed with the token that was asked for in advance, which serves one session', async () => {
    const { credentials, masked } = provider()
    await credentials.prefetch()
    expect(masked).toHaveLength(1)
    const first = await credentials()
    expect(masked).toEqual([masked[0], first.secretAccessKey, first.sessionToken])
    await credentials()
    expect(masked).toHaveLength(6)
    expect(masked[3]).not.toBe(masked[0])
  })

  test('is told of a token asked for in advance only when it is used', async () => {
    const { credentials } = provider({ environment: {} })
    await credentials.prefetch()
    expect((await asyncRefusalOf(credentials))?.code).toBe('oidc-permission-missing')
  })

  test('renews credentials that run out while a client uses them', async () => {
    const { credentials } = provider()
    let soon = true
    const ageing: CredentialProvider = async (...context) => {
      const found = await credentials(...context)
      const expiration = soon ? new Date(Date.now() + 1_000) : found.expiration
      soon = false
      return { ...found, ...(expiration === undefined ? {} : { expiration }) }
    }
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const signer = createKmsSigner({
      keyId: key.arn,
      credentials: ageing,
      environment: process.env,
      timers: systemTimers,
    })
    const before = sts().length
    for (let i = 0; i < 4; i++) await signer.sign(algorithmForKey('ECC_NIST_P256'), utf8('a signed form'))
    expect(sts().length - before).toBe(2)
  })
})

describe('a refusal', () => {
  test('of a role that trusts another names the role, sub and aud, and tells what the token claims, but no token', async () => {
    const { credentials, masked } = provider({ roleToAssume: role('foreign') })
    const refusal = await asyncRefusalOf(credentials)
    expect(refusal?.code).toBe('role-not-assumable')
    expect(refusal?.message).toContain(
      `${role('foreign')} cannot be assumed with a token of sub ${subject} and aud sts.amazonaws.com`,
    )
    expect(refusal?.refused).toMatchObject({
      kind: 'role',
      role: role('foreign'),
      audience: 'sts.amazonaws.com',
      claims: { sub: subject, repository_id: '123456789', environment: 'release' },
    })
    expect(masked).toHaveLength(1)
    expect(inspect(refusal, { depth: 10 })).not.toContain(masked[0])
  })

  test.each([
    ['of a role that is not there', { roleToAssume: role('none') }, 'identity provider'],
    ['of an audience that the role does not trust', { audience: 'other' }, 'identity provider'],
    ['of an audience that the provider does not know', { audience: 'unknown' }, 'unknown'],
    ['of a duration above the maximum of the role', { roleDurationSeconds: 7_200 }, 'role-duration-seconds'],
  ])('%s', async (_, options, hint) => {
    const { credentials, sleeps } = provider(options)
    const refusal = await asyncRefusalOf(credentials)
    expect(refusal?.code).toBe('role-not-assumable')
    expect(refusal?.hint).toContain(hint)
    expect(sleeps).toEqual([])
  })

  test('of a job without id-token: write says what to add', async () => {
    const refusal = await asyncRefusalOf(provider({ environment: {} }).credentials)
    expect(refusal?.code).toBe('oidc-permission-missing')
    expect(refusal?.hint).toContain('permissions: { id-token: write, contents: read }')
  })

  test('of an account that is not allowed comes before any request', () => {
    const before = issuer.requests()
    expect(codeOf(() => provider({ allowedAccountIds: ['444455556666'] }))).toBe('role-account-not-allowed')
    expect(issuer.requests()).toBe(before)
  })
})

describe('what passes', () => {
  const fails = (name: string, message: string, status = 400) => ({ kind: 'error', status, name, message }) as const

  test.each([
    [
      'keys that STS could not fetch',
      fails(
        'InvalidIdentityToken',
        "Couldn't retrieve verification key from your identity provider, please reference AssumeRoleWithWebIdentity documentation for requirements",
      ),
    ],
    [
      'a token that grew old',
      fails('ExpiredTokenException', 'Token expired: current date/time must be before the expiration date/time'),
    ],
    [
      'an issuer that STS could not reach',
      fails('IDPCommunicationError', 'Error communicating with the identity provider'),
    ],
    ['throttling', fails('Throttling', 'Rate exceeded')],
    ['a broken service', fails('InternalFailure', 'try again', 500)],
  ])('%s is tried again with a fresh token', async (_, answer) => {
    setEnvironment({ AWS_MAX_ATTEMPTS: '1' })
    aws.faults.add({ service: 'sts', times: 2, answer })
    const { credentials, masked, sleeps } = provider()
    expect((await credentials()).accessKeyId).toMatch(/^ASIA/)
    expect(new Set(masked.slice(0, 3)).size).toBe(3)
    expect(sleeps).toEqual([1_000, 2_000])
  })

  test('is not waited for without an end', async () => {
    setEnvironment({ AWS_MAX_ATTEMPTS: '1' })
    aws.faults.add({ service: 'sts', answer: fails('IDPCommunicationError', 'no') })
    const { credentials, sleeps } = provider()
    expect((await asyncRefusalOf(credentials))?.code).toBe('role-not-assumable')
    expect(sleeps).toEqual([1_000, 2_000, 4_000, 8_000])
  })
})

describe("GitHub's token", () => {
  test.each([
    ['busy', { kind: 'token-status', status: 503 } as const],
    ['limited', { kind: 'token-status', status: 429 } as const],
    ['interrupted', { kind: 'token-reset' } as const],
  ])('is asked for again while its service is %s', async (_, fault) => {
    issuer.setFault(fault, 3)
    const { credentials, sleeps } = provider()
    expect((await credentials()).accessKeyId).toMatch(/^ASIA/)
    expect(sleeps).toEqual([500, 1_000, 2_000])
  })

  test.each([
    ['broken', { kind: 'token-status', status: 500 } as const, 4],
    ['forbidden', { kind: 'token-status', status: 403 } as const, 0],
    ['no token', { kind: 'token-garbage', body: '{"value":"secret but no JWT"}' } as const, 0],
    ['no JSON', { kind: 'token-garbage', body: '<html>' } as const, 0],
  ])('that is %s is refused, without showing it', async (_, fault, waits) => {
    issuer.setFault(fault)
    const { credentials, sleeps } = provider()
    const refusal = await asyncRefusalOf(credentials)
    expect(refusal?.code).toBe('oidc-token-unavailable')
    expect(refusal?.message).not.toContain('secret')
    expect(sleeps).toHaveLength(waits)
  })

  test('is masked before it goes anywhere', async () => {
    const order: string[] = []
    const before = sts().length
    await provider({
      mask: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        order.push(`masked, ${sts().length - before} calls`)
      },
    }).credentials()
    expect(order).toEqual(['masked, 0 calls', 'masked, 1 calls', 'masked, 1 calls'])
  })
})
