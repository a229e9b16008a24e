import type { SignatureAlgorithm } from '../../algorithm.ts'
import { contextConstructed } from '../../der/tag.ts'
import { der, integer, sequence, time } from '../../der/writer.ts'
import { encodeExtensions } from './extension.ts'

/** What is to be certified (RFC 5280 section 4.1). */
export interface CertificateFields {
  readonly serial: bigint
  /** DER Name, byte for byte the issuer's subject. */
  readonly issuer: Uint8Array
  readonly notBefore: Date
  readonly notAfter: Date
  /** DER Name. */
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Extensions, DER. */
  readonly extensions: readonly Uint8Array[]
}

/** TBSCertificate of version 3, DER. */
export const encodeTbsCertificate = (fields: CertificateFields, algorithm: SignatureAlgorithm): Uint8Array =>
  sequence(
    der(contextConstructed(0), integer(2)),
    integer(fields.serial),
    algorithm.identifier,
    fields.issuer,
    sequence(time(fields.notBefore), time(fields.notAfter)),
    fields.subject,
    fields.publicKey,
    ...encodeExtensions(3, fields.extensions),
  )

/**
 * A serial number of 20 octets, as long as RFC 5280 section 4.1.2.2 allows: all of them random, but for the sign bit.
 *
 * @param random 20 octets
 */
export function serialOf(random: Uint8Array): bigint {
  const serial = random.reduce((value, octet) => (value << 8n) | BigInt(octet), 0n)
  return BigInt.asUintN(159, serial)
}
