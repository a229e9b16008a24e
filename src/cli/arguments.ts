import { parseArgs } from 'node:util'
import { isThere } from '../adapters/files/artifact-globs.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { OptionRow } from '../entry/option.ts'

/** The command line of one command, taken apart. */
export interface Arguments {
  readonly positionals: readonly string[]
  /** Values by option, in the order given; a flag that is given has one empty value. */
  readonly values: ReadonlyMap<string, readonly string[]>
}

/**
 * Takes a command line apart: `--name value`, `--name=value`, flags, positionals anywhere, and behind `--` nothing but
 * positionals.
 *
 * @throws ReleaseSigningError `usage`
 */
export function parseArguments(args: readonly string[], options: readonly OptionRow[]): Arguments {
  const rows = new Map(options.map((row) => [row.name, row]))
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string', multiple: true }]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const positionals: string[] = []
  const values = new Map<string, string[]>()
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const row = token.rawName.startsWith('--') ? rows.get(token.name) : undefined
    if (row === undefined) throw unknownOption(token.rawName, options)
    const value = optionValue(row, token.value, token.inlineValue === true)
    const earlier = values.get(row.name)
    if (earlier !== undefined && row.repeatable !== true && row.value !== undefined) {
      throw usage(`--${row.name} is given more than once`, 'It takes one value.')
    }
    values.set(row.name, [...(earlier ?? []), value])
  }
  return { positionals, values }
}

/**
 * Refuses an option that is also the name of something in this folder. A shell puts such names in the place of `*`, and
 * whoever made the file would choose the options: a root of their own, or `--help`, which does nothing and succeeds.
 *
 * @param args those before `--`
 * @throws ReleaseSigningError `usage`
 */
export function checkOptionsAreNoFiles(args: readonly string[]): void {
  const file = args.find((arg) => arg.startsWith('-') && isThere(arg))
  if (file === undefined) return
  throw usage(`${file} is an option, and the name of a file here`, 'Put -- before the names of files, or write ./*.')
}

function optionValue({ name, value: placeholder }: OptionRow, value: string | undefined, inline: boolean): string {
  if (placeholder === undefined) {
    if (value !== undefined) throw usage(`--${name} takes no value`, `Write --${name}, or leave it out.`)
    return ''
  }
  if (value === undefined || value === '') throw usage(`--${name} has no value`, `Write --${name} ${placeholder}.`)
  // More likely the next option than a value; whoever means it says so.
  if (!inline && value.startsWith('-') && value !== '-') {
    throw usage(`--${name} has no value: ${value} is behind it`, `If that is the value, write --${name}=${value}.`)
  }
  return value
}

function unknownOption(rawName: string, options: readonly OptionRow[]): ReleaseSigningError {
  const asked = rawName.replace(/^-+/, '').replaceAll('_', '-').toLowerCase()
  const near = options.map(({ name }) => ({ name, away: distance(asked, name) })).sort((a, b) => a.away - b.away)[0]
  const begun = options.filter(({ name }) => asked.length > 2 && name.startsWith(asked))
  const meant = near !== undefined && near.away <= 3 ? near.name : begun.length === 1 ? begun[0]?.name : undefined
  const suggestion = meant === undefined ? '' : `Is --${meant} meant? `
  return usage(
    `there is no option ${rawName}`,
    `${suggestion}--help prints the options; a file whose name begins with a dash goes behind --.`,
  )
}

const usage = (message: string, hint: string) => new ReleaseSigningError('usage', message, { hint })

/** Levenshtein distance of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (const [i, character] of [...a.slice(0, 64)].entries()) {
    const next = [i + 1]
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (character === b[j] ? 0 : 1)
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
