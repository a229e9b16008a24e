import type { Certificate } from './certificate.ts'
import type { CertificateRevocationList } from './crl.ts'
import { allReasons, type DistributionPoint, directoryNames, fullNames, shareName } from './distribution-point.ts'
import { sameName } from './name.ts'

/**
 * The reasons (bits of ReasonFlags) for which a CRL tells the status of a certificate, by one of its distribution points
 * (RFC 5280 section 6.3.3, steps b and d); empty where it tells nothing.
 *
 * @param point undefined: the implied one of section 6.3.3, named as the certificate's issuer
 */
export function coveredReasons(
  crl: CertificateRevocationList,
  certificate: Certificate,
  point: DistributionPoint | undefined,
): ReadonlySet<number> {
  const scope = crl.issuingDistributionPoint
  const covered =
    isIssuerExpected(crl, certificate, point) &&
    isNameExpected(crl, certificate, point) &&
    !(scope?.onlyUserCertificates === true && isAuthority(certificate)) &&
    !(scope?.onlyAuthorityCertificates === true && !isAuthority(certificate)) &&
    scope?.onlyAttributeCertificates !== true
  if (!covered) return new Set()
  const reasons = point?.reasons ?? allReasons
  return new Set([...(scope?.onlySomeReasons ?? allReasons)].filter((reason) => reasons.has(reason)))
}

/** Step b 1. */
function isIssuerExpected(
  crl: CertificateRevocationList,
  certificate: Certificate,
  point: DistributionPoint | undefined,
): boolean {
  if (point?.crlIssuer === undefined) return sameName(crl.issuer, certificate.issuer)
  const named = directoryNames(point.crlIssuer).some((name) => sameName(name, crl.issuer))
  return named && crl.issuingDistributionPoint?.indirect === true
}

/** Step b 2 i: a CRL with a distribution point name is for the certificates that point there, and for no others. */
function isNameExpected(
  crl: CertificateRevocationList,
  certificate: Certificate,
  point: DistributionPoint | undefined,
): boolean {
  const name = crl.issuingDistributionPoint?.name
  if (name === undefined) return true
  const names = fullNames(name, crl.issuer, 'CRL: distribution point name')
  if (point === undefined) return directoryNames(names).some((one) => sameName(one, certificate.issuer))
  if (point.name === undefined) return shareName(names, point.crlIssuer ?? [])
  const [base = certificate.issuer] = directoryNames(point.crlIssuer ?? [])
  return shareName(names, fullNames(point.name, base, 'certificate: distribution point name'))
}

const isAuthority = ({ extensions }: Certificate): boolean => extensions.basicConstraints?.ca === true
