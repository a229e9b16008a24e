import type { Digests } from '../../core/algorithm.ts'

/** Digests that a run of verification was given, in place of files or for them. */
export interface GivenDigests {
  /** Of every artifact that they are given for. */
  readonly paths: readonly string[]
  /** In place of a file that is not there. */
  alone(path: string): Digests | undefined
  /** For a file that is there. */
  expected(path: string): Digests | undefined
  /** @throws ReleaseSigningError `checksums-mismatch` where a file has other digests than were given for it */
  check(path: string, digests: Digests): void
  readonly warnings: readonly string[]
}

export const noDigests: GivenDigests = {
  paths: [],
  alone: () => undefined,
  expected: () => undefined,
  check: () => {},
  warnings: [],
}
