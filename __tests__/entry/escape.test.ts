import { spawnSync } from 'node:child_process'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  jsonText,
  markdownBlock,
  markdownCode,
  markdownText,
  outputLine,
  printable,
  shellFile,
  shellWord,
} from '../../src/entry/escape.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })

describe('printable', () => {
  test.each([
    ['plain, with "quotes" and \\ a backslash', 'plain, with "quotes" and \\ a backslash'],
    ['übung 日本語 🙂', 'übung 日本語 🙂'],
    ['a\nb\r\tc', 'a\\nb\\r\\tc'],
    ['\u001b[31mred\u0000\u007f', '\\x1b[31mred\\x00\\x7f'],
    ['\u0085\u009b', '\\x85\\x9b'],
    ['exe.\u202egpj', 'exe.\\u202egpj'],
    ['\u2028\u2066\ufeff\u200b', '\\u2028\\u2066\\ufeff\\u200b'],
    ['\ud800x', '\\ud800x'],
    ['\u{e0041}', '\\u{e0041}'],
  ])('%j → %s', (text, expected) => {
    expect(printable(text)).toBe(expected)
  })

  test('whatever comes in, one line of well-formed text without controls comes out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const shown = printable(text)
        return shown.isWellFormed() && !/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(shown)
      }),
    )
  })
})

describe('outputLine', () => {
  test.each([
    ['::error::x', '\\x3a:error::x'],
    ['  ::add-mask::x', '  \\x3a:add-mask::x'],
    ['address ::1', 'address ::1'],
    ['x ##[error]y', 'x #\\x23[error]y'],
  ])('%j → %j', (line, expected) => {
    expect(outputLine(line)).toBe(expected)
  })
})

describe('jsonText', () => {
  test('gives back what went in, and is neither a command nor a control', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.constantFrom('##[x', '::x::', '\u202e', '\u{e0041}')), (text) => {
        const json = jsonText({ [text]: [text] })
        expect(JSON.parse(json)).toEqual({ [text]: [text] })
        return !/##\[|^\s*::|[^\P{Cc}\n]|[\u202a-\u202e]/mu.test(json)
      }),
    )
  })
})

describe('Markdown', () => {
  test('text keeps no character that formats, links, mentions or ends a cell', () => {
    const shown = markdownText('a_b*c`d|e<f>[g](h)@i#1 https://j ~k~ & \\ ![l]\n')
    expect(shown).not.toMatch(/[_*`|<>[\]()@~!\\]|https:|&(?!#\d+;)|#(?!\d+;)/)
    expect(shown.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))).toBe(
      'a_b*c`d|e<f>[g](h)@i#1 https://j ~k~ & \\ ![l]\\n',
    )
    expect(markdownCode('<b>')).toBe('<code>&#60;b&#62;</code>')
  })

  test('no content ends a block', () => {
    const content = 'a\n```\nb\n`````\nc'
    expect(markdownBlock('sh', content)).toBe(`\`\`\`\`\`\`sh\n${content}\n\`\`\`\`\`\``)
  })
})

describe('shell', () => {
  const echoed = (word: string) =>
    spawnSync('bash', ['-c', `printf %s ${word}`], { encoding: 'buffer', env: { LC_ALL: 'C.UTF-8' } }).stdout.toString()

  test.each([
    ['dist/app-1.0.tar.gz', 'dist/app-1.0.tar.gz'],
    ['with space', "'with space'"],
    ["it's", "'it'\\''s'"],
    ['$(x) `y` "z" \\', `'$(x) \`y\` "z" \\'`],
    ['a\nb', "$'a\\nb'"],
    ['', "''"],
    ['-x', "'-x'"],
    ['~', "'~'"],
  ])('%j → %s', (text, expected) => {
    expect(shellWord(text)).toBe(expected)
  })

  test('a file that begins with a dash is no option', () => {
    expect(shellFile('-rf')).toBe('./-rf')
    expect(shellFile('-a b')).toBe("'./-a b'")
  })

  const withBash = spawnSync('bash', ['--version']).status === 0 ? test : test.skip
  withBash('bash reads every word as the very text', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((text) => !text.includes('\0') && text.isWellFormed())
    const nasty = fc.constantFrom("'", '\\', '\n', '\u001b', '\u202e', '$', '!', '\\x41', '\u009b1')
    fc.assert(
      fc.property(fc.array(fc.oneof(text, nasty), { minLength: 1, maxLength: 5 }), (parts) => {
        expect(echoed(shellWord(parts.join('')))).toBe(parts.join(''))
      }),
      { numRuns: 60 },
    )
  })
})
