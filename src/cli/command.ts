import type { Failure } from '../entry/failure.ts'
import type { Arguments } from './arguments.ts'
import type { CommandHelp } from './help.ts'
import type { Terminal } from './terminal.ts'

export interface Command {
  readonly help: CommandHelp
  /** @returns the exit status */
  run(args: Arguments, terminal: Terminal): Promise<0 | 1>
  /** The document that `--json` prints of a run that failed before it had a report. */
  failed(failure: Failure): unknown
}

export const jsonOption = {
  group: 'Output',
  name: 'json',
  help: 'Print one JSON document on standard output, and all else on standard error.',
} as const
