import { parseCertificate } from '../core/x509/certificate.ts'
import { encodeTbsCertificate, serialOf } from '../core/x509/encode/certificate.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { keyIdentifierOf } from '../core/x509/encode/signed.ts'
import { encodeSubject, type SubjectFields } from '../core/x509/encode/subject.ts'
import { createPathChecks } from '../core/x509/path-checks.ts'
import { createTrustAnchor } from '../core/x509/trust-anchor.ts'
import { describe, type IssueReport } from './issue-certificate.ts'
import { expectNewFile, newFile, type Output } from './output.ts'
import type { IssuingPorts } from './ports.ts'
import { defaultDays, usageExtensions } from './profile.ts'
import { openRegister } from './register-file.ts'
import { checkKeyUse, withCertificate } from './register-rules.ts'
import { openSigningKey } from './signing-key.ts'
import { validityFrom } from './validity.ts'

export interface RootRequest {
  readonly subject: SubjectFields
  /** CAs that may stand in a path below the root; undefined: no limit. */
  readonly pathLength: number | undefined
  /** Default 7,300. */
  readonly days: number | undefined
  /** Undefined: the key's first. */
  readonly signingAlgorithm: string | undefined
  readonly register: string
  readonly output: Output
}

export interface RootReport
  extends Pick<IssueReport, 'path' | 'subject' | 'serial' | 'notBefore' | 'notAfter' | 'sha256'> {
  /** ARN. */
  readonly keyId: string
  readonly algorithm: string
  readonly warnings: readonly string[]
  readonly kmsRequestIds: readonly string[]
}

/**
 * Makes the self-signed certificate of a CA whose key stays where it is. The key signs once.
 *
 * @throws ReleaseSigningError `subject-invalid`, `file-exists`, `file-changed`, `register-…`, `key-has-another-use`,
 * `key-compromised`, or what the key's service refuses
 */
export async function createRoot(request: RootRequest, ports: IssuingPorts): Promise<RootReport> {
  const { output, pathLength } = request
  const { signer, files, clock, random } = ports
  const subject = encodeSubject(request.subject)
  const validity = validityFrom(clock(), request.days ?? defaultDays.root)
  const register = await openRegister(request.register, files)
  await expectNewFile(output, files)
  const key = await openSigningKey(signer, request.signingAlgorithm)
  checkKeyUse(register.content, key.publicKey, 'root')
  const { der, requestId } = await key.sign(
    encodeTbsCertificate(
      {
        ...validity,
        serial: serialOf(random(20)),
        issuer: subject,
        subject,
        publicKey: key.publicKey.spki,
        extensions: [
          ...usageExtensions('root', pathLength),
          extension.subjectKeyIdentifier(keyIdentifierOf(key.publicKey)),
          // May be left out of a root (RFC 5280 section 4.2.1.1), which not every tool knows.
          extension.authorityKeyIdentifier(keyIdentifierOf(key.publicKey)),
        ],
      },
      key.algorithm,
    ),
  )
  const root = parseCertificate(der, 'the root that was made')
  const anchor = createTrustAnchor(root.der)
  const checks = createPathChecks('code-signing', { at: validity.notBefore, purpose: 'any' })
  const refusal = checks.anchor(anchor)
  if (refusal !== undefined) throw refusal
  await files.writeAll([
    register.changed(withCertificate(register.content, root, 'root', root)),
    newFile(output, 'CERTIFICATE', [root.der]),
  ])
  return {
    ...describe(root),
    path: output.path,
    keyId: key.keyId,
    algorithm: key.algorithm.name,
    warnings: [...anchor.warnings, ...checks.warnings([root])],
    kmsRequestIds: requestId === undefined ? [] : [requestId],
  }
}
