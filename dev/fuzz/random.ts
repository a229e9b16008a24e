/** Reproducible random numbers: the same seed gives the same run. Not for keys. */
export interface Random {
  /** From 0 to `bound` - 1. */
  below(bound: number): number
  pick<T>(list: readonly T[]): T
  /** True with this probability. */
  chance(probability: number): boolean
  bytes(length: number): Uint8Array
}

/** sfc32, seeded by a 32-bit number. */
export function createRandom(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed >>> 0]
  const next = (): number => {
    const t = (a + b + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + t
    c |= 0
    return t >>> 0
  }
  for (let i = 0; i < 15; i++) next()
  const below = (bound: number): number => next() % Math.max(bound, 1)
  return {
    below,
    chance: (probability) => next() < probability * 2 ** 32,
    bytes: (length) => Uint8Array.from({ length }, () => next() & 0xff),
    pick: <T>(list: readonly T[]): T => {
      const found = list[below(list.length)]
      if (found === undefined) throw new Error('nothing to pick from')
      return found
    },
  }
}
