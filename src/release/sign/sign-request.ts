import type { Digests } from '../../core/algorithm.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { SidecarKind } from '../sidecar-kind.ts'
import type { UploadRequest } from './upload-request.ts'

/** Time stamps for what is signed. */
export interface TimestampRequest {
  /** None: no time stamps. */
  readonly urls: readonly string[]
  /** Pinned time-stamp roots. With URLs there must be one, or `unsafeUnpinned`. */
  readonly rootCertificates: readonly NamedBytes[]
  readonly unsafeUnpinned: boolean
  /** False: a sidecar goes without a stamp, with a warning, when no server gives one. Default true. */
  readonly required: boolean
}

/** All that `sign` is told, read and parsed no further than into these fields. */
export interface SignRequest {
  /** Paths of regular files: globs are expanded. Our own sidecars of other artifacts among them are passed over with a notice. */
  readonly artifacts: readonly string[]
  /** Digests to sign as well, of files that need not be here: checksum lines, or the list of the runner. */
  readonly checksums?: NamedBytes | undefined
  /** Digests that artifacts must have, by path; not together with `checksums`. */
  readonly expected?: ReadonlyMap<string, Digests> | undefined
  /** Leaf and intermediates in any order, the root with or without. */
  readonly certificateChain: NamedBytes
  /** Pinned roots: with one or more, the signed release is verified against them before it is written. */
  readonly rootCertificates: readonly NamedBytes[]
  /** AWS KMS name; undefined: the first that fits the key. */
  readonly signingAlgorithm: string | undefined
  /** Undefined: `cms`, and `attestation` where repository and tag are known. */
  readonly sidecars: readonly SidecarKind[] | undefined
  /** Undefined: beside each artifact. */
  readonly outputDirectory: string | undefined
  readonly timestamp: TimestampRequest
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly tag: string | undefined
  /** Whether the attestation carries the intermediates or the leaf alone. Default `chain`. */
  readonly attestationCertificates: 'chain' | 'leaf'
  /** Where a trusted root for users of Sigstore's tools is written; undefined: nowhere. */
  readonly trustedRoot?: string | undefined
  /** A leaf that expires within this many days is warned of. Default 30. */
  readonly expiryWarningDays: number
  /** Which sidecars a second implementation judges before they are written. */
  readonly crossCheck: 'first' | 'all' | 'none'
  /** Do every check, sign nothing, write nothing. */
  readonly dryRun: boolean
  /** Of a pull request, where tag, release and permission are not there yet: they are missed with a warning. Default false. */
  readonly rehearsal?: boolean
  /** Undefined: what is signed stays on the machine. */
  readonly upload?: UploadRequest | undefined
}
