import { utf8 } from '../../src/core/bytes.ts'
import { contextConstructed, contextPrimitive, tag } from '../../src/core/der/tag.ts'
import {
  der,
  derBoolean,
  derNull,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../src/core/der/writer.ts'
import { generalName, ia5String } from './name.ts'

/** One X.509 extension. `bytes` takes the place of the whole encoding. */
export interface Extension {
  readonly oid: string
  readonly critical: boolean
  /** What extnValue holds. */
  readonly value: Uint8Array
  readonly bytes?: Uint8Array
}

export const encodeExtension = ({ oid, critical, value, bytes }: Extension): Uint8Array =>
  bytes ?? sequence(objectIdentifier(oid), ...(critical ? [derBoolean(true)] : []), octetString(value))

export const rawExtension = (oid: string, value: Uint8Array, critical = false): Extension => ({ oid, critical, value })

/** The same extension with the other criticality. */
export const critical = (extension: Extension): Extension => ({ ...extension, critical: true })
export const nonCritical = (extension: Extension): Extension => ({ ...extension, critical: false })

/** Key purposes (RFC 5280 section 4.2.1.12). */
export const purpose = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  emailProtection: '1.3.6.1.5.5.7.3.4',
  timeStamping: '1.3.6.1.5.5.7.3.8',
  ocspSigning: '1.3.6.1.5.5.7.3.9',
} as const

export const keyUsageBits = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const
export type KeyUsageBit = (typeof keyUsageBits)[number]

/** Bits of a reason mask, in their order (RFC 5280 section 4.2.1.13). */
const reasonBits = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
] as const
export type ReasonBit = (typeof reasonBits)[number]

/** Named bits under an identifier octet, trailing zero bits dropped. */
export function namedBits(bits: readonly number[], identifier: number = tag.bitString): Uint8Array {
  if (bits.length === 0) return der(identifier, Uint8Array.of(0))
  const highest = Math.max(...bits)
  const octets = new Uint8Array(1 + (highest >> 3) + 1)
  octets[0] = 7 - (highest & 7)
  for (const bit of bits) octets[1 + (bit >> 3)] = (octets[1 + (bit >> 3)] ?? 0) | (0x80 >> (bit & 7))
  return der(identifier, octets)
}

const reasons = (names: readonly ReasonBit[], identifier: number) =>
  namedBits(
    names.map((one) => reasonBits.indexOf(one)),
    identifier,
  )

export interface DistributionPoint {
  /** fullName. */
  readonly names?: readonly Uint8Array[]
  /** nameRelativeToCRLIssuer: the attributes of one RDN (a SET as `rdn` makes it). */
  readonly relativeName?: Uint8Array
  readonly reasons?: readonly ReasonBit[]
  /** cRLIssuer. */
  readonly crlIssuer?: readonly Uint8Array[]
}

const distributionPointName = (names?: readonly Uint8Array[], relativeName?: Uint8Array): Uint8Array[] => {
  if (relativeName !== undefined) {
    const implicit = Uint8Array.from(relativeName)
    implicit[0] = contextConstructed(1)
    return [der(contextConstructed(0), implicit)]
  }
  return names === undefined ? [] : [der(contextConstructed(0), der(contextConstructed(0), ...names))]
}

const distributionPoints = (points: readonly DistributionPoint[]): Uint8Array =>
  sequence(
    ...points.map((point) =>
      sequence(
        ...distributionPointName(point.names, point.relativeName),
        ...(point.reasons === undefined ? [] : [reasons(point.reasons, contextPrimitive(1))]),
        ...(point.crlIssuer === undefined ? [] : [der(contextConstructed(2), ...point.crlIssuer)]),
      ),
    ),
  )

export interface PolicyInformation {
  readonly oid: string
  /** PolicyQualifierInfo elements, DER. */
  readonly qualifiers?: readonly Uint8Array[]
}

/** Every extension by its name in RFC 5280, with the criticality that a well-made one has. */
export const extension = {
  basicConstraints: (ca: boolean, pathLength?: number, isCritical = true): Extension =>
    rawExtension(
      '2.5.29.19',
      sequence(...(ca ? [derBoolean(true)] : []), ...(pathLength === undefined ? [] : [integer(pathLength)])),
      isCritical,
    ),
  keyUsage: (...bits: readonly KeyUsageBit[]): Extension =>
    rawExtension('2.5.29.15', namedBits(bits.map((bit) => keyUsageBits.indexOf(bit))), true),
  extendedKeyUsage: (...oids: readonly string[]): Extension =>
    rawExtension('2.5.29.37', sequence(...oids.map(objectIdentifier))),
  subjectKeyIdentifier: (id: Uint8Array): Extension => rawExtension('2.5.29.14', octetString(id)),
  authorityKeyIdentifier: (keyId?: Uint8Array, issuer?: readonly Uint8Array[], serial?: bigint): Extension =>
    rawExtension(
      '2.5.29.35',
      sequence(
        ...(keyId === undefined ? [] : [der(contextPrimitive(0), keyId)]),
        ...(issuer === undefined ? [] : [der(contextConstructed(1), ...issuer)]),
        ...(serial === undefined ? [] : [der(contextPrimitive(2), integer(serial).subarray(2))]),
      ),
    ),
  subjectAltName: (...names: readonly Uint8Array[]): Extension => rawExtension('2.5.29.17', sequence(...names)),
  issuerAltName: (...names: readonly Uint8Array[]): Extension => rawExtension('2.5.29.18', sequence(...names)),
  /** Each base is a GeneralName. */
  nameConstraints: (constraints: {
    readonly permitted?: readonly Uint8Array[]
    readonly excluded?: readonly Uint8Array[]
  }): Extension =>
    rawExtension(
      '2.5.29.30',
      sequence(
        ...(constraints.permitted === undefined
          ? []
          : [der(contextConstructed(0), ...constraints.permitted.map((base) => sequence(base)))]),
        ...(constraints.excluded === undefined
          ? []
          : [der(contextConstructed(1), ...constraints.excluded.map((base) => sequence(base)))]),
      ),
      true,
    ),
  certificatePolicies: (...policies: readonly (string | PolicyInformation)[]): Extension =>
    rawExtension(
      '2.5.29.32',
      sequence(
        ...policies.map((policy) => {
          const { oid, qualifiers } = typeof policy === 'string' ? { oid: policy, qualifiers: undefined } : policy
          return sequence(objectIdentifier(oid), ...(qualifiers === undefined ? [] : [sequence(...qualifiers)]))
        }),
      ),
    ),
  policyMappings: (...pairs: readonly { readonly from: string; readonly to: string }[]): Extension =>
    rawExtension(
      '2.5.29.33',
      sequence(...pairs.map(({ from, to }) => sequence(objectIdentifier(from), objectIdentifier(to)))),
      true,
    ),
  policyConstraints: (constraints: {
    readonly requireExplicitPolicy?: number
    readonly inhibitPolicyMapping?: number
  }): Extension => {
    const field = (number: number, value: number | undefined) =>
      value === undefined ? [] : [der(contextPrimitive(number), integer(value).subarray(2))]
    return rawExtension(
      '2.5.29.36',
      sequence(...field(0, constraints.requireExplicitPolicy), ...field(1, constraints.inhibitPolicyMapping)),
      true,
    )
  },
  inhibitAnyPolicy: (skip: number): Extension => rawExtension('2.5.29.54', integer(skip), true),
  crlDistributionPoints: (...points: readonly DistributionPoint[]): Extension =>
    rawExtension('2.5.29.31', distributionPoints(points)),
  freshestCrl: (...points: readonly DistributionPoint[]): Extension =>
    rawExtension('2.5.29.46', distributionPoints(points)),
  authorityInfoAccess: (...ocsp: readonly string[]): Extension =>
    rawExtension(
      '1.3.6.1.5.5.7.1.1',
      sequence(...ocsp.map((uri) => sequence(objectIdentifier('1.3.6.1.5.5.7.48.1'), generalName.uri(uri)))),
    ),
  ocspNoCheck: (): Extension => rawExtension('1.3.6.1.5.5.7.48.1.5', derNull()),

  // Of CRLs (RFC 5280 section 5.2).
  crlNumber: (number: bigint | number): Extension => rawExtension('2.5.29.20', integer(number)),
  deltaCrlIndicator: (base: bigint | number): Extension => rawExtension('2.5.29.27', integer(base), true),
  issuingDistributionPoint: (point: {
    readonly names?: readonly Uint8Array[]
    readonly relativeName?: Uint8Array
    readonly onlyUserCerts?: boolean
    readonly onlyCaCerts?: boolean
    readonly onlySomeReasons?: readonly ReasonBit[]
    readonly indirect?: boolean
    readonly onlyAttributeCerts?: boolean
  }): Extension => {
    const flag = (number: number, value: boolean | undefined) =>
      value === true ? [der(contextPrimitive(number), Uint8Array.of(0xff))] : []
    return rawExtension(
      '2.5.29.28',
      sequence(
        ...distributionPointName(point.names, point.relativeName),
        ...flag(1, point.onlyUserCerts),
        ...flag(2, point.onlyCaCerts),
        ...(point.onlySomeReasons === undefined ? [] : [reasons(point.onlySomeReasons, contextPrimitive(3))]),
        ...flag(4, point.indirect),
        ...flag(5, point.onlyAttributeCerts),
      ),
      true,
    )
  },
  expiredCertsOnCrl: (since: Date): Extension => rawExtension('2.5.29.60', generalizedTime(since)),

  // Of CRL entries (section 5.3).
  reasonCode: (code: number): Extension => rawExtension('2.5.29.21', der(tag.enumerated, Uint8Array.of(code))),
  invalidityDate: (date: Date): Extension => rawExtension('2.5.29.24', generalizedTime(date)),
  certificateIssuer: (...names: readonly Uint8Array[]): Extension =>
    rawExtension('2.5.29.29', sequence(...names), true),
} as const

/** CPS pointer qualifier (section 4.2.1.4). */
export const cpsQualifier = (uri: string): Uint8Array => sequence(objectIdentifier('1.3.6.1.5.5.7.2.1'), ia5String(uri))

export const generalizedTime = (date: Date): Uint8Array =>
  der(tag.generalizedTime, utf8(`${date.toISOString().replace(/[-:T]|\.\d+Z$/g, '')}Z`))
