import { randomBytes } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { types } from 'node:util'
import type { Hash } from '../../core/algorithm.ts'
import { digest } from '../../core/crypto.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import {
  encodeTimeStampRequest,
  nonceOf,
  type TimeStampRequest,
  timeStampQueryType,
} from '../../core/timestamp/request.ts'
import { tokenOfResponse } from '../../core/timestamp/response.ts'
import { parseTimeStampToken } from '../../core/timestamp/token.ts'
import { checkAnswer, type TimeStampTrust } from '../../core/timestamp/verify.ts'
import type { TimeStampReceipt, TimestampAuthority } from '../../release/ports.ts'
import { bodyWithin } from '../response-body.ts'
import {
  createServers,
  nextServer,
  pauseBefore,
  recordFailure,
  recordSuccess,
  type Server,
  type ServerLimits,
  timeLimit,
} from './timestamp-servers.ts'

export interface TimestampAuthorityOptions {
  /** `http` or `https`; tried in this order. */
  readonly urls: readonly string[]
  /** Pinned time-stamp roots; undefined: signer and signature are checked, the signer's path is not. */
  readonly trust: TimeStampTrust | undefined
  /** Milliseconds and counts; default 7 s for one answer, 15 s to give a server up, 4 requests at once, 8 for one stamp. */
  readonly limits?: Partial<ServerLimits>
  readonly ports?: Partial<TimestampPorts>
}

/** What the client takes from outside. */
export interface TimestampPorts {
  readonly fetch: typeof fetch
  /** Milliseconds, from any starting point, never going back. */
  readonly now: () => number
  readonly random: (length: number) => Uint8Array
  readonly wait: (milliseconds: number) => Promise<unknown>
}

const defaultLimits: ServerLimits = { attempt: 7_000, giveUp: 15_000, concurrency: 4, attempts: 8 }

const defaultPorts: TimestampPorts = {
  fetch: (input, init) => fetch(input, init),
  now: () => performance.now(),
  random: (length) => randomBytes(length),
  wait: sleep,
}

/**
 * Time-stamp servers as one: each stamp is asked of the servers in turn until one gives an answer that holds in full,
 * with pauses between and places at each server. A server without a good answer for 15 s is given up for the whole run.
 *
 * @throws ReleaseSigningError `input-invalid` for a URL that is none; `timestamp-unavailable` from `stamp`
 */
export function createTimestampAuthority(options: TimestampAuthorityOptions): TimestampAuthority {
  for (const url of options.urls) checkUrl(url)
  const serverLimits = { ...defaultLimits, ...options.limits }
  const ports = { ...defaultPorts, ...options.ports }
  const servers = createServers(options.urls, serverLimits)

  const attempt = async (server: Server, request: TimeStampRequest): Promise<TimeStampReceipt | undefined> => {
    const sent = ports.now()
    const milliseconds = timeLimit(server, serverLimits, sent)
    server.dead ||= milliseconds === 0
    if (server.dead) return undefined
    try {
      const receipt = await ask(server.url, request, milliseconds, options.trust, ports)
      recordSuccess(server)
      return receipt
    } catch (error) {
      const retryAfter = error instanceof HttpFailure ? error.retryAfter : undefined
      const reason = reasonOf(error)
      const cutShort = reason === timedOut && milliseconds < serverLimits.attempt
      recordFailure(server, serverLimits, { reason, sent, now: ports.now(), retryAfter, cutShort })
      return undefined
    }
  }

  return {
    async stamp(hash, message) {
      const asked = new Map<Server, number>()
      for (;;) {
        const server = nextServer(servers, asked, serverLimits)
        if (server === undefined) throw unavailable(servers)
        const times = asked.get(server) ?? 0
        const pause = pauseBefore(server, serverLimits, times, ports.now(), (ports.random(1)[0] ?? 0) / 255)
        if (pause > 0) await ports.wait(pause)
        const receipt = await server.inTurn(async () => {
          // While this one waited, the server may have failed others.
          if (nextServer(servers, asked, serverLimits) !== server) return undefined
          asked.set(server, times + 1)
          return attempt(server, requestFor(hash, message, ports))
        })
        if (receipt !== undefined) return receipt
      }
    },
  }
}

const requestFor = (hash: Hash, message: Uint8Array, { random }: TimestampPorts): TimeStampRequest => ({
  hash,
  digest: digest(hash.name, message),
  nonce: nonceOf(random(8)),
})

function checkUrl(text: string): void {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url === undefined || !['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') {
    throw new ReleaseSigningError(
      'input-invalid',
      'timestamp-authority-url: not an http or https URL without a password',
    )
  }
}

class HttpFailure extends Error {
  readonly retryAfter: number | undefined

  constructor(status: number, retryAfter: string | null) {
    super(`HTTP status ${status}`)
    const seconds = Number(retryAfter)
    this.retryAfter = retryAfter !== null && seconds > 0 ? seconds * 1000 : undefined
  }
}

async function ask(
  url: string,
  request: TimeStampRequest,
  milliseconds: number,
  trust: TimeStampTrust | undefined,
  ports: TimestampPorts,
): Promise<TimeStampReceipt> {
  const signal = AbortSignal.timeout(milliseconds)
  const answer = await ports.fetch(url, {
    method: 'POST',
    headers: { 'content-type': timeStampQueryType },
    body: Buffer.from(encodeTimeStampRequest(request)),
    redirect: 'error',
    signal,
  })
  if (answer.status !== 200) {
    await answer.body?.cancel()
    throw new HttpFailure(answer.status, answer.headers.get('retry-after'))
  }
  const response = await readBody(answer)
  const token = tokenOfResponse(response)
  checkAnswer(parseTimeStampToken(token), request, trust)
  return { response, token }
}

/** The type that the answer claims is not looked at: what it is shows in full. */
async function readBody(answer: Response): Promise<Uint8Array> {
  const body = await bodyWithin(answer, limits.timestampBytes)
  if (body !== undefined) return body
  throw new ReleaseSigningError('limit-exceeded', `the answer is longer than ${limits.timestampBytes} bytes`)
}

const timedOut = 'no answer in time'

function reasonOf(error: unknown): string {
  if (!types.isNativeError(error)) return 'unknown failure'
  if (error.name === 'TimeoutError') return timedOut
  // fetch hides why a connection failed in the cause.
  const { cause } = error
  if (error.name === 'TypeError' && types.isNativeError(cause)) {
    return `connection failed: ${'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message}`
  }
  return error.message
}

const unavailable = (servers: readonly Server[]) =>
  new ReleaseSigningError(
    'timestamp-unavailable',
    `no time-stamp server gave a stamp that holds: ${servers.map(({ url, reason }) => `${url}: ${reason}`).join('; ')}`,
    { hint: 'Name several servers, or give up time stamps for this run with timestamp: optional.' },
  )
