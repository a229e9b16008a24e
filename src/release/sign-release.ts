import { basename } from 'node:path'
import { type HashName, hexDigests } from '../core/algorithm.ts'
import { bytesToHex } from '../core/bytes.ts'
import { createCmsEncoder } from '../core/cms/encode.ts'
import { limits } from '../core/limits.ts'
import { identitiesOf } from '../core/policy.ts'
import { inParallel } from './in-parallel.ts'
import type { ArtifactDigest, KeyDescription, SignPorts } from './ports.ts'
import { sidecarKinds, sidecarPath } from './sidecar-kind.ts'
import { crossCheck } from './sign/cross-check.ts'
import { rehearsed } from './sign/rehearsal.ts'
import { createSelfCheck } from './sign/self-check.ts'
import type { MadeAttestation } from './sign/sign-attestation.ts'
import { signCms } from './sign/sign-cms.ts'
import { checkKey, planSigning } from './sign/sign-preflight.ts'
import type { ReleaseReport, SignReport } from './sign/sign-report.ts'
import type { SignRequest } from './sign/sign-request.ts'
import type { SigningPlan } from './sign/signing-plan.ts'
import type { MadeSidecar, SigningTools } from './sign/signing-tools.ts'
import { createStamper } from './sign/stamp.ts'

/**
 * Signs the artifacts: everything that can be checked is checked first, what was made is verified before it is written,
 * and all sidecars are written or none.
 *
 * @throws ReleaseSigningError the first thing that is wrong; nothing is written then
 */
export async function signRelease(asked: SignRequest, ports: SignPorts): Promise<SignReport> {
  const { request, warnings } = rehearsed(asked)
  const plan = await planSigning(request, ports)
  const stamper = createStamper(request.timestamp, plan, ports)
  const publishing =
    request.upload &&
    (await (await import('./publish/publishing.ts')).startPublishing(request.upload, request, plan, ports.releaseHost))
  const key = await checkKey(plan, ports.signer)
  const digests = await digestAll(plan, ports)
  if (plan.listed.size > 0) (await import('./sign/sign-checksums.ts')).checkListed(digests, plan.listed)
  const rawSigning = plan.raw === undefined ? undefined : await import('./sign/sign-raw.ts')
  rawSigning?.checkRawArtifacts(digests)
  const tools = { plan, ports, stamper, outputDirectory: request.outputDirectory }
  const publication = await publishing?.prepare(digests, tools)
  const known = {
    plan,
    key,
    digests,
    warnings: [...plan.warnings, ...warnings, ...(publishing?.warnings ?? []), ...(publication?.warnings ?? [])],
  }
  if (request.dryRun) return dryRunReport(known, request.outputDirectory, publication?.foreseen)

  const signed = await signAll(request, digests, {
    ...tools,
    check: createSelfCheck(plan, stamper.always),
    encoder: createCmsEncoder({
      algorithm: plan.algorithm,
      signer: plan.chain.leaf,
      intermediates: plan.chain.intermediates.map(({ der }) => der),
    }),
  })
  const { raw } = plan
  const files = signed.made.map(({ sidecar }) => sidecar)
  if (signed.attestation !== undefined) files.push(signed.attestation.file)
  if (rawSigning !== undefined && raw !== undefined) files.push(rawSigning.certificatesFile(raw, plan))
  if (request.trustedRoot !== undefined) {
    const { trustedRootFile } = await import('./sign/sign-trusted-root.ts')
    files.push(
      trustedRootFile(request.trustedRoot, plan, plan.timestampAnchors.length > 0 ? stamper.lastToken() : undefined),
    )
  }
  await ports.files.writeAll(files)
  const release = await publication?.publish(files)
  return signedReport({ ...known, warnings: [...known.warnings, ...stamper.warnings()] }, signed, release)
}

interface Signed {
  readonly made: readonly MadeSidecar[]
  readonly attestation: MadeAttestation | undefined
  readonly notices: readonly string[]
}

/** Everything that the key signs. */
async function signAll(request: SignRequest, digests: readonly ArtifactDigest[], tools: SigningTools): Promise<Signed> {
  const { plan, ports } = tools
  const made = await signEach(digests, tools)
  const attestation =
    plan.attestation &&
    (await (await import('./sign/sign-attestation.ts')).signAttestation(plan.attestation, digests, tools))
  const notices = await crossCheck(made, request.crossCheck, plan, ports.secondOpinion)
  const { raw } = plan
  if (raw === undefined) return { made, attestation, notices }
  const { signRaw } = await import('./sign/sign-raw.ts')
  const madeRaw = await inParallel(digests, limits.signaturesAtOnce, (digest) => signRaw(raw, digest, tools))
  return { made: [...made, ...madeRaw.flat()], attestation, notices }
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

async function signEach(digests: readonly ArtifactDigest[], tools: SigningTools): Promise<readonly MadeSidecar[]> {
  if (!tools.plan.kinds.includes('cms')) return []
  let done = 0
  return inParallel(digests, limits.signaturesAtOnce, async (digest) => {
    const made = await signCms(digest, tools)
    tools.ports.progress?.('sign', ++done, digests.length)
    return made
  })
}

/** What is known before the first signature. */
interface Known {
  readonly plan: SigningPlan
  readonly key: KeyDescription
  readonly digests: readonly ArtifactDigest[]
  readonly warnings: readonly string[]
}

function dryRunReport(known: Known, directory: string | undefined, release: ReleaseReport | undefined): SignReport {
  const kinds = known.plan.kinds.filter((kind) => sidecarKinds[kind].per === 'artifact')
  const sidecars = (artifact: string) => kinds.map((kind) => sidecarPath(artifact, kind, directory))
  return { ...reportOf(known, sidecars, release), signed: 0, dryRun: true }
}

function signedReport(
  known: Known,
  { made, attestation, notices }: Signed,
  release: ReleaseReport | undefined,
): SignReport {
  const sidecars = Map.groupBy(made, ({ artifact }) => artifact)
  const report = reportOf(known, (path) => (sidecars.get(path) ?? []).map(({ sidecar }) => sidecar.path), release)
  const requests = [...made, ...(attestation === undefined ? [] : [attestation])]
  return {
    ...report,
    kmsRequestIds: requests.flatMap(({ requestId }) => requestId ?? []),
    notices: [...report.notices, ...notices],
  }
}

function reportOf(
  { plan, key, digests, warnings }: Known,
  sidecarsOf: (artifact: string) => readonly string[],
  release: ReleaseReport | undefined,
): SignReport {
  const { leaf } = plan.chain
  return {
    signed: digests.length + plan.unseen.length,
    artifacts: digests.map(({ path, digests: { sha256 } }) => ({
      path,
      sha256: sha256 === undefined ? '' : bytesToHex(sha256),
      sidecars: sidecarsOf(path),
    })),
    unseen: plan.unseen.map(({ path, digests }) => ({ name: basename(path), digests: hexDigests(digests) })),
    ...(plan.attestation === undefined ? {} : { attestation: plan.attestation.path }),
    alsoWritten: plan.alsoWritten,
    certificate: { sha256: leaf.sha256, notAfter: leaf.notAfter.toISOString() },
    kmsRequestIds: [],
    ...(release === undefined ? {} : { release }),
    dryRun: false,
    keyId: key.keyId,
    keySpec: key.spec,
    at: plan.now.toISOString(),
    algorithm: plan.algorithm.name,
    signer: { subject: leaf.subject.text, identities: identitiesOf(leaf) },
    intermediates: plan.chain.intermediates.length,
    root: plan.root,
    passedOver: plan.passedOver,
    warnings,
    notices: [
      ...(plan.unseen.length === 0 ? [] : [`signed unseen, by the digests that were given: ${plan.unseen.length}`]),
      ...(plan.root === null ? ['no root is pinned: signature, leaf and chain links were checked'] : []),
    ],
  }
}
