import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

/** A stand-in's server: on 127.0.0.1 alone, on whatever port was free. */
export interface LoopbackServer {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export interface ReceivedRequest {
  readonly message: IncomingMessage
  /** Path and query as they were sent. */
  readonly target: string
  readonly url: URL
  readonly body: Buffer
}

export type RequestHandler = (request: ReceivedRequest, response: ServerResponse) => Promise<void> | void

/** Largest request body any stand-in takes: a release asset in a test, not a memory test. */
const maximumBodyBytes = 64 * 1024 * 1024

/** Takes requests whole. */
export const serve = (handler: RequestHandler, port = 0): Promise<LoopbackServer> =>
  listen((message, response) => respond(message, response, handler), port)

/** Takes requests as they arrive. */
export type MessageHandler = (message: IncomingMessage, response: ServerResponse) => Promise<void>

/** @param handler a rejection of it is answered 500 with the message, so that a defect of a stand-in is seen */
export async function listen(handler: MessageHandler, port = 0): Promise<LoopbackServer> {
  const server = createServer((message, response) => {
    handler(message, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' })
      response.end(`stand-in: ${error instanceof Error ? error.stack : String(error)}`)
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', 4096, resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)))
        server.closeAllConnections()
      }),
  }
}

async function respond(message: IncomingMessage, response: ServerResponse, handler: RequestHandler): Promise<void> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message) {
    const bytes: Buffer = Buffer.from(part)
    size += bytes.length
    if (size > maximumBodyBytes) throw new Error('request body too large')
    parts.push(bytes)
  }
  const target = message.url ?? '/'
  await handler({ message, target, url: new URL(target, 'http://127.0.0.1'), body: Buffer.concat(parts) }, response)
}

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': bytes.length }).end(bytes)
}
