/** Making keys, requests, certificates and CRLs, loaded as one piece behind what talks to services. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Randomness } from '../identity/ports.ts'

export { createPrivateCa } from '../adapters/aws/private-ca.ts'
export { rememberedCredentials } from '../adapters/aws/remembered-credentials.ts'
export { createKmsAdministration } from '../adapters/kms/kms-administration.ts'
export { createCrl } from '../identity/create-crl.ts'
export { createKey } from '../identity/create-key.ts'
export { createRoot } from '../identity/create-root.ts'
export { issueByPrivateCa } from '../identity/issue-by-private-ca.ts'
export { issueCertificate } from '../identity/issue-certificate.ts'
export { importPrivateCaCertificate } from '../identity/private-ca-import.ts'
export { fetchPrivateCaRequest } from '../identity/private-ca-request.ts'
export { renewCertificate } from '../identity/renew-certificate.ts'
export { requestCertificate } from '../identity/request-certificate.ts'
export {
  readCertificateRequest,
  readCreateKeyRequest,
  readCrlRequest,
  readIssueRequest,
  readRootRequest,
} from './identity-requests.ts'
export { readOutput } from './identity-values.ts'
export { checkIssuer, readPrivateCaImportRequest, readPrivateCaIssueRequest } from './private-ca-requests.ts'
export { readRenewalRequest, renewalParties } from './renewal.ts'
export { renewalText } from './renewal-text.ts'

export const systemRandom: Randomness = (octets) => randomBytes(octets)

/** Of a request that is repeated when its answer is lost. */
export const systemToken = (): string => randomUUID()
