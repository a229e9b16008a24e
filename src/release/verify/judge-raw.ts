import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { checkMessageDigest, parseMessageBundle } from '../../core/message-bundle.ts'
import { checkNotSelfDescribing } from '../../core/raw-signature.ts'
import { refusalResult, type VerificationResult } from '../../core/verification-result.ts'
import type { ArtifactDigest, Files } from '../ports.ts'
import { type RawKind, sidecarPath } from '../sidecar-kind.ts'
import type { SidecarReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/** Judges the signatures over an artifact's own bytes that are required. */
export interface RawJudge {
  judge(artifact: ArtifactDigest): Promise<readonly SidecarReport[]>
}

/** Decides on a signature over an artifact that is no signed form of another kind. */
export type SignatureJudge = (signature: Uint8Array, artifact: ArtifactDigest) => Promise<VerificationResult>

/** @param kinds that are required */
export function createRawJudge(
  kinds: readonly RawKind[],
  { sidecarDirectory }: Pick<VerifyRequest, 'sidecarDirectory'>,
  files: Files,
  judgeSignature: SignatureJudge,
): RawJudge {
  return {
    async judge(artifact) {
      const reports: SidecarReport[] = []
      for (const kind of kinds) {
        const path = sidecarPath(artifact.path, kind, sidecarDirectory)
        const bytes = await files.readIfThere(path, limits.rawSignatureBytes)
        if (bytes === undefined) continue
        const signature = await readSignature(kind, bytes, artifact, files)
        const result = signature instanceof Uint8Array ? await judgeSignature(signature, artifact) : signature
        reports.push({ path, kind, ...result })
      }
      return reports
    },
  }
}

/** @returns the signature, or why there is none that could count */
async function readSignature(
  kind: RawKind,
  bytes: Uint8Array,
  artifact: ArtifactDigest,
  files: Files,
): Promise<Uint8Array | VerificationResult> {
  try {
    checkNotSelfDescribing(artifact)
    if (kind === 'signature') return bytes
    const bundle = parseMessageBundle(bytes)
    const { digests } = artifact.digests[bundle.hash] === undefined ? await digestFor(bundle.hash) : artifact
    checkMessageDigest(bundle, digests[bundle.hash])
    return bundle.signature
  } catch (error) {
    return refusalResult(error)
  }

  async function digestFor(hash: ReturnType<typeof parseMessageBundle>['hash']): Promise<ArtifactDigest> {
    const [digest] = await files.digest([artifact.path], [hash])
    if (digest === undefined) throw new ReleaseSigningError('internal', `${artifact.path} was not digested`)
    return digest
  }
}
