import { basename } from 'node:path'
import { type HashName, hexDigests } from '../core/algorithm.ts'
import { bytesToHex } from '../core/bytes.ts'
import { createCmsEncoder } from '../core/cms/encode.ts'
import { limits } from '../core/limits.ts'
import { identitiesOf } from '../core/policy.ts'
import { crossCheck } from './cross-check.ts'
import { inParallel } from './in-parallel.ts'
import type { ArtifactDigest, KeyDescription, SignPorts } from './ports.ts'
import { createSelfCheck } from './self-check.ts'
import type { MadeAttestation } from './sign-attestation.ts'
import { type MadeSidecar, type SigningTools, signCms } from './sign-cms.ts'
import { checkKey, planSigning, type SigningPlan } from './sign-preflight.ts'
import type { SignReport } from './sign-report.ts'
import type { SignRequest } from './sign-request.ts'
import { createStamper } from './stamp.ts'

/**
 * Signs the artifacts: everything that can be checked is checked first, what was made is verified before it is written,
 * and all sidecars are written or none.
 *
 * @throws ReleaseSigningError the first thing that is wrong; nothing is written then
 */
export async function signRelease(request: SignRequest, ports: SignPorts): Promise<SignReport> {
  const plan = await planSigning(request, ports)
  const stamper = createStamper(request.timestamp, plan, ports)
  const key = await checkKey(plan, ports.signer)
  const report = { plan, key, dryRun: request.dryRun }
  if (request.dryRun)
    return reportOf({ ...report, digests: [], made: [], attestation: undefined, warnings: [], notices: [] })

  const digests = await digestAll(plan, ports)
  if (plan.listed.size > 0) (await import('./sign-checksums.ts')).checkListed(digests, plan.listed)
  const tools: SigningTools = {
    plan,
    ports,
    stamper,
    check: createSelfCheck(plan, stamper.always),
    encoder: createCmsEncoder({
      algorithm: plan.algorithm,
      signer: plan.chain.leaf,
      intermediates: plan.chain.intermediates.map(({ der }) => der),
    }),
    outputDirectory: request.outputDirectory,
  }
  const rawSigning = plan.raw === undefined ? undefined : await import('./sign-raw.ts')
  rawSigning?.checkRawArtifacts(digests)
  const made = await signAll(digests, tools)
  const attestation =
    plan.attestation === undefined
      ? undefined
      : await (await import('./sign-attestation.ts')).signAttestation(plan.attestation, digests, tools)
  const notices = await crossCheck(made, request.crossCheck, plan, ports.secondOpinion)
  const { raw } = plan
  const madeRaw =
    rawSigning === undefined || raw === undefined
      ? []
      : (await inParallel(digests, limits.signaturesAtOnce, (digest) => rawSigning.signRaw(raw, digest, tools))).flat()
  const files = [...made, ...madeRaw].map(({ sidecar }) => sidecar)
  if (attestation !== undefined) files.push(attestation.file)
  if (rawSigning !== undefined && raw !== undefined) files.push(rawSigning.certificatesFile(raw, plan))
  if (request.trustedRoot !== undefined) {
    const { trustedRootFile } = await import('./sign-trusted-root.ts')
    files.push(
      trustedRootFile(request.trustedRoot, plan, plan.timestampAnchors.length > 0 ? stamper.lastToken() : undefined),
    )
  }
  await ports.files.writeAll(files)
  return reportOf({
    ...report,
    digests,
    made: [...made, ...madeRaw],
    attestation,
    warnings: stamper.warnings(),
    notices,
  })
}

/** All of them before the first signature, so that a file that cannot be read costs none. */
async function digestAll(
  { artifacts, algorithm, listed }: SigningPlan,
  ports: SignPorts,
): Promise<readonly ArtifactDigest[]> {
  const ofList = [...listed.values()].flatMap((digests) => Object.keys(digests) as HashName[])
  const hashes: readonly HashName[] = [...new Set<HashName>(['sha256', algorithm.hash.name, ...ofList])]
  const digests: ArtifactDigest[] = []
  for (let start = 0; start < artifacts.length; start += limits.artifactsAtOnce) {
    digests.push(...(await ports.files.digest(artifacts.slice(start, start + limits.artifactsAtOnce), hashes)))
    ports.progress?.('digest', digests.length, artifacts.length)
  }
  return digests
}

async function signAll(digests: readonly ArtifactDigest[], tools: SigningTools): Promise<readonly MadeSidecar[]> {
  if (!tools.plan.kinds.includes('cms')) return []
  let done = 0
  return inParallel(digests, limits.signaturesAtOnce, async (digest) => {
    const made = await signCms(digest, tools)
    tools.ports.progress?.('sign', ++done, digests.length)
    return made
  })
}

interface ReportInput {
  readonly plan: SigningPlan
  readonly key: KeyDescription
  readonly dryRun: boolean
  readonly digests: readonly ArtifactDigest[]
  readonly made: readonly MadeSidecar[]
  readonly attestation: MadeAttestation | undefined
  readonly warnings: readonly string[]
  readonly notices: readonly string[]
}

function reportOf(input: ReportInput): SignReport {
  const { plan, key, dryRun, digests, made, attestation, warnings, notices } = input
  const { leaf } = plan.chain
  const sidecars = Map.groupBy(made, ({ artifact }) => artifact)
  return {
    signed: dryRun ? 0 : digests.length + plan.unseen.length,
    artifacts: digests.map(({ path, digests: { sha256 } }) => ({
      path,
      sha256: sha256 === undefined ? '' : bytesToHex(sha256),
      sidecars: (sidecars.get(path) ?? []).map(({ sidecar }) => sidecar.path),
    })),
    unseen: plan.unseen.map(({ path, digests }) => ({ name: basename(path), digests: hexDigests(digests) })),
    ...(plan.attestation === undefined ? {} : { attestation: plan.attestation.path }),
    alsoWritten: plan.alsoWritten,
    certificate: { sha256: leaf.sha256, notAfter: leaf.notAfter.toISOString() },
    kmsRequestIds: [...made, ...(attestation === undefined ? [] : [attestation])].flatMap(
      ({ requestId }) => requestId ?? [],
    ),
    dryRun,
    keyId: key.keyId,
    algorithm: plan.algorithm.name,
    signer: { subject: leaf.subject.text, identities: identitiesOf(leaf) },
    root: plan.root,
    passedOver: plan.passedOver,
    warnings: [...plan.warnings, ...warnings],
    notices: [
      ...(plan.unseen.length === 0 ? [] : [`signed unseen, by the digests that were given: ${plan.unseen.length}`]),
      ...(plan.root === null ? ['no root is pinned: signature, leaf and chain links were checked'] : []),
      ...notices,
    ],
  }
}
