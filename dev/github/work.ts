import type { IncomingMessage } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { beginUpload, completeUpload, deleteAsset, getAsset, listAssets, updateAsset } from './assets.ts'
import { readBody } from './body.ts'
import type { Json, Places } from './documents.ts'
import { GithubError, notFound, primaryRateLimit, secondaryRateLimit } from './errors.ts'
import type { GithubFault } from './faults.ts'
import type { FoundOperation, OperationId, Origin } from './operations.ts'
import type { RateLimiter } from './rate-limits.ts'
import {
  createRelease,
  generateNotes,
  getLatestRelease,
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

/** What the work is done with. */
export interface Workshop {
  readonly state: State
  readonly tokens: TokenStore
  readonly storage: Storage
  readonly behaviour: Behaviour
  readonly now: () => number
  /** Known once the servers listen. */
  readonly places: () => Places & { readonly storage: string }
  readonly limiterOf: (authorization: string | undefined) => RateLimiter
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
}

/** The connection is dropped. */
export class Dropped extends Error {}

/** What a request is, before it is known whether it may be. */
export interface Arrived {
  readonly origin: Origin
  readonly message: IncomingMessage
  readonly url: URL
  readonly authorization: string | undefined
  readonly fault: GithubFault | undefined
  readonly found: FoundOperation | undefined
  login: string | undefined
  sent: Json | undefined
}

/** @throws GithubError | Dropped | BodyCut */
export async function answerOf(workshop: Workshop, arrived: Arrived, target: string): Promise<ApiAnswer> {
  const { fault, message, found } = arrived
  if (fault?.kind === 'reset') throw new Dropped()
  if (fault?.kind === 'call' && fault.at === 'arrival') await fault.run(target)
  if (fault?.kind === 'slow') await sleep(fault.milliseconds)
  const answer =
    found?.operation.id === 'repos/upload-release-asset'
      ? await upload(workshop, arrived)
      : await answerWhole(workshop, arrived, await readBody(message))
  if (fault?.kind === 'call' && fault.at === 'answer') await fault.run(target)
  if (fault?.kind === 'lost-answer') throw new Dropped()
  if (fault?.kind === 'bad-gateway') return badGateway
  return answer
}

async function answerWhole(workshop: Workshop, arrived: Arrived, body: Buffer): Promise<ApiAnswer> {
  const { found, fault, url, authorization } = arrived
  refuseOnDemand(workshop, fault)
  if (fault?.kind === 'bad-gateway' && fault.leaves === 'nothing') return badGateway
  if (found === undefined) throw notFound()
  const { id } = found.operation
  if (id === 'storage/download') {
    return workshop.storage.download(found.parameters.asset_id ?? '', url.searchParams, authorization)
  }
  const request = requestOf(workshop, arrived, body)
  if (id === 'repos/upload-release-asset') throw notFound()
  return handlers[id](request)
}

async function upload(workshop: Workshop, arrived: Arrived): Promise<ApiAnswer> {
  const { message, fault } = arrived
  const length = message.headers['content-length']
  let begun: ReturnType<typeof beginUpload>
  let request: ApiRequest
  try {
    refuseOnDemand(workshop, fault)
    request = requestOf(workshop, arrived, Buffer.of())
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

function requestOf(workshop: Workshop, arrived: Arrived, body: Buffer): ApiRequest {
  const { origin, url, authorization, found, message } = arrived
  const { parameters = {}, operation } = found ?? {}
  const caller = workshop.tokens.identify(authorization)
  arrived.login = caller?.user.login
  workshop
    .limiterOf(authorization)
    .take(origin === 'uploads' ? 'upload' : operation?.method === 'GET' ? 'read' : 'write')
  const fullName = `${parameters.owner}/${parameters.repo}`.toLowerCase()
  const repository = workshop.state.repositories.find((one) => one.fullName.toLowerCase() === fullName)
  if (repository === undefined) throw notFound()
  const places = workshop.places()
  const members = readMembers(body)
  if (body.length > 0) arrived.sent = members
  return {
    ...{ state: workshop.state, behaviour: workshop.behaviour, now: workshop.now, places, repository, parameters },
    access: accessOf(caller, repository),
    query: url.searchParams,
    url: `${new URL(places[origin]).origin}${url.pathname}`,
    members,
    accept: message.headers.accept ?? '',
    storageUrl: (asset) => `${places.storage}${workshop.storage.addressOf(asset)}`,
  }
}

/** @throws GithubError */
function refuseOnDemand({ now }: Workshop, fault: GithubFault | undefined): void {
  if (fault?.kind === 'status') throw new GithubError(fault.status, fault.message)
  if (fault?.kind === 'primary-rate-limit') throw primaryRateLimit(now() + fault.resetSeconds * 1000, 1000)
  if (fault?.kind === 'secondary-rate-limit') throw secondaryRateLimit(fault.retryAfterSeconds, fault.status)
}

/** From the machine in front: a page, not JSON. */
const badGateway: ApiAnswer = {
  status: 502,
  bytes: Buffer.from('<html>\n<head><title>502 Bad Gateway</title></head>\n<body>502 Bad Gateway</body>\n</html>\n'),
  headers: { 'content-type': 'text/html' },
}

/** With one byte changed. */
export function spoilt(bytes: Buffer): Buffer {
  const copy = Buffer.from(bytes)
  if (copy.length > 0) copy.writeUInt8(copy.readUInt8(copy.length >> 1) ^ 1, copy.length >> 1)
  return copy
}
