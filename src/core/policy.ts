import { ReleaseSigningError } from './error.ts'
import { type Certificate, certificateReference } from './x509/certificate.ts'
import type { CertificateRevocationList } from './x509/crl.ts'
import type { TrustAnchor } from './x509/trust-anchor.ts'

/** Who must have signed. Repository and tag are the signer's own statement and never count here. */
export type SignerIdentity =
  /** A subject alternative name of the leaf: URI, email address or DNS name. */
  | { readonly kind: 'san'; readonly value: string }
  /** The leaf's subject as an RFC 4514 string, in the form that `inspect` prints. */
  | { readonly kind: 'subject'; readonly value: string }
  /** SHA-256 of the leaf, hexadecimal; colons and case do not matter. */
  | { readonly kind: 'sha256'; readonly value: string }
  /** Whoever the pinned roots issued to: they issue to nobody else. */
  | { readonly kind: 'dedicated-root' }

/** All that a sidecar is judged by. Everything that trust starts from is here and comes from the caller. */
export interface VerificationPolicy {
  /** Never empty. */
  readonly anchors: readonly TrustAnchor[]
  readonly identity: SignerIdentity
  /** Serial numbers that no certificate of a path may have. */
  readonly deniedSerials: readonly bigint[]
  /** DER; material to build paths with, never trusted. */
  readonly intermediates: readonly Uint8Array[]
  /** The present. */
  readonly now: Date
  /** The instant the caller asks about in place of the present; not together with time-stamp roots. */
  readonly at: Date | undefined
  /** Pinned time-stamp roots; empty: tokens are not looked at. */
  readonly timestampAnchors: readonly TrustAnchor[]
  /** Demands a verified time stamp. */
  readonly requireTimestamp: boolean
  /** Empty: revocation is not checked, and the result says so. */
  readonly crls: readonly CertificateRevocationList[]
  readonly crlScope: 'leaf' | 'path'
}

type NamedIdentity = Exclude<SignerIdentity, { readonly kind: 'dedicated-root' }>

/** A value to compare identities with: URI by its scheme, email address by its @, else DNS name. */
type NameForm = 'uri' | 'email' | 'dns'
const formOf = (value: string): NameForm =>
  /^[a-z][a-z0-9+.-]*:/i.test(value) ? 'uri' : value.includes('@') ? 'email' : 'dns'

/** Subject alternative names of the forms that can be an identity, as text. */
export const identitiesOf = (leaf: Certificate): readonly string[] => nameIdentities(leaf).map(({ value }) => value)

function nameIdentities(leaf: Certificate): readonly { readonly form: NameForm; readonly value: string }[] {
  return (leaf.extensions.subjectAlternativeName ?? []).flatMap((name) => {
    switch (name.kind) {
      case 'uri':
      case 'email':
      case 'dns':
        return [{ form: name.kind, value: name.text }]
      default:
        return []
    }
  })
}

/**
 * Whether the leaf is the one that the policy names. Every comparison is exact.
 *
 * @throws ReleaseSigningError `identity-mismatch`
 */
export function checkIdentity(leaf: Certificate, identity: SignerIdentity): void {
  if (identity.kind === 'dedicated-root' || (identity.value !== '' && isIdentity(leaf, identity))) return
  const claims = { san: identitiesOf(leaf).join(', ') || 'none', subject: leaf.subject.text, sha256: leaf.sha256 }
  const found = claims[identity.kind]
  throw new ReleaseSigningError('identity-mismatch', `signed by another than ${identity.value}: it is ${found}`, {
    hint: 'Verify with the identity of the signer you expect; if this is the one, take it from a source you trust.',
    certificate: certificateReference(leaf),
  })
}

function isIdentity(leaf: Certificate, { kind, value }: NamedIdentity): boolean {
  switch (kind) {
    case 'san':
      // The form counts: name constraints on email addresses say nothing of a DNS name that reads like one.
      return nameIdentities(leaf).some((name) => name.value === value && name.form === formOf(value))
    case 'subject':
      return leaf.subject.text === value
    case 'sha256':
      return leaf.sha256 === fingerprintOf(value)
  }
}

/** Hexadecimal in lower case without colons; what is something else stays so and matches nothing. */
export const fingerprintOf = (text: string): string => text.replaceAll(':', '').toLowerCase()

/** @throws ReleaseSigningError `certificate-denied` */
export function checkNotDenied(certificates: readonly Certificate[], denied: readonly bigint[]): void {
  const found = certificates.find(({ serial }) => denied.includes(serial))
  if (found === undefined) return
  throw new ReleaseSigningError('certificate-denied', 'a certificate in the path has a serial number that is denied', {
    hint: 'Whoever denied it has a reason: do not use what it signed.',
    certificate: certificateReference(found),
  })
}
