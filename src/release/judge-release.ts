import { basename } from 'node:path'
import type { HashName } from '../core/algorithm.ts'
import { checkDigests, type ExpectedRelease, otherRelease } from '../core/attestation/attestation.ts'
import { packageUrl, parseRepository, parseTag, repositoryText } from '../core/attestation/release.ts'
import type { Statement } from '../core/attestation/statement.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { VerificationResult } from '../core/verification-result.ts'
import type { JudgedAttestation } from './find-attestations.ts'
import type { ArtifactDigest } from './ports.ts'
import type { ReleaseReference, SidecarReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/** What the attestations say of one artifact. */
export interface ReleaseFinding {
  /** Verdicts on those that are about this artifact, or that are ours and do not verify. */
  readonly sidecars: readonly SidecarReport[]
  /** Those that verify and list this very artifact. */
  readonly statements: readonly Statement[]
  /** Why a verified attestation counts for nothing here, where there is one that does. */
  readonly inapplicable: ReleaseSigningError | undefined
}

export interface ReleaseJudge {
  /** Of an artifact, the hashes that some attestation speaks of. */
  hashes(artifact: string): readonly HashName[]
  judge(artifact: ArtifactDigest): ReleaseFinding
}

/**
 * The release that the request names.
 *
 * @throws ReleaseSigningError `repository-invalid`, `tag-invalid`
 */
export const expectedRelease = ({ repository, repositoryId, tag }: VerifyRequest): ExpectedRelease => ({
  repository: repository === undefined ? undefined : parseRepository(repository),
  repositoryId,
  tag: tag === undefined ? undefined : parseTag(tag),
})

export function createReleaseJudge(
  attestations: readonly JudgedAttestation[],
  expected: ExpectedRelease,
): ReleaseJudge {
  const others = new Map(
    attestations.map((one) => [
      one,
      one.content === undefined ? undefined : otherRelease(one.content.statement, expected),
    ]),
  )
  return {
    hashes: (artifact) =>
      attestations.flatMap(({ isFor, content }) => (isFor(artifact) ? (content?.hashes ?? []) : [])),
    judge(artifact) {
      const sidecars: SidecarReport[] = []
      const statements: Statement[] = []
      let inapplicable: ReleaseSigningError | undefined
      for (const attestation of attestations) {
        if (!attestation.isFor(artifact.path)) continue
        const { path, content } = attestation
        const reason = others.get(attestation) ?? notListed(attestation, artifact)
        if (reason !== undefined) {
          inapplicable ??= reason
          continue
        }
        const result = withDigests(attestation, artifact)
        sidecars.push({ path, kind: 'attestation', ...result })
        if (result.verified && content !== undefined) statements.push(content.statement)
      }
      return { sidecars, statements, inapplicable }
    },
  }
}

/** A verified attestation without this artifact says nothing of it. */
function notListed({ path, content }: JudgedAttestation, artifact: ArtifactDigest): ReleaseSigningError | undefined {
  if (content === undefined || content.subjectNamed(basename(artifact.path)) !== undefined) return undefined
  return new ReleaseSigningError('subject-unknown', `the attestation ${path} does not list it`, {
    hint: 'It is no artifact of that release, or was renamed.',
  })
}

function withDigests({ result, content }: JudgedAttestation, artifact: ArtifactDigest): VerificationResult {
  const subject = content?.subjectNamed(basename(artifact.path))
  if (subject === undefined) return result
  try {
    checkDigests(subject, artifact.digests)
    return result
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    const { code, message, hint } = error
    return { ...result, verified: false, code, message, ...(hint === undefined ? {} : { hint }) }
  }
}

export const releaseReference = ({ release, packageId }: Statement): ReleaseReference => ({
  repository: repositoryText(release.repository),
  tag: release.tag,
  packageId: packageId ?? null,
})

/** Equal for statements of one release, and only then. */
export const releaseKey = ({ release, packageId }: Statement): string => `${packageUrl(release)} ${packageId ?? ''}`
