import * as extension from '../core/x509/encode/extension.ts'
import { purpose } from '../core/x509/object-identifiers.ts'

/** What a certificate that is issued is for. */
export type IssueProfile = 'code-signing' | 'time-stamping' | 'subordinate-ca'

/** What a certificate in the register is for. */
export type CertificateProfile = IssueProfile | 'root'

export const issueProfiles = [
  'code-signing',
  'time-stamping',
  'subordinate-ca',
] as const satisfies readonly IssueProfile[]
export const certificateProfiles: readonly CertificateProfile[] = [
  'root',
  'subordinate-ca',
  'code-signing',
  'time-stamping',
]

export const isAuthority = (profile: CertificateProfile): profile is 'root' | 'subordinate-ca' =>
  profile === 'root' || profile === 'subordinate-ca'

/** The extended key usage that a profile stands for; none for a CA. Dotted decimal. */
export const purposeOf = (profile: CertificateProfile): string | undefined =>
  profile === 'code-signing' ? purpose.codeSigning : profile === 'time-stamping' ? purpose.timeStamping : undefined

/** Days that a certificate is valid for unless more or fewer are asked for. */
export const defaultDays: Readonly<Record<CertificateProfile, number>> = {
  root: 7_300,
  'subordinate-ca': 3_650,
  'code-signing': 365,
  'time-stamping': 3_650,
}

/** Key usage and basic constraints, both critical. @param pathLength of a CA; undefined: no limit */
export const usageExtensions = (profile: CertificateProfile, pathLength: number | undefined): readonly Uint8Array[] =>
  isAuthority(profile)
    ? [extension.authorityConstraints(pathLength), extension.keyUsage('keyCertSign', 'cRLSign')]
    : [extension.endEntityConstraints(), extension.keyUsage('digitalSignature')]
