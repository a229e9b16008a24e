import { type ErrorCode, ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Certificate, certificateReference } from './certificate.ts'

/** What came from outside, as far as a message repeats it. */
export const shortened = (text: string): string =>
  text.length > limits.quotedCharacters ? `${text.slice(0, limits.quotedCharacters)}…` : text

/** How messages name a certificate. */
export const describeCertificate = ({ subject, sha256 }: Certificate): string =>
  subject.text === '' ? `certificate with SHA-256 ${sha256}` : `certificate ${shortened(subject.text)}`

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
