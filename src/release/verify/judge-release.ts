import { basename } from 'node:path'
import type { HashName } from '../../core/algorithm.ts'
import {
  checkDigests,
  checkGivenDigests,
  createSubjectIndex,
  type ExpectedRelease,
  hashesOf,
  hashesOfSubject,
  otherRelease,
  parseAttestation,
} from '../../core/attestation/attestation.ts'
import { parseRepository, parseTag } from '../../core/attestation/release.ts'
import type { Statement, Subject } from '../../core/attestation/statement.ts'
import { fullMessage, ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { SidecarJudge, VerificationResult } from '../../core/verification-result.ts'
import type { Files, NamedDigests } from '../ports.ts'
import { releaseReference } from '../release-reference.ts'
import type { FoundAttestation } from './find-attestations.ts'
import { judgeRun } from './judge-run.ts'
import type { ReleaseJudge } from './release-judge.ts'
import type { SidecarReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/** An attestation that was judged, once for all artifacts. */
interface JudgedAttestation extends FoundAttestation {
  readonly result: VerificationResult
  /** What it says; undefined unless it was verified. */
  readonly content: AttestationContent | undefined
}

interface AttestationContent {
  readonly statement: Statement
  readonly subjectNamed: (name: string) => Subject | undefined
  /** Why it is not of the release that is asked for. */
  readonly other: ReleaseSigningError | undefined
}

/**
 * Reads and judges the attestations.
 *
 * @throws ReleaseSigningError `repository-invalid` or `tag-invalid` for what the request names
 */
export async function createReleaseJudge(
  found: readonly FoundAttestation[],
  request: VerifyRequest,
  files: Files,
  verify: SidecarJudge,
): Promise<ReleaseJudge> {
  const expected = expectedRelease(request)
  const attestations: JudgedAttestation[] = []
  for (const one of found) attestations.push({ ...one, ...(await judge(one.path, expected, files, verify)) })
  return {
    hashes: (artifact) =>
      attestations.flatMap(({ isFor, content }) =>
        content !== undefined && isFor(artifact) ? hashesOf(content.statement) : [],
      ),
    lists: (artifact) =>
      attestations.some(
        ({ isFor, content }) => isFor(artifact) && content?.subjectNamed(basename(artifact)) !== undefined,
      ),
    judge(artifact, byDigest) {
      const sidecars: SidecarReport[] = []
      const statements: Statement[] = []
      const hashes: HashName[] = []
      let inapplicable: ReleaseSigningError | undefined
      for (const attestation of attestations) {
        if (!attestation.isFor(artifact.path)) continue
        const { path, content } = attestation
        const reason =
          content?.other ??
          notListed(attestation, artifact) ??
          (byDigest ? notComparable(attestation, artifact) : undefined)
        if (reason !== undefined) {
          inapplicable ??= reason
          continue
        }
        const result = withDigests(attestation, artifact, byDigest)
        sidecars.push({ path, kind: 'attestation', ...result })
        const subject = content?.subjectNamed(basename(artifact.path))
        if (!result.verified || content === undefined || subject === undefined) continue
        statements.push(content.statement)
        hashes.push(...hashesOfSubject(subject))
      }
      const [statement] = statements
      return {
        sidecars,
        statements,
        hashes,
        release: statement === undefined ? null : releaseReference(statement),
        inapplicable,
      }
    },
    judgeRun,
    unused(artifacts) {
      const used = new Set(artifacts.flatMap(({ sidecars }) => sidecars.map(({ path }) => path)))
      return attestations.flatMap(({ path }) =>
        used.has(path)
          ? []
          : [`${path}: this attestation is of another release or of other artifacts, and counts for nothing`],
      )
    },
  }
}

const expectedRelease = ({ repository, repositoryId, tag }: VerifyRequest): ExpectedRelease => ({
  repository: repository === undefined ? undefined : parseRepository(repository),
  repositoryId,
  tag: tag === undefined ? undefined : parseTag(tag),
})

async function judge(
  path: string,
  expected: ExpectedRelease,
  files: Files,
  verify: SidecarJudge,
): Promise<Pick<JudgedAttestation, 'result' | 'content'>> {
  const bytes = await readOrRefuse(path, files)
  let statement: Statement | undefined
  const result = await verify(() => {
    if (bytes instanceof ReleaseSigningError) throw bytes
    const attestation = parseAttestation(bytes)
    statement = attestation.statement
    return attestation.sidecar
  })
  if (!result.verified || statement === undefined) return { result, content: undefined }
  const other = otherRelease(statement, expected)
  return { result, content: { statement, subjectNamed: createSubjectIndex(statement), other } }
}

async function readOrRefuse(path: string, files: Files): Promise<Uint8Array | ReleaseSigningError> {
  try {
    return await files.read(path, limits.attestationBytes)
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}

/** A verified attestation without this artifact says nothing of it. */
function notListed({ path, content }: JudgedAttestation, artifact: NamedDigests): ReleaseSigningError | undefined {
  if (content === undefined || content.subjectNamed(basename(artifact.path)) !== undefined) return undefined
  return new ReleaseSigningError('subject-unknown', `the attestation ${path} does not list it`, {
    hint: 'It is no artifact of that release, or was renamed.',
  })
}

/** Nor does one that knows it by other hashes than the digests that were given. */
function notComparable({ content }: JudgedAttestation, artifact: NamedDigests): ReleaseSigningError | undefined {
  const subject = content?.subjectNamed(basename(artifact.path))
  const refusal = subject && refusalOf(() => checkGivenDigests(subject, artifact.digests))
  return refusal?.code === 'digest-not-given' ? refusal : undefined
}

function withDigests(
  { result, content }: JudgedAttestation,
  { path, digests }: NamedDigests,
  byDigest: boolean,
): VerificationResult {
  const subject = content?.subjectNamed(basename(path))
  if (subject === undefined) return result
  const refusal = refusalOf(() => (byDigest ? checkGivenDigests : checkDigests)(subject, digests))
  if (refusal === undefined) return result
  const { code, hint } = refusal
  return { ...result, verified: false, code, message: fullMessage(refusal), ...(hint === undefined ? {} : { hint }) }
}

function refusalOf(check: () => void): ReleaseSigningError | undefined {
  try {
    check()
    return undefined
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}
