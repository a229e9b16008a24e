import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { SignRequest } from '../release/sign/sign-request.ts'
import type { OptionValues } from './option.ts'
import { choice, kinds, missing, oneFile } from './read-values.ts'
import type { SignOption } from './sign-options.ts'
import { readTag, readUploadRequest } from './upload-request.ts'

/** What only some callers can be told. */
export interface SignExtras extends Pick<SignRequest, 'expiryWarningDays' | 'crossCheck'> {
  /** Whether the run is for a pull request, where a dry run does without tag and release. */
  readonly pullRequest: boolean
}

/**
 * Reads all options of `sign` once and cross-checks them.
 *
 * @throws ReleaseSigningError `usage`, `input-missing` or what a file is refused for
 */
export async function readSignRequest(
  values: OptionValues<SignOption>,
  artifacts: readonly string[],
  { pullRequest, ...extras }: SignExtras,
): Promise<SignRequest> {
  const certificates = (name: SignOption) => values.files(name, limits.certificateFileBytes)
  const [certificateChain, another] = await certificates('certificate-chain')
  if (certificateChain === undefined) {
    throw missing(
      values.label('certificate-chain'),
      'Give the signing certificate of the KMS key and the intermediates to the root, in PEM or DER.',
    )
  }
  if (another !== undefined) {
    throw new ReleaseSigningError('usage', `${values.label('certificate-chain')}: more than one file`, {
      hint: 'Put the chain into one PEM file.',
    })
  }
  const urls = values.texts('timestamp-authority-url')
  const timestampRoots = values.texts('timestamp-root-certificate')
  const unsafeUnpinned = values.flag('unsafe-unpinned-timestamp')
  if (urls.length === 0 && (timestampRoots.length > 0 || unsafeUnpinned || values.text('timestamp') !== undefined)) {
    throw new ReleaseSigningError(
      'usage',
      `no ${values.label('timestamp-authority-url')} to go with the other options for time stamps`,
      {
        hint: 'Name a time-stamp server, or leave them out.',
      },
    )
  }
  if (timestampRoots.length > 0 && unsafeUnpinned) {
    throw new ReleaseSigningError(
      'usage',
      `${values.label('timestamp-root-certificate')} and ${values.label('unsafe-unpinned-timestamp')} exclude each other`,
    )
  }
  const tag = readTag(values)
  const dryRun = values.flag('dry-run')
  const rehearsal = dryRun && pullRequest
  return {
    artifacts,
    checksums: await oneFile(values, 'checksums-file', limits.checksumsBytes),
    certificateChain,
    rootCertificates: await certificates('root-certificate'),
    signingAlgorithm: values.text('signing-algorithm'),
    sidecars: kinds(values, 'sidecars'),
    outputDirectory: values.text('output-directory'),
    timestamp: {
      urls,
      rootCertificates: await certificates('timestamp-root-certificate'),
      unsafeUnpinned,
      required: choice(values, 'timestamp', ['required', 'optional']) === 'required',
    },
    repository: values.text('repository'),
    repositoryId: values.text('repository-id'),
    tag,
    trustedRoot: values.text('trusted-root'),
    attestationCertificates: choice(values, 'attestation-certificates', ['chain', 'leaf']),
    dryRun,
    rehearsal,
    upload: readUploadRequest(values, tag, rehearsal),
    ...extras,
  }
}
