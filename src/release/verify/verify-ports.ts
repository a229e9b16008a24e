import type { Clock, Files, Progress } from '../ports.ts'
import type { ReleaseKey } from './release-key.ts'

export interface VerifyPorts {
  readonly files: Files
  readonly clock: Clock
  /** Trusted in place of root and identity, which a request then leaves out. */
  readonly trustedKey?: ReleaseKey | undefined
  readonly progress?: Progress | undefined
}
