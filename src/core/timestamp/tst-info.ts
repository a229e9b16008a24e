import { type Hash, hashByAlgorithmIdentifier } from '../algorithm.ts'
import { booleanOf, expectTag, fieldsOf, integerOf, objectIdentifierOf, smallIntegerOf } from '../der/fields.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type GeneralName, parseGeneralName } from '../x509/general-name.ts'

/** What a time-stamp token says (RFC 3161 section 2.4.2). */
export interface TstInfo {
  /** Dotted decimal. */
  readonly policy: string
  readonly imprint: { readonly hash: Hash; readonly digest: Uint8Array }
  /** Some authorities number with negative ones. */
  readonly serial: bigint
  /** To the millisecond, rounded down. */
  readonly genTime: Date
  /** genTime less the accuracy, to the millisecond, rounded down. */
  readonly earliest: Date
  /** genTime with the accuracy, to the millisecond, rounded up. */
  readonly latest: Date
  readonly nonce: bigint | undefined
  /** Whom it says to be the authority. */
  readonly tsa: GeneralName | undefined
}

const what = 'time stamp'

/** @throws ReleaseSigningError `timestamp-invalid`, `der-invalid`, `name-malformed`, `algorithm-unknown` or `limit-exceeded` */
export function parseTstInfo(bytes: Uint8Array): TstInfo {
  const root = expectTag(parseDer(bytes, what, { bytes: limits.timestampBytes }), tag.sequence, what)
  const fields = fieldsOf(root, what)
  if (smallIntegerOf(fields.required(tag.integer, 'version'), 'time stamp version') !== 1) {
    throw new ReleaseSigningError('timestamp-invalid', 'time stamp: its version is not 1', { rule })
  }
  const policy = objectIdentifierOf(fields.required(tag.objectIdentifier, 'policy'), 'time stamp policy')
  const imprint = imprintOf(fields.required(tag.sequence, 'messageImprint'))
  const serial = integerOf(fields.required(tag.integer, 'serialNumber'), 'time stamp serial number')
  const microseconds = generalizedTimeOf(fields.required(tag.generalizedTime, 'genTime'))
  const accuracy = fields.optional(tag.sequence)
  const margin = accuracy === undefined ? 0 : accuracyOf(accuracy)
  const ordering = fields.optional(tag.boolean)
  if (ordering !== undefined && !booleanOf(ordering, 'time stamp ordering')) {
    throw new ReleaseSigningError('der-invalid', 'time stamp: ordering is encoded with its default value')
  }
  const nonce = fields.optional(tag.integer)
  const tsa = fields.optional(contextConstructed(0))
  const extensions = fields.optional(contextConstructed(1))
  if (extensions !== undefined) checkExtensions(extensions)
  fields.end()
  return {
    policy,
    imprint,
    serial,
    genTime: new Date(Math.floor(microseconds / 1000)),
    earliest: new Date(Math.floor((microseconds - margin) / 1000)),
    latest: new Date(Math.ceil((microseconds + margin) / 1000)),
    nonce: nonce === undefined ? undefined : integerOf(nonce, 'time stamp nonce'),
    tsa: tsa === undefined ? undefined : authorityNameOf(tsa),
  }
}

const rule = 'RFC 3161 section 2.4.2'

function imprintOf(element: DerElement): TstInfo['imprint'] {
  const fields = fieldsOf(element, 'time stamp messageImprint')
  const hash = hashByAlgorithmIdentifier(fields.required(tag.sequence, 'hashAlgorithm').bytes, 'time stamp')
  const digest = fields.required(tag.octetString, 'hashedMessage').content
  fields.end()
  if (digest.length !== hash.length) {
    throw new ReleaseSigningError('timestamp-invalid', 'time stamp: the imprint is not as long as its hash', { rule })
  }
  return { hash, digest }
}

/** Microseconds since 1970. Fractions of any length, without trailing zeros; what lies beyond microseconds is dropped. */
function generalizedTimeOf(element: DerElement): number {
  const text = element.content.length > 40 ? '' : String.fromCharCode(...element.content)
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d*[1-9]))?Z$/.exec(text)
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '', fraction = ''] = match ?? []
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}`
  const date = new Date(`${iso}Z`)
  // A day that its month does not have is rolled into the next month.
  if (match === null || Number.isNaN(date.getTime()) || date.toISOString() !== `${iso}.000Z`) {
    throw new ReleaseSigningError(
      'timestamp-invalid',
      'time stamp: genTime is not a UTC time in the form of RFC 3161',
      {
        rule,
      },
    )
  }
  return date.getTime() * 1000 + Number(fraction.slice(0, 6).padEnd(6, '0'))
}

/** Microseconds. */
function accuracyOf(element: DerElement): number {
  const fields = fieldsOf(element, 'time stamp accuracy')
  const seconds = fields.optional(tag.integer)
  const millis = fields.optional(contextPrimitive(0))
  const micros = fields.optional(contextPrimitive(1))
  fields.end()
  const part = (field: DerElement | undefined, name: string): number => {
    if (field === undefined) return 0
    const value = smallIntegerOf(field, `time stamp accuracy ${name}`)
    if (value < 1 || value > 999) {
      throw new ReleaseSigningError('timestamp-invalid', `time stamp: accuracy of ${value} ${name}`, { rule })
    }
    return value
  }
  const whole = seconds === undefined ? 0 : smallIntegerOf(seconds, 'time stamp accuracy seconds')
  return whole * 1_000_000 + part(millis, 'millis') * 1000 + part(micros, 'micros')
}

function authorityNameOf(tsa: DerElement): GeneralName {
  const fields = fieldsOf(tsa, 'time stamp tsa')
  const name = parseGeneralName(fields.any('GeneralName'), 'time stamp tsa')
  fields.end()
  return name
}

/** None is known, so a critical one is a refusal. */
function checkExtensions(extensions: DerElement): void {
  if (extensions.children.length === 0) throw new ReleaseSigningError('der-invalid', 'time stamp: empty extensions')
  for (const extension of extensions.children) {
    const fields = fieldsOf(expectTag(extension, tag.sequence, 'time stamp extension'), 'time stamp extension')
    const oid = objectIdentifierOf(fields.required(tag.objectIdentifier, 'extnID'), 'time stamp extension')
    const critical = fields.optional(tag.boolean)
    fields.required(tag.octetString, 'extnValue')
    fields.end()
    if (critical !== undefined) {
      throw new ReleaseSigningError('timestamp-invalid', `time stamp: critical extension ${oid} is not known`, { rule })
    }
  }
}
