import { debugTrace, failureOf } from '../entry/failure.ts'

/** What an action does with its inputs. */
export interface Action {
  /** Does it and reports it. @returns the exit status */
  run(environment: NodeJS.ProcessEnv): Promise<0 | 1>
  /** Outputs of a run that failed before it had a report. */
  failedOutputs(failure: ReturnType<typeof failureOf>): Readonly<Record<string, unknown>>
  /** What the summary calls the failure. */
  readonly failureTitle: string
  /** What stands after a failure, for whoever has to decide what to do next. */
  readonly afterFailure: string
}

/** How verify/main.js says which of the two actions this is. */
const mark = Symbol.for('kms-release-signing.action')

/**
 * Runs the action. Never throws.
 *
 * @returns the exit status
 */
export async function main(process: NodeJS.Process): Promise<0 | 1> {
  const action: Action =
    Reflect.get(globalThis, mark) === 'verify'
      ? (await import('./verify.ts')).verifyAction
      : (await import('./sign.ts')).signAction
  try {
    return await action.run(process.env)
  } catch (error) {
    const { reportFailure } = await import('./report.ts')
    await reportFailure(action, failureOf(error), debugTrace(error, process.env), process.env)
    return 1
  }
}
