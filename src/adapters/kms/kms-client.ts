import type { KMSClient, KMSClientConfig } from '@aws-sdk/client-kms'
import { agentOptions } from '../proxy/proxy.ts'
import { createRequestPacing } from '../waiting/request-pacing.ts'
import type { Timers } from '../waiting/timers.ts'
import { createRetryStrategy } from './kms-retries.ts'

export interface KmsClientOptions {
  /** Done before the SDK is loaded. */
  readonly beforeLoading?: (() => Promise<void>) | undefined
  /** Undefined: the SDK finds one in the profile. */
  readonly region: string | undefined
  /** URL. Undefined: AWS_ENDPOINT_URL_KMS, AWS_ENDPOINT_URL or AWS's own. */
  readonly endpoint: string | undefined
  readonly useFipsEndpoint: boolean | undefined
  /** Undefined: the SDK's default chain. */
  readonly credentials: KMSClientConfig['credentials'] | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly timers: Timers
  /** Connections. */
  readonly maxSockets: number
  /** Milliseconds for one answer. */
  readonly requestTimeout: number
}

/** Milliseconds. */
const connectionTimeout = 5_000

/** The client, and the commands that are used of a module loaded only now. */
export interface KmsService {
  readonly client: KMSClient
  readonly SignCommand: typeof import('@aws-sdk/client-kms').SignCommand
  readonly VerifyCommand: typeof import('@aws-sdk/client-kms').VerifyCommand
  readonly DescribeKeyCommand: typeof import('@aws-sdk/client-kms').DescribeKeyCommand
  readonly GetPublicKeyCommand: typeof import('@aws-sdk/client-kms').GetPublicKeyCommand
  readonly CreateKeyCommand: typeof import('@aws-sdk/client-kms').CreateKeyCommand
  readonly CreateAliasCommand: typeof import('@aws-sdk/client-kms').CreateAliasCommand
}

export async function startKmsService(options: KmsClientOptions): Promise<KmsService> {
  await options.beforeLoading?.()
  const {
    KMSClient,
    SignCommand,
    VerifyCommand,
    DescribeKeyCommand,
    GetPublicKeyCommand,
    CreateKeyCommand,
    CreateAliasCommand,
  } = await import('@aws-sdk/client-kms')
  const { region, endpoint, credentials, environment, timers, useFipsEndpoint, maxSockets, requestTimeout } = options
  const agents = { keepAlive: true, maxSockets, ...agentOptions(environment) }
  const client = new KMSClient({
    ...(region === undefined ? {} : { region }),
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(credentials === undefined ? {} : { credentials }),
    ...(useFipsEndpoint ? { useFipsEndpoint } : {}),
    ...(environment.AWS_RETRY_MODE ? {} : { retryStrategy: retryStrategy(environment, timers) }),
    requestHandler: {
      connectionTimeout,
      requestTimeout,
      throwOnRequestTimeout: true,
      httpAgent: agents,
      httpsAgent: agents,
    },
  })
  return {
    client,
    SignCommand,
    VerifyCommand,
    DescribeKeyCommand,
    GetPublicKeyCommand,
    CreateKeyCommand,
    CreateAliasCommand,
  }
}

/** AWS_RETRY_MODE, where set, chooses one of the SDK's own strategies instead. */
function retryStrategy(environment: KmsClientOptions['environment'], timers: Timers) {
  const maximumAttempts = Number.parseInt(environment.AWS_MAX_ATTEMPTS ?? '', 10)
  return createRetryStrategy({
    pacing: createRequestPacing(timers),
    timers,
    maximumAttempts: Number.isNaN(maximumAttempts) ? undefined : maximumAttempts,
  })
}
