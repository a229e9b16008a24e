import fs from 'node:fs'
import { setImmediate } from 'node:timers/promises'
import type { Clock, Files } from '../../release/ports.ts'
import { type DigestOptions, digestFiles } from './file-digests.ts'
import { listDirectory, readBounded, readIfThere } from './file-read.ts'
import { checkSignatures } from './file-signatures.ts'
import { checkWritable, writeAll } from './file-writes.ts'

export interface FilesOptions extends DigestOptions {
  readonly clock: Clock
}

/** The machine's own files. */
export const createFiles = ({ clock, ...digestOptions }: FilesOptions): Files => ({
  read: async (path, maximum) => readBounded(path, maximum),
  readIfThere: async (path, maximum) => readIfThere(path, maximum),
  exists: async (path) => fs.lstatSync(path, { throwIfNoEntry: false }) !== undefined,
  list: async (directory) => listDirectory(directory),
  async digest(paths, hashes) {
    // Small files are hashed without a pause: signals and timers get their turn between the calls of a long run.
    await setImmediate()
    return digestFiles(paths, hashes, digestOptions)
  },
  checkSignatures,
  checkWritable: async (paths) => checkWritable(paths),
  writeAll: (files) => writeAll(files, clock),
})
