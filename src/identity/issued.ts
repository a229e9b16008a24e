import { limits } from '../core/limits.ts'
import type { Certificate } from '../core/x509/certificate.ts'
import { findPath } from '../core/x509/path.ts'
import { createPathChecks } from '../core/x509/path-checks.ts'
import { validatePath } from '../core/x509/path-validation.ts'
import type { CertificateAuthority } from './authority.ts'
import { type IssueProfile, purposeOf } from './profile.ts'

/**
 * Judges a certificate that is not signed yet by all that does not need its signature: the rules for its kind, and the
 * path lengths, name constraints and policies above it.
 *
 * @throws ReleaseSigningError `path-name-not-permitted` and what else the path validator refuses
 */
export function checkDraft(draft: Certificate, authority: CertificateAuthority, profile: IssueProfile, at: Date): void {
  const refusal = kindRefusal(draft, profile, at)
  if (refusal !== undefined) throw refusal
  const path = [draft, authority.certificate, ...authority.above].toReversed()
  validatePath(path, {}, { left: limits.nameComparisons })
}

/**
 * Judges the signed certificate as whoever verifies will, up to where its chain ends.
 *
 * @throws ReleaseSigningError why it is not valid
 */
export function checkIssued(
  certificate: Certificate,
  { certificate: issuer, above, anchor }: Pick<CertificateAuthority, 'certificate' | 'above' | 'anchor'>,
  profile: IssueProfile,
  at: Date,
): { readonly warnings: readonly string[] } {
  const refusal = kindRefusal(certificate, profile, at)
  if (refusal !== undefined) throw refusal
  const purpose = purposeOf(profile)
  return findPath({
    leaf: certificate,
    intermediates: [issuer, ...above].map(({ der }) => der),
    anchors: [anchor],
    at,
    profile: purpose === undefined ? 'rfc5280' : 'code-signing',
    purpose: purpose ?? 'any',
  })
}

/** As a CA, or as a certificate that signs. */
function kindRefusal(certificate: Certificate, profile: IssueProfile, at: Date) {
  const purpose = purposeOf(profile)
  const checks = createPathChecks('code-signing', { at, purpose: purpose ?? 'any' })
  return purpose === undefined ? checks.intermediate(certificate) : checks.leaf(certificate)
}
