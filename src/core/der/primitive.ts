import { tag } from './tag.ts'

/**
 * Checks the content of a universal primitive against its one DER form (ITU-T X.690 sections 8 and 11).
 *
 * @returns what is wrong, or undefined. Tags without a rule here are left to whoever expects them.
 */
export function checkPrimitive(identifier: number, content: Uint8Array): string | undefined {
  switch (identifier) {
    case tag.boolean:
      return content.length === 1 && (content[0] === 0 || content[0] === 0xff) ? undefined : 'BOOLEAN is not 00 or FF'
    case tag.integer:
    case tag.enumerated:
      return isMinimalInteger(content) ? undefined : 'INTEGER not in its shortest form'
    case tag.bitString:
      return isCanonicalBitString(content) ? undefined : 'BIT STRING with wrong padding'
    case tag.null:
      return content.length === 0 ? undefined : 'NULL with content'
    case tag.objectIdentifier:
      return isMinimalObjectIdentifier(content) ? undefined : 'OBJECT IDENTIFIER not in its shortest form'
    case tag.utf8String:
      return isUtf8(content) ? undefined : 'UTF8String is not UTF-8'
    case tag.ia5String:
      return content.every((octet) => octet < 0x80) ? undefined : 'IA5String beyond ASCII'
    case tag.bmpString:
      return content.length % 2 === 0 ? undefined : 'BMPString with half a character'
    case tag.universalString:
      return content.length % 4 === 0 ? undefined : 'UniversalString with part of a character'
    case tag.sequence & 0x1f:
    case tag.set & 0x1f:
      return 'SEQUENCE or SET in primitive form'
    default:
      return undefined
  }
}

export function isMinimalInteger(content: Uint8Array): boolean {
  const [first, second] = content
  if (first === undefined) return false
  if (second === undefined) return true
  return !(first === 0 && second < 0x80) && !(first === 0xff && second >= 0x80)
}

/** Unused bits: 0 to 7, none in an empty string, all zero (X.690 section 11.2.1). */
export function isCanonicalBitString(content: Uint8Array): boolean {
  const unused = content[0]
  if (unused === undefined || unused > 7) return false
  if (content.length === 1) return unused === 0
  return ((content[content.length - 1] ?? 0) & ((1 << unused) - 1)) === 0
}

export function isMinimalObjectIdentifier(content: Uint8Array): boolean {
  if (content.length === 0 || (content[content.length - 1] ?? 0x80) >= 0x80) return false
  return content.every((octet, i) => octet !== 0x80 || (i > 0 && (content[i - 1] ?? 0) >= 0x80))
}

const utf8Decoder = new TextDecoder('utf-8', { fatal: true })

function isUtf8(content: Uint8Array): boolean {
  try {
    utf8Decoder.decode(content)
    return true
  } catch {
    return false
  }
}
