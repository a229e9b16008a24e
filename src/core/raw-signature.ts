import { utf8 } from './bytes.ts'
import { ReleaseSigningError } from './error.ts'

/** How many of an artifact's first bytes the guard looks at: an identifier, and the longest BER length there is. */
export const guardedBytes = 144

export interface ArtifactStart {
  readonly path: string
  readonly size: number
  /** The first `guardedBytes`, or all where there are fewer. */
  readonly start: Uint8Array
}

/**
 * Refuses to take an artifact for one whose own bytes are signed when they could be a form that a key signs in its own
 * right: a DSSE encoding, or any SET or SEQUENCE that fills the file, such as signed attributes, a certificate or a
 * request for one. Else a signature over it could be shown as one over something else. Looks at bytes, not through our
 * DER parser, since other parsers take more than DER.
 *
 * @throws ReleaseSigningError `artifact-self-describing`
 */
export function checkNotSelfDescribing({ path, size, start }: ArtifactStart): void {
  const dsse = utf8('DSSEv1 ')
  const isDsse = dsse.every((octet, i) => start[i] === octet)
  const isConstructed = (start[0] === 0x30 || start[0] === 0x31) && spansFile(start, size)
  if (!isDsse && !isConstructed) return
  throw new ReleaseSigningError(
    'artifact-self-describing',
    `${path}: its bytes could be ${isDsse ? 'a DSSE encoding' : 'a signed form or a certificate'}, which is never signed as such`,
    { hint: 'Sign it with cms or attestation, or put it into an archive.' },
  )
}

/** Whether the element that begins the file has a BER length (ITU-T X.690 section 8.1.3) that ends where the file does. */
function spansFile(start: Uint8Array, size: number): boolean {
  const first = start[1]
  if (first === undefined) return false
  if (first < 0x80) return size === 2 + first
  // Indefinite: where it ends, only its content tells.
  if (first === 0x80) return true
  const octets = first & 0x7f
  let length = 0n
  for (let i = 0; i < octets; i++) length = (length << 8n) | BigInt(start[2 + i] ?? 0)
  return BigInt(size) === BigInt(2 + octets) + length
}
