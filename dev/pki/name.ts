import { utf8 } from '../../src/core/bytes.ts'
import { contextConstructed, contextPrimitive, tag } from '../../src/core/der/tag.ts'
import { der, objectIdentifier, sequence, setOf } from '../../src/core/der/writer.ts'

const attributeTypes = {
  CN: '2.5.4.3',
  SN: '2.5.4.4',
  serialNumber: '2.5.4.5',
  C: '2.5.4.6',
  L: '2.5.4.7',
  ST: '2.5.4.8',
  STREET: '2.5.4.9',
  O: '2.5.4.10',
  OU: '2.5.4.11',
  organizationIdentifier: '2.5.4.97',
  DC: '0.9.2342.19200300.100.1.25',
  UID: '0.9.2342.19200300.100.1.1',
  email: '1.2.840.113549.1.9.1',
} as const

export type AttributeName = keyof typeof attributeTypes

/** Text: the string type that RFC 5280 appendix A asks for. Bytes: one DER element as it is. */
export type AttributeValue = string | Uint8Array

/** A common name; attributes from the root of the tree down, one RDN each; or a DER Name as it is. */
export type NameInput = string | Partial<Record<AttributeName, AttributeValue>> | Uint8Array

export const printableString = (text: string): Uint8Array => der(tag.printableString, utf8(text))
export const utf8String = (text: string): Uint8Array => der(tag.utf8String, utf8(text))
export const ia5String = (text: string): Uint8Array => der(tag.ia5String, utf8(text))

function attribute(type: AttributeName, value: AttributeValue): Uint8Array {
  const element = typeof value !== 'string' ? value : stringTypeOf(type)(value)
  return sequence(objectIdentifier(attributeTypes[type]), element)
}

function stringTypeOf(type: AttributeName): (text: string) => Uint8Array {
  if (type === 'C' || type === 'serialNumber') return printableString
  return type === 'DC' || type === 'email' ? ia5String : utf8String
}

/** One RDN of several attributes. */
export const rdn = (attributes: Partial<Record<AttributeName, AttributeValue>>): Uint8Array =>
  setOf(attributesOf(attributes))

const attributesOf = (attributes: Partial<Record<AttributeName, AttributeValue>>): Uint8Array[] =>
  (Object.keys(attributes) as AttributeName[]).map((type) => attribute(type, attributes[type] ?? ''))

/** DER Name. */
export function name(input: NameInput): Uint8Array {
  if (input instanceof Uint8Array) return input
  return sequence(...attributesOf(typeof input === 'string' ? { CN: input } : input).map((one) => setOf([one])))
}

export const emptyName: Uint8Array = sequence()

/** GeneralName of every form (RFC 5280 section 4.2.1.6). */
export const generalName = {
  otherName: (oid: string, value: Uint8Array) =>
    der(contextConstructed(0), objectIdentifier(oid), der(contextConstructed(0), value)),
  email: (text: string) => der(contextPrimitive(1), utf8(text)),
  dns: (text: string) => der(contextPrimitive(2), utf8(text)),
  x400: () => der(contextConstructed(3), sequence()),
  directory: (input: NameInput) => der(contextConstructed(4), name(input)),
  ediParty: (text: string) => der(contextConstructed(5), der(contextConstructed(1), utf8String(text))),
  uri: (text: string) => der(contextPrimitive(6), utf8(text)),
  /** Dotted quad, or bytes: an address, or address and mask in a constraint. */
  ip: (address: string | Uint8Array | readonly number[]) =>
    der(
      contextPrimitive(7),
      typeof address === 'string' ? Uint8Array.from(address.split('.').map(Number)) : Uint8Array.from(address),
    ),
  registeredId: (oid: string) => der(contextPrimitive(8), objectIdentifier(oid).subarray(2)),
} as const
