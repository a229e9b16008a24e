import type { RefusedAccess } from './refused-access.ts'

/** Every way this program refuses, fails or is misused. Stable: printed as `code` in `--json` and in annotations. */
export type ErrorCode =
  // How it was called.
  | 'usage'
  | 'input-missing'
  | 'input-invalid'
  | 'file-not-found'
  | 'file-unreadable'
  | 'file-not-regular'
  | 'file-changed'
  | 'file-unwritable'
  | 'file-exists'
  | 'artifacts-none'
  | 'private-key-in-input'
  // Lists of checksums, and digests in place of files.
  | 'checksums-invalid'
  | 'checksums-mismatch'
  | 'digest-not-given'
  | 'digest-not-signed'
  // Bytes: DER (ITU-T X.690) and PEM (RFC 7468).
  | 'der-invalid'
  | 'pem-invalid'
  | 'limit-exceeded'
  // Algorithms and keys.
  | 'algorithm-unknown'
  | 'algorithm-mismatch'
  | 'key-unsupported'
  | 'key-invalid'
  | 'key-weak'
  | 'signature-invalid'
  // Certificates.
  | 'name-malformed'
  | 'certificate-version'
  | 'certificate-algorithm-mismatch'
  | 'certificate-issuer-empty'
  | 'certificate-extension-duplicate'
  | 'certificate-extension-malformed'
  | 'certificate-extension-unknown'
  | 'certificate-extension-critical'
  | 'certificate-extension-not-critical'
  | 'certificate-not-yet-valid'
  | 'certificate-expired'
  | 'certificate-signature-invalid'
  | 'certificate-serial'
  | 'certificate-not-ca'
  | 'certificate-is-ca'
  | 'certificate-name-missing'
  | 'certificate-name-constraints'
  | 'certificate-policy-qualifier'
  | 'alternative-name-malformed'
  | 'key-usage-cert-sign-missing'
  | 'key-usage-cert-sign-unexpected'
  | 'key-usage-digital-signature-missing'
  | 'extended-key-usage-missing'
  | 'extended-key-usage-mismatch'
  | 'extended-key-usage-any'
  | 'extended-key-usage-server-auth'
  | 'extended-key-usage-nesting'
  | 'subject-key-identifier-missing'
  | 'authority-key-identifier-missing'
  | 'authority-key-identifier-mismatch'
  | 'authority-key-identifier-unfit'
  // Certification paths (RFC 5280 section 6).
  | 'anchor-is-leaf'
  | 'path-not-found'
  | 'path-length-exceeded'
  | 'path-name-not-permitted'
  | 'path-name-excluded'
  | 'path-name-unconstrainable'
  | 'path-policy-mapping'
  | 'path-policy-missing'
  // CRLs and revocation (RFC 5280 sections 5 and 6.3).
  | 'crl-invalid'
  | 'crl-extension-unknown'
  | 'crl-missing'
  | 'crl-not-yet-valid'
  | 'crl-stale'
  | 'crl-delta-unusable'
  | 'crl-signer-unknown'
  | 'crl-signer-unfit'
  | 'crl-signer-untrusted'
  | 'crl-signature-invalid'
  | 'crl-silent-on-expired'
  | 'certificate-revoked'
  // Making requests, certificates and CRLs.
  | 'subject-invalid'
  | 'request-invalid'
  | 'request-signature-invalid'
  | 'request-profile-mismatch'
  | 'validity-outside-issuer'
  | 'key-has-another-use'
  | 'key-compromised'
  | 'key-usage-crl-sign-missing'
  | 'register-invalid'
  | 'register-serial-known'
  | 'register-serial-unknown'
  | 'register-issuer-unknown'
  | 'register-outdated'
  | 'revocation-invalid'
  // CMS SignedData (RFC 5652) in our profile.
  | 'cms-invalid'
  | 'cms-content-type'
  | 'cms-version'
  | 'cms-digest-algorithms'
  | 'cms-digest-algorithm'
  | 'cms-encapsulated-content-type'
  | 'cms-content-attached'
  | 'cms-certificates'
  | 'cms-crls'
  | 'cms-signer-count'
  | 'cms-signer-identifier'
  | 'cms-signed-attributes-missing'
  | 'cms-attribute-order'
  | 'cms-attribute-missing'
  | 'cms-attribute-duplicate'
  | 'cms-attribute-unexpected'
  | 'cms-attribute-values'
  | 'cms-attribute-invalid'
  | 'cms-attribute-content-type'
  | 'cms-algorithm-protection'
  | 'cms-signing-certificate'
  | 'cms-timestamp-count'
  // Verifying an artifact with its sidecars.
  | 'digest-mismatch'
  | 'identity-mismatch'
  | 'certificate-denied'
  | 'sidecar-missing'
  | 'artifact-not-named'
  | 'sidecar-required'
  | 'names-collide'
  // Signing.
  | 'chain-invalid'
  | 'key-mismatch'
  | 'sidecar-foreign'
  | 'self-check-failed'
  | 'cross-check-disagrees'
  | 'cross-check-unavailable'
  // Signatures over the artifact's own bytes.
  | 'artifact-self-describing'
  | 'message-bundle-invalid'
  | 'raw-certificate-missing'
  // Time stamps (RFC 3161).
  | 'timestamp-invalid'
  | 'timestamp-refused'
  | 'timestamp-imprint-mismatch'
  | 'timestamp-nonce-mismatch'
  | 'timestamp-policy-mismatch'
  | 'timestamp-signer-missing'
  | 'timestamp-signer-unfit'
  | 'timestamp-signature-invalid'
  | 'timestamp-time-outside-validity'
  | 'timestamp-untrusted'
  | 'timestamp-unavailable'
  | 'timestamp-missing'
  // The attestation of a release: Sigstore bundle, DSSE, in-toto Statement.
  | 'json-invalid'
  | 'attestation-invalid'
  | 'attestation-certificate-mismatch'
  | 'attestation-release-unknown'
  | 'attestation-too-large'
  | 'attestation-place-unknown'
  | 'trusted-root-invalid'
  | 'repository-invalid'
  | 'tag-invalid'
  | 'repository-mismatch'
  | 'repository-id-mismatch'
  | 'tag-mismatch'
  | 'package-url-invalid'
  | 'subject-name-invalid'
  | 'subject-unknown'
  | 'subject-digest-mismatch'
  | 'subject-missing'
  | 'releases-differ'
  // Proxies.
  | 'proxy-invalid'
  | 'proxy-refused'
  | 'proxy-unsupported'
  // AWS: KMS, Private CA and STS.
  | 'aws-access-denied'
  | 'aws-answer-invalid'
  | 'aws-clock-skew'
  | 'aws-configuration'
  | 'aws-credentials-expired'
  | 'aws-credentials-invalid'
  | 'aws-credentials-missing'
  | 'aws-refused'
  | 'aws-region-conflict'
  | 'aws-region-missing'
  | 'aws-throttled'
  | 'aws-unavailable'
  | 'aws-unreachable'
  | 'kms-alias-taken'
  | 'kms-alias-missing'
  | 'kms-key-disabled'
  | 'kms-key-not-found'
  | 'kms-key-pending-deletion'
  | 'kms-key-state'
  | 'kms-key-usage'
  | 'kms-policy-invalid'
  | 'kms-signature-invalid'
  | 'private-ca-chain-invalid'
  | 'private-ca-disabled'
  | 'private-ca-failed'
  | 'private-ca-import-refused'
  | 'private-ca-not-found'
  | 'private-ca-pending'
  | 'private-ca-quota'
  | 'private-ca-request-refused'
  | 'private-ca-state'
  | 'oidc-permission-missing'
  | 'oidc-token-unavailable'
  | 'role-account-not-allowed'
  | 'role-not-assumable'
  // GitHub: releases and their files.
  | 'github-access-denied'
  | 'github-answer-invalid'
  | 'github-not-found'
  | 'github-rate-limited'
  | 'github-refused'
  | 'github-token-refused'
  | 'github-unavailable'
  | 'github-token-missing'
  | 'release-ambiguous'
  | 'release-missing'
  | 'release-not-writable'
  | 'release-immutable'
  | 'release-full'
  | 'release-retagged'
  | 'asset-mismatch'
  | 'asset-name-unfit'
  | 'asset-unfinished'
  | 'asset-not-listed'
  | 'asset-untrusted'
  | 'asset-too-new'
  | 'run-unreadable'
  | 'asset-empty'
  | 'asset-too-large'
  | 'asset-differs'
  | 'artifact-not-on-release'
  | 'sidecar-published'
  | 'sidecar-stale'
  | 'attestation-lists-less'
  // Anything that is a defect of this program.
  | 'internal'

/** Which certificate a refusal is about. */
export interface CertificateReference {
  /** RFC 4514 string. */
  readonly subject: string
  /** Lower-case hexadecimal SHA-256 of the DER bytes. */
  readonly sha256: string
}

export interface ErrorDetails {
  /** What to do about it, one sentence. */
  readonly hint?: string | undefined
  /** The rule that was broken, such as `RFC 5280 section 4.2.1.9`. */
  readonly rule?: string | undefined
  readonly certificate?: CertificateReference | undefined
  /** What AWS refused, where a policy could allow it. */
  readonly refused?: RefusedAccess | undefined
  /** Paths of what was written nevertheless. */
  readonly written?: readonly string[] | undefined
  readonly cause?: unknown
}

/**
 * The one error of this program. `message` says what was wrong and where, never holds a secret, and may hold text from
 * outside unescaped: whoever prints it escapes it.
 */
export class ReleaseSigningError extends Error {
  override readonly name = 'ReleaseSigningError'
  readonly code: ErrorCode
  readonly hint: string | undefined
  readonly rule: string | undefined
  readonly certificate: CertificateReference | undefined
  readonly refused: RefusedAccess | undefined
  readonly written: readonly string[] | undefined

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.hint = details.hint
    this.rule = details.rule
    this.certificate = details.certificate
    this.refused = details.refused
    this.written = details.written
  }
}

/** The message, with the certificate and the rule that it is about: what people are told. */
export function fullMessage({ message, certificate, rule }: ReleaseSigningError): string {
  const { subject = '', sha256 } = certificate ?? {}
  const name = message.includes(subject) ? '' : ` ${subject},`
  const about = sha256 === undefined ? '' : ` (certificate${name} SHA-256 ${sha256})`
  return `${message}${about}${rule === undefined ? '' : ` [${rule}]`}`
}
