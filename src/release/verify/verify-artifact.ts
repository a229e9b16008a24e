import { type Digests, type HashName, hashes } from '../../core/algorithm.ts'
import { bytesToHex } from '../../core/bytes.ts'
import { type ErrorCode, fullMessage, ReleaseSigningError } from '../../core/error.ts'
import type { SidecarJudge } from '../../core/verification-result.ts'
import type { NamedDigests } from '../ports.ts'
import type { FoundSidecar } from './find-sidecars.ts'
import type { JudgedArtifact, ReleaseJudge } from './release-judge.ts'
import type { ArtifactReport, SidecarReport } from './verify-report.ts'
import type { VerifyRequest } from './verify-request.ts'

/** An artifact with its digests, and all that may speak for it. */
export interface JudgeableArtifact {
  readonly artifact: NamedDigests
  /** Whether the digests were given and no file was there. */
  readonly byDigest: boolean
  readonly sidecars: readonly FoundSidecar[]
  /** Verdicts on signatures over its own bytes. */
  readonly raw: readonly SidecarReport[]
}

/** The verdict on one artifact, complete also when it is a refusal. */
export async function verifyArtifact(
  { artifact, byDigest, sidecars: found, raw }: JudgeableArtifact,
  request: VerifyRequest,
  judge: SidecarJudge,
  releases: ReleaseJudge,
): Promise<JudgedArtifact> {
  const { path, digests } = artifact
  const unfit = byDigest ? found.filter(({ hash }) => hash !== undefined && digests[hash] === undefined) : []
  const ofArtifact: SidecarReport[] = []
  const signed = new Set<HashName>()
  for (const { path, kind, hash, read } of found.filter((sidecar) => !unfit.includes(sidecar))) {
    const result = await judge(() => read(artifact))
    ofArtifact.push({ path, kind, ...result })
    if (result.verified && hash !== undefined) signed.add(hash)
  }
  const ofRelease = releases.judge(artifact, byDigest)
  const sidecars: readonly SidecarReport[] = [...ofArtifact, ...ofRelease.sidecars, ...raw]
  for (const hash of ofRelease.hashes) signed.add(hash)
  const refusal =
    refusalOf(sidecars, request, [ofRelease.inapplicable, ...unfit.map(hashNotGiven)]) ??
    (byDigest ? notSigned(digests, signed) : undefined)
  const report: ArtifactReport = {
    path,
    sha256: digests.sha256 === undefined ? '' : bytesToHex(digests.sha256),
    verified: refusal === undefined,
    ...(byDigest ? { byDigest } : {}),
    release: ofRelease.release,
    sidecars,
    ...refusal,
  }
  return { report, statements: ofRelease.statements }
}

/** A sidecar over a digest that nobody has says nothing of the one that was given. */
const hashNotGiven = ({ path, hash }: FoundSidecar): ReleaseSigningError =>
  new ReleaseSigningError('digest-not-given', `${path}: it is over the ${hash} of the artifact, which was not given`, {
    hint: 'Give the digest by that hash, or the file itself.',
  })

/** Whoever gives two digests of one artifact, of which one is signed, could take the other for verified as well. */
function notSigned(given: Digests, signed: ReadonlySet<HashName>): Refusal | undefined {
  const unknown = hashes.find(({ name }) => given[name] !== undefined && !signed.has(name))
  if (unknown === undefined) return undefined
  return refusal(
    'digest-not-signed',
    `nothing that is signed has its ${unknown.name}, which was given`,
    `Give its digest by ${[...signed].join(' or ')} alone, or the file itself.`,
  )
}

type Refusal = Pick<ArtifactReport, 'code' | 'message' | 'hint'>

/**
 * Why an artifact with these verdicts is not verified, if it is not.
 *
 * @param inapplicable why something that was found counts for nothing
 */
function refusalOf(
  sidecars: readonly SidecarReport[],
  request: VerifyRequest,
  inapplicable: readonly (ReleaseSigningError | undefined)[],
): Refusal | undefined {
  const failed = sidecars.find(({ verified }) => !verified)
  if (failed !== undefined) return refusal(failed.code ?? 'internal', failed.message ?? '', failed.hint)
  const missing = requiredKinds(request).filter((kind) => !sidecars.some((sidecar) => sidecar.kind === kind))
  const lacksAttestation = sidecars.length === 0 || missing.includes('attestation')
  const reason = inapplicable.find((one) => one !== undefined)
  if (lacksAttestation && reason !== undefined) return refusal(reason.code, fullMessage(reason), reason.hint)
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

/** The verdict on one that could not be looked at. */
export const refusedArtifact = (path: string, error: ReleaseSigningError): JudgedArtifact => ({
  report: {
    path,
    sha256: '',
    verified: false,
    release: null,
    sidecars: [],
    ...refusal(error.code, fullMessage(error), error.hint),
  },
  statements: [],
})
