import { certificateArnOf, parsePrivateCaArn, templateArn } from '../adapters/aws/private-ca-arn.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { type PrivateCaIssueRequest, templateFor } from '../identity/issue-by-private-ca.ts'
import type { PrivateCaImportRequest } from '../identity/private-ca-import.ts'
import { type IssueProfile, issueProfiles } from '../identity/profile.ts'
import type { IssueOption } from './identity-options.ts'
import { readDays, readOutput, readPathLength } from './identity-values.ts'
import type { OptionValues } from './option.ts'
import type { PrivateCaImportOption } from './private-ca-options.ts'
import { choice, missing, required } from './read-values.ts'

/** All of them throw ReleaseSigningError `usage`, `input-missing`, `input-invalid` or what a file is refused for. */

const ofKms = ['kms-key-id', 'ca-certificate', 'crl-url', 'issuer-url', 'aws-region'] as const
const ofPrivateCa = ['template', 'private-ca-certificate', 'root-certificate'] as const

/** Refuses options that only the other kind of CA knows. */
export function checkIssuer(values: OptionValues<IssueOption>): void {
  const isPrivate = values.text('private-ca') !== undefined
  const idle = (isPrivate ? ofKms : ofPrivateCa).find((name) => values.texts(name).length > 0)
  if (idle === undefined) return
  const own = values.label('private-ca')
  throw new ReleaseSigningError('usage', `${values.label(idle)} ${isPrivate ? 'with' : 'without'} ${own}`, {
    hint: isPrivate
      ? 'A CA in AWS Private CA brings its own key, certificates and distribution points: leave it out.'
      : `It is for a CA in AWS Private CA: name that with ${own}, or leave it out.`,
  })
}

export async function readPrivateCaIssueRequest(values: OptionValues<IssueOption>): Promise<PrivateCaIssueRequest> {
  required(values, 'request', 'Name the file with the request that `certificate request` or another tool made.')
  const [request] = await values.files('request', limits.certificateFileBytes)
  if (request === undefined) throw missing(values.label('request'))
  const profile = choice(values, 'profile', issueProfiles)
  const pathLength = readPathLength(values)
  if (pathLength !== undefined && profile !== 'subordinate-ca') {
    throw new ReleaseSigningError('usage', `a path length for ${profile}`, { hint: 'Only a CA has one.' })
  }
  return {
    request,
    profile,
    template: readTemplate(values, profile, pathLength),
    days: readDays(values),
    signingAlgorithm: values.text('signing-algorithm'),
    collect: readCollect(values),
    rootCertificates: await values.files('root-certificate', limits.certificateFileBytes),
    register: values.text('register'),
    output: readOutput(values, 'pem'),
  }
}

/** ARN of the template that was named, or of the profile's. */
export function readTemplate(
  values: OptionValues<'template' | 'private-ca'>,
  profile: IssueProfile,
  pathLength: number | undefined,
): string {
  const name = values.text('template') ?? templateFor(profile, pathLength)
  if (name !== undefined) return templateArn(name, parsePrivateCaArn(required(values, 'private-ca')))
  throw new ReleaseSigningError('input-missing', `AWS Private CA has no template of its own for ${profile}`, {
    hint: `Name one with ${values.label('template')}, such as BlankEndEntityCertificate_CSRPassthrough/V1.`,
  })
}

/** ARN of the certificate that is only to be collected. */
export function readCollect(values: OptionValues<'private-ca-certificate' | 'private-ca'>): string | undefined {
  const text = values.text('private-ca-certificate')
  return text === undefined ? undefined : certificateArnOf(parsePrivateCaArn(required(values, 'private-ca')), text)
}

export async function readPrivateCaImportRequest(
  values: OptionValues<PrivateCaImportOption>,
): Promise<PrivateCaImportRequest> {
  required(values, 'certificate-chain', 'Name the file with the certificate that was made from the request.')
  required(values, 'root-certificate', 'Pin the root that signed it: what does not lead there is not installed.')
  return {
    certificates: await values.files('certificate-chain', limits.certificateFileBytes),
    rootCertificates: await values.files('root-certificate', limits.certificateFileBytes),
  }
}
