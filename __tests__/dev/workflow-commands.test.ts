import { describe, expect, test } from '@jest/globals'
import { readFileCommands, readStepOutput } from '../../dev/workflow-commands.ts'

describe('readStepOutput', () => {
  const output = readStepOutput(
    [
      'signing 2 files',
      '::add-mask::s3cret%25',
      '::error title=A%2C B%3A C,file=x::two%0Alines',
      '::warning::expires soon',
      '::notice::passed over',
      '::debug::not shown',
      'the key is s3cret% here',
    ].join('\n'),
  )

  test('annotations', () => {
    expect(output.annotations).toEqual([
      { level: 'error', title: 'A, B: C', message: 'two\nlines' },
      { level: 'warning', title: undefined, message: 'expires soon' },
      { level: 'notice', title: undefined, message: 'passed over' },
    ])
  })

  test('masks are hidden in the log, and debug lines are not in it', () => {
    expect(output.masks).toEqual(['s3cret%'])
    expect(output.debug).toEqual(['not shown'])
    expect(output.log).toContain('the key is *** here')
    expect(output.log).not.toContain('s3cret')
    expect(output.log).not.toContain('not shown')
  })
})

describe('readFileCommands', () => {
  test('lines and blocks', () => {
    const text = 'a=1=2\nb<<ghadelimiter_1\nline 1\nc=no\n\nghadelimiter_1\nd=\n'
    expect(readFileCommands(text)).toEqual({ a: '1=2', b: 'line 1\nc=no\n', d: '' })
  })

  test('a block that does not end, and a line of no form', () => {
    expect(() => readFileCommands('a<<X\nb\n')).toThrow('the delimiter never comes')
    expect(() => readFileCommands('nothing\n')).toThrow('no known form')
  })
})
