import type { CmsEncoder } from '../../core/cms/encode.ts'
import type { NewFile, SignPorts } from '../ports.ts'
import type { SelfCheck } from './self-check.ts'
import type { SigningPlan } from './signing-plan.ts'
import type { Stamper } from './stamp.ts'

/** What every kind of sidecar is made with. */
export interface SigningTools {
  readonly plan: SigningPlan
  readonly ports: SignPorts
  readonly stamper: Stamper
  readonly check: SelfCheck
  readonly encoder: CmsEncoder
  readonly outputDirectory: string | undefined
}

/** A sidecar that was made, and verified, but is not written yet. */
export interface MadeSidecar {
  /** Path of the artifact. */
  readonly artifact: string
  readonly sidecar: NewFile
  /** The key service's id of the request that signed it. */
  readonly requestId: string | undefined
}
