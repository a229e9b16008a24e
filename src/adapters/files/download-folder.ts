import { mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { ReleaseSigningError } from '../../core/error.ts'
import { systemCode, writeError } from './file-error.ts'

/** An empty folder for what is downloaded. */
export interface DownloadFolder {
  readonly path: string
  /** Takes away what is in it but for these paths. */
  keepOnly(paths: readonly string[]): void
  /** Takes away what is in it, and the folder where it was made for this. */
  discard(): void
}

/**
 * A folder that somebody named, which must be empty or not there: nothing of theirs is replaced, and nothing that lies
 * there is taken for a file of the release.
 *
 * @throws ReleaseSigningError `input-invalid`, `file-unwritable`
 */
export function namedDownloadFolder(path: string): DownloadFolder {
  const made = tried(path, () => mkdirSync(path, { recursive: true })) !== undefined
  if (tried(path, () => readdirSync(path)).length > 0) {
    throw new ReleaseSigningError('input-invalid', `download-directory: ${path} is not empty`, {
      hint: 'Name a folder that is empty or not there yet.',
    })
  }
  return {
    path,
    keepOnly: (paths) => keepOnly(path, paths),
    discard() {
      keepOnly(path, [])
      if (made) rmdirSync(path)
    },
  }
}

/**
 * One of its own.
 *
 * @param base where temporary files go
 * @throws ReleaseSigningError `file-unwritable`
 */
export function temporaryDownloadFolder(base: string): DownloadFolder {
  const path = tried(base, () => mkdtempSync(join(base, 'kms-release-signing-')))
  return {
    path,
    keepOnly: (paths) => keepOnly(path, paths),
    discard: () => rmSync(path, { recursive: true, force: true }),
  }
}

function keepOnly(folder: string, paths: readonly string[]): void {
  const kept = new Set(paths.map((path) => resolve(path)))
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (!kept.has(resolve(path))) rmSync(path, { recursive: true, force: true })
  }
}

function tried<Result>(path: string, work: () => Result): Result {
  try {
    return work()
  } catch (error) {
    throw systemCode(error) === undefined ? error : writeError(path, error)
  }
}
