import type { ErrorCode } from '../../core/error.ts'
import type { VerificationResult } from '../../core/verification-result.ts'
import type { SidecarKind } from '../sidecar-kind.ts'

/** The verdict on one sidecar for one artifact, complete also when it is a refusal. */
export interface SidecarReport extends VerificationResult {
  readonly path: string
  readonly kind: SidecarKind
}

/** What a verified attestation says the artifact belongs to. */
export interface ReleaseReference {
  readonly repository: string
  readonly tag: string
  readonly packageId: string | null
}

export interface ArtifactReport {
  readonly path: string
  /** Lower-case hexadecimal; empty where the artifact could not be read, or another digest was given. */
  readonly sha256: string
  readonly verified: boolean
  /** The digest was given and no file was there to read: the verdict is on the digest. */
  readonly byDigest?: true
  readonly release: ReleaseReference | null
  readonly sidecars: readonly SidecarReport[]
  /** Why the artifact is not verified; the first of its sidecars' refusals where there is nothing else. */
  readonly code?: ErrorCode
  readonly message?: string
  readonly hint?: string
}

/** The key that was trusted in place of certificates. */
export interface KeyReport {
  /** Its ARN, or the file that it is from. */
  readonly name: string
  /** Lower-case hexadecimal SHA-256 of its SubjectPublicKeyInfo. */
  readonly sha256: string
}

/** What `verify` found. The first three fields are printed by `--json`; the others are for people. */
export interface VerifyReport {
  readonly verified: boolean
  readonly artifacts: readonly ArtifactReport[]
  /** Paths of other tools' sidecars, which were not looked into. */
  readonly ignored: readonly string[]
  /** Null where a root was pinned. With a key no certificate path was checked. */
  readonly key: KeyReport | null
  /** Paths among the artifacts that are sidecars of ours and were passed over. */
  readonly passedOver: readonly string[]
  /** About the run as a whole: sidecars without an artifact, roots with flaws. */
  readonly warnings: readonly string[]
}
