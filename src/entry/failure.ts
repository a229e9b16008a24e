import { type ErrorCode, fullMessage, ReleaseSigningError } from '../core/error.ts'
import type { Diagnosis } from '../release/diagnosis/diagnosis.ts'

/** What people and programs are told of a failure; text from outside is not escaped yet. */
export interface Failure {
  readonly code: ErrorCode
  readonly message: string
  readonly hint?: string
  /** Paths of what was written nevertheless. */
  readonly written?: readonly string[]
  /** Where AWS refused: who asked for what, and policies that would allow it. */
  readonly diagnosis?: Diagnosis
}

/** Failures of the call itself, a file that is not there or cannot be opened included: exit status 2. */
const usageCodes: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'usage',
  'input-missing',
  'input-invalid',
  'file-not-found',
  'file-unreadable',
  'file-not-regular',
  'artifacts-none',
  // Options that are not there, or say nothing that can be.
  'attestation-release-unknown',
  'attestation-place-unknown',
  'github-token-missing',
  'repository-invalid',
  'tag-invalid',
])

export function failureOf(error: unknown): Failure {
  if (!(error instanceof ReleaseSigningError)) {
    return {
      code: 'internal',
      message: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
      hint: 'This is a defect of kms-release-signing: please report it. With RUNNER_DEBUG=1 in the environment it prints where.',
    }
  }
  const { code, hint, written } = error
  return {
    code,
    message: fullMessage(error),
    ...(hint === undefined ? {} : { hint }),
    ...(written === undefined ? {} : { written }),
  }
}

/**
 * The failure with what can be found out about it.
 *
 * @param role the ARN of the role that was to be assumed, where one was
 */
export async function diagnosedFailure(error: unknown, role?: string): Promise<Failure> {
  const failure = failureOf(error)
  if (!(error instanceof ReleaseSigningError) || error.refused === undefined) return failure
  const { diagnose } = await import('../release/diagnosis/diagnosis.ts')
  return { ...failure, diagnosis: diagnose(error.refused, role) }
}

/** 2 for wrong usage, 1 for anything else that failed. */
export const exitStatus = ({ code }: Pick<Failure, 'code'>): 1 | 2 => (usageCodes.has(code) ? 2 : 1)

/** The stack trace with its causes, for a run that is being debugged; otherwise nobody is shown one. */
export function debugTrace(error: unknown, environment: NodeJS.ProcessEnv): string | undefined {
  if (environment.RUNNER_DEBUG !== '1') return undefined
  const causes: string[] = []
  for (let at = error; at instanceof Error && causes.length < 8; at = at.cause) causes.push(at.stack ?? at.message)
  return causes.join('\ncaused by ')
}
