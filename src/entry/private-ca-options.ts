import type { NamesOf, OptionRow } from './option.ts'

/** The options that have AWS Private CA issue, on whichever command. */
export const privateCaIssuerOptions = [
  {
    group: 'Or by AWS Private CA',
    name: 'private-ca',
    value: 'ARN',
    help: 'The CA in AWS Private CA that issues. Its Region is the one in the ARN.',
  },
  {
    name: 'template',
    value: 'NAME',
    help: 'The template to issue by, or its ARN. Default: CodeSigningCertificate/V1, or SubordinateCACertificate_PathLenN/V1 for subordinate-ca.',
  },
  {
    name: 'private-ca-certificate',
    value: 'ARN',
    help: 'A certificate of that CA which was issued for this key already, and could not be collected or written then. It is collected now, and no other is bought.',
  },
] as const satisfies readonly OptionRow[]

export const rootOption = {
  name: 'root-certificate',
  value: 'FILE',
  repeatable: true,
  help: 'The root that verifiers pin, which the certificate must reach. Default: the root that AWS Private CA names.',
} as const satisfies OptionRow

const caOption = {
  group: 'The CA',
  name: 'private-ca',
  value: 'ARN',
  help: 'The subordinate CA in AWS Private CA. Its Region is the one in the ARN.',
} as const satisfies OptionRow

const fipsOption = {
  group: 'AWS',
  name: 'use-fips-endpoint',
  help: 'Talk to the FIPS endpoints of AWS.',
} as const satisfies OptionRow

/** The options of `private-ca request`. */
export const privateCaRequestOptions = [
  caOption,
  {
    group: 'What is written',
    name: 'out',
    value: 'FILE',
    help: 'Where the request is written. A file that is there is never written over.',
  },
  { name: 'format', value: 'pem|der', help: 'Default: pem.' },
  fipsOption,
] as const satisfies readonly OptionRow[]

/** The options of `private-ca import`. */
export const privateCaImportOptions = [
  caOption,
  {
    group: 'What is installed',
    name: 'certificate-chain',
    value: 'FILE',
    repeatable: true,
    help: "The CA's new certificate and those of its issuers, in any order; the root may be among them.",
  },
  {
    ...rootOption,
    help: 'The root that verifiers pin, which the certificate must reach. It is installed as the end of the chain.',
  },
  fipsOption,
] as const satisfies readonly OptionRow[]

export type PrivateCaRequestOption = NamesOf<typeof privateCaRequestOptions>
export type PrivateCaImportOption = NamesOf<typeof privateCaImportOptions>
