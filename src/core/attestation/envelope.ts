import { concatBytes, utf8 } from '../bytes.ts'

/** What the payload of our envelopes is (in-toto attestation framework, envelope layer). */
export const payloadType = 'application/vnd.in-toto+json'

/** A DSSE envelope (secure-systems-lab/dsse, envelope.md) with its one signature. */
export interface Envelope {
  readonly payload: Uint8Array
  readonly signature: Uint8Array
}

/**
 * The pre-authentication encoding of a payload of ours: what is signed (secure-systems-lab/dsse, protocol.md). Its first
 * bytes tell it from everything else that a signing key is asked to sign.
 */
export const preAuthenticationEncoding = (payload: Uint8Array): Uint8Array =>
  concatBytes(utf8(`DSSEv1 ${utf8(payloadType).length} ${payloadType} ${payload.length} `), payload)
