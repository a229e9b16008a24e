import { describe, expect, test } from '@jest/globals'
import type { Policy } from '../../dev/aws.ts'
import { createAuthority } from '../../dev/pki.ts'
import { runEnvironment } from '../../dev/runner.ts'
import type { DoctorReport } from '../../src/release/doctor.ts'
import { cli } from '../support/bundle.ts'
import { type Env, signSteps } from '../support/sign-steps.ts'

const { scene, write, folder } = signSteps()

/** As a step of a job that may ask for a token. */
const inJob = () => ({ ...runEnvironment, ...scene().aws.anonymousEnvironment, ...scene().issuer.environment })

async function doctor(args: readonly string[], env: Env = inJob()) {
  const { status, stdout, stderr } = await cli(['doctor', ...args, '--json'], { cwd: scene().workspace, env })
  const report: DoctorReport & { readonly code?: string } = JSON.parse(stdout)
  const statuses = Object.fromEntries(report.findings.map(({ check, status: found, code }) => [check, code ?? found]))
  return { status, stderr, report, statuses }
}

const everything = () => [
  `--role-to-assume=${scene().roleArn}`,
  `--kms-key-id=${scene().alias}`,
  '--certificate-chain=chain.pem',
  '--root-certificate=root.pem',
]

const titles = ({ policies }: DoctorReport) => policies.map(({ title }) => title)

describe('doctor', () => {
  test('finds all well, and prints policies for what it found', async () => {
    const before = scene().aws.signCalls().length
    const { status, report, statuses, stderr } = await doctor(everything())
    expect(status).toBe(0)
    expect(report.healthy).toBe(true)
    expect(statuses).toEqual({
      environment: 'ok',
      token: 'ok',
      role: 'ok',
      caller: 'ok',
      key: 'ok',
      permission: 'ok',
      chain: 'ok',
    })
    expect(report.caller).toBe('arn:aws:sts::111122223333:assumed-role/release/example-project-4242424242')
    expect(report.claims).toMatchObject({ sub: 'repo:example/project:environment:release', ref: 'refs/tags/v1.0.0' })
    expect(titles(report)).toEqual(['trust-policy.json', 'key-policy-statements.json', 'role-policy.json'])
    expect(report.policies.at(-1)?.policy.Statement).toMatchObject([
      { Resource: scene().keyArn },
      { Resource: scene().keyArn, Condition: { StringEquals: { 'kms:SigningAlgorithm': 'ECDSA_SHA_256' } } },
    ])
    expect(scene().aws.signCalls().length).toBe(before)
    // Text for people, and no secret: what is masked stands in the commands that mask it and nowhere else.
    const masks = [...stderr.matchAll(/^::add-mask::(.*)$/gm)].map(([, secret = '']) => secret)
    expect(masks.length).toBeGreaterThanOrEqual(3)
    const shown = stderr.replaceAll(/^::add-mask::.*$/gm, '') + JSON.stringify(report)
    for (const secret of masks) expect(shown).not.toContain(secret)
    expect(shown).toContain('Nothing is in the way of signing')
  })

  test('a role that does not trust the run: goes no further, and the policy it prints mends it', async () => {
    const { aws, alias } = scene()
    const nobody: Policy = { Version: '2012-10-17', Statement: [] }
    const { arn, name } = aws.createRole({ name: 'doctored', trust: nobody, policies: [nobody] })
    const args = [`--role-to-assume=${arn}`, `--kms-key-id=${alias}`, '--certificate-chain=chain.pem']
    const first = await doctor(args)
    expect(first.status).toBe(1)
    expect(first.statuses).toEqual({
      environment: 'ok',
      token: 'ok',
      role: 'role-not-assumable',
      caller: 'skipped',
      key: 'skipped',
      permission: 'skipped',
      chain: 'ok',
    })
    const trust = (report: DoctorReport): Policy => JSON.parse(JSON.stringify(report.policies[0]?.policy))
    aws.createRole({ name, trust: trust(first.report), policies: [nobody] })
    const second = await doctor(args)
    expect(second.statuses).toMatchObject({ role: 'ok', caller: 'ok', key: 'aws-access-denied' })
    const policy: Policy = JSON.parse(
      JSON.stringify(second.report.policies.find(({ title }) => title === 'role-policy.json')?.policy),
    )
    // GetPublicKey was refused already, so that the algorithm is the certificate's.
    expect(JSON.stringify(policy)).toContain('ECDSA_SHA_256')
    aws.createRole({ name, trust: trust(second.report), policies: [policy] })
    expect((await doctor(args)).report.healthy).toBe(true)
  })

  test('a wrong audience, a pull request', async () => {
    const wrong = await doctor([`--role-to-assume=${scene().roleArn}`, '--audience=other'])
    expect(wrong.statuses.role).toBe('role-not-assumable')
    expect(wrong.report.findings.find(({ check }) => check === 'role')?.hint).toContain('audience')
    scene().issuer.setClaims({ sub: 'repo:example/project:pull_request' })
    const { report } = await doctor([`--role-to-assume=${scene().roleArn}-other`])
    scene().issuer.setClaims({ sub: 'repo:example/project:environment:release' })
    expect(titles(report)).toEqual([])
    expect(report.notes.join()).toContain('pull request')
  })

  test('outside of a workflow: the credentials that are there; a role needs a token', async () => {
    const laptop = {
      ...scene().aws.environment,
      HTTPS_PROXY: 'http://user:secret@proxy.example:8080',
      NO_PROXY: '127.0.0.1',
    }
    const { status, report, statuses } = await doctor([`--kms-key-id=${scene().keyArn}`], laptop)
    expect(status).toBe(0)
    expect(statuses).toMatchObject({ token: 'skipped', role: 'skipped', caller: 'ok', permission: 'ok' })
    expect(report.caller).toBe('arn:aws:iam::111122223333:user/administrator')
    expect(report.claims).toBeNull()
    expect(JSON.stringify(report)).toContain('HTTPS_PROXY is set: proxy.example:8080')
    expect(JSON.stringify(report)).not.toMatch(/secret|user:/)
    const { statuses: tokenless } = await doctor([`--role-to-assume=${scene().roleArn}`], scene().aws.environment)
    expect(tokenless).toMatchObject({ token: 'oidc-permission-missing', role: 'skipped', caller: 'skipped' })
  })

  test('a chain for another key, one that does not reach the root, one that expires soon', async () => {
    const { aws, authority } = scene()
    const other = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const env = aws.environment
    const chain = ['--certificate-chain=chain.pem', '--root-certificate=root.pem']
    expect((await doctor([...chain, `--kms-key-id=${other.arn}`], env)).statuses.chain).toBe('key-mismatch')
    const none = await doctor([`--certificate-chain=chain.pem`], env)
    expect(none.report.findings.at(-1)?.message).toContain('no root is pinned')
    write('root.pem', createAuthority().rootPem)
    expect(
      (await doctor(['--certificate-chain=chain.pem', `--root-certificate=${folder()}/root.pem`], env)).statuses.chain,
    ).toBe('path-not-found')
    const soon = authority.issue({ notAfter: new Date(Date.now() + 86_400_000) })
    write('soon.pem', soon.chainPem)
    const expiring = await doctor([`--certificate-chain=${folder()}/soon.pem`], env)
    expect(expiring.status).toBe(0)
    expect(expiring.report.findings.at(-1)).toMatchObject({
      status: 'warning',
      message: expect.stringContaining('expires'),
    })
  })

  test('a key that is not there, one that is disabled, an algorithm it does not do', async () => {
    const env = scene().aws.environment
    expect((await doctor(['--kms-key-id=alias/none'], env)).statuses.key).toBe('kms-key-not-found')
    const unfit = [`--kms-key-id=${scene().keyArn}`, '--signing-algorithm=RSASSA_PSS_SHA_256']
    expect((await doctor(unfit, env)).statuses).toMatchObject({ key: 'ok', permission: 'algorithm-mismatch' })
  })

  test.each<readonly [readonly string[], string]>([
    [['--role-to-assume=release'], 'input-invalid'],
    [['--kms-key-id=arn:aws:s3:::b'], 'input-invalid'],
    [['--certificate-chain=none.pem'], 'file-not-found'],
    [['surplus'], 'usage'],
    [['--kms-key-id=arn:aws:kms:us-east-1:111122223333:key/1', '--aws-region=eu-west-1'], 'aws-region-conflict'],
  ])('%j is no call: %s', async (args, code) => {
    const { status, report } = await doctor(args)
    expect(status).toBeGreaterThan(0)
    expect(report).toMatchObject({ healthy: false, findings: [], code })
  })
})
