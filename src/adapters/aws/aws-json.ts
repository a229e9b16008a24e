import type { SignatureV4 } from '@smithy/signature-v4'
import { limits } from '../../core/limits.ts'
import { requestHandling } from '../proxy/proxy.ts'
import { bodyWithin } from '../response-body.ts'
import { withRetries } from '../waiting/retry.ts'
import type { Timers } from '../waiting/timers.ts'
import { awsFailure, isThrottling } from './aws-errors.ts'
import { rememberedCredentials } from './remembered-credentials.ts'
import { SignatureHash } from './signature-hash.ts'
import type { CredentialProvider } from './web-identity.ts'

/** How one service of AWS that speaks JSON 1.1 is reached. */
export interface AwsJsonOptions {
  /** As in the credential scope of Signature Version 4. */
  readonly signingName: string
  /** What stands before the operation in `X-Amz-Target`. */
  readonly targetPrefix: string
  readonly endpoint: URL
  readonly region: string
  /** Undefined: the SDK's default chain. */
  readonly credentials: CredentialProvider | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly fetch: typeof fetch
  readonly timers: Timers
  /** The present, for signatures. */
  readonly clock: () => Date
  /** Milliseconds for one answer. */
  readonly requestTimeout: number
}

/** The members of an answer, not looked at yet. */
export interface AwsJsonAnswer {
  readonly members: Readonly<Record<string, unknown>>
  readonly requestId: string | undefined
}

/** @throws what `awsFailure` reads, as the SDK's clients do */
export type AwsJsonCall = (operation: string, input: object) => Promise<AwsJsonAnswer>

/** Tries of one request, where AWS_MAX_ATTEMPTS says nothing; the waits between them make 15 s. */
const defaultAttempts = 6
/** Milliseconds. */
const firstWait = 500

/**
 * Calls a service by its JSON 1.1 protocol, for one whose own client is not to be had. Signed as the SDK signs, with its
 * credentials; throttling and failures on the way are tried again.
 *
 * @see https://smithy.io/2.0/aws/protocols/aws-json-1_1-protocol.html
 */
export function createAwsJsonCall(options: AwsJsonOptions): AwsJsonCall {
  const { environment, timers } = options
  const maximum = Number.parseInt(environment.AWS_MAX_ATTEMPTS ?? '', 10)
  const attempts = maximum >= 1 ? maximum : defaultAttempts
  let signer: Promise<SignatureV4> | undefined
  return (operation, input) =>
    withRetries(
      async () => {
        signer ??= createSigner(options)
        return request(await signer, operation, JSON.stringify(input), options)
      },
      { attempts, firstWait, isTransient, timers },
    )
}

/** A refusal or failure in the shape of the SDK's. */
class AwsJsonError extends Error {
  readonly $metadata: { readonly httpStatusCode?: number; readonly requestId?: string | undefined }
  /** The system's name of a failure on the way. */
  readonly code?: string

  constructor(
    name: string,
    message: string,
    about: Pick<AwsJsonError, '$metadata'> & { readonly code?: string; readonly cause?: unknown },
  ) {
    super(message, about.cause === undefined ? undefined : { cause: about.cause })
    this.name = name
    this.$metadata = about.$metadata
    if (about.code !== undefined) this.code = about.code
  }
}

function isTransient(error: unknown): boolean {
  if (!(error instanceof AwsJsonError)) return false
  const failure = awsFailure(error)
  const { networkCode = '', status = 0 } = failure
  return isThrottling(failure) || /^E(?!RR_)[A-Z_]+$/.test(networkCode) || status >= 500
}

async function request(
  signer: SignatureV4,
  operation: string,
  body: string,
  options: AwsJsonOptions,
): Promise<AwsJsonAnswer> {
  const { endpoint, targetPrefix, fetch, clock, requestTimeout } = options
  const { headers } = await signer.sign(
    {
      method: 'POST',
      protocol: endpoint.protocol,
      hostname: endpoint.hostname,
      path: endpoint.pathname,
      query: {},
      headers: {
        host: endpoint.host,
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `${targetPrefix}.${operation}`,
      },
      body,
    },
    { signingDate: clock() },
  )
  // The host is that of the URL, which fetch writes itself.
  const { host: _, ...sent } = headers
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: sent,
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(requestTimeout),
  }).catch(onTheWay)
  const text = await boundedText(response).catch(onTheWay)
  const requestId = response.headers.get('x-amzn-requestid') ?? undefined
  const members = objectIn(text)
  if (response.ok && members !== undefined) return { members, requestId }
  const metadata = { httpStatusCode: response.status, requestId }
  const { __type, message, Message } = members ?? {}
  const type = __type ?? response.headers.get('x-amzn-errortype')
  throw new AwsJsonError(
    response.ok ? 'UnreadableAnswer' : errorName(type),
    response.ok ? 'the answer is no JSON object' : String(message ?? Message ?? ''),
    { $metadata: metadata },
  )
}

/** `com.amazonaws.acmpca#InvalidStateException:http://…` without what stands around the name. */
const errorName = (type: unknown): string =>
  typeof type === 'string' ? type.replace(/:.*$/s, '').replace(/^.*#/s, '') : 'UnknownError'

/** What fetch throws, with the name that the system has for it. */
function onTheWay(error: unknown): never {
  if (error instanceof AwsJsonError) throw error
  const { networkCode = 'UND_ERR', name, message } = awsFailure(error)
  const isTimeout = name === 'TimeoutError' || /TIMEOUT/.test(networkCode)
  // Names that fetch has and the system has not: the connection ended too early.
  const code = isTimeout ? 'ETIMEDOUT' : networkCode.startsWith('UND_ERR') ? 'ECONNRESET' : networkCode
  throw new AwsJsonError(name, `${message}: ${networkCode}`, { $metadata: {}, code, cause: Object(error).cause })
}

async function boundedText(response: Response): Promise<string> {
  const body = await bodyWithin(response, limits.awsAnswerBytes)
  if (body !== undefined) return body.toString('utf8')
  throw new AwsJsonError('UnreadableAnswer', `the answer is longer than ${limits.awsAnswerBytes} bytes`, {
    $metadata: { httpStatusCode: response.status },
  })
}

/** An empty answer has no members. */
function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  if (text === '') return {}
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
  } catch {
    return undefined
  }
}

async function createSigner({
  signingName,
  region,
  credentials,
  environment,
  clock,
}: AwsJsonOptions): Promise<SignatureV4> {
  const [{ SignatureV4 }, provider] = await Promise.all([
    import('@smithy/signature-v4'),
    credentials ?? defaultCredentials(region, environment),
  ])
  return new SignatureV4({
    service: signingName,
    region,
    credentials: rememberedCredentials(provider, clock),
    sha256: SignatureHash,
    applyChecksum: false,
  })
}

async function defaultCredentials(
  region: string,
  environment: AwsJsonOptions['environment'],
): Promise<CredentialProvider> {
  const { fromNodeProviderChain } = await import('@aws-sdk/credential-providers')
  return fromNodeProviderChain({ clientConfig: { region, ...requestHandling(environment) } })
}
