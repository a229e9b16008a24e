import { describe, expect, test } from '@jest/globals'
import { type Heap, keepingMemorySmall } from '../../src/adapters/garbage.ts'

const megabyte = 2 ** 20

/** A heap that holds 20 MB of use and whatever garbage a test puts there. */
function fakeHeap() {
  const state = { garbage: 0, collections: 0, youngSmall: 0 }
  const heap: Heap = {
    used: () => 20 * megabyte + state.garbage,
    keepYoungSmall: () => {
      state.youngSmall += 1
    },
    collect: () => {
      state.collections += 1
      state.garbage = 0
    },
  }
  return { state, heap }
}

describe('keepingMemorySmall', () => {
  test('collects whenever 24 MB of garbage lie there', () => {
    const { state, heap } = fakeHeap()
    const progress = keepingMemorySmall(undefined, heap)
    progress('verify', 0, 1000)
    for (let done = 1; done <= 1000; done++) {
      state.garbage += 0.1 * megabyte
      progress('verify', done, 1000)
      expect(state.garbage).toBeLessThanOrEqual(24 * megabyte)
    }
    expect(state.collections).toBe(4)
    expect(state.youngSmall).toBe(1)
  })

  test('leaves short work alone', () => {
    const { state, heap } = fakeHeap()
    const progress = keepingMemorySmall(undefined, heap)
    state.garbage = 100 * megabyte
    for (let done = 1; done <= 511; done++) progress('verify', done, 511)
    expect(state).toEqual({ garbage: 100 * megabyte, collections: 0, youngSmall: 0 })
  })

  test('passes on what is told', () => {
    const told: unknown[] = []
    const progress = keepingMemorySmall((...step) => told.push(step), fakeHeap().heap)
    progress('digest', 256, 10_000)
    progress('sign', 1, 2)
    expect(told).toEqual([
      ['digest', 256, 10_000],
      ['sign', 1, 2],
    ])
  })

  test('collects garbage of the real heap', () => {
    const progress = keepingMemorySmall(undefined)
    progress('verify', 0, 1000)
    const before = process.memoryUsage().heapUsed
    // Unreachable as soon as it is made.
    const garbage = () => Array.from({ length: 1_600_000 }, (_, i) => ({ i })).length
    expect(garbage()).toBe(1_600_000)
    progress('verify', 1, 1000)
    expect(process.memoryUsage().heapUsed).toBeLessThan(before + 24 * megabyte)
  })
})
