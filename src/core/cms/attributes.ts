import { bytesToHex } from '../bytes.ts'
import { fieldsOf } from '../der/fields.ts'
import { type DerSlice, isSorted, openDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { objectIdentifier, sequence, setOf } from '../der/writer.ts'
import type { ErrorCode } from '../error.ts'
import { limits } from '../limits.ts'
import { refusal } from './refusal.ts'

export interface Attribute {
  /** DER OBJECT IDENTIFIER as lower-case hexadecimal. */
  readonly type: string
  /** Not looked into. */
  readonly values: readonly DerSlice[]
}

/** What `Attribute.type` reads for an object identifier. */
export const attributeType = (oid: string): string => bytesToHex(objectIdentifier(oid))

/** Writes Attributes of one type, each with one value, DER. */
export function attributeEncoder(oid: string): (value: Uint8Array) => Uint8Array {
  const type = objectIdentifier(oid)
  return (value) => sequence(type, setOf([value]))
}

/** Attributes under an implicit tag, which must stand in the order of a DER SET OF (RFC 5652 section 5.3). */
export function readAttributes(element: DerSlice, what: string): readonly Attribute[] {
  const { children } = openDer(element, what, limits.cmsAttributes)
  if (!isSorted(children)) throw refusal('cms-attribute-order', `${what} do not stand in DER order`)
  return children.map((child) => {
    if (child.tag !== tag.sequence) throw refusal('cms-invalid', `${what}: not an Attribute`)
    const fields = fieldsOf(openDer(child, what, 3), what)
    const type = fields.required(tag.objectIdentifier, 'attrType')
    const values = fields.required(tag.set, 'attrValues')
    fields.end()
    return { type: bytesToHex(type.bytes), values: openDer(values, what, limits.cmsAttributes).children }
  })
}

/** The value of an attribute that has exactly one; not looked into. */
export function singleValue(attribute: Attribute, code: ErrorCode, name: string): DerSlice {
  const [value, ...more] = attribute.values
  if (value === undefined || more.length > 0) {
    throw refusal(code, `${name} has ${attribute.values.length} values in place of one`)
  }
  return value
}
