import { encodeSignedData, signedAttributes } from '../core/cms/encode.ts'
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
  readonly outputDirectory: string | undefined
}

/** @throws ReleaseSigningError what the key service or a time-stamp server says, or `self-check-failed` */
export async function signCms(artifact: ArtifactDigest, tools: SigningTools): Promise<MadeSidecar> {
  const { plan, ports, stamper, check } = tools
  const { algorithm, chain } = plan
  const attributes = signedAttributes({
    algorithm,
    messageDigest: digestOf(artifact, algorithm.hash),
    signingTime: ports.clock(),
    signer: chain.leaf,
  })
  const { signature, requestId } = await ports.signer.sign(algorithm, attributes)
  const stamp = await stamper.stamp(signature)
  const bytes = encodeSignedData({
    algorithm,
    signedAttributes: attributes,
    signature,
    signer: chain.leaf,
    intermediates: chain.intermediates.map(({ der }) => der),
    timestampToken: stamp?.token,
  })
  const path = sidecarPath(artifact.path, 'cms', tools.outputDirectory)
  check(path, () => cmsSidecar(parseSignedData(bytes), (hash) => digestOf(artifact, hash)))
  return { artifact: artifact.path, sidecar: { path, bytes }, requestId }
}
