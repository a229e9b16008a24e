import { type FoundArtifacts, findArtifacts, isThere } from '../adapters/files/artifact-globs.ts'
import { type ListedArtifact, parseNamedDigest } from '../core/checksums.ts'
import { ReleaseSigningError } from '../core/error.ts'

export interface ArtifactsOrDigests extends FoundArtifacts {
  readonly digests: readonly ListedArtifact[]
}

/**
 * As `findArtifacts`, with `NAME@sha256:HEX` for an artifact of which the digest is given. Whoever can put a
 * file of such a name there must not change what is asked: then it is refused.
 *
 * @param mayLack whether it is right that nothing is named
 * @throws ReleaseSigningError as `findArtifacts` and `parseNamedDigest` do
 */
export function findArtifactsOrDigests(patterns: readonly string[], mayLack: boolean): ArtifactsOrDigests {
  const { digests, others } = splitDigests(patterns)
  const both = digests.find(({ text }) => isThere(text))
  if (both !== undefined) {
    throw new ReleaseSigningError('input-invalid', `${both.text} is a file, and a name with a digest`, {
      hint: 'Name the file by a pattern, with ? in place of the colon, or give the digest with checksums-file.',
    })
  }
  return { ...findArtifacts(others, { mayLack: mayLack || digests.length > 0 }), digests }
}

/**
 * Names with digests, and all else.
 *
 * @throws ReleaseSigningError `input-invalid`
 */
export function splitDigests(patterns: readonly string[]) {
  const digests: (ListedArtifact & { readonly text: string })[] = []
  const others = patterns.filter((pattern) => {
    const digest = pattern.startsWith('!') ? undefined : parseNamedDigest(pattern)
    if (digest !== undefined) digests.push({ ...digest, text: pattern })
    return digest === undefined
  })
  return { digests, others }
}
