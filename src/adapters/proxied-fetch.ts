import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { ProxySettings } from './proxy.ts'

/**
 * `fetch` over Node's own agents, which tunnel `https:` by CONNECT and ask for `http:` in absolute form, as proxies
 * expect: the global `fetch` tunnels both, and few proxies open a tunnel to port 80. A redirect is an error.
 */
export function createProxiedFetch(settings: ProxySettings): typeof fetch {
  const options = { keepAlive: true, proxyEnv: { ...settings } }
  const plain = new http.Agent(options)
  const secure = new https.Agent(options)

  return async (input, init) => {
    const request = new Request(input, init)
    const { method, signal } = request
    const body = request.body === null ? undefined : Buffer.from(await request.arrayBuffer())
    const headers = Object.fromEntries(request.headers)
    const message = await new Promise<IncomingMessage>((resolve, reject) => {
      const sent = request.url.startsWith('https:')
        ? https.request(request.url, { method, headers, signal, agent: secure })
        : http.request(request.url, { method, headers, signal, agent: plain })
      sent.once('response', resolve).once('error', reject).end(body)
    }).catch((cause: unknown) => {
      signal.throwIfAborted()
      throw new TypeError('fetch failed', { cause })
    })
    const { statusCode = 0 } = message
    if (statusCode >= 300 && statusCode < 400) {
      message.destroy()
      throw new TypeError('fetch failed', { cause: new Error('unexpected redirect') })
    }
    return answer(message, statusCode, signal)
  }
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
  const empty = status === 204 || status === 205
  if (empty) message.resume()
  return new Response(empty ? null : ReadableStream.from(body()), { status, headers })
}
