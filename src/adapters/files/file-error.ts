import { ReleaseSigningError } from '../../core/error.ts'

/** The system's name of an error, such as `ENOENT`, or undefined. */
export function systemCode(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined
}

/** In words; what is not listed is shown by the system's own name. */
const reasons: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EBUSY: 'it is in use',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'it is too large for its file system',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a directory',
  ELOOP: 'it is a symbolic link that leads back to itself',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a directory',
  ENXIO: 'it is a socket or a device without a driver',
  EPERM: 'the operation is not permitted',
  EROFS: 'the file system is read-only',
}

const reason = (error: unknown): string => {
  const code = systemCode(error)
  return (code === undefined ? undefined : reasons[code]) ?? code ?? 'the system gave no reason'
}

export const fileNotFound = (path: string, cause?: unknown): ReleaseSigningError =>
  new ReleaseSigningError('file-not-found', `${path}: no such file`, {
    hint: `Check the path, which counts from ${process.cwd()}. In a workflow, check the repository out first.`,
    cause,
  })

/** Of a file that was to be read: `file-not-found` or `file-unreadable`. */
export function readError(path: string, cause: unknown): ReleaseSigningError {
  const code = systemCode(cause)
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return fileNotFound(path, cause)
  }
  return new ReleaseSigningError('file-unreadable', `${path}: cannot be read: ${reason(cause)}`, { cause })
}

/** Of a file or directory that was to be written: `file-unwritable`. */
export function writeError(path: string, cause: unknown): ReleaseSigningError {
  return new ReleaseSigningError('file-unwritable', `${path}: cannot be written: ${reason(cause)}`, {
    hint: 'Make the directory writable, or name another with output-directory.',
    cause,
  })
}

export const notRegular = (path: string): ReleaseSigningError =>
  new ReleaseSigningError('file-not-regular', `${path}: not a regular file`, {
    hint: 'Name a file: a directory, socket, pipe or device is none. For the files in a directory use a pattern such as DIR/*.',
  })

export const changedWhileRead = (path: string): ReleaseSigningError =>
  new ReleaseSigningError('file-changed', `${path}: changed while it was read`, {
    hint: 'Let whatever writes the file finish first.',
  })

export const changedMeanwhile = (path: string): ReleaseSigningError =>
  new ReleaseSigningError('file-changed', `${path}: changed since it was read`, {
    hint: 'Nothing was written. Run it again, when whoever else writes the file is through.',
  })

export const fileExists = (path: string): ReleaseSigningError =>
  new ReleaseSigningError('file-exists', `${path}: a file is there already`, {
    hint: 'Nothing was written. Move it away, or name another place.',
  })
