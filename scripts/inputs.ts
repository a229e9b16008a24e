// Writes docs/inputs.md from every action.yml: `npm run docs`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

const root = resolve(import.meta.dirname, '..')
const actions = [
  { title: 'The sign action', uses: 'OWNER/kms-release-signing@COMMIT', file: 'action.yml' },
  { title: 'The verify action', uses: 'OWNER/kms-release-signing/verify@COMMIT', file: 'verify/action.yml' },
  {
    title: 'The certificate action',
    uses: 'OWNER/kms-release-signing/certificate@COMMIT',
    file: 'certificate/action.yml',
  },
]

/** docs/inputs.md as it should be. */
export const inputsDocument = (): string =>
  `${[
    '# Inputs and outputs of the actions',
    'Bold ones are required. An input left empty means its default. What an action is told,\nmost commands are told by options of the same name: `kms-release-signing COMMAND --help`.',
    '<!-- Written by `npm run docs` from every action.yml. -->',
    ...actions.flatMap(({ title, uses, file }) => [`## ${title}`, `\`uses: ${uses}\``, ...tables(file)]),
  ].join('\n\n')}\n`

function tables(file: string): readonly string[] {
  const { inputs, outputs }: Metadata = parse(readFileSync(join(root, file), 'utf8'))
  const required = Object.entries(inputs).filter(([, { required }]) => required === true)
  const optional = Object.entries(inputs).filter(([, { required }]) => required !== true)
  return [
    table('Input', [...required.map(([name, row]) => [`**\`${name}\`**`, row] as const), ...optional.map(quoted)]),
    table('Output', Object.entries(outputs).map(quoted)),
  ]
}

type Row = readonly [string, { readonly description: string }]

const quoted = ([name, row]: Row): Row => [`\`${name}\``, row]

const table = (title: string, rows: readonly Row[]): string =>
  [
    `| ${title} | |`,
    '| --- | --- |',
    ...rows.map(([name, { description }]) => `| ${name} | ${cell(description)} |`),
  ].join('\n')

/** One line, with nothing that Markdown would take for more than text. */
const cell = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<!`[^`]*)[|*](?![^`]*`)/g, '\\$&')

if (import.meta.main) writeFileSync(join(root, 'docs', 'inputs.md'), inputsDocument())
