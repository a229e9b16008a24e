import type { KMSClientConfig } from '@aws-sdk/client-kms'
import { ReleaseSigningError } from '../../core/error.ts'
import { requestHandling } from '../proxy/proxy.ts'
import { type AwsCall, awsError } from './aws-errors.ts'

export interface CallerIdentityOptions {
  /** Undefined: that of the environment or the profile. */
  readonly region: string | undefined
  readonly useFipsEndpoint: boolean
  /** Undefined: the SDK's default chain. */
  readonly credentials: KMSClientConfig['credentials'] | undefined
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * The ARN of whoever these credentials are of. AWS tells it to everybody it knows, whatever their policies say.
 *
 * @see https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
 * @throws ReleaseSigningError as every call of AWS does
 */
export async function callerIdentity(options: CallerIdentityOptions): Promise<string> {
  const { region, useFipsEndpoint, credentials, environment } = options
  const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts')
  const client = new STSClient({
    ...(region === undefined ? {} : { region }),
    ...(useFipsEndpoint ? { useFipsEndpoint } : {}),
    ...(credentials === undefined ? {} : { credentials }),
    ...requestHandling(environment),
  })
  const call: AwsCall = { action: 'sts:GetCallerIdentity', resource: 'these credentials', region }
  try {
    const { Arn } = await client.send(new GetCallerIdentityCommand({}))
    if (Arn === undefined) throw new ReleaseSigningError('aws-answer-invalid', 'STS answered without an ARN')
    return Arn
  } catch (error) {
    throw awsError(error, call, () => undefined)
  } finally {
    client.destroy()
  }
}
