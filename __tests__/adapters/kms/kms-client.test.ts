import { expect, test } from '@jest/globals'
import { type KmsClientOptions, startKmsService } from '../../../src/adapters/kms/kms-client.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { environmentForTest } from '../../support/environment.ts'

const setEnvironment = environmentForTest()

const configured = async (options: Partial<KmsClientOptions> = {}) => {
  const { client } = await startKmsService({
    region: 'us-east-1',
    endpoint: undefined,
    useFipsEndpoint: undefined,
    credentials: undefined,
    environment: process.env,
    timers: systemTimers,
    maxSockets: 10,
    requestTimeout: 1_000,
    ...options,
  })
  return client.config
}

test.each([
  [undefined, undefined, false],
  [true, undefined, true],
  [undefined, 'true', true],
  [false, 'true', true],
])('with use-fips-endpoint %s and AWS_USE_FIPS_ENDPOINT %s, FIPS is %s', async (useFipsEndpoint, variable, fips) => {
  setEnvironment({ AWS_USE_FIPS_ENDPOINT: variable })
  expect(await (await configured({ useFipsEndpoint })).useFipsEndpoint()).toBe(fips)
})

test('the endpoint in an awskms name is called by HTTPS', async () => {
  const { endpoint } = await configured({ endpoint: 'https://localhost:4566' })
  expect(await endpoint?.()).toMatchObject({ protocol: 'https:', hostname: 'localhost', port: 4566 })
})

test('AWS_RETRY_MODE chooses a strategy of the SDK, else ours is taken', async () => {
  setEnvironment({ AWS_RETRY_MODE: 'adaptive' })
  expect(await (await configured()).retryStrategy()).toMatchObject({ mode: 'adaptive' })
  setEnvironment({ AWS_RETRY_MODE: undefined })
  expect(await (await configured()).retryStrategy()).not.toHaveProperty('mode')
})
