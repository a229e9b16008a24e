import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { repositoryRoot } from '../../dev/runner.ts'
import { doctor } from '../../src/cli/doctor.ts'

const text = readFileSync(join(repositoryRoot, 'docs/troubleshooting.md'), 'utf8')
const source = readFileSync(join(repositoryRoot, 'src/core/error.ts'), 'utf8')
const codes = [...source.matchAll(/^ {2}\| '([a-z0-9-]+)'$/gm)].map(([, code = '']) => code)
/** Codes and families of codes in the first column of the tables and in headings. */
const named = [...text.matchAll(/^(?:\||#+)([^|\n]*)/gm)].flatMap(([, cell = '']) =>
  [...cell.matchAll(/`([a-z0-9-]+\*?)`/g)].map(([, name = '']) => name),
)

const covers = (name: string, code: string) => (name.endsWith('*') ? code.startsWith(name.slice(0, -1)) : name === code)

test('every code is told of, and every one that is told of exists', () => {
  expect(codes.length).toBeGreaterThan(100)
  expect(codes.filter((code) => !named.some((name) => covers(name, code)))).toEqual([])
  const checks = ['environment', 'token', 'role', 'caller', 'key', 'permission', 'chain']
  expect(named.filter((name) => !checks.includes(name) && !codes.some((code) => covers(name, code)))).toEqual([])
})

test('the command of the doctor is one that it takes', () => {
  const [, command = ''] = /```sh\n(kms-release-signing doctor[\s\S]*?)```/.exec(text) ?? []
  const options = [...command.matchAll(/--([a-z-]+)/g)].map(([, name]) => name)
  expect(options.length).toBeGreaterThan(3)
  const known = doctor.help.options.map(({ name }) => name)
  expect(options.filter((name) => name !== undefined && !known.includes(name))).toEqual([])
})
