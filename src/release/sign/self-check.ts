import { ReleaseSigningError } from '../../core/error.ts'
import type { Sidecar } from '../../core/sidecar.ts'
import { checkMadeWith, createSidecarVerifier } from '../../core/verify-sidecar.ts'
import type { SigningPlan } from './signing-plan.ts'

/** @throws ReleaseSigningError `self-check-failed` */
export type SelfCheck = (path: string, read: () => Sidecar) => void

/** Why a sidecar does not verify; undefined where it does. */
export type RunVerifier = (read: () => Sidecar) => Problem | undefined

interface Problem {
  readonly message: string
  readonly cause?: ReleaseSigningError | undefined
}

/**
 * Judges sidecars by what this run knows: pinned to its own leaf, and to the roots where there are any. Without a root,
 * leaf and chain links were checked when the run was planned.
 *
 * @param stamped whether each must carry a time stamp, which verifies where a root is pinned for it
 */
export function createRunVerifier(plan: SigningPlan, stamped: boolean): RunVerifier {
  const { anchors, chain, timestampAnchors } = plan
  if (anchors.length === 0) {
    return (read) => {
      try {
        checkMadeWith(read(), chain.leaf)
        return undefined
      } catch (error) {
        if (!(error instanceof ReleaseSigningError)) throw error
        return { message: error.message, cause: error }
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
  return (read) => {
    const { verified, message = '' } = verify(read)
    return verified ? undefined : { message }
  }
}

/** Judges sidecars just made, before anything is shown to the world. */
export function createSelfCheck(plan: SigningPlan, stamped: boolean): SelfCheck {
  const verify = createRunVerifier(plan, stamped)
  return (path, read) => {
    const problem = verify(read)
    if (problem === undefined) return
    throw new ReleaseSigningError(
      'self-check-failed',
      `${path}: what was just made does not verify: ${problem.message}`,
      {
        hint: 'Nothing was written. The key service, or something on the way to it, answered with a wrong signature.',
        cause: problem.cause,
      },
    )
  }
}
