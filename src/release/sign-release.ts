import type { SignPorts } from './ports.ts'
import type { SignReport } from './sign-report.ts'
import type { SignRequest } from './sign-request.ts'

/** Signs the artifacts, verifies what was made, and writes all sidecars or none. */
export async function signRelease(_request: SignRequest, _ports: SignPorts): Promise<SignReport> {
  return Promise.reject(new Error('not there yet'))
}
