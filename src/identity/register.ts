import type { CertificateProfile } from './profile.ts'

/** Reasons that a certificate is revoked for here, by their CRLReason code (RFC 5280 section 5.3.1). */
export const revocationReasons = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  privilegeWithdrawn: 9,
} as const
export type RevocationReason = keyof typeof revocationReasons

export interface Revocation {
  readonly date: Date
  readonly reason: RevocationReason
  /** Since when the key is believed to be in other hands, say. */
  readonly invalidSince: Date | undefined
}

/** One certificate that was issued. Times are whole seconds. */
export interface RegisteredCertificate {
  /** Lower-case hexadecimal, two digits an octet. */
  readonly serial: string
  readonly profile: CertificateProfile
  /** RFC 4514 string. */
  readonly subject: string
  /** Of the subject's SubjectPublicKeyInfo, SHA-256, lower-case hexadecimal. */
  readonly key: string
  /** RFC 4514 string. */
  readonly issuer: string
  /** As `key`, of the issuer: whose CRL the certificate belongs on. */
  readonly issuerKey: string
  readonly notBefore: Date
  readonly notAfter: Date
  /** Of the certificate. */
  readonly sha256: string
  /** What a person wrote beside it. */
  readonly note: string | undefined
  readonly revocation: Revocation | undefined
}

/** The newest CRL of one issuer. */
export interface RegisteredCrl {
  readonly number: bigint
  readonly issuer: string
  readonly issuerKey: string
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly sha256: string
}

/** All that was issued and revoked by the CAs of one team, in the order in which it was. */
export interface Register {
  readonly certificates: readonly RegisteredCertificate[]
  readonly crls: readonly RegisteredCrl[]
}

export const emptyRegister: Register = { certificates: [], crls: [] }
