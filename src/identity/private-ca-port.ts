/** What AWS Private CA says of one of its CAs, as its API names it (DescribeCertificateAuthority). */
export interface PrivateCaDescription {
  readonly arn: string
  /** Such as `ACTIVE`, `PENDING_CERTIFICATE` or `DISABLED`. */
  readonly status: string
  /** `ROOT` or `SUBORDINATE`. */
  readonly type: string
  /** Of its key, such as `EC_prime256v1`. */
  readonly keyAlgorithm: string
  /** That it was set up with, and that fits its key, such as `SHA256WITHECDSA`. */
  readonly signingAlgorithm: string
  /** `GENERAL_PURPOSE`, or `SHORT_LIVED_CERTIFICATE`, which issues for seven days at most. */
  readonly usageMode: string
}

/** Text as the service sent it: PEM, or whatever it is. */
export interface PrivateCaCertificate {
  readonly certificate: string
  /** Its issuers, nearest first, up to the root; undefined where there are none. */
  readonly chain: string | undefined
}

export interface PrivateCaIssuance {
  /** PKCS #10, PEM. */
  readonly csr: Uint8Array
  /** ARN of a template. */
  readonly template: string
  readonly signingAlgorithm: string
  /** From now on; or the instant at which the certificate ends, to the second. */
  readonly validity: { readonly days: number } | { readonly until: Date }
}

/** One CA in AWS Private CA. Every failure is a ReleaseSigningError that says what to do. */
export interface PrivateCa {
  readonly arn: string
  describe(): Promise<PrivateCaDescription>
  /** The CA's own certificate and its issuers. */
  certificate(): Promise<PrivateCaCertificate>
  /** The request for the CA's own certificate, as it was sent: PEM. */
  csr(): Promise<string>
  /** @returns the ARN of the certificate, which may not be there yet */
  issue(issuance: PrivateCaIssuance): Promise<string>
  /** Waits, as long as is reasonable, for a certificate to be there. */
  collect(certificateArn: string): Promise<PrivateCaCertificate>
  /**
   * Installs the CA's own certificate.
   *
   * @param certificate PEM
   * @param chain PEM: its issuers, nearest first, the root last
   */
  importCertificate(certificate: Uint8Array, chain: Uint8Array): Promise<void>
}
