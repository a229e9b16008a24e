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
  const verifier = online.createKmsVerifier({
    keyId,
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    timers: online.systemTimers,
    ...access(online),
  })
  return serviceKey(verifier, files)
}
