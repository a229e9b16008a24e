import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createAuthority } from '../../../dev/pki.ts'
import {
  startTimestampAuthority,
  type TestTimestampAuthority,
  type TimestampFault,
} from '../../../dev/timestamp-authority.ts'
import {
  createTimestampAuthority,
  type TimestampAuthorityOptions,
} from '../../../src/adapters/timestamp/timestamp-authority.ts'
import { algorithmByName } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { parseTimeStampToken } from '../../../src/core/timestamp/token.ts'
import { type TimeStampTrust, verifyTimeStamp } from '../../../src/core/timestamp/verify.ts'
import { createTrustAnchor } from '../../../src/core/x509/trust-anchor.ts'
import { openssl, testWithOpenssl } from '../../support/openssl.ts'
import { asyncRefusalOf, codeOf } from '../../support/refusal.ts'

const { hash } = algorithmByName('ECDSA_SHA_256')
const authority = createAuthority({ subject: 'Test TSA Root' }).issueAuthority({ subject: 'Test TSA CA' })
const trust: TimeStampTrust = { anchors: [createTrustAnchor(authority.root)] }
/** A server without a good answer is given up quickly, so that it costs the tests little. */
const quick = { attempt: 3_000, giveUp: 1_000 }

const client = (urls: readonly string[], options: Partial<TimestampAuthorityOptions> = {}) =>
  createTimestampAuthority({ urls, trust, ...options })

const messages = (count: number) => Array.from({ length: count }, (_, i) => utf8(`signature ${i}`))

async function withServers(
  faults: readonly ((number: number) => TimestampFault | undefined)[],
  act: (servers: readonly TestTimestampAuthority[], urls: readonly string[]) => Promise<void>,
): Promise<void> {
  const servers = await Promise.all(faults.map((fault) => startTimestampAuthority({ authority, fault })))
  try {
    await act(
      servers,
      servers.map(({ url }) => url),
    )
  } finally {
    await Promise.all(servers.map((server) => server.close()))
  }
}

const good = () => undefined
const always = (fault: TimestampFault) => () => fault

describe('a server that works', () => {
  let server: TestTimestampAuthority
  beforeAll(async () => {
    server = await startTimestampAuthority({ authority, latency: 30 })
  })
  afterAll(() => server.close())

  testWithOpenssl('stamps, and ours and OpenSSL believe the stamp', async () => {
    const message = utf8('signature')
    const { token, response } = await client([server.url]).stamp(hash, message)
    expect(codeOf(() => verifyTimeStamp(parseTimeStampToken(token), message, trust))).toBe('accepted')
    const files = { root: authority.rootPem, chain: authority.chainPem, message, response }
    const verdict = openssl(
      files,
      'ts',
      '-verify',
      '-data',
      'message',
      '-in',
      'response',
      '-CAfile',
      'root',
      '-untrusted',
      'chain',
    )
    expect(verdict).toMatchObject({ status: 0, output: expect.stringContaining('Verification: OK') })
  })

  testWithOpenssl('is asked no more than so many things at once', async () => {
    const stamps = client([server.url], { limits: { concurrency: 3 } })
    await Promise.all(messages(12).map((message) => stamps.stamp(hash, message)))
    expect(server.busiest).toBe(3)
  })

  testWithOpenssl('asks with a fresh nonce each time and sends the digest alone', async () => {
    const sent: Uint8Array[] = []
    const recording: typeof fetch = (input, init) => {
      if (init?.body instanceof Uint8Array) sent.push(init.body)
      return fetch(input, init)
    }
    const stamps = client([server.url], { ports: { fetch: recording } })
    const message = utf8('a signature that the server must not see')
    await stamps.stamp(hash, message)
    await stamps.stamp(hash, message)
    expect(sent).toHaveLength(2)
    expect(sent[0]).not.toEqual(sent[1])
    expect(sent.some((bytes) => Buffer.from(bytes).includes(Buffer.from(message)))).toBe(false)
  })
})

describe('one server that fails', () => {
  testWithOpenssl.each<TimestampFault>([
    'slow',
    'hang',
    'status-500',
    'status-429',
    'refused',
    'wrong-nonce',
    'wrong-imprint',
    'expired-signer',
    'untrusted-signer',
    'garbage',
    'endless',
    'cut',
    'stall',
  ])('with %s once is asked again', async (fault) => {
    await withServers([(number) => (number === 1 ? fault : undefined)], async ([server], urls) => {
      const message = utf8('signature')
      const { token } = await client(urls, { limits: { attempt: 1_800 } }).stamp(hash, message)
      expect(codeOf(() => verifyTimeStamp(parseTimeStampToken(token), message, trust))).toBe('accepted')
      expect(server?.requests).toBe(2)
    })
  })

  testWithOpenssl.each<[TimestampFault, RegExp]>([
    ['hang', /no answer in time/],
    ['status-500', /HTTP status 500/],
    ['refused', /the clock is not to be trusted/],
    ['wrong-nonce', /nonce/],
    ['wrong-imprint', /made for something else/],
    ['untrusted-signer', /time stamp: /],
    ['garbage', /not DER/],
    ['cut', /connection failed|terminated/],
    ['stall', /no answer in time/],
  ])('with %s always fails the run in time, and the reason is told', async (fault, reason) => {
    await withServers([always(fault)], async ([server], urls) => {
      const begun = performance.now()
      const stamps = client(urls, { limits: quick })
      const [first, ...others] = await Promise.all(
        messages(6).map((message) => asyncRefusalOf(() => stamps.stamp(hash, message))),
      )
      expect(first?.code).toBe('timestamp-unavailable')
      expect(first?.message).toMatch(reason)
      expect(first?.message).toContain(server?.url ?? '?')
      expect(others.map((refusal) => refusal?.code)).toEqual(others.map(() => 'timestamp-unavailable'))
      expect(performance.now() - begun).toBeLessThan(15_000)
      // Given up for the whole run.
      const asked = server?.requests
      expect((await asyncRefusalOf(() => stamps.stamp(hash, utf8('late'))))?.code).toBe('timestamp-unavailable')
      expect(server?.requests).toBe(asked)
    })
  })

  test('because nobody listens is told', async () => {
    const listener = await listen()
    const { port } = listener
    await listener.close()
    const refusal = await asyncRefusalOf(() =>
      client([`http://127.0.0.1:${port}`], { limits: quick }).stamp(hash, utf8('signature')),
    )
    expect(refusal?.message).toContain('ECONNREFUSED')
  })
})

describe('several servers', () => {
  testWithOpenssl.each<TimestampFault>(['hang', 'status-500', 'untrusted-signer', 'cut'])(
    'where the first always has %s do not fail the run',
    async (fault) => {
      await withServers([always(fault), good], async ([dead, alive], urls) => {
        const stamps = client(urls, { limits: { attempt: 2_000 } })
        const receipts = await Promise.all(messages(20).map((message) => stamps.stamp(hash, message)))
        expect(receipts).toHaveLength(20)
        expect(alive?.requests).toBe(20)
        expect(dead?.requests).toBeLessThan(10)
      })
    },
  )

  testWithOpenssl('are named when none answers', async () => {
    await withServers([always('status-500'), always('garbage')], async (_, urls) => {
      const refusal = await asyncRefusalOf(() => client(urls, { limits: quick }).stamp(hash, utf8('signature')))
      for (const url of urls) expect(refusal?.message).toContain(url)
    })
  })
})

testWithOpenssl('120 artifacts against a server that fails every third request are all stamped', async () => {
  const faults: readonly TimestampFault[] = [
    'status-500',
    'wrong-nonce',
    'cut',
    'garbage',
    'expired-signer',
    'wrong-imprint',
  ]
  const third = (number: number) => (number % 3 === 0 ? faults[(number / 3) % faults.length] : undefined)
  await withServers([third], async ([server], urls) => {
    const stamps = createTimestampAuthority({ urls, trust })
    const all = messages(120)
    const receipts = await Promise.all(all.map((message) => stamps.stamp(hash, message)))
    receipts.forEach(({ token }, i) => {
      const message = all[i] ?? new Uint8Array()
      expect(codeOf(() => verifyTimeStamp(parseTimeStampToken(token), message, trust))).toBe('accepted')
    })
    expect(server?.requests).toBeGreaterThanOrEqual(179)
  })
})

describe('with no root pinned', () => {
  testWithOpenssl('a stranger is believed, but not a wrong nonce', async () => {
    await withServers([(number) => (number === 1 ? 'wrong-nonce' : 'untrusted-signer')], async ([server], urls) => {
      await client(urls, { trust: undefined }).stamp(hash, utf8('signature'))
      expect(server?.requests).toBe(2)
    })
  })
})

test.each(['', 'tsa.example.com', 'file:///etc/passwd', 'http://user:secret@tsa.example.com'])(
  'URL %j is refused without being printed',
  (url) => {
    const refusal = codeOf(() => client([url]))
    expect(refusal).toBe('input-invalid')
  },
)

async function listen(): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server: Server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { port: address.port, close: () => new Promise((resolve) => server.close(() => resolve())) }
}
