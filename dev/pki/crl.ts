import { contextConstructed } from '../../src/core/der/tag.ts'
import { der, integer, sequence, time } from '../../src/core/der/writer.ts'
import { type SigningChoices, signed } from './certificate.ts'
import { type Extension, encodeExtension, extension } from './extension.ts'
import type { TestKey } from './key.ts'

/** CRLReason codes (RFC 5280 section 5.3.1). */
export const reason = {
  unspecified: 0,
  keyCompromise: 1,
  cACompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
  removeFromCRL: 8,
  privilegeWithdrawn: 9,
  aACompromise: 10,
} as const
export type Reason = keyof typeof reason

export interface RevokedEntry {
  readonly serial: bigint | Uint8Array
  readonly date: Date | Uint8Array
  readonly reason?: Reason
  readonly invalidityDate?: Date
  /** GeneralNames: the entry is of this issuer (indirect CRLs). */
  readonly certificateIssuer?: readonly Uint8Array[]
  readonly extensions?: readonly Extension[]
}

export interface CrlFields {
  /** Default 1, which is v2; null leaves the field out, which is v1. */
  readonly version?: number | null
  readonly signature?: Uint8Array
  readonly issuer: Uint8Array
  readonly thisUpdate: Date | Uint8Array
  /** null leaves it out. */
  readonly nextUpdate: Date | Uint8Array | null
  readonly revoked: readonly RevokedEntry[]
  readonly extensions: readonly Extension[]
  readonly trailing?: readonly Uint8Array[]
}

function encodeEntry(entry: RevokedEntry): Uint8Array {
  const extensions = [
    ...(entry.reason === undefined ? [] : [extension.reasonCode(reason[entry.reason])]),
    ...(entry.invalidityDate === undefined ? [] : [extension.invalidityDate(entry.invalidityDate)]),
    ...(entry.certificateIssuer === undefined ? [] : [extension.certificateIssuer(...entry.certificateIssuer)]),
    ...(entry.extensions ?? []),
  ]
  return sequence(
    entry.serial instanceof Uint8Array ? entry.serial : integer(entry.serial),
    entry.date instanceof Uint8Array ? entry.date : time(entry.date),
    ...(extensions.length === 0 ? [] : [sequence(...extensions.map(encodeExtension))]),
  )
}

export function encodeTbsCertList(fields: CrlFields, identifier: Uint8Array): Uint8Array {
  const { version = 1, thisUpdate, nextUpdate, revoked, extensions } = fields
  return sequence(
    ...(version === null ? [] : [integer(version)]),
    fields.signature ?? identifier,
    fields.issuer,
    thisUpdate instanceof Uint8Array ? thisUpdate : time(thisUpdate),
    ...(nextUpdate === null ? [] : [nextUpdate instanceof Uint8Array ? nextUpdate : time(nextUpdate)]),
    ...(revoked.length === 0 ? [] : [sequence(...revoked.map(encodeEntry))]),
    ...(extensions.length === 0 ? [] : [der(contextConstructed(0), sequence(...extensions.map(encodeExtension)))]),
    ...(fields.trailing ?? []),
  )
}

export const encodeCrl = (fields: CrlFields, key: TestKey, choices: SigningChoices = {}): Uint8Array =>
  signed((identifier) => encodeTbsCertList(fields, identifier), key, choices)
