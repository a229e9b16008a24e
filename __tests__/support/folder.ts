import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'

export interface Folder {
  readonly path: string
  /** The path of a name in it. */
  at(...names: readonly string[]): string
  /** Writes a file, and the folders on the way to it. */
  write(name: string, content?: string | Uint8Array): string
}

/** A temporary folder that goes when the tests of this file are through. */
export function temporaryFolder(): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'kms-release-signing-test-')))
  // Tests without an administrator's rights look into it, too.
  chmodSync(path, 0o755)
  afterAll(() => rmSync(path, { recursive: true, force: true }))
  const at = (...names: readonly string[]) => join(path, ...names)
  return {
    path,
    at,
    write(name, content = name) {
      mkdirSync(dirname(at(name)), { recursive: true })
      writeFileSync(at(name), content)
      return at(name)
    },
  }
}
