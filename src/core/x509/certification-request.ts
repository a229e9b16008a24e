import { algorithmByIdentifier, type SignatureAlgorithm } from '../algorithm.ts'
import { sha256Hex } from '../crypto.ts'
import { bitStringOctetsOf, expectTag, fieldsOf, objectIdentifierOf, smallIntegerOf } from '../der/fields.ts'
import { type DerElement, isSorted, parseDer } from '../der/reader.ts'
import { contextConstructed, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { parseExtensionList, type RawExtension } from './extension-list.ts'
import { type Extensions, parseExtensions } from './extensions.ts'
import { type Name, parseName } from './name.ts'
import { extensionRequest } from './object-identifiers.ts'
import { readPemOrDer } from './pem.ts'
import { type PublicKey, parsePublicKey } from './public-key.ts'
import { isSignedBy } from './signature.ts'

/** A certification request (PKCS #10, RFC 2986) whose signature is by the key that it asks to have certified. */
export interface CertificationRequest {
  readonly der: Uint8Array
  /** Lower-case hexadecimal SHA-256 of `der`. */
  readonly sha256: string
  readonly subject: Name
  readonly publicKey: PublicKey
  readonly signatureAlgorithm: SignatureAlgorithm
  /** What it asks for; nothing of it is granted for being asked. */
  readonly extensions: Extensions
  /** All extensions asked for, by object identifier. */
  readonly rawExtensions: ReadonlyMap<string, RawExtension>
}

/**
 * The DER of the one request in a file, PEM or DER.
 *
 * @throws ReleaseSigningError `private-key-in-input`, `pem-invalid`, `der-invalid`, `request-invalid` or `limit-exceeded`
 */
export function readCertificationRequest(bytes: Uint8Array, what: string): Uint8Array {
  const [der, ...more] = readPemOrDer(bytes, 'CERTIFICATE REQUEST', what, limits.certificateBytes)
  if (der === undefined || more.length > 0) throw invalid(`${what}: more than one request`, '4.2')
  return der
}

/**
 * Strict: one DER request and nothing behind it, of a key and an algorithm that are accepted, signed by that key.
 *
 * @param what names it in errors
 * @throws ReleaseSigningError `request-invalid`, `request-signature-invalid`, `der-invalid`, `algorithm-unknown`,
 * `name-malformed`, `key-…`, `certificate-extension-…` or `limit-exceeded`
 */
export function parseCertificationRequest(der: Uint8Array, what = 'request'): CertificationRequest {
  const fields = fieldsOf(expectTag(parseDer(der, what), tag.sequence, what), what)
  const info = fields.required(tag.sequence, 'certificationRequestInfo')
  const algorithm = fields.required(tag.sequence, 'signatureAlgorithm')
  const signature = bitStringOctetsOf(fields.required(tag.bitString, 'signature'), `${what}: signature`)
  fields.end()
  const { subject, publicKey, rawExtensions } = parseInfo(info, what)
  const signatureAlgorithm = algorithmByIdentifier(algorithm.bytes, what)
  if (!isSignedBy({ tbs: info.bytes, signatureAlgorithm, signature }, publicKey)) {
    throw new ReleaseSigningError(
      'request-signature-invalid',
      `${what}: not signed by the key that it asks to have certified`,
      {
        rule: 'RFC 2986 section 4.2',
        hint: 'It was altered, or whoever made it does not hold the key: ask for it again.',
      },
    )
  }
  return {
    der,
    sha256: sha256Hex(der),
    subject,
    publicKey,
    signatureAlgorithm,
    extensions: parseExtensions(rawExtensions, what),
    rawExtensions,
  }
}

function parseInfo(info: DerElement, what: string) {
  const fields = fieldsOf(info, what)
  if (smallIntegerOf(fields.required(tag.integer, 'version'), what) !== 0) {
    throw invalid(`${what}: not of version 1`, '4.1')
  }
  const subject = parseName(fields.required(tag.sequence, 'subject'), `${what}: subject`)
  const publicKey = parsePublicKey(fields.required(tag.sequence, 'subjectPKInfo'), what)
  const attributes = fields.required(contextConstructed(0), 'attributes')
  fields.end()
  // A SET OF under an implicit tag, which the parser cannot know.
  if (!isSorted(attributes.children)) throw invalid(`${what}: attributes out of order`, '4.1')
  return { subject, publicKey, rawExtensions: parseAttributes(attributes, what) }
}

/** Attributes other than the extensions, such as a challenge password, ask for nothing that is given here. */
function parseAttributes(attributes: DerElement, what: string): ReadonlyMap<string, RawExtension> {
  let found: ReadonlyMap<string, RawExtension> | undefined
  for (const attribute of attributes.children) {
    const fields = fieldsOf(expectTag(attribute, tag.sequence, `${what}: attribute`), `${what}: attribute`)
    const type = objectIdentifierOf(fields.required(tag.objectIdentifier, 'its type'), what)
    const [value, ...more] = fields.required(tag.set, 'its values').children
    fields.end()
    if (type !== extensionRequest) continue
    if (value === undefined || more.length > 0 || found !== undefined) {
      throw invalid(`${what}: not one list of extensions`, '4.1, RFC 2985 section 5.4.2')
    }
    found = parseExtensionList(value, what, 'certificate-extension-duplicate')
  }
  return found ?? new Map()
}

const invalid = (message: string, section: string) =>
  new ReleaseSigningError('request-invalid', message, {
    rule: `RFC 2986 section ${section}`,
    hint: 'Make the request again: kms-release-signing certificate request, or openssl req -new.',
  })
