import { describe, expect, test } from '@jest/globals'
import {
  accountOfRole,
  checkAccount,
  checkDuration,
  checkSessionPolicy,
  sessionName,
} from '../../../src/adapters/aws/role-session.ts'
import { codeOf } from '../../support/refusal.ts'

describe('the name of the session', () => {
  const run = (GITHUB_REPOSITORY: string, GITHUB_RUN_ID = '4242424242') => ({ GITHUB_REPOSITORY, GITHUB_RUN_ID })

  test.each([
    ['example/project', 'example-project-4242424242'],
    ['example/pro.ject_1', 'example-pro.ject_1-4242424242'],
    [`example/${'p'.repeat(46)}`, `${'p'.repeat(46)}-4242424242`],
    [`example/${'p'.repeat(80)}`, `${'p'.repeat(53)}-4242424242`],
  ])('of a run of %s is %s', (repository, name) => {
    expect(sessionName(undefined, run(repository))).toBe(name)
    expect(name.length).toBeLessThanOrEqual(64)
  })

  test('outside of a run is our own', () => {
    expect(sessionName(undefined, {})).toBe('kms-release-signing')
    expect(sessionName(undefined, { GITHUB_REPOSITORY: 'example/project' })).toBe('example-project')
  })

  test('that is given is taken as it is, or refused', () => {
    expect(sessionName('Release=1+2,3.4@5-6_7', run('example/project'))).toBe('Release=1+2,3.4@5-6_7')
    for (const name of ['', 'x', 'with space', 'a/b', 'ä-ä', 'x'.repeat(65)]) {
      expect(codeOf(() => sessionName(name, {}))).toBe('input-invalid')
    }
  })
})

test('a role is given by its ARN, which names its account', () => {
  expect(accountOfRole('arn:aws:iam::111122223333:role/release')).toBe('111122223333')
  expect(accountOfRole('arn:aws-us-gov:iam::111122223333:role/path/to/release')).toBe('111122223333')
  for (const role of [
    'release',
    'arn:aws:iam::111122223333:user/x',
    'arn:aws:iam::1:role/x',
    'arn:aws:iam::111122223333:role/',
  ]) {
    expect(codeOf(() => accountOfRole(role))).toBe('input-invalid')
  }
})

test('an account is allowed when none is named, or it is', () => {
  checkAccount('111122223333', undefined)
  checkAccount('111122223333', [])
  checkAccount('111122223333', ['444455556666', '111122223333'])
  expect(codeOf(() => checkAccount('111122223333', ['444455556666']))).toBe('role-account-not-allowed')
})

test('a session lasts from 15 minutes to 12 hours', () => {
  for (const seconds of [900, 3_600, 43_200]) checkDuration(seconds)
  for (const seconds of [0, 899, 43_201, 1_000.5, Number.NaN]) {
    expect(codeOf(() => checkDuration(seconds))).toBe('input-invalid')
  }
})

test('a session policy is a JSON object', () => {
  checkSessionPolicy('{"Version":"2012-10-17","Statement":[]}')
  for (const policy of ['', 'policy.json', '"text"', 'null', '[]']) {
    expect(codeOf(() => checkSessionPolicy(policy))).toBe('input-invalid')
  }
})
