import type { Failure } from '../entry/failure.ts'

/** What an action does with its inputs. */
export interface Action {
  /** Does it and reports it. @returns the exit status */
  run(environment: NodeJS.ProcessEnv): Promise<0 | 1>
  /** Outputs of a run that failed before it had a report. */
  failedOutputs(failure: Failure): Readonly<Record<string, unknown>>
  /** What the summary calls the failure. */
  readonly failureTitle: string
  /** What stands after a failure, for whoever has to decide what to do next. */
  readonly afterFailure: string
}
