/**
 * Every bound on what is read from outside and on the work done for it. A bound that is reached is a refusal
 * (`limit-exceeded`), never an answer.
 */
export const limits = {
  /** Bytes of one certificate. */
  certificateBytes: 64 * 1024,
  /** Bytes of one CRL. */
  crlBytes: 16 * 1024 * 1024,
  /** Bytes of one PEM or DER file of certificates. */
  certificateFileBytes: 4 * 1024 * 1024,
  /** Certificates taken from one file or one sidecar. */
  certificates: 64,
  /** Bytes of one CMS sidecar. */
  cmsBytes: 1024 * 1024,
  /** DER elements in one certificate or CMS sidecar. */
  derNodes: 8_000,
  /** DER elements in one CRL: about five for each revoked certificate. */
  crlNodes: 1_000_000,
  /** Nesting of DER elements. */
  derDepth: 24,
  /** Certificates in one path, anchor and leaf included. */
  pathLength: 8,
  /** Signatures checked while one path is looked for. */
  signatureChecks: 64,
  /** Complete paths tried for one leaf. */
  paths: 64,
  /** Names compared with name constraints for one path. */
  nameComparisons: 2 ** 18,
  /** Nodes of one policy graph (RFC 9618). */
  policyNodes: 512,
  /** Bytes of one time-stamp response or token. */
  timestampBytes: 128 * 1024,
} as const
