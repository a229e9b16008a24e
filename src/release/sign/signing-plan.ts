import type { Digests, SignatureAlgorithm } from '../../core/algorithm.ts'
import type { Release } from '../../core/attestation/release.ts'
import type { TrustAnchor } from '../../core/x509/trust-anchor.ts'
import type { NamedDigests } from '../ports.ts'
import type { RawKind, SidecarKind } from '../sidecar-kind.ts'
import type { SignRequest } from './sign-request.ts'
import type { SigningChain } from './signing-chain.ts'

/** All that is known, and was found in order, before the first signature. */
export interface SigningPlan {
  readonly artifacts: readonly string[]
  /** Artifacts that are signed by the digests in a list, and are no files here. */
  readonly unseen: readonly NamedDigests[]
  /** What a list says of `artifacts`, by path, which they must be. */
  readonly listed: ReadonlyMap<string, Digests>
  /** Our own sidecars among the paths that were asked for. */
  readonly passedOver: readonly string[]
  readonly kinds: readonly SidecarKind[]
  /** Undefined where none is made. */
  readonly attestation: AttestationPlan | undefined
  /** Undefined where no raw kind is made. */
  readonly raw: RawPlan | undefined
  /** Paths of what is no sidecar. */
  readonly alsoWritten: readonly string[]
  readonly chain: SigningChain
  readonly anchors: readonly TrustAnchor[]
  /** The pinned root that the chain reaches; null where none is pinned. */
  readonly root: { readonly sha256: string } | null
  readonly timestampAnchors: readonly TrustAnchor[]
  readonly algorithm: SignatureAlgorithm
  readonly now: Date
  readonly warnings: readonly string[]
}

/** What is known of the attestation before the first signature. */
export interface AttestationPlan {
  /** Where it will lie. */
  readonly path: string
  readonly release: Release
  readonly packageId: string | undefined
  readonly form: SignRequest['attestationCertificates']
  readonly warnings: readonly string[]
}

/** What is known of the raw kinds before the first signature. */
export interface RawPlan {
  readonly kinds: readonly RawKind[]
  /** Where the certificates go, which these kinds do not carry. */
  readonly certificates: string
}
