import { utf8 } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { NewFile } from '../release/ports.ts'
import type { IdentityFiles } from './ports.ts'
import { emptyRegister, type Register } from './register.ts'
import { encodeRegister, parseRegister } from './register-text.ts'

/** A register as it stood in its file when it was read. */
export interface OpenRegister {
  readonly content: Register
  /** The file with other content; writing it is refused when the file has changed meanwhile. */
  changed(content: Register): NewFile
}

/**
 * Reads a register. Where there is no file yet, it is empty.
 *
 * @throws ReleaseSigningError `register-invalid`, `register-serial-known`, `file-unwritable` or what reading refuses
 */
export async function openRegister(path: string, files: IdentityFiles): Promise<OpenRegister> {
  const bytes = await files.readIfThere(path, limits.registerBytes)
  await files.checkWritable([path])
  return {
    content: bytes === undefined ? emptyRegister : parseRegister(decode(bytes, path), path),
    changed(content) {
      const text = encodeRegister(content)
      // What cannot be read again must not take the place of what can.
      parseRegister(text, path)
      return { path, bytes: utf8(text), replaces: bytes ?? 'nothing' }
    },
  }
}

/**
 * Reads a register that is there.
 *
 * @throws ReleaseSigningError `register-invalid`, `register-serial-known`, `file-not-found` or what reading refuses
 */
export async function readRegister(path: string, files: IdentityFiles): Promise<Register> {
  const bytes = await files.readIfThere(path, limits.registerBytes)
  if (bytes === undefined) {
    throw new ReleaseSigningError('file-not-found', `${path}: no such register`, {
      hint: 'Name the register that the CA keeps, or leave it out.',
    })
  }
  return parseRegister(decode(bytes, path), path)
}

function decode(bytes: Uint8Array, path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new ReleaseSigningError('register-invalid', `${path}: not UTF-8`, {
      hint: 'Take the file as it last was from where you keep it, such as git.',
      cause,
    })
  }
}
