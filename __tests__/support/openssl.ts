import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { testIf } from './judges.ts'

const isThere = (program: string): boolean => spawnSync(program, ['version']).status === 0
const found = isThere('openssl')
/** Installed beside the machine's own by `.ci/install-judges`. */
const newest = 'openssl-3.5'
const foundNewest = isThere(newest)

/**
 * `test` where OpenSSL is on the machine; else skipped, or a failure where KMS_RELEASE_SIGNING_REQUIRE=all asks for
 * every judge.
 */
export const testWithOpenssl = testIf(found, 'there is no openssl in PATH')

/** The same for OpenSSL 3.5, which knows Ed25519 in CMS, and ML-DSA. */
export const testWithOpenssl35 = testIf(foundNewest, 'there is no openssl-3.5 in PATH; .ci/install-judges installs it')

export interface OpensslResult {
  readonly status: number | null
  readonly output: string
}

/**
 * Runs openssl in a folder of its own that holds these files, by name.
 */
export const openssl = (
  files: Readonly<Record<string, Uint8Array | string>>,
  ...args: readonly string[]
): OpensslResult => run('openssl', files, args)

/** The same with OpenSSL 3.5. */
export const openssl35 = (
  files: Readonly<Record<string, Uint8Array | string>>,
  ...args: readonly string[]
): OpensslResult => run(newest, files, args)

function run(
  program: string,
  files: Readonly<Record<string, Uint8Array | string>>,
  args: readonly string[],
): OpensslResult {
  const cwd = mkdtempSync(join(tmpdir(), 'openssl-test-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { status, stdout, stderr, error } = spawnSync(program, [...args], { cwd, encoding: 'utf8' })
    if (error !== undefined) throw error
    return { status, output: stdout + stderr }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
