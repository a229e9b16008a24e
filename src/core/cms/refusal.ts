import { type ErrorCode, ReleaseSigningError } from '../error.ts'

/** A sidecar that is not in our profile. */
export const refusal = (code: ErrorCode, message: string): ReleaseSigningError =>
  new ReleaseSigningError(code, message, {
    hint: 'Only sidecars in the profile of this program are read: sign the artifact again, or get its own sidecar.',
  })
