import { type Hash, hashByAlgorithmIdentifier } from '../algorithm.ts'
import { equalBytes } from '../bytes.ts'
import { digest, sha1Identification } from '../crypto.ts'
import { expectTag, fieldsOf, integerOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { contextConstructed, tag } from '../der/tag.ts'
import { objectIdentifier, sequence } from '../der/writer.ts'
import { ReleaseSigningError } from '../error.ts'

/** What an ESSCertID (RFC 2634) or ESSCertIDv2 (RFC 5035) says of the signer's certificate. */
export interface CertificateIdentifier {
  /** `sha1` in version 1, which has no other. */
  readonly hash: Hash | 'sha1'
  readonly digest: Uint8Array
  readonly issuerSerial: { readonly issuer: DerElement; readonly serial: bigint } | undefined
}

const signingCertificate = '1.2.840.113549.1.9.16.2.12'
const signingCertificateV2 = '1.2.840.113549.1.9.16.2.47'

const invalid = (message: string) =>
  new ReleaseSigningError('timestamp-invalid', `time-stamp token: ${message}`, { rule: 'RFC 5816 section 2.2.1' })

/**
 * The first identifier, which is the signer's, of each version that is there.
 *
 * @throws ReleaseSigningError `timestamp-invalid` where there is none, `der-invalid`, `algorithm-unknown`
 */
export function certificateIdentifiersOf(
  attributes: ReadonlyMap<string, readonly DerElement[]>,
): readonly CertificateIdentifier[] {
  const found = [
    ...identifiersIn(attributes.get(signingCertificate), 1),
    ...identifiersIn(attributes.get(signingCertificateV2), 2),
  ]
  if (found.length === 0) throw invalid('no signing-certificate attribute binds the signer')
  return found
}

function identifiersIn(values: readonly DerElement[] | undefined, version: 1 | 2): CertificateIdentifier[] {
  if (values === undefined) return []
  const name = 'time-stamp signing-certificate attribute'
  const [value, ...more] = values
  if (value === undefined || more.length > 0) throw invalid('signing-certificate attribute without exactly one value')
  const fields = fieldsOf(expectTag(value, tag.sequence, name), name)
  const certificates = fields.required(tag.sequence, 'certs')
  fields.optional(tag.sequence)
  fields.end()
  const [first] = certificates.children
  if (first === undefined) throw invalid('signing-certificate attribute without a certificate')
  const identifier = fieldsOf(expectTag(first, tag.sequence, name), name)
  const algorithm = version === 2 ? identifier.optional(tag.sequence) : undefined
  const hash = version === 1 ? 'sha1' : algorithm === undefined ? defaultHash : hashOf(algorithm)
  const certHash = identifier.required(tag.octetString, 'certHash').content
  const issuerSerial = identifier.optional(tag.sequence)
  identifier.end()
  return [
    { hash, digest: certHash, issuerSerial: issuerSerial === undefined ? undefined : issuerSerialOf(issuerSerial) },
  ]
}

/** DEFAULT of ESSCertIDv2 (RFC 5035 section 4). */
const defaultHash = hashByAlgorithmIdentifier(sequence(objectIdentifier('2.16.840.1.101.3.4.2.1')), 'ESSCertIDv2')

const hashOf = (element: DerElement): Hash => hashByAlgorithmIdentifier(element.bytes, 'time-stamp ESSCertIDv2')

function issuerSerialOf(element: DerElement): CertificateIdentifier['issuerSerial'] {
  const name = 'time-stamp IssuerSerial'
  const fields = fieldsOf(element, name)
  const names = fieldsOf(fields.required(tag.sequence, 'issuer'), name)
  const directoryName = fieldsOf(names.required(contextConstructed(4), 'directoryName'), name)
  names.end()
  const issuer = directoryName.required(tag.sequence, 'Name')
  directoryName.end()
  const serial = integerOf(fields.required(tag.integer, 'serialNumber'), name)
  fields.end()
  return { issuer, serial }
}

/** Whether the identifier's digest is that of this certificate. */
export function identifies({ hash, digest: expected }: CertificateIdentifier, certificate: Uint8Array): boolean {
  const actual = hash === 'sha1' ? sha1Identification(certificate) : digest(hash.name, certificate)
  return equalBytes(actual, expected)
}
