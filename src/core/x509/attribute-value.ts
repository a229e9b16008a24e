import type { DerElement } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'

const decoderOf = (encoding: string) => new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
const utf8 = decoderOf('utf-8')
const utf16 = decoderOf('utf-16be')

/**
 * The text of an attribute value of a string type.
 *
 * @returns undefined for a value of another type
 * @throws ReleaseSigningError `name-malformed` for characters that the type does not have
 */
export function textOf(value: DerElement, what: string): string | undefined {
  const { content } = value
  switch (value.tag) {
    case tag.utf8String:
      return decoded(utf8, content, what)
    case tag.bmpString:
      return decoded(utf16, content, what)
    case tag.universalString:
      return universalText(content, what)
    case tag.printableString:
      // Beside the letters of the type, the asterisk and ampersand that CAs are known to put there.
      return matching(/^[A-Za-z0-9 '()+,\-./:=?*&]*$/, content, what)
    case tag.numericString:
      return matching(/^[0-9 ]*$/, content, what)
    case tag.ia5String:
    case tag.visibleString:
      return matching(/^\p{ASCII}*$/u, content, what)
    case tag.teletexString:
      // Written as Latin-1 by those who still write it.
      return latin1(content)
    default:
      return undefined
  }
}

function latin1(content: Uint8Array): string {
  let text = ''
  for (const octet of content) text += String.fromCharCode(octet)
  return text
}

function matching(pattern: RegExp, content: Uint8Array, what: string): string {
  const text = latin1(content)
  if (!pattern.test(text)) throw malformed(what)
  return text
}

function decoded(decoder: ReturnType<typeof decoderOf>, content: Uint8Array, what: string): string {
  try {
    return decoder.decode(content)
  } catch (cause) {
    throw malformed(what, cause)
  }
}

function universalText(content: Uint8Array, what: string): string {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  let text = ''
  for (let offset = 0; offset < content.length; offset += 4) {
    const point = view.getUint32(offset)
    if (point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) throw malformed(what)
    text += String.fromCodePoint(point)
  }
  return text
}

const malformed = (what: string, cause?: unknown) =>
  new ReleaseSigningError('name-malformed', `${what}: an attribute value with characters that its type does not have`, {
    rule: 'ITU-T X.680 section 41',
    cause,
  })

// RFC 4518 section 2.2: format and control characters are mapped to nothing, white space to a space.
const ignorable = /\p{Cf}|\u034f|[\u180b-\u180d]|[\ufe00-\ufe0f]|\ufffc|(?![\s\u0085])\p{Cc}/gu
const spaces = /[\s\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g

/**
 * The form in which two attribute values are compared: RFC 5280 section 7.1 with the string preparation of RFC 4518
 * (case, compatibility forms, insignificant spaces).
 */
export function comparisonForm(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text.toLowerCase().trim().replace(/ {2,}/g, ' ')
  return text
    .replace(ignorable, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/ς/g, 'σ')
    .normalize('NFKC')
    .replace(spaces, ' ')
    .trim()
}
