import { ReleaseSigningError } from '../core/error.ts'
import { isAuthority } from './profile.ts'
import type { Register, RegisteredCertificate, RevocationReason } from './register.ts'

export interface NewRevocation {
  /** As the register writes it. */
  readonly serial: string
  readonly reason: RevocationReason
  /** Undefined: now. */
  readonly date: Date | undefined
  readonly invalidSince: Date | undefined
}

/**
 * Writes revocations down.
 *
 * @throws ReleaseSigningError `register-serial-unknown` or `revocation-invalid`
 */
export function revoke(
  register: Register,
  revocations: readonly NewRevocation[],
  { issuerKey, now }: { readonly issuerKey: string; readonly now: Date },
): Register {
  const certificates = [...register.certificates]
  for (const { serial, reason, ...given } of revocations) {
    const index = certificates.findIndex((one) => one.serial === serial && one.issuerKey === issuerKey)
    const certificate = certificates[index]
    if (certificate === undefined) throw unknown(serial)
    const date = wholeSeconds(given.date ?? now)
    const invalidSince = given.invalidSince === undefined ? undefined : wholeSeconds(given.invalidSince)
    const problem = problemWith(certificate, { reason, date, invalidSince, now })
    if (problem !== undefined) throw invalid(certificate, problem)
    certificates[index] = { ...certificate, revocation: { date, reason, invalidSince } }
  }
  return { ...register, certificates }
}

interface Planned {
  readonly reason: RevocationReason
  readonly date: Date
  readonly invalidSince: Date | undefined
  readonly now: Date
}

function problemWith(certificate: RegisteredCertificate, { reason, date, invalidSince, now }: Planned) {
  const { profile, revocation, notBefore } = certificate
  if (revocation !== undefined) {
    return `it was revoked on ${revocation.date.toISOString()} for ${revocation.reason}: to say otherwise, change its block in the register`
  }
  if (profile === 'root') return 'it is a root, which goes when it is no longer pinned'
  if (reason === 'cACompromise' && !isAuthority(profile)) return 'cACompromise is for CAs: say keyCompromise'
  if (date > now || date < notBefore) return `${date.toISOString()} is before it was issued, or yet to come`
  if (invalidSince !== undefined && invalidSince > date) return 'it is invalid since a time after its revocation'
  return undefined
}

const wholeSeconds = (date: Date): Date => new Date(Math.floor(date.getTime() / 1000) * 1000)

const unknown = (serial: string) =>
  new ReleaseSigningError('register-serial-unknown', `this CA issued no certificate ${serial}, by the register`, {
    hint: 'Look the serial number up in the register, and give the CA that issued it.',
  })

const invalid = ({ serial, subject }: RegisteredCertificate, problem: string) =>
  new ReleaseSigningError('revocation-invalid', `certificate ${serial} (${subject}) is not revoked: ${problem}`, {
    rule: 'RFC 5280 section 5.3',
  })
