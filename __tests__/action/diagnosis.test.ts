// What a refused step prints is copied out of its log and its summary, put in place, and the step is run again.
import { describe, expect, test } from '@jest/globals'
import type { Policy } from '../../dev/aws.ts'
import type { StepResult } from '../../dev/runner.ts'
import { cli } from '../support/bundle.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, sign } = signSteps()

/** The policy of this name, as somebody copies it from the log. */
function printed(log: string, title: string): Policy {
  const [, text] = new RegExp(`^${title}: .*\\n(\\{\\n[\\s\\S]*?^\\})`, 'm').exec(log) ?? []
  return JSON.parse(text ?? '')
}

/** The first one in the summary. */
const inSummary = ({ summary }: StepResult): Policy => JSON.parse(/```json\n(.*?)\n```/s.exec(summary)?.[1] ?? '')

const nobody: Policy = { Version: '2012-10-17', Statement: [] }

describe('a refused step', () => {
  test('prints the trust policy under which the same step signs', async () => {
    const { aws } = scene()
    const permissions = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
    } as const
    const { arn, name } = aws.createRole({ name: 'distrustful', trust: nobody, policies: [permissions] })
    const refused = await sign({ 'role-to-assume': arn })
    expect(refused).toMatchObject({ outcome: 'failure', stderr: '' })
    expect(refused.annotations.map(({ title }) => title)).toEqual(['role-not-assumable'])
    expect(refused.log).toContain('sub                  repo:example/project:environment:release')
    const trust = printed(refused.log, 'trust-policy.json')
    expect(inSummary(refused)).toEqual(trust)
    const shown = [refused.log, refused.summary].join('\n')
    for (const secret of refused.masks) expect(shown).not.toContain(secret)

    aws.createRole({ name, trust, policies: [permissions] })
    expect(await sign({ 'role-to-assume': arn })).toMatchObject({ outcome: 'success' })
    const silent = await sign({ 'role-to-assume': `${arn}-other`, 'show-summary': 'false' })
    expect(silent).toMatchObject({ outcome: 'failure', summary: '' })
  })

  test('prints the policy of the role under which the same step signs', async () => {
    const { aws } = scene()
    const trust: Policy = JSON.parse(
      JSON.stringify(printed((await sign({ 'role-to-assume': `${scene().roleArn}x` })).log, 'trust-policy.json')),
    )
    const reading: Policy = {
      Version: '2012-10-17',
      Statement: { Effect: 'Allow', Action: ['kms:DescribeKey', 'kms:GetPublicKey'], Resource: '*' },
    }
    const { arn, name } = aws.createRole({ name: 'reader', trust, policies: [reading] })
    const refused = await sign({ 'role-to-assume': arn })
    expect(refused.annotations.map(({ title }) => title)).toEqual(['aws-access-denied'])
    expect(refused.log).toMatch(/^action +kms:Sign\nresource +arn:aws:kms:/m)
    expect(printed(refused.log, 'key-policy-statements.json').Statement).toMatchObject([
      { Principal: { AWS: arn } },
      { Principal: { AWS: arn } },
    ])
    const policy = printed(refused.log, 'role-policy.json')
    aws.createRole({ name, trust, policies: [policy] })
    expect(await sign({ 'role-to-assume': arn })).toMatchObject({ outcome: 'success' })
  })

  test('the command line prints the same on standard error, and within its document', async () => {
    const { aws, workspace, alias } = scene()
    const reader = aws.createUser({
      name: 'laptop',
      policies: [{ Version: '2012-10-17', Statement: { Effect: 'Allow', Action: 'kms:Get*', Resource: '*' } }],
    })
    const env = {
      ...aws.anonymousEnvironment,
      AWS_ACCESS_KEY_ID: reader.accessKeyId,
      AWS_SECRET_ACCESS_KEY: reader.secretAccessKey,
    }
    const args = ['sign', '--kms-key-id', alias, '--certificate-chain', 'chain.pem', '--json', `${folder()}/app.zip`]
    const { status, stdout, stderr } = await cli(args, { cwd: workspace, env })
    expect(status).toBe(1)
    const policy = printed(stderr, 'role-policy.json')
    expect(JSON.parse(stdout)).toMatchObject({
      code: 'aws-access-denied',
      diagnosis: {
        facts: { principal: 'arn:aws:iam::111122223333:user/laptop', action: 'kms:Sign' },
        policies: [{ title: 'key-policy-statements.json' }, { title: 'role-policy.json', policy }],
      },
    })
  })
})
