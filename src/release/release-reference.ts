import { packageUrl, repositoryText } from '../core/attestation/release.ts'
import type { Statement } from '../core/attestation/statement.ts'
import type { ReleaseReference } from './verify/verify-report.ts'

/** How reports name the release of a statement. */
export const releaseReference = ({ release, packageId }: Statement): ReleaseReference => ({
  repository: repositoryText(release.repository),
  tag: release.tag,
  packageId: packageId ?? null,
})

/** Equal for statements of one release, and only then. */
export const releaseKey = ({ release, packageId }: Statement): string => `${packageUrl(release)} ${packageId ?? ''}`
