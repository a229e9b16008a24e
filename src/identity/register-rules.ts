import { sha256Hex } from '../core/crypto.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { Certificate } from '../core/x509/certificate.ts'
import type { PublicKey } from '../core/x509/public-key.ts'
import { type CertificateProfile, isAuthority } from './profile.ts'
import type { Register, RegisteredCertificate } from './register.ts'
import { serialKnown } from './register-text.ts'

/** How the register names a key. */
export const keyHash = ({ spki }: Pick<PublicKey, 'spki'>): string => sha256Hex(spki)

/**
 * One key, one use: what signs releases issues no certificates, what stamps times does neither, and a key that was
 * revoked as compromised does nothing any more.
 *
 * @throws ReleaseSigningError `key-has-another-use` or `key-compromised`
 */
export function checkKeyUse(register: Register, publicKey: PublicKey, profile: CertificateProfile): void {
  const key = keyHash(publicKey)
  for (const known of register.certificates) {
    if (known.key !== key) continue
    if (known.revocation?.reason === 'keyCompromise' || known.revocation?.reason === 'cACompromise') {
      throw new ReleaseSigningError(
        'key-compromised',
        `the key of certificate ${known.serial} (${known.subject}) was revoked as compromised`,
        { hint: 'Make a new key with `key create`; this one is never certified again.' },
      )
    }
    const same = isAuthority(profile) ? isAuthority(known.profile) : known.profile === profile
    if (!same) throw otherUse(`the key has a ${known.profile} certificate, ${known.serial} (${known.subject})`, profile)
  }
  const issued = register.certificates.find(({ issuerKey }) => issuerKey === key)
  if (issued !== undefined && !isAuthority(profile)) {
    throw otherUse(`the key issued a certificate, ${issued.serial} (${issued.subject})`, profile)
  }
}

export const otherUse = (problem: string, profile: CertificateProfile): ReleaseSigningError =>
  new ReleaseSigningError('key-has-another-use', `${problem}, and is not to be certified for ${profile}`, {
    hint: 'One key, one use: make another key with `key create`.',
  })

/** Whoever verifies by the subject takes one for the other: a new key of the same people, or an impostor's request. */
export function namesakeWarnings(
  { certificates }: Register,
  { subject, publicKey }: Pick<Certificate, 'subject' | 'publicKey'>,
  now: Date,
): readonly string[] {
  const key = keyHash(publicKey)
  const namesake = certificates.find(
    (one) => one.subject === subject.text && one.key !== key && one.notAfter >= now && one.revocation === undefined,
  )
  if (namesake === undefined) return []
  return [`${namesake.subject} has another key, too, by certificate ${namesake.serial}: is the request theirs?`]
}

/** As the register writes it. */
export const serialText = (serial: bigint): string => {
  const digits = serial.toString(16)
  return digits.length % 2 === 0 ? digits : `0${digits}`
}

/** @throws ReleaseSigningError `register-serial-known` */
export function withCertificate(
  register: Register,
  certificate: Certificate,
  profile: CertificateProfile,
  issuer: Certificate,
): Register {
  const serial = serialText(certificate.serial)
  if (register.certificates.some((known) => known.serial === serial)) throw serialKnown(serial, 'the register')
  const issued: RegisteredCertificate = {
    serial,
    profile,
    subject: certificate.subject.text,
    key: keyHash(certificate.publicKey),
    issuer: issuer.subject.text,
    issuerKey: keyHash(issuer.publicKey),
    notBefore: certificate.notBefore,
    notAfter: certificate.notAfter,
    sha256: certificate.sha256,
    note: undefined,
    revocation: undefined,
  }
  return { ...register, certificates: [...register.certificates, issued] }
}
