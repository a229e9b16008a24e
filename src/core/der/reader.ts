import { compareBytes } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { checkPrimitive } from './primitive.ts'
import { tag } from './tag.ts'

/** One DER element over the original bytes. All arrays are views into what was parsed; nothing is copied. */
export interface DerElement {
  /** The identifier octet: class, constructed bit and tag number (low-tag-number form only). */
  readonly tag: number
  /** The whole encoding: identifier, length and content. */
  readonly bytes: Uint8Array
  /** The content octets. */
  readonly content: Uint8Array
  /** The elements of a constructed encoding, in order; empty for a primitive one. */
  readonly children: readonly DerElement[]
}

export interface DerBounds {
  /** Default `limits.certificateBytes`. */
  readonly bytes?: number
  /** Default `limits.derNodes`. */
  readonly nodes?: number
}

/**
 * Parses exactly one DER element (ITU-T X.690 sections 8 and 10) that fills `bytes`. Refuses BER: indefinite, padded or
 * overlong lengths, constructed strings, unsorted SETs, and universal primitives that are not in their one DER form.
 * Linear in the size of the input.
 *
 * @param what names the thing in the error, such as `certificate`
 * @throws ReleaseSigningError `der-invalid` or `limit-exceeded`
 */
export function parseDer(bytes: Uint8Array, what: string, bounds: DerBounds = {}): DerElement {
  const maximum = bounds.bytes ?? limits.certificateBytes
  if (bytes.length > maximum) {
    throw new ReleaseSigningError('limit-exceeded', `${what}: ${bytes.length} bytes, at most ${maximum} are read`)
  }
  const parser = new Parser(bytes, what, bounds.nodes ?? limits.derNodes)
  const element = parser.element(0, bytes.length, 1)
  if (element.end !== bytes.length) throw parser.invalid(element.end, 'trailing bytes after the outermost element')
  return element
}

const invalidAt = (what: string, offset: number, problem: string): ReleaseSigningError =>
  new ReleaseSigningError('der-invalid', `${what}: not DER at byte ${offset}: ${problem}`, { rule: 'ITU-T X.690' })

const none: readonly Element[] = []

/** Views are made when they are asked for: most elements are only walked through. */
class Element implements DerElement {
  readonly tag: number
  readonly children: readonly Element[]
  /** Where it ends in the source. */
  readonly end: number
  readonly #source: Uint8Array
  readonly #start: number
  readonly #contentStart: number

  constructor(source: Uint8Array, start: number, contentStart: number, end: number, children: readonly Element[]) {
    this.tag = source[start] ?? 0
    this.children = children
    this.end = end
    this.#source = source
    this.#start = start
    this.#contentStart = contentStart
  }

  get bytes(): Uint8Array {
    return this.#source.subarray(this.#start, this.end)
  }

  get content(): Uint8Array {
    return this.#source.subarray(this.#contentStart, this.end)
  }
}

class Parser {
  readonly #bytes: Uint8Array
  readonly #what: string
  #nodesLeft: number

  constructor(bytes: Uint8Array, what: string, nodes: number) {
    this.#bytes = bytes
    this.#what = what
    this.#nodesLeft = nodes
  }

  readonly invalid = (offset: number, problem: string): ReleaseSigningError => invalidAt(this.#what, offset, problem)

  element(start: number, end: number, depth: number): Element {
    if (--this.#nodesLeft < 0) {
      throw new ReleaseSigningError('limit-exceeded', `${this.#what}: too many DER elements`)
    }
    if (depth > limits.derDepth) {
      throw new ReleaseSigningError('limit-exceeded', `${this.#what}: DER nested more than ${limits.derDepth} deep`)
    }
    const identifier = this.#bytes[start]
    if (identifier === undefined || start >= end) throw this.invalid(start, 'an element is missing')
    if ((identifier & 0x1f) === 0x1f) throw this.invalid(start, 'tag number above 30')
    if (identifier === 0) throw this.invalid(start, 'end-of-contents octets')
    const { contentStart, contentEnd } = contentRange(this.#bytes, start + 1, end, this.invalid)
    const universal = (identifier & 0xc0) === 0
    const constructed = (identifier & 0x20) !== 0
    if (!constructed) {
      const problem = universal ? checkPrimitive(identifier, this.#bytes.subarray(contentStart, contentEnd)) : undefined
      if (problem !== undefined) throw this.invalid(start, problem)
      return new Element(this.#bytes, start, contentStart, contentEnd, none)
    }
    if (universal && identifier !== tag.sequence && identifier !== tag.set) {
      throw this.invalid(start, `constructed encoding of universal tag ${identifier & 0x1f}`)
    }
    const children: Element[] = []
    for (let offset = contentStart; offset < contentEnd; ) {
      const child = this.element(offset, contentEnd, depth + 1)
      children.push(child)
      offset = child.end
    }
    if (identifier === tag.set && !isSorted(children)) throw this.invalid(start, 'SET elements out of order')
    return new Element(this.#bytes, start, contentStart, contentEnd, children)
  }
}

/** Where the content of an element lies whose length octets begin at `start`; it must end by `end`. */
function contentRange(
  bytes: Uint8Array,
  start: number,
  end: number,
  invalid: (offset: number, problem: string) => ReleaseSigningError,
): { contentStart: number; contentEnd: number } {
  const first = start < end ? bytes[start] : undefined
  if (first === undefined) throw invalid(start, 'the length is missing')
  let contentStart = start + 1
  let length = first
  if (first === 0x80) throw invalid(start, 'indefinite length')
  if (first > 0x80) {
    const octets = first & 0x7f
    if (octets > 4) throw invalid(start, `length of ${octets} octets`)
    if (contentStart + octets > end) throw invalid(start, 'the length is cut short')
    length = 0
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[contentStart + i] ?? 0)
    if (length < 0x80 || length < 256 ** (octets - 1)) throw invalid(start, 'length not in its shortest form')
    contentStart += octets
  }
  const contentEnd = contentStart + length
  if (contentEnd > end) throw invalid(start, `length ${length} reaches past the end`)
  return { contentStart, contentEnd }
}

/** An element whose content has not been looked at. */
export interface DerSlice {
  readonly tag: number
  readonly bytes: Uint8Array
  readonly content: Uint8Array
}

/**
 * The elements that lie one after another in `bytes`, lazily and without looking into them: for lists too long to be
 * held as a tree. Whoever takes one parses it with `parseDer`.
 *
 * @param most how many there may be
 */
export function* splitDer(bytes: Uint8Array, what: string, most: number): Generator<DerSlice, void> {
  const invalid = (offset: number, problem: string) => invalidAt(what, offset, problem)
  let left = most
  for (let offset = 0; offset < bytes.length; ) {
    if (--left < 0) throw new ReleaseSigningError('limit-exceeded', `${what}: too many DER elements`)
    const { contentStart, contentEnd } = contentRange(bytes, offset + 1, bytes.length, invalid)
    yield {
      tag: bytes[offset] ?? 0,
      bytes: bytes.subarray(offset, contentEnd),
      content: bytes.subarray(contentStart, contentEnd),
    }
    offset = contentEnd
  }
}

/**
 * One level of a constructed element: its elements, none of them looked into.
 *
 * @param most how many there may be
 */
export const openDer = (
  { content }: DerSlice,
  what: string,
  most: number,
): { readonly children: readonly DerSlice[] } => ({
  children: [...splitDer(content, what, most)],
})

/**
 * Whether encodings stand in DER order (X.690 sections 10.3 and 11.6). Exported for SETs under an implicit tag, which
 * the parser cannot know to be SETs.
 */
export function isSorted(elements: readonly DerSlice[]): boolean {
  return elements.every((element, i) => {
    const previous = elements[i - 1]
    return previous === undefined || compareBytes(previous.bytes, element.bytes) <= 0
  })
}
