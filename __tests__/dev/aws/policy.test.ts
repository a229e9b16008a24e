import { describe, expect, test } from '@jest/globals'
import { type AccessRequest, evaluate, type Policy, type PolicyStatement } from '../../../dev/aws/policy.ts'

const request: AccessRequest = {
  action: 'kms:Sign',
  resource: 'arn:aws:kms:eu-central-1:111122223333:key/1',
  principal: { AWS: ['arn:aws:iam::111122223333:role/release'] },
  context: { 'kms:messagetype': 'DIGEST', 'kms:resourcealiases': ['alias/a', 'alias/b'] },
}

const allow = (more: Partial<PolicyStatement>): Policy => ({
  Statement: { Effect: 'Allow', ...('NotAction' in more ? {} : { Action: '*' }), ...more },
})
const when = (operator: string, key: string, ...values: string[]): Policy =>
  allow({ Condition: { [operator]: { [key]: values } } })

describe('evaluate', () => {
  test.each([
    ['an action', allow({ Action: 'kms:Sign', Resource: '*' })],
    ['an action in other letters, with a wildcard', allow({ Action: ['s3:*', 'KMS:si*'], Resource: '*' })],
    ['a resource pattern', allow({ Action: '*', Resource: 'arn:aws:kms:*:111122223333:key/?' })],
    ['a principal', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/release' } })],
    ['NotAction of another', allow({ NotAction: 'kms:Create*' })],
    ['StringEquals, one of several', when('StringEquals', 'kms:MessageType', 'RAW', 'DIGEST')],
    ['StringNotEquals', when('StringNotEquals', 'kms:MessageType', 'RAW')],
    ['StringLike', when('StringLike', 'kms:MessageType', 'DI*')],
    ['a missing key with IfExists', when('StringEqualsIfExists', 'kms:Other', 'x')],
    ['a missing key with a negated operator', when('StringNotEquals', 'kms:Other', 'x')],
    ['ForAnyValue', when('ForAnyValue:StringEquals', 'kms:ResourceAliases', 'alias/b')],
    ['ForAllValues', when('ForAllValues:StringLike', 'kms:ResourceAliases', 'alias/*')],
    ['Null', when('Null', 'kms:Other', 'true')],
  ])('allows %s', (_, policy) => {
    expect(evaluate([policy], request)).toBe('allow')
  })

  test.each([
    ['another action', allow({ Action: 'kms:SignX', Resource: '*' })],
    ['another resource', allow({ Action: '*', Resource: 'arn:aws:kms:eu-central-1:111122223333:key/12' })],
    ['another principal', allow({ Principal: { AWS: 'arn:aws:iam::111122223333:role/release2' } })],
    ['a dot that is no wildcard', allow({ Action: 'kms.Sign' })],
    ['NotAction of this', allow({ NotAction: 'kms:S*' })],
    ['a value that differs in case', when('StringEquals', 'kms:MessageType', 'digest')],
    ['a wildcard in StringEquals', when('StringEquals', 'kms:MessageType', 'DI*')],
    ['a missing key', when('StringEquals', 'kms:Other', 'x')],
    ['ForAllValues with one that does not fit', when('ForAllValues:StringEquals', 'kms:ResourceAliases', 'alias/a')],
    [
      'two conditions of which one fails',
      allow({ Condition: { StringEquals: { 'kms:MessageType': 'DIGEST' }, Bool: { x: 'true' } } }),
    ],
  ])('does not allow %s', (_, policy) => {
    expect(evaluate([policy], request)).toBe('none')
  })

  test('a deny wins wherever it stands', () => {
    const deny: Policy = { Statement: { Effect: 'Deny', Action: '*', Resource: '*' } }
    expect(evaluate([allow({}), deny], request)).toBe('deny')
    expect(evaluate([deny, allow({})], request)).toBe('deny')
  })

  test('an operator it does not know is an error, not an answer', () => {
    expect(() => evaluate([when('DateLessThan', 'kms:MessageType', 'x')], request)).toThrow('not known to the stand-in')
  })
})
