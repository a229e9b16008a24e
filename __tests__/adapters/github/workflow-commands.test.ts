import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'
import { readFileCommands, readStepOutput } from '../../../dev/workflow-commands.ts'
import { temporaryFolder } from '../../support/folder.ts'

const folder = temporaryFolder()
const library = new URL('../../../src/adapters/github/workflow-commands.ts', import.meta.url).href
/** What would end a command, a property or a block, or begin another. */
const hostile = 'a%0Ab: c,d\r\n::add-mask::x\nname=forged\nname<<EOF\nforged\nEOF\nghadelimiter_'

/** In a process of its own, as a step is. */
function step(program: string, environment: Readonly<Record<string, string>> = {}): string {
  const source = `import * as runner from ${JSON.stringify(library)}; const hostile = ${JSON.stringify(hostile)}; ${program}`
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--no-warnings', '--input-type=module', '--eval', source],
    { encoding: 'utf8', env: { PATH: process.env.PATH, ...environment } },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout
}

test.each(['error', 'warning', 'notice'] as const)('an %s arrives whole, and as nothing else', (level) => {
  const { annotations, masks } = readStepOutput(step(`runner.${level}(hostile, { title: hostile })`))
  expect(annotations).toEqual([{ level, title: hostile, message: hostile }])
  expect(masks).toEqual([])
})

test('without a title there is none', () => {
  expect(step("runner.warning('100 %')")).toMatch(/^::warning::100 %25\r?\n$/)
})

test('a secret is hidden whole, and debugging and groups are folded', () => {
  const output = readStepOutput(
    step("runner.setSecret('a%\\nb'); runner.debug('why'); runner.group('Title', ['one', 'two']); runner.info('end')"),
  )
  expect(output).toMatchObject({ masks: ['a%\nb'], debug: ['why'] })
  expect(output.log.trim().split(/\r?\n/)).toEqual(['Title', 'one', 'two', 'end'])
})

test('an output arrives whole, and as nothing else', () => {
  const file = folder.write('output', '')
  step("runner.setOutput('first', hostile); runner.setOutput('second', 7); runner.setOutput('third', false)", {
    GITHUB_OUTPUT: file,
  })
  const written = readFileSync(file, 'utf8')
  expect(readFileCommands(written)).toEqual({ first: hostile, second: '7', third: 'false' })
  expect(new Set(written.match(/ghadelimiter_[\w-]+/g)).size).toBe(3)
})

test('summaries are added up', () => {
  const file = folder.write('summary', 'before\n')
  step("runner.appendSummary('### one\\n'); runner.appendSummary('two\\n')", { GITHUB_STEP_SUMMARY: file })
  expect(readFileSync(file, 'utf8')).toBe('before\n### one\ntwo\n')
})

test('where the runner has no files for them, outputs and summaries go nowhere', () => {
  expect(step("runner.setOutput('a', 'b'); runner.appendSummary('c')")).toBe('')
})
