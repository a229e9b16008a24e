import type { Progress } from '../release/ports.ts'

/** Work of fewer steps is left alone. */
const longWork = 512
/** Bytes of garbage that may lie before it is collected. Less takes seconds of ten thousand artifacts, more takes memory. */
const spareBytes = 24 * 2 ** 20

/** The part of V8 that is looked at and told what to do. */
export interface Heap {
  /** Bytes in use, garbage included. */
  used(): number
  /** From now on the young generation does not grow any more. */
  keepYoungSmall(): void
  collect(): void
}

/**
 * Keeps memory small while work is long. Left to itself V8 lets garbage lie as long as the machine has memory to
 * spare: ten thousand artifacts then take 300 MB, of which 20 are in use.
 *
 * @param progress is told what it would be told without this
 */
export function keepingMemorySmall(progress: Progress | undefined, heap: Heap = v8Heap()): Progress {
  let kept: number | undefined
  return (step, done, of) => {
    if (of >= longWork) {
      if (kept === undefined) {
        heap.keepYoungSmall()
        kept = heap.used()
      }
      if (heap.used() - kept > spareBytes) {
        heap.collect()
        kept = heap.used()
      }
    }
    progress?.(step, done, of)
  }
}

/** Its modules take some milliseconds to load, which short work does not have. */
function v8Heap(): Heap {
  const v8 = () => process.getBuiltinModule('node:v8')
  let collect: (() => void) | undefined
  return {
    used: () => v8().getHeapStatistics().used_heap_size,
    keepYoungSmall: () => v8().setFlagsFromString('--semi-space-growth-factor=1'),
    collect() {
      if (collect === undefined) {
        // V8 gives its collector to contexts that are made after this flag is set.
        v8().setFlagsFromString('--expose-gc')
        collect = process.getBuiltinModule('node:vm').runInNewContext('gc') as () => void
      }
      collect()
    },
  }
}
