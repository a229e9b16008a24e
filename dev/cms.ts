// CMS SignedData for tests, put together part by part and independently of src/core/cms: in the profile by default,
// and any part of it can be made wrong on purpose. Signatures are real and made over what stands there in the end.
import { createHash } from 'node:crypto'
import type { AlgorithmName } from '../src/core/algorithm.ts'
import { parseDer } from '../src/core/der/reader.ts'
import { contextConstructed } from '../src/core/der/tag.ts'
import { der, integer, objectIdentifier, octetString, sequence, setOf, time } from '../src/core/der/writer.ts'
import { algorithmRow, type TestKey } from './pki.ts'

export const cmsOid = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  algorithmProtection: '1.2.840.113549.1.9.52',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const

export interface CmsSigner {
  /** DER. */
  readonly certificate: Uint8Array
  readonly key: TestKey
  /** This certificate and its issuers, without the root. */
  readonly chain: readonly Uint8Array[]
}

export type SignedAttributeLabel = keyof ReturnType<typeof profileAttributes>

/** Every field is one whole DER element, or null to leave it out. */
export interface SignerInfoParts {
  readonly version: Uint8Array
  readonly sid: Uint8Array
  readonly digestAlgorithm: Uint8Array
  /** Under [0]. */
  readonly signedAttributes: Uint8Array | null
  readonly signatureAlgorithm: Uint8Array
  readonly signature: Uint8Array
  /** Under [1]. */
  readonly unsignedAttributes: Uint8Array | null
}

export interface SignedDataParts {
  readonly version: Uint8Array
  readonly digestAlgorithms: Uint8Array
  readonly encapContentInfo: Uint8Array
  readonly certificates: Uint8Array | null
  readonly crls: Uint8Array | null
  readonly signerInfos: Uint8Array
}

export interface CmsOptions {
  readonly algorithm?: AlgorithmName
  readonly signingTime?: Date
  /** Attributes that take the place of the profile's, null for none, others by any label. */
  readonly attributes?: Partial<Record<SignedAttributeLabel, Uint8Array | null>> & Record<string, Uint8Array | null>
  /** Puts the attributes under [0] in another way than as a DER SET OF. */
  readonly encodeAttributes?: (attributes: readonly Uint8Array[]) => Uint8Array
  /** Attributes under [1]. */
  readonly unsigned?: readonly Uint8Array[]
  readonly certificates?: readonly Uint8Array[]
  readonly signerInfo?: Partial<SignerInfoParts>
  readonly signedData?: Partial<SignedDataParts>
  /** More SignerInfos. */
  readonly otherSigners?: readonly Uint8Array[]
  /** Takes the place of the OID in ContentInfo. */
  readonly contentType?: Uint8Array
  /** What is signed in place of the attributes under the tag of SET. */
  readonly signedBytes?: Uint8Array
}

export const attribute = (oid: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(objectIdentifier(oid), setOf(values))

const retagged = (bytes: Uint8Array, identifier: number): Uint8Array => Uint8Array.of(identifier, ...bytes.subarray(1))

const hashOf = (name: string, bytes: Uint8Array): Uint8Array => new Uint8Array(createHash(name).update(bytes).digest())

/** Issuer (a DER Name) and serial number (a DER INTEGER) of a certificate. */
function issuerAndSerial(certificate: Uint8Array): { readonly issuer: Uint8Array; readonly serial: Uint8Array } {
  const [, serial, , issuer] = parseDer(certificate, 'certificate').children[0]?.children ?? []
  return { issuer: issuer?.bytes ?? new Uint8Array(), serial: serial?.bytes ?? new Uint8Array() }
}

/** The value of signingCertificateV2 for a certificate. */
export function signingCertificateValue(certificate: Uint8Array): Uint8Array {
  const { issuer, serial } = issuerAndSerial(certificate)
  const issuerSerial = sequence(sequence(der(contextConstructed(4), issuer)), serial)
  return sequence(sequence(sequence(octetString(hashOf('sha256', certificate)), issuerSerial)))
}

function profileAttributes(signer: CmsSigner, content: Uint8Array, algorithm: AlgorithmName, signingTime: Date) {
  const row = algorithmRow(algorithm, signer.key.spec)
  const protection = sequence(row.hash.identifier, retagged(row.identifier, contextConstructed(1)))
  return {
    contentType: attribute(cmsOid.contentType, objectIdentifier(cmsOid.data)),
    messageDigest: attribute(cmsOid.messageDigest, octetString(hashOf(row.hash.name, content))),
    signingTime: attribute(cmsOid.signingTime, time(signingTime)),
    signingCertificateV2: attribute(cmsOid.signingCertificateV2, signingCertificateValue(signer.certificate)),
    algorithmProtection: attribute(cmsOid.algorithmProtection, protection),
  }
}

/** The name of the signer's first algorithm, when it is one of the table. */
const firstAlgorithm = (key: TestKey): AlgorithmName => algorithmRow(key.algorithm, key.spec).name

/** One SignerInfo over the content. */
export function makeSignerInfo(signer: CmsSigner, content: Uint8Array, options: CmsOptions = {}): Uint8Array {
  const algorithm = options.algorithm ?? firstAlgorithm(signer.key)
  const row = algorithmRow(algorithm, signer.key.spec)
  const { signingTime = new Date('2026-11-10T12:00:00Z'), encodeAttributes } = options
  const all = { ...profileAttributes(signer, content, algorithm, signingTime), ...options.attributes }
  const attributes = Object.values(all).filter((one): one is Uint8Array => one instanceof Uint8Array)
  const under0 =
    encodeAttributes === undefined ? setOf(attributes, contextConstructed(0)) : encodeAttributes(attributes)
  const { issuer, serial } = issuerAndSerial(signer.certificate)
  const message = options.signedBytes ?? retagged(under0, 0x31)
  const parts: SignerInfoParts = {
    version: integer(1),
    sid: sequence(issuer, serial),
    digestAlgorithm: row.hash.identifier,
    signedAttributes: under0,
    signatureAlgorithm: row.identifier,
    signature: octetString(signer.key.sign(algorithm, message)),
    unsignedAttributes: options.unsigned === undefined ? null : setOf(options.unsigned, contextConstructed(1)),
    ...options.signerInfo,
  }
  return sequence(
    parts.version,
    parts.sid,
    parts.digestAlgorithm,
    ...present(parts.signedAttributes),
    parts.signatureAlgorithm,
    parts.signature,
    ...present(parts.unsignedAttributes),
  )
}

/** A whole sidecar over the content. */
export function makeCms(signer: CmsSigner, content: Uint8Array, options: CmsOptions = {}): Uint8Array {
  const row = algorithmRow(options.algorithm ?? firstAlgorithm(signer.key), signer.key.spec)
  const parts: SignedDataParts = {
    version: integer(1),
    digestAlgorithms: setOf([row.hash.identifier]),
    encapContentInfo: sequence(objectIdentifier(cmsOid.data)),
    certificates: setOf(options.certificates ?? signer.chain, contextConstructed(0)),
    crls: null,
    signerInfos: setOf([makeSignerInfo(signer, content, options), ...(options.otherSigners ?? [])]),
    ...options.signedData,
  }
  const signedData = sequence(
    parts.version,
    parts.digestAlgorithms,
    parts.encapContentInfo,
    ...present(parts.certificates),
    ...present(parts.crls),
    parts.signerInfos,
  )
  return sequence(options.contentType ?? objectIdentifier(cmsOid.signedData), der(contextConstructed(0), signedData))
}

const present = (part: Uint8Array | null): readonly Uint8Array[] => (part === null ? [] : [part])
