import { ReleaseSigningError } from '../core/error.ts'

/** The lines of a register, taken one after the other. Every refusal is `register-invalid` and names the line. */
export interface Lines {
  /** The next line, which must be this. */
  exactly(line: string): void
  /** The groups of the next line, which must fit. @param expected for people */
  groups(pattern: RegExp, expected: string): readonly string[]
  /** Whether the next line is such a field. */
  has(field: string): boolean
  /** The value of the next line, which must be such a field and fit. */
  field(field: string, pattern: RegExp): string
  instant(field: string): Date
  choice<Choice extends string>(field: string, choices: readonly Choice[]): Choice
  /** What is wrong with the line last taken. */
  wrong(problem: string): ReleaseSigningError
  /** Refuses lines that are left over. */
  end(): void
}

/** @param what names the file */
export function readLines(text: string, what: string): Lines {
  // The last of them is empty, unless the file was cut short within a line.
  const lines = text.split(text.includes('\r\n') ? '\r\n' : '\n')
  let taken = 0
  const wrong = (problem: string, line = taken) =>
    new ReleaseSigningError('register-invalid', `${what}, line ${line}: ${problem}`, {
      hint: 'Take the file as it last was from where you keep it (git, say), or mend the line. docs/ca-in-kms.md describes the format.',
    })
  const take = (expected: string): string => {
    taken += 1
    const line = lines[taken - 1]
    if (line === undefined || (taken === lines.length && line === '')) throw wrong(`cut short: ${expected} is missing`)
    return line
  }
  const groups = (pattern: RegExp, expected: string): readonly string[] => {
    const match = pattern.exec(take(expected))
    if (match === null) throw wrong(`${expected} expected`)
    return match.slice(1)
  }
  const field = (name: string, pattern: RegExp): string => {
    const prefix = `  ${name} `
    const line = take(`\`${name}\``)
    const value = line.slice(prefix.length)
    if (!line.startsWith(prefix) || !pattern.test(value)) throw wrong(`\`${name}\` and its value expected`)
    return value
  }
  return {
    groups,
    field,
    exactly: (expected) => {
      if (take(expected === '' ? 'an empty line' : `\`${expected}\``) !== expected) {
        throw wrong(expected === '' ? 'an empty line expected' : `\`${expected}\` expected`)
      }
    },
    has: (name) => lines[taken]?.startsWith(`  ${name} `) === true,
    instant: (name) => {
      const date = parseSeconds(field(name, /^\S+$/))
      if (date === undefined) throw wrong(`\`${name}\` is no time such as 2026-11-28T09:00:00Z`)
      return date
    },
    choice: (name, choices) => {
      const word = field(name, /^\S+$/)
      const found = choices.find((one) => one === word)
      if (found === undefined) throw wrong(`\`${name}\` is none of ${choices.join(', ')}`)
      return found
    },
    wrong: (problem) => wrong(problem),
    end: () => {
      if (lines.length === taken + 1 && lines[taken] === '') return
      taken += 1
      throw wrong(lines.length < taken ? 'cut short: no line end behind the last line' : 'something behind the end')
    },
  }
}

/** Whole seconds. */
export const secondsText = (date: Date): string => date.toISOString().replace(/\.\d+Z$/, 'Z')

export function parseSeconds(word: string): Date | undefined {
  const date = new Date(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(word) ? word : Number.NaN)
  // What the calendar does not have rolls over into another day.
  return !Number.isNaN(date.getTime()) && secondsText(date) === word ? date : undefined
}
