import { expect, test } from '@jest/globals'
import { createRetryStrategy } from '../../../src/adapters/kms/kms-retries.ts'
import { virtualTimers } from '../../support/virtual-timers.ts'

type ErrorType = 'THROTTLING' | 'TRANSIENT' | 'SERVER_ERROR' | 'CLIENT_ERROR'

/** How many attempts are made of a request that fails like this each time, or in turn, and what is waited between. */
async function attempts(types: readonly ErrorType[], maximumAttempts?: number) {
  const timers = virtualTimers()
  let turns = 0
  let throttled = 0
  const pacing = {
    turn: async () => {
      turns += 1
    },
    throttled: () => {
      throttled += 1
    },
  }
  const strategy = createRetryStrategy({ pacing, timers, maximumAttempts })
  const running = (async () => {
    let token = await strategy.acquireInitialRetryToken('')
    for (let made = 1; ; made++) {
      try {
        token = await strategy.refreshRetryTokenForRetry(token, {
          errorType: types[(made - 1) % types.length] ?? 'TRANSIENT',
        })
        expect(token.getRetryCount()).toBe(made)
        expect(token.getRetryDelay()).toBe(0)
      } catch {
        return made
      }
    }
  })()
  await timers.run()
  const made = await running
  return { made, turns, throttled, sleeps: timers.sleeps }
}

test('what the caller did wrong is not tried again', async () => {
  expect(await attempts(['CLIENT_ERROR'])).toEqual({ made: 1, turns: 1, throttled: 0, sleeps: [] })
})

test('what broke is tried five times', async () => {
  expect(await attempts(['TRANSIENT'])).toEqual({ made: 5, turns: 5, throttled: 0, sleeps: [100, 200, 400, 800] })
  expect((await attempts(['SERVER_ERROR'])).made).toBe(5)
})

test('what was throttled waits for about a minute or two, and tells the pacing each time', async () => {
  const { made, throttled, sleeps } = await attempts(['THROTTLING'])
  expect(made).toBe(30)
  expect(throttled).toBe(30)
  expect(Math.max(...sleeps)).toBe(4_000)
  expect(sleeps.reduce((sum, each) => sum + each)).toBeGreaterThan(60_000)
})

test('throttling does not use up the attempts for what breaks', async () => {
  expect((await attempts(['THROTTLING', 'THROTTLING', 'TRANSIENT'])).made).toBe(15)
})

test('AWS_MAX_ATTEMPTS wins, up and down', async () => {
  expect((await attempts(['TRANSIENT'], 2)).made).toBe(2)
  expect((await attempts(['THROTTLING'], 2)).made).toBe(2)
  expect((await attempts(['THROTTLING', 'TRANSIENT'], 9)).made).toBe(9)
  expect((await attempts(['TRANSIENT'], 1)).made).toBe(1)
})
