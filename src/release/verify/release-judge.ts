import type { HashName } from '../../core/algorithm.ts'
import type { Statement } from '../../core/attestation/statement.ts'
import type { ReleaseSigningError } from '../../core/error.ts'
import type { NamedDigests } from '../ports.ts'
import type { ArtifactReport, ReleaseReference, SidecarReport } from './verify-report.ts'

/** What the attestations say of one artifact. */
export interface ReleaseFinding {
  /** Verdicts on those that are about this artifact, or that are ours and do not verify. */
  readonly sidecars: readonly SidecarReport[]
  /** Those that verify and list this very artifact. */
  readonly statements: readonly Statement[]
  /** Hashes by which those know it. */
  readonly hashes: readonly HashName[]
  readonly release: ReleaseReference | null
  /** Why a verified attestation counts for nothing here, where there is one that does. */
  readonly inapplicable: ReleaseSigningError | undefined
}

/** An artifact's verdict, and the statements that list it. */
export interface JudgedArtifact {
  readonly report: ArtifactReport
  readonly statements: readonly Statement[]
}

/** Judges artifacts by the attestations that were found. */
export interface ReleaseJudge {
  /** The hashes that some attestation speaks of for this artifact. */
  hashes(artifact: string): readonly HashName[]
  /** Whether some attestation that verifies lists it. */
  lists(artifact: string): boolean
  /** @param byDigest whether digests were given in place of the file, so that some may lack */
  judge(artifact: NamedDigests, byDigest: boolean): ReleaseFinding
  /**
   * What only all artifacts together show: that they belong to one release, and, where that is asked, that none of it is
   * missing.
   */
  judgeRun(artifacts: readonly JudgedArtifact[], complete: boolean): readonly ArtifactReport[]
  /** Attestations that verify and are about none of the artifacts. */
  unused(artifacts: readonly ArtifactReport[]): readonly string[]
}

/** Where no attestation was found. */
export const noAttestations: ReleaseJudge = {
  hashes: () => [],
  lists: () => false,
  judge: () => ({ sidecars: [], statements: [], hashes: [], release: null, inapplicable: undefined }),
  judgeRun: (artifacts) => artifacts.map(({ report }) => report),
  unused: () => [],
}
