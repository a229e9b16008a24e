import { expectTag, fieldsOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { asciiText, type GeneralName, parseGeneralName } from './general-name.ts'
import { isHostName, parseMailbox } from './internet-name.ts'
import type { Name } from './name.ts'

/** The base of a subtree (RFC 5280 section 4.2.1.10), ready to be compared with; hosts are in lower case. */
export type Subtree =
  /** `host`: that host alone, or with a leading period the hosts below it. `localPart`: one mailbox. Empty: all. */
  | { readonly kind: 'email'; readonly localPart: string | undefined; readonly host: string }
  /** That name and those below it. Empty: all. */
  | { readonly kind: 'dns'; readonly host: string }
  /** As for `email`. */
  | { readonly kind: 'uri'; readonly host: string }
  | { readonly kind: 'ip'; readonly address: Uint8Array; readonly mask: Uint8Array }
  | { readonly kind: 'directory'; readonly name: Name }
  /** Forms that section 4.2.1.10 defines no meaning for. */
  | { readonly kind: Exclude<GeneralName['kind'], 'email' | 'dns' | 'uri' | 'ip' | 'directory'> }

export interface NameConstraints {
  readonly permitted: readonly Subtree[]
  readonly excluded: readonly Subtree[]
}

export function parseNameConstraints(element: DerElement, what: string): NameConstraints {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), what)
  const permitted = fields.optional(contextConstructed(0))
  const excluded = fields.optional(contextConstructed(1))
  fields.end()
  if (permitted === undefined && excluded === undefined) throw invalid(what, 'neither permitted nor excluded subtrees')
  return { permitted: parseSubtrees(permitted, what), excluded: parseSubtrees(excluded, what) }
}

function parseSubtrees(element: DerElement | undefined, what: string): readonly Subtree[] {
  if (element === undefined) return []
  if (element.children.length === 0) throw invalid(what, 'an empty list of subtrees')
  return element.children.map((child) => {
    const fields = fieldsOf(expectTag(child, tag.sequence, what), what)
    const base = parseBase(fields.any('base'), what)
    // minimum is always 0, its default, and so not written; maximum is never there.
    fields.end()
    return base
  })
}

function parseBase(element: DerElement, what: string): Subtree {
  switch (element.tag) {
    case contextPrimitive(1):
      return parseEmailBase(asciiText(element, what), what)
    case contextPrimitive(2):
      return { kind: 'dns', host: parseHost(asciiText(element, what), what) }
    case contextPrimitive(6):
      return { kind: 'uri', host: parseHostOrDomain(asciiText(element, what), what) }
    case contextPrimitive(7):
      return parseAddressRange(element.content, what)
    default: {
      const base = parseGeneralName(element, what)
      return base.kind === 'directory' ? { kind: 'directory', name: base.name } : otherForm(base, what)
    }
  }
}

function otherForm(base: GeneralName, what: string): Subtree {
  switch (base.kind) {
    case 'other':
    case 'x400':
    case 'edi':
    case 'registered':
      return { kind: base.kind }
    default:
      throw invalid(what, 'a base of unknown form')
  }
}

function parseEmailBase(text: string, what: string): Subtree {
  if (!text.includes('@')) return { kind: 'email', localPart: undefined, host: parseHostOrDomain(text, what) }
  const mailbox = parseMailbox(text)
  if (mailbox === undefined) throw invalid(what, 'an rfc822Name base that is no mailbox')
  return { kind: 'email', ...mailbox }
}

function parseHost(text: string, what: string): string {
  if (text !== '' && !isHostName(text)) throw invalid(what, 'a base that is no host name')
  return text.toLowerCase()
}

const parseHostOrDomain = (text: string, what: string): string =>
  text.startsWith('.') && text.length > 1 ? `.${parseHost(text.slice(1), what)}` : parseHost(text, what)

function parseAddressRange(content: Uint8Array, what: string): Subtree {
  if (content.length !== 8 && content.length !== 32) throw invalid(what, 'an address range of neither 8 nor 32 octets')
  const address = content.subarray(0, content.length / 2)
  const mask = content.subarray(content.length / 2)
  const bits = Array.from(mask, (octet) => octet.toString(2).padStart(8, '0')).join('')
  if (bits.includes('01')) throw invalid(what, 'a mask that is not contiguous')
  return { kind: 'ip', address, mask }
}

const invalid = (what: string, problem: string) =>
  new ReleaseSigningError('der-invalid', `${what}: ${problem}`, { rule: 'RFC 5280 section 4.2.1.10' })
