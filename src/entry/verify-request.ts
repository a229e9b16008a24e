import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { SignerIdentity } from '../core/policy.ts'
import type { VerifyRequest } from '../release/verify/verify-request.ts'
import type { OptionValues } from './option.ts'
import { choice, kinds, missing, oneFile } from './read-values.ts'
import { parseInstant } from './time.ts'
import { type VerifyOption, verifyOptions } from './verify-options.ts'

type VerifyValues = OptionValues<VerifyOption>

/**
 * Reads all options of `verify` once and cross-checks them.
 *
 * @throws ReleaseSigningError `usage`, `input-missing` or what a file is refused for
 */
export async function readVerifyRequest(values: VerifyValues, artifacts: readonly string[]): Promise<VerifyRequest> {
  const at = values.text('at')
  const certificates = (name: VerifyOption) => values.files(name, limits.certificateFileBytes)
  const trustsKey = checkTrust(values)
  const identity = trustsKey ? undefined : readIdentity(values)
  if (values.texts('crl').length === 0 && values.text('crl-scope') !== undefined) {
    throw new ReleaseSigningError('usage', `${values.label('crl-scope')} without ${values.label('crl')}`, {
      hint: 'Give the revocation lists to check, or leave the scope out.',
    })
  }
  if (at !== undefined && values.texts('timestamp-root-certificate').length > 0) {
    throw new ReleaseSigningError(
      'usage',
      `${values.label('at')} and ${values.label('timestamp-root-certificate')} exclude each other`,
      { hint: 'The time to judge at comes from verified stamps, or from you.' },
    )
  }
  return {
    artifacts,
    checksums: await oneFile(values, 'checksums-file', limits.checksumsBytes),
    identity,
    rootCertificates: await certificates('root-certificate'),
    intermediates: await certificates('intermediates'),
    timestampRootCertificates: await certificates('timestamp-root-certificate'),
    requireTimestamp: values.flag('require-timestamp'),
    require: kinds(values, 'require') ?? [],
    repository: values.text('repository') ?? values.text('from-repository'),
    repositoryId: values.text('repository-id'),
    tag: values.text('tag') ?? values.text('from-release-tag'),
    complete: values.flag('complete'),
    attestations: values.texts('attestation'),
    sidecarDirectory: values.text('sidecar-directory'),
    crls: await values.files('crl', limits.crlFileBytes),
    crlScope: choice(values, 'crl-scope', ['path', 'leaf']),
    deniedSerials: values.texts('deny-serial'),
    at: at === undefined ? undefined : parseInstant(at, values.label('at')),
  }
}

/** Options that say something of certificates alone: beside a key they would do nothing, in silence. */
const aboutCertificates = [
  'root-certificate',
  'certificate-identity',
  'certificate-subject',
  'certificate-sha256',
  'dedicated-root',
  'at',
  'crl',
  'crl-scope',
  'deny-serial',
  'intermediates',
] as const satisfies readonly VerifyOption[]

const flags: ReadonlySet<string> = new Set(verifyOptions.flatMap((row) => ('value' in row ? [] : [row.name])))

/** @returns whether a key is trusted. @throws ReleaseSigningError unless trust starts from one thing */
function checkTrust(values: VerifyValues): boolean {
  const exclude = (a: VerifyOption, b: VerifyOption, hint: string) => {
    throw new ReleaseSigningError('usage', `${values.label(a)} and ${values.label(b)} exclude each other`, { hint })
  }
  const isGiven = (name: VerifyOption) => (flags.has(name) ? values.flag(name) : values.texts(name).length > 0)
  const [key, another] = (['public-key', 'kms-key-id'] as const).filter((name) => values.texts(name).length > 0)
  if (key !== undefined) {
    if (another !== undefined) exclude(key, another, 'Trust the key in the file, or the one in AWS.')
    const idle = aboutCertificates.find(isGiven)
    if (idle !== undefined)
      exclude(key, idle, 'With a key no certificate is looked at: trust a key, or pin a root and name the signer.')
  }
  const online = (['aws-region', 'use-fips-endpoint'] as const).find(isGiven)
  if (online !== undefined && key !== 'kms-key-id') {
    throw new ReleaseSigningError('usage', `${values.label(online)} without ${values.label('kms-key-id')}`, {
      hint: 'It is about a key in AWS KMS: name it, or leave this out.',
    })
  }
  if (key === undefined && values.texts('root-certificate').length === 0) {
    throw missing(
      values.label('root-certificate'),
      'Pin the root certificate of whoever signs: trust starts from it alone.',
    )
  }
  return key !== undefined
}

const identityKinds = [
  { name: 'certificate-identity', kind: 'san' },
  { name: 'certificate-subject', kind: 'subject' },
  { name: 'certificate-sha256', kind: 'sha256' },
] as const

/** @throws ReleaseSigningError unless exactly one way to know the signer is given */
function readIdentity(values: VerifyValues): SignerIdentity {
  const given: SignerIdentity[] = identityKinds.flatMap(({ name, kind }) => {
    const value = values.text(name)
    return value === undefined ? [] : [{ kind, value }]
  })
  if (values.flag('dedicated-root')) given.push({ kind: 'dedicated-root' })
  const [identity, another] = given
  if (identity !== undefined && another === undefined) return identity
  const labels = [...identityKinds.map(({ name }) => name), 'dedicated-root' as const].map((name) => values.label(name))
  const hint =
    'A root says who may issue certificates; which of its signers made this release you have to say. inspect prints the names in a sidecar: compare them with what you know of the signer.'
  if (identity === undefined) {
    throw new ReleaseSigningError(
      'input-missing',
      `nothing says who must have signed: give one of ${labels.join(', ')}`,
      { hint },
    )
  }
  throw new ReleaseSigningError('usage', `more than one of ${labels.join(', ')}`, { hint: 'Give exactly one.' })
}
