import { describe, expect, test } from '@jest/globals'
import { defaultClaims, githubIssuer } from '../../../dev/oidc-issuer.ts'
import { isPullRequest, policyPrincipal, subjectForms, trustPolicy } from '../../../src/release/diagnosis/aws-policy.ts'

const role = 'arn:aws:iam::111122223333:role/release-signer'
const audience = 'sts.amazonaws.com'
const claims = { ...defaultClaims, iss: githubIssuer }
const conditionsFor = (changes: Readonly<Record<string, string>>) =>
  trustPolicy({ role, audience, claims: { ...claims, ...changes } }).Statement[0]?.Condition
const key = (name: string) => `token.actions.githubusercontent.com:${name}`

describe('the trust policy for a workflow', () => {
  test('a tag in an environment: this environment, tags like this one', () => {
    expect(trustPolicy({ role, audience, claims })).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ThisWorkflow',
          Effect: 'Allow',
          Principal: { Federated: 'arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com' },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: {
            StringEquals: {
              [key('aud')]: audience,
              [key('sub')]: [
                'repo:example/project:environment:release',
                'repo:example@987654321/project@123456789:environment:release',
              ],
              [key('repository_id')]: '123456789',
              [key('environment')]: 'release',
            },
            StringLike: {
              [key('ref')]: 'refs/tags/v*',
              [key('job_workflow_ref')]: 'example/project/.github/workflows/release.yml@refs/tags/v*',
            },
          },
        },
      ],
    })
  })

  test('a branch: this branch word for word', () => {
    const ref = 'refs/heads/main'
    const workflow = `example/project/.github/workflows/release.yml@${ref}`
    const { environment: _, ...without } = claims
    const policy = trustPolicy({
      role,
      audience,
      claims: { ...without, ref, sub: `repo:example/project:ref:${ref}`, job_workflow_ref: workflow },
    })
    expect(policy.Statement[0]?.Condition).toEqual({
      StringEquals: {
        [key('aud')]: audience,
        [key('sub')]: [
          'repo:example/project:ref:refs/heads/main',
          'repo:example@987654321/project@123456789:ref:refs/heads/main',
        ],
        [key('repository_id')]: '123456789',
        [key('ref')]: ref,
        [key('job_workflow_ref')]: workflow,
      },
    })
  })

  test('a tag that is no version; a workflow of another repository at a tag of its own', () => {
    const conditions = conditionsFor({
      ref: 'refs/tags/nightly',
      sub: 'repo:example/project:ref:refs/tags/nightly',
      job_workflow_ref: 'shared/workflows/.github/workflows/release.yml@refs/tags/v2',
    })
    expect(conditions?.StringEquals?.[key('job_workflow_ref')]).toBe(
      'shared/workflows/.github/workflows/release.yml@refs/tags/v2',
    )
    expect(conditions?.StringLike).toEqual({
      [key('sub')]: [
        'repo:example/project:ref:refs/tags/*',
        'repo:example@987654321/project@123456789:ref:refs/tags/*',
      ],
      [key('ref')]: 'refs/tags/*',
    })
  })

  test('what is special in a policy is written so that it is not', () => {
    expect(conditionsFor({ environment: `a\${aws:username}*` })?.StringEquals?.[key('environment')]).toBe(
      `a\${$}{aws:username}*`,
    )
    const like = conditionsFor({ job_workflow_ref: `e/\${x}*?@refs/tags/v1.0.0` })?.StringLike
    expect(like?.[key('job_workflow_ref')]).toBe(`e/\${$}{x}\${*}\${?}@refs/tags/v*`)
  })

  test('another issuer: sub and aud alone, for which STS has keys; another partition', () => {
    const policy = trustPolicy({
      role: 'arn:aws-us-gov:iam::111122223333:role/x',
      audience: 'https://github.example.com/acme',
      claims: { ...claims, iss: 'https://github.example.com/_services/token' },
    })
    const [statement] = policy.Statement
    expect(statement?.Principal).toEqual({
      Federated: 'arn:aws-us-gov:iam::111122223333:oidc-provider/github.example.com/_services/token',
    })
    expect(Object.keys(statement?.Condition?.StringEquals ?? {})).toEqual([
      'github.example.com/_services/token:aud',
      'github.example.com/_services/token:sub',
    ])
    expect(statement?.Condition?.StringLike).toBeUndefined()
  })
})

test.each([
  ['repo:a/b:ref:refs/heads/x', ['repo:a/b:ref:refs/heads/x', 'repo:a@1/b@2:ref:refs/heads/x']],
  ['repo:a@1/b@2:environment:x', ['repo:a/b:environment:x', 'repo:a@1/b@2:environment:x']],
  ['repo:a/b:environment:x@3/y:z', ['repo:a/b:environment:x@3/y:z', 'repo:a@1/b@2:environment:x@3/y:z']],
  ['repository_owner:a:workflow:w', ['repository_owner:a:workflow:w']],
  ['repo:a/b', ['repo:a/b']],
])('the forms of sub %s', (sub, forms) => {
  expect(subjectForms(sub, { repository_owner_id: '1', repository_id: '2' })).toEqual(forms)
  expect(subjectForms(sub, {})).toEqual([sub])
})

test.each([
  [true, { event_name: 'pull_request_target' }],
  [true, { sub: 'repo:a/b:pull_request' }],
  [true, { ref: 'refs/pull/1/merge', sub: 'repo:a/b:environment:release' }],
  [false, { ref: 'refs/heads/pull/1', sub: 'repo:a/pull_request:ref:refs/heads/pull/1', event_name: 'push' }],
])('%s that %o is a pull request', (expected, some) => {
  expect(isPullRequest(some)).toBe(expected)
})

test.each([
  ['arn:aws:sts::111122223333:assumed-role/a/s', undefined, 'arn:aws:iam::111122223333:role/a', true],
  [
    'arn:aws:sts::111122223333:assumed-role/a/s',
    'arn:aws:iam::111122223333:role/p/a',
    'arn:aws:iam::111122223333:role/p/a',
    false,
  ],
  [
    'arn:aws:sts::111122223333:assumed-role/a/s',
    'arn:aws:iam::999922223333:role/a',
    'arn:aws:iam::111122223333:role/a',
    true,
  ],
  [
    'arn:aws:sts::111122223333:assumed-role/a/s',
    'arn:aws:iam::111122223333:role/ba',
    'arn:aws:iam::111122223333:role/a',
    true,
  ],
  ['arn:aws-cn:sts::111122223333:assumed-role/a/s/t', undefined, 'arn:aws-cn:iam::111122223333:role/a', true],
  ['arn:aws:iam::111122223333:user/u', undefined, 'arn:aws:iam::111122223333:user/u', false],
])('a policy names %s, with %s known, as %s', (principal, known, arn, pathUnknown) => {
  expect(policyPrincipal(principal, known)).toEqual({ arn, pathUnknown })
})
