import { randomUUID } from 'node:crypto'
import {
  type Authority,
  certificatePem,
  createAuthority,
  generateKey,
  type NameInput,
  name,
  type TestKey,
} from '../pki.ts'
import { AwsError } from './errors.ts'

export type PrivateCaStatus = 'ACTIVE' | 'PENDING_CERTIFICATE' | 'DISABLED' | 'EXPIRED' | 'FAILED' | 'DELETED'

/** What GetCertificate and GetCertificateAuthorityCertificate answer. PEM. */
export interface CertificateAnswer {
  readonly certificate: string
  readonly chain?: string | undefined
}

export interface IssuedByPrivateCa {
  readonly arn: string
  readonly answer: CertificateAnswer
  /** GetCertificate calls that still find it in progress. */
  pendingPolls: number
}

/** One CA. What may change while it runs is not readonly. */
export interface PrivateCaAuthority {
  readonly arn: string
  readonly region: string
  readonly type: 'ROOT' | 'SUBORDINATE'
  readonly key: TestKey
  readonly keyAlgorithm: string
  readonly signingAlgorithm: string
  /** DER Name. */
  readonly subject: Uint8Array
  /** DER, its own first, the root last; empty while it has no certificate. */
  chain: readonly Uint8Array[]
  status: PrivateCaStatus
  usageMode: 'GENERAL_PURPOSE' | 'SHORT_LIVED_CERTIFICATE'
  notAfter: Date
  /** How many GetCertificate calls find each new certificate in progress. Default 1. */
  pendingPolls: number
  /** Puts something else in the place of what was issued: somebody else's certificate, garbage. */
  substitute: ((issued: CertificateAnswer) => CertificateAnswer) | undefined
  readonly issued: Map<string, IssuedByPrivateCa>
  /** By idempotency token: what was issued for it. */
  readonly tokens: Map<string, string>
}

export interface PrivateCaOptions {
  /** Default: a root of its own. An authority: a subordinate under it. `external`: one that waits for its certificate. */
  readonly issuer?: Authority | 'external'
  readonly subject?: NameInput
  /** Default EC_prime256v1. */
  readonly keyAlgorithm?: keyof typeof keyAlgorithms
  readonly pathLength?: number
  readonly region: string
}

/** Key spec and first signing algorithm of each. */
const keyAlgorithms = {
  RSA_2048: ['RSA_2048', 'SHA256WITHRSA'],
  EC_prime256v1: ['ECC_NIST_P256', 'SHA256WITHECDSA'],
  EC_secp384r1: ['ECC_NIST_P384', 'SHA384WITHECDSA'],
  EC_secp521r1: ['ECC_NIST_P521', 'SHA512WITHECDSA'],
  ML_DSA_65: ['ML_DSA_65', 'ML_DSA_65'],
} as const

export interface PrivateCaStore {
  create(options: Omit<PrivateCaOptions, 'region'> & { readonly region?: string }): PrivateCaAuthority
  /** In one Region. @throws AwsError `ResourceNotFoundException` or `InvalidArnException` */
  find(arn: string, region: string): PrivateCaAuthority
}

export function createPrivateCaStore(account: string, defaultRegion: string): PrivateCaStore {
  const authorities = new Map<string, PrivateCaAuthority>()
  return {
    create(options) {
      const authority = createPrivateCa(account, { region: defaultRegion, ...options })
      authorities.set(authority.arn, authority)
      return authority
    },
    find(arn, region) {
      if (!/^arn:aws:acm-pca:[a-z0-9-]+:\d{12}:certificate-authority\/[\w-]+$/.test(arn)) {
        throw new AwsError('InvalidArnException', `Invalid Arn ${arn}`)
      }
      const found = authorities.get(arn)
      if (found?.region === region) return found
      throw new AwsError('ResourceNotFoundException', `Could not find Certificate Authority with arn ${arn}.`)
    },
  }
}

function createPrivateCa(account: string, options: PrivateCaOptions): PrivateCaAuthority {
  const { issuer, subject = { C: 'DE', O: 'Example', CN: 'Example Private CA' }, region, pathLength } = options
  const keyAlgorithm = options.keyAlgorithm ?? 'EC_prime256v1'
  const [spec, signingAlgorithm] = keyAlgorithms[keyAlgorithm]
  const key = generateKey(spec)
  const own = { subject, key, ...(pathLength === undefined ? {} : { pathLength }) }
  const authority =
    issuer === 'external' ? undefined : issuer === undefined ? createAuthority(own) : issuer.issueAuthority(own)
  return {
    arn: `arn:aws:acm-pca:${region}:${account}:certificate-authority/${randomUUID()}`,
    region,
    type: issuer === undefined ? 'ROOT' : 'SUBORDINATE',
    key,
    keyAlgorithm,
    signingAlgorithm,
    subject: name(subject),
    chain: authority === undefined ? [] : [...authority.chain, authority.root],
    status: authority === undefined ? 'PENDING_CERTIFICATE' : 'ACTIVE',
    usageMode: 'GENERAL_PURPOSE',
    notAfter: new Date('2039-12-31T23:59:59Z'),
    pendingPolls: 1,
    substitute: undefined,
    issued: new Map(),
    tokens: new Map(),
  }
}

/** PEM without a final newline, as the service writes it. */
export const pemOf = (certificates: readonly Uint8Array[]): string | undefined =>
  certificates.length === 0 ? undefined : certificates.map(certificatePem).join('').trimEnd()
