import { booleanOf, fieldsOf, objectIdentifierOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { type ErrorCode, ReleaseSigningError } from '../error.ts'

/** One extension, its value not yet looked at. */
export interface RawExtension {
  readonly oid: string
  readonly critical: boolean
  /** Content of extnValue: the DER of the extension's own type. */
  readonly value: Uint8Array
}

/**
 * `SEQUENCE SIZE (1..MAX) OF Extension` (RFC 5280 section 4.1), as certificates, CRLs and CRL entries have it, by object
 * identifier.
 *
 * @throws ReleaseSigningError `der-invalid`, or `duplicate` for an extension that stands there twice (section 4.2)
 */
export function parseExtensionList(
  list: DerElement,
  what: string,
  duplicate: ErrorCode,
): ReadonlyMap<string, RawExtension> {
  if (list.tag !== tag.sequence || list.children.length === 0) {
    throw new ReleaseSigningError('der-invalid', `${what}: extensions are no list, or an empty one`)
  }
  const extensions = new Map<string, RawExtension>()
  for (const child of list.children) {
    const extension = parseExtension(child, what)
    if (extensions.has(extension.oid)) {
      throw new ReleaseSigningError(duplicate, `${what}: extension ${extension.oid} stands there twice`, {
        rule: 'RFC 5280 section 4.2',
      })
    }
    extensions.set(extension.oid, extension)
  }
  return extensions
}

function parseExtension(element: DerElement, what: string): RawExtension {
  const fields = fieldsOf(element, `${what}: extension`)
  const oid = objectIdentifierOf(fields.required(tag.objectIdentifier, 'extnID'), what)
  const flag = fields.optional(tag.boolean)
  const critical = flag !== undefined && booleanOf(flag, what)
  if (element.tag !== tag.sequence || (flag !== undefined && !critical)) {
    throw new ReleaseSigningError('der-invalid', `${what}: extension ${oid} writes out a default, or is no SEQUENCE`)
  }
  const value = fields.required(tag.octetString, 'extnValue').content
  fields.end()
  return { oid, critical, value }
}
