import { type FoundArtifacts, findArtifacts, isFile } from '../adapters/artifact-globs.ts'
import { type ListedArtifact, parseNamedDigest } from '../core/checksums.ts'

export interface ArtifactsOrDigests extends FoundArtifacts {
  readonly digests: readonly ListedArtifact[]
}

/**
 * As `findArtifacts`, with `NAME@sha256:HEX` for an artifact of which the digest is given.
 *
 * @param mayLack whether it is right that nothing is named
 * @throws ReleaseSigningError as `findArtifacts` and `parseNamedDigest` do
 */
export function findArtifactsOrDigests(patterns: readonly string[], mayLack: boolean): ArtifactsOrDigests {
  const { digests, others } = splitDigests(patterns)
  return { ...findArtifacts(others, { mayLack: mayLack || digests.length > 0 }), digests }
}

/**
 * Names with digests, and all else. What exists as a file of such a name stays that file.
 *
 * @throws ReleaseSigningError `input-invalid`
 */
export function splitDigests(patterns: readonly string[]) {
  const digests: ListedArtifact[] = []
  const others = patterns.filter((pattern) => {
    const digest = pattern.startsWith('!') || isFile(pattern) ? undefined : parseNamedDigest(pattern)
    if (digest !== undefined) digests.push(digest)
    return digest === undefined
  })
  return { digests, others }
}
