import type { AlgorithmName, HashName, KeySpec } from '../../core/algorithm.ts'

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

/** A file of this run on the release. */
export interface ReportedAsset {
  readonly name: string
  readonly id: number
  /** Bytes. */
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** Where people get it. */
  readonly url: string
  /** False: it was there and is right. */
  readonly uploaded: boolean
}

/** The release on GitHub that was uploaded to. */
export interface ReleaseReport {
  readonly id: number
  readonly tag: string
  /** For people. */
  readonly url: string
  readonly draft: boolean
  /** By name; none in a dry run. */
  readonly assets: readonly ReportedAsset[]
  /** Of a dry run alone: the names of what would be uploaded. */
  readonly wouldUpload?: readonly string[]
}

/** What `sign` did. The fields up to `release` are printed by `--json`; the others are for people. */
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
  /** Where an upload was asked for; in a rehearsal only where there is one. */
  readonly release?: ReleaseReport
  readonly dryRun: boolean
  readonly keyId: string
  readonly keySpec: KeySpec
  /** When the run began, RFC 3339, UTC. */
  readonly at: string
  readonly algorithm: AlgorithmName
  readonly signer: {
    /** RFC 4514 string. */
    readonly subject: string
    readonly identities: readonly string[]
  }
  /** Certificates between that of the signer and the root. */
  readonly intermediates: number
  /** The pinned root that the chain reaches; null where none was given. */
  readonly root: { readonly sha256: string } | null
  /** Paths among the artifacts that are sidecars of ours and were passed over. */
  readonly passedOver: readonly string[]
  readonly warnings: readonly string[]
  /** What was checked and could not be, such as a second opinion that was not to be had. */
  readonly notices: readonly string[]
}
