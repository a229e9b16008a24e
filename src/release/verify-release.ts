import { normalize, resolve } from 'node:path'
import { hashes as allHashes, type Digests, type HashName } from '../core/algorithm.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import type { SidecarJudge } from '../core/verification-result.ts'
import { classifyPaths } from './classify.ts'
import { inParallel } from './in-parallel.ts'
import type { ArtifactDigest, Files } from './ports.ts'
import { artifactOfSidecar } from './sidecar-kind.ts'
import { type GivenDigests, noDigests } from './verify/digests-in-place.ts'
import { type FoundAttestation, findAttestations } from './verify/find-attestations.ts'
import { type FoundSidecar, type FoundSidecars, findSidecars } from './verify/find-sidecars.ts'
import { createJudges, type Judges } from './verify/judges.ts'
import { type JudgedArtifact, noAttestations, type ReleaseJudge } from './verify/release-judge.ts'
import { refusedArtifact, verifyArtifact } from './verify/verify-artifact.ts'
import type { VerifyPorts } from './verify/verify-ports.ts'
import type { VerifyReport } from './verify/verify-report.ts'
import type { VerifyRequest } from './verify/verify-request.ts'

/**
 * Verifies every artifact with the sidecars that are found for it. What does not verify stands in the report, artifact
 * by artifact.
 *
 * @throws ReleaseSigningError when nothing can be verified at all: `usage`, `artifacts-none`, or why an input cannot be
 * read
 */
export async function verifyRelease(request: VerifyRequest, ports: VerifyPorts): Promise<VerifyReport> {
  const { files, progress } = ports
  const judges = await createJudges(request, ports)
  const given = await givenDigests(request, files)
  const paths = await classifyPaths(
    [...request.artifacts, ...morePaths(request, given)],
    filesWith(given, files),
    request.require,
  )
  const attestations = await findAttestations(paths.artifact, request, files)
  const run: Run = {
    request,
    files,
    given,
    judges,
    releases: await releaseJudge(attestations, request, files, judges.sidecar),
    raw: await judges.raw(paths.artifact),
  }
  const named = new Set([...(request.named ?? []), ...(request.digests ?? []).map(({ path }) => normalize(path))])
  const strays = paths.orphan.filter((path) => !named.has(path))

  // Another tool's sidecar that the release lists was signed as an artifact.
  const listed = new Set(paths.foreign.filter(run.releases.lists))
  const toJudge = [...paths.artifact, ...listed]
  const ignored = new Set(paths.foreign.filter((path) => !listed.has(path)))

  const judged: JudgedArtifact[] = [
    ...paths.orphan.filter((path) => named.has(path)).map(missingArtifact),
    ...forgottenArtifacts([...paths.sidecar, ...ignored], named, toJudge),
  ]
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
    key: judges.key,
    passedOver: paths.sidecar,
    warnings: [
      ...judges.warnings,
      ...strays.map((path) => `${path}: the artifact of this sidecar is not there`),
      ...run.releases.unused(artifacts),
      ...given.warnings,
    ],
  }
}

interface Run {
  readonly request: VerifyRequest
  readonly files: Files
  readonly given: GivenDigests
  readonly judges: Judges
  readonly releases: ReleaseJudge
  readonly raw: Awaited<ReturnType<Judges['raw']>>
}

/** Loaded only where digests are given. */
async function givenDigests(request: VerifyRequest, files: Files): Promise<GivenDigests> {
  const { digests = [], checksums } = request
  if (digests.length === 0 && checksums === undefined) return noDigests
  return (await import('./verify/given-digests.ts')).readGivenDigests(request, files)
}

/** Of what digests are given for, those that were not named as files, too. */
function morePaths({ artifacts }: VerifyRequest, { paths }: GivenDigests): readonly string[] {
  const named = new Set(artifacts.map((path) => resolve(path)))
  return paths.filter((path) => !named.has(resolve(path)))
}

/** An artifact of which the digest is given is there, as far as its sidecars go. */
const filesWith = (given: GivenDigests, files: Files): Pick<Files, 'exists'> => ({
  exists: async (path) => given.alone(path) !== undefined || files.exists(path),
})

/** Loaded only where a release is spoken of: what it takes to read one costs a small run much of its time. */
async function releaseJudge(
  attestations: readonly FoundAttestation[],
  request: VerifyRequest,
  files: Files,
  verify: SidecarJudge,
): Promise<ReleaseJudge> {
  const { repository, tag } = request
  if (attestations.length === 0 && repository === undefined && tag === undefined) return noAttestations
  const { createReleaseJudge } = await import('./verify/judge-release.ts')
  return createReleaseJudge(attestations, request, files, verify)
}

async function verifyArtifacts(
  paths: readonly string[],
  found: readonly FoundSidecars[],
  run: Run,
): Promise<readonly JudgedArtifact[]> {
  const { given, files, releases } = run
  const read = paths.filter((path) => given.alone(path) === undefined)
  const hashes = new Set<HashName>(['sha256', ...read.flatMap(releases.hashes)])
  for (const { hash } of found.flatMap(({ sidecars }) => sidecars)) if (hash !== undefined) hashes.add(hash)
  for (const path of read) for (const { name } of hashesIn(given.expected(path))) hashes.add(name)
  const digests = new Map((await digestEach(read, [...hashes], files)).map((digest, i) => [read[i], digest]))
  const items = paths.map((path, i) => ({ path, sidecars: found[i]?.sidecars ?? [] }))
  return inParallel(items, run.judges.atOnce, ({ path, sidecars }) =>
    judgeArtifact(path, digests.get(path), sidecars, run),
  )
}

async function judgeArtifact(
  path: string,
  digest: ArtifactDigest | ReleaseSigningError | undefined,
  sidecars: readonly FoundSidecar[],
  { given, raw, request, judges, releases }: Run,
): Promise<JudgedArtifact> {
  const alone = given.alone(path)
  if (alone !== undefined) {
    const artifact = { path, digests: alone }
    return verifyArtifact({ artifact, byDigest: true, sidecars, raw: [] }, request, judges.sidecar, releases)
  }
  const artifact = held(path, digest, given)
  if (artifact instanceof ReleaseSigningError) return refusedArtifact(path, artifact)
  const ofBytes = (await raw?.judge(artifact)) ?? []
  return verifyArtifact({ artifact, byDigest: false, sidecars, raw: ofBytes }, request, judges.sidecar, releases)
}

const hashesIn = (digests: Digests | undefined) => allHashes.filter(({ name }) => digests?.[name] !== undefined)

/** A file that was read, held to the digests that were given for it; else why it counts for nothing. */
function held(
  path: string,
  digest: ArtifactDigest | ReleaseSigningError | undefined,
  given: GivenDigests,
): ArtifactDigest | ReleaseSigningError {
  if (digest === undefined) return new ReleaseSigningError('internal', `${path} was not digested`)
  if (digest instanceof ReleaseSigningError) return digest
  try {
    given.check(path, digest.digests)
    return digest
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
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

const missingArtifact = (path: string): JudgedArtifact =>
  refusedArtifact(
    path,
    new ReleaseSigningError('file-not-found', `${path}: the artifact of this sidecar is not there`, {
      hint: 'Name the artifact, not its sidecar.',
    }),
  )

/**
 * Whoever names a sidecar, be it another tool's, means its artifact: a run that leaves that one out has not looked at
 * what was asked. What is a sidecar is told by its name and by a file beside it, which anybody could have put there.
 */
function forgottenArtifacts(
  passedOver: readonly string[],
  named: ReadonlySet<string>,
  artifacts: readonly string[],
): readonly JudgedArtifact[] {
  const known = new Set(artifacts)
  return passedOver
    .filter((path) => {
      const artifact = artifactOfSidecar(path)
      return named.has(path) && artifact !== undefined && !known.has(artifact)
    })
    .map((path) =>
      refusedArtifact(
        path,
        new ReleaseSigningError('artifact-not-named', `${path}: a sidecar was named, and its artifact was not`, {
          hint: 'Name the artifact: its sidecar is found beside it.',
        }),
      ),
    )
}
