import { ReleaseSigningError } from '../core/error.ts'
import type { UploadRequest } from '../release/sign/upload-request.ts'
import type { OptionValues } from './option.ts'
import { choice, missing } from './read-values.ts'
import type { SignOption } from './sign-options.ts'

/**
 * The tag that is released, by whichever of its two names it was given.
 *
 * @throws ReleaseSigningError `usage` where they differ
 */
export function readTag(values: OptionValues<SignOption>): string | undefined {
  const [tag, releaseTag] = [values.text('tag'), values.text('release-tag')]
  if (tag === undefined || releaseTag === undefined || tag === releaseTag) return tag ?? releaseTag
  throw new ReleaseSigningError(
    'usage',
    `${values.label('tag')} ${tag} and ${values.label('release-tag')} ${releaseTag} are not the same`,
    { hint: 'The attestation would be of another release than the one it is uploaded to. Give one of them.' },
  )
}

const ofUpload = ['upload-artifacts', 'overwrite', 'publish'] as const
const ofPublish = ['prerelease', 'make-latest'] as const

/**
 * Reads what is to be done with a release.
 *
 * @returns undefined where nothing is
 * @throws ReleaseSigningError `usage`, `input-missing`
 */
export function readUploadRequest(
  values: OptionValues<SignOption>,
  tag: string | undefined,
  rehearsal: boolean,
): UploadRequest | undefined {
  const isGiven = (name: SignOption) => (name === 'make-latest' ? values.text(name) !== undefined : values.flag(name))
  const [upload, publish] = [values.flag('upload'), values.flag('publish')]
  const idle = [...(upload ? [] : ofUpload), ...(publish ? [] : ofPublish)].find(isGiven)
  if (idle !== undefined) {
    const needed = values.label(upload ? 'publish' : 'upload')
    throw new ReleaseSigningError('usage', `${values.label(idle)} without ${needed}`, {
      hint: `Give ${needed}, or leave ${values.label(idle)} out.`,
    })
  }
  if (!upload) return undefined
  if (tag === undefined && !rehearsal) {
    throw missing(values.label('release-tag'), 'Name the tag of the release to upload to: this run is of none.')
  }
  const prerelease = values.flag('prerelease')
  const latest = values.text('make-latest')
  if (prerelease && latest === 'true') {
    throw new ReleaseSigningError('usage', 'a prerelease cannot be the latest release', {
      hint: `Leave ${values.label('make-latest')} or ${values.label('prerelease')} out.`,
    })
  }
  return {
    tag,
    artifacts: values.flag('upload-artifacts'),
    overwrite: values.flag('overwrite'),
    publish,
    prerelease: prerelease ? true : undefined,
    makeLatest: latest === undefined ? undefined : choice(values, 'make-latest', ['true', 'false', 'legacy'] as const),
  }
}
