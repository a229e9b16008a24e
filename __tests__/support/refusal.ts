import { type ErrorCode, ReleaseSigningError } from '../../src/core/error.ts'

/** The code with which something is refused, or `accepted`. Any other error passes through and fails the test. */
export function codeOf(action: () => unknown): ErrorCode | 'accepted' {
  return refusalOf(action)?.code ?? 'accepted'
}

/** The refusal itself; undefined when there is none. */
export function refusalOf(action: () => unknown): ReleaseSigningError | undefined {
  try {
    action()
    return undefined
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}

/** The refusal of what answers later. */
export async function asyncRefusalOf(action: () => Promise<unknown>): Promise<ReleaseSigningError | undefined> {
  try {
    await action()
    return undefined
  } catch (error) {
    if (error instanceof ReleaseSigningError) return error
    throw error
  }
}
