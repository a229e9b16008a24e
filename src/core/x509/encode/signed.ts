import type { SignatureAlgorithm } from '../../algorithm.ts'
import { digest } from '../../crypto.ts'
import { bitString, sequence } from '../../der/writer.ts'
import type { PublicKey } from '../public-key.ts'

/** `SEQUENCE { toBeSigned, AlgorithmIdentifier, BIT STRING }`, as certificates, CRLs and requests are. */
export const encodeSigned = (
  toBeSigned: Uint8Array,
  algorithm: SignatureAlgorithm,
  signature: Uint8Array,
): Uint8Array => sequence(toBeSigned, algorithm.identifier, bitString(signature))

/** The leftmost 160 bits of the SHA-256 of the key's own octets (RFC 7093 section 2, method 1). */
export const keyIdentifierOf = ({ octets }: Pick<PublicKey, 'octets'>): Uint8Array =>
  digest('sha256', octets).subarray(0, 20)
