import { afterAll, describe, expect, test } from '@jest/globals'
import { startForwardProxy } from '../../../dev/forward-proxy.ts'
import { answerJson, serve } from '../../../dev/loopback.ts'
import { environmentFetch, proxySettings } from '../../../src/adapters/proxy/proxy.ts'
import { asyncRefusalOf, refusalOf } from '../../support/refusal.ts'

describe('the proxies that the environment names', () => {
  test.each([
    ['none', {}, undefined],
    ['empty ones', { HTTPS_PROXY: '', http_proxy: ' ' }, undefined],
    ['upper case', { HTTPS_PROXY: 'http://a:1' }, { https_proxy: 'http://a:1/', no_proxy: '' }],
    [
      'lower case first',
      { HTTP_PROXY: 'http://a:1', http_proxy: 'http://b:2' },
      { http_proxy: 'http://b:2/', no_proxy: '' },
    ],
    ['without a scheme', { HTTPS_PROXY: 'proxy.corp:3128' }, { https_proxy: 'http://proxy.corp:3128/', no_proxy: '' }],
    [
      'exceptions: a domain and what is below it, addresses as they are',
      { HTTPS_PROXY: 'http://a', NO_PROXY: 'amazonaws.com, .corp,*.lan 127.0.0.1,[::1],10.0.0.1-10.0.0.9,*' },
      {
        https_proxy: 'http://a/',
        no_proxy: 'amazonaws.com,.amazonaws.com,corp,.corp,lan,.lan,127.0.0.1,[::1],10.0.0.1-10.0.0.9,*',
      },
    ],
  ])('%s', (_, environment: Readonly<Record<string, string>>, settings) => {
    expect(proxySettings(environment)).toEqual(settings)
  })

  test.each(['socks5://user:secret@host:1', 'http://user:secret@host:port', 'http://', 'http://user:sec ret@'])(
    'refuses %s and does not repeat it',
    (HTTPS_PROXY) => {
      const refusal = refusalOf(() => proxySettings({ HTTPS_PROXY }))
      expect(refusal?.code).toBe('proxy-invalid')
      expect(`${refusal?.stack}${refusal?.hint}${refusal?.cause}`).not.toContain('sec')
    },
  )

  test('a Node whose agents know no proxy is refused, not gone past the proxy with', () => {
    const environment = { HTTPS_PROXY: 'http://a' }
    expect(refusalOf(() => proxySettings(environment, '24.4.1'))?.code).toBe('proxy-unsupported')
    expect(refusalOf(() => proxySettings(environment, '22.21.0'))?.code).toBe('proxy-unsupported')
    expect(proxySettings(environment, '24.5.0')).toBeDefined()
    expect(proxySettings(environment, '26.0.0')).toBeDefined()
    expect(proxySettings({}, '24.0.0')).toBeUndefined()
  })
})

describe('fetch through a proxy', () => {
  const open: { close(): Promise<void> }[] = []
  afterAll(() => Promise.all(open.map((one) => one.close())))

  async function proxied(refuse?: number) {
    const server = await serve(({ message, target, body }, response) => {
      if (target === '/moved') response.writeHead(302, { location: 'http://other.example/x' }).end()
      else if (target === '/none') response.writeHead(204).end()
      else if (target === '/stall') {
        response.writeHead(200, { 'content-length': 10 })
        response.write('12345')
      } else {
        const { authorization, 'content-type': type, 'content-length': length } = message.headers
        answerJson(response, 200, {
          method: message.method,
          target,
          authorization,
          type,
          length,
          body: body.toString(),
        })
      }
    })
    const port = Number(new URL(server.url).port)
    const proxy = await startForwardProxy({
      routes: { 'stamp.example:80': port, 'other.example:80': port },
      credentials: 'user:pa:ss@word',
      ...(refuse === undefined ? {} : { refuse }),
    })
    open.push(server, proxy)
    const url = proxy.url.replace('//', '//user:pa%3Ass%40word@')
    return { proxy, server, fetch: environmentFetch({ HTTP_PROXY: url, HTTPS_PROXY: url, NO_PROXY: 'localhost' }) }
  }

  test('asks for http in absolute form, with the password of the proxy; hosts of NO_PROXY are reached without', async () => {
    const { proxy, server, fetch } = await proxied()
    const answer = await fetch('http://stamp.example/x?y', {
      method: 'POST',
      body: Buffer.from('query'),
      headers: { 'content-type': 'application/timestamp-query' },
      redirect: 'error',
    })
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(await answer.json()).toEqual({
      method: 'POST',
      target: '/x?y',
      type: 'application/timestamp-query',
      length: '5',
      body: 'query',
    })
    expect((await fetch('http://stamp.example/none')).status).toBe(204)
    expect(proxy.seen).toEqual(['POST http://stamp.example/x?y', 'GET http://stamp.example/none'])
    expect((await fetch(server.url.replace('127.0.0.1', 'localhost'))).ok).toBe(true)
    expect(proxy.seen).toHaveLength(2)
  })

  test('follows a redirect without the credentials, or leaves it to the caller', async () => {
    const { fetch } = await proxied()
    const headers = { authorization: 'Bearer token' }
    const followed = await fetch('http://stamp.example/moved', { headers })
    const { authorization, target }: Record<string, unknown> = { ...Object(await followed.json()) }
    expect({ authorization, target }).toEqual({ authorization: undefined, target: '/x' })
    const left = await fetch('http://stamp.example/moved', { headers, redirect: 'manual' })
    expect([left.status, left.headers.get('location')]).toEqual([302, 'http://other.example/x'])
  })

  test('sends a stream as it comes, with the length that it is told', async () => {
    const { fetch } = await proxied()
    const upload = (chunks: AsyncIterable<Uint8Array> | Uint8Array[], length: string) =>
      fetch('http://stamp.example/upload', {
        method: 'POST',
        body: ReadableStream.from(chunks),
        duplex: 'half',
        headers: { 'content-length': length },
      })
    const answer = await upload([Buffer.from('abc'), Buffer.from('def')], '6')
    expect(await answer.json()).toMatchObject({ length: '6', body: 'abcdef' })
    async function* broken() {
      yield Buffer.from('abc')
      throw new Error('the file changed')
    }
    await expect(upload(broken(), '6')).rejects.toMatchObject({ cause: { message: 'the file changed' } })
  })

  test('fails as the global fetch does: unreachable, redirected, out of time before or within the answer', async () => {
    const { fetch } = await proxied()
    const broken = environmentFetch({ HTTP_PROXY: 'http://user:secret@127.0.0.1:9' })
    await expect(broken('http://stamp.example/')).rejects.toMatchObject({
      name: 'TypeError',
      cause: { code: 'ECONNREFUSED' },
    })
    for (const init of [{ redirect: 'error' }, { method: 'POST', body: 'x' }] as const) {
      await expect(fetch('http://stamp.example/moved', init)).rejects.toMatchObject({ name: 'TypeError' })
    }
    await expect(fetch('http://stamp.example/', { signal: AbortSignal.abort(new Error('late')) })).rejects.toThrow(
      'late',
    )
    const controller = new AbortController()
    const stalled = await fetch('http://stamp.example/stall', { signal: controller.signal })
    const rest = stalled.text()
    controller.abort(new Error('late'))
    await expect(rest).rejects.toThrow('late')
  })

  test.each([407, 403])(
    'a proxy that refuses a tunnel with %d is told of once, without its password',
    async (status) => {
      const { fetch } = await proxied(status)
      const refusal = await asyncRefusalOf(() => fetch('https://example.com/x'))
      expect(refusal).toMatchObject({
        code: 'proxy-refused',
        message: `the proxy does not let a connection to example.com through: status ${status}`,
        hint: expect.stringContaining(status === 407 ? 'password' : 'NO_PROXY'),
      })
      expect(`${refusal?.stack} ${Object(refusal?.cause).stack}`).not.toContain('word@')
    },
  )
})
