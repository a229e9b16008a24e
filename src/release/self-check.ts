import { ReleaseSigningError } from '../core/error.ts'
import type { Sidecar } from '../core/sidecar.ts'
import { checkMadeWith, createSidecarVerifier } from '../core/verify-sidecar.ts'
import type { SigningPlan } from './sign-preflight.ts'

/** @throws ReleaseSigningError `self-check-failed` */
export type SelfCheck = (path: string, read: () => Sidecar) => void

/**
 * Judges sidecars just made, before anything is shown to the world: pinned to their own leaf, and to the roots where
 * there are any. Without a root, leaf and chain links were checked when the run was planned.
 *
 * @param stamped whether each must carry a time stamp, which verifies where a root is pinned for it
 */
export function createSelfCheck(plan: SigningPlan, stamped: boolean): SelfCheck {
  const { anchors, chain, timestampAnchors } = plan
  const failed = (path: string, message: string, cause?: unknown) =>
    new ReleaseSigningError('self-check-failed', `${path}: what was just made does not verify: ${message}`, {
      hint: 'Nothing was written. The key service, or something on the way to it, answered with a wrong signature.',
      cause,
    })
  if (anchors.length === 0) {
    return (path, read) => {
      try {
        checkMadeWith(read(), chain.leaf)
      } catch (error) {
        if (!(error instanceof ReleaseSigningError)) throw error
        throw failed(path, error.message, error)
      }
    }
  }
  const verify = createSidecarVerifier({
    anchors,
    identity: { kind: 'sha256', value: chain.leaf.sha256 },
    deniedSerials: [],
    intermediates: [],
    now: plan.now,
    at: undefined,
    timestampAnchors,
    requireTimestamp: stamped && timestampAnchors.length > 0,
    crls: [],
    crlScope: 'path',
  })
  return (path, read) => {
    const { verified, message } = verify(read)
    if (!verified) throw failed(path, message ?? '')
  }
}
