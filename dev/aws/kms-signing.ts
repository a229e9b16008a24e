import {
  algorithmsOfSpec,
  type MessageType,
  maximumRawBytes,
  type SigningAlgorithm,
  signingAlgorithms,
} from './algorithms.ts'
import { AwsError, validationError } from './errors.ts'
import { signWith, verifyWith } from './key-material.ts'
import type { KmsKey } from './keys.ts'
import type { KmsInput } from './kms-input.ts'

interface SigningRequest {
  readonly algorithm: SigningAlgorithm
  readonly messageType: MessageType
  readonly message: Uint8Array
}

/** What the API model demands of Sign and Verify, before any key is looked for. */
export function readSigningRequest(input: KmsInput): SigningRequest {
  const name = input.string('SigningAlgorithm')
  const algorithm = signingAlgorithms.find((row) => row.name === name)
  if (algorithm === undefined) {
    const names = signingAlgorithms.map((row) => row.name).join(', ')
    throw validationError('signingAlgorithm', name, `Member must satisfy enum value set: [${names}]`)
  }
  const messageType = input.optionalString('MessageType') ?? 'RAW'
  if (messageType !== 'RAW' && messageType !== 'DIGEST' && messageType !== 'EXTERNAL_MU') {
    throw validationError('messageType', messageType, 'Member must satisfy enum value set: [RAW, DIGEST, EXTERNAL_MU]')
  }
  const message = input.blob('Message')
  if (message.length < 1) {
    throw validationError('message', undefined, 'Member must have length greater than or equal to 1')
  }
  if (message.length > maximumRawBytes) {
    throw validationError('message', undefined, `Member must have length less than or equal to ${maximumRawBytes}`)
  }
  return { algorithm, messageType, message }
}

/** @throws AwsError `InvalidKeyUsageException`, or `ValidationException` for a message that does not fit */
function checkFit(operation: string, key: KmsKey, { algorithm, messageType, message }: SigningRequest): void {
  if (key.usage !== 'SIGN_VERIFY') {
    throw new AwsError(
      'InvalidKeyUsageException',
      `${key.arn} key usage is ${key.usage} which is not valid for ${operation}.`,
    )
  }
  if (!algorithmsOfSpec.get(key.spec)?.includes(algorithm.name)) {
    throw new AwsError(
      'InvalidKeyUsageException',
      `Algorithm ${algorithm.name} is incompatible with key spec ${key.spec}.`,
    )
  }
  if (!algorithm.messageTypes.includes(messageType)) {
    throw new AwsError(
      'ValidationException',
      `MessageType ${messageType} is not supported for signing algorithm ${algorithm.name}.`,
    )
  }
  if (messageType !== 'RAW' && message.length !== algorithm.digestLength) {
    throw new AwsError('ValidationException', `Digest is invalid length for algorithm ${algorithm.name}.`)
  }
}

export function signOperation(key: KmsKey, request: SigningRequest, dryRun: boolean): object {
  checkFit('Sign', key, request)
  refuseDryRun(dryRun)
  const signature = signWith(privateKeyOf(key), request.algorithm, request.messageType, request.message)
  return {
    KeyId: key.arn,
    Signature: Buffer.from(signature).toString('base64'),
    SigningAlgorithm: request.algorithm.name,
  }
}

export function verifyOperation(key: KmsKey, request: SigningRequest, signature: Uint8Array, dryRun: boolean): object {
  checkFit('Verify', key, request)
  refuseDryRun(dryRun)
  if (!verifyWith(privateKeyOf(key), request.algorithm, request.messageType, request.message, signature)) {
    throw new AwsError('KMSInvalidSignatureException', '')
  }
  return { KeyId: key.arn, SignatureValid: true, SigningAlgorithm: request.algorithm.name }
}

function refuseDryRun(dryRun: boolean): void {
  if (dryRun) {
    throw new AwsError(
      'DryRunOperationException',
      'The request would have succeeded, but the DryRun option is set.',
      412,
    )
  }
}

function privateKeyOf(key: KmsKey) {
  if (key.privateKey === undefined) throw new Error(`a key of spec ${key.spec} does not sign`)
  return key.privateKey
}
