import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference } from '../core/x509/certificate.ts'

export interface Validity {
  readonly notBefore: Date
  readonly notAfter: Date
}

const day = 86_400_000

/** From now, in whole seconds, for so many days; the last second counts (RFC 5280 section 4.1.2.5). */
export function validityFrom(now: Date, days: number): Validity {
  const notBefore = new Date(Math.floor(now.getTime() / 1000) * 1000)
  return { notBefore, notAfter: new Date(notBefore.getTime() + days * day - 1000) }
}

/** @throws ReleaseSigningError `validity-outside-issuer` */
export function checkWithinIssuer({ notBefore, notAfter }: Validity, issuer: Certificate): void {
  if (notBefore >= issuer.notBefore && notAfter <= issuer.notAfter) return
  const left = Math.floor((issuer.notAfter.getTime() + 1000 - notBefore.getTime()) / day)
  const from = issuer.notBefore.toISOString()
  const until = issuer.notAfter.toISOString()
  throw new ReleaseSigningError(
    'validity-outside-issuer',
    `the certificate would be valid until ${notAfter.toISOString()}; that of its issuer is from ${from} to ${until}`,
    {
      rule: 'RFC 5280 section 6.1.3 (a)(2)',
      hint:
        left >= 1
          ? `Ask for at most ${left} day${left === 1 ? '' : 's'}, or renew the CA first.`
          : 'Renew the CA first.',
      certificate: certificateReference(issuer),
    },
  )
}
