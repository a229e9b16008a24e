import type { KMSClientConfig } from '@aws-sdk/client-kms'
import type { SignatureAlgorithm } from '../core/algorithm.ts'
import { utf8 } from '../core/bytes.ts'
import { digest, mlDsaMessageRepresentative } from '../core/crypto.ts'
import { parsePublicKey } from '../core/x509/public-key.ts'
import type { KeyDescription, Signer } from '../release/ports.ts'
import { type AwsCall, awsFailure } from './aws-errors.ts'
import { atMost } from './concurrency.ts'
import { type KmsService, startKmsService } from './kms-client.ts'
import { answerInvalid, kmsError } from './kms-errors.ts'
import { describeKey } from './kms-key.ts'
import { chooseRegion, parseKmsKeyId } from './kms-key-id.ts'
import type { Timers } from './timers.ts'

export interface KmsSignerOptions {
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
  const signCall = ({ name, messageType }: SignatureAlgorithm): AwsCall => ({
    ...call('Sign'),
    conditions: { 'kms:SigningAlgorithm': name, 'kms:MessageType': messageType },
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
      maxSockets: options.concurrency ?? defaultConcurrency,
      requestTimeout: options.requestTimeout ?? 15_000,
    })
    return service
  }

  async function send(algorithm: SignatureAlgorithm, message: Uint8Array, dryRun: boolean, isDigest = false) {
    const { client, SignCommand } = await kms()
    return client.send(
      new SignCommand({
        KeyId: key.id,
        Message: isDigest ? message : await signedMessage(algorithm, message),
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
        if (awsFailure(error).name !== 'DryRunOperationException') throw kmsError(error, signCall(algorithm))
      }
    },
    sign: (algorithm, message) => signed(algorithm, message, false),
    signDigest: (algorithm, digest) => signed(algorithm, digest, true),
  }

  function signed(algorithm: SignatureAlgorithm, bytes: Uint8Array, isDigest: boolean) {
    return slots(async () => {
      const answer = await send(algorithm, bytes, false, isDigest).catch((error: unknown) => {
        throw kmsError(error, signCall(algorithm))
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
    })
  }
}

/** Some services leave the ARN away and answer with the bare key id. */
const sameKey = (a: string, b: string): boolean => a === b || a.split('/').at(-1) === b.split('/').at(-1)
