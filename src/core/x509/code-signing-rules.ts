import { equalBytes } from '../bytes.ts'
import type { Certificate } from './certificate.ts'
import type { CertificateRule } from './certificate-rules.ts'
import { type Extensions, extensionKinds } from './extensions.ts'
import type { GeneralName } from './general-name.ts'
import { endsInNumber, isAbsoluteUri, isDnsName, parseMailbox } from './internet-name.ts'
import { purpose as known } from './object-identifiers.ts'
import { refuse } from './refusal.ts'
import { isSignedBy } from './signature.ts'

// What the code-signing profile asks beyond RFC 5280 section 6.1: what section 4 demands of whoever issues, and the
// CA/Browser Forum's code signing requirements.

const codeSigningRequirements = 'CA/Browser Forum Code Signing requirements section 7.1.2.3'

const versionThree: CertificateRule = (certificate) =>
  certificate.version === 3
    ? undefined
    : refuse(certificate, 'certificate-version', `version ${certificate.version}, not 3`, { section: '4.1.2.1' })

const positiveSerial: CertificateRule = (certificate) =>
  certificate.serial > 0n
    ? undefined
    : refuse(certificate, 'certificate-serial', 'serial number zero or negative', { section: '4.1.2.2' })

const isCritical = ({ rawExtensions }: Certificate, name: keyof Extensions): boolean =>
  rawExtensions.get(extensionKinds[name].oid)?.critical === true

const criticality: CertificateRule = (certificate) => {
  for (const { oid, section, critical } of Object.values(extensionKinds)) {
    if (critical === 'always' && certificate.rawExtensions.get(oid)?.critical === false) {
      return refuse(certificate, 'certificate-extension-not-critical', `extension ${oid} must be critical`, { section })
    }
  }
  return undefined
}

const criticalBasicConstraints: CertificateRule = (certificate) =>
  isCritical(certificate, 'basicConstraints')
    ? undefined
    : refuse(certificate, 'certificate-extension-not-critical', "a CA's basic constraints must be critical", {
        section: '4.2.1.9',
      })

const subjectKeyIdentifier: CertificateRule = (certificate) =>
  certificate.extensions.subjectKeyIdentifier !== undefined
    ? undefined
    : refuse(certificate, 'subject-key-identifier-missing', 'a CA without a subject key identifier', {
        section: '4.2.1.2',
      })

const authorityKeyIdentifier: CertificateRule = (certificate) =>
  certificate.extensions.authorityKeyIdentifier?.keyId !== undefined
    ? undefined
    : refuse(certificate, 'authority-key-identifier-missing', 'no authority key identifier', { section: '4.2.1.1' })

/** The forms that have a syntax; what it means is left to whoever compares names. */
function isWellFormed(name: GeneralName): boolean {
  switch (name.kind) {
    case 'dns':
      return isDnsName(name.text) && !name.text.includes('_') && !endsInNumber(name.text)
    case 'email':
      return parseMailbox(name.text) !== undefined
    case 'uri':
      return isAbsoluteUri(name.text)
    default:
      return true
  }
}

const alternativeNames: CertificateRule = (certificate) => {
  const broken = certificate.extensions.subjectAlternativeName?.find((name) => !isWellFormed(name))
  return broken === undefined
    ? undefined
    : refuse(certificate, 'alternative-name-malformed', `a subject alternative name that is no ${broken.kind} name`, {
        section: '4.2.1.6',
      })
}

const notAuthority: CertificateRule = (certificate) =>
  certificate.extensions.basicConstraints?.ca === true
    ? refuse(certificate, 'certificate-is-ca', 'a CA where the signing certificate should be', {
        section: codeSigningRequirements,
        hint: 'Sign with a certificate that is not a CA; with one key, one use.',
      })
    : undefined

const noNameConstraints: CertificateRule = (certificate) =>
  certificate.extensions.nameConstraints === undefined
    ? undefined
    : refuse(certificate, 'certificate-name-constraints', 'name constraints in a certificate that is no CA', {
        section: '4.2.1.10',
      })

const noCertificateSigning: CertificateRule = (certificate) =>
  certificate.extensions.keyUsage?.has('keyCertSign') === true
    ? refuse(certificate, 'key-usage-cert-sign-unexpected', 'key usage keyCertSign in a certificate that is no CA', {
        section: '4.2.1.3',
      })
    : undefined

/** A time stamp may be signed under nonRepudiation alone (RFC 3161 section 2.3). */
const digitalSignature: CertificateRule = (certificate, { purpose }) => {
  const usages = certificate.extensions.keyUsage
  if (usages === undefined || usages.has('digitalSignature')) return undefined
  if (purpose === known.timeStamping && usages.has('nonRepudiation')) return undefined
  return refuse(certificate, 'key-usage-digital-signature-missing', 'key usage without digitalSignature', {
    section: '4.2.1.3',
    hint: 'Ask the CA for a certificate with key usage digitalSignature.',
  })
}

/** The purpose stands there, alone or beside others, but for the two that the requirements forbid. */
const exactPurpose: CertificateRule = (certificate, { purpose }) => {
  if (purpose === 'any') return undefined
  const rule = {
    section: codeSigningRequirements,
    hint: 'Ask the CA for a certificate with extended key usage codeSigning.',
  }
  const usages = certificate.extensions.extendedKeyUsage
  if (usages === undefined) {
    return refuse(certificate, 'extended-key-usage-missing', 'no extended key usage', rule)
  }
  if (usages.has(known.any)) {
    return refuse(certificate, 'extended-key-usage-any', 'extended key usage anyExtendedKeyUsage', rule)
  }
  if (usages.has(known.serverAuth) && purpose !== known.serverAuth) {
    return refuse(certificate, 'extended-key-usage-server-auth', 'extended key usage serverAuth', rule)
  }
  return undefined
}

const leafHasName: CertificateRule = (certificate) => {
  if (certificate.subject.rdns.length > 0) return undefined
  return isCritical(certificate, 'subjectAlternativeName')
    ? undefined
    : refuse(certificate, 'certificate-name-missing', 'neither a subject nor a critical subject alternative name', {
        section: '4.1.2.6, 4.2.1.6',
      })
}

/** RFC 5280 section 4.2.1.1; a self-signed root's own, where it is there, names its own key and nothing else. */
const anchorKeyIdentifier: CertificateRule = (certificate) => {
  const { authorityKeyIdentifier: own, subjectKeyIdentifier } = certificate.extensions
  if (own === undefined || !certificate.selfIssued) return undefined
  if (own.keyId === undefined || own.issuer !== undefined) {
    return refuse(
      certificate,
      'authority-key-identifier-unfit',
      'authority key identifier is not a key identifier alone',
      {
        section: '4.2.1.1',
      },
    )
  }
  return subjectKeyIdentifier !== undefined && equalBytes(own.keyId, subjectKeyIdentifier)
    ? undefined
    : refuse(certificate, 'authority-key-identifier-mismatch', 'names another key than its own', { section: '4.2.1.1' })
}

const ownSignature: CertificateRule = (certificate) => {
  const { selfIssued, signatureAlgorithm, publicKey } = certificate
  if (!selfIssued || signatureAlgorithm === undefined || isSignedBy(certificate, publicKey)) return undefined
  return refuse(certificate, 'certificate-signature-invalid', 'a root that is not signed with its own key', {
    section: '6.1.1 (d)',
    hint: 'Get the root certificate again, from where you trust it to be right.',
  })
}

const everywhere = [versionThree, criticality, alternativeNames]
// That a CA has a subject needs no rule: what it issues would have no issuer, and does not parse.
const authority = [...everywhere, criticalBasicConstraints, subjectKeyIdentifier]

/** On top of `rfc5280Rules`. */
export const codeSigningRules = {
  leaf: [
    ...everywhere,
    positiveSerial,
    authorityKeyIdentifier,
    notAuthority,
    noNameConstraints,
    noCertificateSigning,
    digitalSignature,
    exactPurpose,
    leafHasName,
  ],
  intermediate: [...authority, positiveSerial, authorityKeyIdentifier],
  anchor: [...authority, anchorKeyIdentifier, ownSignature],
} as const satisfies Record<string, readonly CertificateRule[]>
