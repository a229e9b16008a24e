/** What a worker is started with. */
export interface WorkerSettings {
  /** Files with mutants, and the number of the first one in each. */
  readonly files: readonly { readonly path: string; readonly firstId: number }[]
  readonly tests: readonly string[]
  /** A mutant that is on from the start: for what runs while files are read. The worker then takes no jobs. */
  readonly active?: number
}

export interface Job {
  readonly id: number
}

export interface Started {
  readonly kind: 'started'
  readonly tests: number
  /** Mutants that ran while files were read, and those that ran in tests. */
  readonly atLoad: readonly number[]
  readonly inTests: readonly number[]
}

export interface Verdict {
  readonly kind: 'verdict'
  readonly id: number
  /** The test that failed; undefined: the mutant survived. */
  readonly killer: string | undefined
}
