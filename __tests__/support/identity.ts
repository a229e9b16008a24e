import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Authority, generateKey, type TestKey } from '../../dev/pki.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { type CrlRequest, createCrl } from '../../src/identity/create-crl.ts'
import { createRoot, type RootRequest } from '../../src/identity/create-root.ts'
import { type IssueRequest, issueCertificate } from '../../src/identity/issue-certificate.ts'
import type { IssuingPorts } from '../../src/identity/ports.ts'
import type { IssueProfile } from '../../src/identity/profile.ts'
import { type CertificateRequest, requestCertificate } from '../../src/identity/request-certificate.ts'
import type { NamedBytes } from '../../src/release/named-bytes.ts'
import type { Folder } from './folder.ts'
import { createLocalSigner, type LocalSigner, now } from './release.ts'

/** A key, and the signer that holds it. */
export interface HeldKey {
  readonly key: TestKey
  readonly signer: LocalSigner
}

/** @param number tells RSA keys of one spec apart, which are made once */
export const newKey = (spec: KeySpec = 'ECC_NIST_P256', number = 0): HeldKey => hold(generateKey(spec, number))
export const hold = (key: TestKey): HeldKey => ({ key, signer: createLocalSigner(key) })

/** Makes requests, certificates and CRLs in one folder, with real files and keys; the register is `register.txt`. */
export function identityDesk(folder: Folder) {
  let count = 0
  const next = (name: string) => folder.at(`${++count}-${name}`)
  const ports = ({ signer }: HeldKey, at: Date, overrides: Partial<IssuingPorts> = {}): IssuingPorts => ({
    signer,
    files: createFiles({ clock: () => at }),
    clock: () => at,
    random: (octets) => randomBytes(octets),
    ...overrides,
  })
  const file = (path: string): NamedBytes => ({ name: path, bytes: readFileSync(path) })
  const register = folder.at('register.txt')
  return {
    register,
    registerText: () => readFileSync(register, 'utf8'),
    file,
    next,

    async root(held: HeldKey, options: Partial<RootRequest> = {}, at = now) {
      const path = next('root.pem')
      const request = {
        subject: { commonName: 'Root', country: 'DE' },
        register,
        output: { path, format: 'pem' },
      } as const
      return createRoot(
        { pathLength: undefined, days: undefined, signingAlgorithm: undefined, ...request, ...options },
        ports(held, at),
      )
    },

    async request(held: HeldKey, profile: IssueProfile = 'code-signing', options: Partial<CertificateRequest> = {}) {
      const path = next('request.pem')
      const request = {
        subject: { commonName: profile === 'subordinate-ca' ? 'CA' : 'Signer' },
        alternativeNames: {
          uris: profile === 'subordinate-ca' ? [] : ['https://example.com/releases'],
          emails: [],
        },
        extendedKeyUsages: [],
        signingAlgorithm: undefined,
        register: undefined,
        output: { path, format: 'pem' },
      } as const
      return requestCertificate({ ...request, profile, ...options }, ports(held, now))
    },

    /** @param authority the CA's key, and the files or bytes of its certificates */
    async issue(
      authority: HeldKey,
      certificates: readonly (string | NamedBytes)[],
      request: string | NamedBytes,
      options: Partial<IssueRequest> = {},
      at = now,
      overrides: Partial<IssuingPorts> = {},
    ) {
      const path = next('chain.pem')
      return issueCertificate(
        {
          request: typeof request === 'string' ? file(request) : request,
          authorityCertificates: certificates.map((one) => (typeof one === 'string' ? file(one) : one)),
          profile: 'code-signing',
          pathLength: undefined,
          days: undefined,
          signingAlgorithm: undefined,
          crlUrls: [],
          issuerUrls: [],
          register,
          output: { path, format: 'pem' },
          ...options,
        },
        ports(authority, at, overrides),
      )
    },

    async crl(
      authority: HeldKey,
      certificates: readonly (string | NamedBytes)[],
      options: Partial<CrlRequest> = {},
      at = now,
    ) {
      const path = next('ca.crl')
      return createCrl(
        {
          authorityCertificates: certificates.map((one) => (typeof one === 'string' ? file(one) : one)),
          revoke: [],
          days: undefined,
          signingAlgorithm: undefined,
          register,
          output: { path, format: 'der' },
          ...options,
        },
        ports(authority, at),
      )
    },
  }
}

/** A CA of the virtual PKI as one whose key is at hand. */
export const authorityOf = (authority: Authority): HeldKey & { readonly certificates: readonly NamedBytes[] } => ({
  ...hold(authority.key),
  certificates: [
    {
      name: 'ca.pem',
      bytes: new TextEncoder().encode(authority.certificatePem + authority.chainPem + authority.rootPem),
    },
  ],
})
