import { type ErrorCode, ReleaseSigningError } from '../../core/error.ts'
import type { KeyPurpose, RefusedAccess } from '../../core/refused-access.ts'
import { systemCode } from '../files/file-error.ts'
import { proxyHint, proxyRefusal } from '../proxy/proxy-refusal.ts'

/** What was asked of AWS when it failed. */
export interface AwsCall {
  /** IAM action, such as `kms:Sign`. */
  readonly action: string
  /** What it was asked about: the key or role as it was given. */
  readonly resource: string
  /** Undefined where it is not known. */
  readonly region: string | undefined
  /** What a key is wanted for. Default: to sign. */
  readonly purpose?: KeyPurpose
  /** Condition keys of IAM that this call has, such as `kms:MessageType`. */
  readonly conditions?: Readonly<Record<string, string>>
}

/** Why AWS, or the way there, refused: the wire name and what is known besides. */
export interface AwsFailure {
  readonly name: string
  readonly message: string
  readonly status: number | undefined
  readonly requestId: string | undefined
  /** The system's name of a failure on the way, such as `ECONNREFUSED`. */
  readonly networkCode: string | undefined
  /** Undefined where no proxy refused. */
  readonly proxy: { readonly status: number | undefined } | undefined
}

export interface Explanation {
  readonly code: ErrorCode
  readonly message: string
  readonly hint: string
  readonly refused?: RefusedAccess
}

/** Reads what the SDK threw, whatever it is. */
export function awsFailure(error: unknown): AwsFailure {
  const { name, message, $metadata, cause } = Object(error) as {
    readonly name?: unknown
    readonly message?: unknown
    readonly $metadata?: { readonly httpStatusCode?: number; readonly requestId?: string }
    readonly cause?: unknown
  }
  return {
    name: typeof name === 'string' ? name : 'Error',
    message: typeof message === 'string' ? message : '',
    status: $metadata?.httpStatusCode,
    requestId: $metadata?.requestId,
    proxy: proxyRefusal(error) ?? ($metadata?.httpStatusCode === 407 ? { status: 407 } : undefined),
    networkCode: systemCode(error) ?? systemCode(cause) ?? firstCode(error),
  }
}

/** Of an AggregateError, as thrown when every address of a host was tried. */
function firstCode(error: unknown): string | undefined {
  const { errors } = Object(error) as { readonly errors?: unknown }
  return Array.isArray(errors) ? errors.map(systemCode).find((code) => code !== undefined) : undefined
}

/** The failure as this program's error: what is special to the service, else what all services have in common. */
export function awsError(error: unknown, call: AwsCall, explain: (failure: AwsFailure) => Explanation | undefined) {
  if (error instanceof ReleaseSigningError) return error
  const failure = awsFailure(error)
  const { code, message, hint, refused } = explain(failure) ?? explainCommon(failure, call)
  const id = failure.requestId === undefined ? '' : ` (request ${failure.requestId})`
  return new ReleaseSigningError(code, `${message}${id}`, { hint, refused, cause: error })
}

const noCredentials = new Set([
  'CredentialsProviderError',
  'ProviderError',
  'TokenProviderError',
  'MissingAuthenticationToken',
])
const expiredCredentials = new Set(['ExpiredTokenException', 'ExpiredToken', 'RequestExpired'])
const wrongCredentials = new Set([
  'UnrecognizedClientException',
  'InvalidClientTokenId',
  'IncompleteSignature',
  'InvalidAccessKeyId',
])
const throttling = new Set([
  'ThrottlingException',
  'Throttling',
  'TooManyRequestsException',
  'RequestLimitExceeded',
  'LimitExceededException',
])
const unreachable = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
])

/** Refused for the rate, and worth another try. */
export const isThrottling = ({ name, status }: Pick<AwsFailure, 'name' | 'status'>): boolean =>
  throttling.has(name) || status === 429

/** Who was refused, from `User: ARN is not authorized to perform: …`. */
export const namedPrincipal = (message: string): string | undefined =>
  /User: (\S+) is not authorized/.exec(message)?.[1]

export const deniedPrincipal = (message: string): string => namedPrincipal(message) ?? 'this identity'

function explainCommon(failure: AwsFailure, { action, resource, region }: AwsCall): Explanation {
  const { name, message, status, networkCode } = failure
  const what = `${action} on ${resource}`
  if (failure.proxy !== undefined) return proxyRefuses(failure.proxy.status, what)
  if (noCredentials.has(name)) {
    return {
      code: 'aws-credentials-missing',
      message: `${what}: no AWS credentials: ${message}`,
      hint: 'In a workflow set role-to-assume and `permissions: id-token: write`; elsewhere sign in, or set AWS_PROFILE or AWS_ACCESS_KEY_ID.',
    }
  }
  if (expiredCredentials.has(name)) {
    return {
      code: 'aws-credentials-expired',
      message: `${what}: the AWS credentials have expired: ${message}`,
      hint: 'Sign in again; with role-to-assume raise role-duration-seconds.',
    }
  }
  if (name === 'InvalidSignatureException' || name === 'SignatureDoesNotMatch' || name === 'RequestTimeTooSkewed') {
    const skewed = /expired|not yet current|skew/i.test(message)
    return skewed
      ? { code: 'aws-clock-skew', message: `${what}: ${message}`, hint: "Set this machine's clock." }
      : { code: 'aws-credentials-invalid', message: `${what}: ${message}`, hint: 'Check AWS_SECRET_ACCESS_KEY.' }
  }
  if (wrongCredentials.has(name)) {
    return {
      code: 'aws-credentials-invalid',
      message: `${what}: AWS does not know these credentials: ${message}`,
      hint: 'Check AWS_ACCESS_KEY_ID and AWS_SESSION_TOKEN, and that they belong to this partition and Region.',
    }
  }
  if (/^Region is missing/.test(message)) {
    return {
      code: 'aws-region-missing',
      message: `${what}: the AWS Region is not known`,
      hint: 'Set aws-region or AWS_REGION, or give the ARN of the key.',
    }
  }
  if (isThrottling(failure)) {
    return {
      code: 'aws-throttled',
      message: `${what}: AWS kept throttling: ${message}`,
      hint: 'Try again when less else uses the quota of this account and Region, or have the quota raised.',
    }
  }
  if (networkCode !== undefined && unreachable.has(networkCode)) return unreachableService(networkCode, what, region)
  if (name === 'TimeoutError') return unreachableService('ETIMEDOUT', what, region)
  if (status !== undefined && status >= 500) {
    return {
      code: 'aws-unavailable',
      message: `${what}: AWS failed again and again: ${name}: ${message}`,
      hint: 'Try again later; https://health.aws.amazon.com shows whether AWS knows of it.',
    }
  }
  if (status === undefined) {
    return {
      code: 'aws-configuration',
      message: `${what}: ${message}`,
      hint: 'Check the AWS configuration: Region, endpoint, FIPS, proxy and profile.',
    }
  }
  return { code: 'aws-refused', message: `${what}: ${name}: ${message}`, hint: 'See what AWS says about this error.' }
}

function proxyRefuses(status: number | undefined, what: string): Explanation {
  return {
    code: 'proxy-refused',
    message: `${what}: the proxy does not let it through${status === undefined ? '' : `: status ${status}`}`,
    hint: proxyHint(status, "AWS's endpoint"),
  }
}

function unreachableService(networkCode: string, what: string, region: string | undefined): Explanation {
  const where = region === undefined ? '' : ` in Region ${region}`
  const hint =
    networkCode === 'ENOTFOUND'
      ? 'Check the name of the Region, whether it has FIPS endpoints where they were asked for, and AWS_ENDPOINT_URL.'
      : 'Check the network, the proxy and AWS_ENDPOINT_URL.'
  return { code: 'aws-unreachable', message: `${what}: AWS${where} cannot be reached: ${networkCode}`, hint }
}
