import { type ErrorCode, fullMessage, ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../core/x509/certificate.ts'
import { parseCrl, readCrls } from '../core/x509/crl.ts'
import { sameName } from '../core/x509/name.ts'
import { type CertificationPath, findPath, type PathRequest } from '../core/x509/path.ts'
import { readCertificates } from '../core/x509/pem.ts'
import { createRevocationChecker } from '../core/x509/revocation.ts'
import type { NamedBytes } from './named-bytes.ts'
import type { Clock } from './ports.ts'
import { anchorsOf, certificatesOf } from './verify/verify-policy.ts'

export interface CheckChainRequest extends Pick<PathRequest, 'profile' | 'policy'> {
  readonly rootCertificates: readonly NamedBytes[]
  /** The certificate to look at first, or else told by having issued none of the others; its issuers in any order. */
  readonly certificateChain: NamedBytes
  readonly intermediates: readonly NamedBytes[]
  /** Default: now. */
  readonly at: Date | undefined
  /** Extended key usage, dotted decimal; `any`; default codeSigning. */
  readonly purpose: string | undefined
  readonly crls: readonly NamedBytes[]
  readonly crlScope: 'leaf' | 'path'
}

export interface CheckChainReport {
  readonly valid: boolean
  /** The leaf first, the root last; empty where no path is valid. */
  readonly path: readonly { readonly subject: string; readonly sha256: string }[]
  /** RFC 3339. */
  readonly at: string
  readonly revocation: 'good' | 'not-checked'
  readonly warnings: readonly string[]
  readonly code?: ErrorCode
  readonly message?: string
  readonly hint?: string
}

/**
 * Looks for a valid path at one instant, as RFC 5280 does, with the CRLs given. What is wrong with a certificate or CRL
 * stands in the report.
 *
 * @throws ReleaseSigningError `usage` or `private-key-in-input`
 */
export function checkChain(request: CheckChainRequest, ports: { readonly clock: Clock }): CheckChainReport {
  checkUsage(request)
  const at = request.at ?? ports.clock()
  const { crls } = request
  try {
    const { path, warnings } = pathAt(request, at)
    return {
      valid: true,
      path: path.certificates.map(certificateReference),
      at: at.toISOString(),
      revocation: crls.length > 0 ? 'good' : 'not-checked',
      warnings: [...path.warnings, ...warnings],
    }
  } catch (error) {
    if (!(error instanceof ReleaseSigningError) || error.code === 'private-key-in-input') throw error
    const { code, hint } = error
    return {
      valid: false,
      path: [],
      at: at.toISOString(),
      revocation: 'not-checked',
      warnings: [],
      code,
      message: fullMessage(error),
      ...(hint === undefined ? {} : { hint }),
    }
  }
}

function pathAt(request: CheckChainRequest, at: Date): { path: CertificationPath; warnings: readonly string[] } {
  const anchors = anchorsOf(request.rootCertificates)
  const { leaf, others } = readChain(request.certificateChain)
  const intermediates = [...others, ...certificatesOf(request.intermediates)]
  const crls = request.crls.flatMap(({ name, bytes }) => readCrls(bytes, name).map((der) => parseCrl(der, name)))
  const revocation = crls.length === 0 ? undefined : createRevocationChecker(crls)
  let warnings: readonly string[] = []
  const path = findPath({
    leaf,
    intermediates,
    anchors,
    at,
    profile: request.profile,
    ...(request.purpose === undefined ? {} : { purpose: request.purpose }),
    ...(request.policy === undefined ? {} : { policy: request.policy }),
    accept(candidate) {
      const times = { freshAt: at, signedAt: undefined }
      warnings = revocation?.check(candidate, { ...times, scope: request.crlScope, intermediates }).warnings ?? []
    },
  })
  return { path, warnings }
}

/** The certificate that is asked about, and the rest of its file, which nothing is expected of. */
function readChain({ name, bytes }: NamedBytes): { leaf: Certificate; others: readonly Uint8Array[] } {
  const ders = readCertificates(bytes, name)
  const leaf = leafOf(ders.map((der, i) => readOrRefusal(der, `${name}: certificate ${i + 1}`)))
  return { leaf, others: ders.filter((der) => der !== leaf.der) }
}

function readOrRefusal(der: Uint8Array, what: string): Certificate | ReleaseSigningError {
  try {
    return parseCertificate(der, what)
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}

/** The first, unless it issued one of the others; then the only one that issued none. */
function leafOf(chain: readonly (Certificate | ReleaseSigningError)[]): Certificate {
  const [first, ...rest] = chain
  if (first === undefined || first instanceof ReleaseSigningError) {
    throw first ?? new ReleaseSigningError('pem-invalid', 'no certificate in the chain')
  }
  const certificates = chain.flatMap((one) => (one instanceof ReleaseSigningError ? [] : [one]))
  const isLeaf = (one: Certificate) =>
    !certificates.some((other) => other !== one && sameName(other.issuer, one.subject))
  // What a CA stands before and cannot be read may be the certificate that is asked about.
  const unreadable = rest.find((one) => one instanceof ReleaseSigningError)
  const isAuthority = first.extensions.basicConstraints?.ca === true
  if (unreadable !== undefined && (isAuthority || !isLeaf(first))) throw unreadable
  const [found = first, ...more] = certificates.filter(isLeaf)
  return isLeaf(first) || more.length > 0 ? first : found
}

const objectIdentifier = /^[0-2](?:\.(?:0|[1-9]\d*))+$/

function checkUsage({ rootCertificates, purpose, policy }: CheckChainRequest): void {
  if (rootCertificates.length === 0) {
    throw new ReleaseSigningError('usage', 'no root certificate', { hint: 'Name one with root-certificate.' })
  }
  const given = [...(purpose === undefined || purpose === 'any' ? [] : [purpose]), ...(policy?.initialPolicies ?? [])]
  const wrong = given.find((oid) => !objectIdentifier.test(oid))
  if (wrong !== undefined) {
    throw new ReleaseSigningError('usage', `${wrong} is not an object identifier`, {
      hint: 'Write it with numbers and periods, such as 2.23.140.1.4.1.',
    })
  }
}
