import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { connect, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'

export interface ForwardProxyOptions {
  /** Where names lead: `HOST:PORT` → port on loopback. What is not listed is refused with 403. */
  readonly routes: Readonly<Record<string, number>>
  /** `USER:PASSWORD` that it asks for. Default: none. */
  readonly credentials?: string
  /** The status that every request is refused with. Default: none is. */
  readonly refuse?: number
}

export interface ForwardProxy {
  /** Without credentials. */
  readonly url: string
  /** Everything that it was asked for: `CONNECT host:port` or `GET http://host/…`. */
  readonly seen: readonly string[]
  close(): Promise<void>
}

/**
 * A forward proxy on loopback (RFC 9110 section 7.6): tunnels by CONNECT, and takes requests in absolute form. Names
 * are never resolved, so that a test can speak to AWS by its own name.
 */
export async function startForwardProxy(options: ForwardProxyOptions): Promise<ForwardProxy> {
  const seen: string[] = []
  const sockets = new Set<Socket>()
  const wanted = options.credentials && `Basic ${Buffer.from(options.credentials).toString('base64')}`
  const refusal = ({ headers }: IncomingMessage): number | undefined =>
    options.refuse ?? (wanted === undefined || headers['proxy-authorization'] === wanted ? undefined : 407)

  const server = createServer((message, response) => {
    seen.push(`${message.method} ${message.url}`)
    const url = new URL(message.url ?? '/', 'http://proxy.invalid')
    const port = options.routes[`${url.hostname}:${url.port || 80}`]
    const status = refusal(message) ?? (port === undefined ? 403 : undefined)
    if (status === undefined && port !== undefined) forward(message, response, url, port)
    else response.writeHead(status ?? 403, { 'proxy-authenticate': 'Basic realm="proxy"' }).end()
  })
  server.on('connection', (socket) => sockets.add(socket))
  server.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
    seen.push(`CONNECT ${message.url}`)
    socket.on('error', () => undefined)
    const port = options.routes[message.url ?? '']
    const status = refusal(message) ?? (port === undefined ? 403 : undefined)
    if (status !== undefined || port === undefined) {
      socket.end(`HTTP/1.1 ${status ?? 403} Refused\r\ncontent-length: 0\r\n\r\n`)
      return
    }
    const target = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n')
      target.write(head)
      target.pipe(socket).pipe(target)
    })
    sockets.add(target)
    target.on('error', () => socket.destroy())
  })
  return {
    url: `http://127.0.0.1:${await listen(server)}`,
    seen,
    close: () => close(server, sockets),
  }
}

function forward(message: IncomingMessage, response: ServerResponse, url: URL, port: number): void {
  const headers = Object.fromEntries(
    Object.entries(message.headers).filter(([name]) => !/^(proxy-|connection$)/.test(name)),
  )
  const onward = request({
    host: '127.0.0.1',
    port,
    path: url.pathname + url.search,
    method: message.method ?? 'GET',
    headers: { ...headers, connection: 'close' },
  })
  onward.on('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on('error', () => response.writeHead(502).end())
  message.pipe(onward)
}

export interface TlsFront {
  readonly port: number
  close(): Promise<void>
}

/** TLS in front of a stand-in that speaks plain HTTP. @param identity certificate chain and key, PEM */
export async function startTlsFront(
  target: string,
  identity: { readonly cert: string; readonly key: string },
): Promise<TlsFront> {
  const sockets = new Set<Socket>()
  const server = createTlsServer(identity, (socket) => {
    const plain = connect(Number(new URL(target).port), '127.0.0.1')
    sockets.add(plain)
    socket.on('error', () => plain.destroy())
    plain.on('error', () => socket.destroy())
    plain.pipe(socket).pipe(plain)
  })
  server.on('connection', (socket) => sockets.add(socket))
  return { port: await listen(server), close: () => close(server, sockets) }
}

type Listener = ReturnType<typeof createServer> | ReturnType<typeof createTlsServer>

async function listen(server: Listener): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return address.port
}

async function close(server: Listener, sockets: ReadonlySet<Socket>): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  for (const socket of sockets) socket.destroy()
  await closed
}
