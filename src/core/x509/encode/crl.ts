import type { SignatureAlgorithm } from '../../algorithm.ts'
import { integer, sequence, time } from '../../der/writer.ts'
import { encodeExtensions, invalidityDate, reasonCode } from './extension.ts'

export interface CrlEntryFields {
  readonly serial: bigint
  readonly revocationDate: Date
  /** CRLReason; 0, unspecified, is not written (RFC 5280 section 5.3.1). */
  readonly reason: number
  readonly invalidityDate: Date | undefined
}

export interface CrlFields {
  /** DER Name, byte for byte the issuer's subject. */
  readonly issuer: Uint8Array
  readonly thisUpdate: Date
  readonly nextUpdate: Date
  readonly revoked: readonly CrlEntryFields[]
  /** Extensions, DER. */
  readonly extensions: readonly Uint8Array[]
}

/** TBSCertList of version 2, DER (RFC 5280 section 5.1). */
export const encodeTbsCertList = (fields: CrlFields, algorithm: SignatureAlgorithm): Uint8Array =>
  sequence(
    integer(1),
    algorithm.identifier,
    fields.issuer,
    time(fields.thisUpdate),
    time(fields.nextUpdate),
    // An empty list is left out (section 5.1.2.6).
    ...(fields.revoked.length === 0 ? [] : [sequence(...fields.revoked.map(encodeEntry))]),
    ...encodeExtensions(0, fields.extensions),
  )

function encodeEntry({ serial, revocationDate, reason, invalidityDate: invalidSince }: CrlEntryFields): Uint8Array {
  const extensions = [
    ...(reason === 0 ? [] : [reasonCode(reason)]),
    ...(invalidSince === undefined ? [] : [invalidityDate(invalidSince)]),
  ]
  return sequence(integer(serial), time(revocationDate), ...(extensions.length === 0 ? [] : [sequence(...extensions)]))
}
