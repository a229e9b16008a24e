import { bytesToHex } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { isCanonicalBitString, isMinimalInteger, isMinimalObjectIdentifier } from './primitive.ts'
import type { DerElement, DerSlice } from './reader.ts'
import { tag } from './tag.ts'

/** Walks the fields of a SEQUENCE or SET in order. Every error is `der-invalid` and names the field. */
export interface Fields<Element extends DerSlice = DerElement> {
  /** The next field, which must carry this tag. */
  required(expected: number, name: string): Element
  /** The next field, whatever its tag. */
  any(name: string): Element
  /** The next field if it carries this tag, else undefined and nothing is passed. */
  optional(expected: number): Element | undefined
  /** True when all fields have been passed. */
  readonly done: boolean
  /** Refuses fields that are left over. */
  end(): void
}

export function fieldsOf<Element extends DerSlice = DerElement>(
  element: { readonly children: readonly Element[] },
  what: string,
): Fields<Element> {
  let next = 0
  const missing = (name: string) => new ReleaseSigningError('der-invalid', `${what}: ${name} is missing or misplaced`)
  return {
    required(expected, name) {
      const field = element.children[next]
      if (field?.tag !== expected) throw missing(name)
      next++
      return field
    },
    any(name) {
      const field = element.children[next]
      if (field === undefined) throw missing(name)
      next++
      return field
    },
    optional(expected) {
      const field = element.children[next]
      if (field?.tag !== expected) return undefined
      next++
      return field
    },
    get done() {
      return next === element.children.length
    },
    end() {
      if (next !== element.children.length) {
        throw new ReleaseSigningError('der-invalid', `${what}: an unexpected field after the ones known`)
      }
    },
  }
}

/** The element itself, when it carries this tag. */
export function expectTag(element: DerElement, expected: number, what: string): DerElement {
  if (element.tag !== expected) {
    throw new ReleaseSigningError(
      'der-invalid',
      `${what}: tag ${hexTag(expected)} expected, ${hexTag(element.tag)} found`,
    )
  }
  return element
}

const hexTag = (value: number): string => value.toString(16).padStart(2, '0')

// The readers below also serve implicitly tagged fields, so each checks the content itself.

/** A signed INTEGER of any size. */
export function integerOf(element: DerElement, what: string): bigint {
  const { content } = element
  if (!isMinimalInteger(content)) throw new ReleaseSigningError('der-invalid', `${what}: not a DER INTEGER`)
  const value = BigInt(`0x${bytesToHex(content)}`)
  return (content[0] ?? 0) >= 0x80 ? value - (1n << BigInt(8 * content.length)) : value
}

/** An INTEGER from 0 to 2^31 - 1. */
export function smallIntegerOf(element: DerElement, what: string): number {
  const value = element.content.length > 4 ? -1n : integerOf(element, what)
  if (value < 0n) throw new ReleaseSigningError('der-invalid', `${what}: not an INTEGER from 0 to 2^31 - 1`)
  return Number(value)
}

export function booleanOf(element: DerElement, what: string): boolean {
  const [value] = element.content
  if (element.content.length !== 1 || (value !== 0 && value !== 0xff)) {
    throw new ReleaseSigningError('der-invalid', `${what}: not a DER BOOLEAN`)
  }
  return value === 0xff
}

/** Dotted decimal. */
export function objectIdentifierOf(element: DerElement, what: string): string {
  const { content } = element
  if (!isMinimalObjectIdentifier(content)) {
    throw new ReleaseSigningError('der-invalid', `${what}: not a DER OBJECT IDENTIFIER`)
  }
  const arcs: (number | bigint)[] = []
  let arc: number | bigint = 0
  for (const octet of content) {
    const low = octet & 0x7f
    // Few arcs outgrow a number: those of 2.25, which are UUIDs.
    arc = typeof arc === 'number' && arc < 2 ** 45 ? arc * 128 + low : BigInt(arc) * 128n + BigInt(low)
    if (arc >= 2 ** 128) throw new ReleaseSigningError('der-invalid', `${what}: object identifier arc too large`)
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first = 0, ...rest] = arcs
  const root = first < 80 ? Math.floor(Number(first) / 40) : 2
  const second = typeof first === 'number' ? first - root * 40 : first - 80n
  return [root, second, ...rest].join('.')
}

/** The octets of a BIT STRING that holds whole octets, such as a signature or a key. */
export function bitStringOctetsOf(element: DerElement, what: string): Uint8Array {
  const { content } = element
  if (content[0] !== 0) throw new ReleaseSigningError('der-invalid', `${what}: not a BIT STRING of whole octets`)
  return content.subarray(1)
}

/**
 * The bits that are set in a BIT STRING with named bits, by number. DER drops trailing zero bits (X.690 section
 * 11.2.2): a string that keeps one is refused.
 */
export function namedBitsOf(element: DerElement, what: string): ReadonlySet<number> {
  const { content } = element
  const unused = content[0] ?? 0
  const last = content[content.length - 1] ?? 0
  if (!isCanonicalBitString(content) || (content.length > 1 && ((last >> unused) & 1) === 0)) {
    throw new ReleaseSigningError('der-invalid', `${what}: not a DER BIT STRING of named bits`)
  }
  const bits = new Set<number>()
  content.subarray(1).forEach((octet, i) => {
    for (let bit = 0; bit < 8; bit++) if (octet & (0x80 >> bit)) bits.add(8 * i + bit)
  })
  return bits
}

/**
 * The instant of a UTCTime or GeneralizedTime in the only forms RFC 5280 section 4.1.2.5 allows: `YYMMDDHHMMSSZ` and
 * `YYYYMMDDHHMMSSZ`. UTCTime years 50 to 99 are 1950 to 1999.
 */
export function timeOf(element: DerElement, what: string): Date {
  const text = String.fromCharCode(...element.content.subarray(0, 32))
  const pattern = element.tag === tag.utcTime ? /^(\d\d)(\d{10})Z$/ : /^(\d{4})(\d{10})Z$/
  const match = element.tag === tag.utcTime || element.tag === tag.generalizedTime ? pattern.exec(text) : null
  if (match === null || element.content.length > 15) throw invalidTime(what)
  const [, yearText = '', rest = ''] = match
  const year = element.tag === tag.utcTime ? Number(yearText) + (Number(yearText) < 50 ? 2000 : 1900) : Number(yearText)
  const [month = 0, day = 0, hour = 0, minute = 0, second = 0] = (rest.match(/\d\d/g) ?? []).map(Number)
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  date.setUTCHours(hour, minute, second)
  // A field out of range rolls over into another one.
  const read = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCHours()]
  if (![year, month, day, hour].every((value, i) => value === read[i]) || minute > 59 || second > 59) {
    throw invalidTime(what)
  }
  return date
}

const invalidTime = (what: string) =>
  new ReleaseSigningError('der-invalid', `${what}: not a time in the form that RFC 5280 demands`, {
    rule: 'RFC 5280 section 4.1.2.5',
  })
