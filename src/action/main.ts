import { debugTrace, diagnosedFailure } from '../entry/failure.ts'
import type { Action } from './action.ts'
import { inputText } from './inputs.ts'

/** How verify/main.js and certificate/main.js say which of the actions this is. */
const mark = Symbol.for('kms-release-signing.action')

/**
 * Runs the action. Never throws.
 *
 * @returns the exit status
 */
export async function main(process: NodeJS.Process): Promise<0 | 1> {
  const action = await marked(Reflect.get(globalThis, mark))
  try {
    return await action.run(process.env)
  } catch (error) {
    const { reportFailure } = await import('./report.ts')
    const failure = await diagnosedFailure(error, inputText(process.env, 'role-to-assume'))
    await reportFailure(action, failure, debugTrace(error, process.env), process.env)
    return 1
  }
}

async function marked(name: unknown): Promise<Action> {
  switch (name) {
    case 'verify':
      return (await import('./verify.ts')).verifyAction
    case 'certificate':
      return (await import('./certificate.ts')).certificateAction
    default:
      return (await import('./sign.ts')).signAction
  }
}
