import type { SignReport } from '../release/sign/sign-report.ts'
import type { Failure } from './failure.ts'

/** What `sign` did, for programs. */
export const signDocument = ({
  signed,
  artifacts,
  unseen,
  attestation,
  certificate,
  kmsRequestIds,
  release,
}: SignReport) => ({
  signed,
  artifacts,
  ...(unseen.length === 0 ? {} : { unseen }),
  ...(attestation === undefined ? {} : { attestation }),
  certificate,
  kmsRequestIds,
  ...(release === undefined ? {} : { release }),
})

/** The same of a run that failed. */
export const failedSignDocument = (failure: Failure) => ({
  signed: 0,
  artifacts: [],
  certificate: null,
  kmsRequestIds: [],
  ...failure,
})
