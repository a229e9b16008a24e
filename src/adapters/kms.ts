import type { KeyMetadata, KMSClient, KMSClientConfig } from '@aws-sdk/client-kms'
import { type KeySpec, type SignatureAlgorithm, signatureAlgorithms } from '../core/algorithm.ts'
import { utf8 } from '../core/bytes.ts'
import { digest, mlDsaMessageRepresentative } from '../core/crypto.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { parsePublicKey } from '../core/x509/public-key.ts'
import type { KeyDescription, Signer } from '../release/ports.ts'
import { type AwsCall, awsFailure } from './aws-errors.ts'
import { atMost } from './concurrency.ts'
import { disabledKey, kmsError, pendingDeletion } from './kms-errors.ts'
import { chooseRegion, parseKmsKeyId } from './kms-key-id.ts'
import { createRetryStrategy } from './kms-retries.ts'
import { createRequestPacing } from './request-pacing.ts'
import type { Timers } from './timers.ts'

export interface KmsSignerOptions {
  /** Key id, key ARN, alias name or alias ARN, as such or behind `awskms:///`. */
  readonly keyId: string
  /** Undefined: that of the ARN, of the environment, of the profile. */
  readonly region?: string | undefined
  readonly useFipsEndpoint?: boolean | undefined
  /** Undefined: the SDK's default chain. */
  readonly credentials?: KMSClientConfig['credentials'] | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly timers: Timers
  /** Requests under way at once. Default 40. */
  readonly concurrency?: number | undefined
}

/** Enough for KMS's quota of 1,000 a second at 40 ms an answer. */
const defaultConcurrency = 40
/** Milliseconds. */
const connectionTimeout = 5_000
const requestTimeout = 15_000

/** What `probe` asks to have signed, and what an emulator that knows no dry run does sign: none of the forms we believe. */
const probeMessage = utf8('kms-release-signing dry run')

/** Signs with an asymmetric key in AWS KMS. The SDK is loaded at the first call. */
export function createKmsSigner(options: KmsSignerOptions): Signer {
  const key = parseKmsKeyId(options.keyId)
  const region = chooseRegion(key, options.region, options.environment)
  const slots = atMost(options.concurrency ?? defaultConcurrency)
  let service: Promise<KmsService> | undefined
  let described: Promise<KeyDescription> | undefined

  const call = (action: string): AwsCall => ({ action: `kms:${action}`, resource: key.id, region })
  const kms = () => {
    service ??= startService({ ...options, region, endpoint: key.endpoint })
    return service
  }

  async function send(algorithm: SignatureAlgorithm, message: Uint8Array, dryRun: boolean) {
    const { client, SignCommand } = await kms()
    return client.send(
      new SignCommand({
        KeyId: key.id,
        Message: await signedMessage(algorithm, message),
        MessageType: algorithm.messageType,
        SigningAlgorithm: algorithm.name,
        ...(dryRun ? { DryRun: true } : {}),
      }),
    )
  }

  /** What is sent for a message, by the message type of the algorithm. */
  async function signedMessage({ messageType, hash }: SignatureAlgorithm, message: Uint8Array): Promise<Uint8Array> {
    switch (messageType) {
      case 'RAW':
        return message
      case 'DIGEST':
        return digest(hash.name, message)
      case 'EXTERNAL_MU': {
        const { publicKey } = await describe()
        return mlDsaMessageRepresentative(parsePublicKey(publicKey, 'KMS key').octets, message)
      }
    }
  }

  const describe = () => {
    described ??= describeKey(kms, key.id, call)
    return described
  }

  return {
    describe,
    async probe(algorithm) {
      try {
        await send(algorithm, probeMessage, true)
      } catch (error) {
        if (awsFailure(error).name !== 'DryRunOperationException') throw kmsError(error, call('Sign'))
      }
    },
    sign: (algorithm, message) =>
      slots(async () => {
        const answer = await send(algorithm, message, false).catch((error: unknown) => {
          throw kmsError(error, call('Sign'))
        })
        const { keyId } = (await described) ?? {}
        const requestId = answer.$metadata.requestId
        if (keyId !== undefined && answer.KeyId !== undefined && !sameKey(answer.KeyId, keyId)) {
          throw answerInvalid(`signed with ${answer.KeyId}, not with ${keyId}`, requestId)
        }
        if (answer.SigningAlgorithm !== algorithm.name) {
          throw answerInvalid(`signed with ${answer.SigningAlgorithm}, not with ${algorithm.name}`, requestId)
        }
        if (!answer.Signature?.length) throw answerInvalid('answered without a signature', requestId)
        return { signature: answer.Signature, requestId }
      }),
  }
}

interface KmsService {
  readonly client: KMSClient
  readonly SignCommand: typeof import('@aws-sdk/client-kms').SignCommand
  readonly DescribeKeyCommand: typeof import('@aws-sdk/client-kms').DescribeKeyCommand
  readonly GetPublicKeyCommand: typeof import('@aws-sdk/client-kms').GetPublicKeyCommand
}

async function startService(
  options: KmsSignerOptions & { readonly endpoint: string | undefined },
): Promise<KmsService> {
  const { KMSClient, SignCommand, DescribeKeyCommand, GetPublicKeyCommand } = await import('@aws-sdk/client-kms')
  const { region, endpoint, credentials, environment, timers, useFipsEndpoint } = options
  const maxSockets = options.concurrency ?? defaultConcurrency
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
      httpAgent: { keepAlive: true, maxSockets },
      httpsAgent: { keepAlive: true, maxSockets },
    },
  })
  return { client, SignCommand, DescribeKeyCommand, GetPublicKeyCommand }
}

function retryStrategy(environment: KmsSignerOptions['environment'], timers: Timers) {
  const maximumAttempts = Number.parseInt(environment.AWS_MAX_ATTEMPTS ?? '', 10)
  return createRetryStrategy({
    pacing: createRequestPacing(timers),
    timers,
    maximumAttempts: Number.isNaN(maximumAttempts) ? undefined : maximumAttempts,
  })
}

/** What GetPublicKey says, and DescribeKey where it is allowed: it alone tells why a key cannot be used. */
async function describeKey(
  kms: () => Promise<KmsService>,
  keyId: string,
  call: (action: string) => AwsCall,
): Promise<KeyDescription> {
  const { client, DescribeKeyCommand, GetPublicKeyCommand } = await kms().catch((error: unknown) => {
    throw kmsError(error, call('GetPublicKey'))
  })
  const [metadata, answer] = await Promise.allSettled([
    client.send(new DescribeKeyCommand({ KeyId: keyId })),
    client.send(new GetPublicKeyCommand({ KeyId: keyId })),
  ])
  if (metadata.status === 'fulfilled') checkState(metadata.value.KeyMetadata ?? {}, keyId)
  else if (awsFailure(metadata.reason).name !== 'AccessDeniedException')
    throw kmsError(metadata.reason, call('DescribeKey'))
  if (answer.status === 'rejected') throw kmsError(answer.reason, call('GetPublicKey'))

  const { KeyId, KeySpec, KeyUsage, PublicKey, $metadata } = answer.value
  checkUsage(KeyUsage, keyId)
  if (!PublicKey?.length) throw answerInvalid('answered without a public key', $metadata.requestId)
  return { keyId: KeyId ?? keyId, spec: signingSpec(KeySpec, keyId), publicKey: PublicKey }
}

function checkState({ KeyState, KeyUsage, Enabled, DeletionDate }: Partial<KeyMetadata>, keyId: string): void {
  const refuse = ({ code, message, hint }: ReturnType<typeof disabledKey>) => {
    throw new ReleaseSigningError(code, message, { hint })
  }
  if (KeyState === 'PendingDeletion' || KeyState === 'PendingReplicaDeletion')
    refuse(pendingDeletion(keyId, DeletionDate))
  if (KeyState === 'Disabled' || Enabled === false) refuse(disabledKey(keyId))
  if (KeyState !== undefined && KeyState !== 'Enabled') {
    throw new ReleaseSigningError('kms-key-state', `key ${keyId} is in state ${KeyState}`, {
      hint: 'Only an enabled key signs: see the state of the key in the KMS console.',
    })
  }
  checkUsage(KeyUsage, keyId)
}

function checkUsage(usage: string | undefined, keyId: string): void {
  if (usage === undefined || usage === 'SIGN_VERIFY') return
  throw new ReleaseSigningError('kms-key-usage', `key ${keyId} is of usage ${usage}, not SIGN_VERIFY`, {
    hint: "A key's usage cannot be changed: make a new one with --key-usage SIGN_VERIFY.",
  })
}

const signingSpecs: ReadonlySet<string> = new Set(signatureAlgorithms.flatMap(({ keySpecs }) => keySpecs))
const isSigningSpec = (spec: string): spec is KeySpec => signingSpecs.has(spec)

function signingSpec(spec: string | undefined, keyId: string): KeySpec {
  if (spec !== undefined && isSigningSpec(spec)) return spec
  throw new ReleaseSigningError(
    'key-unsupported',
    `key ${keyId} is of spec ${spec}, which this program does not sign with`,
    {
      hint: `Use one of ${[...signingSpecs].join(', ')}.`,
    },
  )
}

/** Some services leave the ARN away and answer with the bare key id. */
const sameKey = (a: string, b: string): boolean => a === b || a.split('/').at(-1) === b.split('/').at(-1)

const answerInvalid = (what: string, requestId: string | undefined): ReleaseSigningError =>
  new ReleaseSigningError('aws-answer-invalid', `KMS ${what} (request ${requestId})`, {
    hint: 'The answer is not used. Was an alias pointed to another key meanwhile, or is something between here and AWS?',
  })
