import { compareBytes, concatBytes, utf8 } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { tag } from './tag.ts'

/** One DER element with this identifier octet around the parts, in the given order. */
export function der(identifier: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const content = concatBytes(...parts)
  return concatBytes(Uint8Array.of(identifier, ...lengthOctets(content.length)), content)
}

function lengthOctets(length: number): number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

export const sequence = (...parts: readonly Uint8Array[]): Uint8Array => der(tag.sequence, ...parts)

/** SET OF under any identifier octet: the elements are put into DER order (X.690 section 11.6). */
export const setOf = (parts: readonly Uint8Array[], identifier: number = tag.set): Uint8Array =>
  der(identifier, ...[...parts].sort(compareBytes))

/** The same element under another identifier octet, as an implicit tag has it. */
export function retag(element: Uint8Array, identifier: number): Uint8Array {
  const copy = Uint8Array.from(element)
  copy[0] = identifier
  return copy
}

export const octetString = (bytes: Uint8Array): Uint8Array => der(tag.octetString, bytes)

/** BIT STRING of whole octets. */
export const bitString = (bytes: Uint8Array): Uint8Array => der(tag.bitString, Uint8Array.of(0), bytes)

export const derNull = (): Uint8Array => der(tag.null)

export const derBoolean = (value: boolean): Uint8Array => der(tag.boolean, Uint8Array.of(value ? 0xff : 0))

export function integer(value: bigint | number): Uint8Array {
  let rest = BigInt(value)
  const octets: number[] = []
  do {
    octets.unshift(Number(rest & 0xffn))
    rest >>= 8n
  } while (rest !== 0n && rest !== -1n)
  const negative = rest === -1n
  if (negative !== (octets[0] ?? 0) >= 0x80) octets.unshift(negative ? 0xff : 0)
  return der(tag.integer, Uint8Array.from(octets))
}

/**
 * OBJECT IDENTIFIER from dotted decimal.
 *
 * @throws ReleaseSigningError `input-invalid` for what is none, or has an arc beyond 2^53 - 1
 */
export function objectIdentifier(dotted: string): Uint8Array {
  const [first = Number.NaN, second = Number.NaN, ...rest] = dotted.split('.').map(Number)
  const arcs = [first * 40 + second, ...rest]
  if (!arcs.every((arc) => Number.isSafeInteger(arc) && arc >= 0)) {
    throw new ReleaseSigningError('input-invalid', `${dotted} is no object identifier, or one with too large an arc`)
  }
  const octets = arcs.flatMap((arc) => {
    const base128 = [arc % 128]
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) base128.unshift((left % 128) | 0x80)
    return base128
  })
  return der(tag.objectIdentifier, Uint8Array.from(octets))
}

/** UTCTime through 2049, GeneralizedTime after (RFC 5280 section 4.1.2.5; RFC 5652 section 11.3). Whole seconds. */
export function time(date: Date): Uint8Array {
  const digits = date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')
  const year = date.getUTCFullYear()
  return year >= 1950 && year < 2050
    ? der(tag.utcTime, utf8(`${digits.slice(2)}Z`))
    : der(tag.generalizedTime, utf8(`${digits}Z`))
}
