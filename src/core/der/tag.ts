/** Identifier octets, universal class (ITU-T X.680 section 8.4), constructed where the type is. */
export const tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  objectIdentifier: 0x06,
  enumerated: 0x0a,
  utf8String: 0x0c,
  numericString: 0x12,
  printableString: 0x13,
  teletexString: 0x14,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  visibleString: 0x1a,
  universalString: 0x1c,
  bmpString: 0x1e,
  sequence: 0x30,
  set: 0x31,
} as const

/** Identifier octet of the primitive context-specific tag `[number]`. */
export const contextPrimitive = (number: number): number => 0x80 | number

/** Identifier octet of the constructed context-specific tag `[number]`. */
export const contextConstructed = (number: number): number => 0xa0 | number
