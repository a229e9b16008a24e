import type { ReleaseHost } from '../host/release-host.ts'
import type { ArtifactDigest, NewFile } from '../ports.ts'
import type { ReleaseReport } from '../sign/sign-report.ts'
import type { SignRequest } from '../sign/sign-request.ts'
import type { SigningPlan } from '../sign/signing-plan.ts'
import type { SigningTools } from '../sign/signing-tools.ts'
import type { UploadRequest } from '../sign/upload-request.ts'
import { publish } from './publish.ts'
import { decidePublishing } from './publish-decisions.ts'
import { planPublishing } from './publish-plan.ts'

/** A release that can be uploaded to, as far as that is known without digests. */
export interface Publishing {
  readonly warnings: readonly string[]
  /**
   * Compares with what is on the release, before anything is signed.
   *
   * @returns undefined where a rehearsal goes on without a release
   */
  prepare(
    digests: readonly ArtifactDigest[],
    tools: Omit<SigningTools, 'encoder' | 'check'>,
  ): Promise<Publication | undefined>
}

export interface Publication {
  readonly warnings: readonly string[]
  /** What a dry run tells. */
  readonly foreseen: ReleaseReport
  /** Uploads what was signed, and publishes. */
  publish(files: readonly NewFile[]): Promise<ReleaseReport>
}

/** All of publishing, loaded only where it is asked for. @throws ReleaseSigningError as `planPublishing` does */
export async function startPublishing(
  upload: UploadRequest,
  request: SignRequest,
  signing: SigningPlan,
  host: ReleaseHost | undefined,
): Promise<Publishing> {
  const { plan, warnings } = await planPublishing(upload, request, signing, host)
  return {
    warnings,
    async prepare(digests, tools) {
      if (plan === undefined) return undefined
      const { decisions, warnings } = await decidePublishing(plan, digests, tools)
      const { id, tag, url, draft } = plan.release
      const wouldUpload = decisions.filter(({ action }) => action === 'upload').map(({ place }) => place.name)
      return {
        warnings,
        foreseen: { id, tag, url, draft, assets: [], wouldUpload },
        publish: (files) => publish({ plan, decisions, digests, files, progress: tools.ports.progress }),
      }
    },
  }
}
