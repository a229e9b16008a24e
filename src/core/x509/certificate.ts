import { algorithmByIdentifier, type SignatureAlgorithm } from '../algorithm.ts'
import { bytesToHex, equalBytes } from '../bytes.ts'
import { sha256Hex } from '../crypto.ts'
import { bitStringOctetsOf, expectTag, fieldsOf, integerOf, timeOf } from '../der/fields.ts'
import { isCanonicalBitString } from '../der/primitive.ts'
import { type DerElement, parseDer } from '../der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../der/tag.ts'
import { type CertificateReference, ReleaseSigningError } from '../error.ts'
import { parseExtensionList, type RawExtension } from './extension-list.ts'
import { type Extensions, parseExtensions } from './extensions.ts'
import { type Name, parseName, sameName } from './name.ts'
import { type PublicKey, parsePublicKey } from './public-key.ts'

/** A certificate read whole (RFC 5280 section 4.1). Nothing in it is trusted for having been read. */
export interface Certificate {
  readonly der: Uint8Array
  /** Lower-case hexadecimal SHA-256 of `der`. */
  readonly sha256: string
  /** The signed bytes. */
  readonly tbs: Uint8Array
  readonly version: 1 | 2 | 3
  readonly serial: bigint
  /** Content octets of the INTEGER, lower-case hexadecimal. */
  readonly serialHex: string
  readonly issuer: Name
  readonly subject: Name
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: PublicKey
  /** Undefined for one that is not accepted, which a pinned root may have been signed with. */
  readonly signatureAlgorithm: SignatureAlgorithm | undefined
  readonly signature: Uint8Array
  readonly extensions: Extensions
  /** All extensions, by object identifier. */
  readonly rawExtensions: ReadonlyMap<string, RawExtension>
  /** Issuer and subject are the same name (RFC 5280 section 6.1). */
  readonly selfIssued: boolean
}

export const certificateReference = ({ subject, sha256 }: Certificate): CertificateReference => ({
  subject: subject.text,
  sha256,
})

/**
 * Strict: one DER certificate and nothing behind it, every field and every known extension well-formed.
 *
 * @param what names it in errors
 * @throws ReleaseSigningError `der-invalid`, `limit-exceeded`, `name-malformed`, `key-…` or `certificate-…`
 */
export function parseCertificate(der: Uint8Array, what = 'certificate'): Certificate {
  const sha256 = sha256Hex(der)
  let subject = ''
  try {
    const fields = fieldsOf(expectTag(parseDer(der, what), tag.sequence, what), what)
    const tbs = fields.required(tag.sequence, 'tbsCertificate')
    const algorithm = fields.required(tag.sequence, 'signatureAlgorithm')
    const signature = fields.required(tag.bitString, 'signatureValue')
    fields.end()
    const body = parseTbs(tbs, what, (name) => {
      subject = name.text
    })
    if (!equalBytes(body.signatureIdentifier, algorithm.bytes)) {
      throw refusal(
        'certificate-algorithm-mismatch',
        `${what}: two different signature algorithms inside and outside`,
        '4.1.1.2',
      )
    }
    const { signatureIdentifier: _, ...rest } = body
    return {
      ...rest,
      der,
      sha256,
      tbs: tbs.bytes,
      signatureAlgorithm: acceptedAlgorithm(algorithm, what),
      signature: bitStringOctetsOf(signature, `${what}: signatureValue`),
      selfIssued: sameName(body.issuer, body.subject),
    }
  } catch (error) {
    if (!(error instanceof ReleaseSigningError) || error.certificate !== undefined) throw error
    const { code, message, hint, rule } = error
    throw new ReleaseSigningError(code, message, { hint, rule, certificate: { subject, sha256 }, cause: error.cause })
  }
}

function acceptedAlgorithm(identifier: DerElement, what: string): SignatureAlgorithm | undefined {
  try {
    return algorithmByIdentifier(identifier.bytes, what)
  } catch (error) {
    if (error instanceof ReleaseSigningError && error.code === 'algorithm-unknown') return undefined
    throw error
  }
}

function parseTbs(tbs: DerElement, what: string, subjectFound: (subject: Name) => void) {
  const fields = fieldsOf(tbs, what)
  const version = parseVersion(fields.optional(contextConstructed(0)), what)
  const serial = fields.required(tag.integer, 'serialNumber')
  const signatureIdentifier = fields.required(tag.sequence, 'signature').bytes
  const issuer = parseName(fields.required(tag.sequence, 'issuer'), `${what}: issuer`)
  const validity = fieldsOf(fields.required(tag.sequence, 'validity'), `${what}: validity`)
  const notBefore = timeOf(validity.any('notBefore'), `${what}: notBefore`)
  const notAfter = timeOf(validity.any('notAfter'), `${what}: notAfter`)
  validity.end()
  const subject = parseName(fields.required(tag.sequence, 'subject'), `${what}: subject`)
  subjectFound(subject)
  const publicKey = fields.required(tag.sequence, 'subjectPublicKeyInfo')
  const uniqueIds = [fields.optional(contextPrimitive(1)), fields.optional(contextPrimitive(2))]
  const list = fields.optional(contextConstructed(3))
  fields.end()
  for (const id of uniqueIds) if (id !== undefined) checkUniqueId(id, version, what)
  if (issuer.rdns.length === 0) throw refusal('certificate-issuer-empty', `${what}: the issuer is empty`, '4.1.2.4')
  if (list !== undefined && version !== 3) {
    throw refusal('certificate-version', `${what}: extensions in a certificate of version ${version}`, '4.1.2.1')
  }
  const rawExtensions = parseRawExtensions(list, what)
  return {
    version,
    serial: integerOf(serial, `${what}: serialNumber`),
    serialHex: bytesToHex(serial.content),
    signatureIdentifier,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey: parsePublicKey(publicKey, what),
    extensions: parseExtensions(rawExtensions, what),
    rawExtensions,
  }
}

function parseVersion(element: DerElement | undefined, what: string): 1 | 2 | 3 {
  if (element === undefined) return 1
  const [version, ...more] = element.children
  const value = version?.tag === tag.integer && more.length === 0 ? integerOf(version, `${what}: version`) : undefined
  // Version 1 is the default, which DER does not write.
  if (value === 1n) return 2
  if (value === 2n) return 3
  throw refusal('certificate-version', `${what}: not of version 1, 2 or 3`, '4.1.2.1')
}

function checkUniqueId(id: DerElement, version: number, what: string): void {
  if (!isCanonicalBitString(id.content)) {
    throw new ReleaseSigningError('der-invalid', `${what}: a unique identifier that is not a DER BIT STRING`)
  }
  if (version === 1) {
    throw refusal('certificate-version', `${what}: a unique identifier in a certificate of version 1`, '4.1.2.8')
  }
}

function parseRawExtensions(wrapper: DerElement | undefined, what: string): ReadonlyMap<string, RawExtension> {
  if (wrapper === undefined) return new Map()
  const [list, ...more] = wrapper.children
  if (list === undefined || more.length > 0)
    throw new ReleaseSigningError('der-invalid', `${what}: malformed extensions`)
  return parseExtensionList(list, what, 'certificate-extension-duplicate')
}

const refusal = (
  code: 'certificate-version' | 'certificate-issuer-empty' | 'certificate-algorithm-mismatch',
  message: string,
  section: string,
) =>
  new ReleaseSigningError(code, message, {
    rule: `RFC 5280 section ${section}`,
    hint: 'Whoever issued the certificate has to issue it again.',
  })
