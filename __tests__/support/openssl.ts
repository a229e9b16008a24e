import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@jest/globals'

const found = spawnSync('openssl', ['version']).status === 0

/**
 * `test` where OpenSSL is on the machine; else skipped, or a failure where KMS_RELEASE_SIGNING_REQUIRE=all asks for
 * every judge.
 */
export const testWithOpenssl = found || process.env.KMS_RELEASE_SIGNING_REQUIRE === 'all' ? test : test.skip

export interface OpensslResult {
  readonly status: number | null
  readonly output: string
}

/**
 * Runs openssl in a folder of its own that holds these files, by name.
 */
export function openssl(
  files: Readonly<Record<string, Uint8Array | string>>,
  ...args: readonly string[]
): OpensslResult {
  const cwd = mkdtempSync(join(tmpdir(), 'openssl-test-'))
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content)
    const { status, stdout, stderr, error } = spawnSync('openssl', [...args], { cwd, encoding: 'utf8' })
    if (error !== undefined) throw error
    return { status, output: stdout + stderr }
  } finally {
    rmSync(cwd, { recursive: true })
  }
}
