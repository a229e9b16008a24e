import { parseRepository, parseTag, type Release } from '../core/attestation/release.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { commonDirectory } from './common-directory.ts'
import type { SignRequest } from './sign/sign-request.ts'

export interface ReleasePlace {
  readonly release: Release
  /** Where files of the whole release go. */
  readonly directory: string
}

/**
 * Which release a run signs, and where what is made once for all of it goes.
 *
 * @param what is asked for, for messages
 * @throws ReleaseSigningError `attestation-release-unknown`, `repository-invalid`, `tag-invalid`,
 * `attestation-place-unknown`
 */
export function placeOfRelease(
  { repository, tag, outputDirectory }: SignRequest,
  artifacts: readonly string[],
  what: string,
): ReleasePlace {
  if (repository === undefined || tag === undefined) {
    const unknown =
      repository === undefined ? (tag === undefined ? 'repository and tag are' : 'repository is') : 'tag is'
    throw new ReleaseSigningError('attestation-release-unknown', `${what} is asked for, but the ${unknown} unknown`, {
      hint: 'It is of a whole release: give repository and tag, or ask for sidecars cms alone.',
    })
  }
  const release = { repository: parseRepository(repository), tag: parseTag(tag) }
  const directory = outputDirectory ?? commonDirectory(artifacts)
  if (directory === undefined) {
    throw new ReleaseSigningError(
      'attestation-place-unknown',
      `the artifacts have no folder in common that ${what} could lie in`,
      { hint: 'Name one with output-directory.' },
    )
  }
  return { release, directory }
}
