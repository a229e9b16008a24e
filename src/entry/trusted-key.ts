import type { KmsKeyOptions } from '../adapters/kms/kms-connection.ts'
import { limits } from '../core/limits.ts'
import type { Files } from '../release/ports.ts'
import { localKey, type ReleaseKey, serviceKey } from '../release/verify/release-key.ts'
import type { OptionValues } from './option.ts'
import { oneFile, required } from './read-values.ts'
import type { VerifyOption } from './verify-options.ts'

type Online = typeof import('./online.ts')

/**
 * The key that is trusted in place of certificates. Of what verification loads this alone reaches AWS, and only for
 * `kms-key-id`.
 *
 * @param access how AWS is reached, asked only then
 * @throws ReleaseSigningError why there is no key that can be trusted
 */
export async function readTrustedKey(
  values: OptionValues<VerifyOption>,
  files: Files,
  access: (online: Online) => Pick<KmsKeyOptions, 'environment' | 'credentials' | 'beforeLoading'>,
): Promise<ReleaseKey> {
  const file = await oneFile(values, 'public-key', limits.publicKeyFileBytes)
  if (file !== undefined) return localKey(file, files)
  const keyId = required(values, 'kms-key-id')
  const online = await import('./online.ts')
  const reached = access(online)
  const verifier = online.createKmsVerifier({
    keyId,
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    timers: online.systemTimers,
    ...reached,
  })
  return { ...(await serviceKey(verifier, files)), warnings: endpointWarnings(keyId, reached.environment) }
}

/** Whoever sets the environment of a step, such as an earlier step, can name a server that verifies anything. */
function endpointWarnings(keyId: string, environment: KmsKeyOptions['environment']): readonly string[] {
  const configured = environment.AWS_ENDPOINT_URL_KMS || environment.AWS_ENDPOINT_URL
  const isIgnored = environment.AWS_IGNORE_CONFIGURED_ENDPOINT_URLS?.toLowerCase() === 'true'
  // One that stands in the key's name is the caller's own word.
  if (!configured || isIgnored || /^awskms:\/\/[^/]/.test(keyId)) return []
  const server = URL.canParse(configured) ? new URL(configured).origin : configured
  return [`AWS KMS was asked at ${server}, which the environment names: the verdict is that server's`]
}
