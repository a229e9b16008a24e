import fs from 'node:fs'
import { ReleaseSigningError } from '../../core/error.ts'
import { changedWhileRead, fileNotFound, notRegular, readError, systemCode } from './file-error.ts'

/**
 * The whole of a regular file.
 *
 * @param maximum bytes
 * @throws ReleaseSigningError `file-not-found`, `file-unreadable`, `file-not-regular`, `file-changed` or `limit-exceeded`
 */
export function readBounded(path: string, maximum: number): Uint8Array {
  const bytes = readIfThere(path, maximum)
  if (bytes === undefined) throw fileNotFound(path)
  return bytes
}

/** As `readBounded`; undefined where nothing is there. */
export function readIfThere(path: string, maximum: number): Uint8Array | undefined {
  try {
    if (!fs.statSync(path).isFile()) throw notRegular(path)
    // A pipe put there in between must not make this wait for a writer.
    const descriptor = fs.openSync(path, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0))
    try {
      return readDescriptor(descriptor, path, maximum)
    } finally {
      fs.closeSync(descriptor)
    }
  } catch (error) {
    if (error instanceof ReleaseSigningError) throw error
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw readError(path, error)
  }
}

/** @throws ReleaseSigningError `file-unreadable` */
export function listDirectory(directory: string): readonly string[] {
  try {
    return fs.readdirSync(directory)
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT' || code === 'ENOTDIR') return []
    throw readError(directory, error)
  }
}

function readDescriptor(descriptor: number, path: string, maximum: number): Uint8Array {
  const found = fs.fstatSync(descriptor)
  if (!found.isFile()) throw notRegular(path)
  if (found.size > maximum) {
    throw new ReleaseSigningError(
      'limit-exceeded',
      `${path}: ${found.size} bytes, more than the ${maximum} it may have`,
    )
  }
  // One byte more than it should hold, to see it grow.
  const bytes = new Uint8Array(found.size + 1)
  let length = 0
  for (;;) {
    const count = fs.readSync(descriptor, bytes, length, bytes.length - length, null)
    if (count === 0) break
    length += count
    if (length > found.size) throw changedWhileRead(path)
  }
  if (length !== found.size) throw changedWhileRead(path)
  return bytes.subarray(0, length)
}
