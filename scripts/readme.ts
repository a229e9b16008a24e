// Writes the tables of inputs and outputs in README.md from every action.yml: `node scripts/readme.ts`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'yaml'

interface Metadata {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly required?: boolean }>>
  readonly outputs: Readonly<Record<string, { readonly description: string }>>
}

const root = resolve(import.meta.dirname, '..')
const files = ['action.yml', 'verify/action.yml', 'certificate/action.yml']

/** README.md as it should be: between marks stands what the metadata says. */
export function readmeWithTables(readme: string): string {
  return files.reduce((text, file) => {
    const { inputs, outputs }: Metadata = parse(readFileSync(join(root, file), 'utf8'))
    const required = Object.entries(inputs).filter(([, { required }]) => required === true)
    const optional = Object.entries(inputs).filter(([, { required }]) => required !== true)
    const tables = [
      table('Input', [...required.map(([name, row]) => [`**\`${name}\`**`, row] as const), ...optional.map(quoted)]),
      table('Output', Object.entries(outputs).map(quoted)),
    ]
    const [begin, end] = [`<!-- ${file} -->`, `<!-- end of ${file} -->`]
    const from = text.indexOf(begin)
    const to = text.indexOf(end)
    if (from < 0 || to < from) throw new Error(`README.md lacks ${begin} or ${end}`)
    return `${text.slice(0, from + begin.length)}\n${tables.join('\n')}${text.slice(to)}`
  }, readme)
}

type Row = readonly [string, { readonly description: string }]

const quoted = ([name, row]: Row): Row => [`\`${name}\``, row]

const table = (title: string, rows: readonly Row[]): string =>
  [
    `| ${title} | |`,
    '| --- | --- |',
    ...rows.map(([name, { description }]) => `| ${name} | ${cell(description)} |`),
    '',
  ].join('\n')

/** One line, with nothing that Markdown would take for more than text. */
const cell = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/(?<!`[^`]*)[|*](?![^`]*`)/g, '\\$&')

if (import.meta.main) {
  const path = join(root, 'README.md')
  writeFileSync(path, readmeWithTables(readFileSync(path, 'utf8')))
}
