/** A table whose rows may be too many for what the runner takes. */
export interface SummaryTable {
  /** Markdown. */
  readonly header: readonly string[]
  /** Markdown. */
  readonly rows: readonly (readonly string[])[]
}

export type SummaryParagraph = string | SummaryTable

/** Bytes: the runner takes 1 MiB of a step's summary, and drops all of it when it is more. */
const maximumBytes = 1_000_000
/** For what says that something was left out. */
const reservedBytes = 1_000

/**
 * The paragraphs as Markdown, within what the runner takes: tables give way first, by their last rows, and then the last
 * paragraphs. What was left out is said.
 */
export function summaryText(paragraphs: readonly SummaryParagraph[], maximum = maximumBytes): string {
  const fixed = paragraphs.reduce((sum, one) => sum + bytesOf(typeof one === 'string' ? one : headOf(one)) + 2, 0)
  let left = maximum - reservedBytes
  let forRows = left - fixed
  const texts: string[] = []
  for (const paragraph of paragraphs) {
    const text = typeof paragraph === 'string' ? paragraph : tableText(paragraph, Math.max(0, forRows))
    if (typeof paragraph !== 'string') forRows -= bytesOf(text) - bytesOf(headOf(paragraph))
    left -= bytesOf(text) + 2
    if (left < 0) {
      texts.push('… There is more than a summary may hold; the log has all of it.')
      break
    }
    texts.push(text)
  }
  return `${texts.join('\n\n')}\n`
}

function tableText(table: SummaryTable, budget: number): string {
  const lines: string[] = []
  let left = budget
  for (const row of table.rows) {
    const line = lineOf(row)
    left -= bytesOf(line) + 1
    if (left < 0) break
    lines.push(line)
  }
  const more = table.rows.length - lines.length
  const text = [headOf(table), ...lines].join('\n')
  return more === 0 ? text : `${text}\n\n… and ${more} more; the log has all of them.`
}

const headOf = ({ header }: SummaryTable): string => `${lineOf(header)}\n${lineOf(header.map(() => '---'))}`
const lineOf = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8')
