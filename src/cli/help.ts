import type { OptionRow } from '../entry/option.ts'

/** What `--help` prints of a command. */
export interface CommandHelp {
  readonly name: string
  /** How it is called, behind the program's name. */
  readonly usage: string
  /** One line for the list of commands. */
  readonly summary: string
  /** Paragraphs. */
  readonly description: readonly string[]
  readonly options: readonly OptionRow[]
  readonly examples: readonly { readonly what: string; readonly command: string }[]
}

export const program = 'kms-release-signing'
const width = 80

export function commandHelp({ usage, description, options, examples }: CommandHelp): string {
  const lines = [...wrapUsage(`Usage: ${program} ${usage}`)]
  for (const paragraph of description) lines.push('', ...wrap(paragraph, width))
  for (const { group, name, value, repeatable, help } of [...options, helpOption]) {
    if (group !== undefined) lines.push('', `${group}:`)
    lines.push(`  --${name}${value === undefined ? '' : ` ${value}`}${repeatable === true ? ' …' : ''}`)
    lines.push(...wrap(help, width - 6).map((line) => `      ${line}`))
  }
  if (options.some(({ repeatable }) => repeatable === true)) lines.push('', '… may be given more than once.')
  lines.push('', 'Examples:')
  for (const { what, command } of examples)
    lines.push(`  # ${what}`, ...command.split('\n').map((line) => `  ${line}`), '')
  lines.push(...exitStatuses)
  return `${lines.join('\n')}\n`
}

const helpOption: OptionRow = { name: 'help', help: 'Print this.' }

const exitStatuses: readonly string[] = [
  'Exit status: 0 all good; 1 something did not verify, could not be signed or was',
  'refused; 2 wrong usage, a file that is not there included.',
]

export function programHelp(commands: readonly Pick<CommandHelp, 'name' | 'summary'>[]): string {
  const longest = Math.max(...commands.map(({ name }) => name.length))
  return `${[
    `Usage: ${program} COMMAND [options] [ARTIFACT…]`,
    '',
    'Signs release artifacts with a key in AWS KMS, puts the certificate chain beside',
    'every artifact, and verifies it all against a pinned root, offline.',
    '',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(longest)}  ${summary}`),
    '',
    `${program} COMMAND --help explains a command, with examples.`,
    `${program} --version prints the version.`,
    '',
    ...exitStatuses,
  ].join('\n')}\n`
}

/** Further lines stand below the program's name. */
const wrapUsage = (usage: string): readonly string[] =>
  wrap(usage, width - 7).map((line, i) => (i === 0 ? line : `       ${line}`))

function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > columns) {
      lines.push(line)
      line = ''
    }
    line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}
