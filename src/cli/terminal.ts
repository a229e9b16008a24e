import { jsonText, outputLine, printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import type { Progress } from '../release/ports.ts'
import { program } from './help.ts'

/** Where a command prints. Lines are made of our words and of printable text. */
export interface Terminal {
  /** For people; standard output, or standard error when a document goes there. */
  line(text: string): void
  /** For people, on standard error, word for word. */
  aside(text: string): void
  /** The one document of `--json`. */
  document(value: unknown): void
  /** What a person should know that is not the result. */
  notice(text: string): void
  /** What a person should do something about. */
  warning(text: string): void
  failure(failure: Failure): void
  /** Undefined where nobody would see it move. */
  readonly progress: Progress | undefined
  readonly json: boolean
}

export function createTerminal({ stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'>, json: boolean): Terminal {
  let progressShown = false
  const print = (stream: NodeJS.WriteStream, line: string) => {
    if (progressShown) stderr.write('\r\u001b[K')
    progressShown = false
    stream.write(`${outputLine(line)}\n`)
  }
  const progress: Progress = (step, done, of) => {
    if (of < 2 || done === of) return
    stderr.write(`\r\u001b[K${printable(step)} ${done} of ${of}`)
    progressShown = true
  }
  return {
    json,
    line: (text) => print(json ? stderr : stdout, text),
    aside: (text) => print(stderr, text),
    document: (value) => {
      stdout.write(`${jsonText(value)}\n`)
    },
    notice: (text) => print(stderr, `${program}: ${printable(text)}`),
    warning: (text) => print(stderr, `${program}: warning: ${printable(text)}`),
    failure: ({ code, message, hint }) => {
      print(stderr, `${program}: ${code}: ${printable(message)}`)
      if (hint !== undefined) print(stderr, `  ${printable(hint)}`)
    },
    progress: stderr.isTTY ? progress : undefined,
  }
}
