import { parseCertificationRequest, readCertificationRequest } from '../core/x509/certification-request.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { Clock } from '../release/ports.ts'
import { anchorsOf } from '../release/verify/verify-policy.ts'
import { describe, type IssueReport } from './issue-certificate.ts'
import { expectNewFile, newFile, type Output } from './output.ts'
import type { IdentityFiles } from './ports.ts'
import { collectCertificate, orderCertificate, withPurchase } from './private-ca-issuance.ts'
import type { PrivateCa } from './private-ca-port.ts'
import { defaultDays, type IssueProfile } from './profile.ts'
import { openRegister } from './register-file.ts'
import { checkKeyUse, namesakeWarnings, withCertificate } from './register-rules.ts'

export interface PrivateCaIssueRequest {
  /** PKCS #10. */
  readonly request: NamedBytes
  readonly profile: IssueProfile
  /** ARN of a template that fits the profile. */
  readonly template: string
  /** Default: the profile's. */
  readonly days: number | undefined
  /** Undefined: the one that the CA was set up with. */
  readonly signingAlgorithm: string | undefined
  /** ARN of a certificate of the CA that was issued for the request already. Undefined: a new one is bought. */
  readonly collect?: string | undefined
  /** Roots one of which the certificate must reach; none: the root that the service names. */
  readonly rootCertificates: readonly NamedBytes[]
  /** Where it is written down as well; undefined: nowhere. */
  readonly register: string | undefined
  readonly output: Output
}

export interface PrivateCaIssueReport extends IssueReport {
  readonly certificateArn: string
  /** That it reaches. */
  readonly root: { readonly subject: string; readonly sha256: string }
}

export interface PrivateCaPorts {
  readonly privateCa: PrivateCa
  readonly files: IdentityFiles
  readonly clock: Clock
}

/**
 * Has AWS Private CA issue a certificate for a request, and writes it with its intermediates, ready for
 * `certificate-chain`, when our validator has accepted it.
 *
 * @throws ReleaseSigningError what `orderCertificate`, `collectCertificate`, `checkKeyUse` and the parsers refuse,
 * `register-…`, `file-exists` or `file-changed`; the certificate is named once it is paid for
 */
export async function issueByPrivateCa(
  request: PrivateCaIssueRequest,
  { privateCa, files, clock }: PrivateCaPorts,
): Promise<PrivateCaIssueReport> {
  const { profile, output } = request
  const { name, bytes } = request.request
  const asked = parseCertificationRequest(readCertificationRequest(bytes, name), name)
  const anchors = anchorsOf(request.rootCertificates)
  const register = request.register === undefined ? undefined : await openRegister(request.register, files)
  if (register !== undefined) checkKeyUse(register.content, asked.publicKey, profile)
  await expectNewFile(output, files)
  const order = {
    request: asked,
    profile,
    template: request.template,
    days: request.days ?? defaultDays[profile],
    signingAlgorithm: request.signingAlgorithm,
    collect: request.collect,
    anchors,
    now: clock(),
  }
  const receipt = await orderCertificate(privateCa, order)
  const { certificateArn, ca } = receipt
  const { certificate, warnings } = await withPurchase(certificateArn, async () => {
    const delivery = await collectCertificate(privateCa, receipt, order)
    await files.writeAll([
      ...(register === undefined
        ? []
        : [register.changed(withCertificate(register.content, delivery.certificate, profile, ca.certificate))]),
      newFile(
        output,
        'CERTIFICATE',
        [delivery.certificate, ...delivery.intermediates].map(({ der }) => der),
      ),
    ])
    return delivery
  })
  return {
    ...describe(certificate),
    path: output.path,
    profile,
    identities: (certificate.extensions.subjectAlternativeName ?? []).flatMap((one) =>
      one.kind === 'uri' || one.kind === 'email' ? [one.text] : [],
    ),
    issuer: { subject: ca.certificate.subject.text, sha256: ca.certificate.sha256 },
    root: { subject: ca.anchor.certificate.subject.text, sha256: ca.anchor.certificate.sha256 },
    leftOut: [],
    warnings: [
      ...(register === undefined ? [] : namesakeWarnings(register.content, certificate, order.now)),
      ...warnings,
    ],
    certificateArn,
    kmsRequestIds: [],
  }
}

/** The template that a profile stands for, by its name; undefined where AWS Private CA has none. */
export function templateFor(profile: IssueProfile, pathLength: number | undefined): string | undefined {
  switch (profile) {
    case 'code-signing':
      return 'CodeSigningCertificate/V1'
    case 'subordinate-ca':
      return `SubordinateCACertificate_PathLen${pathLength ?? 0}/V1`
    case 'time-stamping':
      return undefined
  }
}
