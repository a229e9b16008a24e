import type { NamesOf, OptionRow } from './option.ts'
import { privateCaIssuerOptions, rootOption } from './private-ca-options.ts'

export const awsOptions = [
  {
    group: 'AWS',
    name: 'aws-region',
    value: 'REGION',
    help: "The key's Region. Default: the one in its ARN, else the environment's.",
  },
  { name: 'use-fips-endpoint', help: 'Talk to the FIPS endpoints of AWS.' },
] as const satisfies readonly OptionRow[]

const keyOptions = [
  {
    name: 'signing-algorithm',
    value: 'ALGORITHM',
    help: "AWS KMS's name of the algorithm, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
  },
] as const satisfies readonly OptionRow[]

export const subjectOptions = [
  {
    group: 'Subject, each field as it is to be read',
    name: 'common-name',
    value: 'TEXT',
    help: 'CN: what people know it by.',
  },
  { name: 'organization', value: 'TEXT', help: 'O.' },
  { name: 'organizational-unit', value: 'TEXT', repeatable: true, help: 'OU.' },
  { name: 'locality', value: 'TEXT', help: 'L: the city.' },
  { name: 'state', value: 'TEXT', help: 'ST: the state or province.' },
  { name: 'country', value: 'CODE', help: 'C: two capital letters (ISO 3166).' },
] as const satisfies readonly OptionRow[]

export type SubjectOption = NamesOf<typeof subjectOptions>

const outputOptions = [
  {
    group: 'What is written',
    name: 'out',
    value: 'FILE',
    help: 'Where it is written. A file that is there is never written over.',
  },
  { name: 'format', value: 'pem|der', help: 'Default: pem.' },
] as const satisfies readonly OptionRow[]

const registerOption = {
  name: 'register',
  value: 'FILE',
  help: 'The register of what was issued and revoked, plain text to keep in git. It is made where it is not there.',
} as const satisfies OptionRow

export const caCertificateOption = {
  name: 'ca-certificate',
  value: 'FILE',
  repeatable: true,
  help: "The CA's certificate, and those of its issuers up to the root, in any order.",
} as const satisfies OptionRow

/** Where verifiers find what the CA publishes; it goes into what it issues. */
export const publicationOptions = [
  {
    name: 'crl-url',
    value: 'URL',
    repeatable: true,
    help: "Where the CA's CRL is published (CRL distribution point).",
  },
  {
    name: 'issuer-url',
    value: 'URL',
    repeatable: true,
    help: "Where the CA's certificate is published (authority information access).",
  },
] as const satisfies readonly OptionRow[]

const authorityOptions = [
  {
    group: 'The CA',
    name: 'kms-key-id',
    value: 'KEY',
    help: "The CA's key in AWS KMS: id, ARN, alias/NAME, alias ARN or awskms:///…",
  },
  caCertificateOption,
  registerOption,
  ...keyOptions,
] as const satisfies readonly OptionRow[]

const days = (help: string) => ({ name: 'days', value: 'NUMBER', help }) as const
const pathLength = (help: string) => ({ name: 'path-length', value: 'NUMBER', help }) as const

/** The options of `key create`. */
export const createKeyOptions = [
  {
    group: 'The key',
    name: 'alias',
    value: 'alias/NAME',
    help: 'A name for it. One that is taken is refused.',
  },
  {
    name: 'key-spec',
    value: 'SPEC',
    help: 'RSA_3072, RSA_4096, ECC_NIST_P256 (default), ECC_NIST_P384, ECC_NIST_P521, ECC_NIST_EDWARDS25519, ML_DSA_44, … A CA that is to live long does not take ECC_NIST_EDWARDS25519, with which KMS signs no more than 4,096 bytes.',
  },
  { name: 'description', value: 'TEXT', help: 'What it is for, for people.' },
  { name: 'tag', value: 'KEY=VALUE', repeatable: true, help: 'A tag; the first = divides it.' },
  {
    name: 'policy',
    value: 'FILE',
    help: "The key policy, JSON. Default: KMS's own, which leaves the decision to the account's IAM policies.",
  },
  ...awsOptions,
] as const satisfies readonly OptionRow[]

/** The options of `certificate request`. */
export const requestOptions = [
  {
    group: 'The key',
    name: 'kms-key-id',
    value: 'KEY',
    help: 'The key to have certified: id, ARN, alias/NAME, alias ARN or awskms:///…',
  },
  ...keyOptions,
  {
    name: 'register',
    value: 'FILE',
    help: 'The register of your CA: a key that it knows for another use is refused.',
  },
  ...subjectOptions,
  {
    group: 'Names to verify by',
    name: 'san-uri',
    value: 'URI',
    repeatable: true,
    help: 'A URI as subject alternative name: what verify takes as certificate-identity. cosign needs one, or an email address.',
  },
  { name: 'san-email', value: 'ADDRESS', repeatable: true, help: 'An email address as subject alternative name.' },
  {
    group: 'What it is for',
    name: 'profile',
    value: 'code-signing|time-stamping|subordinate-ca',
    help: 'Key usage, basic constraints and extended key usage to ask for. Default: code-signing.',
  },
  {
    name: 'extended-key-usage',
    value: 'code-signing|time-stamping|OID',
    repeatable: true,
    help: "In place of the profile's. A subordinate CA is narrowed to these purposes.",
  },
  ...outputOptions,
  ...awsOptions,
] as const satisfies readonly OptionRow[]

/** The options of `certificate create-root`. */
export const rootOptions = [
  {
    group: 'The CA',
    name: 'kms-key-id',
    value: 'KEY',
    help: 'The key of the root, used for nothing else: id, ARN, alias/NAME, alias ARN or awskms:///…',
  },
  registerOption,
  ...keyOptions,
  ...subjectOptions,
  { group: 'Constraints', ...pathLength('CAs that may stand in a path below it. Default: no limit.') },
  days('How long it is valid. Default: 7300.'),
  ...outputOptions,
  ...awsOptions,
] as const satisfies readonly OptionRow[]

/** The options of `certificate issue`. */
export const issueOptions = [
  { group: 'What to certify', name: 'request', value: 'FILE', help: 'The request (PKCS #10), PEM or DER.' },
  {
    name: 'profile',
    value: 'code-signing|time-stamping|subordinate-ca',
    help: 'What the certificate is for. Default: code-signing. Of what the request asks for, only what the profile allows is given.',
  },
  days('How long it is valid. Default: 365 for code-signing, else 3650; never longer than the CA.'),
  pathLength('CAs that may stand below a subordinate CA. Default: 0.'),
  ...publicationOptions,
  ...authorityOptions,
  ...privateCaIssuerOptions,
  rootOption,
  ...outputOptions,
  ...awsOptions,
] as const satisfies readonly OptionRow[]

/** The options of `crl create`. */
export const crlOptions = [
  {
    group: 'Revocation',
    name: 'revoke',
    value: 'SERIAL',
    repeatable: true,
    help: 'A certificate to revoke now, by its serial number in hexadecimal. What the register knows as revoked stays on the list.',
  },
  {
    name: 'reason',
    value: 'REASON',
    help: 'keyCompromise, cACompromise, affiliationChanged, superseded, cessationOfOperation, privilegeWithdrawn or unspecified (default).',
  },
  { name: 'revoked-at', value: 'TIME', help: 'When it was revoked (RFC 3339). Default: now.' },
  {
    name: 'invalid-since',
    value: 'TIME',
    help: 'Since when the key is believed to be compromised, say. What is signed later is refused.',
  },
  days('Until the next CRL at the latest. Default: 30.'),
  ...authorityOptions,
  {
    group: 'What is written',
    name: 'out',
    value: 'FILE',
    help: "Where it is written. This CA's earlier CRL is replaced, any other file is not.",
  },
  { name: 'format', value: 'der|pem', help: 'Default: der, as distribution points have it.' },
  ...awsOptions,
] as const satisfies readonly OptionRow[]

export type CreateKeyOption = NamesOf<typeof createKeyOptions>
export type RequestOption = NamesOf<typeof requestOptions>
export type RootOption = NamesOf<typeof rootOptions>
export type IssueOption = NamesOf<typeof issueOptions>
export type CrlOption = NamesOf<typeof crlOptions>
