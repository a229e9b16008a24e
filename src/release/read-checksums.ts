import { dirname } from 'node:path'
import { type ListedArtifact, parseChecksums } from '../core/checksums.ts'
import { isRunnerList, parseRunnerArtifacts } from '../core/runner-artifacts.ts'
import type { NamedBytes } from './named-bytes.ts'

export interface ChecksumList {
  /** Each base name once. */
  readonly artifacts: readonly ListedArtifact[]
  /** Where the list lies, and so where sidecars of what it lists are expected. */
  readonly directory: string
  readonly warnings: readonly string[]
}

/**
 * Reads a list of checksums, or the one that a runner keeps of what steps declared.
 *
 * @throws ReleaseSigningError `checksums-invalid`, `json-invalid`
 */
export function readChecksumList({ name, bytes }: NamedBytes): ChecksumList {
  if (!isRunnerList(bytes)) return { artifacts: parseChecksums(bytes, name), directory: dirname(name), warnings: [] }
  const { files, images } = parseRunnerArtifacts(bytes, name)
  return {
    artifacts: files,
    // The runner keeps its list in a folder of its own.
    directory: '.',
    warnings: images.map((image) => `${image} is a container image, no file of a release: passed over`),
  }
}
