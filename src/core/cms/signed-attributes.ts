import type { SignatureAlgorithm } from '../algorithm.ts'
import { equalBytes } from '../bytes.ts'
import { timeOf } from '../der/fields.ts'
import { type DerElement, type DerSlice, parseDer } from '../der/reader.ts'
import { contextConstructed, tag } from '../der/tag.ts'
import { objectIdentifier, retag, sequence, time } from '../der/writer.ts'
import { attributeType, readAttributes, singleValue } from './attributes.ts'
import { oid } from './object-identifier.ts'
import { refusal } from './refusal.ts'

/** What the signer signed. */
export interface SignedAttributes {
  readonly messageDigest: Uint8Array
  /** A claim: decides nothing. */
  readonly signingTime: Date
  /** The certificate that the signer says is its own (RFC 5035 section 4). */
  readonly signer: SignerReference
}

export interface SignerReference {
  /** SHA-256 of the certificate. */
  readonly certificateHash: Uint8Array
  /** DER IssuerAndSerialNumber (RFC 5652 section 10.2.4). */
  readonly issuerAndSerialNumber: Uint8Array
}

/** Always and only these five are signed. */
const types = {
  contentType: attributeType(oid.contentType),
  messageDigest: attributeType(oid.messageDigest),
  signingTime: attributeType(oid.signingTime),
  signingCertificateV2: attributeType(oid.signingCertificateV2),
  CMSAlgorithmProtection: attributeType(oid.algorithmProtection),
} as const
type AttributeName = keyof typeof types

const dataType = objectIdentifier(oid.data)

/**
 * @param element the signed attributes under their implicit tag
 * @param algorithm what the signer is said to have signed with
 */
export function readSignedAttributes(element: DerSlice, algorithm: SignatureAlgorithm): SignedAttributes {
  const attributes = readAttributes(element, 'signed attributes')
  const known = new Set<string>(Object.values(types))
  if (attributes.some(({ type }) => !known.has(type))) {
    throw refusal('cms-attribute-unexpected', 'CMS has a signed attribute beyond the five of the profile')
  }
  const value = (name: AttributeName): DerSlice => {
    const [attribute, ...more] = attributes.filter(({ type }) => type === types[name])
    if (attribute === undefined) throw refusal('cms-attribute-missing', `signed attribute ${name} is missing`)
    if (more.length > 0) throw refusal('cms-attribute-duplicate', `signed attribute ${name} is there more than once`)
    return singleValue(attribute, 'cms-attribute-values', `signed attribute ${name}`)
  }

  if (!equalBytes(value('contentType').bytes, dataType)) {
    throw refusal('cms-attribute-content-type', 'signed attribute contentType is not id-data')
  }
  if (!equalBytes(value('CMSAlgorithmProtection').bytes, algorithmProtection(algorithm))) {
    throw refusal('cms-algorithm-protection', 'CMSAlgorithmProtection names other algorithms than CMS does')
  }
  return {
    messageDigest: readMessageDigest(value('messageDigest'), algorithm),
    signingTime: readSigningTime(value('signingTime')),
    signer: readSignerReference(value('signingCertificateV2')),
  }
}

/** RFC 6211 section 2. */
export const algorithmProtection = ({ hash, identifier }: SignatureAlgorithm): Uint8Array =>
  sequence(hash.identifier, retag(identifier, contextConstructed(1)))

function readMessageDigest(element: DerSlice, algorithm: SignatureAlgorithm): Uint8Array {
  if (element.tag !== tag.octetString || element.content.length !== algorithm.hash.length) {
    throw refusal('cms-attribute-invalid', `messageDigest is not a digest of ${algorithm.hash.length} bytes`)
  }
  return element.content
}

function readSigningTime(element: DerSlice): Date {
  const date = timeOf(parseDer(element.bytes, 'signingTime'), 'signingTime')
  // UTCTime through 2049, GeneralizedTime after: there is one encoding of each instant (RFC 5652 section 11.3).
  if (!equalBytes(time(date), element.bytes)) {
    throw refusal('cms-attribute-invalid', 'signingTime is not in the form that its year asks for')
  }
  return date
}

/** One ESSCertIDv2 with SHA-256, which is the default and so not written, and with its issuerSerial; no policies. */
function readSignerReference({ bytes }: DerSlice): SignerReference {
  const element = parseDer(bytes, 'signingCertificateV2')
  const [identifiers, ...policies] = childrenOf(element, tag.sequence)
  const [identifier, ...others] = childrenOf(identifiers, tag.sequence)
  const [hash, issuerSerial, ...rest] = childrenOf(identifier, tag.sequence)
  const [issuer, serialNumber, ...more] = childrenOf(issuerSerial, tag.sequence)
  const [directoryName, ...otherNames] = childrenOf(issuer, tag.sequence)
  const [name, ...otherContent] = childrenOf(directoryName, contextConstructed(4))
  const surplus = [policies, others, rest, more, otherNames, otherContent]
  if (
    surplus.some(({ length }) => length > 0) ||
    hash?.tag !== tag.octetString ||
    hash.content.length !== 32 ||
    name?.tag !== tag.sequence ||
    serialNumber?.tag !== tag.integer
  ) {
    throw invalidReference()
  }
  return { certificateHash: hash.content, issuerAndSerialNumber: sequence(name.bytes, serialNumber.bytes) }
}

const invalidReference = () =>
  refusal('cms-attribute-invalid', 'signingCertificateV2 is not one SHA-256 hash with issuer and serial number')

function childrenOf(element: DerElement | undefined, expected: number): readonly DerElement[] {
  if (element?.tag !== expected) throw invalidReference()
  return element.children
}
