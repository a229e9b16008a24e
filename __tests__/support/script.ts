import { expect } from '@jest/globals'
import { cli } from './bundle.ts'

/** One call of the command line and what it must answer. Texts must occur, in full or by pattern. */
export interface Script {
  readonly args: readonly string[]
  readonly status: 0 | 1 | 2
  readonly stdout?: string | RegExp
  readonly stderr?: string | RegExp
}

/** What no user is shown. */
const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal|file:\/\/\//m

export async function expectScript(
  cwd: string,
  { args, status, stdout, stderr }: Script,
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  const answer = await cli(args, { cwd, env })
  expect({ args, ...answer }).toMatchObject({ status })
  for (const [actual, expected] of [
    [answer.stdout, stdout],
    [answer.stderr, stderr],
  ] as const) {
    expect(actual).not.toMatch(stackTrace)
    if (expected === undefined) continue
    if (expected === '') expect(actual).toBe('')
    else if (typeof expected === 'string') expect(actual).toContain(expected)
    else expect(actual).toMatch(expected)
  }
}

export const scriptName = ({ args, status }: Script): string => `${args.join(' ') || '(nothing)'} → ${status}`
