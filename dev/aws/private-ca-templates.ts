import { parseDer } from '../../src/core/der/reader.ts'
import { type Extension, extension, keyIdentifier, purpose, rawExtension } from '../pki.ts'
import type { CertificationRequest } from './certification-request.ts'

/** What a template makes of a request. The issuer's key identifier is left out of a root's certificate. */
type Template = (request: CertificationRequest, issuerKeyIdentifier: Uint8Array) => readonly Extension[]

const authority =
  (pathLength: number | undefined): Template =>
  ({ publicKey }, issuer) => [
    extension.basicConstraints(true, pathLength),
    extension.authorityKeyIdentifier(issuer),
    extension.subjectKeyIdentifier(keyIdentifier(publicKey)),
    extension.keyUsage('digitalSignature', 'keyCertSign', 'cRLSign'),
  ]

const endEntity =
  (...extensions: readonly Extension[]): Template =>
  ({ publicKey, subjectAlternativeName }, issuer) => [
    extension.basicConstraints(false, undefined, false),
    extension.authorityKeyIdentifier(issuer),
    extension.subjectKeyIdentifier(keyIdentifier(publicKey)),
    ...extensions,
    ...(subjectAlternativeName === undefined ? [] : [rawExtension('2.5.29.17', subjectAlternativeName)]),
  ]

const codeSigning = endEntity(extension.keyUsage('digitalSignature'), {
  ...extension.extendedKeyUsage(purpose.codeSigning),
  critical: true,
})

/**
 * By the names that the user guide defines them under ("Template definitions"); pass-through of other extensions is left
 * out.
 */
const templates: ReadonlyMap<string, Template> = new Map<string, Template>([
  ['CodeSigningCertificate/V1', codeSigning],
  ['CodeSigningCertificate_CSRPassthrough/V1', codeSigning],
  [
    'EndEntityCertificate/V1',
    endEntity(
      extension.keyUsage('digitalSignature', 'keyEncipherment'),
      extension.extendedKeyUsage(purpose.serverAuth, purpose.clientAuth),
    ),
  ],
  ['SubordinateCACertificate_PathLen0/V1', authority(0)],
  ['SubordinateCACertificate_PathLen1/V1', authority(1)],
  ['SubordinateCACertificate_PathLen2/V1', authority(2)],
  ['SubordinateCACertificate_PathLen3/V1', authority(3)],
])

/** Of a CA's certificate, which is where the key identifier in what it issues comes from. */
export function subjectKeyIdentifierOf(certificate: Uint8Array): Uint8Array {
  const fields = parseDer(certificate, 'certificate').children[0]?.children ?? []
  const extensions = fields.at(-1)?.children[0]?.children ?? []
  const found = extensions.find(({ children }) => Buffer.from(children[0]?.content ?? []).toString('hex') === '551d0e')
  const value = found?.children.at(-1)?.content
  if (value === undefined) throw new Error('the certificate of the CA has no subject key identifier')
  return parseDer(value, 'subject key identifier').content
}

/** Undefined for one that is not known. */
export const templateOf = (arn: string): Template | undefined =>
  templates.get(/^arn:aws:acm-pca:::template\/(.+)$/.exec(arn)?.[1] ?? '')
