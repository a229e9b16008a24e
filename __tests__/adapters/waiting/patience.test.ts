import { describe, expect, test } from '@jest/globals'
import { createPatience } from '../../../src/adapters/waiting/patience.ts'
import { virtualTimers } from '../../support/virtual-timers.ts'

const forever = () => new Promise<never>(() => undefined)
const gaveUp = () => new Error('gave up')

/** How something ends, as far as it has. */
function outcomeOf(work: Promise<unknown>) {
  const outcome = { state: 'pending' as string }
  work.then(
    (value) => {
      outcome.state = `done ${String(value)}`
    },
    (error: unknown) => {
      outcome.state = String(Object(error).message)
    },
  )
  return outcome
}

describe('patience', () => {
  test('ends with the limit, and aborts what is under way', async () => {
    const timers = virtualTimers()
    const patience = createPatience(timers, 1000)
    let aborted: unknown
    const work = outcomeOf(
      patience.during((signal) => {
        signal.addEventListener('abort', () => {
          aborted = signal.reason
        })
        return forever()
      }, gaveUp),
    )
    await timers.run(999)
    expect(work.state).toBe('pending')
    await timers.run(1)
    expect(work.state).toBe('gave up')
    expect(aborted).toEqual(gaveUp())
  })

  test('begins anew with every progress, and does not count while nothing is being done', async () => {
    const timers = virtualTimers()
    const patience = createPatience(timers, 1000)
    expect(await patience.during(async () => 'quick', gaveUp)).toBe('quick')
    await timers.run(5000)
    const work = outcomeOf(patience.during(forever, gaveUp))
    await timers.run(900)
    patience.progress()
    await timers.run(900)
    expect(work.state).toBe('pending')
    await timers.run(100)
    expect(work.state).toBe('gave up')
  })

  test('does not count pauses, and those that overlap are one', async () => {
    const timers = virtualTimers()
    const patience = createPatience(timers, 1000)
    const work = outcomeOf(patience.during(forever, gaveUp))
    patience.pause(10_000)
    patience.pause(8_000)
    expect(patience.paused()).toBe(10_000)
    const ready = outcomeOf(patience.ready(new AbortController().signal).then(() => 'ready'))
    await timers.run(9_999)
    expect(ready.state).toBe('pending')
    await timers.run(1)
    expect(ready.state).toBe('done ready')
    await timers.run(999)
    expect(work.state).toBe('pending')
    await timers.run(1)
    expect(work.state).toBe('gave up')
  })

  test('is one for all that is done at a time', async () => {
    const timers = virtualTimers()
    const patience = createPatience(timers, 1000)
    const slow = outcomeOf(patience.during(forever, gaveUp))
    await timers.run(500)
    const later = outcomeOf(patience.during(forever, gaveUp))
    await timers.run(500)
    expect([slow.state, later.state]).toEqual(['gave up', 'gave up'])
  })
})
