import { algorithmByIdentifier, type SignatureAlgorithm } from '../algorithm.ts'
import { equalBytes } from '../bytes.ts'
import { fieldsOf } from '../der/fields.ts'
import { type DerSlice, isSorted, openDer, splitDer } from '../der/reader.ts'
import { contextConstructed, tag } from '../der/tag.ts'
import { integer, objectIdentifier, retag } from '../der/writer.ts'
import { limits } from '../limits.ts'
import { attributeType, readAttributes, singleValue } from './attributes.ts'
import { oid } from './object-identifier.ts'
import { refusal } from './refusal.ts'
import { readSignedAttributes, type SignedAttributes } from './signed-attributes.ts'

/** A detached SignedData in our profile: its shape is right and its parts agree; nothing is verified yet. */
export interface SignedData {
  readonly algorithm: SignatureAlgorithm
  /** The DER SET OF that is signed. */
  readonly signedBytes: Uint8Array
  readonly attributes: SignedAttributes
  readonly signature: Uint8Array
  /** The certificates as received, in the order of their bytes: material, never trust. */
  readonly certificates: readonly Uint8Array[]
  /** The time-stamp token over the signature value, DER, unread. */
  readonly timestampToken: Uint8Array | undefined
}

const bytesOf = {
  data: objectIdentifier(oid.data),
  signedData: objectIdentifier(oid.signedData),
  version1: integer(1),
}
/** More than any structure of CMS has. */
const fieldsAtMost = 16
const timeStampTokenType = attributeType(oid.timeStampToken)

/**
 * Reads a sidecar in exactly our profile (RFC 5652 narrowed, see docs/formats.md): strict DER, version 1, one digest
 * algorithm, detached id-data, certificates and no CRLs, one signer by issuer and serial number, the five signed
 * attributes once each. Every byte that decides is compared or parsed strictly; certificates, the time-stamp token and
 * unsigned attributes that are not known are passed on or over unopened.
 *
 * @throws ReleaseSigningError `der-invalid`, `limit-exceeded`, `algorithm-unknown` or one of the `cms-` codes
 */
export function parseSignedData(bytes: Uint8Array): SignedData {
  if (bytes.length > limits.cmsBytes) {
    throw refusal('limit-exceeded', `CMS of ${bytes.length} bytes, at most ${limits.cmsBytes} are read`)
  }
  const outermost = fieldsOf({ children: [...splitDer(bytes, 'CMS', 2)] }, 'CMS')
  const contentInfo = fieldsOf(open(outermost.any('ContentInfo'), tag.sequence, 'ContentInfo'), 'ContentInfo')
  outermost.end()
  const contentType = contentInfo.required(tag.objectIdentifier, 'contentType')
  if (!equalBytes(contentType.bytes, bytesOf.signedData)) throw refusal('cms-content-type', 'CMS is not a SignedData')
  const content = fieldsOf(open(contentInfo.any('content'), contextConstructed(0), 'content'), 'content')
  contentInfo.end()
  const fields = fieldsOf(open(content.any('SignedData'), tag.sequence, 'SignedData'), 'SignedData')
  content.end()

  const version = fields.required(tag.integer, 'version')
  const digestAlgorithms = open(fields.any('digestAlgorithms'), tag.set, 'digestAlgorithms').children
  readEncapsulatedContent(fields.any('encapContentInfo'))
  const certificates = readCertificates(fields.optional(contextConstructed(0)))
  if (fields.optional(contextConstructed(1)) !== undefined) throw refusal('cms-crls', 'CMS carries CRLs')
  const signerInfos = open(fields.any('signerInfos'), tag.set, 'signerInfos').children
  fields.end()

  const [signerInfo, ...otherSigners] = signerInfos
  if (signerInfo === undefined || otherSigners.length > 0) {
    throw refusal('cms-signer-count', `CMS has ${signerInfos.length} signers in place of one`)
  }
  const signer = readSignerInfo(signerInfo)
  const [digestAlgorithm, ...otherDigests] = digestAlgorithms
  if (
    digestAlgorithm === undefined ||
    otherDigests.length > 0 ||
    !equalBytes(digestAlgorithm.bytes, signer.algorithm.hash.identifier)
  ) {
    throw refusal('cms-digest-algorithms', 'CMS does not list exactly the digest algorithm of its signer')
  }
  // Last, since whatever raises the version (RFC 5652 section 5.1) is refused above, more precisely.
  requireVersion1(version, 'SignedData')
  return { ...signer, certificates }
}

function readEncapsulatedContent(element: DerSlice): void {
  const [type, ...content] = open(element, tag.sequence, 'encapContentInfo').children
  if (type === undefined || !equalBytes(type.bytes, bytesOf.data)) {
    throw refusal('cms-encapsulated-content-type', 'CMS signs a content type other than id-data')
  }
  if (content.length > 0) throw refusal('cms-content-attached', 'CMS carries its content: it must be detached')
}

function readCertificates(element: DerSlice | undefined): readonly Uint8Array[] {
  const children = element === undefined ? [] : openDer(element, 'certificates', limits.certificates).children
  if (children.length === 0) throw refusal('cms-certificates', 'CMS carries no certificate')
  if (children.some((child) => child.tag !== tag.sequence)) {
    throw refusal('cms-certificates', 'CMS carries something other than X.509 certificates among them')
  }
  if (!isSorted(children)) throw refusal('cms-certificates', 'certificates in CMS do not stand in DER order')
  return children.map(({ bytes }) => bytes)
}

function readSignerInfo(element: DerSlice): Omit<SignedData, 'certificates'> {
  const fields = fieldsOf(open(element, tag.sequence, 'SignerInfo'), 'SignerInfo')
  const version = fields.required(tag.integer, 'version')
  const identifier = fields.any('sid')
  // Version 3 and [0] go together (RFC 5652 section 5.3): the identifier is what is wrong then.
  if (identifier.tag !== tag.sequence) {
    throw refusal('cms-signer-identifier', 'CMS names its signer otherwise than by issuer and serial number')
  }
  requireVersion1(version, 'SignerInfo')
  const digestAlgorithm = fields.required(tag.sequence, 'digestAlgorithm')
  const signed = fields.optional(contextConstructed(0))
  if (signed === undefined) throw refusal('cms-signed-attributes-missing', 'CMS has no signed attributes')
  const signatureAlgorithm = fields.required(tag.sequence, 'signatureAlgorithm')
  const signature = fields.required(tag.octetString, 'signature').content
  const unsigned = fields.optional(contextConstructed(1))
  fields.end()

  const algorithm = algorithmByIdentifier(signatureAlgorithm.bytes, 'CMS')
  if (!equalBytes(digestAlgorithm.bytes, algorithm.hash.identifier)) {
    throw refusal('cms-digest-algorithm', `CMS digests otherwise than ${algorithm.name} does`)
  }
  const attributes = readSignedAttributes(signed, algorithm)
  if (!equalBytes(identifier.bytes, attributes.signer.issuerAndSerialNumber)) {
    throw refusal('cms-signer-identifier', 'CMS names another signer than its signed attributes do')
  }
  return {
    algorithm,
    signedBytes: retag(signed.bytes, tag.set),
    attributes,
    signature,
    timestampToken: readTimestampToken(unsigned),
  }
}

function readTimestampToken(unsigned: DerSlice | undefined): Uint8Array | undefined {
  if (unsigned === undefined) return undefined
  const attributes = readAttributes(unsigned, 'unsigned attributes')
  if (attributes.length === 0) throw refusal('cms-invalid', 'CMS has an empty set of unsigned attributes')
  const [token, ...more] = attributes.filter(({ type }) => type === timeStampTokenType)
  if (token === undefined) return undefined
  if (more.length > 0) throw refusal('cms-timestamp-count', 'CMS has more than one time-stamp attribute')
  return singleValue(token, 'cms-timestamp-count', 'the time-stamp attribute').bytes
}

function requireVersion1(version: DerSlice, what: string): void {
  if (!equalBytes(version.bytes, bytesOf.version1)) throw refusal('cms-version', `${what} is not of version 1`)
}

/** The fields of an element that must carry this tag; none of them looked into. */
function open(element: DerSlice, expected: number, what: string): { readonly children: readonly DerSlice[] } {
  if (element.tag !== expected) throw refusal('cms-invalid', `CMS: ${what} is of another type`)
  return openDer(element, what, fieldsAtMost)
}
