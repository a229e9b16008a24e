import type { SignatureAlgorithm } from './algorithm.ts'
import type { Certificate } from './x509/certificate.ts'

/** A sidecar of any kind, read whole and believed in nothing yet. */
export interface Sidecar {
  /** The certificate that what is signed names as its signer's, DER. */
  readonly leaf: Uint8Array
  /** The certificates beside it, DER: material, never trust. */
  readonly certificates: readonly Uint8Array[]
  /** The algorithm that it names; undefined where it names none: the first that fits the key. */
  readonly algorithm: SignatureAlgorithm | undefined
  /** The bytes that were signed; empty where those are the artifact's own. */
  readonly signedForm: Uint8Array
  /** In place of `signedForm`: what was found when the artifact was read through. */
  readonly isSignedBy?: (leaf: Certificate) => boolean
  readonly signature: Uint8Array
  /** RFC 3161 token over the signature value, DER, unread. */
  readonly timestampToken: Uint8Array | undefined
  /**
   * Compares digests and names in the signed form with the artifact's, and its signer with the leaf.
   *
   * @throws ReleaseSigningError
   */
  readonly checkContent: (leaf: Certificate) => void
}
