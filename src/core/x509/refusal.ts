import { type ErrorCode, ReleaseSigningError } from '../error.ts'
import { type Certificate, certificateReference } from './certificate.ts'

/** How messages name a certificate. */
export const describeCertificate = ({ subject, sha256 }: Certificate): string =>
  subject.text === '' ? `certificate with SHA-256 ${sha256}` : `certificate ${subject.text}`

export interface Rule {
  /** Of RFC 5280, or another source in full. */
  readonly section: string
  readonly hint?: string
}

const reissue = 'Whoever issued the certificate has to issue it again.'

/** A refusal of one certificate. */
export const refuse = (certificate: Certificate, code: ErrorCode, problem: string, rule: Rule): ReleaseSigningError =>
  new ReleaseSigningError(code, `${describeCertificate(certificate)}: ${problem}`, {
    certificate: certificateReference(certificate),
    rule: /^\d/.test(rule.section) ? `RFC 5280 section ${rule.section}` : rule.section,
    hint: rule.hint ?? reissue,
  })
