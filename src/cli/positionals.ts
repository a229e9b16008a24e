import { ReleaseSigningError } from '../core/error.ts'
import type { Arguments } from './arguments.ts'

/** @throws ReleaseSigningError `usage` when nothing is named */
export function somePositionals({ positionals }: Arguments, what: string): readonly string[] {
  if (positionals.length > 0) return positionals
  throw new ReleaseSigningError('usage', `no ${what} is named`, { hint: `Name it behind the options, or see --help.` })
}

/** @throws ReleaseSigningError `usage` when something is named */
export function noPositionals({ positionals: [first] }: Arguments, hint: string): void {
  if (first !== undefined) throw new ReleaseSigningError('usage', `${first} is not an option`, { hint })
}
