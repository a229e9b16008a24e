import type { IncomingMessage } from 'node:http'

/** Largest body taken: an asset in a test, not a memory test. */
const maximumBytes = 64 * 1024 * 1024

const cutOff: readonly unknown[] = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/** The client went away before its body was here. */
export class BodyCut extends Error {}

export interface BodyWatch {
  /** Bytes after which `act` runs, once. What it throws ends the reading. */
  readonly after: number
  readonly act: () => Promise<void> | void
}

/** @throws BodyCut */
export async function readBody(message: IncomingMessage, watch?: BodyWatch): Promise<Buffer> {
  const parts: Buffer[] = []
  let size = 0
  let watched = watch === undefined
  try {
    for await (const part of message) {
      const bytes: Buffer = Buffer.from(part)
      size += bytes.length
      if (size > maximumBytes) throw new Error('request body too large')
      parts.push(bytes)
      if (!watched && watch !== undefined && size >= watch.after) {
        watched = true
        await watch.act()
      }
    }
  } catch (error) {
    if (error instanceof Error && 'code' in error && cutOff.includes(error.code)) throw new BodyCut()
    throw error
  }
  if (!message.complete) throw new BodyCut()
  return Buffer.concat(parts)
}
