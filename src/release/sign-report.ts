import type { AlgorithmName, HashName } from '../core/algorithm.ts'

export interface SignedArtifact {
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** Paths of the sidecars of this artifact alone. */
  readonly sidecars: readonly string[]
}

/** An artifact that was signed by the digests in a list, without the file. */
export interface UnseenArtifact {
  readonly name: string
  /** Lower-case hexadecimal, by hash; one or more. */
  readonly digests: Readonly<Partial<Record<HashName, string>>>
}

/** What `sign` did. The fields up to `kmsRequestIds` are printed by `--json`; the others are for people. */
export interface SignReport {
  /** How many artifacts were signed; 0 for a dry run. */
  readonly signed: number
  readonly artifacts: readonly SignedArtifact[]
  /** In a dry run those that would be. */
  readonly unseen: readonly UnseenArtifact[]
  /** Path of the attestation, where one is made; in a dry run where it would be. */
  readonly attestation?: string
  /** Paths of what else is written, such as a trusted root; in a dry run would be. */
  readonly alsoWritten: readonly string[]
  readonly certificate: {
    /** Lower-case hexadecimal. */
    readonly sha256: string
    /** RFC 3339, UTC. */
    readonly notAfter: string
  }
  /** One for each signature, for the service's audit log. */
  readonly kmsRequestIds: readonly string[]
  readonly dryRun: boolean
  readonly keyId: string
  readonly algorithm: AlgorithmName
  readonly signer: {
    /** RFC 4514 string. */
    readonly subject: string
    readonly identities: readonly string[]
  }
  /** The pinned root that the chain reaches; null where none was given. */
  readonly root: { readonly sha256: string } | null
  /** Paths among the artifacts that are sidecars of ours and were passed over. */
  readonly passedOver: readonly string[]
  readonly warnings: readonly string[]
  /** What was checked and could not be, such as a second opinion that was not to be had. */
  readonly notices: readonly string[]
}
