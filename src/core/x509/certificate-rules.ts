import type { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import type { Certificate } from './certificate.ts'
import { type ExtensionKind, extensionKinds } from './extensions.ts'
import { purpose as known } from './object-identifiers.ts'
import { refuse } from './refusal.ts'

/** What a certificate is looked at for. */
export interface RuleContext {
  /** Compared in whole seconds, both bounds of a validity included. */
  readonly at: Date
  /** An extended key usage, dotted decimal, or `any` to ask for none. */
  readonly purpose: string
}

/** Undefined: nothing to object to. */
export type CertificateRule = (certificate: Certificate, context: RuleContext) => ReleaseSigningError | undefined

/** The first objection that a list of rules has. */
export function firstRefusal(
  rules: readonly CertificateRule[],
  certificate: Certificate,
  context: RuleContext,
): ReleaseSigningError | undefined {
  for (const rule of rules) {
    const refusal = rule(certificate, context)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

const kindByOid: ReadonlyMap<string, ExtensionKind> = new Map(
  Object.values(extensionKinds).map((kind) => [kind.oid, kind]),
)

const criticalExtensions: CertificateRule = (certificate) => {
  for (const { oid, critical } of certificate.rawExtensions.values()) {
    if (!critical) continue
    const kind = kindByOid.get(oid)
    if (kind === undefined) {
      return refuse(certificate, 'certificate-extension-unknown', `critical extension ${oid} is not known`, {
        section: '4.2',
        hint: 'It asks for a check that is not made here; use a certificate without it.',
      })
    }
    if (kind.critical === 'never') {
      return refuse(certificate, 'certificate-extension-critical', `extension ${oid} must not be critical`, {
        section: kind.section,
      })
    }
  }
  return undefined
}

const validity: CertificateRule = (certificate, { at }) => {
  const { notBefore, notAfter } = certificate
  const second = Math.floor(at.getTime() / 1000)
  // Not a comparison that NaN would pass.
  if (!(second >= notBefore.getTime() / 1000)) {
    return refuse(certificate, 'certificate-not-yet-valid', `valid from ${text(notBefore)}, not yet at ${text(at)}`, {
      section: '6.1.3 (a)(2)',
      hint: 'Look at the clock, or at the time that was asked for.',
    })
  }
  if (!(second <= notAfter.getTime() / 1000)) {
    return refuse(certificate, 'certificate-expired', `valid until ${text(notAfter)}, no longer at ${text(at)}`, {
      section: '6.1.3 (a)(2)',
      hint: 'Use a certificate that is valid; what was signed before it expired needs a time stamp to show it.',
    })
  }
  return undefined
}

const text = (date: Date): string => (Number.isNaN(date.getTime()) ? 'no valid time' : date.toISOString())

const serialLength: CertificateRule = (certificate) =>
  certificate.serialHex.length > 2 * limits.serialOctets
    ? refuse(certificate, 'certificate-serial', `serial number longer than ${limits.serialOctets} octets`, {
        section: '4.1.2.2',
      })
    : undefined

const policyQualifiers: CertificateRule = (certificate) => {
  const { unknownQualifier } = certificate.extensions.certificatePolicies ?? {}
  const isCritical = certificate.rawExtensions.get(extensionKinds.certificatePolicies.oid)?.critical === true
  return isCritical && unknownQualifier !== undefined
    ? refuse(certificate, 'certificate-policy-qualifier', `policy qualifier ${unknownQualifier} is not known`, {
        section: '4.2.1.4',
      })
    : undefined
}

const isAuthority: CertificateRule = (certificate) =>
  certificate.extensions.basicConstraints?.ca === true
    ? undefined
    : refuse(certificate, 'certificate-not-ca', 'issued a certificate but is not a CA', {
        section: '6.1.4 (k)',
        hint: 'Its basic constraints do not let it issue; ask its CA for a chain of CA certificates.',
      })

const mayIssue: CertificateRule = (certificate) =>
  certificate.extensions.keyUsage?.has('keyCertSign') === false
    ? refuse(certificate, 'key-usage-cert-sign-missing', 'issued a certificate but its key usage lacks keyCertSign', {
        section: '6.1.4 (n)',
      })
    : undefined

/** A CA whose extended key usages leave the purpose out issues nothing for it. */
export const purposeNesting: CertificateRule = (certificate, { purpose }) => {
  const usages = certificate.extensions.extendedKeyUsage
  if (purpose === 'any' || usages === undefined || usages.has(purpose) || usages.has(known.any)) return undefined
  return refuse(certificate, 'extended-key-usage-nesting', `a CA that is not for the purpose ${purpose}`, {
    section: '4.2.1.12',
    hint: 'The signing certificate must be issued by a CA whose extended key usages allow for it.',
  })
}

const leafPurpose: CertificateRule = (certificate, { purpose }) => {
  const usages = certificate.extensions.extendedKeyUsage
  if (purpose === 'any' || usages === undefined || usages.has(purpose) || usages.has(known.any)) return undefined
  return refuse(certificate, 'extended-key-usage-mismatch', `not for the purpose ${purpose}`, {
    section: '4.2.1.12',
    hint: 'Its extended key usages must hold the purpose (codeSigning to sign a release).',
  })
}

/** A pinned root of version 1 is a name and a key; from version 3 on it says whether it is a CA. */
const anchorAuthority: CertificateRule = (certificate, context) =>
  certificate.version === 3 ? isAuthority(certificate, context) : undefined

const below = [serialLength, criticalExtensions, validity, policyQualifiers]

/** RFC 5280 section 6.1, as far as it looks at one certificate alone. */
export const rfc5280Rules = {
  leaf: [...below, leafPurpose],
  intermediate: [...below, isAuthority, mayIssue, purposeNesting],
  anchor: [criticalExtensions, validity, anchorAuthority, mayIssue],
} as const satisfies Record<string, readonly CertificateRule[]>
