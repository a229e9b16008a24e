import { outputLine, printable } from '../entry/escape.ts'
import type { Clock, Progress } from '../release/ports.ts'

/** Milliseconds between two lines: enough to see that it lives, and a log that can be read. */
const interval = 10_000

/** Writes a line now and then while work is long. */
export function logProgress(stream: { write(text: string): unknown }, clock: Clock): Progress {
  let last = clock().getTime()
  return (step, done, of) => {
    const now = clock().getTime()
    if (now - last < interval || done >= of) return
    last = now
    stream.write(`${outputLine(`${printable(step)}: ${done} of ${of}`)}\n`)
  }
}
