import type { Hash } from 'node:crypto'
import type { BigIntStats, OpenMode, PathLike } from 'node:fs'
import type { HashName } from '../../core/algorithm.ts'

/** The few functions of node:fs and node:crypto that hashing takes. */
export interface HashingSystem {
  readonly statSync: (path: PathLike, options: { bigint: true }) => BigIntStats
  readonly fstatSync: (descriptor: number, options: { bigint: true }) => BigIntStats
  readonly openSync: (path: PathLike, flags: OpenMode) => number
  readonly readSync: (descriptor: number, buffer: Uint8Array) => number
  readonly closeSync: (descriptor: number) => void
  readonly createHash: (name: string) => Hash
  readonly constants: { readonly O_RDONLY: number; readonly O_NONBLOCK?: number }
}

/** What became of one file. A plain record: it crosses threads. */
export type FileHash =
  | {
      readonly size: number
      readonly start: Uint8Array
      readonly digests: Readonly<Partial<Record<HashName, Uint8Array>>>
    }
  | { readonly failure: 'not-regular' | 'changed' }
  /** `code` stands apart since an Error loses it on its way between threads. */
  | { readonly failure: 'system'; readonly error: { readonly code: unknown; readonly message: string } }

/**
 * Hashes one file in a single pass with blocking reads into the caller's buffer, which is as fast as this machine gets,
 * and yields after every read, so that a caller that must not block for long can pause.
 *
 * A worker runs the text of this function, so it uses its parameters and globals, and nothing else.
 */
export function* hashFile(
  system: HashingSystem,
  path: string,
  hashes: readonly HashName[],
  buffer: Uint8Array,
): Generator<undefined, FileHash> {
  let descriptor: number | undefined
  try {
    // Asked before it is opened: opening a device may already do something.
    if (!system.statSync(path, { bigint: true }).isFile()) return { failure: 'not-regular' }
    // A pipe put there in between must not make this wait for a writer.
    descriptor = system.openSync(path, system.constants.O_RDONLY | (system.constants.O_NONBLOCK ?? 0))
    const before = system.fstatSync(descriptor, { bigint: true })
    if (!before.isFile()) return { failure: 'not-regular' }
    const states = hashes.map((name) => ({ name, state: system.createHash(name) }))
    let size = 0
    let start = new Uint8Array()
    for (;;) {
      const count = system.readSync(descriptor, buffer)
      if (count === 0) break
      size += count
      // A file that grows as fast as it is read would never end.
      if (size > before.size) return { failure: 'changed' }
      const chunk = buffer.subarray(0, count)
      if (start.length < 144) {
        // As much as the guard of raw signatures looks at.
        const longer = new Uint8Array(Math.min(144, start.length + count))
        longer.set(start)
        longer.set(chunk.subarray(0, longer.length - start.length), start.length)
        start = longer
      }
      for (const { state } of states) state.update(chunk)
      yield
    }
    for (const after of [system.fstatSync(descriptor, { bigint: true }), system.statSync(path, { bigint: true })]) {
      const same =
        after.dev === before.dev &&
        after.ino === before.ino &&
        after.size === before.size &&
        after.mtimeNs === before.mtimeNs &&
        after.ctimeNs === before.ctimeNs
      if (!same || after.size !== BigInt(size)) return { failure: 'changed' }
    }
    return {
      size,
      start,
      digests: Object.fromEntries(states.map(({ name, state }) => [name, Uint8Array.from(state.digest())])),
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return { failure: 'system', error: { code, message } }
  } finally {
    if (descriptor !== undefined) system.closeSync(descriptor)
  }
}
