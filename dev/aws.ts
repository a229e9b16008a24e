import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { AwsError } from './aws/errors.ts'
import { createFaultPlan, createThrottle, type FaultPlan, latency, type Pace } from './aws/faults.ts'
import { createKeyStore, type KeyStore } from './aws/keys.ts'
import { callKms } from './aws/kms.ts'
import { readInput } from './aws/kms-input.ts'
import {
  type Credentials,
  createRole,
  createUser,
  type Principal,
  type Role,
  type RoleOptions,
  type UserOptions,
} from './aws/principals.ts'
import { callPrivateCa } from './aws/private-ca.ts'
import { createPrivateCaStore, type PrivateCaStore } from './aws/private-ca-store.ts'
import type { ServiceName } from './aws/service-name.ts'
import { type AuthenticatedCaller, authenticate } from './aws/signature-v4.ts'
import { callSts, type XmlMembers } from './aws/sts.ts'
import type { IdentityProvider } from './aws/web-identity.ts'
import { type ReceivedRequest, serve } from './loopback.ts'

export type { Fault } from './aws/faults.ts'
export type { KmsKey } from './aws/keys.ts'
export type { Policy, PolicyStatement } from './aws/policy.ts'
export { identityProviderArn } from './aws/sts.ts'

export interface AwsOptions {
  /** Default 111122223333. */
  readonly account?: string
  /** Region of `createKey` and of `environment`. Default eu-central-1. Keys of other Regions may be made, too. */
  readonly region?: string
  readonly identityProviders?: readonly IdentityProvider[]
  readonly roles?: readonly RoleOptions[]
  readonly pace?: Partial<Pace>
}

/** One call that reached a stand-in. */
export interface Call {
  readonly service: ServiceName
  readonly operation: string
  readonly requestId: string
  /** ARN of the caller, once it was known. */
  readonly caller: string | undefined
  readonly input: Readonly<Record<string, unknown>>
  /** HTTP status of the answer; 0 for a connection dropped or left hanging. */
  readonly status: number
  /** The error's wire name. */
  readonly error: string | undefined
  /** When it was answered, in milliseconds of `performance.now()`. */
  readonly answered: number
}

export interface Aws {
  /** What AWS_ENDPOINT_URL is set to. */
  readonly url: string
  readonly account: string
  readonly region: string
  /** Of a user who may do everything. */
  readonly credentials: Credentials
  /** For a process that is to use this AWS with the credentials of that user. */
  readonly environment: Readonly<Record<string, string>>
  /** The same without credentials: for one that assumes a role. */
  readonly anonymousEnvironment: Readonly<Record<string, string>>
  readonly keys: KeyStore
  readonly privateCas: PrivateCaStore
  readonly faults: FaultPlan
  readonly pace: Pace
  readonly calls: readonly Call[]
  /** What it handed out and nobody may print: secret keys and session tokens. */
  secrets(): readonly string[]
  /** Sign calls that were no dry run, failed ones included. */
  signCalls(): readonly Call[]
  createUser(options: UserOptions): Credentials
  /** In place of one of the same name. */
  createRole(options: RoleOptions): Role
  /** Ends the lifetime of every role session that was given out. */
  expireSessions(): void
  close(): Promise<void>
}

interface Answer {
  readonly status: number
  readonly type: string
  readonly body: string
  readonly error: string | undefined
}

/** AWS KMS, STS and Private CA on loopback, for unmodified SDKs. Keys and signatures are real, and so are requests' signatures. */
export async function startAws(options: AwsOptions = {}): Promise<Aws> {
  const { account = '111122223333', region = 'eu-central-1' } = options
  const principals = new Map<string, Principal>()
  const register = (principal: Principal): void => {
    principals.set(principal.credentials.accessKeyId, principal)
  }
  const administrator = createUser(account, { name: 'administrator' })
  register(administrator)
  const roles = (options.roles ?? []).map((role) => createRole(account, role))
  const pace: Pace = { latencyMilliseconds: 0, callsPerSecond: Number.POSITIVE_INFINITY, ...options.pace }
  const kms = { account, keys: createKeyStore(account), throttle: createThrottle(pace) }
  const privateCa = { account, authorities: createPrivateCaStore(account, region) }
  const sts = { account, providers: options.identityProviders ?? [], roles, register }
  const faults = createFaultPlan()
  const calls: Call[] = []

  const identify = (request: ReceivedRequest, service: ServiceName): AuthenticatedCaller =>
    authenticate(request, service, (id) => principals.get(id))

  async function answerJson(request: ReceivedRequest, seen: Seen): Promise<Answer> {
    const caller = identify(request, seen.service)
    seen.caller = caller.principal.arn
    const input = readInput(request.body)
    seen.input = input.members
    const { operation } = seen
    return json(
      200,
      seen.service === 'kms'
        ? callKms(kms, operation, caller, input)
        : callPrivateCa(privateCa, operation, caller, input),
    )
  }

  async function answerSts(request: ReceivedRequest, seen: Seen, parameters: URLSearchParams): Promise<Answer> {
    seen.input = Object.fromEntries(parameters)
    const caller = request.message.headers.authorization === undefined ? undefined : identify(request, 'sts')
    seen.caller = caller?.principal.arn
    const result = await callSts(sts, { operation: seen.operation, parameters, caller })
    return xmlResult(seen.operation, result, seen.requestId)
  }

  const server = await serve(async (request, response) => {
    const target = String(request.message.headers['x-amz-target'] ?? '')
    const parameters = new URLSearchParams(request.body.toString('utf8'))
    const [prefix = '', operation = ''] = target.split('.')
    const service = jsonServices[prefix] ?? 'sts'
    const seen: Seen = {
      service,
      operation: service === 'sts' ? (parameters.get('Action') ?? '') : operation,
      requestId: randomUUID(),
      caller: undefined,
      input: {},
    }
    const fault = faults.next(service, seen.operation)
    await latency(pace)
    const answer = await (fault === undefined || fault.kind === 'lost-answer'
      ? (service === 'sts' ? answerSts(request, seen, parameters) : answerJson(request, seen)).catch((error: unknown) =>
          errorAnswer(error, seen),
        )
      : fault.kind === 'error'
        ? errorAnswer(new AwsError(fault.name, fault.message, fault.status), seen)
        : undefined)
    const lost = answer === undefined || fault?.kind === 'lost-answer'
    calls.push({
      ...seen,
      status: lost ? 0 : answer.status,
      error: lost ? fault?.kind : answer.error,
      answered: performance.now(),
    })
    if (!lost) send(response, seen, answer)
    else if (fault?.kind !== 'hang') request.message.socket.destroy()
  })

  const anonymousEnvironment = {
    AWS_ENDPOINT_URL: server.url,
    AWS_REGION: region,
    // Without these an SDK looks for files, and for the metadata service of a virtual machine.
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
  }
  return {
    url: server.url,
    account,
    region,
    credentials: administrator.credentials,
    anonymousEnvironment,
    environment: {
      ...anonymousEnvironment,
      AWS_ACCESS_KEY_ID: administrator.credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: administrator.credentials.secretAccessKey,
    },
    keys: kms.keys,
    privateCas: privateCa.authorities,
    faults,
    pace,
    calls,
    secrets: () =>
      [...principals.values()].flatMap(({ credentials: { secretAccessKey, sessionToken } }) =>
        sessionToken === undefined ? [secretAccessKey] : [secretAccessKey, sessionToken],
      ),
    signCalls: () => calls.filter(({ operation, input }) => operation === 'Sign' && input.DryRun !== true),
    createUser: (user) => {
      const principal = createUser(account, user)
      register(principal)
      return principal.credentials
    },
    createRole: (role) => {
      const created = createRole(account, role)
      const before = roles.findIndex(({ name }) => name === created.name)
      if (before >= 0) roles.splice(before, 1)
      roles.push(created)
      return created
    },
    expireSessions: () => {
      for (const principal of principals.values()) {
        if (principal.expires !== undefined) register({ ...principal, expires: new Date(0) })
      }
    },
    close: () => server.close(),
  }
}

/** By what stands before the operation in X-Amz-Target; STS speaks another protocol. */
const jsonServices: Readonly<Record<string, ServiceName>> = { TrentService: 'kms', ACMPrivateCA: 'acm-pca' }

/** What becomes a Call. */
interface Seen {
  readonly service: ServiceName
  readonly operation: string
  readonly requestId: string
  caller: string | undefined
  input: Readonly<Record<string, unknown>>
}

function send(response: ServerResponse, { requestId }: Seen, { status, type, body }: Answer): void {
  response
    .writeHead(status, {
      'content-type': type,
      'content-length': Buffer.byteLength(body),
      'x-amzn-requestid': requestId,
    })
    .end(body)
}

const json = (status: number, body: object, error?: string): Answer => ({
  status,
  type: 'application/x-amz-json-1.1',
  body: JSON.stringify(body),
  error,
})

function errorAnswer(error: unknown, { service, requestId }: Seen): Answer {
  if (!(error instanceof AwsError)) throw error
  const { code, message, status } = error
  if (service !== 'sts') return json(status, { __type: code, ...(message === '' ? {} : { message }) }, code)
  const type = status >= 500 ? 'Receiver' : 'Sender'
  const body = element('Error', { Type: type, Code: code, Message: message }) + element('RequestId', requestId)
  return xml(status, `<ErrorResponse xmlns="${stsNamespace}">${body}</ErrorResponse>`, code)
}

const stsNamespace = 'https://sts.amazonaws.com/doc/2011-06-15/'

function xmlResult(operation: string, result: XmlMembers, requestId: string): Answer {
  const body = element(`${operation}Result`, result) + element('ResponseMetadata', { RequestId: requestId })
  return xml(200, `<${operation}Response xmlns="${stsNamespace}">${body}</${operation}Response>`)
}

const xml = (status: number, body: string, error?: string): Answer => ({ status, type: 'text/xml', body, error })

const element = (name: string, value: string | XmlMembers): string =>
  `<${name}>${
    typeof value === 'string'
      ? escapeXml(value)
      : Object.entries(value)
          .map(([child, inner]) => element(child, inner))
          .join('')
  }</${name}>`

const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (character) => `&#${character.charCodeAt(0)};`)
