import { ReleaseSigningError } from '../../core/error.ts'
import type { TimePolicy } from '../../core/judged-time.ts'
import { fingerprintOf, type SignerIdentity, type VerificationPolicy } from '../../core/policy.ts'
import { parseCrl, readCrls } from '../../core/x509/crl.ts'
import { readCertificates } from '../../core/x509/pem.ts'
import { createTrustAnchor, type TrustAnchor } from '../../core/x509/trust-anchor.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { VerifyRequest } from './verify-request.ts'

/**
 * Reads what a request pins and gives, and refuses what cannot be meant together.
 *
 * @throws ReleaseSigningError `usage`, or what is wrong with a file, which is named
 */
export function verificationPolicy(request: VerifyRequest, now: Date): VerificationPolicy {
  checkRequest(request)
  return {
    anchors: anchorsOf(request.rootCertificates),
    identity: checkedIdentity(request.identity),
    deniedSerials: request.deniedSerials.map(serialOf),
    intermediates: certificatesOf(request.intermediates),
    now,
    at: request.at,
    timestampAnchors: anchorsOf(request.timestampRootCertificates),
    requireTimestamp: request.requireTimestamp,
    crls: request.crls.flatMap(({ name, bytes }) => readCrls(bytes, name).map((der) => parseCrl(der, name))),
    crlScope: request.crlScope,
  }
}

/**
 * What is left to judge by where a key is trusted. Everything that is about certificates would silently do nothing.
 *
 * @throws ReleaseSigningError `usage`, or what is wrong with a file, which is named
 */
export function keyPolicy(request: VerifyRequest, now: Date): TimePolicy {
  const { rootCertificates, identity, intermediates, crls, crlScope, deniedSerials, at } = request
  const lists = [rootCertificates, intermediates, crls, deniedSerials]
  if (identity !== undefined || at !== undefined || crlScope === 'leaf' || lists.some(({ length }) => length > 0)) {
    throw usage(
      'a trusted key excludes everything that is about certificates',
      'Trust a key, or pin a root and name the signer.',
    )
  }
  checkTimestamps(request)
  return {
    deniedSerials: [],
    intermediates: [],
    now,
    at: undefined,
    timestampAnchors: anchorsOf(request.timestampRootCertificates),
    requireTimestamp: request.requireTimestamp,
    crlScope,
  }
}

/** Every root in the files, each once. */
export function anchorsOf(files: readonly NamedBytes[]): readonly TrustAnchor[] {
  const anchors = files.flatMap(({ name, bytes }) =>
    readCertificates(bytes, name).map((der) => createTrustAnchor(der, `root certificate ${name}`)),
  )
  return [...new Map(anchors.map((anchor) => [anchor.certificate.sha256, anchor])).values()]
}

/** DER of every certificate in the files. */
export const certificatesOf = (files: readonly NamedBytes[]): readonly Uint8Array[] =>
  files.flatMap(({ name, bytes }) => readCertificates(bytes, name))

/** What is to be said of the pinned roots, whatever is verified; those that a path ends at say more there. */
export function anchorWarnings({ anchors, timestampAnchors }: VerificationPolicy): readonly string[] {
  const signing = new Set(anchors.map(({ certificate }) => certificate.sha256))
  const shared = timestampAnchors.filter(({ certificate }) => signing.has(certificate.sha256))
  return [
    ...unusedAnchorWarnings(anchors),
    ...shared.map(
      ({ certificate: { subject } }) =>
        `root certificate ${subject.text} is pinned for signing and for time stamps: one CA can then make up the time`,
    ),
  ]
}

/** Which pinned roots no signing path is taken to, and why. */
export const unusedAnchorWarnings = (anchors: readonly TrustAnchor[]): readonly string[] =>
  anchors.flatMap(({ certificate, refusal }) =>
    refusal === undefined ? [] : [`root certificate ${certificate.subject.text} is not used: ${refusal.message}`],
  )

function checkRequest(request: VerifyRequest): void {
  if (request.rootCertificates.length === 0) {
    throw usage('no root certificate is given', 'Name the root that you trust with root-certificate.')
  }
  if (request.timestampRootCertificates.length > 0 && request.at !== undefined) {
    throw usage('at and timestamp-root-certificate exclude each other', 'Time comes from the token, or from you.')
  }
  checkTimestamps(request)
  if (request.crlScope === 'leaf' && request.crls.length === 0) {
    throw usage('crl-scope is given without crl', 'Give the CRLs with crl.')
  }
}

function checkTimestamps({ requireTimestamp, timestampRootCertificates }: VerifyRequest): void {
  if (!requireTimestamp || timestampRootCertificates.length > 0) return
  throw usage(
    'require-timestamp needs a pinned time-stamp root',
    'Name the root of the time-stamp server with timestamp-root-certificate.',
  )
}

function checkedIdentity(identity: SignerIdentity | undefined): SignerIdentity {
  if (identity === undefined) throw usage('no identity is given', 'Name the signer that you expect.')
  if (identity.kind === 'dedicated-root') return identity
  if (identity.value === '') throw usage('the identity is empty', 'Name the signer that you expect.')
  if (identity.kind === 'sha256' && !/^[0-9a-f]{64}$/.test(fingerprintOf(identity.value))) {
    throw usage(
      'certificate-sha256 is not a SHA-256',
      'Give 64 hexadecimal digits, as `openssl x509 -fingerprint -sha256` prints them.',
    )
  }
  return identity
}

function serialOf(text: string): bigint {
  const digits = fingerprintOf(text).replace(/^0x/, '')
  if (!/^[0-9a-f]{1,80}$/.test(digits)) {
    throw usage(
      `deny-serial ${text} is not a serial number`,
      'Give hexadecimal digits, as `openssl x509 -serial` prints them.',
    )
  }
  return BigInt(`0x${digits}`)
}

const usage = (message: string, hint: string): ReleaseSigningError =>
  new ReleaseSigningError('usage', message, { hint })
