import { equalBytes } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../core/x509/certificate.ts'
import { isSelfSigned, issuersAbove } from '../core/x509/issuers.ts'
import { findPath } from '../core/x509/path.ts'
import { createPathChecks } from '../core/x509/path-checks.ts'
import { readCertificates } from '../core/x509/pem.ts'
import { describeCertificate } from '../core/x509/refusal.ts'
import { createTrustAnchor, type TrustAnchor } from '../core/x509/trust-anchor.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { Signer } from '../release/ports.ts'
import type { Register } from './register.ts'
import { checkKeyUse } from './register-rules.ts'
import { openSigningKey, type SigningKey } from './signing-key.ts'

/** A CA whose key is at hand. */
export interface CertificateAuthority {
  readonly key: SigningKey
  readonly certificate: Certificate
  /** Its issuers, nearest first, up to the root or to the topmost certificate that was given; none above a root. */
  readonly above: readonly Certificate[]
  /** Where its path ends; a root's is its own. */
  readonly anchor: TrustAnchor
  readonly warnings: readonly string[]
}

export interface AuthorityRequest {
  /** The CA's certificate and those of its issuers, in any order. */
  readonly certificates: readonly NamedBytes[]
  /** Undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  readonly at: Date
  /** What it is to issue for: an extended key usage, dotted decimal, or `any`. */
  readonly purpose: string
  readonly register: Register
  /**
   * Whether a CA will do that was revoked for another reason than compromise: its CRLs are needed for as long as what it
   * issued is to be verified. Default false.
   */
  readonly retired?: boolean
}

/**
 * Finds the CA's certificate by its key, and makes sure that it may issue now.
 *
 * @throws ReleaseSigningError `key-mismatch` where no certificate is that key's, `certificate-not-ca`,
 * `key-usage-cert-sign-missing`, `certificate-expired` and what else the certificate is refused for as a CA's,
 * `certificate-revoked`, `key-compromised` or `key-has-another-use` by the register, or what the key's service refuses
 */
export async function openAuthority(request: AuthorityRequest, signer: Signer): Promise<CertificateAuthority> {
  const given = request.certificates.flatMap(({ name, bytes }) =>
    readCertificates(bytes, name).map((der) => parseCertificate(der, name)),
  )
  const key = await openSigningKey(signer, request.signingAlgorithm)
  const certificate = certificateOf(key, given)
  const others = given.filter(({ sha256 }) => sha256 !== certificate.sha256)
  checkAuthority(certificate, request)
  const candidates = isSelfSigned(certificate) ? [] : issuersAbove(certificate, others)
  const top = candidates.find(isSelfSigned) ?? candidates.at(-1) ?? certificate
  const selfSigned = isSelfSigned(top)
  const anchor = selfSigned ? createTrustAnchor(top.der) : { certificate: top, refusal: undefined, warnings: [] }
  return {
    key,
    certificate,
    above: top === certificate ? [] : issuersUpTo(anchor, certificate, candidates, request),
    anchor,
    warnings: selfSigned
      ? []
      : [`the root was not given: what the issuers of ${describeCertificate(top)} do not allow is not known`],
  }
}

/** @throws ReleaseSigningError why no path from the CA to there is valid */
const issuersUpTo = (
  anchor: TrustAnchor,
  leaf: Certificate,
  candidates: readonly Certificate[],
  { at, purpose }: AuthorityRequest,
) =>
  findPath({
    leaf,
    intermediates: candidates.map(({ der }) => der),
    anchors: [anchor],
    at,
    profile: 'rfc5280',
    purpose,
  }).certificates.slice(1)

/** Of several for the same key, the one that is valid longest. */
function certificateOf({ publicKey, keyId }: SigningKey, given: readonly Certificate[]): Certificate {
  const [found] = given
    .filter((one) => equalBytes(one.publicKey.spki, publicKey.spki))
    .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime())
  if (found !== undefined) return found
  throw new ReleaseSigningError('key-mismatch', `no certificate that was given is that of key ${keyId}`, {
    hint: 'Give the CA’s own certificate with --ca-certificate, and the key that it is for with --kms-key-id.',
  })
}

function checkAuthority(certificate: Certificate, { at, purpose, register, retired = false }: AuthorityRequest): void {
  const checks = createPathChecks('code-signing', { at, purpose })
  const refusal = isSelfSigned(certificate)
    ? checks.anchor(createTrustAnchor(certificate.der))
    : checks.intermediate(certificate)
  if (refusal !== undefined) throw refusal
  checkKeyUse(register, certificate.publicKey, 'subordinate-ca')
  const revocation = register.certificates.find(({ sha256 }) => sha256 === certificate.sha256)?.revocation
  if (revocation !== undefined && !retired) {
    const date = revocation.date.toISOString()
    throw new ReleaseSigningError(
      'certificate-revoked',
      `${describeCertificate(certificate)}: revoked on ${date} for ${revocation.reason}, says the register`,
      { hint: 'Issue from a CA that stands.', certificate: certificateReference(certificate) },
    )
  }
}

/**
 * How many CAs may stand below this one, by its own path length and those above (RFC 5280 section 6.1.4 (l), (m));
 * infinite where none limits it.
 */
export function pathLengthLeft({ certificate, above }: CertificateAuthority): number {
  let left = Number.POSITIVE_INFINITY
  for (const [depth, one] of [...above.toReversed(), certificate].entries()) {
    if (depth > 0 && !one.selfIssued) left -= 1
    left = Math.min(left, one.extensions.basicConstraints?.pathLength ?? left)
  }
  return left
}
