import type { ErrorCode } from './error.ts'

export type RevocationState = 'good' | 'not-checked'

/** Which instant a sidecar was judged at, and where it came from. */
export interface JudgedTime {
  /** RFC 3339, UTC. */
  readonly at: string
  readonly source: 'timestamp' | 'caller' | 'now'
  /** What became of the time-stamp token in the sidecar. */
  readonly timestamp: 'verified' | 'not-checked' | 'none'
  /** Of the path of the time-stamp token. */
  readonly revocation: RevocationState
}

export interface SignerReport {
  /** RFC 4514 string, as `--certificate-subject` takes it. */
  readonly subject: string
  /** Lower-case hexadecimal SHA-256 of the certificate. */
  readonly sha256: string
  /** Subject alternative names that `--certificate-identity` takes. */
  readonly identities: readonly string[]
}

/**
 * The verdict on one sidecar. Complete as far as it got when it is a refusal: what was not reached is null or
 * `not-checked`, and what a refusal shows of a signer is a claim, not a finding.
 */
export interface VerificationResult {
  readonly verified: boolean
  readonly code?: ErrorCode
  readonly message?: string
  /** What to do about a refusal. */
  readonly hint?: string
  readonly signer: SignerReport | null
  readonly root: { readonly sha256: string } | null
  readonly time: JudgedTime | null
  readonly revocation: RevocationState
  readonly warnings: readonly string[]
}
