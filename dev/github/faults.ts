import type { OperationId } from './operations.ts'

/** How a request goes wrong. */
export type GithubFault =
  /** The connection is dropped before anything was done. */
  | { readonly kind: 'reset' }
  /** The work is done, then the connection is dropped. */
  | { readonly kind: 'lost-answer' }
  /** No answer ever comes, and nothing is done. */
  | { readonly kind: 'hang' }
  /** Nothing is done; `message` in a JSON body. */
  | { readonly kind: 'status'; readonly status: number; readonly message: string }
  /** 502 once all bytes have arrived. `starter` is for uploads alone. */
  | { readonly kind: 'bad-gateway'; readonly leaves: 'nothing' | 'starter' | 'everything' }
  /** The connection is cut after so many bytes of a body: of an upload, which leaves a starter, or of a download. */
  | { readonly kind: 'cut'; readonly afterBytes: number }
  /** Requests are used up until so many seconds from now. */
  | { readonly kind: 'primary-rate-limit'; readonly resetSeconds: number }
  /** Without `retryAfterSeconds` no header says how long. Default status 403. */
  | { readonly kind: 'secondary-rate-limit'; readonly retryAfterSeconds?: number; readonly status?: 403 | 429 }
  /** All is right, so many milliseconds late. */
  | { readonly kind: 'slow'; readonly milliseconds: number }
  /** One byte of an upload, or of a download, becomes another. */
  | { readonly kind: 'corrupt' }
  /** Calls back at a point of the work, and waits: on arrival, once half of an upload's bytes are here, or when all is done but the answer. */
  | {
      readonly kind: 'call'
      readonly at: 'arrival' | 'half-way' | 'answer'
      readonly run: (detail: string) => Promise<void> | void
    }

export interface PlannedFault {
  /** Default: all. */
  readonly operation?: OperationId
  /** Path and query must contain it. Default: all do. */
  readonly target?: string
  /** Lets so many pass first. Default 0. */
  readonly after?: number
  /** Of those that follow, spoils every nth. Default 1: each. */
  readonly every?: number
  /** Spoils so many, then heals. Default: never heals. */
  readonly times?: number
  readonly fault: GithubFault
}

export interface GithubFaultPlan {
  /** @returns what heals it */
  add(fault: PlannedFault): () => void
  /** How this request goes wrong, if it does; counts it. */
  next(operation: OperationId, target: string): GithubFault | undefined
  clear(): void
}

export function createGithubFaultPlan(): GithubFaultPlan {
  const plan = new Map<PlannedFault, { seen: number; spoilt: number }>()
  return {
    add(fault) {
      plan.set(fault, { seen: 0, spoilt: 0 })
      return () => plan.delete(fault)
    },
    next(operation, target) {
      for (const [planned, count] of plan) {
        if ((planned.operation ?? operation) !== operation || !target.includes(planned.target ?? '')) continue
        count.seen += 1
        const number = count.seen - (planned.after ?? 0)
        if (number <= 0 || number % (planned.every ?? 1) !== 0) continue
        if (count.spoilt >= (planned.times ?? Number.POSITIVE_INFINITY)) continue
        count.spoilt += 1
        return planned.fault
      }
      return undefined
    },
    clear: () => plan.clear(),
  }
}
