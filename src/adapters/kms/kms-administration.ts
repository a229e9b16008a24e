import type { ReleaseSigningError } from '../../core/error.ts'
import type { KeyAdministration } from '../../identity/ports.ts'
import { type AwsCall, type AwsFailure, awsError, awsFailure, type Explanation } from '../aws/aws-errors.ts'
import { type KmsClientOptions, type KmsService, startKmsService } from './kms-client.ts'
import { answerInvalid, explainKms, kmsError } from './kms-errors.ts'
import { chooseRegion } from './kms-key-id.ts'

export type KmsAdministrationOptions = Pick<KmsClientOptions, 'environment' | 'timers'> &
  Partial<Pick<KmsClientOptions, 'region' | 'useFipsEndpoint' | 'credentials'>>

/** Makes keys and aliases in AWS KMS. The SDK is loaded at the first call. */
export function createKmsAdministration(options: KmsAdministrationOptions): KeyAdministration {
  const { environment } = options
  const region = chooseRegion({ region: undefined }, options.region, environment)
  const call = (action: string, resource: string): AwsCall => ({ action: `kms:${action}`, resource, region })
  let service: Promise<KmsService> | undefined
  const kms = () => {
    service ??= startKmsService({
      region,
      endpoint: undefined,
      useFipsEndpoint: options.useFipsEndpoint,
      credentials: options.credentials,
      // A quota that is used up looks to the SDK as throttling does, and waiting does not help.
      environment: { AWS_MAX_ATTEMPTS: '5', ...environment },
      timers: options.timers,
      maxSockets: 1,
      requestTimeout: 15_000,
    })
    return service
  }
  return {
    async keyOf(alias) {
      try {
        const { client, DescribeKeyCommand } = await kms()
        const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId: alias }))
        return KeyMetadata?.Arn ?? KeyMetadata?.KeyId ?? alias
      } catch (error) {
        if (awsFailure(error).name === 'NotFoundException') return undefined
        throw kmsError(error, call('DescribeKey', alias))
      }
    },

    async createKey({ spec, description, tags, policy }) {
      const { client, CreateKeyCommand } = await kms().catch((error: unknown) => {
        throw kmsError(error, call('CreateKey', spec))
      })
      const command = new CreateKeyCommand({
        KeySpec: spec,
        KeyUsage: 'SIGN_VERIFY',
        ...(description === undefined ? {} : { Description: description }),
        ...(tags.length === 0 ? {} : { Tags: tags.map(({ key, value }) => ({ TagKey: key, TagValue: value })) }),
        ...(policy === undefined ? {} : { Policy: policy }),
      })
      const { KeyMetadata, $metadata } = await client.send(command).catch((error: unknown) => {
        throw creationError(error, call('CreateKey', `a key of spec ${spec}`))
      })
      if (KeyMetadata?.Arn === undefined) throw answerInvalid('made a key without an ARN', $metadata.requestId)
      return KeyMetadata.Arn
    },

    async createAlias(alias, keyArn) {
      const { client, CreateAliasCommand } = await kms()
      await client.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: keyArn })).catch((error: unknown) => {
        throw creationError(error, call('CreateAlias', alias))
      })
    },
  }
}

const creationError = (error: unknown, call: AwsCall): ReleaseSigningError =>
  awsError(error, call, (failure) => explain(failure, call) ?? explainKms(failure, call))

/** By the names in the API reference of CreateKey and CreateAlias. */
function explain({ name, message }: AwsFailure, { action, resource }: AwsCall): Explanation | undefined {
  const what = `${action} on ${resource}`
  switch (name) {
    case 'AlreadyExistsException':
      return {
        code: 'kms-alias-taken',
        message: `${resource} stands for another key already`,
        hint: 'Choose another alias, or have whoever made it delete it.',
      }
    case 'MalformedPolicyDocumentException':
      return {
        code: 'kms-policy-invalid',
        message: `${what}: KMS does not take the key policy: ${message}`,
        hint: 'Every principal in it must exist, and it must let somebody change it later (kms:PutKeyPolicy).',
      }
    case 'TagException':
      return {
        code: 'input-invalid',
        message: `${what}: KMS does not take the tags: ${message}`,
        hint: 'Mend the tags.',
      }
    case 'InvalidAliasNameException':
      return {
        code: 'input-invalid',
        message: `${what}: KMS does not take the alias: ${message}`,
        hint: 'Write it alias/NAME, with letters, digits, slashes, underscores and hyphens, and not alias/aws/….',
      }
    case 'LimitExceededException':
      return {
        code: 'aws-refused',
        message: `${what}: a quota of the account is used up: ${message}`,
        hint: 'Have the quota raised (AWS Service Quotas), or delete what nobody needs.',
      }
    default:
      return undefined
  }
}
