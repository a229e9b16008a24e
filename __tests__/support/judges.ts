import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { describe, test } from '@jest/globals'

/** Whether a program is in PATH. */
export const isInstalled = (program: string): boolean =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

const everythingIsRequired = process.env.KMS_RELEASE_SIGNING_REQUIRE === 'all'

/**
 * `test` where what it needs was found, or where KMS_RELEASE_SIGNING_REQUIRE=all asks for everything, so that it fails
 * without; else a skipping one, and one skipped test that tells the reason.
 */
export function testIf(found: boolean, reason: string) {
  if (found || everythingIsRequired) return test
  test.skip(`what is skipped here: ${reason}`, () => undefined)
  return test.skip
}

/**
 * Tests that need programs which nobody here wrote; `.ci/install-judges` installs them. Where one is missing, one
 * skipped test says so, or a failed one where KMS_RELEASE_SIGNING_REQUIRE=all asks for every judge.
 */
export function describeWith(programs: readonly string[], name: string, body: () => void): void {
  const missing = programs.filter((program) => !isInstalled(program))
  if (missing.length === 0) {
    describe(name, body)
    return
  }
  const reason = `there is no ${missing.join(' and no ')} in PATH; .ci/install-judges installs what judges us`
  describe(name, () => {
    if (everythingIsRequired) {
      test('runs', () => {
        throw new Error(reason)
      })
    } else {
      test.skip(`all of it: ${reason}`, () => undefined)
    }
  })
}
