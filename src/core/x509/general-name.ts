import { fieldsOf, objectIdentifierOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { type Name, parseName } from './name.ts'

/** RFC 5280 section 4.2.1.6. `text` is what an identity is compared with, where the form has one. */
export type GeneralName = { readonly bytes: Uint8Array } & (
  | { readonly kind: 'email' | 'dns' | 'uri'; readonly text: string }
  | { readonly kind: 'ip'; readonly address: Uint8Array; readonly text: string }
  | { readonly kind: 'directory'; readonly name: Name; readonly text: string }
  | { readonly kind: 'registered'; readonly text: string }
  | { readonly kind: 'other'; readonly type: string }
  | { readonly kind: 'x400' | 'edi' }
)

/**
 * `SEQUENCE SIZE (1..MAX) OF GeneralName`, under whatever tag the caller found it.
 *
 * @throws ReleaseSigningError `name-malformed` or `der-invalid`
 */
export function parseGeneralNames(element: DerElement, what: string): readonly GeneralName[] {
  if ((element.tag & 0x20) === 0 || element.children.length === 0) throw malformed(what, 'an empty list of names')
  return element.children.map((child) => parseGeneralName(child, what))
}

/** @throws ReleaseSigningError `name-malformed` or `der-invalid` */
export function parseGeneralName(element: DerElement, what: string): GeneralName {
  const { bytes, content } = element
  switch (element.tag) {
    case contextConstructed(0): {
      const fields = fieldsOf(element, `${what}: other name`)
      const type = objectIdentifierOf(fields.required(tag.objectIdentifier, 'its type'), what)
      if (fields.required(contextConstructed(0), 'its value').children.length !== 1) throw malformed(what, 'other name')
      fields.end()
      return { kind: 'other', bytes, type }
    }
    case contextPrimitive(1):
      return { kind: 'email', bytes, text: visibleText(element, what) }
    case contextPrimitive(2):
      return { kind: 'dns', bytes, text: visibleText(element, what) }
    case contextConstructed(3):
      return { kind: 'x400', bytes }
    case contextConstructed(4): {
      const [name, ...more] = element.children
      if (name === undefined || more.length > 0) throw malformed(what, 'directory name')
      const parsed = parseName(name, what)
      return { kind: 'directory', bytes, name: parsed, text: parsed.text }
    }
    case contextConstructed(5):
      return { kind: 'edi', bytes }
    case contextPrimitive(6):
      return { kind: 'uri', bytes, text: visibleText(element, what) }
    case contextPrimitive(7):
      if (content.length !== 4 && content.length !== 16)
        throw malformed(what, 'an IP address of neither 4 nor 16 octets')
      return { kind: 'ip', bytes, address: content, text: addressText(content) }
    case contextPrimitive(8):
      return { kind: 'registered', bytes, text: objectIdentifierOf(element, what) }
    default:
      throw malformed(what, 'a name of unknown form')
  }
}

function visibleText(element: DerElement, what: string): string {
  const text = asciiText(element, what)
  if (text === '') throw malformed(what, 'an empty name')
  return text
}

/** An implicitly tagged IA5String without control characters. */
export function asciiText({ content }: DerElement, what: string): string {
  let text = ''
  for (const octet of content) text += String.fromCharCode(octet)
  if (!/^[\x20-\x7e]*$/.test(text)) throw malformed(what, 'a name with characters beyond printable ASCII')
  return text
}

/** Dotted decimal, or RFC 5952. */
function addressText(address: Uint8Array): string {
  if (address.length === 4) return address.join('.')
  const groups = Array.from({ length: 8 }, (_, i) =>
    ((address[2 * i] ?? 0) * 256 + (address[2 * i + 1] ?? 0)).toString(16),
  )
  const zeros = groups.join(':').match(/\b0(?::0)+\b/g) ?? []
  const longest = zeros.reduce((best, run) => (run.length > best.length ? run : best), '')
  if (longest === '') return groups.join(':')
  const [before = '', after = ''] = splitOnce(groups.join(':'), longest)
  return `${before.replace(/:$/, '')}::${after.replace(/^:/, '')}`
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.search(new RegExp(`\\b${separator}\\b`))
  return [text.slice(0, at), text.slice(at + separator.length)]
}

const malformed = (what: string, problem: string) =>
  new ReleaseSigningError('name-malformed', `${what}: ${problem}`, { rule: 'RFC 5280 section 4.2.1.6' })
