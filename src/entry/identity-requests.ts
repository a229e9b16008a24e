import { type KeySpec, signatureAlgorithms } from '../core/algorithm.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { purpose } from '../core/x509/object-identifiers.ts'
import type { CrlRequest } from '../identity/create-crl.ts'
import type { CreateKeyRequest } from '../identity/create-key.ts'
import type { RootRequest } from '../identity/create-root.ts'
import type { IssueRequest } from '../identity/issue-certificate.ts'
import { issueProfiles } from '../identity/profile.ts'
import { type RevocationReason, revocationReasons } from '../identity/register.ts'
import type { CertificateRequest } from '../identity/request-certificate.ts'
import type { CreateKeyOption, CrlOption, IssueOption, RequestOption, RootOption } from './identity-options.ts'
import { readDays, readOutput, readPathLength, readSubject } from './identity-values.ts'
import type { OptionValues } from './option.ts'
import { choice, missing, required } from './read-values.ts'
import { parseInstant } from './time.ts'

/** All of them throw ReleaseSigningError `usage`, `input-missing`, `input-invalid` or what a file is refused for. */

export async function readCreateKeyRequest(values: OptionValues<CreateKeyOption>): Promise<CreateKeyRequest> {
  const [policy] = await values.files('policy', limits.keyPolicyBytes)
  return {
    alias: values.text('alias'),
    spec: readKeySpec(values.text('key-spec') ?? 'ECC_NIST_P256'),
    description: values.text('description'),
    tags: values.texts('tag').map(readTag),
    policy: policy === undefined ? undefined : readPolicy(policy.name, policy.bytes),
  }
}

export const readCertificateRequest = (values: OptionValues<RequestOption>): CertificateRequest => ({
  subject: readSubject(values),
  alternativeNames: { uris: values.texts('san-uri'), emails: values.texts('san-email') },
  profile: choice(values, 'profile', issueProfiles),
  extendedKeyUsages: values.texts('extended-key-usage').map(readPurpose),
  signingAlgorithm: values.text('signing-algorithm'),
  register: values.text('register'),
  output: readOutput(values, 'pem'),
})

export const readRootRequest = (values: OptionValues<RootOption>): RootRequest => ({
  subject: readSubject(values),
  pathLength: readPathLength(values),
  days: readDays(values),
  signingAlgorithm: values.text('signing-algorithm'),
  register: readRegister(values),
  output: readOutput(values, 'pem'),
})

export async function readIssueRequest(values: OptionValues<IssueOption>): Promise<IssueRequest> {
  required(values, 'request', 'Name the file with the request that `certificate request` or another tool made.')
  const [request] = await values.files('request', limits.certificateFileBytes)
  if (request === undefined) throw missing(values.label('request'))
  return {
    request,
    authorityCertificates: await readAuthority(values),
    profile: choice(values, 'profile', issueProfiles),
    pathLength: readPathLength(values),
    days: readDays(values),
    signingAlgorithm: values.text('signing-algorithm'),
    crlUrls: values.texts('crl-url').map(readUrl),
    issuerUrls: values.texts('issuer-url').map(readUrl),
    register: readRegister(values),
    output: readOutput(values, 'pem'),
  }
}

export async function readCrlRequest(values: OptionValues<CrlOption>): Promise<CrlRequest> {
  const serials = values.texts('revoke').map(readSerial)
  const ofRevocation = (['reason', 'revoked-at', 'invalid-since'] as const).find((name) => values.text(name))
  if (serials.length === 0 && ofRevocation !== undefined) {
    throw new ReleaseSigningError('usage', `${values.label(ofRevocation)} without ${values.label('revoke')}`, {
      hint: 'Say which certificate is to be revoked.',
    })
  }
  const revocation = {
    reason: choice(values, 'reason', Object.keys(revocationReasons) as [RevocationReason]),
    date: readInstant(values, 'revoked-at'),
    invalidSince: readInstant(values, 'invalid-since'),
  }
  return {
    authorityCertificates: await readAuthority(values),
    revoke: serials.map((serial) => ({ serial, ...revocation })),
    days: readDays(values),
    signingAlgorithm: values.text('signing-algorithm'),
    register: readRegister(values),
    output: readOutput(values, 'der'),
  }
}

function readAuthority(values: OptionValues<'ca-certificate'>) {
  required(values, 'ca-certificate', "Name the file with the CA's certificate; add those of its issuers.")
  return values.files('ca-certificate', limits.certificateFileBytes)
}

const readRegister = (values: OptionValues<'register'>): string =>
  required(values, 'register', 'Name the file that keeps what was issued and revoked, such as ca/register.txt.')

function readInstant(values: OptionValues<CrlOption>, name: CrlOption): Date | undefined {
  const text = values.text(name)
  return text === undefined ? undefined : parseInstant(text, values.label(name))
}

const keySpecs: readonly KeySpec[] = [...new Set(signatureAlgorithms.flatMap((row) => row.keySpecs))]

function readKeySpec(text: string): KeySpec {
  const spec = keySpecs.find((one) => one === text)
  if (spec !== undefined) return spec
  throw new ReleaseSigningError('usage', `${text} is no key spec that signs`, { hint: `Use ${keySpecs.join(', ')}.` })
}

function readTag(text: string): { readonly key: string; readonly value: string } {
  const at = text.indexOf('=')
  if (at > 0) return { key: text.slice(0, at), value: text.slice(at + 1) }
  throw new ReleaseSigningError('usage', `tag ${text} is not KEY=VALUE`)
}

function readPolicy(name: string, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes)
  try {
    const policy: unknown = JSON.parse(text)
    if (typeof policy === 'object' && policy !== null && 'Statement' in policy) return text
  } catch (cause) {
    throw new ReleaseSigningError('input-invalid', `${name}: not JSON`, { cause })
  }
  throw new ReleaseSigningError('input-invalid', `${name}: no key policy: it has no Statement`)
}

function readPurpose(text: string): string {
  if (text === 'code-signing') return purpose.codeSigning
  if (text === 'time-stamping') return purpose.timeStamping
  if (/^[0-2](?:\.(?:0|[1-9]\d*))+$/.test(text)) return text
  throw new ReleaseSigningError('usage', `${text} is no extended key usage`, {
    hint: 'Use code-signing, time-stamping, or an object identifier such as 1.3.6.1.5.5.7.3.3.',
  })
}

export function readUrl(text: string): string {
  if (/^https?:\/\//i.test(text)) return text
  throw new ReleaseSigningError('usage', `${text} is no HTTP URL`, {
    hint: 'Write where clients fetch it, such as http://example.com/ca.crl.',
  })
}

/** As people copy it from other tools: colons between the octets, 0x in front, capitals, a leading zero octet. */
function readSerial(text: string): string {
  const digits = text
    .replace(/^0x/i, '')
    .replaceAll(':', '')
    .toLowerCase()
    .replace(/^(?:00)+/, '')
  if (/^[0-9a-f]+$/.test(digits)) return digits.length % 2 === 0 ? digits : `0${digits}`
  throw new ReleaseSigningError('usage', `${text} is no serial number`, {
    hint: 'Write it in hexadecimal, as the register has it.',
  })
}
