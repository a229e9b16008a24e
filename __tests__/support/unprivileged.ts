import { test } from '@jest/globals'

const { geteuid, seteuid } = process

/**
 * A test that runs without the rights of an administrator, before whom no permission counts. Where this process is one,
 * it gives them up for the time; it is skipped where there is no such thing.
 *
 * @param prepare runs with all rights, and returns what runs without
 */
export function asNobody(name: string, prepare: () => () => void | Promise<void>): void {
  if (geteuid === undefined || seteuid === undefined) {
    test.skip(`${name} (no user ids on this system)`, () => undefined)
    return
  }
  test(name, async () => {
    const check = prepare()
    const before = geteuid()
    if (before === 0) seteuid(65_534)
    try {
      await check()
    } finally {
      if (before === 0) seteuid(before)
    }
  })
}
