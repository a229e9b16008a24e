import { utf8 } from '../core/bytes.ts'
import { ReleaseSigningError } from '../core/error.ts'
import {
  type CertificationRequest,
  parseCertificationRequest,
  readCertificationRequest,
} from '../core/x509/certification-request.ts'
import { expectNewFile, newFile, type Output } from './output.ts'
import type { IdentityFiles } from './ports.ts'
import { stateError } from './private-ca-authority.ts'
import type { PrivateCa } from './private-ca-port.ts'

export interface PrivateCaCsrReport {
  readonly path: string
  readonly arn: string
  readonly status: string
  /** RFC 4514 string. */
  readonly subject: string
  /** Such as `EC_prime256v1`. */
  readonly keyAlgorithm: string
  /** Of the request's DER. */
  readonly sha256: string
}

/**
 * Fetches the request for the own certificate of a subordinate CA, so that a root outside AWS Private CA can sign it.
 *
 * @throws ReleaseSigningError `private-ca-…`, `file-exists`, or why the request is not one
 */
export async function fetchPrivateCaRequest(
  output: Output,
  { privateCa, files }: { readonly privateCa: PrivateCa; readonly files: IdentityFiles },
): Promise<PrivateCaCsrReport> {
  await expectNewFile(output, files)
  const { arn, status, keyAlgorithm } = await expectSubordinate(privateCa)
  const request = await requestOf(privateCa)
  await files.writeAll([newFile(output, 'CERTIFICATE REQUEST', [request.der])])
  return { path: output.path, arn, status, subject: request.subject.text, keyAlgorithm, sha256: request.sha256 }
}

/** @throws ReleaseSigningError why the CA's request is not one */
export async function requestOf(privateCa: PrivateCa): Promise<CertificationRequest> {
  const what = "AWS Private CA's answer: the request"
  return parseCertificationRequest(readCertificationRequest(utf8(await privateCa.csr()), what), what)
}

/** Takes a certificate from outside: a root signs its own, and what is gone or disabled takes none. */
export async function expectSubordinate(privateCa: PrivateCa) {
  const description = await privateCa.describe()
  const { arn, type, status } = description
  if (type !== 'SUBORDINATE') {
    throw new ReleaseSigningError('private-ca-state', `${arn} is a root CA, which signs its own certificate`, {
      hint: 'Create a CA of type SUBORDINATE for a root of your own.',
    })
  }
  if (!['PENDING_CERTIFICATE', 'ACTIVE', 'EXPIRED'].includes(status)) throw stateError(status, arn)
  return description
}
