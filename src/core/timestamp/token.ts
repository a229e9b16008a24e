import type { Hash, SignatureAlgorithm } from '../algorithm.ts'
import { algorithmByIdentifier, hashByAlgorithmIdentifier, signatureAlgorithms } from '../algorithm.ts'
import { bytesToHex, concatBytes, equalBytes } from '../bytes.ts'
import { expectTag, type Fields, fieldsOf, integerOf, objectIdentifierOf, smallIntegerOf } from '../der/fields.ts'
import { type DerElement, isSorted, parseDer } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { derNull, objectIdentifier, sequence } from '../der/writer.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type CertificateIdentifier, certificateIdentifiersOf } from './signing-certificate.ts'
import { parseTstInfo, type TstInfo } from './tst-info.ts'

/** How a SignerInfo names its certificate (RFC 5652 section 5.3). */
export type SignerIdentifier =
  | { readonly issuer: DerElement; readonly serial: bigint }
  | { readonly subjectKeyIdentifier: Uint8Array }

/** A time-stamp token, read but not verified: nothing in it is to be believed yet. */
export interface TimeStampToken {
  readonly info: TstInfo
  /** DER TSTInfo, the content that is signed. */
  readonly content: Uint8Array
  /** As received; anybody can put certificates in. */
  readonly certificates: readonly Uint8Array[]
  readonly signer: SignerIdentifier
  /** What the signed attributes say of the signer's certificate; at least one. */
  readonly certificateIdentifiers: readonly CertificateIdentifier[]
  readonly hash: Hash
  readonly algorithm: SignatureAlgorithm
  /** The DER SET OF that the signature is over. */
  readonly signedAttributes: Uint8Array
  readonly messageDigest: Uint8Array
  readonly signature: Uint8Array
}

const oid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  algorithmProtection: '1.2.840.113549.1.9.52',
} as const

const what = 'time-stamp token'

const invalid = (message: string, rule: string) =>
  new ReleaseSigningError('timestamp-invalid', `time-stamp token: ${message}`, { rule })

/**
 * Reads a TimeStampToken (RFC 3161 section 2.4.2): DER, SignedData over an attached TSTInfo, one signer, signed
 * attributes without duplicates that hold contentType, messageDigest and an ESSCertID of either version. Other
 * attributes, CRLs and unsigned attributes may be there and are not looked at.
 *
 * @throws ReleaseSigningError `timestamp-invalid`, `der-invalid`, `name-malformed`, `algorithm-unknown` or `limit-exceeded`
 */
export function parseTimeStampToken(bytes: Uint8Array): TimeStampToken {
  const root = expectTag(parseDer(bytes, what, { bytes: limits.timestampBytes }), tag.sequence, what)
  const contentInfo = fieldsOf(root, what)
  if (objectIdentifierOf(contentInfo.required(tag.objectIdentifier, 'contentType'), what) !== oid.signedData) {
    throw invalid('not a SignedData', 'RFC 3161 section 2.4.2')
  }
  const signedData = only(contentInfo.required(contextConstructed(0), 'content'), tag.sequence)
  contentInfo.end()
  const fields = fieldsOf(signedData, what)
  if (smallIntegerOf(fields.required(tag.integer, 'version'), what) !== 3) {
    throw invalid('the SignedData version is not 3', 'RFC 5652 section 5.1')
  }
  const digestAlgorithms = fields.required(tag.set, 'digestAlgorithms')
  const content = contentOf(fields.required(tag.sequence, 'encapContentInfo'))
  const certificates = certificatesOf(fields.optional(contextConstructed(0)))
  fields.optional(contextConstructed(1))
  const signerInfos = fields.required(tag.set, 'signerInfos')
  fields.end()
  const [signerInfo, ...more] = signerInfos.children
  if (signerInfo === undefined || more.length > 0) throw invalid('not exactly one signer', 'RFC 3161 section 2.4.2')
  const signer = signerInfoOf(expectTag(signerInfo, tag.sequence, 'time-stamp SignerInfo'))
  if (!digestAlgorithms.children.some((row) => sameIdentifier(row, signer.hash.identifier))) {
    throw invalid("digestAlgorithms leaves the signer's out", 'RFC 5652 section 5.1')
  }
  return { info: parseTstInfo(content), content, certificates, ...signer }
}

function only(element: DerElement, expected: number): DerElement {
  const fields = fieldsOf(element, what)
  const child = fields.required(expected, 'content')
  fields.end()
  return child
}

function contentOf(element: DerElement): Uint8Array {
  const fields = fieldsOf(element, 'time-stamp encapContentInfo')
  if (objectIdentifierOf(fields.required(tag.objectIdentifier, 'eContentType'), what) !== oid.tstInfo) {
    throw invalid('what is signed is not a TSTInfo', 'RFC 3161 section 2.4.2')
  }
  const content = only(fields.required(contextConstructed(0), 'eContent'), tag.octetString)
  fields.end()
  return content.content
}

function certificatesOf(element: DerElement | undefined): readonly Uint8Array[] {
  const certificates = element?.children ?? []
  if (certificates.length > limits.certificates) {
    throw new ReleaseSigningError('limit-exceeded', `time-stamp token: more than ${limits.certificates} certificates`)
  }
  // The other choices would raise the version.
  if (certificates.some((certificate) => certificate.tag !== tag.sequence)) {
    throw invalid('a certificate of an unknown kind', 'RFC 5652 section 5.1')
  }
  return certificates.map(({ bytes }) => bytes)
}

type SignerInfo = Omit<TimeStampToken, 'info' | 'content' | 'certificates'>

function signerInfoOf(element: DerElement): SignerInfo {
  const fields = fieldsOf(element, 'time-stamp SignerInfo')
  const version = smallIntegerOf(fields.required(tag.integer, 'version'), 'time-stamp SignerInfo version')
  const signer = signerIdentifierOf(fields, version)
  const hash = hashByAlgorithmIdentifier(fields.required(tag.sequence, 'digestAlgorithm').bytes, what)
  const attributes = fields.required(contextConstructed(0), 'signedAttrs')
  const algorithmIdentifier = fields.required(tag.sequence, 'signatureAlgorithm')
  const algorithm = signatureAlgorithmOf(algorithmIdentifier.bytes, hash)
  const signature = fields.required(tag.octetString, 'signature').content
  fields.optional(contextConstructed(1))
  fields.end()
  const values = attributeValues(attributes)
  const contentType = requiredValue(values, oid.contentType, tag.objectIdentifier, 'contentType')
  if (objectIdentifierOf(contentType, what) !== oid.tstInfo) {
    throw invalid('the signed contentType is not that of a TSTInfo', 'RFC 5652 section 11.1')
  }
  checkProtection(values.get(oid.algorithmProtection), hash, algorithm)
  return {
    signer,
    certificateIdentifiers: certificateIdentifiersOf(values),
    hash,
    algorithm,
    // Signed under the tag of SET OF, which stands implicit in the token (RFC 5652 section 5.4).
    signedAttributes: concatBytes(Uint8Array.of(tag.set), attributes.bytes.subarray(1)),
    messageDigest: requiredValue(values, oid.messageDigest, tag.octetString, 'messageDigest').content,
    signature,
  }
}

function signerIdentifierOf(fields: Fields, version: number): SignerIdentifier {
  if (version === 3) {
    return { subjectKeyIdentifier: fields.required(contextPrimitive(0), 'subjectKeyIdentifier').content }
  }
  if (version !== 1) throw invalid('the SignerInfo version is neither 1 nor 3', 'RFC 5652 section 5.3')
  const sid = fieldsOf(fields.required(tag.sequence, 'issuerAndSerialNumber'), 'time-stamp signer')
  const issuer = sid.required(tag.sequence, 'issuer')
  const serial = integerOf(sid.required(tag.integer, 'serialNumber'), 'time-stamp signer')
  sid.end()
  return { issuer, serial }
}

const rsaEncryption = objectIdentifier('1.2.840.113549.1.1.1')
const plainRsa: readonly string[] = [sequence(rsaEncryption, derNull()), sequence(rsaEncryption)].map(bytesToHex)

/** Plain rsaEncryption stands for PKCS#1 v1.5 under the digest algorithm (RFC 3370 section 3.2), and most servers write it. */
function signatureAlgorithmOf(identifier: Uint8Array, hash: Hash): SignatureAlgorithm {
  const row = plainRsa.includes(bytesToHex(identifier))
    ? signatureAlgorithms.find(({ scheme, hash: { name } }) => scheme === 'rsa-pkcs1' && name === hash.name)
    : algorithmByIdentifier(identifier, what)
  if (row?.hash.name !== hash.name) {
    throw invalid('signature algorithm and digest algorithm disagree', 'RFC 5652 section 5.3')
  }
  return row
}

/** Every attribute's one value by type. */
function attributeValues(attributes: DerElement): ReadonlyMap<string, readonly DerElement[]> {
  if (!isSorted(attributes.children)) {
    throw new ReleaseSigningError('der-invalid', 'time-stamp token: signed attributes out of order')
  }
  const values = new Map<string, readonly DerElement[]>()
  for (const attribute of attributes.children) {
    const fields = fieldsOf(expectTag(attribute, tag.sequence, 'time-stamp attribute'), 'time-stamp attribute')
    const type = objectIdentifierOf(fields.required(tag.objectIdentifier, 'attrType'), 'time-stamp attribute')
    const set = fields.required(tag.set, 'attrValues')
    fields.end()
    if (values.has(type)) throw invalid(`signed attribute ${type} stands there twice`, 'RFC 5652 section 5.3')
    values.set(type, set.children)
  }
  return values
}

/** The one value of an attribute that must be there. */
function requiredValue(
  values: ReadonlyMap<string, readonly DerElement[]>,
  type: string,
  expected: number,
  name: string,
): DerElement {
  const [value, ...more] = values.get(type) ?? []
  if (value?.tag !== expected || more.length > 0) {
    throw invalid(`signed attribute ${name} is missing or has not exactly one value`, 'RFC 5652 section 11')
  }
  return value
}

/** CMSAlgorithmProtection (RFC 6211), where it is there: the same algorithms as outside. */
function checkProtection(values: readonly DerElement[] | undefined, hash: Hash, algorithm: SignatureAlgorithm): void {
  if (values === undefined) return
  const [value, ...more] = values
  const [digestAlgorithm, signatureAlgorithm, ...rest] = value?.children ?? []
  const agrees =
    more.length === 0 &&
    rest.length === 0 &&
    digestAlgorithm !== undefined &&
    sameIdentifier(digestAlgorithm, hash.identifier) &&
    signatureAlgorithm?.tag === contextConstructed(1) &&
    signatureAlgorithmOf(sequence(signatureAlgorithm.content), hash) === algorithm
  if (!agrees) throw invalid('CMSAlgorithmProtection names other algorithms', 'RFC 6211 section 3')
}

/** Whether an AlgorithmIdentifier is that of a hash, whatever way its absent parameters are written (RFC 5754). */
function sameIdentifier(element: DerElement, identifier: Uint8Array): boolean {
  const withNull = sequence(identifier.subarray(2), derNull())
  return [identifier, withNull].some((one) => equalBytes(one, element.bytes))
}
