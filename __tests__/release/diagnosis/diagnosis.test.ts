// What is proposed after a refusal is put in place, and judged by the stand-in of AWS.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Aws, type Policy, type PolicyStatement, startAws } from '../../../dev/aws.ts'
import { type Claims, defaultClaims, githubIssuer, type OidcIssuer, startOidcIssuer } from '../../../dev/oidc-issuer.ts'
import { createWebIdentityCredentials } from '../../../src/adapters/aws/web-identity.ts'
import { createKmsSigner } from '../../../src/adapters/kms/kms.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { algorithmForKey } from '../../../src/core/algorithm.ts'
import { type Diagnosis, diagnose } from '../../../src/release/diagnosis/diagnosis.ts'
import { environmentForTest } from '../../support/environment.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

const setEnvironment = environmentForTest()
const noRole: Policy = { Version: '2012-10-17', Statement: [] }
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

let count = 0
const newRole = (trust: Policy = noRole) => aws.createRole({ name: `role-${count++}`, trust, policies: [noRole] })

/** A run with these claims in its token tries to become the role. */
async function assume(role: string, claims: Claims) {
  setEnvironment(aws.anonymousEnvironment)
  issuer.setClaims({ ...defaultClaims, ...claims })
  const credentials = createWebIdentityCredentials({
    roleToAssume: role,
    region: aws.region,
    environment: { ...issuer.environment, GITHUB_REPOSITORY: 'example/project', GITHUB_RUN_ID: '1' },
    fetch,
    timers: systemTimers,
    mask: () => undefined,
  })
  return asyncRefusalOf(credentials)
}

async function diagnosisFor(role: string, claims: Claims): Promise<Diagnosis> {
  const refusal = await assume(role, claims)
  if (refusal?.refused === undefined) throw new Error('nothing was refused')
  expect(refusal.code).toBe('role-not-assumable')
  return diagnose(refusal.refused, role)
}

interface Pasted extends Policy {
  readonly Statement: readonly PolicyStatement[]
}

/** As it is pasted. */
const pasted = ({ policies }: Diagnosis, title: string): Pasted =>
  JSON.parse(JSON.stringify(policies.find((one) => one.title === title)?.policy))

const workflow = 'example/project/.github/workflows/release.yml'
const both = (rest: string) => [`repo:example/project:${rest}`, `repo:example@987654321/project@123456789:${rest}`]

interface Run {
  readonly name: string
  readonly claims: Claims
  readonly allowed: readonly Claims[]
  readonly refused: Readonly<Record<string, Claims>>
}

const onTag = (tag: string): Claims => ({ ref: `refs/tags/${tag}`, job_workflow_ref: `${workflow}@refs/tags/${tag}` })
const onBranch = (branch: string): Claims => ({
  ref: `refs/heads/${branch}`,
  ref_type: 'branch',
  job_workflow_ref: `${workflow}@refs/heads/${branch}`,
})
const strangers = (rest: string): Run['refused'] => ({
  'another repository': { sub: `repo:mallory/project:${rest}`, repository_id: '666', repository: 'mallory/project' },
  'another repository that says it is this one': { repository_id: '666' },
  'another repository under the freed name': { sub: `repo:example@1/project@2:${rest}`, repository_id: '2' },
  'another workflow': { job_workflow_ref: 'example/project/.github/workflows/test.yml@refs/tags/v1.0.0' },
  'a workflow of another repository': { job_workflow_ref: 'mallory/w/.github/workflows/release.yml@refs/tags/v1.0.0' },
  'a workflow that is not told': { job_workflow_ref: undefined },
  'a pull request': { sub: 'repo:example/project:pull_request', ref: 'refs/pull/1/merge', environment: undefined },
})

const runs: readonly Run[] = [
  {
    name: 'a tag in an environment',
    claims: onTag('v1.0.0'),
    allowed: [{ sub: both('environment:release')[1] }, onTag('v1.0.1')],
    refused: {
      ...strangers('environment:release'),
      'another environment': { sub: 'repo:example/project:environment:test', environment: 'test' },
      'no environment': { sub: 'repo:example/project:ref:refs/tags/v1.0.0', environment: undefined },
      'a branch': onBranch('v1'),
      'a tag of another kind': onTag('nightly'),
    },
  },
  {
    name: 'a branch in an environment, with the newer sub',
    claims: { ...onBranch('main'), sub: both('environment:release')[1] },
    allowed: [{ sub: both('environment:release')[0] }],
    refused: {
      ...strangers('environment:release'),
      'another branch': onBranch('feature'),
      'a tag': onTag('v1.0.0'),
      'another environment': { sub: 'repo:example/project:environment:test', environment: 'test' },
    },
  },
  {
    name: 'a tag without an environment',
    claims: { ...onTag('v1.0.0'), sub: both('ref:refs/tags/v1.0.0')[0], environment: undefined },
    allowed: both('ref:refs/tags/v2').map((sub) => ({ ...onTag('v2'), sub })),
    refused: {
      ...strangers('ref:refs/tags/v1.0.0'),
      'a branch': { ...onBranch('v1'), sub: both('ref:refs/heads/v1')[0] },
      'a sub that does not fit the ref': { sub: both('ref:refs/heads/v1')[0] },
    },
  },
  {
    name: 'a branch without an environment',
    claims: { ...onBranch('main'), sub: both('ref:refs/heads/main')[0], environment: undefined },
    allowed: [{ sub: both('ref:refs/heads/main')[1] }],
    refused: {
      ...strangers('ref:refs/heads/main'),
      'another branch': { ...onBranch('main2'), sub: both('ref:refs/heads/main2')[0] },
      'a branch named like a pattern of it': { ...onBranch('main*'), sub: both('ref:refs/heads/main*')[0] },
    },
  },
]

describe.each(runs)('the trust policy proposed to $name', ({ claims, allowed, refused }) => {
  test('lets the same run in, and those like it', async () => {
    const { arn, name } = newRole()
    const trust = pasted(await diagnosisFor(arn, claims), 'trust-policy.json')
    aws.createRole({ name, trust })
    expect(await assume(arn, claims)).toBeUndefined()
    for (const also of allowed) expect(await assume(arn, { ...claims, ...also })).toBeUndefined()
  })

  test.each(Object.entries(refused))('keeps out %s', async (_, other) => {
    const { arn, name } = newRole()
    const trust = pasted(await diagnosisFor(arn, claims), 'trust-policy.json')
    aws.createRole({ name, trust })
    expect((await assume(arn, { ...claims, ...other }))?.code).toBe('role-not-assumable')
  })
})

test('each condition is needed: without it somebody else gets in', async () => {
  const [run] = runs
  if (run === undefined) throw new Error('no run')
  const trust = pasted(await diagnosisFor(newRole().arn, run.claims), 'trust-policy.json')
  const without = (key: string): Policy =>
    JSON.parse(JSON.stringify(trust), (name, value) => (name.endsWith(`:${key}`) ? undefined : value))
  for (const [key, other] of Object.entries({
    repository_id: { repository_id: '666' },
    environment: { environment: 'test' },
    ref: { ref: 'refs/heads/main' },
    job_workflow_ref: { job_workflow_ref: `other@refs/tags/v1` },
    sub: { sub: 'repo:example/project:pull_request' },
  })) {
    const claims = { ...run.claims, ...other }
    expect((await assume(newRole(trust).arn, claims))?.code).toBe('role-not-assumable')
    expect(await assume(newRole(without(key)).arn, claims)).toBeUndefined()
  }
})

test('of an issuer for whose claims AWS has no keys, the policy says how little it looks at', () => {
  const claims = { iss: 'https://github.example.com/_services/token', sub: 'repo:a/b:ref:refs/heads/main' }
  const role = 'arn:aws:iam::111122223333:role/x'
  const [proposed] = diagnose({ kind: 'role', role, audience: 'a', claims }, role).policies
  expect(proposed?.what).toContain('sub and aud of this issuer alone')
  expect(JSON.stringify(proposed?.policy)).not.toContain(':ref"')
})

test('no policy is proposed to a pull request', async () => {
  const { policies, notes } = await diagnosisFor(newRole().arn, {
    event_name: 'pull_request',
    sub: 'repo:example/project:pull_request',
  })
  expect(policies).toEqual([])
  expect(notes[0]).toContain('pull request')
})

test('what the token claims is shown, and nothing that is not known', async () => {
  const { facts } = await diagnosisFor(newRole().arn, { secret_claim: 'secret' })
  expect(facts).toMatchObject({
    action: 'sts:AssumeRoleWithWebIdentity',
    sub: 'repo:example/project:environment:release',
    aud: 'sts.amazonaws.com',
    job_workflow_ref: 'example/project/.github/workflows/release.yml@refs/tags/v1.0.0',
  })
  expect(JSON.stringify(facts)).not.toContain('secret')
})

describe('the policies proposed when KMS refuses', () => {
  const algorithm = algorithmForKey('ECC_NIST_P256')
  const administration: PolicyStatement = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:aws:iam::111122223333:user/administrator' },
    Action: 'kms:*',
    Resource: '*',
  }
  const administered: Policy = { Version: '2012-10-17', Statement: administration }
  const delegating: Policy = {
    Version: '2012-10-17',
    Statement: {
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'kms:*',
      Resource: '*',
    },
  }

  /** A role with these policies tries to sign with a key of this policy. */
  async function sign(keyPolicy: Policy, policies: readonly Policy[], name = `signer-${count++}`) {
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region, policy: keyPolicy })
    const trust = pasted(await diagnosisFor(newRole().arn, {}), 'trust-policy.json')
    const role = aws.createRole({ name, trust, policies })
    setEnvironment(aws.anonymousEnvironment)
    const common = { region: aws.region, environment: issuer.environment, timers: systemTimers }
    const credentials = createWebIdentityCredentials({
      ...common,
      roleToAssume: role.arn,
      fetch,
      mask: () => undefined,
    })
    const signer = createKmsSigner({ ...common, keyId: key.arn, credentials })
    const refusal = await asyncRefusalOf(() => signer.probe(algorithm))
    return { refusal, diagnosis: refusal?.refused && diagnose(refusal.refused, role.arn), key, name, role }
  }

  test('beside those that the key has they are enough, and allow this algorithm alone', async () => {
    const { diagnosis, refusal, name, role, key } = await sign(administered, [noRole])
    expect(refusal?.code).toBe('aws-access-denied')
    expect(diagnosis?.facts).toMatchObject({
      principal: expect.stringContaining(`assumed-role/${name}/`),
      action: 'kms:Sign',
      resource: key.arn,
      'kms:SigningAlgorithm': 'ECDSA_SHA_256',
      'kms:MessageType': 'DIGEST',
    })
    if (diagnosis === undefined) throw new Error('no diagnosis')
    const added = pasted(diagnosis, 'key-policy-statements.json')
    const policy: Policy = { ...administered, Statement: [administration, ...added.Statement] }
    expect((await sign(policy, [noRole], name)).refusal).toBeUndefined()
    expect((await sign(policy, [noRole])).refusal?.code).toBe('aws-access-denied')
    expect(JSON.stringify(added)).toContain(`"${role.arn}"`)
    const other = JSON.parse(JSON.stringify(policy).replaceAll('ECDSA_SHA_256', 'ECDSA_SHA_384'))
    expect((await sign(other, [noRole], name)).refusal?.code).toBe('aws-access-denied')
  })

  test('a key that leaves it to IAM needs the one of the role', async () => {
    const { diagnosis, name, key } = await sign(delegating, [noRole])
    if (diagnosis === undefined) throw new Error('no diagnosis')
    const proposed = JSON.stringify(pasted(diagnosis, 'role-policy.json'))
    const forAnotherKey = await sign(delegating, [JSON.parse(proposed)], name)
    expect(forAnotherKey.refusal?.code).toBe('aws-access-denied')
    const anyKey = JSON.parse(proposed.replaceAll(key.arn, '*'))
    expect((await sign(delegating, [anyKey], name)).refusal).toBeUndefined()
  })

  test('an explicit deny is named, since no Allow helps', async () => {
    const denying: Policy = {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: '*', Action: 'kms:*', Resource: '*' },
        { Effect: 'Deny', Principal: '*', Action: 'kms:Sign', Resource: '*' },
      ],
    }
    const { diagnosis } = await sign(denying, [noRole])
    expect(diagnosis?.notes[0]).toContain('explicit deny in a resource-based policy')
  })
})
