import { equalBytes } from '../bytes.ts'
import type { Certificate } from './certificate.ts'
import type { TrustAnchor } from './trust-anchor.ts'

/** A certificate that may have issued another. */
export interface Candidate {
  readonly certificate: Certificate
  /** Undefined for an intermediate. */
  readonly anchor: TrustAnchor | undefined
}

/**
 * Possible issuers by name, the likeliest first: anchors, then those whose key identifier fits, then those that are
 * valid. Only the order depends on it. The order in which certificates were given does not matter.
 */
export function createIssuerIndex(
  anchors: readonly TrustAnchor[],
  intermediates: readonly Certificate[],
  at: Date,
): (certificate: Certificate) => readonly Candidate[] {
  const byName = new Map<string, Candidate[]>()
  const seen = new Set<string>()
  const add = (candidate: Candidate): void => {
    const { sha256, subject } = candidate.certificate
    if (seen.has(sha256)) return
    seen.add(sha256)
    byName.set(subject.key, [...(byName.get(subject.key) ?? []), candidate])
  }
  for (const anchor of anchors) add({ certificate: anchor.certificate, anchor })
  for (const certificate of intermediates) add({ certificate, anchor: undefined })

  return (certificate) => {
    const rank = (candidate: Candidate): number =>
      (candidate.anchor === undefined ? 8 : 0) +
      2 * keyIdentifierRank(certificate, candidate.certificate) +
      (isValid(candidate.certificate, at) ? 0 : 1)
    const candidates = byName.get(certificate.issuer.key) ?? []
    return candidates
      .map((candidate) => ({ candidate, rank: rank(candidate) }))
      .sort((a, b) => a.rank - b.rank || (a.candidate.certificate.sha256 < b.candidate.certificate.sha256 ? -1 : 1))
      .map(({ candidate }) => candidate)
  }
}

/** 0: fits; 1: cannot be told; 2: does not fit. */
function keyIdentifierRank(certificate: Certificate, issuer: Certificate): number {
  const named = certificate.extensions.authorityKeyIdentifier?.keyId
  const own = issuer.extensions.subjectKeyIdentifier
  if (named === undefined || own === undefined) return 1
  return equalBytes(named, own) ? 0 : 2
}

const isValid = ({ notBefore, notAfter }: Certificate, at: Date): boolean => notBefore <= at && at <= notAfter
