import { type AlgorithmName, algorithmByName } from '../core/algorithm.ts'
import { equalBytes } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference } from '../core/x509/certificate.ts'
import type { CertificationRequest } from '../core/x509/certification-request.ts'
import { encodePem } from '../core/x509/pem.ts'
import type { TrustAnchor } from '../core/x509/trust-anchor.ts'
import { checkIssued } from './issued.ts'
import { expectActive, oneCertificate, type PrivateCaPath, privateCaPath } from './private-ca-authority.ts'
import type { PrivateCa, PrivateCaDescription } from './private-ca-port.ts'
import { type IssueProfile, purposeOf } from './profile.ts'

export interface PrivateCaOrder {
  readonly request: CertificationRequest
  readonly profile: IssueProfile
  /** ARN. */
  readonly template: string
  readonly days: number
  /** AWS KMS's name; undefined: the one that the CA was set up with. */
  readonly signingAlgorithm: string | undefined
  /** Pinned; none: the root that the service names. */
  readonly anchors: readonly TrustAnchor[]
  readonly now: Date
}

export interface PrivateCaDelivery {
  readonly certificate: Certificate
  /** Of the CA and its issuers, nearest first, the root left out. */
  readonly intermediates: readonly Certificate[]
  readonly issuer: Certificate
  readonly root: TrustAnchor
  readonly certificateArn: string
  readonly warnings: readonly string[]
}

/**
 * Has AWS Private CA issue a certificate, and makes sure that what comes back is for our key and leads to the root.
 * Whatever can be refused is refused before it is asked to issue, for every certificate is charged.
 *
 * @throws ReleaseSigningError `private-ca-…`, `key-mismatch`, or why the certificate or the CA's is not valid
 */
export async function orderCertificate(privateCa: PrivateCa, order: PrivateCaOrder): Promise<PrivateCaDelivery> {
  const { request, now } = order
  const description = await privateCa.describe()
  expectActive(description)
  const ca = privateCaPath(await privateCa.certificate(), order.anchors, {
    at: now,
    purpose: purposeOf(order.profile) ?? 'any',
  })
  const issued = await privateCa.issue({
    csr: encodePem('CERTIFICATE REQUEST', [request.der]),
    template: order.template,
    signingAlgorithm: signingAlgorithmFor(order.signingAlgorithm, description),
    validity: { days: order.days },
  })
  const answer = await privateCa.collect(issued)
  const certificate = oneCertificate(answer.certificate, "AWS Private CA's answer: the certificate")
  const warnings = checkDelivery(certificate, ca, order)
  return {
    certificate,
    intermediates: [ca.certificate, ...ca.above].filter(({ sha256 }) => sha256 !== ca.anchor.certificate.sha256),
    issuer: ca.certificate,
    root: ca.anchor,
    certificateArn: issued,
    warnings: [...ca.warnings, ...warnings],
  }
}

/** @returns warnings */
function checkDelivery(certificate: Certificate, ca: PrivateCaPath, { request, profile, now }: PrivateCaOrder) {
  if (!equalBytes(certificate.publicKey.spki, request.publicKey.spki)) {
    throw new ReleaseSigningError('key-mismatch', 'AWS Private CA gave a certificate for another key', {
      hint: "Nothing was written: it is somebody else's. Is something between here and AWS?",
      certificate: certificateReference(certificate),
    })
  }
  const { warnings } = checkIssued(certificate, ca, profile, now)
  return [...warnings, ...nameWarnings(certificate, request)]
}

/** Templates may leave out names or put in others, which whoever verifies goes by. */
function nameWarnings(certificate: Certificate, request: CertificationRequest): readonly string[] {
  const names = ({ extensions }: Pick<Certificate, 'extensions'>) =>
    (extensions.subjectAlternativeName ?? []).map((name) => ('text' in name ? `${name.kind} ${name.text}` : name.kind))
  const missing = names(request).filter((name) => !names(certificate).includes(name))
  return [
    ...(certificate.subject.text === request.subject.text
      ? []
      : [`the certificate is for ${certificate.subject.text}; the request was for ${request.subject.text}`]),
    ...missing.map((name) => `the certificate lacks the alternative name ${name}, which was asked for`),
  ]
}

/** AWS Private CA's names of what KMS has others for. */
const privateCaNames: Readonly<Partial<Record<AlgorithmName, string>>> = {
  RSASSA_PKCS1_V1_5_SHA_256: 'SHA256WITHRSA',
  RSASSA_PKCS1_V1_5_SHA_384: 'SHA384WITHRSA',
  RSASSA_PKCS1_V1_5_SHA_512: 'SHA512WITHRSA',
  RSASSA_PSS_SHA_256: 'SHA256WITHRSA_PSS',
  RSASSA_PSS_SHA_384: 'SHA384WITHRSA_PSS',
  RSASSA_PSS_SHA_512: 'SHA512WITHRSA_PSS',
  ECDSA_SHA_256: 'SHA256WITHECDSA',
  ECDSA_SHA_384: 'SHA384WITHECDSA',
  ECDSA_SHA_512: 'SHA512WITHECDSA',
}

/** @throws ReleaseSigningError `algorithm-unknown` or `algorithm-mismatch` */
function signingAlgorithmFor(asked: string | undefined, { signingAlgorithm, keyAlgorithm, arn }: PrivateCaDescription) {
  if (asked === undefined) return signingAlgorithm
  const { name } = algorithmByName(asked)
  const found = name === 'ML_DSA_SHAKE_256' ? keyAlgorithm : privateCaNames[name]
  const family = found === undefined ? undefined : /RSA|EC|^ML_DSA_\d\d$/.exec(found)?.[0]
  if (found !== undefined && family !== undefined && keyAlgorithm.includes(family)) return found
  throw new ReleaseSigningError('algorithm-mismatch', `${asked} does not fit ${arn}, whose key is ${keyAlgorithm}`, {
    hint: `Leave signing-algorithm out: the CA then signs with ${signingAlgorithm}.`,
  })
}
