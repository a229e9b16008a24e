import type { Random } from './random.ts'

/** One thing that reads what comes from outside. */
export interface FuzzTarget {
  readonly name: string
  /** Share of the inputs, relative to the other targets. */
  readonly weight: number
  /** One input. */
  readonly make: (random: Random) => Uint8Array
  /**
   * Throws ReleaseSigningError to refuse the input. Returns why accepting it was wrong, or undefined. Anything else
   * thrown is a crash.
   */
  readonly run: (input: Uint8Array) => string | undefined
}
