import type { HashName } from '../core/algorithm.ts'
import { bytesToHex } from '../core/bytes.ts'
import { type ErrorCode, ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { createSidecarVerifier, type SidecarVerifier } from '../core/verify-sidecar.ts'
import { classifyPaths } from './classify.ts'
import { type FoundAttestation, findAttestations } from './find-attestations.ts'
import { type FoundSidecar, type FoundSidecars, findSidecars } from './find-sidecars.ts'
import type { RawJudge } from './judge-raw.ts'
import type { ArtifactDigest, Files, VerifyPorts } from './ports.ts'
import { type JudgedArtifact, noAttestations, type ReleaseJudge } from './release-judge.ts'
import { rawKindsIn, sidecarKinds } from './sidecar-kind.ts'
import { anchorWarnings, verificationPolicy } from './verify-policy.ts'
import type { ArtifactReport, SidecarReport, VerifyReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/**
 * Verifies every artifact with the sidecars that are found for it. What does not verify stands in the report, artifact
 * by artifact.
 *
 * @throws ReleaseSigningError when nothing can be verified at all: `usage`, `artifacts-none`, or why an input cannot be
 * read
 */
export async function verifyRelease(request: VerifyRequest, ports: VerifyPorts): Promise<VerifyReport> {
  const { files, progress } = ports
  const policy = verificationPolicy(request, ports.clock())
  const verify = createSidecarVerifier(policy)
  const paths = await classifyPaths(request.artifacts, files, request.require)
  const attestations = await findAttestations(paths.artifact, request, files)
  const run: Run = {
    request,
    files,
    verify,
    releases: await releaseJudge(attestations, request, files, verify),
    raw: await rawJudge(paths.artifact, request, files, verify),
  }
  const named = new Set(request.named)
  const strays = paths.orphan.filter((path) => !named.has(path))

  const judged: JudgedArtifact[] = [
    ...paths.orphan.filter((path) => named.has(path)).map(missingArtifact),
    ...forgottenArtifacts(paths.sidecar, named, paths.artifact),
  ]
  // Another tool's sidecar that the release lists was signed as an artifact.
  const listed = new Set(paths.foreign.filter(run.releases.lists))
  const toJudge = [...paths.artifact, ...listed]
  const ignored = new Set(paths.foreign.filter((path) => !listed.has(path)))
  for (let start = 0; start < toJudge.length; start += limits.artifactsAtOnce) {
    const some = toJudge.slice(start, start + limits.artifactsAtOnce)
    const found = await Promise.all(some.map((path) => findSidecars(path, request.sidecarDirectory, files)))
    judged.push(...(await verifyArtifacts(some, found, run)))
    if (!request.require.includes('message-bundle')) {
      for (const path of found.flatMap(({ foreign }) => foreign)) if (!listed.has(path)) ignored.add(path)
    }
    progress?.('verify', start + some.length, toJudge.length)
  }
  if (judged.length === 0) {
    throw new ReleaseSigningError('artifacts-none', 'there is no artifact to verify, only sidecars', {
      hint: 'Name the artifacts: their sidecars are found beside them.',
    })
  }
  const artifacts = run.releases.judgeRun(judged, request.complete)
  return {
    verified: artifacts.every(({ verified }) => verified),
    artifacts,
    ignored: [...ignored],
    passedOver: paths.sidecar,
    warnings: [
      ...anchorWarnings(policy),
      ...strays.map((path) => `${path}: the artifact of this sidecar is not there`),
      ...run.releases.unused(artifacts),
    ],
  }
}

interface Run {
  readonly request: VerifyRequest
  readonly files: Files
  readonly verify: SidecarVerifier
  readonly releases: ReleaseJudge
  /** Undefined where no raw kind is required: then none counts. */
  readonly raw: RawJudge | undefined
}

/** Loaded only where a release is spoken of: what it takes to read one costs a small run much of its time. */
async function releaseJudge(
  attestations: readonly FoundAttestation[],
  request: VerifyRequest,
  files: Files,
  verify: SidecarVerifier,
): Promise<ReleaseJudge> {
  const { repository, tag } = request
  if (attestations.length === 0 && repository === undefined && tag === undefined) return noAttestations
  const { createReleaseJudge } = await import('./judge-release.ts')
  return createReleaseJudge(attestations, request, files, verify)
}

async function rawJudge(
  artifacts: readonly string[],
  request: VerifyRequest,
  files: Files,
  verify: SidecarVerifier,
): Promise<RawJudge | undefined> {
  const kinds = rawKindsIn(request.require)
  if (kinds.length === 0) return undefined
  const { createRawJudge } = await import('./judge-raw.ts')
  return createRawJudge(kinds, artifacts, request, files, verify)
}

async function verifyArtifacts(
  paths: readonly string[],
  found: readonly FoundSidecars[],
  run: Run,
): Promise<readonly JudgedArtifact[]> {
  const hashes = new Set<HashName>(['sha256', ...paths.flatMap(run.releases.hashes)])
  for (const { hash } of found.flatMap(({ sidecars }) => sidecars)) if (hash !== undefined) hashes.add(hash)
  const digests = await digestEach(paths, [...hashes], run.files)
  const judged: JudgedArtifact[] = []
  for (const [i, path] of paths.entries()) {
    const digest = digests[i]
    const raw = digest === undefined || digest instanceof Error ? undefined : await run.raw?.judge(digest)
    judged.push(verifyArtifact(path, digest, found[i]?.sidecars ?? [], raw ?? [], run))
  }
  return judged
}

/** A file that cannot be read spoils its own digest only. */
async function digestEach(
  paths: readonly string[],
  hashes: readonly HashName[],
  files: Files,
): Promise<readonly (ArtifactDigest | ReleaseSigningError | undefined)[]> {
  try {
    return await files.digest(paths, hashes)
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    if (paths.length === 1) return [error]
    const digests: (ArtifactDigest | ReleaseSigningError | undefined)[] = []
    for (const path of paths) digests.push(...(await digestEach([path], hashes, files)))
    return digests
  }
}

function verifyArtifact(
  path: string,
  digest: ArtifactDigest | ReleaseSigningError | undefined,
  found: readonly FoundSidecar[],
  raw: readonly SidecarReport[],
  { request, verify, releases }: Run,
): JudgedArtifact {
  if (digest === undefined || digest instanceof Error) {
    return refusedArtifact(path, digest ?? new ReleaseSigningError('internal', `${path} was not digested`))
  }
  const ofArtifact = found.map(({ path, kind, read }) => ({ path, kind, ...verify(() => read(digest)) }))
  const ofRelease = releases.judge(digest)
  const sidecars: readonly SidecarReport[] = [...ofArtifact, ...ofRelease.sidecars, ...raw]
  const refusal = refusalOf(sidecars, request, ofRelease.inapplicable)
  const report: ArtifactReport = {
    path,
    sha256: digest.digests.sha256 === undefined ? '' : bytesToHex(digest.digests.sha256),
    verified: refusal === undefined,
    release: ofRelease.release,
    sidecars,
    ...refusal,
  }
  return { report, statements: ofRelease.statements }
}

type Refusal = Pick<ArtifactReport, 'code' | 'message' | 'hint'>

/**
 * Why an artifact with these verdicts is not verified, if it is not.
 *
 * @param inapplicable why an attestation that was found counts for nothing
 */
function refusalOf(
  sidecars: readonly SidecarReport[],
  request: VerifyRequest,
  inapplicable: ReleaseSigningError | undefined,
): Refusal | undefined {
  const failed = sidecars.find(({ verified }) => !verified)
  if (failed !== undefined) return refusal(failed.code ?? 'internal', failed.message ?? '', failed.hint)
  const missing = requiredKinds(request).filter((kind) => !sidecars.some((sidecar) => sidecar.kind === kind))
  const lacksAttestation = sidecars.length === 0 || missing.includes('attestation')
  if (lacksAttestation && inapplicable !== undefined) {
    return refusal(inapplicable.code, inapplicable.message, inapplicable.hint)
  }
  if (sidecars.length === 0) {
    return refusal(
      'sidecar-missing',
      'no sidecar of ours is there for it',
      'Get the .p7s beside it or the attestation of the release, or name where they lie with sidecar-directory.',
    )
  }
  if (missing.length === 0) return undefined
  return refusal(
    'sidecar-required',
    `required and not there: ${missing.join(', ')}`,
    'Get the missing sidecars from the release, or do not require them.',
  )
}

const refusal = (code: ErrorCode, message: string, hint: string | undefined): Refusal => ({
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
})

/** Naming a repository or tag demands the attestation: nothing else speaks of them. */
function requiredKinds({ require, repository, repositoryId, tag, complete }: VerifyRequest): VerifyRequest['require'] {
  const ofRelease = complete || [repository, repositoryId, tag].some((name) => name !== undefined)
  return ofRelease ? [...new Set([...require, 'attestation' as const])] : require
}

const missingArtifact = (path: string): JudgedArtifact =>
  refusedArtifact(
    path,
    new ReleaseSigningError('file-not-found', `${path}: the artifact of this sidecar is not there`, {
      hint: 'Name the artifact, not its sidecar.',
    }),
  )

/**
 * Whoever names a sidecar means its artifact: a run that leaves that one out has not looked at what was asked.
 */
function forgottenArtifacts(
  sidecars: readonly string[],
  named: ReadonlySet<string>,
  artifacts: readonly string[],
): readonly JudgedArtifact[] {
  const { suffix } = sidecarKinds.cms
  const known = new Set(artifacts)
  return sidecars
    .filter((path) => named.has(path) && path.endsWith(suffix) && !known.has(path.slice(0, -suffix.length)))
    .map((path) =>
      refusedArtifact(
        path,
        new ReleaseSigningError('artifact-not-named', `${path}: a sidecar was named, and its artifact was not`, {
          hint: 'Name the artifact: its sidecar is found beside it.',
        }),
      ),
    )
}

const refusedArtifact = (path: string, { code, message, hint }: ReleaseSigningError): JudgedArtifact => ({
  report: { path, sha256: '', verified: false, release: null, sidecars: [], ...refusal(code, message, hint) },
  statements: [],
})
