import type { CmsEncoder } from '../core/cms/encode.ts'
import { cmsSidecar } from '../core/cms/sidecar.ts'
import { parseSignedData } from '../core/cms/signed-data.ts'
import { digestOf } from './find-sidecars.ts'
import type { ArtifactDigest, NewFile, SignPorts } from './ports.ts'
import type { SelfCheck } from './self-check.ts'
import { sidecarPath } from './sidecar-kind.ts'
import type { SigningPlan } from './sign-preflight.ts'
import type { Stamper } from './stamp.ts'

/** A sidecar that was made, and verified, but is not written yet. */
export interface MadeSidecar {
  /** Path of the artifact. */
  readonly artifact: string
  readonly sidecar: NewFile
  /** The key service's id of the request that signed it. */
  readonly requestId: string | undefined
}

export interface SigningTools {
  readonly plan: SigningPlan
  readonly ports: SignPorts
  readonly stamper: Stamper
  readonly check: SelfCheck
  readonly encoder: CmsEncoder
  readonly outputDirectory: string | undefined
}

/** @throws ReleaseSigningError what the key service or a time-stamp server says, or `self-check-failed` */
export async function signCms(artifact: ArtifactDigest, tools: SigningTools): Promise<MadeSidecar> {
  const { plan, ports, stamper, check, encoder } = tools
  const attributes = encoder.signedAttributes(digestOf(artifact, plan.algorithm.hash), ports.clock())
  const { signature, requestId } = await ports.signer.sign(plan.algorithm, attributes)
  const stamp = await stamper.stamp(signature)
  const bytes = encoder.signedData(attributes, signature, stamp?.token)
  const path = sidecarPath(artifact.path, 'cms', tools.outputDirectory)
  check(path, () => cmsSidecar(parseSignedData(bytes), (hash) => digestOf(artifact, hash)))
  return { artifact: artifact.path, sidecar: { path, bytes }, requestId }
}
