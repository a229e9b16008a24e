import type { SidecarJudge } from '../../core/verification-result.ts'
import { createSidecarVerifier } from '../../core/verify-sidecar.ts'
import { rawKindsIn } from '../sidecar-kind.ts'
import type { RawJudge, SignatureJudge } from './judge-raw.ts'
import { anchorWarnings, keyPolicy, verificationPolicy } from './verify-policy.ts'
import type { VerifyPorts } from './verify-ports.ts'
import type { KeyReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/** What a run decides by: certificates up to a pinned root, or one key. */
export interface Judges {
  readonly sidecar: SidecarJudge
  /** Undefined where no raw kind is required: then none counts. */
  readonly raw: (artifacts: readonly string[]) => Promise<RawJudge | undefined>
  readonly key: KeyReport | null
  /** About the run as a whole. */
  readonly warnings: readonly string[]
  /** Artifacts to judge at one time. */
  readonly atOnce: number
}

/** @throws ReleaseSigningError `usage`, or what is wrong with a file that trust starts from */
export async function createJudges(request: VerifyRequest, { files, clock, trustedKey }: VerifyPorts): Promise<Judges> {
  const now = clock()
  if (trustedKey !== undefined) {
    const policy = keyPolicy(request, now)
    const { createKeyJudges } = await import('./judge-by-key.ts')
    const { sidecar, signature } = createKeyJudges(trustedKey, policy)
    return {
      sidecar,
      raw: () => rawJudge(request, files, async () => signature),
      key: trustedKey.report,
      warnings: trustedKey.warnings ?? [],
      atOnce: trustedKey.atOnce,
    }
  }
  const policy = verificationPolicy(request, now)
  const verify = createSidecarVerifier(policy)
  return {
    sidecar: verify,
    raw: (artifacts) =>
      rawJudge(request, files, async () => {
        const { createCertificateSignatureJudge } = await import('./judge-raw-by-certificates.ts')
        return createCertificateSignatureJudge(artifacts, request, files, verify)
      }),
    key: null,
    warnings: anchorWarnings(policy),
    atOnce: 1,
  }
}

async function rawJudge(
  request: VerifyRequest,
  files: VerifyPorts['files'],
  signatureJudge: () => Promise<SignatureJudge>,
): Promise<RawJudge | undefined> {
  const kinds = rawKindsIn(request.require)
  if (kinds.length === 0) return undefined
  const { createRawJudge } = await import('./judge-raw.ts')
  return createRawJudge(kinds, request, files, await signatureJudge())
}
