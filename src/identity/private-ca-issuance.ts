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
  /** ARN of a certificate that was issued for the request already: nothing is bought then. */
  readonly collect: string | undefined
  /** Pinned; none: the root that the service names. */
  readonly anchors: readonly TrustAnchor[]
  readonly now: Date
}

/** A certificate that is paid for, and the CA that it is of. */
export interface PrivateCaReceipt {
  readonly certificateArn: string
  readonly ca: PrivateCaPath
}

export interface PrivateCaDelivery {
  readonly certificate: Certificate
  /** Of the CA and its issuers, nearest first, the root left out. */
  readonly intermediates: readonly Certificate[]
  readonly warnings: readonly string[]
}

/**
 * Has AWS Private CA issue a certificate. Whatever can be refused is refused before, for every certificate is charged.
 *
 * @throws ReleaseSigningError `private-ca-…`, or why the CA's certificate is not valid
 */
export async function orderCertificate(privateCa: PrivateCa, order: PrivateCaOrder): Promise<PrivateCaReceipt> {
  const { request, now, collect } = order
  const description = await privateCa.describe()
  if (collect === undefined) expectActive(description)
  const ca = privateCaPath(await privateCa.certificate(), order.anchors, {
    at: now,
    purpose: purposeOf(order.profile) ?? 'any',
  })
  if (collect !== undefined) return { certificateArn: collect, ca }
  const certificateArn = await privateCa.issue({
    csr: encodePem('CERTIFICATE REQUEST', [request.der]),
    template: order.template,
    signingAlgorithm: signingAlgorithmFor(order.signingAlgorithm, description),
    validity: { days: order.days },
  })
  return { certificateArn, ca }
}

/**
 * Fetches what was ordered, and makes sure that it is for our key and leads to the root.
 *
 * @throws ReleaseSigningError `private-ca-…`, `key-mismatch`, or why the certificate is not valid
 */
export async function collectCertificate(
  privateCa: PrivateCa,
  { certificateArn, ca }: PrivateCaReceipt,
  order: PrivateCaOrder,
): Promise<PrivateCaDelivery> {
  const answer = await privateCa.collect(certificateArn)
  const certificate = oneCertificate(answer.certificate, "AWS Private CA's answer: the certificate")
  const warnings = checkDelivery(certificate, ca, order)
  return {
    certificate,
    intermediates: [ca.certificate, ...ca.above].filter(({ sha256 }) => sha256 !== ca.anchor.certificate.sha256),
    warnings: [...ca.warnings, ...warnings],
  }
}

/**
 * Does what is left to do with a certificate that is paid for. Where that fails, the refusal names it, since it need not
 * be bought again.
 */
export async function withPurchase<Result>(certificateArn: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    const { code, message, hint = '', rule, certificate, refused } = error
    throw new ReleaseSigningError(code, `${message}; the certificate that was issued is ${certificateArn}`, {
      hint: `${hint} When the cause is gone, run it again with private-ca-certificate and this ARN: it is collected then, and no other is bought.`.trim(),
      rule,
      certificate,
      refused,
      cause: error,
    })
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
  const asked = names(request)
  const given = names(certificate)
  return [
    ...(certificate.subject.text === request.subject.text
      ? []
      : [`the certificate is for ${certificate.subject.text}; the request was for ${request.subject.text}`]),
    ...asked
      .filter((name) => !given.includes(name))
      .map((name) => `the certificate lacks the alternative name ${name}, which was asked for`),
    ...given
      .filter((name) => !asked.includes(name))
      .map((name) => `the certificate has the alternative name ${name}, which was not asked for`),
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
