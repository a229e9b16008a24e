import { resolve } from 'node:path'
import { encodeTrustedRoot } from '../../core/attestation/trusted-root.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { signerOf } from '../../core/timestamp/signer.ts'
import { parseTimeStampToken } from '../../core/timestamp/token.ts'
import { timeStampPath } from '../../core/timestamp/verify.ts'
import type { NewFile } from '../ports.ts'
import { sidecarKinds } from '../sidecar-kind.ts'
import type { SignRequest } from './sign-request.ts'
import type { SigningPlan } from './signing-plan.ts'

export { checkTrustedRoot } from '../../core/attestation/trusted-root.ts'

/**
 * @throws ReleaseSigningError `usage` when no root is pinned that it could name, or it would stand in an artifact's place
 */
export function checkTrustedRootRequest(path: string, request: SignRequest): void {
  if (request.rootCertificates.length === 0) {
    throw new ReleaseSigningError('usage', 'a trusted root is asked for without a root certificate', {
      hint: 'Give root-certificate: it is what the trusted root tells others to trust.',
    })
  }
  if (Object.values(sidecarKinds).some(({ suffix }) => path.endsWith(suffix))) {
    throw new ReleaseSigningError('usage', `${path} has the name of a sidecar: call the trusted root something else`)
  }
  if (request.artifacts.some((artifact) => resolve(artifact) === resolve(path))) {
    throw new ReleaseSigningError('usage', `${path} is an artifact, and where the trusted root would go`)
  }
}

/**
 * The pinned root with the intermediates, and the same of the time-stamp server from one of its tokens.
 *
 * @param token any of those that were made; undefined where none was, or no root is pinned for them
 */
export function trustedRootFile(path: string, plan: SigningPlan, token: Uint8Array | undefined): NewFile {
  const root = plan.anchors.find(({ certificate }) => certificate.sha256 === plan.root?.sha256)
  if (root === undefined) throw new ReleaseSigningError('internal', 'the pinned root is not there')
  const bytes = encodeTrustedRoot({
    certificateAuthority: [...plan.chain.intermediates, root.certificate],
    timestampAuthority: token === undefined ? undefined : timestampChain(token, plan),
  })
  return { path, bytes }
}

function timestampChain(token: Uint8Array, { timestampAnchors }: SigningPlan) {
  const parsed = parseTimeStampToken(token)
  return timeStampPath(parsed, signerOf(parsed), { anchors: timestampAnchors }).certificates
}
