import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { equalBytes } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { Clock, NewFile } from '../release/ports.ts'
import { changedMeanwhile, fileExists, systemCode, writeError } from './file-error.ts'
import { readBounded } from './file-read.ts'
import { holdingSignals } from './signals.ts'

/** Of files that this program is writing. Hidden, so that no pattern for artifacts matches what a killed run leaves. */
const temporaryPrefix = '.kms-release-signing-'
/** A temporary file lives for seconds; one older than this, in milliseconds, is a killed run's. */
const leftoverAge = 60 * 60 * 1000

/** Files written at once. */
const stagingLanes = 16

const fdatasync = promisify(fs.fdatasync)

const temporaryIn = (directory: string): string => join(directory, `${temporaryPrefix}${randomUUID()}.tmp`)

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

/** What is at the path now, if anything; a directory is refused. */
function existing(path: string): fs.Stats | undefined {
  try {
    const found = fs.lstatSync(path, { throwIfNoEntry: false })
    if (found?.isDirectory()) {
      throw new ReleaseSigningError('file-unwritable', `${path}: cannot be written: a directory is there`)
    }
    return found
  } catch (error) {
    throw error instanceof ReleaseSigningError ? error : writeError(path, error)
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
    await holdingSignals(() => {
      for (const file of staged) putInPlace(file, undo, backups)
      for (const directory of directories) syncDirectory(directory)
    })
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

interface StagedFile extends NewFile {
  readonly temporary: string
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

function putInPlace({ path, temporary, replaces }: StagedFile, undo: (() => void)[], backups: string[]): void {
  const replaced = existing(path)
  checkReplaced(path, replaced, replaces)
  try {
    if (replaced === undefined) {
      fs.renameSync(temporary, path)
      undo.push(() => fs.unlinkSync(path))
      return
    }
    const backup = temporaryIn(dirname(path))
    keep(path, backup, replaced)
    backups.push(backup)
    undo.push(() => {
      fs.renameSync(backup, path)
      // Renaming one link of a file to another does nothing and leaves both.
      fs.rmSync(backup, { force: true })
    })
    fs.renameSync(temporary, path)
  } catch (error) {
    throw writeError(path, error)
  }
}

/** As late as can be: what others wrote meanwhile is not written over. */
function checkReplaced(path: string, found: fs.Stats | undefined, replaces: NewFile['replaces']): void {
  if (replaces === undefined) return
  if (replaces === 'nothing') {
    if (found !== undefined) throw fileExists(path)
  } else if (found === undefined || !equalBytes(readBounded(path, Math.max(replaces.length, found.size)), replaces)) {
    throw changedMeanwhile(path)
  }
}

/** By a second link, so that the path is never without a file; where there are no links, by renaming. */
function keep(path: string, backup: string, found: fs.Stats): void {
  if (found.isFile()) {
    try {
      fs.linkSync(path, backup)
      return
    } catch (error) {
      if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'].includes(systemCode(error) ?? ''))
        throw error
    }
  }
  fs.renameSync(path, backup)
}

function takeBack(undo: readonly (() => void)[], cause: unknown): void {
  const failures: unknown[] = []
  for (const step of undo.toReversed()) {
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
