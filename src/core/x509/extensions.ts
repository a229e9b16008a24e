import { type DerElement, parseDer } from '../der/reader.ts'
import { ReleaseSigningError } from '../error.ts'
import { type DistributionPoint, parseDistributionPoints } from './distribution-point.ts'
import type { RawExtension } from './extension-list.ts'
import {
  type AccessDescription,
  type AuthorityKeyIdentifier,
  type BasicConstraints,
  type KeyUsage,
  parseAlternativeNames,
  parseAuthorityKeyIdentifier,
  parseBasicConstraints,
  parseExtendedKeyUsage,
  parseInformationAccess,
  parseKeyUsage,
  parseSubjectKeyIdentifier,
} from './extension-values.ts'
import type { GeneralName } from './general-name.ts'
import { type NameConstraints, parseNameConstraints } from './name-constraints.ts'
import {
  type CertificatePolicies,
  type PolicyConstraints,
  type PolicyMappings,
  parseCertificatePolicies,
  parseInhibitAnyPolicy,
  parsePolicyConstraints,
  parsePolicyMappings,
} from './policy-values.ts'

/** Extensions that are read, each by its place in RFC 5280 section 4.2; undefined where absent. */
export interface Extensions {
  readonly authorityKeyIdentifier: AuthorityKeyIdentifier | undefined
  readonly subjectKeyIdentifier: Uint8Array | undefined
  readonly keyUsage: ReadonlySet<KeyUsage> | undefined
  readonly certificatePolicies: CertificatePolicies | undefined
  readonly policyMappings: PolicyMappings | undefined
  readonly subjectAlternativeName: readonly GeneralName[] | undefined
  readonly issuerAlternativeName: readonly GeneralName[] | undefined
  readonly basicConstraints: BasicConstraints | undefined
  readonly nameConstraints: NameConstraints | undefined
  readonly policyConstraints: PolicyConstraints | undefined
  /** Dotted decimal. */
  readonly extendedKeyUsage: ReadonlySet<string> | undefined
  readonly crlDistributionPoints: readonly DistributionPoint[] | undefined
  readonly inhibitAnyPolicy: number | undefined
  readonly freshestCrl: readonly DistributionPoint[] | undefined
  readonly authorityInformationAccess: readonly AccessDescription[] | undefined
  readonly subjectInformationAccess: readonly AccessDescription[] | undefined
}

export interface ExtensionKind {
  readonly oid: string
  /** Section of RFC 5280. */
  readonly section: string
  /**
   * What its issuer had to mark it. `never`: nothing here acts on it, so that a critical one is refused as unknown
   * would be.
   */
  readonly critical: 'always' | 'either' | 'never'
}

/** The extensions that are known. */
export const extensionKinds: Readonly<Record<keyof Extensions, ExtensionKind>> = {
  authorityKeyIdentifier: { oid: '2.5.29.35', section: '4.2.1.1', critical: 'never' },
  subjectKeyIdentifier: { oid: '2.5.29.14', section: '4.2.1.2', critical: 'never' },
  keyUsage: { oid: '2.5.29.15', section: '4.2.1.3', critical: 'either' },
  certificatePolicies: { oid: '2.5.29.32', section: '4.2.1.4', critical: 'either' },
  policyMappings: { oid: '2.5.29.33', section: '4.2.1.5', critical: 'either' },
  subjectAlternativeName: { oid: '2.5.29.17', section: '4.2.1.6', critical: 'either' },
  issuerAlternativeName: { oid: '2.5.29.18', section: '4.2.1.7', critical: 'either' },
  basicConstraints: { oid: '2.5.29.19', section: '4.2.1.9', critical: 'either' },
  nameConstraints: { oid: '2.5.29.30', section: '4.2.1.10', critical: 'always' },
  policyConstraints: { oid: '2.5.29.36', section: '4.2.1.11', critical: 'always' },
  extendedKeyUsage: { oid: '2.5.29.37', section: '4.2.1.12', critical: 'either' },
  crlDistributionPoints: { oid: '2.5.29.31', section: '4.2.1.13', critical: 'either' },
  inhibitAnyPolicy: { oid: '2.5.29.54', section: '4.2.1.14', critical: 'always' },
  freshestCrl: { oid: '2.5.29.46', section: '4.2.1.15', critical: 'never' },
  authorityInformationAccess: { oid: '1.3.6.1.5.5.7.1.1', section: '4.2.2.1', critical: 'never' },
  subjectInformationAccess: { oid: '1.3.6.1.5.5.7.1.11', section: '4.2.2.2', critical: 'never' },
}

/**
 * Reads every extension that is known; malformed means refused, critical or not.
 *
 * @throws ReleaseSigningError `certificate-extension-malformed` or `limit-exceeded`
 */
export function parseExtensions(raw: ReadonlyMap<string, RawExtension>, what: string): Extensions {
  const read = <T>(name: keyof Extensions, parse: (element: DerElement, what: string) => T): T | undefined => {
    const { oid, section } = extensionKinds[name]
    const extension = raw.get(oid)
    if (extension === undefined) return undefined
    try {
      return parse(parseDer(extension.value, name), name)
    } catch (error) {
      if (!(error instanceof ReleaseSigningError) || error.code === 'limit-exceeded') throw error
      throw new ReleaseSigningError(
        'certificate-extension-malformed',
        `${what}: malformed extension ${error.message}`,
        {
          rule: `RFC 5280 section ${section}`,
          hint: 'Whoever issued the certificate has to issue it again.',
          cause: error,
        },
      )
    }
  }
  return {
    authorityKeyIdentifier: read('authorityKeyIdentifier', parseAuthorityKeyIdentifier),
    subjectKeyIdentifier: read('subjectKeyIdentifier', parseSubjectKeyIdentifier),
    keyUsage: read('keyUsage', parseKeyUsage),
    certificatePolicies: read('certificatePolicies', parseCertificatePolicies),
    policyMappings: read('policyMappings', parsePolicyMappings),
    subjectAlternativeName: read('subjectAlternativeName', parseAlternativeNames),
    issuerAlternativeName: read('issuerAlternativeName', parseAlternativeNames),
    basicConstraints: read('basicConstraints', parseBasicConstraints),
    nameConstraints: read('nameConstraints', parseNameConstraints),
    policyConstraints: read('policyConstraints', parsePolicyConstraints),
    extendedKeyUsage: read('extendedKeyUsage', parseExtendedKeyUsage),
    crlDistributionPoints: read('crlDistributionPoints', parseDistributionPoints),
    inhibitAnyPolicy: read('inhibitAnyPolicy', parseInhibitAnyPolicy),
    freshestCrl: read('freshestCrl', parseDistributionPoints),
    authorityInformationAccess: read('authorityInformationAccess', parseInformationAccess),
    subjectInformationAccess: read('subjectInformationAccess', parseInformationAccess),
  }
}
