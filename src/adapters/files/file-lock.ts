import fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { ReleaseSigningError } from '../../core/error.ts'
import type { NewFile } from '../../release/ports.ts'
import { systemCode, writeError } from './file-error.ts'
import { temporaryPrefix } from './file-place.ts'

/**
 * Runs `work`, which must not wait, while no other run of this program replaces the same files by what it made of them:
 * between comparing a file and replacing it, another could have done so.
 *
 * @throws ReleaseSigningError `file-changed` where another is about to, or `file-unwritable`
 */
export function whileLocked(files: readonly NewFile[], work: () => void): void {
  const locks: string[] = []
  try {
    for (const { path, replaces } of files) if (replaces instanceof Uint8Array) locks.push(lock(path))
    work()
  } finally {
    for (const path of locks) fs.rmSync(path, { force: true })
  }
}

/** A killed run's lock goes with its temporary files, by whoever writes there an hour later. */
function lock(path: string): string {
  const place = join(dirname(path), `${temporaryPrefix}${basename(path)}.lock`)
  try {
    fs.closeSync(fs.openSync(place, 'wx'))
    return place
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw writeError(path, error)
    throw new ReleaseSigningError('file-changed', `${path}: another run is writing it`, {
      hint: `Nothing was written: run it again. If no other run is under way, one was killed: remove ${place}.`,
      cause: error,
    })
  }
}
