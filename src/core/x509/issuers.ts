import type { Certificate } from './certificate.ts'
import { sameName } from './name.ts'
import { isSignedBy } from './signature.ts'

/** Everything that issued the certificate, or issued such an issuer, nearest first; told by name and signature. */
export function issuersAbove(certificate: Certificate, candidates: readonly Certificate[]): readonly Certificate[] {
  const found = [certificate]
  // Grows while it is walked.
  for (const subject of found) {
    found.push(
      ...candidates.filter(
        (candidate) =>
          !found.includes(candidate) &&
          sameName(candidate.subject, subject.issuer) &&
          isSignedBy(subject, candidate.publicKey),
      ),
    )
  }
  return found.slice(1)
}

export const isSelfSigned = (certificate: Certificate): boolean =>
  certificate.selfIssued && isSignedBy(certificate, certificate.publicKey)
