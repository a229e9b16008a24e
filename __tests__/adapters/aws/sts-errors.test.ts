import { expect, test } from '@jest/globals'
import { awsFailure } from '../../../src/adapters/aws/aws-errors.ts'
import { isTransientRefusal } from '../../../src/adapters/aws/sts-errors.ts'

const thrown = (name: string, more: object = {}) => awsFailure(Object.assign(new Error('why'), { name }, more))
const status = (httpStatusCode: number) => ({ $metadata: { httpStatusCode } })

test.each([
  ['a connection that was refused', thrown('Error', { code: 'ECONNREFUSED' })],
  ['a connection that was dropped', thrown('TimeoutError', { code: 'ECONNRESET' })],
  ['a name that is not known just now', thrown('Error', { cause: { code: 'EAI_AGAIN' } })],
  ['all addresses of a host', thrown('AggregateError', { errors: [{ code: 'ETIMEDOUT' }] })],
  ['a service that is not there', thrown('Unknown', status(503))],
  ['too many requests', thrown('TooManyRequests', status(429))],
])('%s passes', (_, failure) => {
  expect(isTransientRefusal(failure)).toBe(true)
})

test.each([
  ['a role that does not trust', thrown('AccessDenied', status(403))],
  ['an identity provider that is not there', thrown('InvalidIdentityToken', status(400))],
  ['a wrong parameter', thrown('ValidationError', status(400))],
  ['an error of the program', thrown('TypeError', { code: 'ERR_INVALID_ARG_TYPE' })],
])('%s does not', (_, failure) => {
  expect(isTransientRefusal(failure)).toBe(false)
})
