import { utf8 } from '../../bytes.ts'
import { contextConstructed, contextPrimitive, tag } from '../../der/tag.ts'
import { der, derBoolean, integer, objectIdentifier, octetString, sequence } from '../../der/writer.ts'
import { type KeyUsage, keyUsages } from '../extension-values.ts'
import { extensionKinds } from '../extensions.ts'
import { encodeUri } from './alternative-name.ts'

/** Encoders of extensions, each in the one form of RFC 5280 section 4.2 or 5 that is written here. */

const caIssuers = '1.3.6.1.5.5.7.48.2'

/** Extension, DER. */
export const encodeExtension = (oid: string, value: Uint8Array, critical = false): Uint8Array =>
  sequence(objectIdentifier(oid), ...(critical ? [derBoolean(true)] : []), octetString(value))

/** `[0]`-or-other tagged list of extensions; nothing where there are none. */
export const encodeExtensions = (number: number, extensions: readonly Uint8Array[]): readonly Uint8Array[] =>
  extensions.length === 0 ? [] : [der(contextConstructed(number), sequence(...extensions))]

/** Critical (section 4.2.1.9). @param pathLength undefined: as many CAs below as one likes */
export const authorityConstraints = (pathLength: number | undefined): Uint8Array =>
  basicConstraints(derBoolean(true), ...(pathLength === undefined ? [] : [integer(pathLength)]))

/** Critical, of what is no CA: cA is FALSE, which is its default and so not written. */
export const endEntityConstraints = (): Uint8Array => basicConstraints()

const basicConstraints = (...parts: readonly Uint8Array[]) =>
  encodeExtension(extensionKinds.basicConstraints.oid, sequence(...parts), true)

/** Critical (section 4.2.1.3). */
export const keyUsage = (...usages: readonly KeyUsage[]): Uint8Array =>
  encodeExtension(extensionKinds.keyUsage.oid, namedBits(usages.map((usage) => keyUsages.indexOf(usage))), true)

/** BIT STRING with named bits; trailing zero bits are dropped (X.690 section 11.2.2). */
function namedBits(bits: readonly number[]): Uint8Array {
  const highest = Math.max(...bits)
  const octets = new Uint8Array(1 + (highest >> 3) + 1)
  octets[0] = 7 - (highest & 7)
  for (const bit of bits) octets[1 + (bit >> 3)] = (octets[1 + (bit >> 3)] ?? 0) | (0x80 >> (bit & 7))
  return der(tag.bitString, octets)
}

/** @param purposes dotted decimal; @param critical as RFC 3161 section 2.3 asks of time-stamp servers */
export const extendedKeyUsage = (purposes: readonly string[], critical = false): Uint8Array =>
  encodeExtension(extensionKinds.extendedKeyUsage.oid, sequence(...purposes.map(objectIdentifier)), critical)

export const subjectAlternativeName = (names: readonly Uint8Array[]): Uint8Array =>
  encodeExtension(extensionKinds.subjectAlternativeName.oid, sequence(...names))

export const subjectKeyIdentifier = (id: Uint8Array): Uint8Array =>
  encodeExtension(extensionKinds.subjectKeyIdentifier.oid, octetString(id))

/** @param id the issuer's subject key identifier, whatever way it was made */
export const authorityKeyIdentifier = (id: Uint8Array): Uint8Array =>
  encodeExtension(extensionKinds.authorityKeyIdentifier.oid, sequence(der(contextPrimitive(0), id)))

/** One distribution point with every URL (section 4.2.1.13). @throws ReleaseSigningError `alternative-name-malformed` */
export const crlDistributionPoints = (urls: readonly string[]): Uint8Array =>
  encodeExtension(
    extensionKinds.crlDistributionPoints.oid,
    sequence(sequence(der(contextConstructed(0), der(contextConstructed(0), ...urls.map(encodeUri))))),
  )

/** Where the issuer's certificate is (section 4.2.2.1). @throws ReleaseSigningError `alternative-name-malformed` */
export const issuerLocations = (urls: readonly string[]): Uint8Array =>
  encodeExtension(
    extensionKinds.authorityInformationAccess.oid,
    sequence(...urls.map((url) => sequence(objectIdentifier(caIssuers), encodeUri(url)))),
  )

export const crlNumber = (number: bigint): Uint8Array => encodeExtension('2.5.29.20', integer(number))

/** Certificates that expired on or after this instant stay on the CRL (ITU-T X.509 section 9.5.2.8). */
export const expiredCertsOnCrl = (since: Date): Uint8Array => encodeExtension('2.5.29.60', generalizedTime(since))

/** @param code CRLReason, section 5.3.1 */
export const reasonCode = (code: number): Uint8Array =>
  encodeExtension('2.5.29.21', der(tag.enumerated, Uint8Array.of(code)))

export const invalidityDate = (date: Date): Uint8Array => encodeExtension('2.5.29.24', generalizedTime(date))

/** Whole seconds, in the form of section 4.1.2.5.2. */
const generalizedTime = (date: Date): Uint8Array =>
  der(tag.generalizedTime, utf8(`${date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`))
