import { basename } from 'node:path'
import { type Digests, hashes } from '../../core/algorithm.ts'
import { artifactNameKey } from '../../core/artifact-name.ts'
import { parseAttestation } from '../../core/attestation/attestation.ts'
import { packageUrl } from '../../core/attestation/release.ts'
import type { Statement } from '../../core/attestation/statement.ts'
import { bytesToHex, equalBytes } from '../../core/bytes.ts'
import { cmsSidecar } from '../../core/cms/sidecar.ts'
import { parseSignedData } from '../../core/cms/signed-data.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import { checkMessageDigest, parseMessageBundle } from '../../core/message-bundle.ts'
import type { Sidecar } from '../../core/sidecar.ts'
import { readCertificates } from '../../core/x509/pem.ts'
import type { ReleaseAsset } from '../host/release-host.ts'
import type { ArtifactDigest, Files, NamedDigests } from '../ports.ts'
import { createRunVerifier } from '../sign/self-check.ts'
import type { SigningPlan } from '../sign/signing-plan.ts'
import type { SigningTools } from '../sign/signing-tools.ts'
import { digestOf } from '../verify/find-sidecars.ts'
import type { Place, PublishPlan } from './publish-plan.ts'

/** What is in the place of a sidecar on a release. */
export interface ExistingVerdict {
  /** One that this program writes, whoever signed it. */
  readonly isOurs: boolean
  /** As good as what this run will make: of the same artifacts, and verified with this run's certificate. */
  readonly isEqual: boolean
  /** Why it is not equal, for messages. */
  readonly problem: string
}

/** @throws ReleaseSigningError `attestation-lists-less`, or what GitHub says */
export type ExistingJudge = (place: Place, asset: ReleaseAsset) => Promise<ExistingVerdict>

const equal: ExistingVerdict = { isOurs: true, isEqual: true, problem: '' }
const foreign = (problem: string): ExistingVerdict => ({ isOurs: false, isEqual: false, problem })
const unequal = (problem: string): ExistingVerdict => ({ isOurs: true, isEqual: false, problem })

type Judge = (bytes: Uint8Array, artifact: ArtifactDigest | undefined) => ExistingVerdict | Promise<ExistingVerdict>

export function createExistingJudge(
  { host }: PublishPlan,
  digests: readonly ArtifactDigest[],
  { plan, ports, stamper }: Omit<SigningTools, 'encoder' | 'check'>,
): ExistingJudge {
  const verify = createRunVerifier(plan, stamper.always)
  const verdictOf = (read: () => Sidecar): ExistingVerdict => {
    const problem = verify(read)
    return problem === undefined ? equal : unequal(problem.message)
  }
  const byPath = new Map(digests.map((digest) => [digest.path, digest]))
  const judges: Readonly<Record<Exclude<Place['kind'], 'artifact' | 'unseen'>, Judge>> = {
    cms(bytes, artifact) {
      const signedData = parseSignedData(bytes)
      return verdictOf(() => cmsSidecar(signedData, (hash) => digestOf(known(artifact), hash)))
    },
    attestation: (bytes) => judgeAttestation(bytes, [...digests, ...plan.unseen], plan, verdictOf),
    signature: (bytes, artifact) => judgeSignature(bytes, known(artifact), plan, ports.files),
    async 'message-bundle'(bytes, artifact) {
      const bundle = parseMessageBundle(bytes)
      checkMessageDigest(bundle, known(artifact).digests[bundle.hash])
      const verdict = await judgeSignature(bundle.signature, known(artifact), plan, ports.files)
      return { ...verdict, isOurs: true }
    },
    certificates(bytes) {
      const ours = [plan.chain.leaf, ...plan.chain.intermediates].map(({ der }) => der)
      const theirs = readCertificates(bytes, 'certificates')
      const isEqual =
        ours.length === theirs.length && ours.every((der, i) => equalBytes(der, theirs[i] ?? der.subarray(1)))
      return isEqual ? equal : unequal('it holds other certificates')
    },
  }
  return async (place, asset) => {
    const { kind } = place
    if (kind === 'artifact' || kind === 'unseen')
      throw new ReleaseSigningError('internal', `${place.name} is no sidecar`)
    if (asset.size > limits.attestationBytes) return foreign(`it has ${asset.size} bytes`)
    const bytes = await host.read(asset, limits.attestationBytes)
    try {
      return await judges[kind](bytes, place.artifact === undefined ? undefined : byPath.get(place.artifact))
    } catch (error) {
      if (!(error instanceof ReleaseSigningError) || error.code === 'attestation-lists-less') throw error
      return foreign(error.message)
    }
  }
}

function known(artifact: ArtifactDigest | undefined): ArtifactDigest {
  if (artifact === undefined) throw new ReleaseSigningError('internal', 'a sidecar of no artifact')
  return artifact
}

function judgeAttestation(
  bytes: Uint8Array,
  artifacts: readonly NamedDigests[],
  plan: SigningPlan,
  verdictOf: (read: () => Sidecar) => ExistingVerdict,
): ExistingVerdict {
  const { sidecar, statement } = parseAttestation(bytes)
  const ours = new Map(artifacts.map(({ path, digests }) => [artifactNameKey(basename(path)), digests]))
  const dropped = statement.subjects.filter(({ name }) => !ours.has(artifactNameKey(name))).map(({ name }) => name)
  if (dropped.length > 0) throw listsLess(dropped)
  const isSame =
    statement.subjects.length === ours.size &&
    statement.subjects.every(({ name, digests }) => agree(digests, ours.get(artifactNameKey(name)) ?? {}))
  if (!isSame) return unequal('it lists other files, or other digests of them')
  if (!isOfRelease(statement, plan)) return unequal('it is of another release')
  const intermediates = plan.chain.intermediates.map(({ der }) => der)
  return verdictOf(() => ({ ...sidecar, certificates: [...sidecar.certificates, ...intermediates] }))
}

/** Some hash in common, and none that differs. */
function agree(listed: Statement['subjects'][number]['digests'], ours: Digests): boolean {
  const common = hashes.filter(({ name }) => listed[name] !== undefined && ours[name] !== undefined)
  return common.length > 0 && common.every(({ name }) => listed[name] === bytesToHex(ours[name] ?? new Uint8Array()))
}

const isOfRelease = ({ release, packageId }: Statement, { attestation }: SigningPlan): boolean =>
  attestation !== undefined &&
  packageUrl(release) === packageUrl(attestation.release) &&
  packageId === attestation.packageId

const shownNames = 10

function listsLess(dropped: readonly string[]): ReleaseSigningError {
  const more = dropped.length > shownNames ? ` and ${dropped.length - shownNames} more` : ''
  return new ReleaseSigningError(
    'attestation-lists-less',
    `the attestation on the release lists files that this run does not sign: ${dropped.slice(0, shownNames).join(', ')}${more}`,
    {
      hint: 'Sign all files of the release in one run, after all have been built. If they are no longer part of it, delete the attestation from the release first.',
    },
  )
}

/** A bare signature does not say whose it is: it is ours when it verifies, and else anybody's. */
async function judgeSignature(
  signature: Uint8Array,
  artifact: ArtifactDigest,
  { algorithm, chain }: SigningPlan,
  files: Files,
): Promise<ExistingVerdict> {
  const { key } = chain.leaf.publicKey
  const { valid } = await files.checkSignatures(artifact.path, signature, [{ algorithm, key }])
  return valid[0] === true ? equal : foreign('it is no signature over the artifact by the key of this run')
}
