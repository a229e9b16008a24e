import { bytesToHex } from '../bytes.ts'
import { fieldsOf, objectIdentifierOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { comparisonForm, textOf } from './attribute-value.ts'
import { attributeLabel, escapeValue } from './name-text.ts'

export interface Attribute {
  /** Dotted decimal. */
  readonly type: string
  /** Undefined when the value is of no string type. */
  readonly text: string | undefined
  readonly der: Uint8Array
}

export interface RelativeName {
  readonly attributes: readonly Attribute[]
  /** Equal for two that compare equal under RFC 5280 section 7.1, and only then. */
  readonly key: string
}

/** A distinguished name (RFC 5280 section 4.1.2.4). */
export interface Name {
  readonly der: Uint8Array
  /** As encoded: the most significant first. */
  readonly rdns: readonly RelativeName[]
  /** Equal for two that compare equal under RFC 5280 section 7.1, and only then. */
  readonly key: string
  /** RFC 4514 string: the most significant last. Empty for the empty name. */
  readonly text: string
}

/**
 * @param what names it in errors, such as `certificate: subject`
 * @throws ReleaseSigningError `name-malformed` or `der-invalid`
 */
export function parseName(element: DerElement, what: string): Name {
  if (element.tag !== tag.sequence) throw malformed(what)
  return nameOf(
    element.bytes,
    element.children.map((rdn) => parseRelativeName(rdn, what)),
  )
}

export function nameOf(der: Uint8Array, rdns: readonly RelativeName[]): Name {
  return { der, rdns, key: rdns.map(({ key }) => key).join('\n'), text: rdns.map(relativeText).reverse().join(',') }
}

/** @throws ReleaseSigningError `name-malformed` or `der-invalid` */
function parseRelativeName(element: DerElement, what: string): RelativeName {
  if (element.tag !== tag.set) throw malformed(what)
  return relativeNameOf(element.children, what)
}

/** @param elements the attributes, such as the children of a nameRelativeToCRLIssuer */
function relativeNameOf(elements: readonly DerElement[], what: string): RelativeName {
  if (elements.length === 0) throw malformed(what)
  const attributes = elements.map((attribute) => parseAttribute(attribute, what))
  return { attributes, key: attributes.map(attributeKey).sort().join('+') }
}

function parseAttribute(element: DerElement, what: string): Attribute {
  if (element.tag !== tag.sequence) throw malformed(what)
  const fields = fieldsOf(element, what)
  const type = objectIdentifierOf(fields.required(tag.objectIdentifier, 'an attribute type'), what)
  const value = fields.any('an attribute value')
  fields.end()
  return { type, text: textOf(value, what), der: value.bytes }
}

// The length in front keeps one value from imitating two.
function attributeKey({ type, text, der }: Attribute): string {
  const value = text === undefined ? `#${bytesToHex(der)}` : comparisonForm(text)
  return `${type}=${text === undefined ? 'x' : 's'}${value.length}:${value}`
}

const relativeText = ({ attributes }: RelativeName): string =>
  attributes
    .map(({ type, text, der }) => {
      const label = attributeLabel(type)
      // RFC 4514 section 2.4: a type without a short name has its value in hexadecimal.
      return label === undefined || text === undefined
        ? `${label ?? type}=#${bytesToHex(der)}`
        : `${label}=${escapeValue(text)}`
    })
    .join('+')

/** RFC 5280 section 7.1. */
export const sameName = (a: Name, b: Name): boolean => a.key === b.key

/** Whether `name` lies in the subtree of `base` (RFC 5280 section 4.2.1.10): its first RDNs are those of the base. */
export const isWithinName = (name: Name, base: Name): boolean =>
  base.rdns.every(({ key }, i) => name.rdns[i]?.key === key)

const malformed = (what: string) =>
  new ReleaseSigningError('name-malformed', `${what}: not a distinguished name`, {
    rule: 'RFC 5280 section 4.1.2.4',
  })
