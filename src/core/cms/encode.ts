import type { SignatureAlgorithm } from '../algorithm.ts'
import { digest } from '../crypto.ts'
import { contextConstructed } from '../der/tag.ts'
import { der, integer, objectIdentifier, octetString, retag, sequence, setOf, time } from '../der/writer.ts'
import { attributeEncoder } from './attributes.ts'
import { oid } from './object-identifier.ts'
import { algorithmProtection } from './signed-attributes.ts'

/** What is needed of the signer's certificate. */
export interface SignerCertificate {
  readonly der: Uint8Array
  readonly issuer: { readonly der: Uint8Array }
  readonly serial: bigint
}

/** What every sidecar of one signer has in common. */
export interface CmsSigner {
  readonly algorithm: SignatureAlgorithm
  readonly signer: SignerCertificate
  /** DER as received; the signer's own is added. The root is left out by the caller. */
  readonly intermediates: readonly Uint8Array[]
}

/** Writes sidecars of one signer. */
export interface CmsEncoder {
  /**
   * The signed attributes of our profile as the DER SET OF that is signed (RFC 5652 section 5.4).
   *
   * @param messageDigest of the artifact, by the algorithm's hash
   * @param signingTime a claim: verification does not go by it
   */
  signedAttributes(messageDigest: Uint8Array, signingTime: Date): Uint8Array
  /**
   * The detached SignedData, DER (RFC 5652 section 5.1), inside its ContentInfo.
   *
   * @param signedAttributes as made above
   * @param timestampToken RFC 3161 token over the signature value, DER
   */
  signedData(signedAttributes: Uint8Array, signature: Uint8Array, timestampToken?: Uint8Array): Uint8Array
}

const encodeMessageDigest = attributeEncoder(oid.messageDigest)
const encodeSigningTime = attributeEncoder(oid.signingTime)
const encodeTimestampToken = attributeEncoder(oid.timeStampToken)

/** What is the same in all sidecars is encoded once. */
export function createCmsEncoder({ algorithm, signer, intermediates }: CmsSigner): CmsEncoder {
  const data = objectIdentifier(oid.data)
  const version = integer(1)
  const serialNumber = integer(signer.serial)
  const directoryName = der(contextConstructed(4), signer.issuer.der)
  // ESSCertIDv2's hashAlgorithm is left out: SHA-256 is its default.
  const certificateId = sequence(
    octetString(digest('sha256', signer.der)),
    sequence(sequence(directoryName), serialNumber),
  )
  const commonAttributes = [
    attributeEncoder(oid.contentType)(data),
    attributeEncoder(oid.signingCertificateV2)(sequence(sequence(certificateId))),
    attributeEncoder(oid.algorithmProtection)(algorithmProtection(algorithm)),
  ]
  const signerIdentifier = sequence(signer.issuer.der, serialNumber)
  const certificates = setOf([signer.der, ...intermediates], contextConstructed(0))
  const digestAlgorithms = setOf([algorithm.hash.identifier])
  const encapsulatedContent = sequence(data)
  const signedDataType = objectIdentifier(oid.signedData)

  return {
    signedAttributes: (messageDigest, signingTime) =>
      setOf([
        ...commonAttributes,
        encodeMessageDigest(octetString(messageDigest)),
        encodeSigningTime(time(signingTime)),
      ]),
    signedData(signedAttributes, signature, timestampToken) {
      const unsigned = timestampToken === undefined ? [] : [encodeTimestampToken(timestampToken)]
      const signerInfo = sequence(
        version,
        signerIdentifier,
        algorithm.hash.identifier,
        retag(signedAttributes, contextConstructed(0)),
        algorithm.identifier,
        octetString(signature),
        ...(unsigned.length === 0 ? [] : [setOf(unsigned, contextConstructed(1))]),
      )
      const content = sequence(version, digestAlgorithms, encapsulatedContent, certificates, setOf([signerInfo]))
      return sequence(signedDataType, der(contextConstructed(0), content))
    },
  }
}
