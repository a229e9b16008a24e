import type { Hash } from '../algorithm.ts'
import { bytesToHex } from '../bytes.ts'
import { derBoolean, integer, objectIdentifier, octetString, sequence } from '../der/writer.ts'

export interface TimeStampRequest {
  readonly hash: Hash
  /** The digest under `hash` of what is stamped; all that the authority learns. */
  readonly digest: Uint8Array
  /** Positive; ties the answer to this request. Made from fresh random bytes by the caller. */
  readonly nonce: bigint
  /** Dotted decimal; the authority's own choice where undefined. */
  readonly policy?: string | undefined
}

/** DER TimeStampReq (RFC 3161 section 2.4.1) that asks for the signer's certificate. */
export const encodeTimeStampRequest = ({ hash, digest, nonce, policy }: TimeStampRequest): Uint8Array =>
  sequence(
    integer(1),
    sequence(hash.identifier, octetString(digest)),
    ...(policy === undefined ? [] : [objectIdentifier(policy)]),
    integer(nonce),
    derBoolean(true),
  )

/** A positive nonce from eight random bytes; 63 bits are what every authority takes. */
export const nonceOf = (random: Uint8Array): bigint =>
  BigInt.asUintN(62, BigInt(`0x${bytesToHex(random)}`)) | (1n << 62n)

/** What `Content-Type` says of a request (RFC 3161 section 3.4). */
export const timeStampQueryType = 'application/timestamp-query'
