// How the demo talks, and how it fails: whatever is not as told ends it with a status that is not zero.

/** What is printed goes here, so that a test can read it. */
export interface Story {
  title(text: string): void
  heading(text: string): void
  say(text: string): void
  /** What a person would type, or a workflow holds. */
  command(text: string): void
  /** What came out of it, indented; empty lines and trailing space are dropped. */
  output(text: string): void
  /** States a fact and holds the demo to it. @throws DemoFailure */
  check(fact: string, holds: boolean, detail?: string): void
  /** States what could not be done on this machine. */
  skip(text: string): void
}

/** Something was not as told. */
export class DemoFailure extends Error {}

export function createStory(write: (text: string) => void): Story {
  let headings = 0
  const indented = (text: string, mark: string): void => {
    const lines = text.split('\n').filter((line) => line.trim() !== '')
    write(lines.map((line) => `    ${mark}${line.trimEnd()}\n`).join(''))
  }
  return {
    title: (text) => write(`${text}\n${'='.repeat(text.length)}\n`),
    heading: (text) => {
      headings += 1
      const line = `${headings}. ${text}`
      write(`\n${line}\n${'-'.repeat(line.length)}\n`)
    },
    say: (text) => write(`${text}\n`),
    command: (text) => indented(text, text.includes('\n') ? '' : '$ '),
    output: (text) => indented(text, '| '),
    check: (fact, holds, detail = '') => {
      if (!holds) throw new DemoFailure(`this was told, and is not so: ${fact}${detail === '' ? '' : `\n${detail}`}`)
      write(`  ok  ${fact}\n`)
    },
    skip: (text) => write(`  --  ${text}\n`),
  }
}
