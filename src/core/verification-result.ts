import { type ErrorCode, fullMessage, ReleaseSigningError } from './error.ts'
import type { Sidecar } from './sidecar.ts'

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

/** What was found of a sidecar on the way to its verdict. */
export type Findings = Omit<VerificationResult, 'verified' | 'code' | 'message' | 'hint'>

export const nothingFound: Findings = { signer: null, root: null, time: null, revocation: 'not-checked', warnings: [] }

/**
 * Decides on a sidecar, at once or when a service has answered.
 *
 * @param read reads the sidecar; what it throws becomes the refusal
 * @throws what kept it from being judged at all, which is no verdict on it
 */
export type SidecarJudge = (read: () => Sidecar) => VerificationResult | Promise<VerificationResult>

/** The verdict that a refusal makes. @throws `error` itself when it is none */
export function refusalResult(error: unknown, findings: Findings = nothingFound): VerificationResult {
  if (!(error instanceof ReleaseSigningError)) throw error
  const { code, hint = 'Get the sidecar again; if it stays so, ask whoever signed the release.' } = error
  return { verified: false, code, message: fullMessage(error), hint, ...findings }
}
