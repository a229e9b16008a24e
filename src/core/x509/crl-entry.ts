import { expectTag, fieldsOf, integerOf, timeOf } from '../der/fields.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { directoryNames } from './distribution-point.ts'
import { parseExtensionList, type RawExtension } from './extension-list.ts'
import { parseGeneralNames } from './general-name.ts'
import type { Name } from './name.ts'

/** CRLReason codes (RFC 5280 section 5.3.1) that a verdict depends on. */
export const crlReason = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCrl: 8,
} as const

/** One revoked certificate. */
export interface RevokedCertificate {
  readonly serial: bigint
  readonly revocationDate: Date
  /** CRLReason code; undefined where the entry gives none. */
  readonly reason: number | undefined
  readonly invalidityDate: Date | undefined
  /** Names of the certificate's issuer, where they stand in this very entry. */
  readonly certificateIssuer: readonly Name[] | undefined
}

const reasonCodes: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6, 8, 9, 10])

/**
 * One element of revokedCertificates (RFC 5280 sections 5.1.2.6 and 5.3).
 *
 * @throws ReleaseSigningError `der-invalid`, `crl-invalid`, `crl-extension-unknown` for a critical entry extension that
 * is not known: the whole CRL must then not be used
 */
export function parseRevokedCertificate(element: DerElement, what: string): RevokedCertificate {
  const fields = fieldsOf(expectTag(element, tag.sequence, `${what}: entry`), `${what}: entry`)
  const number = fields.required(tag.integer, 'userCertificate')
  if (number.content.length > limits.crlSerialOctets) throw crlInvalid(`${what}: serial number too long`, '4.1.2.2')
  const serial = integerOf(number, what)
  const revocationDate = timeOf(fields.any('revocationDate'), `${what}: revocationDate`)
  const list = fields.optional(tag.sequence)
  fields.end()
  const extensions =
    list === undefined ? undefined : parseExtensionList(list, `${what}: entry ${serial}`, 'crl-invalid')
  return {
    serial,
    revocationDate,
    ...(extensions === undefined ? none : entryExtensions(extensions, `${what}: entry ${serial}`)),
  }
}

const none = { reason: undefined, invalidityDate: undefined, certificateIssuer: undefined } as const

function entryExtensions(extensions: ReadonlyMap<string, RawExtension>, what: string) {
  let reason: number | undefined
  let invalidityDate: Date | undefined
  let certificateIssuer: readonly Name[] | undefined
  for (const { oid, critical, value } of extensions.values()) {
    switch (oid) {
      case '2.5.29.21':
        expectCritical(critical, false, 'reasonCode', what)
        reason = parseReason(value, what)
        break
      case '2.5.29.24':
        expectCritical(critical, false, 'invalidityDate', what)
        invalidityDate = parseGeneralizedTime(value, `${what}: invalidityDate`)
        break
      case '2.5.29.29':
        expectCritical(critical, true, 'certificateIssuer', what)
        certificateIssuer = directoryNames(parseGeneralNames(parseDer(value, what), what))
        if (certificateIssuer.length === 0)
          throw crlInvalid(`${what}: certificateIssuer without a directory name`, '5.3.3')
        break
      default:
        refuseCritical({ oid, critical, value }, what)
    }
  }
  return { reason, invalidityDate, certificateIssuer }
}

function parseReason(value: Uint8Array, what: string): number {
  const element = parseDer(value, what)
  const code = element.tag === tag.enumerated ? Number(integerOf(element, what)) : -1
  if (!reasonCodes.has(code)) throw crlInvalid(`${what}: unknown reason code`, '5.3.1')
  return code
}

/** A GeneralizedTime in the form of RFC 5280 section 4.1.2.5.2. */
export function parseGeneralizedTime(value: Uint8Array, what: string): Date {
  const element = parseDer(value, what)
  if (element.tag !== tag.generalizedTime) throw crlInvalid(`${what}: not a GeneralizedTime`, '5.3.2')
  return timeOf(element, what)
}

export const crlInvalid = (message: string, section: string): ReleaseSigningError =>
  new ReleaseSigningError('crl-invalid', message, {
    rule: `RFC 5280 section ${section}`,
    hint: 'Ask the issuer for a well-formed CRL.',
  })

/** @throws ReleaseSigningError `crl-invalid` where an extension is not as critical as it must be */
export function expectCritical(critical: boolean, expected: boolean, name: string, what: string): void {
  if (critical !== expected) {
    throw crlInvalid(`${what}: ${name} must ${expected ? '' : 'not '}be critical`, '5.2')
  }
}

/** @throws ReleaseSigningError `crl-extension-unknown` */
export function refuseCritical({ oid, critical }: RawExtension, what: string): void {
  if (!critical) return
  throw new ReleaseSigningError('crl-extension-unknown', `${what}: critical extension ${oid} is not known`, {
    rule: 'RFC 5280 section 5.2',
    hint: 'This CRL can tell nothing here. Ask the issuer for one without that extension.',
  })
}
