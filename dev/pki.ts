// A virtual PKI in memory, for tests, demo and benchmarks. Keys and signatures are real; any field, extension or byte
// can be made wrong on purpose.
//
//   const root = createAuthority({ subject: 'Root' })
//   const ca = root.issueAuthority({ subject: 'CA' })
//   const leaf = ca.issue({ subject: { O: 'Example', CN: 'Signer' } })
//   leaf.chainPem, leaf.key.sign('ECDSA_SHA_256', message), ca.crl({ revoked: [{ serial: leaf.serial, date }] })
//
// Well-made by default: P-256, code-signing leaf, valid from 2025 to 2035 (CAs to 2040, roots to 2045).
import { createHash, randomBytes } from 'node:crypto'
import { parseDer } from '../src/core/der/reader.ts'
import { type CertificateFields, encodeCertificate, type SigningChoices } from './pki/certificate.ts'
import { type CrlFields, encodeCrl } from './pki/crl.ts'
import { type Extension, extension, purpose } from './pki/extension.ts'
import { generateKey, type TestKey } from './pki/key.ts'
import { type NameInput, name } from './pki/name.ts'
import { certificatePem } from './pki/pem.ts'

export * from './pki/certificate.ts'
export * from './pki/crl.ts'
export * from './pki/extension.ts'
export * from './pki/key.ts'
export * from './pki/name.ts'
export * from './pki/pem.ts'
export * from './pki/request.ts'

/** Extensions by any label: those of the profile's labels take the place of its own, null takes one out, others are added. */
export type ExtensionOverrides = Readonly<Record<string, Extension | null>>

export interface CertificateOptions extends SigningChoices {
  readonly subject?: NameInput
  readonly serial?: bigint | Uint8Array
  readonly notBefore?: Date | Uint8Array
  readonly notAfter?: Date | Uint8Array
  /** Profile labels: basicConstraints, keyUsage, extendedKeyUsage, subjectKeyIdentifier, authorityKeyIdentifier, subjectAltName. */
  readonly extensions?: ExtensionOverrides
  /** Any field of the certificate. */
  readonly fields?: Partial<CertificateFields>
  /** Any field, from what it would have been. */
  readonly mutate?: (fields: CertificateFields) => CertificateFields
}

export interface AuthorityOptions extends CertificateOptions {
  /** Default: a new P-256 key. */
  readonly key?: TestKey
  /** pathLenConstraint. */
  readonly pathLength?: number
}

export interface LeafOptions extends CertificateOptions {
  /** Default `code-signing`: EKU codeSigning. `time-stamping`: critical EKU timeStamping alone. `none`: no EKU. */
  readonly profile?: 'code-signing' | 'time-stamping' | 'none'
  /** Default: a new P-256 key. */
  readonly key?: TestKey
  /** SubjectPublicKeyInfo, DER, of a key that is elsewhere (AWS KMS, say). */
  readonly publicKey?: Uint8Array
  /** GeneralNames of the subject alternative name. */
  readonly san?: readonly Uint8Array[]
}

export interface CrlOptions extends Partial<CrlFields>, SigningChoices {
  /** Default 1; null leaves the CRL number out. */
  readonly number?: bigint | number | null
  /** Labels: authorityKeyIdentifier, crlNumber. */
  readonly overrides?: ExtensionOverrides
}

interface Issued {
  /** DER. */
  readonly certificate: Uint8Array
  readonly certificatePem: string
  /** DER Name. */
  readonly subject: Uint8Array
  readonly serial: bigint
  /** This certificate and its issuers up to the root, which is left out (a root's own chain is empty). */
  readonly chain: readonly Uint8Array[]
  readonly chainPem: string
  readonly root: Uint8Array
  readonly rootPem: string
}

export interface Leaf extends Issued {
  /** Throws on use when the leaf was issued for a public key from elsewhere. */
  readonly key: TestKey
}

export interface Authority extends Issued {
  readonly key: TestKey
  issueAuthority(options?: AuthorityOptions): Authority
  issue(options?: LeafOptions): Leaf
  /** A complete CRL of this authority, from 1 November 2026 on for a year, with nothing revoked. DER. */
  crl(options?: CrlOptions): Uint8Array
}

export const defaultDates = {
  notBefore: new Date('2025-01-01T00:00:00Z'),
  leafNotAfter: new Date('2034-12-31T23:59:59Z'),
  authorityNotAfter: new Date('2039-12-31T23:59:59Z'),
  rootNotAfter: new Date('2044-12-31T23:59:59Z'),
  thisUpdate: new Date('2026-11-01T00:00:00Z'),
  nextUpdate: new Date('2027-11-01T00:00:00Z'),
} as const

/** SHA-1 of the key's bits (RFC 5280 section 4.2.1.2, method 1). */
export function keyIdentifier(spki: Uint8Array): Uint8Array {
  const bits = parseDer(spki, 'spki').children[1]?.content.subarray(1) ?? spki
  return new Uint8Array(createHash('sha1').update(bits).digest())
}

const randomSerial = (): bigint => BigInt(`0x4${randomBytes(15).toString('hex')}`)

/** A self-signed root. */
export const createAuthority = (options: AuthorityOptions = {}): Authority => issueAuthority(undefined, options)

interface Issuer {
  readonly subject: Uint8Array
  readonly key: TestKey
  readonly chain: readonly Uint8Array[]
  readonly root: Uint8Array
}

function issueAuthority(issuer: Issuer | undefined, options: AuthorityOptions): Authority {
  const key = options.key ?? generateKey('ECC_NIST_P256')
  const issued = issueCertificate(issuer ?? 'self', {
    options,
    key,
    publicKey: key.publicKey,
    subject: name(options.subject ?? (issuer === undefined ? 'Test Root' : 'Test CA')),
    notAfter: issuer === undefined ? defaultDates.rootNotAfter : defaultDates.authorityNotAfter,
    extensions: {
      basicConstraints: extension.basicConstraints(true, options.pathLength),
      keyUsage: extension.keyUsage('keyCertSign', 'cRLSign'),
      subjectKeyIdentifier: extension.subjectKeyIdentifier(keyIdentifier(key.publicKey)),
      authorityKeyIdentifier:
        issuer === undefined ? null : extension.authorityKeyIdentifier(keyIdentifier(issuer.key.publicKey)),
    },
  })
  const self = { ...issued, key }
  return {
    ...self,
    issueAuthority: (next = {}) => issueAuthority(self, next),
    issue: (next = {}) => issueLeaf(self, next),
    crl: (next = {}) => issueCrl(self, next),
  }
}

function issueLeaf(issuer: Issuer, options: LeafOptions): Leaf {
  const key = options.key ?? (options.publicKey === undefined ? generateKey('ECC_NIST_P256') : undefined)
  const publicKey = options.publicKey ?? key?.publicKey ?? new Uint8Array()
  const { profile = 'code-signing', san } = options
  const usage = {
    'code-signing': extension.extendedKeyUsage(purpose.codeSigning),
    'time-stamping': { ...extension.extendedKeyUsage(purpose.timeStamping), critical: true },
    none: null,
  }
  const issued = issueCertificate(issuer, {
    options,
    key,
    publicKey,
    subject: name(options.subject ?? 'Test Signer'),
    notAfter: defaultDates.leafNotAfter,
    extensions: {
      basicConstraints: null,
      keyUsage: extension.keyUsage('digitalSignature'),
      extendedKeyUsage: usage[profile],
      subjectKeyIdentifier: extension.subjectKeyIdentifier(keyIdentifier(publicKey)),
      authorityKeyIdentifier: extension.authorityKeyIdentifier(keyIdentifier(issuer.key.publicKey)),
      subjectAltName: san === undefined ? null : extension.subjectAltName(...san),
    },
  })
  return {
    ...issued,
    get key() {
      if (key === undefined) throw new Error('the private key of this leaf is elsewhere')
      return key
    },
  }
}

interface CertificatePlan {
  readonly options: CertificateOptions
  readonly key: TestKey | undefined
  readonly publicKey: Uint8Array
  readonly subject: Uint8Array
  readonly notAfter: Date
  readonly extensions: ExtensionOverrides
}

function issueCertificate(issuer: Issuer | 'self', plan: CertificatePlan): Issued {
  const { options } = plan
  const fields: CertificateFields = {
    serial: options.serial ?? randomSerial(),
    issuer: issuer === 'self' ? plan.subject : issuer.subject,
    notBefore: options.notBefore ?? defaultDates.notBefore,
    notAfter: options.notAfter ?? plan.notAfter,
    subject: plan.subject,
    publicKey: plan.publicKey,
    extensions: merged(plan.extensions, options.extensions),
    ...options.fields,
  }
  const final = options.mutate?.(fields) ?? fields
  const signer = issuer === 'self' ? plan.key : issuer.key
  if (signer === undefined) throw new Error('a self-signed certificate needs its key')
  const certificate = encodeCertificate(final, signer, options)
  const chain = issuer === 'self' ? [] : [certificate, ...issuer.chain]
  const root = issuer === 'self' ? certificate : issuer.root
  return {
    certificate,
    certificatePem: certificatePem(certificate),
    subject: final.subject,
    serial: final.serial instanceof Uint8Array ? 0n : final.serial,
    chain,
    chainPem: chain.map(certificatePem).join(''),
    root,
    rootPem: certificatePem(root),
  }
}

function issueCrl(issuer: Issuer, options: CrlOptions): Uint8Array {
  const { number = 1, overrides } = options
  const fields: CrlFields = {
    issuer: issuer.subject,
    thisUpdate: defaultDates.thisUpdate,
    nextUpdate: defaultDates.nextUpdate,
    revoked: [],
    ...options,
    extensions: [
      ...merged(
        {
          authorityKeyIdentifier: extension.authorityKeyIdentifier(keyIdentifier(issuer.key.publicKey)),
          crlNumber: number === null ? null : extension.crlNumber(number),
        },
        overrides,
      ),
      ...(options.extensions ?? []),
    ],
  }
  return encodeCrl(fields, issuer.key, options)
}

const merged = (base: ExtensionOverrides, overrides: ExtensionOverrides = {}): Extension[] =>
  Object.values({ ...base, ...overrides }).filter((one) => one !== null)
