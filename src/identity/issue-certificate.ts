import { equalBytes } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, parseCertificate } from '../core/x509/certificate.ts'
import {
  type CertificationRequest,
  parseCertificationRequest,
  readCertificationRequest,
} from '../core/x509/certification-request.ts'
import { encodeTbsCertificate, serialOf } from '../core/x509/encode/certificate.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { encodeSigned, keyIdentifierOf } from '../core/x509/encode/signed.ts'
import { isSelfSigned } from '../core/x509/issuers.ts'
import { sameName } from '../core/x509/name.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import { type CertificateAuthority, openAuthority, pathLengthLeft } from './authority.ts'
import { type Grant, grantFor } from './grant.ts'
import { checkDraft, checkIssued } from './issued.ts'
import { expectNewFile, newFile, type Output } from './output.ts'
import type { IssuingPorts } from './ports.ts'
import { defaultDays, type IssueProfile, isAuthority, purposeOf, usageExtensions } from './profile.ts'
import type { Register } from './register.ts'
import { openRegister } from './register-file.ts'
import { checkKeyUse, namesakeWarnings, otherUse, serialText, withCertificate } from './register-rules.ts'
import { checkWithinIssuer, validityFrom } from './validity.ts'

export interface IssueRequest {
  /** PKCS #10. */
  readonly request: NamedBytes
  /** The CA's certificate and those of its issuers, in any order. */
  readonly authorityCertificates: readonly NamedBytes[]
  readonly profile: IssueProfile
  /** CAs that may stand below a subordinate CA. Default 0. */
  readonly pathLength: number | undefined
  /** Default: the profile's. */
  readonly days: number | undefined
  /** Undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  /** Where the CA's CRL is published. */
  readonly crlUrls: readonly string[]
  /** Where the CA's certificate is published. */
  readonly issuerUrls: readonly string[]
  readonly register: string
  readonly output: Output
}

export interface IssueReport {
  readonly path: string
  readonly profile: IssueProfile
  /** RFC 4514 string. */
  readonly subject: string
  /** URIs and email addresses. */
  readonly identities: readonly string[]
  /** Lower-case hexadecimal. */
  readonly serial: string
  /** RFC 3339. */
  readonly notBefore: string
  readonly notAfter: string
  readonly sha256: string
  readonly issuer: { readonly subject: string; readonly sha256: string }
  /** What the request asked for and did not get. */
  readonly leftOut: readonly string[]
  readonly warnings: readonly string[]
  readonly kmsRequestIds: readonly string[]
}

/**
 * Issues a certificate from a request, by a profile, and writes it with its intermediates. All that can be refused is
 * refused before the CA's key signs, once; register and certificate are written together or not at all.
 *
 * @throws ReleaseSigningError what `openAuthority`, `grantFor`, `checkKeyUse`, `checkDraft` and the parsers refuse,
 * `path-length-exceeded`, `validity-outside-issuer`, `register-…`, `file-exists` or `file-changed`
 */
export async function issueCertificate(request: IssueRequest, ports: IssuingPorts): Promise<IssueReport> {
  const { profile, output } = request
  const { signer, files, clock, random } = ports
  const now = clock()
  const asked = readRequest(request.request)
  const grant = grantFor(profile, asked)
  const register = await openRegister(request.register, files)
  checkKeyUse(register.content, asked.publicKey, profile)
  await expectNewFile(output, files)
  const authority = await openAuthority(
    {
      certificates: request.authorityCertificates,
      signingAlgorithm: request.signingAlgorithm,
      at: now,
      purpose: purposeOf(profile) ?? 'any',
      register: register.content,
    },
    signer,
  )
  const validity = validityFrom(now, request.days ?? defaultDays[profile])
  checkWithinIssuer(validity, authority.certificate)
  checkDistinct(authority, asked, profile)
  const fields = {
    ...validity,
    serial: serialOf(random(20)),
    issuer: authority.certificate.subject.der,
    subject: asked.subject.der,
    publicKey: asked.publicKey.spki,
    extensions: extensionsFor(request, grant, asked, authority),
  }
  const toBeSigned = encodeTbsCertificate(fields, authority.key.algorithm)
  const draft = parseCertificate(encodeSigned(toBeSigned, authority.key.algorithm, new Uint8Array(1)), 'the draft')
  checkDraft(draft, authority, profile, validity.notBefore)
  // Whether it can be written down is found out now, too.
  register.changed(withCertificate(register.content, draft, profile, authority.certificate))

  const { der, requestId } = await authority.key.sign(toBeSigned)
  const certificate = parseCertificate(der, 'the certificate that was made')
  const { warnings } = checkIssued(certificate, authority, profile, validity.notBefore)
  const intermediates = [authority.certificate, ...authority.above].filter((one) => !isSelfSigned(one))
  await files.writeAll([
    register.changed(withCertificate(register.content, certificate, profile, authority.certificate)),
    newFile(
      output,
      'CERTIFICATE',
      [certificate, ...intermediates].map((one) => one.der),
    ),
  ])
  return {
    ...describe(certificate),
    path: output.path,
    profile,
    identities: grant.identities,
    issuer: { subject: authority.certificate.subject.text, sha256: authority.certificate.sha256 },
    leftOut: grant.leftOut,
    warnings: [
      ...authority.warnings,
      ...strangerWarnings(register.content, authority),
      ...namesakeWarnings(register.content, certificate, now),
      ...warnings,
    ],
    kmsRequestIds: requestId === undefined ? [] : [requestId],
  }
}

/** What reports tell of a certificate that was made. */
export const describe = (certificate: Certificate) => ({
  subject: certificate.subject.text,
  serial: serialText(certificate.serial),
  notBefore: certificate.notBefore.toISOString(),
  notAfter: certificate.notAfter.toISOString(),
  sha256: certificate.sha256,
})

/** A register that knows nothing of the CA may be the wrong one. */
const strangerWarnings = ({ certificates }: Register, { certificate }: CertificateAuthority): readonly string[] =>
  certificates.some(({ sha256 }) => sha256 === certificate.sha256)
    ? []
    : [`the register does not have the CA ${certificate.subject.text}: is it the one that it has always used?`]

const readRequest = ({ name, bytes }: NamedBytes): CertificationRequest =>
  parseCertificationRequest(readCertificationRequest(bytes, name), name)

/** Neither the key nor the name of a CA above: a name would pass for it, and escape path lengths and name constraints. */
function checkDistinct(authority: CertificateAuthority, asked: CertificationRequest, profile: IssueProfile): void {
  for (const { publicKey, subject } of [authority.certificate, ...authority.above]) {
    if (equalBytes(publicKey.spki, asked.publicKey.spki)) {
      throw otherUse(`the key is that of the CA ${subject.text}`, profile)
    }
    if (sameName(subject, asked.subject)) {
      throw new ReleaseSigningError('subject-invalid', `the subject is that of the CA ${subject.text}`, {
        hint: 'Ask for a name of its own.',
      })
    }
  }
}

function extensionsFor(
  request: IssueRequest,
  grant: Grant,
  { publicKey }: CertificationRequest,
  authority: CertificateAuthority,
): readonly Uint8Array[] {
  const { profile, crlUrls, issuerUrls } = request
  return [
    ...usageExtensions(profile, pathLengthFor(request, authority)),
    ...grant.extensions,
    extension.subjectKeyIdentifier(keyIdentifierOf(publicKey)),
    // A CA without one has been refused.
    extension.authorityKeyIdentifier(
      authority.certificate.extensions.subjectKeyIdentifier ?? keyIdentifierOf(authority.certificate.publicKey),
    ),
    ...(crlUrls.length === 0 ? [] : [extension.crlDistributionPoints(crlUrls)]),
    ...(issuerUrls.length === 0 ? [] : [extension.issuerLocations(issuerUrls)]),
  ]
}

/** @throws ReleaseSigningError `path-length-exceeded` or `usage` */
function pathLengthFor({ profile, pathLength }: IssueRequest, authority: CertificateAuthority): number | undefined {
  if (!isAuthority(profile)) {
    if (pathLength === undefined) return undefined
    throw new ReleaseSigningError('usage', `a path length for ${profile}`, { hint: 'Only a CA has one.' })
  }
  const left = pathLengthLeft(authority)
  const asked = pathLength ?? 0
  if (asked + 1 <= left) return asked
  const { subject } = authority.certificate
  throw new ReleaseSigningError(
    'path-length-exceeded',
    left === 0
      ? `${subject.text} may issue to no CA: its path length, or that of a CA above it, is used up`
      : `path length ${asked} is more than ${subject.text} can give`,
    {
      rule: 'RFC 5280 section 4.2.1.9',
      hint: left === 0 ? 'Issue from a CA further up.' : `Ask for at most ${left - 1}.`,
    },
  )
}
