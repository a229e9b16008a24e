import type { KMSClientConfig } from '@aws-sdk/client-kms'
import type { SignatureAlgorithm } from '../../core/algorithm.ts'
import { digest, mlDsaMessageRepresentative } from '../../core/crypto.ts'
import type { KeyPurpose } from '../../core/refused-access.ts'
import { parsePublicKey } from '../../core/x509/public-key.ts'
import type { KeyDescription } from '../../release/ports.ts'
import type { AwsCall } from '../aws/aws-errors.ts'
import { atMost } from '../waiting/concurrency.ts'
import type { Timers } from '../waiting/timers.ts'
import { type KmsService, startKmsService } from './kms-client.ts'
import { answerInvalid } from './kms-errors.ts'
import { describeKey } from './kms-key.ts'
import { chooseRegion, parseKmsKeyId } from './kms-key-id.ts'

export interface KmsKeyOptions {
  /** Key id, key ARN, alias name or alias ARN, as such or behind `awskms:///`. */
  readonly keyId: string
  /** Undefined: that of the ARN, of the environment, of the profile. */
  readonly region?: string | undefined
  readonly useFipsEndpoint?: boolean | undefined
  /** Undefined: the SDK's default chain. */
  readonly credentials?: KMSClientConfig['credentials'] | undefined
  /** Done before the SDK is loaded, which takes a tenth of a second. */
  readonly beforeLoading?: (() => Promise<void>) | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly timers: Timers
  /** Requests under way at once. Default 40. */
  readonly concurrency?: number | undefined
  /** Milliseconds for one answer. Default 15,000. */
  readonly requestTimeout?: number | undefined
}

/** Enough for KMS's quota of 1,000 a second at 40 ms an answer. */
const defaultConcurrency = 40

/** One asymmetric key in AWS KMS, as requests about it go out. */
export interface KmsConnection {
  /** As KMS takes it. */
  readonly keyId: string
  /** @param algorithm that it is about, which policies may have conditions on */
  readonly call: (action: string, algorithm?: SignatureAlgorithm) => AwsCall
  /** The SDK, which is loaded at the first call. */
  readonly kms: () => Promise<KmsService>
  readonly slots: ReturnType<typeof atMost>
  readonly describe: () => Promise<KeyDescription>
  /** What is sent for a message, by the message type of the algorithm. */
  readonly wireMessage: (algorithm: SignatureAlgorithm, message: Uint8Array) => Promise<Uint8Array>
  /** @throws ReleaseSigningError `aws-answer-invalid` for an answer about another key or algorithm */
  readonly checkAnswer: (answer: Answer, algorithm: SignatureAlgorithm, did: string) => Promise<void>
}

interface Answer {
  readonly KeyId?: string | undefined
  readonly SigningAlgorithm?: string | undefined
  readonly $metadata: { readonly requestId?: string | undefined }
}

export function connectKmsKey(options: KmsKeyOptions, purpose: KeyPurpose): KmsConnection {
  const key = parseKmsKeyId(options.keyId)
  const region = chooseRegion(key, options.region, options.environment)
  const concurrency = options.concurrency ?? defaultConcurrency
  let service: Promise<KmsService> | undefined
  let described: Promise<KeyDescription> | undefined

  const call = (action: string, algorithm?: SignatureAlgorithm): AwsCall => ({
    action: `kms:${action}`,
    resource: key.id,
    region,
    purpose,
    ...(algorithm === undefined
      ? {}
      : { conditions: { 'kms:SigningAlgorithm': algorithm.name, 'kms:MessageType': algorithm.messageType } }),
  })
  const kms = () => {
    service ??= startKmsService({
      beforeLoading: options.beforeLoading,
      region,
      endpoint: key.endpoint,
      useFipsEndpoint: options.useFipsEndpoint,
      credentials: options.credentials,
      environment: options.environment,
      timers: options.timers,
      maxSockets: concurrency,
      requestTimeout: options.requestTimeout ?? 15_000,
    })
    return service
  }
  const describe = () => {
    described ??= describeKey(kms, key.id, call)
    return described
  }

  return {
    keyId: key.id,
    call,
    kms,
    slots: atMost(concurrency),
    describe,
    async wireMessage({ messageType, hash }, message) {
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
    },
    async checkAnswer(answer, algorithm, did) {
      const { keyId } = (await described) ?? {}
      const { requestId } = answer.$metadata
      if (keyId !== undefined && answer.KeyId !== undefined && !sameKey(answer.KeyId, keyId)) {
        throw answerInvalid(`${did} with ${answer.KeyId}, not with ${keyId}`, requestId)
      }
      if (answer.SigningAlgorithm !== algorithm.name) {
        throw answerInvalid(`${did} with ${answer.SigningAlgorithm}, not with ${algorithm.name}`, requestId)
      }
    },
  }
}

/** Some services leave the ARN away and answer with the bare key id. */
const sameKey = (a: string, b: string): boolean => a === b || a.split('/').at(-1) === b.split('/').at(-1)
