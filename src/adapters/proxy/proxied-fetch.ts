import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { pipeline } from 'node:stream/promises'
import { ReleaseSigningError } from '../../core/error.ts'
import { proxyHint, proxyRefusal } from './proxy-refusal.ts'

/** The proxies to go by, as the agents of Node take them (`proxyEnv`). */
export interface ProxySettings {
  /** For `http:` URLs; may hold a password. */
  readonly http_proxy?: string
  /** For `https:` URLs; may hold a password. */
  readonly https_proxy?: string
  /** Hosts that are reached without, with commas between them. */
  readonly no_proxy: string
}

/** As many as the global `fetch` follows. */
const longestChain = 20

/**
 * `fetch` over Node's own agents, which tunnel `https:` by CONNECT and ask for `http:` in absolute form, as proxies
 * expect: the global `fetch` tunnels both, and few proxies open a tunnel to port 80. Redirects are followed where nothing
 * was sent along. What the proxy refuses is `proxy-refused`.
 */
export function createProxiedFetch(settings: ProxySettings): typeof fetch {
  const options = { keepAlive: true, proxyEnv: { ...settings } }
  const plain = new http.Agent(options)
  const secure = new https.Agent(options)

  const open = ({ url, method, headers, signal }: Request): ClientRequest => {
    const how = { method, headers: Object.fromEntries(headers), signal }
    return url.startsWith('https:')
      ? https.request(url, { ...how, agent: secure })
      : http.request(url, { ...how, agent: plain })
  }

  const send = async (request: Request, isStream: boolean): Promise<IncomingMessage> => {
    const { body, signal } = request
    // What is whole already is sent with its length.
    const whole = body === null || isStream ? undefined : Buffer.from(await request.arrayBuffer())
    try {
      return await new Promise<IncomingMessage>((resolve, reject) => {
        const sent = open(request).once('response', resolve).once('error', reject)
        if (body !== null && isStream) pipeline(body, sent).catch(reject)
        else sent.end(whole)
      })
    } catch (cause) {
      signal.throwIfAborted()
      throw refusedTunnel(cause, request) ?? failed(cause)
    }
  }

  return async (input, init) => {
    let request = new Request(input, init)
    const isStream = init?.body instanceof ReadableStream
    for (let hops = 0; ; hops++) {
      const message = await send(request, isStream)
      const { statusCode = 0 } = message
      const { location } = message.headers
      const moved = [301, 302, 303, 307, 308].includes(statusCode) && location !== undefined
      if (!moved || request.redirect === 'manual') return answer(message, statusCode, request.signal)
      message.destroy()
      if (request.redirect === 'error' || hops === longestChain || !['GET', 'HEAD'].includes(request.method)) {
        throw failed(new Error('unexpected redirect'))
      }
      request = redirected(request, new URL(location, request.url))
    }
  }
}

/** It is for a person to change, and not tried again. */
function refusedTunnel(cause: unknown, { url }: Request): ReleaseSigningError | undefined {
  const refusal = proxyRefusal(cause)
  if (refusal === undefined) return undefined
  const { host } = new URL(url)
  return new ReleaseSigningError(
    'proxy-refused',
    `the proxy does not let a connection to ${host} through: status ${refusal.status}`,
    { hint: proxyHint(refusal.status, host), cause },
  )
}

const failed = (cause: unknown): TypeError => new TypeError('fetch failed', { cause })

/** Another server gets none of our credentials. */
function redirected({ url, method, headers, signal, redirect }: Request, to: URL): Request {
  const kept = new Headers(headers)
  if (to.origin !== new URL(url).origin) for (const name of ['authorization', 'cookie']) kept.delete(name)
  return new Request(to, { method, headers: kept, signal, redirect })
}

function answer(message: IncomingMessage, status: number, signal: AbortSignal): Response {
  const headers = new Headers()
  for (const [name, values = []] of Object.entries(message.headersDistinct)) {
    for (const value of values) headers.append(name, value)
  }
  async function* body() {
    try {
      yield* message
    } catch (cause) {
      signal.throwIfAborted()
      throw new TypeError('terminated', { cause })
    }
  }
  // These have no body by definition.
  const isEmpty = [204, 205, 304].includes(status)
  if (isEmpty) message.resume()
  return new Response(isEmpty ? null : ReadableStream.from(body()), { status, headers })
}
