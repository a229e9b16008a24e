import { type DerElement, parseDer } from '../../src/core/der/reader.ts'
import { der } from '../../src/core/der/writer.ts'

/** DER with one more element at the end of one of its constructed encodings. */
export interface Appended {
  /** Tags from the outermost to the one that was made longer, in hexadecimal. */
  readonly place: string
  readonly bytes: Uint8Array
}

/** The highest tag there is, so that a SET stays in order. */
const extra = der(0xde)

/** One for each constructed encoding, those in an OCTET STRING left alone. */
export function appendEverywhere(bytes: Uint8Array): readonly Appended[] {
  const inside = ({ tag: own, content, children }: DerElement, place: string): Appended[] => {
    const here = `${place}/${own.toString(16).padStart(2, '0')}`
    if ((own & 0x20) === 0) return []
    const longer = { place: here, bytes: der(own, content, extra) }
    const deeper = children.flatMap((child, i) =>
      inside(child, `${here}.${i}`).map((changed) => ({
        place: changed.place,
        bytes: der(own, ...children.map((one, j) => (i === j ? changed.bytes : one.bytes))),
      })),
    )
    return [longer, ...deeper]
  }
  return inside(parseDer(bytes, 'test'), '')
}
