import { awsOptions, caCertificateOption, publicationOptions, subjectOptions } from './identity-options.ts'
import type { NamesOf, OptionRow } from './option.ts'
import { privateCaIssuerOptions, rootOption } from './private-ca-options.ts'

/** The options of `certificate renew`, and inputs of the certificate action. */
export const renewOptions = [
  {
    group: 'The key and its certificate',
    name: 'kms-key-id',
    value: 'KEY',
    help: 'The key that signs releases: id, ARN, alias/NAME, alias ARN or awskms:///…',
  },
  {
    name: 'certificate-chain',
    value: 'FILE',
    help: 'Its certificate as it is, and those of its issuers. May be missing where common-name says whom the first is for.',
  },
  rootOption,
  {
    name: 'renew-before-days',
    value: 'NUMBER',
    help: 'Renew when the chain has fewer days left than these. Default: 30.',
  },
  {
    name: 'signing-algorithm',
    value: 'ALGORITHM',
    help: "AWS KMS's name of the algorithm for the request, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
  },
  ...privateCaIssuerOptions.map((row) => (row.name === 'private-ca' ? { ...row, group: 'By AWS Private CA' } : row)),
  {
    group: 'Or by a CA whose key is in AWS KMS',
    name: 'ca-kms-key-id',
    value: 'KEY',
    help: "The CA's key: id, ARN, alias/NAME, alias ARN or awskms:///…",
  },
  caCertificateOption,
  ...publicationOptions,
  {
    group: 'What is known as revoked',
    name: 'register',
    value: 'FILE',
    help: 'The register of what was issued and revoked. The new certificate is written down there. Needed for a CA in AWS KMS.',
  },
  {
    name: 'crl',
    value: 'FILE',
    repeatable: true,
    help: 'A certificate revocation list of the CA. Once one is given, the certificate as it is must be found good.',
  },
  ...subjectOptions.map((row) =>
    row.name === 'common-name'
      ? {
          ...row,
          group: 'Subject and names; default: those of the certificate as it is',
          help: 'CN: what people know it by. With it, the other fields of the subject count, too.',
        }
      : row,
  ),
  {
    name: 'san-uri',
    value: 'URI',
    repeatable: true,
    help: 'A URI as subject alternative name: what verify takes as certificate-identity.',
  },
  { name: 'san-email', value: 'ADDRESS', repeatable: true, help: 'An email address as subject alternative name.' },
  {
    group: 'What is written',
    name: 'days',
    value: 'NUMBER',
    help: 'How long the new certificate is valid. Default: 365; never longer than the CA.',
  },
  {
    name: 'out',
    value: 'FILE',
    help: 'Where the chain is afterwards, renewed or not. Default: the file of certificate-chain, which is replaced. Any other file is not.',
  },
  {
    name: 'dry-run',
    help: 'Say whether it is due, and do nothing. Neither the key nor the CA need be named then.',
  },
  ...awsOptions,
] as const satisfies readonly OptionRow[]

export type RenewOption = NamesOf<typeof renewOptions>
