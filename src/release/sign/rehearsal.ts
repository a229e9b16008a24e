import type { SignRequest } from './sign-request.ts'

/** What a rehearsal without a tag calls it. */
export const rehearsalTag = 'v0.0.0-rehearsal'

/** On a pull request there is no tag: all that needs one is checked with a tag that is made up. */
export function rehearsed(request: SignRequest): {
  readonly request: SignRequest
  readonly warnings: readonly string[]
} {
  if (request.rehearsal !== true || request.tag !== undefined || request.repository === undefined) {
    return { request, warnings: [] }
  }
  return {
    request: { ...request, tag: rehearsalTag },
    warnings: [`this run is of no tag: it is checked as if it were of ${rehearsalTag}`],
  }
}
