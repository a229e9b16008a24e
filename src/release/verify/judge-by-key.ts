import type { TimePolicy } from '../../core/judged-time.ts'
import type { SidecarJudge } from '../../core/verification-result.ts'
import { algorithmsOf, createKeyVerifier, judgeByKey } from '../../core/verify-by-key.ts'
import type { SignatureJudge } from './judge-raw.ts'
import type { ReleaseKey } from './release-key.ts'

export interface KeyJudges {
  readonly sidecar: SidecarJudge
  /** Of signatures over an artifact's own bytes: no certificate is looked for. */
  readonly signature: SignatureJudge
}

export function createKeyJudges(key: ReleaseKey, policy: TimePolicy): KeyJudges {
  const judge = judgeByKey(key, policy)
  return {
    sidecar: createKeyVerifier(key, policy),
    signature: (signature, artifact) =>
      judge(() => {
        // A key that takes messages whole signs no files.
        const algorithms = algorithmsOf(key.publicKey, undefined).filter(({ messageType }) => messageType === 'DIGEST')
        return {
          signature,
          timestampToken: undefined,
          isSigned: () => key.isSignedArtifact(algorithms, artifact, signature),
          // What is signed is the artifact itself.
          checkContent: () => {},
        }
      }),
  }
}
