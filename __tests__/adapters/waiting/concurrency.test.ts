import { expect, test } from '@jest/globals'
import { atMost } from '../../../src/adapters/waiting/concurrency.ts'

test('tasks run in their order, so many at once and no more, failed ones included', async () => {
  const limit = atMost(3)
  const begun: number[] = []
  let running = 0
  let most = 0
  const task = (i: number) => async () => {
    begun.push(i)
    running += 1
    most = Math.max(most, running)
    await new Promise((resolve) => setImmediate(resolve))
    running -= 1
    if (i % 4 === 0) throw new Error(`task ${i}`)
    return i
  }
  const ends = await Promise.allSettled(Array.from({ length: 20 }, (_, i) => limit(task(i))))
  expect(most).toBe(3)
  expect(begun).toEqual(Array.from({ length: 20 }, (_, i) => i))
  expect(ends.map((end) => (end.status === 'fulfilled' ? end.value : end.reason.message))).toEqual(
    Array.from({ length: 20 }, (_, i) => (i % 4 === 0 ? `task ${i}` : i)),
  )
})
