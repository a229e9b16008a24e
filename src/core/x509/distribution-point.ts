import { equalBytes } from '../bytes.ts'
import { booleanOf, expectTag, fieldsOf, namedBitsOf } from '../der/fields.ts'
import { type DerElement, isSorted, parseDer } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { der, sequence, setOf } from '../der/writer.ts'
import { ReleaseSigningError } from '../error.ts'
import { type GeneralName, parseGeneralNames } from './general-name.ts'
import { type Name, sameName } from './name.ts'

/** Where a CRL is published: full names, or one RDN to be put below the name of the CRL's issuer. */
export type DistributionPointName =
  | { readonly kind: 'full'; readonly names: readonly GeneralName[] }
  /** Content of the SET of the RDN. */
  | { readonly kind: 'relative'; readonly attributes: readonly Uint8Array[] }

/** The reasons that CRLs tell apart, as bits of ReasonFlags: all but `unused`. */
export const allReasons: ReadonlySet<number> = new Set([1, 2, 3, 4, 5, 6, 7, 8])

/** RFC 5280 section 4.2.1.13. */
export interface DistributionPoint {
  readonly name: DistributionPointName | undefined
  /** Bits of ReasonFlags; undefined: all. */
  readonly reasons: ReadonlySet<number> | undefined
  /** Who signs the CRL, where that is not the certificate's issuer. */
  readonly crlIssuer: readonly GeneralName[] | undefined
}

/** RFC 5280 section 5.2.5. */
export interface IssuingDistributionPoint {
  readonly name: DistributionPointName | undefined
  readonly onlyUserCertificates: boolean
  readonly onlyAuthorityCertificates: boolean
  readonly onlySomeReasons: ReadonlySet<number> | undefined
  readonly indirect: boolean
  readonly onlyAttributeCertificates: boolean
}

const invalid = (what: string, problem: string, section: string) =>
  new ReleaseSigningError('der-invalid', `${what}: ${problem}`, { rule: `RFC 5280 section ${section}` })

/** Value of cRLDistributionPoints and of freshestCRL. */
export function parseDistributionPoints(element: DerElement, what: string): readonly DistributionPoint[] {
  expectTag(element, tag.sequence, what)
  if (element.children.length === 0) throw invalid(what, 'an empty list of distribution points', '4.2.1.13')
  return element.children.map((child) => parseDistributionPoint(child, what))
}

function parseDistributionPoint(element: DerElement, what: string): DistributionPoint {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), `${what}: distribution point`)
  const name = fields.optional(contextConstructed(0))
  const reasons = fields.optional(contextPrimitive(1))
  const crlIssuer = fields.optional(contextConstructed(2))
  fields.end()
  if (name === undefined && crlIssuer === undefined) {
    throw invalid(what, 'a distribution point with neither name nor cRLIssuer', '4.2.1.13')
  }
  return {
    name: name === undefined ? undefined : parseDistributionPointName(name, what),
    reasons: reasons === undefined ? undefined : parseReasons(reasons, what),
    crlIssuer: crlIssuer === undefined ? undefined : parseGeneralNames(crlIssuer, what),
  }
}

/** The explicitly tagged choice. */
function parseDistributionPointName(element: DerElement, what: string): DistributionPointName {
  const [choice, ...more] = element.children
  if (choice?.tag === contextConstructed(0) && more.length === 0) {
    return { kind: 'full', names: parseGeneralNames(choice, what) }
  }
  if (choice?.tag !== contextConstructed(1) || more.length > 0 || choice.children.length === 0) {
    throw invalid(what, 'malformed distribution point name', '4.2.1.13')
  }
  if (!isSorted(choice.children)) throw invalid(what, 'relative name out of order', '4.2.1.13')
  return { kind: 'relative', attributes: choice.children.map(({ bytes }) => bytes) }
}

function parseReasons(element: DerElement, what: string): ReadonlySet<number> {
  // `unused` (0) says nothing, and is there in practice.
  const bits = [...namedBitsOf(element, `${what}: reasons`)].filter((bit) => bit !== 0)
  if (bits.length === 0 || bits.some((bit) => !allReasons.has(bit))) {
    throw invalid(what, 'no reasons, or unknown ones', '4.2.1.13')
  }
  return new Set(bits)
}

/** Value of issuingDistributionPoint. */
export function parseIssuingDistributionPoint(element: DerElement, what: string): IssuingDistributionPoint {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), what)
  const flag = (number: number): boolean => {
    const field = fields.optional(contextPrimitive(number))
    if (field === undefined) return false
    // DEFAULT FALSE: what is written out is TRUE (X.690 section 11.5).
    if (!booleanOf(field, what)) throw invalid(what, 'a default is written out', '5.2.5')
    return true
  }
  const name = fields.optional(contextConstructed(0))
  const onlyUserCertificates = flag(1)
  const onlyAuthorityCertificates = flag(2)
  const reasons = fields.optional(contextPrimitive(3))
  const indirect = flag(4)
  const onlyAttributeCertificates = flag(5)
  fields.end()
  const scopes = [onlyUserCertificates, onlyAuthorityCertificates, onlyAttributeCertificates].filter(Boolean)
  if (scopes.length > 1) throw invalid(what, 'more than one of the onlyContains… flags', '5.2.5')
  if (element.children.length === 0) throw invalid(what, 'an empty issuing distribution point', '5.2.5')
  return {
    name: name === undefined ? undefined : parseDistributionPointName(name, what),
    onlyUserCertificates,
    onlyAuthorityCertificates,
    onlySomeReasons: reasons === undefined ? undefined : parseReasons(reasons, what),
    indirect,
    onlyAttributeCertificates,
  }
}

/** The names in full; a relative one below `issuer`. */
export function fullNames(name: DistributionPointName, issuer: Name, what: string): readonly GeneralName[] {
  if (name.kind === 'full') return name.names
  const directoryName = sequence(parseDer(issuer.der, what).content, setOf(name.attributes))
  return parseGeneralNames(parseDer(sequence(der(contextConstructed(4), directoryName)), what), what)
}

/** A directory name compares as RFC 5280 section 7.1 has it, any other name by its bytes. */
export function sameGeneralName(a: GeneralName, b: GeneralName): boolean {
  if (a.kind === 'directory' && b.kind === 'directory') return sameName(a.name, b.name)
  return equalBytes(a.bytes, b.bytes)
}

export const directoryNames = (names: readonly GeneralName[]): readonly Name[] =>
  names.flatMap((one) => (one.kind === 'directory' ? [one.name] : []))

export const shareName = (a: readonly GeneralName[], b: readonly GeneralName[]): boolean =>
  a.some((one) => b.some((other) => sameGeneralName(one, other)))
