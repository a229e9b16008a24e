import { equalBytes } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../core/x509/certificate.ts'
import type { CertificationRequest } from '../core/x509/certification-request.ts'
import { sameName } from '../core/x509/name.ts'
import { encodePem, readCertificates } from '../core/x509/pem.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { Clock } from '../release/ports.ts'
import { anchorsOf } from '../release/verify/verify-policy.ts'
import { authorityPath, oneCertificate } from './private-ca-authority.ts'
import type { PrivateCa } from './private-ca-port.ts'
import { expectSubordinate, requestOf } from './private-ca-request.ts'

export interface PrivateCaImportRequest {
  /** The CA's new certificate and those of its issuers, in any order. */
  readonly certificates: readonly NamedBytes[]
  /** Roots one of which it must reach; at least one. */
  readonly rootCertificates: readonly NamedBytes[]
}

export interface PrivateCaImportReport {
  readonly arn: string
  /** RFC 4514 string. */
  readonly subject: string
  readonly sha256: string
  /** RFC 3339. */
  readonly notAfter: string
  /** CAs that may stand below it; null: as many as one likes. */
  readonly pathLength: number | null
  readonly root: { readonly subject: string; readonly sha256: string }
  readonly warnings: readonly string[]
}

/**
 * Installs the own certificate of a subordinate CA, once our validator has found that it holds the key of the CA's
 * request and leads to a pinned root; then reads back what stands there.
 *
 * @throws ReleaseSigningError `private-ca-…`, `key-mismatch`, or why the certificate or its path is not valid
 */
export async function importPrivateCaCertificate(
  { certificates, rootCertificates }: PrivateCaImportRequest,
  { privateCa, clock }: { readonly privateCa: PrivateCa; readonly clock: Clock },
): Promise<PrivateCaImportReport> {
  const given = certificates.flatMap(({ name, bytes }) =>
    readCertificates(bytes, name).map((der) => parseCertificate(der, name)),
  )
  const anchors = anchorsOf(rootCertificates)
  await expectSubordinate(privateCa)
  const request = await requestOf(privateCa)
  const certificate = certificateFor(request, given)
  const others = given.filter(({ sha256 }) => sha256 !== certificate.sha256)
  const { above, anchor, warnings } = authorityPath(certificate, others, anchors, { at: clock(), purpose: 'any' })
  const chain = above.map(({ der }) => der)
  await privateCa.importCertificate(encodePem('CERTIFICATE', [certificate.der]), encodePem('CERTIFICATE', chain))
  await expectInstalled(privateCa, certificate)
  return {
    arn: privateCa.arn,
    subject: certificate.subject.text,
    sha256: certificate.sha256,
    notAfter: certificate.notAfter.toISOString(),
    pathLength: certificate.extensions.basicConstraints?.pathLength ?? null,
    root: { subject: anchor.certificate.subject.text, sha256: anchor.certificate.sha256 },
    warnings,
  }
}

/** Of several for its key, the one that is valid longest. */
function certificateFor({ publicKey, subject }: CertificationRequest, given: readonly Certificate[]): Certificate {
  const [found] = given
    .filter((one) => equalBytes(one.publicKey.spki, publicKey.spki))
    .sort((a, b) => b.notAfter.getTime() - a.notAfter.getTime())
  if (found === undefined) {
    throw new ReleaseSigningError('key-mismatch', "no certificate that was given is for the key of the CA's request", {
      hint: 'Have the request signed that `private-ca request` fetches now: each one that AWS gives out is for this key.',
    })
  }
  if (sameName(found.subject, subject)) return found
  throw new ReleaseSigningError(
    'private-ca-import-refused',
    `the certificate is for ${found.subject.text}; the request was for ${subject.text}`,
    { hint: 'Have the request signed with its subject as it is.', certificate: certificateReference(found) },
  )
}

async function expectInstalled(privateCa: PrivateCa, certificate: Certificate): Promise<void> {
  const installed = oneCertificate(
    (await privateCa.certificate()).certificate,
    "AWS Private CA's answer: the certificate",
  )
  if (installed.sha256 === certificate.sha256) return
  throw new ReleaseSigningError('aws-answer-invalid', 'AWS Private CA shows another certificate than was installed', {
    hint: 'Look at the CA: `aws acm-pca get-certificate-authority-certificate`.',
    certificate: certificateReference(installed),
  })
}
