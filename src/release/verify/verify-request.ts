import type { ListedArtifact } from '../../core/checksums.ts'
import type { SignerIdentity } from '../../core/policy.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { SidecarKind } from '../sidecar-kind.ts'

/** All that `verify` is told, read and parsed no further than into these fields. */
export interface VerifyRequest {
  /** Paths of regular files: globs are expanded. Our own sidecars among them are passed over with a notice. */
  readonly artifacts: readonly string[]
  /** Those of `artifacts` that were named outright, not found by a pattern: never taken for a stray sidecar. */
  readonly named?: readonly string[] | undefined
  /** Digests in place of files; where such a file is there, it must have them. */
  readonly digests?: readonly ListedArtifact[] | undefined
  /** The same as a list: checksum lines, or that of a runner. */
  readonly checksums?: NamedBytes | undefined
  /** One or several pinned roots, in one or several files; none where a key is trusted in their place. */
  readonly rootCertificates: readonly NamedBytes[]
  /** Undefined where a key is trusted. */
  readonly identity: SignerIdentity | undefined
  /** Material to build paths with, never trusted. */
  readonly intermediates: readonly NamedBytes[]
  readonly timestampRootCertificates: readonly NamedBytes[]
  readonly requireTimestamp: boolean
  /** Kinds that every artifact must have, verified. Empty: any one of ours does. */
  readonly require: readonly SidecarKind[]
  /** `owner/repository`. Naming it, its id or a tag demands the attestation. */
  readonly repository: string | undefined
  readonly repositoryId: string | undefined
  readonly tag: string | undefined
  /** Every subject of the attestation must be among the artifacts. */
  readonly complete: boolean
  /** Paths of attestations, besides those that are found. */
  readonly attestations: readonly string[]
  /** Where sidecars are looked for; undefined: beside each artifact. */
  readonly sidecarDirectory: string | undefined
  readonly crls: readonly NamedBytes[]
  /** Which certificates must be found good once CRLs are given. */
  readonly crlScope: 'leaf' | 'path'
  /** Serial numbers of certificates that are refused wherever they stand in a path: hexadecimal, colons and case do not matter. */
  readonly deniedSerials: readonly string[]
  /** The instant to judge at, in place of now; excludes time-stamp roots. */
  readonly at: Date | undefined
}
