import { contextConstructed, contextPrimitive } from '../../src/core/der/tag.ts'
import { bitString, der, integer, sequence, time } from '../../src/core/der/writer.ts'
import { type Extension, encodeExtension } from './extension.ts'
import { type SigningMethod, signingMethod, type TestAlgorithm, type TestKey } from './key.ts'

/** The fields of a TBSCertificate. Bytes stand in for a whole DER element wherever they are taken. */
export interface CertificateFields {
  /** Default 2, which is v3; null leaves the field out, which is v1. */
  readonly version?: number | null
  readonly serial: bigint | Uint8Array
  /** The inner AlgorithmIdentifier; default: the outer one. */
  readonly signature?: Uint8Array
  readonly issuer: Uint8Array
  readonly notBefore: Date | Uint8Array
  readonly notAfter: Date | Uint8Array
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  readonly issuerUniqueId?: Uint8Array
  readonly subjectUniqueId?: Uint8Array
  /** An empty list leaves the field out. */
  readonly extensions: readonly Extension[]
  /** DER elements after the extensions. */
  readonly trailing?: readonly Uint8Array[]
}

export interface SigningChoices {
  /** Default: the first of the issuer's key. */
  readonly algorithm?: TestAlgorithm | SigningMethod
  /** The outer AlgorithmIdentifier; default: the method's. */
  readonly signatureAlgorithm?: Uint8Array
  /** Changes the to-be-signed bytes before they are signed. */
  readonly mutateTbs?: (tbs: Uint8Array) => Uint8Array
  /** Changes the signature. */
  readonly mutateSignature?: (signature: Uint8Array) => Uint8Array
  /** Changes the finished bytes. */
  readonly mutateBytes?: (bytes: Uint8Array) => Uint8Array
}

const element = <T>(value: T | Uint8Array, encode: (value: T) => Uint8Array): Uint8Array =>
  value instanceof Uint8Array ? value : encode(value)

/** TBSCertificate, DER unless a field says otherwise. */
export function encodeTbsCertificate(fields: CertificateFields, signature: Uint8Array): Uint8Array {
  const { version = 2, issuerUniqueId, subjectUniqueId, extensions } = fields
  return sequence(
    ...(version === null ? [] : [der(contextConstructed(0), integer(version))]),
    element(fields.serial, integer),
    fields.signature ?? signature,
    fields.issuer,
    sequence(element(fields.notBefore, time), element(fields.notAfter, time)),
    fields.subject,
    fields.publicKey,
    ...(issuerUniqueId === undefined ? [] : [der(contextPrimitive(1), issuerUniqueId)]),
    ...(subjectUniqueId === undefined ? [] : [der(contextPrimitive(2), subjectUniqueId)]),
    ...(extensions.length === 0 ? [] : [der(contextConstructed(3), sequence(...extensions.map(encodeExtension)))]),
    ...(fields.trailing ?? []),
  )
}

/** `SEQUENCE { tbs, AlgorithmIdentifier, BIT STRING }`, as certificates and CRLs are. */
export function signed(
  encode: (identifier: Uint8Array) => Uint8Array,
  key: TestKey,
  choices: SigningChoices = {},
): Uint8Array {
  const keep = (bytes: Uint8Array) => bytes
  const { mutateTbs = keep, mutateSignature = keep, mutateBytes = keep } = choices
  const method = signingMethod(choices.algorithm ?? key.algorithm, key.spec)
  const outer = choices.signatureAlgorithm ?? method.identifier
  const tbs = mutateTbs(encode(outer))
  return mutateBytes(sequence(tbs, outer, bitString(mutateSignature(key.sign(method, tbs)))))
}

export const encodeCertificate = (fields: CertificateFields, key: TestKey, choices: SigningChoices = {}): Uint8Array =>
  signed((identifier) => encodeTbsCertificate(fields, identifier), key, choices)
