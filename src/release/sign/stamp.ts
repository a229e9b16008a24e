import { ReleaseSigningError } from '../../core/error.ts'
import type { SignPorts, TimeStampReceipt } from '../ports.ts'
import type { TimestampRequest } from './sign-request.ts'
import type { SigningPlan } from './signing-plan.ts'

/** Time stamps for signature values; undefined where none is asked for, or none is to be had and that is allowed. */
export interface Stamper {
  stamp(signature: Uint8Array): Promise<TimeStampReceipt | undefined>
  /** Whether none goes without. */
  readonly always: boolean
  /** The last token that was given. */
  lastToken(): Uint8Array | undefined
  /** What went without. */
  warnings(): readonly string[]
}

/** @throws ReleaseSigningError `usage` when servers are named and this program has no way to ask them */
export function createStamper(request: TimestampRequest, plan: SigningPlan, ports: SignPorts): Stamper {
  const { urls, required, unsafeUnpinned } = request
  if (urls.length === 0)
    return { stamp: async () => undefined, always: false, lastToken: () => undefined, warnings: () => [] }
  if (ports.timestampAuthority === undefined) {
    throw new ReleaseSigningError('usage', 'time stamps are asked for, and no client for them is here')
  }
  const anchors = plan.timestampAnchors
  const authority = ports.timestampAuthority(urls, anchors.length === 0 ? undefined : { anchors })
  const unpinned =
    anchors.length === 0 && unsafeUnpinned ? ['no time-stamp root is pinned: the tokens may come from anybody'] : []
  let without = 0
  let reason = ''
  let last: Uint8Array | undefined
  return {
    always: required,
    async stamp(signature) {
      try {
        const receipt = await authority.stamp(plan.algorithm.hash, signature)
        last = receipt.token
        return receipt
      } catch (error) {
        if (required || !(error instanceof ReleaseSigningError)) throw error
        without++
        reason = error.message
        return undefined
      }
    },
    lastToken: () => last,
    warnings: () => [
      ...unpinned,
      ...(without === 0 ? [] : [`${without} signatures went without a time stamp: ${reason}`]),
    ],
  }
}
