import { ReleaseSigningError } from '../core/error.ts'
import { parseCertificationRequest } from '../core/x509/certification-request.ts'
import { type AlternativeNames, encodeAlternativeNames } from '../core/x509/encode/alternative-name.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { encodeRequestInfo } from '../core/x509/encode/request.ts'
import { encodeSubject, type SubjectFields } from '../core/x509/encode/subject.ts'
import { expectNewFile, newFile, type Output } from './output.ts'
import type { RequestPorts } from './ports.ts'
import { type IssueProfile, isAuthority, purposeOf, usageExtensions } from './profile.ts'
import { readRegister } from './register-file.ts'
import { checkKeyUse } from './register-rules.ts'
import { openSigningKey } from './signing-key.ts'

export interface CertificateRequest {
  readonly subject: SubjectFields
  readonly alternativeNames: AlternativeNames
  readonly profile: IssueProfile
  /** Dotted decimal; none: what the profile stands for. */
  readonly extendedKeyUsages: readonly string[]
  /** Undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  /** A register that knows which keys are in use, and for what. */
  readonly register: string | undefined
  readonly output: Output
}

export interface CertificateRequestReport {
  readonly path: string
  /** RFC 4514 string. */
  readonly subject: string
  /** URIs and email addresses asked for. */
  readonly identities: readonly string[]
  readonly profile: IssueProfile
  /** ARN. */
  readonly keyId: string
  readonly algorithm: string
  /** Of the request's DER. */
  readonly sha256: string
  readonly kmsRequestIds: readonly string[]
}

/**
 * Makes a certification request (PKCS #10) for a key that stays where it is. The key signs once.
 *
 * @throws ReleaseSigningError `subject-invalid`, `alternative-name-malformed`, `file-exists`, `key-has-another-use`,
 * `key-compromised`, or what reading the register, the key's service or the file system refuses
 */
export async function requestCertificate(
  request: CertificateRequest,
  { signer, files }: RequestPorts,
): Promise<CertificateRequestReport> {
  const { profile, output } = request
  const subject = encodeSubject(request.subject)
  const extensions = requestedExtensions(request)
  const register = request.register === undefined ? undefined : await readRegister(request.register, files)
  await expectNewFile(output, files)
  const key = await openSigningKey(signer, request.signingAlgorithm)
  if (register !== undefined) checkKeyUse(register, key.publicKey, profile)
  const { der, requestId } = await key.sign(encodeRequestInfo({ subject, publicKey: key.publicKey.spki, extensions }))
  const made = parseCertificationRequest(der, 'the request that was made')
  await files.writeAll([newFile(output, 'CERTIFICATE REQUEST', [der])])
  return {
    path: output.path,
    subject: made.subject.text,
    identities: [...request.alternativeNames.uris, ...request.alternativeNames.emails],
    profile,
    keyId: key.keyId,
    algorithm: key.algorithm.name,
    sha256: made.sha256,
    kmsRequestIds: requestId === undefined ? [] : [requestId],
  }
}

function requestedExtensions({ profile, alternativeNames, extendedKeyUsages }: CertificateRequest) {
  const names = encodeAlternativeNames(alternativeNames)
  if (names.length > 0 && isAuthority(profile)) {
    throw new ReleaseSigningError('usage', 'alternative names in a request for a CA certificate', {
      hint: 'A CA goes by its subject; URIs and email addresses are for those who sign.',
    })
  }
  const purpose = purposeOf(profile)
  const purposes = extendedKeyUsages.length > 0 || purpose === undefined ? extendedKeyUsages : [purpose]
  return [
    ...usageExtensions(profile, undefined),
    ...(purposes.length === 0 ? [] : [extension.extendedKeyUsage(purposes, profile === 'time-stamping')]),
    ...(names.length === 0 ? [] : [extension.subjectAlternativeName(names)]),
  ]
}
