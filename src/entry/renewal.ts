import { createPrivateCa } from '../adapters/aws/private-ca.ts'
import type { CredentialProvider } from '../adapters/aws/web-identity.ts'
import { createKmsSigner } from '../adapters/kms/kms.ts'
import { environmentFetch } from '../adapters/proxy/proxy.ts'
import { systemTimers } from '../adapters/waiting/timers.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { purpose } from '../core/x509/object-identifiers.ts'
import type { TrustAnchor } from '../core/x509/trust-anchor.ts'
import { openAuthority } from '../identity/authority.ts'
import { issueByPrivateCa } from '../identity/issue-by-private-ca.ts'
import { type IssueRequest, issueCertificate } from '../identity/issue-certificate.ts'
import type { IdentityFiles, Randomness } from '../identity/ports.ts'
import { openRegister } from '../identity/register-file.ts'
import type { RenewalParties, RenewalRequest } from '../identity/renew-certificate.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import type { Clock, Signer } from '../release/ports.ts'
import { anchorsOf } from '../release/verify/verify-policy.ts'
import { readUrl } from './identity-requests.ts'
import { readDays, readSubject } from './identity-values.ts'
import type { OptionValues } from './option.ts'
import { readCollect, readTemplate } from './private-ca-requests.ts'
import { required, wholeNumber } from './read-values.ts'
import type { RenewOption } from './renew-options.ts'

type Values = OptionValues<RenewOption>

const defaultRenewBeforeDays = 30

/** @throws ReleaseSigningError `usage`, `input-missing` or what a file is refused for */
export async function readRenewalRequest(values: Values): Promise<RenewalRequest> {
  const certificates = (name: RenewOption) => values.files(name, limits.certificateFileBytes)
  const days = values.text('renew-before-days')
  checkIssuer(values)
  return {
    current: await readCurrent(values),
    output: readOutputPath(values),
    renewBeforeDays:
      days === undefined ? defaultRenewBeforeDays : wholeNumber(values.label('renew-before-days'), days, 0, 36_500),
    subject: values.text('common-name') === undefined ? noSubject(values) : readSubject(values),
    alternativeNames: { uris: values.texts('san-uri'), emails: values.texts('san-email') },
    signingAlgorithm: values.text('signing-algorithm'),
    rootCertificates: await certificates('root-certificate'),
    crls: await values.files('crl', limits.crlFileBytes),
    register: values.text('register'),
  }
}

/** A file that is not there yet is the first renewal of all, where its subject is named. */
async function readCurrent(values: Values): Promise<NamedBytes | undefined> {
  try {
    const [current] = await values.files('certificate-chain', limits.certificateFileBytes)
    return current
  } catch (error) {
    const isMissing = error instanceof ReleaseSigningError && error.code === 'file-not-found'
    if (isMissing && values.text('common-name') !== undefined) return undefined
    throw error
  }
}

function readOutputPath(values: Values): string {
  const chain = values.text('certificate-chain')
  const path = values.text('out') ?? (chain?.includes('-----BEGIN') ? undefined : chain)
  if (path !== undefined) return path
  return required(values, 'out', 'Name the file that holds the chain afterwards.')
}

const subjectDetails = ['organization', 'organizational-unit', 'locality', 'state', 'country'] as const

function noSubject(values: Values): undefined {
  const idle = subjectDetails.find((name) => values.texts(name).length > 0)
  if (idle === undefined) return undefined
  throw new ReleaseSigningError('usage', `${values.label(idle)} without ${values.label('common-name')}`, {
    hint: 'Give the whole subject, or none of it: it is then that of the certificate as it is.',
  })
}

const ofKms = ['ca-kms-key-id', 'ca-certificate', 'crl-url', 'issuer-url'] as const

/** @throws ReleaseSigningError `usage` or `input-missing` unless one CA is named, with what belongs to it alone */
function checkIssuer(values: Values): void {
  if (values.flag('dry-run')) return
  const own = values.label('private-ca')
  const other = values.label('ca-kms-key-id')
  if (values.text('private-ca') !== undefined) {
    const idle = ofKms.find((name) => values.texts(name).length > 0)
    if (idle === undefined) return
    throw new ReleaseSigningError('usage', `${values.label(idle)} with ${own}`, {
      hint: 'One CA issues: AWS Private CA, or one whose key is in AWS KMS.',
    })
  }
  required(values, 'ca-kms-key-id', `Name the CA that issues: ${own} or ${other}.`)
  required(values, 'ca-certificate', "Name the file with the CA's certificate; add those of its issuers.")
  required(values, 'register', 'Name the file that keeps what was issued and revoked, such as ca/register.txt.')
  const idle = (['template', 'private-ca-certificate'] as const).find((name) => values.text(name) !== undefined)
  if (idle === undefined) return
  throw new ReleaseSigningError('usage', `${values.label(idle)} without ${own}`, {
    hint: 'It is for a CA in AWS Private CA.',
  })
}

export interface RenewalContext {
  readonly files: IdentityFiles
  readonly clock: Clock
  readonly random: Randomness
  readonly token: () => string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Undefined: the SDK's default chain. */
  readonly credentials: CredentialProvider | undefined
}

/** The key that signs, and whoever issues; none where it is only looked. */
export function renewalParties(
  values: Values,
  request: RenewalRequest,
  context: RenewalContext,
): RenewalParties | undefined {
  if (values.flag('dry-run')) return undefined
  const issue =
    values.text('private-ca') === undefined
      ? kmsIssuer(values, request, context)
      : privateCaIssuer(values, request, context)
  return { signer: signerFor(values, 'kms-key-id', context), issue }
}

const awsFor = (values: Values, { credentials, environment }: RenewalContext) => ({
  useFipsEndpoint: values.flag('use-fips-endpoint'),
  credentials,
  environment,
  timers: systemTimers,
})

const signerFor = (values: Values, name: 'kms-key-id' | 'ca-kms-key-id', context: RenewalContext) =>
  createKmsSigner({
    ...awsFor(values, context),
    keyId: required(values, name, 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
    region: values.text('aws-region'),
  })

function privateCaIssuer(
  values: Values,
  { rootCertificates, register }: RenewalRequest,
  context: RenewalContext,
): RenewalParties['issue'] {
  const { files, clock, environment, token } = context
  const template = readTemplate(values, 'code-signing', undefined)
  const days = readDays(values)
  const collect = readCollect(values)
  const arn = required(values, 'private-ca')
  const privateCa = createPrivateCa({
    ...awsFor(values, context),
    arn,
    fetch: environmentFetch(environment),
    clock,
    token,
  })
  return (request, output) =>
    issueByPrivateCa(
      {
        request,
        profile: 'code-signing',
        template,
        days,
        signingAlgorithm: undefined,
        collect,
        rootCertificates,
        register,
        output,
      },
      { privateCa, files, clock },
    )
}

function kmsIssuer(
  values: Values,
  { rootCertificates, register }: RenewalRequest,
  context: RenewalContext,
): RenewalParties['issue'] {
  const { files, clock, random } = context
  const signer = signerFor(values, 'ca-kms-key-id', context)
  const days = readDays(values)
  return async (request, output) => {
    const given = await values.files('ca-certificate', limits.certificateFileBytes)
    const order: IssueRequest = {
      request,
      authorityCertificates: [...given, ...rootCertificates],
      profile: 'code-signing',
      pathLength: undefined,
      days,
      signingAlgorithm: undefined,
      crlUrls: values.texts('crl-url').map(readUrl),
      issuerUrls: values.texts('issuer-url').map(readUrl),
      register: register ?? required(values, 'register'),
      output,
    }
    if (rootCertificates.length > 0) await expectPinned(order, anchorsOf(rootCertificates), signer, context)
    return issueCertificate(order, { signer, files, clock, random })
  }
}

/** Before the CA signs: whoever pins a root must be able to follow. */
async function expectPinned(
  { authorityCertificates, register }: IssueRequest,
  pinned: readonly TrustAnchor[],
  signer: Signer,
  { files, clock }: RenewalContext,
): Promise<void> {
  const { content } = await openRegister(register, files)
  const { anchor } = await openAuthority(
    {
      certificates: authorityCertificates,
      signingAlgorithm: undefined,
      at: clock(),
      purpose: purpose.codeSigning,
      register: content,
    },
    signer,
  )
  if (pinned.some(({ certificate }) => certificate.sha256 === anchor.certificate.sha256)) return
  throw new ReleaseSigningError('path-not-found', 'the CA does not lead to a root that is pinned', {
    hint: 'Check ca-certificate and root-certificate.',
  })
}
