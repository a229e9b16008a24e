import type { HashName } from '../core/algorithm.ts'
import { bytesToHex } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { createSidecarVerifier, type SidecarVerifier } from '../core/verify-sidecar.ts'
import { classifyPaths } from './classify.ts'
import { type FoundSidecar, type FoundSidecars, findSidecars } from './find-sidecars.ts'
import type { ArtifactDigest, Files, VerifyPorts } from './ports.ts'
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
  const run: Run = { request, files, verify: createSidecarVerifier(policy) }
  const paths = await classifyPaths(request.artifacts, files)
  const named = new Set(request.named)
  const strays = paths.orphan.filter((path) => !named.has(path))

  const artifacts = paths.orphan.filter((path) => named.has(path)).map(missingArtifact)
  const ignored = new Set(paths.foreign)
  for (let start = 0; start < paths.artifact.length; start += limits.artifactsAtOnce) {
    const some = paths.artifact.slice(start, start + limits.artifactsAtOnce)
    const found = await Promise.all(some.map((path) => findSidecars(path, request.sidecarDirectory, files)))
    artifacts.push(...(await verifyArtifacts(some, found, run)))
    for (const path of found.flatMap(({ foreign }) => foreign)) ignored.add(path)
    progress?.('verify', start + some.length, paths.artifact.length)
  }
  if (artifacts.length === 0) {
    throw new ReleaseSigningError('artifacts-none', 'there is no artifact to verify, only sidecars', {
      hint: 'Name the artifacts: their sidecars are found beside them.',
    })
  }
  return {
    verified: artifacts.every(({ verified }) => verified),
    artifacts,
    ignored: [...ignored],
    passedOver: paths.sidecar,
    warnings: [
      ...anchorWarnings(policy),
      ...strays.map((path) => `${path}: the artifact of this sidecar is not there`),
    ],
  }
}

interface Run {
  readonly request: VerifyRequest
  readonly files: Files
  readonly verify: SidecarVerifier
}

async function verifyArtifacts(
  paths: readonly string[],
  found: readonly FoundSidecars[],
  run: Run,
): Promise<readonly ArtifactReport[]> {
  const hashes = new Set<HashName>(['sha256'])
  for (const { hash } of found.flatMap(({ sidecars }) => sidecars)) if (hash !== undefined) hashes.add(hash)
  const digests = await digestEach(paths, [...hashes], run.files)
  return paths.map((path, i) => verifyArtifact(path, digests[i], found[i]?.sidecars ?? [], run))
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
  { request, verify }: Run,
): ArtifactReport {
  if (digest === undefined || digest instanceof Error) {
    return refusedArtifact(path, digest ?? new ReleaseSigningError('internal', `${path} was not digested`))
  }
  const sidecars: readonly SidecarReport[] = found.map(({ path, kind, read }) => ({
    path,
    kind,
    ...verify(() => read(digest)),
  }))
  const refusal = refusalOf(sidecars, request)
  return {
    path,
    sha256: digest.digests.sha256 === undefined ? '' : bytesToHex(digest.digests.sha256),
    verified: refusal === undefined,
    release: null,
    sidecars,
    ...refusal,
  }
}

type Refusal = Pick<ArtifactReport, 'code' | 'message' | 'hint'>

/** Why an artifact with these verdicts is not verified, if it is not. */
function refusalOf(sidecars: readonly SidecarReport[], request: VerifyRequest): Refusal | undefined {
  const failed = sidecars.find(({ verified }) => !verified)
  if (failed !== undefined) {
    const { code, message, hint } = failed
    return { code: code ?? 'internal', message: message ?? '', ...(hint === undefined ? {} : { hint }) }
  }
  if (sidecars.length === 0) {
    return {
      code: 'sidecar-missing',
      message: 'no sidecar of ours is there for it',
      hint: 'Get the .p7s beside it, or name where sidecars lie with sidecar-directory.',
    }
  }
  const missing = requiredKinds(request).filter((kind) => !sidecars.some((sidecar) => sidecar.kind === kind))
  if (missing.length === 0) return undefined
  return {
    code: 'sidecar-required',
    message: `required and not there: ${missing.join(', ')}`,
    hint: 'Get the missing sidecars from the release, or do not require them.',
  }
}

/** Naming a repository or tag demands the attestation: nothing else speaks of them. */
function requiredKinds({ require, repository, repositoryId, tag, complete }: VerifyRequest): VerifyRequest['require'] {
  const ofRelease = complete || [repository, repositoryId, tag].some((name) => name !== undefined)
  return ofRelease ? [...new Set([...require, 'attestation' as const])] : require
}

const missingArtifact = (path: string): ArtifactReport =>
  refusedArtifact(
    path,
    new ReleaseSigningError('file-not-found', `${path}: the artifact of this sidecar is not there`, {
      hint: 'Name the artifact, not its sidecar.',
    }),
  )

const refusedArtifact = (path: string, { code, message, hint }: ReleaseSigningError): ArtifactReport => ({
  path,
  sha256: '',
  verified: false,
  release: null,
  sidecars: [],
  code,
  message,
  ...(hint === undefined ? {} : { hint }),
})
