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
  | 'artifacts-none'
  | 'private-key-in-input'
  // Bytes: DER (ITU-T X.690) and PEM (RFC 7468).
  | 'der-invalid'
  | 'pem-invalid'
  | 'limit-exceeded'
  // Algorithms and keys.
  | 'algorithm-unknown'
  | 'algorithm-mismatch'
  | 'key-unsupported'
  | 'key-weak'
  | 'signature-invalid'
  // Certificates.
  | 'certificate-invalid'
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

  constructor(code: ErrorCode, message: string, details: ErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause })
    this.code = code
    this.hint = details.hint
    this.rule = details.rule
    this.certificate = details.certificate
  }
}
