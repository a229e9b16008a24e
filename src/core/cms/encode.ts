import type { SignatureAlgorithm } from '../algorithm.ts'
import { digest } from '../crypto.ts'
import { contextConstructed } from '../der/tag.ts'
import { der, integer, objectIdentifier, octetString, retag, sequence, setOf, time } from '../der/writer.ts'
import { encodeAttribute } from './attributes.ts'
import { oid } from './object-identifier.ts'
import { algorithmProtection } from './signed-attributes.ts'

/** What is needed of the signer's certificate. */
export interface SignerCertificate {
  readonly der: Uint8Array
  readonly issuer: { readonly der: Uint8Array }
  readonly serial: bigint
}

export interface SignedAttributesInput {
  readonly algorithm: SignatureAlgorithm
  /** Of the artifact, by the algorithm's hash. */
  readonly messageDigest: Uint8Array
  /** A claim: verification does not go by it. */
  readonly signingTime: Date
  readonly signer: SignerCertificate
}

export interface SignedDataInput {
  readonly algorithm: SignatureAlgorithm
  /** As `signedAttributes` made it. */
  readonly signedAttributes: Uint8Array
  readonly signature: Uint8Array
  readonly signer: SignerCertificate
  /** DER as received; the signer's own is added. The root is left out by the caller. */
  readonly intermediates: readonly Uint8Array[]
  /** RFC 3161 token over the signature value, DER. */
  readonly timestampToken?: Uint8Array | undefined
}

/**
 * The signed attributes of our profile as the DER SET OF that is signed (RFC 5652 section 5.4): contentType,
 * messageDigest, signingTime, signingCertificateV2 (RFC 5035) and CMSAlgorithmProtection (RFC 6211).
 */
export function signedAttributes({ algorithm, messageDigest, signingTime, signer }: SignedAttributesInput): Uint8Array {
  const directoryName = der(contextConstructed(4), signer.issuer.der)
  // ESSCertIDv2's hashAlgorithm is left out: SHA-256 is its default.
  const certificateId = sequence(
    octetString(digest('sha256', signer.der)),
    sequence(sequence(directoryName), integer(signer.serial)),
  )
  return setOf([
    encodeAttribute(oid.contentType, objectIdentifier(oid.data)),
    encodeAttribute(oid.messageDigest, octetString(messageDigest)),
    encodeAttribute(oid.signingTime, time(signingTime)),
    encodeAttribute(oid.signingCertificateV2, sequence(sequence(certificateId))),
    encodeAttribute(oid.algorithmProtection, algorithmProtection(algorithm)),
  ])
}

/** The detached SignedData of our profile, DER (RFC 5652 section 5.1), inside its ContentInfo. */
export function encodeSignedData(input: SignedDataInput): Uint8Array {
  const { algorithm, signer, timestampToken } = input
  const signerInfo = sequence(
    integer(1),
    sequence(signer.issuer.der, integer(signer.serial)),
    algorithm.hash.identifier,
    retag(input.signedAttributes, contextConstructed(0)),
    algorithm.identifier,
    octetString(input.signature),
    ...(timestampToken === undefined
      ? []
      : [setOf([encodeAttribute(oid.timeStampToken, timestampToken)], contextConstructed(1))]),
  )
  const signedData = sequence(
    integer(1),
    setOf([algorithm.hash.identifier]),
    sequence(objectIdentifier(oid.data)),
    setOf([signer.der, ...input.intermediates], contextConstructed(0)),
    setOf([signerInfo]),
  )
  return sequence(objectIdentifier(oid.signedData), der(contextConstructed(0), signedData))
}
