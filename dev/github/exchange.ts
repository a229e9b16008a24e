import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { BodyCut } from './body.ts'
import type { Json } from './documents.ts'
import { GithubError } from './errors.ts'
import type { GithubFault, GithubFaultPlan } from './faults.ts'
import { findOperation, type OperationId, type Origin } from './operations.ts'
import type { ApiAnswer } from './request.ts'
import { type Arrived, answerOf, Dropped, spoilt, type Workshop } from './work.ts'

/** A request that reached the stand-in, and what became of it. */
export interface GithubCall {
  /** When it came, in milliseconds of the stand-in's clock. */
  readonly at: number
  readonly origin: Origin
  /** Undefined where the stand-in knows no such operation: answered 404. */
  readonly operation: OperationId | undefined
  readonly method: string
  /** Path and query. */
  readonly target: string
  /** The path as GitHub's description writes it. */
  readonly template: string | undefined
  readonly requestId: string
  /** Whom the token acts for. */
  readonly login: string | undefined
  /** What the request asked for. */
  readonly accept: string | undefined
  /** Whether the request showed a token at all. */
  readonly authorized: boolean
  readonly fault: GithubFault['kind'] | undefined
  /** Members of the request's JSON body, once it was read. */
  readonly sent: Json | undefined
  /** Of the answer; 0 where there was none. */
  readonly status: number
  readonly contentType: string | undefined
  /** Parsed. */
  readonly json: unknown
}

/** All that an exchange needs. */
export interface GithubCore extends Workshop {
  readonly faults: GithubFaultPlan
  readonly calls: GithubCall[]
  readonly headers: Readonly<Record<string, string>>
}

export async function exchange(
  core: GithubCore,
  origin: Origin,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const at = core.now()
  const target = message.url ?? '/'
  const url = new URL(target, 'http://127.0.0.1')
  const { authorization } = message.headers
  const method = message.method ?? ''
  const prefix = new URL(core.places()[origin]).pathname.replace(/\/$/, '')
  const found = url.pathname.startsWith(`${prefix}/`)
    ? findOperation(origin, method, url.pathname.slice(prefix.length))
    : undefined
  const fault = found && core.faults.next(found.operation.id, target)
  const arrived: Arrived = { origin, message, url, authorization, fault, found, login: undefined, sent: undefined }
  const requestId = randomBytes(9)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1:')
  const seen = (status: number, contentType: string | undefined, json: unknown): void => {
    core.calls.push({
      at,
      origin,
      operation: found?.operation.id,
      method,
      target,
      template: found?.operation.template,
      requestId,
      login: arrived.login,
      accept: message.headers.accept,
      authorized: authorization !== undefined,
      fault: fault?.kind,
      sent: arrived.sent,
      status,
      contentType,
      json,
    })
  }
  if (fault?.kind === 'hang') {
    seen(0, undefined, undefined)
    return
  }
  const answer = await answerOf(core, arrived, target).catch((error: unknown) => {
    if (error instanceof GithubError) return errorAnswer(error, origin, requestId)
    if (error instanceof Dropped || error instanceof BodyCut) return undefined
    throw error
  })
  if (answer === undefined) {
    seen(0, undefined, undefined)
    message.socket.destroy()
    return
  }
  const body = answer.bytes ?? (answer.json === undefined ? Buffer.of() : Buffer.from(JSON.stringify(answer.json)))
  const headers = {
    ...(origin === 'storage' ? {} : { ...core.headers, ...core.limiterOf(authorization).headers() }),
    'x-github-request-id': requestId,
    ...(answer.json === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...(answer.status === 200 ? { etag: `W/"${createHash('sha256').update(body).digest('hex')}"` } : {}),
    ...answer.headers,
  }
  seen(answer.status, headers['content-type'], answer.json)
  if (headers.etag !== undefined && message.headers['if-none-match'] === headers.etag) {
    response.writeHead(304, headers).end()
    return
  }
  response.writeHead(answer.status, { ...headers, ...(answer.status === 204 ? {} : { 'content-length': body.length }) })
  if (fault?.kind === 'cut' && origin !== 'uploads') {
    response.write(body.subarray(0, fault.afterBytes), () => message.socket.destroy())
    return
  }
  response.end(fault?.kind === 'corrupt' && origin !== 'uploads' ? spoilt(body) : body)
}

const documentation = 'https://docs.github.com/rest'

function errorAnswer({ status, message, errors, headers }: GithubError, origin: Origin, requestId: string): ApiAnswer {
  const json = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: documentation,
    ...(origin === 'uploads' ? { request_id: requestId } : { status: String(status) }),
  }
  return { status, json, headers }
}
