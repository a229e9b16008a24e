import { expectTag, fieldsOf, smallIntegerOf } from '../der/fields.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'

const failures: ReadonlyMap<number, string> = new Map([
  [0, 'badAlg'],
  [2, 'badRequest'],
  [5, 'badDataFormat'],
  [14, 'timeNotAvailable'],
  [15, 'unacceptedPolicy'],
  [16, 'unacceptedExtension'],
  [17, 'addInfoNotAvailable'],
  [25, 'systemFailure'],
])

const what = 'time-stamp response'

/**
 * The token of a granted TimeStampResp (RFC 3161 section 2.4.2), as the bytes received.
 *
 * @throws ReleaseSigningError `timestamp-refused` with the server's reason, `timestamp-invalid`, `der-invalid`,
 * `limit-exceeded`
 */
export function tokenOfResponse(bytes: Uint8Array): Uint8Array {
  const root = expectTag(parseDer(bytes, what, { bytes: limits.timestampBytes }), tag.sequence, what)
  const fields = fieldsOf(root, what)
  const status = fieldsOf(fields.required(tag.sequence, 'status'), 'time-stamp status')
  const value = smallIntegerOf(status.required(tag.integer, 'status'), 'time-stamp status')
  const text = status.optional(tag.sequence)
  const failure = status.optional(tag.bitString)
  status.end()
  const token = fields.optional(tag.sequence)
  fields.end()
  // granted and grantedWithMods; the second is still checked in full against what was asked.
  if (value > 1) {
    const reasons = [...namesOf(failure), ...textsOf(text)]
    throw new ReleaseSigningError(
      'timestamp-refused',
      `the time-stamp server refused, status ${value}${reasons.length === 0 ? '' : `: ${reasons.join(', ')}`}`,
      { rule: 'RFC 3161 section 2.4.2' },
    )
  }
  if (token === undefined) {
    throw new ReleaseSigningError('timestamp-invalid', 'time-stamp response: granted, but without a token', {
      rule: 'RFC 3161 section 2.4.2',
    })
  }
  return token.bytes
}

function namesOf(failure: DerElement | undefined): string[] {
  // The parser has checked the padding; trailing zero bits, which some servers keep, change nothing.
  const octets = failure?.content.subarray(1) ?? new Uint8Array()
  return [...failures].flatMap(([bit, name]) => ((octets[bit >> 3] ?? 0) & (0x80 >> (bit & 7)) ? [name] : []))
}

function textsOf(text: DerElement | undefined): string[] {
  return (text?.children ?? []).slice(0, 4).map(({ content }) => new TextDecoder().decode(content.subarray(0, 256)))
}
