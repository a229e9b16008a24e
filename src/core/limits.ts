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
  /** Bytes of one PEM or DER file with a public key: an ML-DSA-87 key takes 3,600. */
  publicKeyFileBytes: 64 * 1024,
  /** Certificates taken from one file or one sidecar. */
  certificates: 64,
  /** Bytes of one CMS sidecar. */
  cmsBytes: 1024 * 1024,
  /** Attributes in one set of a CMS sidecar, and values of one. */
  cmsAttributes: 64,
  /** DER elements in one certificate or CMS sidecar. */
  derNodes: 8_000,
  /** DER elements in one CRL: about five for each revoked certificate. */
  crlNodes: 1_000_000,
  /** Octets of a serial number in a CRL: RFC 5280 allows 20, some issuers take a few more. */
  crlSerialOctets: 32,
  /** Bytes of one PEM or DER file of CRLs. */
  crlFileBytes: 64 * 1024 * 1024,
  /** CRLs taken for one run. */
  crls: 64,
  /** Paths looked for to certificates that sign CRLs, for one path checked. */
  crlSignerPaths: 16,
  /** Nesting of DER elements: a time-stamp token inside a CMS sidecar reaches 26. */
  derDepth: 32,
  /** Bytes of a key policy; AWS KMS takes 32 KiB of one. */
  keyPolicyBytes: 128 * 1024,
  /** Bytes of a register of certificates. */
  registerBytes: 16 * 1024 * 1024,
  /** Octets of a serial number (RFC 5280 section 4.1.2.2). */
  serialOctets: 20,
  /** Bits of an RSA modulus. */
  rsaBitsMinimum: 2048,
  rsaBitsMaximum: 8192,
  /** Fewer draw a warning. */
  rsaBitsRecommended: 3072,
  /** Bits of an RSA public exponent: what OpenSSL verifies with. */
  rsaExponentBits: 64,
  /** Characters of a name from outside that a message repeats. */
  quotedCharacters: 300,
  /** Certificates in one path, anchor and leaf included. */
  pathLength: 8,
  /** Signatures checked while one path is looked for. */
  signatureChecks: 64,
  /** Issuers considered while one path is looked for. */
  pathSteps: 4_096,
  /** Artifacts that are read, hashed and judged together; bounds memory. */
  artifactsAtOnce: 256,
  /** Artifacts that are being signed at one time. */
  signaturesAtOnce: 64,
  /** Certificates and paths that one run of verification remembers at a time. */
  remembered: 256,
  /** Complete paths tried for one leaf. */
  paths: 64,
  /** Names compared with name constraints while one path is looked for. */
  nameComparisons: 2 ** 18,
  /** Nodes of one policy graph (RFC 9618). */
  policyNodes: 512,
  /** Bytes of one time-stamp response or token. */
  timestampBytes: 128 * 1024,
  /** Bytes of one attestation. */
  attestationBytes: 4 * 1024 * 1024,
  /** Bytes of one list of checksums. */
  checksumsBytes: 4 * 1024 * 1024,
  /** Bytes that AWS KMS signs as a RAW message (Sign API). */
  rawMessageBytes: 4_096,
  /** Bytes of a signature that AWS KMS verifies (Verify API). */
  kmsSignatureBytes: 6_144,
  /** Bytes of a signature over an artifact, or of a message bundle. */
  rawSignatureBytes: 64 * 1024,
  /** Bytes of one answer of AWS that is read here: a chain of AWS Private CA has up to 2 MiB. */
  awsAnswerBytes: 4 * 1024 * 1024,
  /** Keys and algorithms that one such signature is tried with. */
  rawSignatureChecks: 64,
  /** Attestations looked at in one run. */
  attestations: 64,
  /** Files of one release on GitHub. */
  releaseAssets: 1_000,
  /** Bytes that a file of a release on GitHub stays under. */
  releaseAssetBytes: 2 ** 31,
  /** Files of a release that are uploaded, downloaded or looked at together. */
  githubRequestsAtOnce: 4,
  /** Subjects of one statement: as many as cosign takes. */
  subjects: 1_024,
} as const
