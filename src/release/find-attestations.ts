import { dirname, join, normalize } from 'node:path'
import type { HashName } from '../core/algorithm.ts'
import { createSubjectIndex, hashesOf, parseAttestation } from '../core/attestation/attestation.ts'
import type { Statement, Subject } from '../core/attestation/statement.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { VerificationResult } from '../core/verification-result.ts'
import type { SidecarVerifier } from '../core/verify-sidecar.ts'
import { commonDirectory } from './common-directory.ts'
import type { Files } from './ports.ts'
import { sidecarKinds } from './sidecar-kind.ts'
import type { VerifyRequest } from './verify-request.ts'

/** An attestation that was found and judged, once for all artifacts. */
export interface JudgedAttestation {
  readonly path: string
  readonly result: VerificationResult
  /** What it says; undefined unless it was verified. */
  readonly content: AttestationContent | undefined
  /** Whether it lies where one of this artifact would. */
  readonly isFor: (artifact: string) => boolean
}

export interface AttestationContent {
  readonly statement: Statement
  readonly subjectNamed: (name: string) => Subject | undefined
  /** That the artifacts' digests are needed of. */
  readonly hashes: readonly HashName[]
}

/**
 * Finds attestations, and judges each: those that are named; those in the directory for sidecars, or else in the nearest
 * folder common to all artifacts, and beside each artifact for that artifact alone.
 *
 * @throws ReleaseSigningError `file-not-found` for one that is named and not there, `limit-exceeded`
 */
export async function findAttestations(
  artifacts: readonly string[],
  request: Pick<VerifyRequest, 'attestations' | 'sidecarDirectory'>,
  files: Files,
  verify: SidecarVerifier,
): Promise<readonly JudgedAttestation[]> {
  const { attestations: named, sidecarDirectory } = request
  const common = sidecarDirectory ?? commonDirectory(artifacts)
  for (const path of named) {
    if (!(await files.exists(path))) {
      throw new ReleaseSigningError('file-not-found', `${path}: the attestation that is named is not there`)
    }
  }
  const shared = new Set(named.map((path) => normalize(path)))
  for (const path of common === undefined ? [] : await attestationsIn(common, files)) shared.add(path)
  const places = new Map<string, Pick<JudgedAttestation, 'isFor'>>()
  for (const path of shared) places.set(path, { isFor: () => true })
  if (sidecarDirectory === undefined) {
    for (const directory of new Set(artifacts.map(directoryOf))) {
      const isFor = (artifact: string) => directoryOf(artifact) === directory
      for (const path of await attestationsIn(directory, files)) if (!shared.has(path)) places.set(path, { isFor })
    }
  }
  if (places.size > limits.attestations) {
    throw new ReleaseSigningError(
      'limit-exceeded',
      `${places.size} attestations, at most ${limits.attestations} are read`,
      {
        hint: 'Verify the artifacts of one release at a time, in a folder of their own.',
      },
    )
  }
  const judged: JudgedAttestation[] = []
  for (const [path, place] of places) judged.push({ path, ...place, ...(await judge(path, files, verify)) })
  return judged
}

const directoryOf = (path: string): string => dirname(normalize(path))

async function attestationsIn(directory: string, files: Files): Promise<readonly string[]> {
  const names = await files.list(directory)
  const { suffix } = sidecarKinds.attestation
  return names
    .filter((name) => name.endsWith(suffix) && !name.startsWith('.'))
    .map((name) => normalize(join(directory, name)))
}

async function judge(
  path: string,
  files: Files,
  verify: SidecarVerifier,
): Promise<Pick<JudgedAttestation, 'result' | 'content'>> {
  const bytes = await readOrRefuse(path, files)
  let statement: Statement | undefined
  const result = verify(() => {
    if (bytes instanceof ReleaseSigningError) throw bytes
    const attestation = parseAttestation(bytes)
    statement = attestation.statement
    return attestation.sidecar
  })
  if (!result.verified || statement === undefined) return { result, content: undefined }
  return { result, content: { statement, subjectNamed: createSubjectIndex(statement), hashes: hashesOf(statement) } }
}

async function readOrRefuse(path: string, files: Files): Promise<Uint8Array | ReleaseSigningError> {
  try {
    return await files.read(path, limits.attestationBytes)
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}
