import { expect, test } from '@jest/globals'
import { createRequestPacing } from '../../../src/adapters/waiting/request-pacing.ts'
import { type VirtualTimers, virtualTimers } from '../../support/virtual-timers.ts'

/** A service that answers after 20 ms and refuses what goes beyond a rate, with a tenth of a second of slack. */
function service(timers: VirtualTimers, callsPerSecond: number) {
  const pace = { callsPerSecond, refused: 0, answered: 0 }
  let tokens = callsPerSecond / 10
  let filled = timers.now()
  return {
    pace,
    async call(): Promise<boolean> {
      const now = timers.now()
      tokens = Math.min(pace.callsPerSecond / 10, tokens + ((now - filled) * pace.callsPerSecond) / 1000)
      filled = now
      const accepted = tokens >= 1
      if (accepted) tokens -= 1
      pace[accepted ? 'answered' : 'refused'] += 1
      await timers.sleep(20)
      return accepted
    },
  }
}

/** Forty clients that send until so many calls have been answered. */
async function send(count: number, timers: VirtualTimers, call: () => Promise<boolean>) {
  const pacing = createRequestPacing(timers)
  let left = count
  const client = async () => {
    while (left > 0) {
      left -= 1
      await pacing.turn()
      while (!(await call())) {
        pacing.throttled()
        await pacing.turn()
      }
    }
  }
  await Promise.all(Array.from({ length: 40 }, client))
}

test('without a refusal nothing waits', async () => {
  const timers = virtualTimers()
  const pacing = createRequestPacing(timers)
  for (let i = 0; i < 1_000; i++) await pacing.turn()
  expect(timers.sleeps).toEqual([])
})

test.each([1_000, 300, 50])('a quota of %i a second is used, and hardly overstepped', async (rate) => {
  const timers = virtualTimers()
  const { pace, call } = service(timers, rate)
  const sending = send(rate * 10, timers, call)
  await timers.run()
  await sending
  expect(timers.now()).toBeLessThan(11_000)
  expect(pace.refused).toBeLessThan(600 + rate * 10 * 0.05)
})

test('a quota that falls is followed down, one that rises is followed up', async () => {
  const timers = virtualTimers()
  const { pace, call } = service(timers, 1_000)
  const sending = send(100_000, timers, call)
  const answeredWithin = async (milliseconds: number) => {
    const before = { ...pace }
    await timers.run(milliseconds)
    return { answered: pace.answered - before.answered, refused: pace.refused - before.refused }
  }
  await timers.run(5_000)

  pace.callsPerSecond = 100
  await timers.run(8_000)
  const low = await answeredWithin(5_000)
  expect(low.answered).toBeGreaterThan(450)
  expect(low.refused).toBeLessThan(100)

  pace.callsPerSecond = 1_000
  await timers.run(20_000)
  const high = await answeredWithin(5_000)
  expect(high.answered).toBeGreaterThan(4_300)

  pace.callsPerSecond = 1_000_000
  await timers.run()
  await sending
  expect(pace.answered).toBe(100_000)
})
