import { cmsSidecar } from '../../core/cms/sidecar.ts'
import { parseSignedData } from '../../core/cms/signed-data.ts'
import type { ArtifactDigest } from '../ports.ts'
import { sidecarPath } from '../sidecar-kind.ts'
import { digestOf } from '../verify/find-sidecars.ts'
import type { MadeSidecar, SigningTools } from './signing-tools.ts'

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
