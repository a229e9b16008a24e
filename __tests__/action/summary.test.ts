import { describe, expect, test } from '@jest/globals'
import { type SummaryTable, summaryText } from '../../src/action/summary.ts'
import { markdownLink } from '../../src/entry/escape.ts'

const table = (rows: number, cell = 'cell'): SummaryTable => ({
  header: ['Artifact', 'SHA-256'],
  rows: Array.from({ length: rows }, (_, i) => [`${cell} ${i}`, 'a'.repeat(64)]),
})
const bytes = (text: string) => Buffer.byteLength(text)

describe('a summary', () => {
  test('that is small is all there', () => {
    expect(summaryText(['### Title', { header: ['A', 'B'], rows: [['1', '2']] }, 'end'])).toBe(
      '### Title\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nend\n',
    )
  })

  test.each([
    ['thousands of rows', table(20_000)],
    ['rows of characters that take several bytes', table(20_000, '署名'.repeat(40))],
    ['a few enormous rows', table(3, 'x'.repeat(600_000))],
  ])('with %s stays below 1 MiB, keeps what stands around the table, and says what it left out', (_, large) => {
    const text = summaryText(['### Title', large, 'the commands'])
    expect(bytes(text)).toBeLessThan(1024 * 1024)
    expect(text).toMatch(/^### Title\n/)
    expect(text).toMatch(/\n\nthe commands\n$/)
    const shown = text.split('\n').filter((line) => line.endsWith(`${'a'.repeat(64)} |`)).length
    expect(text).toContain(`\n\n… and ${large.rows.length - shown} more; the log has all of them.\n\n`)
    // A row more, and it would be too much.
    expect(bytes(text) + bytes(large.rows[shown]?.join(' | ') ?? '') + 10).toBeGreaterThan(990_000)
  })

  test('of several tables shares the room, and one of long paragraphs ends where it must', () => {
    const two = summaryText([table(8_000), table(8_000)])
    expect(bytes(two)).toBeLessThan(1024 * 1024)
    expect(two.match(/\| Artifact \|/g)).toHaveLength(2)
    const long = summaryText(['x'.repeat(700_000), 'y'.repeat(700_000), 'z'])
    expect(long).toMatch(/^x{700000}\n\n… There is more than a summary may hold; the log has all of it\.\n$/)
  })
})

test.each([
  ['https://github.com/a/b/actions/runs/1', '[t](<https://github.com/a/b/actions/runs/1>)'],
  ['https://github.com/a b/<x>|"`\\(', '[t](<https://github.com/a%20b/%3Cx%3E%7C%22%60/(>)'],
  ['https://github.com/?q=<a>&b\\c|d', '[t](<https://github.com/?q=%3Ca%3E&amp;b%5Cc%7Cd>)'],
  ['javascript:alert(1)', 't'],
  ['https://', 't'],
  ['undefined/undefined', 't'],
])('a link to %s is %s', (address, markdown) => {
  expect(markdownLink('t', address)).toBe(markdown)
})
