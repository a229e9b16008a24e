import { ReleaseSigningError } from '../../core/error.ts'
import type { RefusedKey } from '../../core/refused-access.ts'
import {
  type AwsCall,
  type AwsFailure,
  awsError,
  deniedPrincipal,
  type Explanation,
  namedPrincipal,
} from '../aws/aws-errors.ts'

/** A failed KMS call as an error that says what to do. */
export const kmsError = (error: unknown, call: AwsCall): ReleaseSigningError =>
  awsError(error, call, (failure) => explainKms(failure, call))

/** By the names in the API reference of Sign, GetPublicKey and DescribeKey. */
export function explainKms(
  { name, message }: AwsFailure,
  { action, resource, region, purpose = 'sign', conditions = {} }: AwsCall,
): Explanation | undefined {
  const where = region === undefined ? '' : ` in ${region}`
  switch (name) {
    case 'AccessDeniedException':
      return {
        code: 'aws-access-denied',
        message: `${deniedPrincipal(message)} may not ${action} on ${resource}: ${message}`,
        hint: `Allow ${action} for it in the key policy or in its own policies; conditions such as kms:SigningAlgorithm, kms:MessageType or kms:RequestAlias must fit, too. Where the key does not exist${where}, AWS says the same.`,
        refused: refusedKey(message, { action, resource, purpose, conditions }),
      }
    case 'DisabledException':
      return disabledKey(resource)
    case 'KMSInvalidStateException':
      return /pending deletion/i.test(message)
        ? pendingDeletion(resource, undefined)
        : {
            code: 'kms-key-state',
            message: `key ${resource} cannot be used in its present state: ${message}`,
            hint: 'See the state of the key in the KMS console.',
          }
    case 'InvalidKeyUsageException':
      return {
        code: 'kms-key-usage',
        message: `key ${resource} does not sign like this: ${message}`,
        hint: 'The key must be asymmetric, of usage SIGN_VERIFY, and of a spec that the algorithm fits.',
      }
    case 'NotFoundException':
    case 'InvalidArnException':
      return {
        code: 'kms-key-not-found',
        message: `key ${resource} is not found${where}: ${message}`,
        hint: 'Check the id, the account, and aws-region: a key lives in one Region. An alias is written alias/NAME.',
      }
    case 'UnsupportedOperationException':
      return {
        code: 'kms-key-usage',
        message: `key ${resource} has no public key to sign with: ${message}`,
        hint: 'Use an asymmetric key of usage SIGN_VERIFY.',
      }
    default:
      return undefined
  }
}

export const disabledKey = (resource: string): Explanation => ({
  code: 'kms-key-disabled',
  message: `key ${resource} is disabled`,
  hint: 'Enable it (kms:EnableKey), or sign with another.',
})

export const pendingDeletion = (resource: string, deletion: Date | undefined): Explanation => ({
  code: 'kms-key-pending-deletion',
  message: `key ${resource} is to be deleted${deletion === undefined ? '' : ` on ${deletion.toISOString()}`}`,
  hint: 'Cancel the deletion (kms:CancelKeyDeletion) and enable the key, or sign with another.',
})

/** Reads `User: ARN is not authorized to perform: ACTION on resource: ARN because REASON`. */
function refusedKey(
  message: string,
  { action, resource, purpose, conditions }: Pick<RefusedKey, 'action' | 'resource' | 'purpose' | 'conditions'>,
): RefusedKey {
  const reason = /\b(?:because|with) (.+)$/s.exec(message)?.[1]
  return {
    kind: 'key',
    principal: namedPrincipal(message),
    action,
    resource: /on resource: (arn:\S+)/.exec(message)?.[1] ?? resource,
    reason: reason ?? message,
    purpose,
    conditions,
  }
}

export const answerInvalid = (what: string, requestId: string | undefined): ReleaseSigningError =>
  new ReleaseSigningError('aws-answer-invalid', `KMS ${what} (request ${requestId})`, {
    hint: 'The answer is not used. Was an alias pointed to another key meanwhile, or is something between here and AWS?',
  })
