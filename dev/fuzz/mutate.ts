import { concatBytes } from '../../src/core/bytes.ts'
import { type DerElement, parseDer } from '../../src/core/der/reader.ts'
import { tag } from '../../src/core/der/tag.ts'
import { der } from '../../src/core/der/writer.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import type { Random } from './random.ts'

/** Octets at which parsers change their minds. */
const notable = [
  0x00, 0x01, 0x02, 0x03, 0x05, 0x06, 0x0c, 0x1f, 0x20, 0x30, 0x31, 0x7f, 0x80, 0x81, 0x84, 0xa0, 0xa3, 0xff,
]

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array

const splice = (bytes: Uint8Array, start: number, removed: number, added: Uint8Array): Uint8Array =>
  concatBytes(bytes.subarray(0, start), added, bytes.subarray(start + removed))

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    const at = random.below(bytes.length)
    return bytes.length === 0 ? random.bytes(1) : bytes.with(at, (bytes[at] ?? 0) ^ (1 << random.below(8)))
  },
  (bytes, random) => (bytes.length === 0 ? bytes : bytes.with(random.below(bytes.length), random.pick(notable))),
  (bytes, random) => splice(bytes, random.below(bytes.length + 1), 0, random.bytes(1 + random.below(4))),
  (bytes, random) => splice(bytes, random.below(bytes.length), 1 + random.below(4), new Uint8Array()),
  (bytes, random) => bytes.slice(0, random.below(bytes.length + 1)),
  (bytes, random) => {
    const start = random.below(bytes.length)
    const length = random.below(Math.min(64, bytes.length - start) + 1)
    return splice(bytes, random.below(bytes.length + 1), 0, bytes.slice(start, start + length))
  },
  (bytes, random, others) => {
    const other = random.pick(others)
    const start = random.below(other.length)
    const piece = other.slice(start, start + random.below(64))
    return splice(bytes, random.below(bytes.length + 1), random.below(piece.length + 1), piece)
  },
]

/** One to three changes to bytes as bytes. */
export function mutateBytes(bytes: Uint8Array, random: Random, others: readonly Uint8Array[] = [bytes]): Uint8Array {
  let mutant = bytes
  for (let i = 1 + random.below(3); i > 0; i--) mutant = random.pick(mutations)(mutant, random, others)
  return mutant
}

/**
 * One change to an element somewhere in a DER encoding, with all lengths around it put right, so that what is deep inside
 * is reached. Looks into OCTET STRINGs and BIT STRINGs that hold DER. What is no DER is mutated as bytes.
 */
export function mutateTree(bytes: Uint8Array, random: Random): Uint8Array {
  const element = readDer(bytes)
  if (element === undefined) return mutateBytes(bytes, random)
  const target = random.below(countOf(element))
  let index = -1
  const encode = (current: DerElement): Uint8Array => {
    index++
    if (index === target) return mutateElement(current, random)
    const inner = innerOf(current)
    if (inner === undefined)
      return current.children.length === 0 ? current.bytes : der(current.tag, ...current.children.map(encode))
    return der(current.tag, ...(current.tag === tag.bitString ? [Uint8Array.of(0)] : []), encode(inner))
  }
  return encode(element)
}

function mutateElement(element: DerElement, random: Random): Uint8Array {
  const children = element.children.map((child) => child.bytes)
  switch (random.below(children.length > 0 ? 7 : 4)) {
    case 0:
      return der(element.tag, mutateBytes(element.content, random))
    case 1:
      return der(random.pick(notable) || 1, element.content)
    case 2:
      return concatBytes(element.bytes, element.bytes)
    case 3:
      return new Uint8Array()
    case 4:
      return der(element.tag, ...children.toSpliced(random.below(children.length), 1))
    case 5: {
      const [first, second] = [random.below(children.length), random.below(children.length)]
      const swapped = children.with(first, random.pick([children[second] ?? element.bytes]))
      return der(element.tag, ...swapped.with(second, children[first] ?? element.bytes))
    }
    default:
      return der(element.tag, ...children.toSpliced(random.below(children.length), 0, random.pick(children)))
  }
}

function innerOf(element: DerElement): DerElement | undefined {
  if (element.tag === tag.octetString) return readDer(element.content)
  return element.tag === tag.bitString && element.content[0] === 0 ? readDer(element.content.subarray(1)) : undefined
}

function countOf(element: DerElement): number {
  const inner = innerOf(element)
  const below = inner === undefined ? element.children : [inner]
  return below.reduce((sum, child) => sum + countOf(child), 1)
}

function readDer(bytes: Uint8Array): DerElement | undefined {
  try {
    return bytes.length > 1 ? parseDer(bytes, 'seed') : undefined
  } catch (error) {
    if (error instanceof ReleaseSigningError) return undefined
    throw error
  }
}
