import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import { dirname, join } from 'node:path'
import { equalBytes } from '../../core/bytes.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import type { NewFile } from '../../release/ports.ts'
import { changedMeanwhile, fileExists, systemCode, writeError } from './file-error.ts'
import { readBounded } from './file-read.ts'

/** Of files that this program is writing. Hidden, so that no pattern for artifacts matches what a killed run leaves. */
export const temporaryPrefix = '.kms-release-signing-'

export const temporaryIn = (directory: string): string => join(directory, `${temporaryPrefix}${randomUUID()}.tmp`)

/** A file that is written whole, beside its place. */
export interface StagedFile extends NewFile {
  readonly temporary: string
}

/** What is at the path now, if anything; a directory is refused. */
export function existing(path: string): fs.Stats | undefined {
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

/**
 * Renames a staged file into its place.
 *
 * @param undo gets what takes it back
 * @param backups gets where what it replaced is kept meanwhile
 * @throws ReleaseSigningError `file-unwritable`, or `file-exists` and `file-changed` where `replaces` asks for them
 */
export function putInPlace({ path, temporary, replaces }: StagedFile, undo: (() => void)[], backups: string[]): void {
  const replaced = existing(path)
  checkReplaced(path, replaced, replaces)
  try {
    if (replaced === undefined) {
      if (replaces === 'nothing') putNewInPlace(temporary, path)
      else fs.renameSync(temporary, path)
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
    throw error instanceof ReleaseSigningError ? error : writeError(path, error)
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

/** By a link, which unlike renaming never takes the place of a file that came meanwhile; where there are none, by renaming. */
function putNewInPlace(temporary: string, path: string): void {
  try {
    fs.linkSync(temporary, path)
  } catch (error) {
    const code = systemCode(error) ?? ''
    if (code === 'EEXIST') throw fileExists(path)
    if (!noLinks.has(code)) throw error
    fs.renameSync(temporary, path)
    return
  }
  fs.rmSync(temporary)
}

const noLinks: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EACCES'])

/** By a second link, so that the path is never without a file; where there are no links, by renaming. */
function keep(path: string, backup: string, found: fs.Stats): void {
  if (found.isFile()) {
    try {
      fs.linkSync(path, backup)
      return
    } catch (error) {
      if (!noLinks.has(systemCode(error) ?? '')) throw error
    }
  }
  fs.renameSync(path, backup)
}
