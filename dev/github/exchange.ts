import { createHash, randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { beginUpload, completeUpload, deleteAsset, getAsset, listAssets, updateAsset } from './assets.ts'
import { BodyCut, readBody } from './body.ts'
import type { Places } from './documents.ts'
import { GithubError, notFound, primaryRateLimit, secondaryRateLimit } from './errors.ts'
import type { GithubFault, GithubFaultPlan } from './faults.ts'
import { findOperation, type OperationId, type Origin } from './operations.ts'
import type { RateLimiter } from './rate-limits.ts'
import {
  createRelease,
  generateNotes,
  getLatestRelease,
  getRef,
  getRelease,
  getReleaseByTag,
  getRepository,
  getRun,
  listReleases,
  updateRelease,
} from './releases.ts'
import { type ApiAnswer, type ApiRequest, type Behaviour, readMembers } from './request.ts'
import type { State } from './state.ts'
import type { Storage } from './storage.ts'
import { accessOf, type TokenStore } from './tokens.ts'

/** A request that reached the stand-in, and what became of it. */
export interface GithubCall {
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
  /** Of the answer; 0 where there was none. */
  readonly status: number
  readonly contentType: string | undefined
  /** Parsed. */
  readonly json: unknown
}

/** All that an exchange needs. */
export interface GithubCore {
  readonly state: State
  readonly tokens: TokenStore
  readonly storage: Storage
  readonly behaviour: Behaviour
  readonly faults: GithubFaultPlan
  readonly calls: GithubCall[]
  readonly now: () => number
  /** Known once the servers listen. */
  readonly places: () => Places & { readonly storage: string }
  readonly limiterOf: (authorization: string | undefined) => RateLimiter
  readonly headers: Readonly<Record<string, string>>
}

type Handler = (request: ApiRequest) => ApiAnswer

const handlers: Readonly<Record<Exclude<OperationId, 'repos/upload-release-asset' | 'storage/download'>, Handler>> = {
  'repos/get': getRepository,
  'repos/list-releases': listReleases,
  'repos/create-release': createRelease,
  'repos/generate-release-notes': generateNotes,
  'repos/get-latest-release': getLatestRelease,
  'repos/get-release-by-tag': getReleaseByTag,
  'repos/get-release': getRelease,
  'repos/update-release': updateRelease,
  'repos/list-release-assets': listAssets,
  'repos/get-release-asset': getAsset,
  'repos/update-release-asset': updateAsset,
  'repos/delete-release-asset': deleteAsset,
  'actions/get-workflow-run': getRun,
  'git/get-ref': getRef,
}

/** The connection is dropped. */
class Dropped extends Error {}

/** What a request is, before it is known whether it may be. */
interface Arrived {
  readonly origin: Origin
  readonly message: IncomingMessage
  readonly url: URL
  readonly authorization: string | undefined
  readonly fault: GithubFault | undefined
  readonly found: ReturnType<typeof findOperation>
  login: string | undefined
}

export async function exchange(
  core: GithubCore,
  origin: Origin,
  message: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const target = message.url ?? '/'
  const url = new URL(target, 'http://127.0.0.1')
  const { authorization } = message.headers
  const method = message.method ?? ''
  const prefix = new URL(core.places()[origin]).pathname.replace(/\/$/, '')
  const found = url.pathname.startsWith(`${prefix}/`)
    ? findOperation(origin, method, url.pathname.slice(prefix.length))
    : undefined
  const fault = found && core.faults.next(found.operation.id, target)
  const arrived: Arrived = { origin, message, url, authorization, fault, found, login: undefined }
  const requestId = randomBytes(9)
    .toString('hex')
    .toUpperCase()
    .replace(/(.{4})(?=.)/g, '$1:')
  const seen = (status: number, contentType: string | undefined, json: unknown): void => {
    core.calls.push({
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

/** @throws GithubError | Dropped | BodyCut */
async function answerOf(core: GithubCore, arrived: Arrived, target: string): Promise<ApiAnswer> {
  const { fault, message, found } = arrived
  if (fault?.kind === 'reset') throw new Dropped()
  if (fault?.kind === 'call' && fault.at === 'arrival') await fault.run(target)
  if (fault?.kind === 'slow') await sleep(fault.milliseconds)
  const answer =
    found?.operation.id === 'repos/upload-release-asset'
      ? await upload(core, arrived)
      : await answerWhole(core, arrived, await readBody(message))
  if (fault?.kind === 'call' && fault.at === 'answer') await fault.run(target)
  if (fault?.kind === 'lost-answer') throw new Dropped()
  if (fault?.kind === 'bad-gateway') return badGateway
  return answer
}

async function answerWhole(core: GithubCore, arrived: Arrived, body: Buffer): Promise<ApiAnswer> {
  const { found, fault, url, authorization } = arrived
  refuseOnDemand(core, fault)
  if (fault?.kind === 'bad-gateway' && fault.leaves === 'nothing') return badGateway
  if (found === undefined) throw notFound()
  const { id } = found.operation
  if (id === 'storage/download') {
    return core.storage.download(found.parameters.asset_id ?? '', url.searchParams, authorization)
  }
  const request = requestOf(core, arrived, body)
  if (id === 'repos/upload-release-asset') throw notFound()
  return handlers[id](request)
}

async function upload(core: GithubCore, arrived: Arrived): Promise<ApiAnswer> {
  const { message, fault } = arrived
  const length = message.headers['content-length']
  let begun: ReturnType<typeof beginUpload>
  let request: ApiRequest
  try {
    refuseOnDemand(core, fault)
    request = requestOf(core, arrived, Buffer.of())
    begun = beginUpload(request, length, message.headers['content-type'])
  } catch (error) {
    // The client hears it once it has sent all: no client reads before.
    await readBody(message)
    throw error
  }
  const bytes = await readBody(message, watchOf(fault, Number(length), arrived.url.search))
  const { assets } = begun.release
  if (fault?.kind === 'bad-gateway' && fault.leaves !== 'everything') {
    if (fault.leaves === 'nothing') assets.splice(assets.indexOf(begun.asset), 1)
    return badGateway
  }
  return completeUpload(request, begun, fault?.kind === 'corrupt' ? spoilt(bytes) : bytes)
}

function watchOf(fault: GithubFault | undefined, length: number, detail: string) {
  if (fault?.kind === 'cut') {
    const cut = (): never => {
      throw new Dropped()
    }
    return { after: fault.afterBytes, act: cut }
  }
  if (fault?.kind === 'call' && fault.at === 'half-way') return { after: length / 2, act: () => fault.run(detail) }
  return undefined
}

function requestOf(core: GithubCore, arrived: Arrived, body: Buffer): ApiRequest {
  const { origin, url, authorization, found, message } = arrived
  const { parameters = {}, operation } = found ?? {}
  const caller = core.tokens.identify(authorization)
  arrived.login = caller?.user.login
  core.limiterOf(authorization).take(origin === 'uploads' ? 'upload' : operation?.method === 'GET' ? 'read' : 'write')
  const fullName = `${parameters.owner}/${parameters.repo}`.toLowerCase()
  const repository = core.state.repositories.find((one) => one.fullName.toLowerCase() === fullName)
  if (repository === undefined) throw notFound()
  const places = core.places()
  return {
    ...{ state: core.state, behaviour: core.behaviour, now: core.now, places, repository, parameters },
    access: accessOf(caller, repository),
    query: url.searchParams,
    url: `${new URL(places[origin]).origin}${url.pathname}`,
    members: readMembers(body),
    accept: message.headers.accept ?? '',
    storageUrl: (asset) => `${places.storage}${core.storage.addressOf(asset)}`,
  }
}

/** @throws GithubError */
function refuseOnDemand({ now }: GithubCore, fault: GithubFault | undefined): void {
  if (fault?.kind === 'status') throw new GithubError(fault.status, fault.message)
  if (fault?.kind === 'primary-rate-limit') throw primaryRateLimit(now() + fault.resetSeconds * 1000, 1000)
  if (fault?.kind === 'secondary-rate-limit') throw secondaryRateLimit(fault.retryAfterSeconds, fault.status)
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

/** From the machine in front: a page, not JSON. */
const badGateway: ApiAnswer = {
  status: 502,
  bytes: Buffer.from('<html>\n<head><title>502 Bad Gateway</title></head>\n<body>502 Bad Gateway</body>\n</html>\n'),
  headers: { 'content-type': 'text/html' },
}

function spoilt(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 1, copy.length >> 1)
  return copy
}
