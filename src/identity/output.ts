import { ReleaseSigningError } from '../core/error.ts'
import { encodePem, type PemLabel } from '../core/x509/pem.ts'
import type { NewFile } from '../release/ports.ts'
import type { IdentityFiles } from './ports.ts'

export interface Output {
  readonly path: string
  readonly format: 'pem' | 'der'
  /** What may be there, and is replaced. Undefined: nothing. */
  readonly replaces?: Uint8Array
}

/**
 * Makes sure, before anything is signed, that a new file can be put there.
 *
 * @throws ReleaseSigningError `file-exists` or `file-unwritable`
 */
export async function expectNewFile({ path, replaces }: Output, files: IdentityFiles): Promise<void> {
  if (replaces === undefined && (await files.exists(path))) throw fileExists(path)
  await files.checkWritable([path])
}

/** @param ders PEM holds all of them, DER the first */
export function newFile({ path, format, replaces }: Output, label: PemLabel, ders: readonly Uint8Array[]): NewFile {
  const [first = new Uint8Array()] = ders
  return { path, bytes: format === 'pem' ? encodePem(label, ders) : first, replaces: replaces ?? 'nothing' }
}

export const fileExists = (path: string): ReleaseSigningError =>
  new ReleaseSigningError('file-exists', `${path}: a file is there already`, {
    hint: 'Move it away, or name another with --out: no file is written over.',
  })
