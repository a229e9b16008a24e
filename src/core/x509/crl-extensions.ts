import { expectTag, integerOf } from '../der/fields.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { crlInvalid, expectCritical, parseGeneralizedTime, refuseCritical } from './crl-entry.ts'
import {
  type IssuingDistributionPoint,
  parseDistributionPoints,
  parseIssuingDistributionPoint,
} from './distribution-point.ts'
import { parseExtensionList, type RawExtension } from './extension-list.ts'
import { parseAuthorityKeyIdentifier } from './extension-values.ts'

/** What the extensions of a CRL say (RFC 5280 section 5.2). */
export interface CrlExtensions {
  /** cRLNumber. */
  readonly number: bigint
  /** Base of a delta CRL; undefined: a complete one. */
  readonly baseNumber: bigint | undefined
  readonly issuingDistributionPoint: IssuingDistributionPoint | undefined
  /** The extension's DER: two CRLs have the same scope when it is the same. */
  readonly scope: Uint8Array | undefined
  /** The extension's DER. */
  readonly authorityKeyIdentifier: Uint8Array | undefined
  /** keyIdentifier in authorityKeyIdentifier. */
  readonly authorityKeyId: Uint8Array | undefined
  /** Certificates that expired on or after this instant stay on the CRL (ITU-T X.509, expiredCertsOnCRL). */
  readonly expiredSince: Date | undefined
}

/** @param element the [0] around the list of extensions */
export function parseCrlExtensions(element: DerElement, what: string): CrlExtensions {
  const [list, ...more] = element.children
  if (list === undefined || more.length > 0) throw crlInvalid(`${what}: malformed list of extensions`, '5.1.2.7')
  let number: bigint | undefined
  let baseNumber: bigint | undefined
  let issuingDistributionPoint: IssuingDistributionPoint | undefined
  let authorityKeyId: Uint8Array | undefined
  let expiredSince: Date | undefined
  const extensions = parseExtensionList(list, what, 'crl-invalid')
  for (const extension of extensions.values()) {
    const { oid, critical, value } = extension
    switch (oid) {
      case oids.authorityKeyIdentifier:
        expectCritical(critical, false, 'authorityKeyIdentifier', what)
        authorityKeyId = parseAuthorityKeyIdentifier(parseDer(value, what), what).keyId
        break
      case oids.crlNumber:
        expectCritical(critical, false, 'cRLNumber', what)
        number = parseNumber(extension, 'cRLNumber', what)
        break
      case oids.deltaCrlIndicator:
        expectCritical(critical, true, 'deltaCRLIndicator', what)
        baseNumber = parseNumber(extension, 'deltaCRLIndicator', what)
        break
      case oids.issuingDistributionPoint:
        expectCritical(critical, true, 'issuingDistributionPoint', what)
        issuingDistributionPoint = parseIssuingDistributionPoint(parseDer(value, what), what)
        break
      case oids.freshestCrl:
        expectCritical(critical, false, 'freshestCRL', what)
        parseDistributionPoints(parseDer(value, what), what)
        break
      case oids.expiredCertsOnCrl:
        expiredSince = parseGeneralizedTime(value, `${what}: expiredCertsOnCRL`)
        break
      default:
        refuseCritical(extension, what)
    }
  }
  if (number === undefined) throw crlInvalid(`${what}: cRLNumber is missing`, '5.2.3')
  if (baseNumber !== undefined && (baseNumber >= number || extensions.has(oids.freshestCrl))) {
    throw crlInvalid(`${what}: a delta CRL not above its base, or with freshestCRL`, '5.2.4')
  }
  return {
    number,
    baseNumber,
    issuingDistributionPoint,
    scope: extensions.get(oids.issuingDistributionPoint)?.value,
    authorityKeyIdentifier: extensions.get(oids.authorityKeyIdentifier)?.value,
    authorityKeyId,
    expiredSince,
  }
}

const oids = {
  crlNumber: '2.5.29.20',
  deltaCrlIndicator: '2.5.29.27',
  issuingDistributionPoint: '2.5.29.28',
  authorityKeyIdentifier: '2.5.29.35',
  freshestCrl: '2.5.29.46',
  expiredCertsOnCrl: '2.5.29.60',
} as const

function parseNumber({ value }: RawExtension, name: string, what: string): bigint {
  const element = expectTag(parseDer(value, what), tag.integer, `${what}: ${name}`)
  const number = integerOf(element, what)
  // Section 5.2.3: not longer than 20 octets, never negative.
  if (number < 0n || element.content.length > 20) throw crlInvalid(`${what}: ${name} out of range`, '5.2.3')
  return number
}
