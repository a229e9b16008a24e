import type { ReleaseSigningError } from '../error.ts'
import { type Certificate, parseCertificate } from './certificate.ts'
import { firstRefusal, rfc5280Rules } from './certificate-rules.ts'
import { codeSigningRules } from './code-signing-rules.ts'
import { describeCertificate } from './refusal.ts'

/** A root pinned by its exact bytes (RFC 5280 section 6.1.1 (d)). */
export interface TrustAnchor {
  readonly certificate: Certificate
  /**
   * Why the code-signing profile takes no path to it; undefined: it does. Kept, not thrown, so that one unfit root does
   * no harm to the others pinned beside it. Its validity is looked at when it is used.
   */
  readonly refusal: ReleaseSigningError | undefined
  readonly warnings: readonly string[]
}

/**
 * @param der one certificate
 * @param name what it is called in a refusal
 * @throws ReleaseSigningError when it cannot be read as a certificate
 */
export function createTrustAnchor(der: Uint8Array, name = 'root certificate'): TrustAnchor {
  const certificate = parseCertificate(der, name)
  const rules = [...rfc5280Rules.anchor, ...codeSigningRules.anchor]
  // Neither instant nor purpose is known yet.
  const refusal = firstRefusal(rules, certificate, { at: certificate.notBefore, purpose: 'any' })
  return { certificate, refusal, warnings: anchorWarnings(certificate) }
}

function anchorWarnings(certificate: Certificate): readonly string[] {
  const { extensions, signatureAlgorithm, selfIssued } = certificate
  const warnings: string[] = []
  // `openssl req -x509` makes such roots.
  if (extensions.keyUsage === undefined) warnings.push('no key usage')
  if (!selfIssued) warnings.push('issued by another CA, which was not looked at')
  else if (signatureAlgorithm === undefined) {
    warnings.push('self-signed with an algorithm that is not accepted; that signature was not checked')
  }
  return warnings.map((warning) => `root ${describeCertificate(certificate)}: ${warning}`)
}
