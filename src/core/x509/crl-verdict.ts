import { ReleaseSigningError } from '../error.ts'
import { type Certificate, certificateReference } from './certificate.ts'
import { type CertificateRevocationList, describeCrl, sameOptional } from './crl.ts'
import { crlReason, type RevokedCertificate } from './crl-entry.ts'

/** By which instants CRLs are judged. */
export interface RevocationTimes {
  /** When CRLs, and the paths of those who signed them, must be valid: now, or the instant the caller asks about. */
  readonly freshAt: Date
  /**
   * When the path's leaf signed at the latest. A certificate is then refused when its revocation or invalidity date is not after this
   * instant, and always when its key or its CA's was compromised; and the newest CRL counts even where it was issued
   * after `freshAt`. Undefined: RFC 5280 section 6.3 at the one instant `freshAt`, where listed means revoked, and a CRL
   * issued later is not there yet.
   */
  readonly signedAt: Date | undefined
  /**
   * Whether what the leaf signed are time stamps: then a certificate whose entry gives no reason, or one by which the key
   * may be in other hands, is refused whenever it was revoked (RFC 3161 section 4). Default: false.
   */
  readonly ofTimeStamps?: boolean | undefined
}

/** CRLs of one issuer, key and scope whose signatures are good. */
export interface CrlGroup {
  /** SubjectPublicKeyInfo of the signer. */
  readonly key: Uint8Array
  readonly complete: readonly CertificateRevocationList[]
  readonly deltas: readonly CertificateRevocationList[]
}

export interface CrlVerdict {
  /** Why the group does not find the certificate good; `certificate-revoked` where it knows better. */
  readonly problem: ReleaseSigningError | undefined
  readonly warnings: readonly string[]
}

/**
 * What the newest complete CRL of a group, together with the newest delta CRL to it, says of a certificate. Where the
 * issuer contradicts itself, so that it cannot be told which is the newest, each of them counts: whom one lists is
 * revoked, and one that is stale is a refusal.
 */
export function judgeByCrls(group: CrlGroup, certificate: Certificate, times: RevocationTimes): CrlVerdict {
  const complete = newest(inForce(group.complete, times))
  const deltas = newest(inForce(group.deltas, times)).filter((delta) => !isSuperseded(delta, complete))
  // One that is not above the complete CRL is no delta to it, and is believed in whom it lists alone.
  const following = deltas.filter(({ number }) => complete.every((one) => number > one.number))
  const current = [...complete, ...following]
  const problem = current.map((crl) => staleness(crl, times)).find((found) => found !== undefined)

  const entries = entriesFor(certificate, complete, deltas, following)
  const refusing = entries.find(
    (entry) => isRefused(entry, times) && (problem === undefined || entry.reason !== crlReason.certificateHold),
  )
  if (refusing !== undefined) return { problem: revoked(refusing, certificate), warnings: [] }
  if (complete.length === 0) return { problem: noComplete(group, certificate), warnings: [] }
  return {
    problem: problem ?? misfit(following, complete) ?? (entries.length > 0 ? undefined : silence(current, certificate)),
    warnings: entries.map(
      (entry) =>
        `${certificate.subject.text} was revoked on ${entry.revocationDate.toISOString()}, after it had signed`,
    ),
  }
}

/** Without an instant of signing, what was issued later is not there yet. */
const inForce = (crls: readonly CertificateRevocationList[], { freshAt, signedAt }: RevocationTimes) =>
  signedAt === undefined ? crls.filter(({ thisUpdate }) => thisUpdate <= freshAt) : crls

/** Those that no other one supersedes: one, unless dates and numbers contradict each other, or two have both in common. */
const newest = (crls: readonly CertificateRevocationList[]) => crls.filter((crl) => !isSuperseded(crl, crls))

/** Whether one of the others was issued later and bears a higher number, or is level in one of the two. */
const isSuperseded = (crl: CertificateRevocationList, others: readonly CertificateRevocationList[]): boolean =>
  others.some(
    ({ thisUpdate, number }) =>
      thisUpdate >= crl.thisUpdate && number >= crl.number && (thisUpdate > crl.thisUpdate || number > crl.number),
  )

/**
 * A delta CRL takes off the complete one only what was on hold (RFC 5280 section 5.3.1), and not what it may have taken
 * off for having expired.
 */
function entriesFor(
  { issuer, serial, notAfter }: Certificate,
  complete: readonly CertificateRevocationList[],
  deltas: readonly CertificateRevocationList[],
  following: readonly CertificateRevocationList[],
): readonly RevokedCertificate[] {
  const removes = (delta: CertificateRevocationList): boolean =>
    notAfter >= delta.thisUpdate && delta.find(issuer, serial).some(({ reason }) => reason === crlReason.removeFromCrl)
  const removed = following.length > 0 && following.every(removes)
  const listed = complete.flatMap((crl) => crl.find(issuer, serial))
  const added = deltas.flatMap((delta) => delta.find(issuer, serial))
  return [
    ...listed.filter(({ reason }) => !(removed && reason === crlReason.certificateHold)),
    ...added.filter(({ reason }) => reason !== crlReason.removeFromCrl),
  ]
}

/** Reasons for which a time-stamp authority's key was given up without being in other hands (RFC 3161 section 4). */
const harmlessToTimeStamps: ReadonlySet<number | undefined> = new Set([
  crlReason.unspecified,
  crlReason.affiliationChanged,
  crlReason.superseded,
  crlReason.cessationOfOperation,
])

function isRefused(entry: RevokedCertificate, { signedAt, ofTimeStamps }: RevocationTimes): boolean {
  if (signedAt === undefined) return true
  if (entry.reason === crlReason.keyCompromise || entry.reason === crlReason.cACompromise) return true
  if (ofTimeStamps === true && !harmlessToTimeStamps.has(entry.reason)) return true
  // Not a comparison that NaN would pass.
  return [entry.revocationDate, entry.invalidityDate].some((date) => date !== undefined && !(date > signedAt))
}

function revoked(entry: RevokedCertificate, certificate: Certificate): ReleaseSigningError {
  const invalid = entry.invalidityDate === undefined ? '' : `, invalid since ${entry.invalidityDate.toISOString()}`
  const date = entry.revocationDate.toISOString()
  return new ReleaseSigningError(
    'certificate-revoked',
    `certificate revoked on ${date}${invalid}, reason code ${entry.reason ?? 'not given'}, says its issuer ${certificate.issuer.text}`,
    {
      rule: 'RFC 5280 section 6.3.3',
      hint: 'Do not trust what it signed. Ask the signer for a release under a certificate that stands.',
      certificate: certificateReference(certificate),
    },
  )
}

function staleness(crl: CertificateRevocationList, { freshAt }: RevocationTimes): ReleaseSigningError | undefined {
  const at = freshAt.toISOString()
  if (freshAt < crl.thisUpdate) {
    return new ReleaseSigningError('crl-not-yet-valid', `${describeCrl(crl)}: it is not yet in force at ${at}`, {
      rule: 'RFC 5280 section 5.1.2.4',
      hint: 'Give the CRL that was in force then, and none that was issued later.',
    })
  }
  if (freshAt <= crl.nextUpdate) return undefined
  const until = crl.nextUpdate.toISOString()
  return new ReleaseSigningError('crl-stale', `${describeCrl(crl)}: it was good until ${until}, and not at ${at}`, {
    rule: 'RFC 5280 section 6.3.3 (a)',
    hint: 'Fetch a fresh CRL from the issuer.',
  })
}

/** RFC 5280 section 6.3.3 (c), and section 5.2.4. */
function misfit(
  deltas: readonly CertificateRevocationList[],
  complete: readonly CertificateRevocationList[],
): ReleaseSigningError | undefined {
  const pairs = deltas.flatMap((delta) => complete.map((one) => ({ delta, one })))
  const unfit = pairs.find(
    ({ delta, one }) =>
      delta.baseNumber === undefined ||
      delta.baseNumber > one.number ||
      !sameOptional(delta.authorityKeyIdentifier, one.authorityKeyIdentifier),
  )
  if (unfit === undefined) return undefined
  const { delta, one } = unfit
  return new ReleaseSigningError(
    'crl-delta-unusable',
    `${describeCrl(delta)}: it is a delta to number ${delta.baseNumber}, the complete CRL given is number ${one.number}`,
    { rule: 'RFC 5280 section 5.2.4', hint: 'Fetch a newer complete CRL from the issuer.' },
  )
}

/** Expired certificates are dropped from CRLs, unless the CRL says since when it keeps them. */
function silence(
  crls: readonly CertificateRevocationList[],
  certificate: Certificate,
): ReleaseSigningError | undefined {
  const { notAfter } = certificate
  const silent = crls.find(
    ({ thisUpdate, expiredSince }) => notAfter < thisUpdate && (expiredSince === undefined || notAfter < expiredSince),
  )
  if (silent === undefined) return undefined
  return new ReleaseSigningError(
    'crl-silent-on-expired',
    `${describeCrl(silent)}: it no longer tells whether certificates that expired on ${notAfter.toISOString()} were revoked`,
    {
      rule: 'ITU-T X.509 expiredCertsOnCRL',
      hint: 'Ask the issuer for a CRL with expiredCertsOnCRL that reaches back to then.',
      certificate: certificateReference(certificate),
    },
  )
}

function noComplete(group: CrlGroup, certificate: Certificate): ReleaseSigningError {
  const [later] = group.complete
  if (later !== undefined) {
    return new ReleaseSigningError('crl-not-yet-valid', `${describeCrl(later)}: it is not yet in force`, {
      rule: 'RFC 5280 section 5.1.2.4',
      hint: 'Give the CRL that was in force at the instant asked about.',
    })
  }
  return new ReleaseSigningError(
    'crl-delta-unusable',
    `only delta CRLs of ${certificate.issuer.text} are there, and no complete one`,
    { rule: 'RFC 5280 section 5.2.4', hint: 'Give the complete CRL too.' },
  )
}
