/** Making keys, requests, certificates and CRLs, loaded as one piece behind what talks to services. */
import { randomBytes } from 'node:crypto'
import type { Randomness } from '../identity/ports.ts'

export { createKmsAdministration } from '../adapters/kms-administration.ts'
export { createCrl } from '../identity/create-crl.ts'
export { createKey } from '../identity/create-key.ts'
export { createRoot } from '../identity/create-root.ts'
export { issueCertificate } from '../identity/issue-certificate.ts'
export { requestCertificate } from '../identity/request-certificate.ts'
export {
  readCertificateRequest,
  readCreateKeyRequest,
  readCrlRequest,
  readIssueRequest,
  readRootRequest,
} from './identity-requests.ts'

export const systemRandom: Randomness = (octets) => randomBytes(octets)
