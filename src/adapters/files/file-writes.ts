import fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { ReleaseSigningError } from '../../core/error.ts'
import type { Clock, NewFile } from '../../release/ports.ts'
import { systemCode, writeError } from './file-error.ts'
import { whileLocked } from './file-lock.ts'
import { existing, putInPlace, type StagedFile, temporaryIn, temporaryPrefix } from './file-place.ts'
import { holdingSignals } from './signals.ts'

/** A temporary file lives for seconds; one older than this, in milliseconds, is a killed run's. */
const leftoverAge = 60 * 60 * 1000

/** Files written at once. */
const stagingLanes = 16

const fdatasync = promisify(fs.fdatasync)

const directoriesOf = (paths: readonly string[]): readonly string[] => [...new Set(paths.map((path) => dirname(path)))]

/**
 * Finds out, before there is anything to write, whether files can be put at these paths.
 *
 * @throws ReleaseSigningError `file-unwritable`, naming the path
 */
export function checkWritable(paths: readonly string[]): void {
  for (const path of paths) existing(path)
  for (const directory of directoriesOf(paths)) {
    // Access bits say nothing about root, access lists and quotas: only writing tells.
    const probe = temporaryIn(nearestDirectory(directory))
    try {
      fs.closeSync(fs.openSync(probe, 'wx'))
      fs.unlinkSync(probe)
    } catch (error) {
      throw writeError(directory, error)
    }
  }
}

function nearestDirectory(directory: string): string {
  try {
    if (fs.statSync(directory, { throwIfNoEntry: false }) !== undefined || dirname(directory) === directory) {
      return directory
    }
  } catch (error) {
    throw writeError(directory, error)
  }
  return nearestDirectory(dirname(directory))
}

/**
 * Puts all files in place or none. They are first written whole beside their places under temporary names, then renamed;
 * when one cannot be, those before it are taken back and what they had replaced is restored. Directories are made as
 * needed.
 *
 * @throws ReleaseSigningError `file-unwritable`
 */
export async function writeAll(files: readonly NewFile[], clock: Clock): Promise<void> {
  const undo: (() => void)[] = []
  const backups: string[] = []
  const directories = directoriesOf(files.map(({ path }) => path))
  try {
    for (const directory of directories) makeDirectory(directory, undo)
    const staged = await stage(files, undo)
    // Cancelling a workflow sends signals: they wait until all files stand or none.
    await holdingSignals(() =>
      whileLocked(staged, () => {
        try {
          for (const file of staged) putInPlace(file, undo, backups)
          for (const directory of directories) syncDirectory(directory)
        } catch (error) {
          takeBack(undo, error)
          throw error
        }
      }),
    )
  } catch (error) {
    takeBack(undo, error)
    throw error
  }
  removeBackups(backups)
  for (const directory of directories) removeLeftovers(directory, clock)
}

function makeDirectory(directory: string, undo: (() => void)[]): void {
  try {
    const first = fs.mkdirSync(directory, { recursive: true })
    if (first === undefined) return
    const made = [resolve(directory)]
    for (let each = resolve(directory); each !== resolve(first); made.unshift(each)) each = dirname(each)
    for (const each of made) undo.push(() => fs.rmdirSync(each))
  } catch (error) {
    throw writeError(directory, error)
  }
}

/** Writes the files under temporary names, several at a time: a file system puts their syncs together. */
async function stage(files: readonly NewFile[], undo: (() => void)[]): Promise<readonly StagedFile[]> {
  const staged = files.map((file) => ({ ...file, temporary: temporaryIn(dirname(file.path)) }))
  const waiting = staged.values()
  const lane = async () => {
    for (const { path, bytes, temporary } of waiting) await writeSynced(temporary, path, bytes, undo)
  }
  const ends = await Promise.allSettled(Array.from({ length: stagingLanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
  return staged
}

async function writeSynced(temporary: string, path: string, bytes: Uint8Array, undo: (() => void)[]): Promise<void> {
  try {
    const descriptor = fs.openSync(temporary, 'wx')
    undo.push(() => fs.rmSync(temporary, { force: true }))
    try {
      fs.writeFileSync(descriptor, bytes)
      await fdatasync(descriptor).catch(ignoreNoSync)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    throw writeError(path, error)
  }
}

/** Each step once, the last first. */
function takeBack(undo: (() => void)[], cause: unknown): void {
  const failures: unknown[] = []
  for (const step of undo.splice(0).reverse()) {
    try {
      step()
    } catch (error) {
      failures.push(error)
    }
  }
  if (failures.length === 0) return
  throw new ReleaseSigningError(
    'file-unwritable',
    `the files could not all be written, and not all of them taken back: ${failures.map(String).join('; ')}`,
    { hint: 'Remove the sidecars of this run by hand before anything is published.', cause },
  )
}

function syncDirectory(directory: string): void {
  // Windows cannot open a directory, and its file systems keep their own journal.
  if (process.platform === 'win32') return
  try {
    const descriptor = fs.openSync(directory, 'r')
    try {
      fs.fsyncSync(descriptor)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    ignoreNoSync(error)
  }
}

/** Some network and FUSE file systems have no such operation. */
function ignoreNoSync(error: unknown): void {
  if (!['EINVAL', 'ENOTSUP', 'ENOSYS'].includes(systemCode(error) ?? '')) throw error
}

function removeBackups(backups: readonly string[]): void {
  try {
    for (const backup of backups) fs.rmSync(backup, { force: true })
  } catch (error) {
    // The new files stand: this is no failure of theirs, and the backups are removed as leftovers by a later run.
    if (systemCode(error) === undefined) throw error
  }
}

/** What cannot be removed is hidden and in nobody's way; the next run tries again. */
function removeLeftovers(directory: string, clock: Clock): void {
  const oldest = clock().getTime() - leftoverAge
  const isLeftover = (path: string) => {
    const found = fs.lstatSync(path, { throwIfNoEntry: false })
    return found?.isFile() && found.mtimeMs < oldest
  }
  try {
    for (const name of fs.readdirSync(directory)) {
      const path = join(directory, name)
      if (name.startsWith(temporaryPrefix) && isLeftover(path)) fs.rmSync(path, { force: true })
    }
  } catch (error) {
    if (systemCode(error) === undefined) throw error
  }
}
