// Time-stamp tokens of any shape, right or wrong on purpose, signed by a key of the virtual PKI.
import { createHash, type KeyObject, sign as signBytes } from 'node:crypto'
import type { HashName } from '../src/core/algorithm.ts'
import { concatBytes, utf8 } from '../src/core/bytes.ts'
import { parseDer } from '../src/core/der/reader.ts'
import { contextConstructed, contextPrimitive, tag } from '../src/core/der/tag.ts'
import { der, derNull, integer, objectIdentifier, octetString, sequence, setOf } from '../src/core/der/writer.ts'
import { type Leaf, type SigningMethod, signingMethod, type TestAlgorithm } from './pki.ts'

export const timeStampOid = {
  signedData: '1.2.840.113549.1.7.2',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  algorithmProtection: '1.2.840.113549.1.9.52',
} as const

const hashOids: Readonly<Record<HashName | 'sha1', string>> = {
  sha1: '1.3.14.3.2.26',
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
}

export interface TimeStampTokenOptions {
  /** Signs; its certificate is the one bound by the ESSCertID. */
  readonly signer: Leaf
  /** What is stamped. */
  readonly message: Uint8Array
  /** Default 2026-06-01T12:00:00Z; a string is the GeneralizedTime as it is. */
  readonly genTime?: Date | string
  /** Of the imprint. Default sha256. */
  readonly imprintHash?: HashName | 'sha1'
  readonly imprint?: Uint8Array
  readonly nonce?: bigint
  /** Default 1.3.6.1.4.1.4146.2.3. */
  readonly policy?: string
  readonly serial?: bigint
  /** Of the content and the signature. Default sha256. */
  readonly hash?: HashName | 'sha1'
  /** Default: the key's own. */
  readonly algorithm?: TestAlgorithm | SigningMethod
  /** Seconds, millis, micros. */
  readonly accuracy?: { readonly seconds?: number; readonly millis?: number; readonly micros?: number }
  /** DER elements after the nonce, such as `tsa`. */
  readonly trailing?: readonly Uint8Array[]
  readonly tstVersion?: number
  /** Whole TSTInfo in place of the one made. */
  readonly content?: Uint8Array
  /** Which identifiers bind the signer. Default `[2]`. */
  readonly essVersions?: readonly (1 | 2)[]
  readonly essHash?: HashName | 'sha1'
  /** Default true. */
  readonly essIssuerSerial?: boolean
  /** The certificate the identifiers name; default the signer's. */
  readonly essCertificate?: Leaf
  /** Default: the signer's chain. */
  readonly certificates?: readonly Uint8Array[]
  /** AlgorithmIdentifiers; default that of `hash`. */
  readonly digestAlgorithms?: readonly Uint8Array[]
  /** CRL elements. Default: none. */
  readonly crls?: readonly Uint8Array[]
  /** Attribute elements, from what they would have been. */
  readonly attributes?: (attributes: readonly Uint8Array[]) => readonly Uint8Array[]
  readonly unsignedAttributes?: readonly Uint8Array[]
  /** Names the signer in the SignerInfo; default issuer and serial of the signer. */
  readonly signerIdentifier?: Uint8Array
  readonly signerInfoVersion?: number
  readonly version?: number
  readonly contentType?: string
  /** How often the SignerInfo stands there. Default 1. */
  readonly signers?: number
  readonly mutateSignature?: (signature: Uint8Array) => Uint8Array
}

export const attribute = (oid: string, ...values: readonly Uint8Array[]): Uint8Array =>
  sequence(objectIdentifier(oid), setOf(values))

const hashIdentifier = (hash: HashName | 'sha1') => sequence(objectIdentifier(hashOids[hash]))

const hashed = (hash: HashName | 'sha1', bytes: Uint8Array): Uint8Array =>
  new Uint8Array(createHash(hash).update(bytes).digest())

/** The issuer of a v3 certificate as a DER Name. */
const issuerOf = (leaf: Leaf): Uint8Array =>
  parseDer(leaf.certificate, 'certificate').children[0]?.children[3]?.bytes ?? new Uint8Array()

const issuerSerial = (leaf: Leaf): Uint8Array =>
  sequence(sequence(der(contextConstructed(4), issuerOf(leaf))), integer(leaf.serial))

/** GeneralizedTime with the milliseconds, where there are some, and no trailing zeros. */
function generalizedTime(time: Date | string): Uint8Array {
  if (typeof time === 'string') return der(tag.generalizedTime, utf8(time))
  const [whole = '', fraction = ''] = time
    .toISOString()
    .replace(/[-:TZ]/g, '')
    .split('.')
  const digits = fraction.replace(/0+$/, '')
  return der(tag.generalizedTime, utf8(`${whole}${digits === '' ? '' : `.${digits}`}Z`))
}

/** DER TSTInfo (RFC 3161 section 2.4.2). */
export function tstInfo(options: TimeStampTokenOptions): Uint8Array {
  const { imprintHash = 'sha256', accuracy, nonce } = options
  return sequence(
    integer(options.tstVersion ?? 1),
    objectIdentifier(options.policy ?? '1.3.6.1.4.1.4146.2.3'),
    sequence(hashIdentifier(imprintHash), octetString(options.imprint ?? hashed(imprintHash, options.message))),
    integer(options.serial ?? 4711),
    generalizedTime(options.genTime ?? new Date('2026-06-01T12:00:00Z')),
    ...(accuracy === undefined
      ? []
      : [
          sequence(
            ...(accuracy.seconds === undefined ? [] : [integer(accuracy.seconds)]),
            ...(accuracy.millis === undefined ? [] : [implicitInteger(0, accuracy.millis)]),
            ...(accuracy.micros === undefined ? [] : [implicitInteger(1, accuracy.micros)]),
          ),
        ]),
    ...(nonce === undefined ? [] : [integer(nonce)]),
    ...(options.trailing ?? []),
  )
}

function implicitInteger(number: number, value: number): Uint8Array {
  const encoded = integer(value)
  encoded[0] = contextPrimitive(number)
  return encoded
}

function signingCertificates(options: TimeStampTokenOptions): Uint8Array[] {
  const named = options.essCertificate ?? options.signer
  const tail = options.essIssuerSerial === false ? [] : [issuerSerial(named)]
  return (options.essVersions ?? [2]).map((version) => {
    if (version === 1) {
      const id = sequence(octetString(hashed('sha1', named.certificate)), ...tail)
      return attribute(timeStampOid.signingCertificate, sequence(sequence(id)))
    }
    const { essHash = 'sha256' } = options
    const algorithm = essHash === 'sha256' ? [] : [hashIdentifier(essHash)]
    const id = sequence(...algorithm, octetString(hashed(essHash, named.certificate)), ...tail)
    return attribute(timeStampOid.signingCertificateV2, sequence(sequence(id)))
  })
}

const rsaEncryption = sequence(objectIdentifier('1.2.840.113549.1.1.1'), derNull())

/** How most commercial servers sign: PKCS#1 v1.5, named by plain rsaEncryption. */
export const plainRsa = (hash: HashName): SigningMethod => ({
  identifier: rsaEncryption,
  sign: (key: KeyObject, message: Uint8Array) => new Uint8Array(signBytes(hash, message, key)),
})

/** DER TimeStampToken. */
export function timeStampToken(options: TimeStampTokenOptions): Uint8Array {
  const { signer, hash = 'sha256', contentType = timeStampOid.tstInfo } = options
  const content = options.content ?? tstInfo(options)
  const usual = [
    attribute(timeStampOid.contentType, objectIdentifier(contentType)),
    attribute(timeStampOid.messageDigest, octetString(hashed(hash, content))),
    ...signingCertificates(options),
  ]
  const attributes = setOf(options.attributes?.(usual) ?? usual)
  const method = signingMethod(options.algorithm ?? signer.key.algorithm, signer.key.spec)
  const signature = signer.key.sign(method, attributes)
  const unsigned = options.unsignedAttributes
  const signerInfo = sequence(
    integer(options.signerInfoVersion ?? 1),
    options.signerIdentifier ?? sequence(issuerOf(signer), integer(signer.serial)),
    hashIdentifier(hash),
    concatBytes(Uint8Array.of(contextConstructed(0)), attributes.subarray(1)),
    method.identifier,
    octetString(options.mutateSignature?.(signature) ?? signature),
    ...(unsigned === undefined ? [] : [setOf(unsigned, contextConstructed(1))]),
  )
  const certificates = options.certificates ?? signer.chain
  const signedData = sequence(
    integer(options.version ?? 3),
    setOf(options.digestAlgorithms ?? [hashIdentifier(hash)]),
    sequence(objectIdentifier(contentType), der(contextConstructed(0), octetString(content))),
    ...(certificates.length === 0 ? [] : [der(contextConstructed(0), ...certificates)]),
    ...(options.crls === undefined ? [] : [der(contextConstructed(1), ...options.crls)]),
    setOf(Array.from({ length: options.signers ?? 1 }, () => signerInfo)),
  )
  return sequence(objectIdentifier(timeStampOid.signedData), der(contextConstructed(0), signedData))
}

/** DER TimeStampResp, granted, around a token. */
export const grantedResponse = (token: Uint8Array): Uint8Array => sequence(sequence(integer(0)), token)

/** DER TimeStampResp without a token. */
export const refusedResponse = (status: number, text?: string): Uint8Array =>
  sequence(sequence(integer(status), ...(text === undefined ? [] : [sequence(der(tag.utf8String, utf8(text)))])))
