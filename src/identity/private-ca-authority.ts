import { utf8 } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../core/x509/certificate.ts'
import { isSelfSigned } from '../core/x509/issuers.ts'
import { findPath } from '../core/x509/path.ts'
import { createPathChecks } from '../core/x509/path-checks.ts'
import { readCertificates } from '../core/x509/pem.ts'
import { createTrustAnchor, type TrustAnchor } from '../core/x509/trust-anchor.ts'
import type { CertificateAuthority } from './authority.ts'
import type { PrivateCaCertificate, PrivateCaDescription } from './private-ca-port.ts'

/** A CA in AWS Private CA by its certificates: nearest issuer first, up to the root. */
export type PrivateCaPath = Pick<CertificateAuthority, 'certificate' | 'above' | 'anchor' | 'warnings'>

/** When a CA is to issue, and for which extended key usage, dotted decimal, or `any`. */
export interface AuthorityUse {
  readonly at: Date
  readonly purpose: string
}

/**
 * The CA's own certificate and those above it, judged as whoever verifies will.
 *
 * @param pinned roots one of which it must reach; none: the self-signed one that the service names
 * @throws ReleaseSigningError `private-ca-chain-invalid`, `path-not-found`, or what a certificate is refused for
 */
export function privateCaPath(
  answer: PrivateCaCertificate,
  pinned: readonly TrustAnchor[],
  use: AuthorityUse,
): PrivateCaPath {
  const certificate = oneCertificate(answer.certificate, "AWS Private CA's answer: the CA's certificate")
  const chain = answer.chain === undefined ? [] : certificatesIn(answer.chain, "AWS Private CA's answer: the chain")
  return authorityPath(certificate, chain, pinned.length > 0 ? pinned : rootOf([certificate, ...chain]), use)
}

/**
 * Judges a CA's certificate that is to issue now, and finds its way up.
 *
 * @throws ReleaseSigningError `path-not-found`, or what a certificate is refused for
 */
export function authorityPath(
  certificate: Certificate,
  above: readonly Certificate[],
  anchors: readonly TrustAnchor[],
  { at, purpose }: AuthorityUse,
): PrivateCaPath {
  const checks = createPathChecks('code-signing', { at, purpose })
  const own = anchors.find((anchor) => anchor.certificate.sha256 === certificate.sha256)
  if (own !== undefined) {
    const refusal = checks.anchor(own)
    if (refusal !== undefined) throw refusal
    return { certificate, above: [], anchor: own, warnings: own.warnings }
  }
  if (isSelfSigned(certificate)) {
    throw new ReleaseSigningError('path-not-found', `${certificate.subject.text} is a root, and none that is pinned`, {
      hint: 'Pin it with root-certificate where verifiers do; or use a CA under the root that they pin.',
      certificate: certificateReference(certificate),
    })
  }
  const refusal = checks.intermediate(certificate)
  if (refusal !== undefined) throw refusal
  const path = findPath({
    leaf: certificate,
    intermediates: above.map(({ der }) => der),
    anchors,
    at,
    profile: 'rfc5280',
    purpose: 'any',
  })
  return { certificate, above: path.certificates.slice(1), anchor: path.anchor, warnings: path.warnings }
}

function rootOf(certificates: readonly Certificate[]): readonly TrustAnchor[] {
  const root = certificates.find(isSelfSigned)
  if (root !== undefined) return [createTrustAnchor(root.der)]
  throw new ReleaseSigningError(
    'private-ca-chain-invalid',
    "AWS Private CA's answer: the chain does not reach a root",
    {
      hint: 'Pin the root with root-certificate, or install the certificate of the CA again with its whole chain.',
    },
  )
}

/** @throws ReleaseSigningError `pem-invalid`, `private-ca-chain-invalid` or what it cannot be read for */
export function oneCertificate(pem: string, what: string): Certificate {
  const [certificate, ...more] = certificatesIn(pem, what)
  if (certificate !== undefined && more.length === 0) return certificate
  throw new ReleaseSigningError('private-ca-chain-invalid', `${what}: not one certificate`)
}

const certificatesIn = (pem: string, what: string): readonly Certificate[] =>
  readCertificates(utf8(pem), what).map((der) => parseCertificate(der, what))

/** @throws ReleaseSigningError `private-ca-disabled` or `private-ca-state` */
export function expectActive({ status, arn }: PrivateCaDescription): void {
  if (status === 'ACTIVE') return
  if (status === 'DISABLED') {
    throw new ReleaseSigningError('private-ca-disabled', `${arn} is disabled`, {
      hint: 'Enable it: `aws acm-pca update-certificate-authority --status ACTIVE --certificate-authority-arn ARN`.',
    })
  }
  throw stateError(status, arn)
}

export const stateError = (status: string, arn: string): ReleaseSigningError =>
  new ReleaseSigningError('private-ca-state', `${arn} is in state ${status}`, { hint: stateHints[status] ?? otherHint })

const otherHint = 'Use a CA whose state is ACTIVE.'
const stateHints: Readonly<Record<string, string>> = {
  CREATING: 'Wait a minute.',
  PENDING_CERTIFICATE:
    'Give it its certificate: `private-ca request`, have a root sign that, then `private-ca import`.',
  EXPIRED: 'Renew its certificate: `private-ca request`, have the root sign that, then `private-ca import`.',
  DELETED: 'Restore it while that can be done: `aws acm-pca restore-certificate-authority`; or use another.',
  FAILED: 'Delete it and create another.',
}
