import { dirname, join, normalize } from 'node:path'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { commonDirectory } from '../common-directory.ts'
import type { Files } from '../ports.ts'
import { sidecarKinds } from '../sidecar-kind.ts'
import type { VerifyRequest } from './verify-request.ts'

/** An attestation that was found, unread. */
export interface FoundAttestation {
  readonly path: string
  /** Whether it lies where one of this artifact would. */
  readonly isFor: (artifact: string) => boolean
}

/**
 * Finds attestations: those that are named; those in the directory for sidecars, or else in the nearest folder common to
 * all artifacts, and beside each artifact for that artifact alone.
 *
 * @throws ReleaseSigningError `file-not-found` for one that is named and not there, `limit-exceeded`
 */
export async function findAttestations(
  artifacts: readonly string[],
  request: Pick<VerifyRequest, 'attestations' | 'sidecarDirectory'>,
  files: Pick<Files, 'exists' | 'list'>,
): Promise<readonly FoundAttestation[]> {
  const { attestations: named, sidecarDirectory } = request
  const common = sidecarDirectory ?? commonDirectory(artifacts)
  for (const path of named) {
    if (!(await files.exists(path))) {
      throw new ReleaseSigningError('file-not-found', `${path}: the attestation that is named is not there`)
    }
  }
  const shared = new Set(named.map((path) => normalize(path)))
  for (const path of common === undefined ? [] : await attestationsIn(common, files)) shared.add(path)
  const found: FoundAttestation[] = [...shared].map((path) => ({ path, isFor: () => true }))
  if (sidecarDirectory === undefined) {
    for (const directory of new Set(artifacts.map(directoryOf))) {
      const isFor = (artifact: string) => directoryOf(artifact) === directory
      for (const path of await attestationsIn(directory, files)) if (!shared.has(path)) found.push({ path, isFor })
    }
  }
  if (found.length > limits.attestations) {
    throw new ReleaseSigningError(
      'limit-exceeded',
      `${found.length} attestations, at most ${limits.attestations} are read`,
      {
        hint: 'Verify the artifacts of one release at a time, in a folder of their own.',
      },
    )
  }
  return found
}

const directoryOf = (path: string): string => dirname(normalize(path))

async function attestationsIn(directory: string, files: Pick<Files, 'list'>): Promise<readonly string[]> {
  const names = await files.list(directory)
  const { suffix } = sidecarKinds.attestation
  return names
    .filter((name) => name.endsWith(suffix) && !name.startsWith('.'))
    .map((name) => normalize(join(directory, name)))
}
