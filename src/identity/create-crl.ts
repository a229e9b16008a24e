import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { Certificate } from '../core/x509/certificate.ts'
import { type CertificateRevocationList, parseCrl, readCrls } from '../core/x509/crl.ts'
import { encodeTbsCertList } from '../core/x509/encode/crl.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { keyIdentifierOf } from '../core/x509/encode/signed.ts'
import { sameName } from '../core/x509/name.ts'
import { refuse } from '../core/x509/refusal.ts'
import { isSignedBy } from '../core/x509/signature.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { NewFile } from '../release/ports.ts'
import { openAuthority } from './authority.ts'
import { fileExists, newFile, type Output } from './output.ts'
import type { AuthorityPorts, IdentityFiles } from './ports.ts'
import {
  type Register,
  type RegisteredCertificate,
  type RegisteredCrl,
  type Revocation,
  revocationReasons,
} from './register.ts'
import { openRegister } from './register-file.ts'
import { keyHash } from './register-rules.ts'
import { type NewRevocation, revoke } from './revoke.ts'
import { validityFrom } from './validity.ts'

export interface CrlRequest {
  /** The CA's certificate and those of its issuers, in any order. */
  readonly authorityCertificates: readonly NamedBytes[]
  /** Certificates to revoke now; those that are revoked already stay on the list. */
  readonly revoke: readonly NewRevocation[]
  /** Until the next CRL at the latest. Default 30. */
  readonly days: number | undefined
  /** Undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  readonly register: string
  readonly output: Output
}

export interface CrlReport {
  readonly path: string
  /** RFC 4514 string. */
  readonly issuer: string
  readonly number: string
  /** RFC 3339. */
  readonly thisUpdate: string
  readonly nextUpdate: string
  readonly revoked: readonly { readonly serial: string; readonly date: string; readonly reason: string }[]
  readonly sha256: string
  readonly warnings: readonly string[]
  readonly kmsRequestIds: readonly string[]
}

const defaultDays = 30

/**
 * Makes the CRL of a CA from the register: every certificate that was ever revoked stays on it, expired or not. Register
 * and CRL are written together or not at all; the CA's earlier CRL in the same place is replaced, anything else is not.
 *
 * @throws ReleaseSigningError what `openAuthority` and `revoke` refuse, `key-usage-crl-sign-missing`, `register-…`,
 * `file-exists`, `file-changed`, `limit-exceeded`
 */
export async function createCrl(request: CrlRequest, ports: AuthorityPorts): Promise<CrlReport> {
  const { signer, files, clock } = ports
  const now = clock()
  const register = await openRegister(request.register, files)
  const authority = await openAuthority(
    {
      certificates: request.authorityCertificates,
      signingAlgorithm: request.signingAlgorithm,
      at: now,
      purpose: 'any',
      retired: true,
      register: register.content,
    },
    signer,
  )
  const { certificate: issuer, key } = authority
  if (issuer.extensions.keyUsage?.has('cRLSign') === false) {
    throw refuse(issuer, 'key-usage-crl-sign-missing', 'its key usage lacks cRLSign', { section: '4.2.1.3' })
  }
  const issuerKey = keyHash(issuer.publicKey)
  checkKnown(register.content, issuer, issuerKey, request.register)
  const content = revoke(register.content, request.revoke, { issuerKey, now })
  const issued = content.certificates.filter((one) => one.issuerKey === issuerKey)
  const revoked = issued.filter(isRevoked)
  const { notBefore: thisUpdate, notAfter: nextUpdate } = validityFrom(now, request.days ?? defaultDays)
  const previous = content.crls.find((one) => one.issuerKey === issuerKey)
  if (previous !== undefined && previous.thisUpdate > thisUpdate) throw fromTheFuture(previous)
  const number = (previous?.number ?? 0n) + 1n
  const replaces = await checkPlace(request, { issuer, number, revoked }, files)

  const { der, requestId } = await key.sign(
    encodeTbsCertList(
      {
        issuer: issuer.subject.der,
        thisUpdate,
        nextUpdate,
        revoked: revoked.map(entryOf),
        extensions: [
          extension.authorityKeyIdentifier(issuer.extensions.subjectKeyIdentifier ?? keyIdentifierOf(issuer.publicKey)),
          extension.crlNumber(number),
          extension.expiredCertsOnCrl(keptSince(content, issuer, issued)),
        ],
      },
      key.algorithm,
    ),
  )
  const crl = parseCrl(der, 'the CRL that was made')
  checkMade(crl, issuer, revoked)
  const record = { number, issuer: issuer.subject.text, issuerKey, thisUpdate, nextUpdate, sha256: crl.sha256 }
  await files.writeAll([
    register.changed({ ...content, crls: [...content.crls.filter((one) => one !== previous), record] }),
    { ...newFile(request.output, 'X509 CRL', [der]), replaces },
  ])
  return {
    path: request.output.path,
    issuer: issuer.subject.text,
    number: String(number),
    thisUpdate: thisUpdate.toISOString(),
    nextUpdate: nextUpdate.toISOString(),
    revoked: revoked.map(({ serial, revocation: { date, reason } }) => ({ serial, date: date.toISOString(), reason })),
    sha256: crl.sha256,
    warnings: authority.warnings,
    kmsRequestIds: requestId === undefined ? [] : [requestId],
  }
}

type RevokedCertificate = RegisteredCertificate & { readonly revocation: Revocation }

const isRevoked = (one: RegisteredCertificate): one is RevokedCertificate => one.revocation !== undefined

const entryOf = ({ serial, revocation }: RevokedCertificate) => ({
  serial: BigInt(`0x${serial}`),
  revocationDate: revocation.date,
  reason: revocationReasons[revocation.reason],
  invalidityDate: revocation.invalidSince,
})

/**
 * No certificate in the register has expired before. Of a CA that the register does not have from its beginning, only
 * what was issued with it is known.
 */
function keptSince({ certificates }: Register, issuer: Certificate, issued: readonly RegisteredCertificate[]): Date {
  const isWhole = certificates.some(({ sha256 }) => sha256 === issuer.sha256)
  const known = [...(isWhole ? [issuer] : []), ...issued].map(({ notBefore }) => notBefore.getTime())
  return new Date(Math.min(...known))
}

/** A CRL made from another CA's register would call every revoked certificate good. */
function checkKnown(register: Register, issuer: Certificate, issuerKey: string, path: string): void {
  if (register.certificates.some((one) => one.key === issuerKey || one.issuerKey === issuerKey)) return
  throw new ReleaseSigningError('register-issuer-unknown', `${path}: nothing in it is of ${issuer.subject.text}`, {
    hint: 'Name the register that this CA’s certificates were issued with.',
  })
}

const fromTheFuture = ({ number, thisUpdate }: RegisteredCrl) =>
  new ReleaseSigningError(
    'register-outdated',
    `CRL ${number} in the register is of ${thisUpdate.toISOString()}, which is yet to come`,
    { hint: "Set this machine's clock." },
  )

interface PlannedCrl {
  readonly issuer: Certificate
  readonly number: bigint
  readonly revoked: readonly RevokedCertificate[]
}

/** The CA's earlier CRL makes way, unless it knows more than the register; its bytes are returned. */
async function checkPlace(
  { output: { path }, register }: CrlRequest,
  { issuer, number, revoked }: PlannedCrl,
  files: IdentityFiles,
): Promise<NonNullable<NewFile['replaces']>> {
  await files.checkWritable([path])
  const bytes = await files.readIfThere(path, limits.crlFileBytes)
  if (bytes === undefined) return 'nothing'
  const earlier = readEarlier({ name: path, bytes })
  if (earlier === undefined || !sameName(earlier.issuer, issuer.subject) || !isSignedBy(earlier, issuer.publicKey)) {
    throw fileExists(path)
  }
  if (earlier.number >= number) {
    throw new ReleaseSigningError(
      'register-outdated',
      `${path} is CRL ${earlier.number} of this CA, and the register would make ${number} the next`,
      { rule: 'RFC 5280 section 5.2.3', hint: 'Take the newest register: revocations may be missing in this one.' },
    )
  }
  const listed = new Set(revoked.map(({ serial }) => serial.replace(/^0+/, '')))
  const lost = earlier.serials().find((serial) => !listed.has(serial))
  if (lost === undefined) return bytes
  throw new ReleaseSigningError(
    'register-outdated',
    `${path} has certificate ${lost} as revoked, and ${register} has not`,
    { hint: 'No revocation is taken back: take the newest register, or write it down again.' },
  )
}

/** Undefined for what is no CRL that we can read. */
function readEarlier({ name, bytes }: NamedBytes): CertificateRevocationList | undefined {
  try {
    const [der, ...more] = readCrls(bytes, name)
    return der === undefined || more.length > 0 ? undefined : parseCrl(der, name)
  } catch (error) {
    if (error instanceof ReleaseSigningError) return undefined
    throw error
  }
}

/** @throws ReleaseSigningError `self-check-failed` */
function checkMade(crl: CertificateRevocationList, issuer: Certificate, revoked: readonly RevokedCertificate[]): void {
  const isListed = (certificate: RevokedCertificate): boolean => {
    const { serial, revocationDate, reason, invalidityDate } = entryOf(certificate)
    const [entry, ...more] = crl.find(issuer.subject, serial)
    return (
      more.length === 0 &&
      entry?.reason === reason &&
      entry.revocationDate.getTime() === revocationDate.getTime() &&
      entry.invalidityDate?.getTime() === invalidityDate?.getTime()
    )
  }
  if (sameName(crl.issuer, issuer.subject) && isSignedBy(crl, issuer.publicKey) && revoked.every(isListed)) return
  throw new ReleaseSigningError('self-check-failed', 'the CRL that was made does not say what it should', {
    hint: 'Nothing was written. This is a defect of kms-release-signing: please report it.',
  })
}
