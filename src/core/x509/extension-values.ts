import {
  booleanOf,
  expectTag,
  fieldsOf,
  integerOf,
  namedBitsOf,
  objectIdentifierOf,
  smallIntegerOf,
} from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { type GeneralName, parseGeneralName, parseGeneralNames } from './general-name.ts'

/** RFC 5280 section 4.2.1.9. */
export interface BasicConstraints {
  readonly ca: boolean
  readonly pathLength: number | undefined
}

/** Names of the bits of keyUsage, in their order (RFC 5280 section 4.2.1.3). */
export const keyUsages = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsage = (typeof keyUsages)[number]

/** RFC 5280 section 4.2.1.1. */
export interface AuthorityKeyIdentifier {
  readonly keyId: Uint8Array | undefined
  readonly issuer: readonly GeneralName[] | undefined
  readonly serial: bigint | undefined
}

/** RFC 5280 section 4.2.2. */
export interface AccessDescription {
  readonly method: string
  readonly location: GeneralName
}

const invalid = (what: string, problem: string) => new ReleaseSigningError('der-invalid', `${what}: ${problem}`)

/** The elements of a `SEQUENCE SIZE (1..MAX) OF`. */
export function nonEmptySequence(element: DerElement, what: string): readonly DerElement[] {
  const { children } = expectTag(element, tag.sequence, what)
  if (children.length === 0) throw invalid(what, 'an empty list')
  return children
}

export function parseBasicConstraints(element: DerElement, what: string): BasicConstraints {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), what)
  const flag = fields.optional(tag.boolean)
  const length = fields.optional(tag.integer)
  fields.end()
  if (flag !== undefined && !booleanOf(flag, what)) throw invalid(what, 'cA FALSE, a default, is written out')
  const ca = flag !== undefined
  if (length !== undefined && !ca) throw invalid(what, 'pathLenConstraint without cA')
  return { ca, pathLength: length === undefined ? undefined : smallIntegerOf(length, what) }
}

export function parseKeyUsage(element: DerElement, what: string): ReadonlySet<KeyUsage> {
  const bits = namedBitsOf(expectTag(element, tag.bitString, what), what)
  if (bits.size === 0) throw invalid(what, 'no bit is set')
  return new Set(
    [...bits].map((bit) => {
      const usage = keyUsages[bit]
      if (usage === undefined) throw invalid(what, `bit ${bit} is not known`)
      return usage
    }),
  )
}

export const parseExtendedKeyUsage = (element: DerElement, what: string): ReadonlySet<string> =>
  new Set(
    nonEmptySequence(element, what).map((child) =>
      objectIdentifierOf(expectTag(child, tag.objectIdentifier, what), what),
    ),
  )

export const parseAlternativeNames = (element: DerElement, what: string): readonly GeneralName[] =>
  parseGeneralNames(expectTag(element, tag.sequence, what), what)

export function parseAuthorityKeyIdentifier(element: DerElement, what: string): AuthorityKeyIdentifier {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), what)
  const keyId = fields.optional(contextPrimitive(0))
  const issuer = fields.optional(contextConstructed(1))
  const serial = fields.optional(contextPrimitive(2))
  fields.end()
  if ((issuer === undefined) !== (serial === undefined)) throw invalid(what, 'half of issuer and serial number')
  if (keyId?.content.length === 0) throw invalid(what, 'an empty key identifier')
  return {
    keyId: keyId?.content,
    issuer: issuer === undefined ? undefined : parseGeneralNames(issuer, what),
    serial: serial === undefined ? undefined : integerOf(serial, what),
  }
}

export function parseSubjectKeyIdentifier(element: DerElement, what: string): Uint8Array {
  const { content } = expectTag(element, tag.octetString, what)
  if (content.length === 0) throw invalid(what, 'an empty key identifier')
  return content
}

export const parseInformationAccess = (element: DerElement, what: string): readonly AccessDescription[] =>
  nonEmptySequence(element, what).map((child) => {
    const fields = fieldsOf(expectTag(child, tag.sequence, what), what)
    const method = objectIdentifierOf(fields.required(tag.objectIdentifier, 'accessMethod'), what)
    const location = parseGeneralName(fields.any('accessLocation'), what)
    fields.end()
    return { method, location }
  })
