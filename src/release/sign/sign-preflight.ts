import { resolve } from 'node:path'
import { algorithmForKey } from '../../core/algorithm.ts'
import { equalBytes } from '../../core/bytes.ts'
import { parseSignedData } from '../../core/cms/signed-data.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { certificateReference } from '../../core/x509/certificate.ts'
import { classifyPaths } from '../classify.ts'
import type { Files, KeyDescription, Signer, SignPorts } from '../ports.ts'
import { kindsToMake, rawKindsIn, sidecarPath } from '../sidecar-kind.ts'
import { anchorsOf, unusedAnchorWarnings } from '../verify/verify-policy.ts'
import type { Checksums } from './sign-checksums.ts'
import type { SignRequest } from './sign-request.ts'
import { checkSigningChain, expiryWarnings, readSigningChain } from './signing-chain.ts'
import type { RawPlan, SigningPlan } from './signing-plan.ts'

/**
 * Checks everything that can be checked without the key: request, chain, root, names, and what lies where sidecars go.
 *
 * @throws ReleaseSigningError the first thing that is wrong
 */
export async function planSigning(request: SignRequest, { files, clock }: SignPorts): Promise<SigningPlan> {
  checkTimestamps(request)
  const now = clock()
  const chain = readSigningChain(request.certificateChain)
  const anchors = anchorsOf(request.rootCertificates)
  const { keySpec } = chain.leaf.publicKey
  if (keySpec === undefined) {
    throw new ReleaseSigningError(
      'key-unsupported',
      'the signing certificate has a key of a kind that AWS KMS does not make',
      {
        hint: 'Have the certificate issued for the key in AWS KMS.',
        certificate: certificateReference(chain.leaf),
      },
    )
  }
  const algorithm = algorithmForKey(keySpec, request.signingAlgorithm)
  const path = checkSigningChain(chain, anchors, now)

  const paths = await classifyPaths(request.artifacts, files, request.sidecars)
  // A sidecar without its artifact, and one of another tool, are files like any other when signing.
  const artifacts = [...paths.artifact, ...paths.orphan, ...paths.foreign].sort()
  const { unseen, listed, passedOver, warnings } = await readChecksums(request, artifacts)
  const kinds = kindsToMake(request, unseen.length)
  if (artifacts.length + unseen.length === 0) {
    const only = paths.sidecar.length + passedOver.length > 0 ? ', only sidecars' : ''
    throw new ReleaseSigningError('artifacts-none', `there is no artifact to sign${only}`, {
      hint: 'Name the artifacts: their sidecars are made beside them.',
    })
  }
  // Loaded only where it is used: it costs a run without one much of its start.
  if (request.trustedRoot !== undefined) await checkTrustedRootPlace(request.trustedRoot, request, files)
  const attesting = kinds.includes('attestation') ? await import('./sign-attestation.ts') : undefined
  const attestation = attesting?.planAttestation(request, { artifacts, unseen }, chain.leaf, algorithm)
  if (kinds.includes('cms')) await checkPlaces(artifacts, request.outputDirectory, files)
  if (attesting !== undefined && attestation !== undefined) {
    await checkReplaceable(attestation.path, limits.attestationBytes, attesting.parseAttestation, files)
    await files.checkWritable([attestation.path])
  }
  const raw = await planRawKinds(request, { artifacts, algorithm, kinds }, files)
  return {
    artifacts,
    unseen,
    listed,
    passedOver: [...paths.sidecar, ...passedOver],
    kinds,
    attestation,
    raw,
    alsoWritten: [raw?.certificates, request.trustedRoot].filter((path) => path !== undefined),
    chain,
    anchors,
    root: path.root,
    timestampAnchors: anchorsOf(request.timestamp.rootCertificates),
    algorithm,
    now,
    warnings: [
      ...warnings,
      ...chain.warnings,
      ...unusedAnchorWarnings(anchors),
      ...path.warnings,
      ...(attestation?.warnings ?? []),
      ...expiryWarnings(chain, now, request.expiryWarningDays),
    ],
  }
}

/**
 * Checks, by asking the service, that the key is there, is the leaf's, and may sign.
 *
 * @throws ReleaseSigningError `key-mismatch`, or what the service says
 */
export async function checkKey({ chain, algorithm }: SigningPlan, signer: Signer): Promise<KeyDescription> {
  const key = await signer.describe()
  if (!equalBytes(key.publicKey, chain.leaf.publicKey.spki)) {
    throw new ReleaseSigningError('key-mismatch', `the signing certificate was not issued for the key ${key.keyId}`, {
      hint: 'Check kms-key-id, and that certificate-chain holds the certificate of this key.',
      certificate: certificateReference(chain.leaf),
    })
  }
  await signer.probe(algorithm)
  return key
}

function checkTimestamps({ timestamp }: SignRequest): void {
  const { urls, rootCertificates, unsafeUnpinned } = timestamp
  if (urls.length > 0 && rootCertificates.length === 0 && !unsafeUnpinned) {
    throw new ReleaseSigningError('usage', 'time stamps are asked for without a pinned time-stamp root', {
      hint: 'Give timestamp-root-certificate; unsafe-unpinned-timestamp takes whatever the network answers.',
    })
  }
}

/** No two sidecars in one place, none in the place of an artifact or of a file that is not ours to replace. */
async function checkPlaces(artifacts: readonly string[], directory: string | undefined, files: Files): Promise<void> {
  const taken = new Map(artifacts.map((path) => [placeOf(path), path]))
  const places = artifacts.map((artifact) => sidecarPath(artifact, 'cms', directory))
  for (const [i, place] of places.entries()) {
    const other = taken.get(placeOf(place))
    if (other !== undefined) {
      throw new ReleaseSigningError('names-collide', `${artifacts[i]} and ${other} would both be ${place}`, {
        hint: 'Rename one of them, or sign them in two runs with an output-directory each.',
      })
    }
    taken.set(placeOf(place), artifacts[i] ?? '')
  }
  for (let start = 0; start < places.length; start += limits.artifactsAtOnce) {
    await Promise.all(
      places
        .slice(start, start + limits.artifactsAtOnce)
        .map((place) => checkReplaceable(place, limits.cmsBytes, parseSignedData, files)),
    )
  }
  await files.checkWritable(places)
}

/** Loaded only where there is a list. */
async function readChecksums(
  { checksums, expected = new Map() }: SignRequest,
  artifacts: readonly string[],
): Promise<Checksums> {
  if (checksums === undefined) return { unseen: [], listed: expected, passedOver: [], warnings: [] }
  return (await import('./sign-checksums.ts')).checksumsFor(checksums, artifacts)
}

/** Loaded only where they are asked for. */
async function planRawKinds(
  request: SignRequest,
  plan: Pick<SigningPlan, 'artifacts' | 'algorithm' | 'kinds'>,
  files: Files,
): Promise<RawPlan | undefined> {
  const kinds = rawKindsIn(plan.kinds)
  if (kinds.length === 0) return undefined
  const { planRaw, rawPlaces } = await import('./sign-raw.ts')
  const raw = planRaw(kinds, request, plan)
  const taken = new Map(plan.artifacts.map((path) => [placeOf(path), path]))
  const places = rawPlaces(raw, plan.artifacts, request.outputDirectory)
  for (const { path, parse, artifact } of places) {
    const other = taken.get(placeOf(path))
    if (other !== undefined) {
      throw new ReleaseSigningError('names-collide', `${artifact} and ${other} would both be ${path}`, {
        hint: 'Rename one of them, or sign them in two runs with an output-directory each.',
      })
    }
    taken.set(placeOf(path), artifact)
    await checkReplaceable(path, limits.certificateFileBytes, parse, files)
  }
  await files.checkWritable(places.map(({ path }) => path))
  return raw
}

/** Names that differ only in case are one on some systems. */
const placeOf = (path: string): string => resolve(path).toLowerCase()

async function checkTrustedRootPlace(path: string, request: SignRequest, files: Files): Promise<void> {
  const { checkTrustedRoot, checkTrustedRootRequest } = await import('./sign-trusted-root.ts')
  checkTrustedRootRequest(path, request)
  await checkReplaceable(path, limits.attestationBytes, checkTrustedRoot, files)
  await files.checkWritable([path])
}

/** What reads in our profile is replaced, whether or not it verifies; anything else is somebody's. */
async function checkReplaceable(
  path: string,
  maximumBytes: number,
  parse: (bytes: Uint8Array) => unknown,
  files: Files,
): Promise<void> {
  try {
    const bytes = await files.readIfThere(path, maximumBytes)
    if (bytes !== undefined) parse(bytes)
  } catch (cause) {
    if (!(cause instanceof ReleaseSigningError)) throw cause
    throw new ReleaseSigningError(
      'sidecar-foreign',
      `${path}: a file that is not one of our sidecars is in its place`,
      {
        hint: 'Move it away, or name another output-directory.',
        cause,
      },
    )
  }
}
