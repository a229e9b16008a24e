/** Object identifiers of our CMS profile, dotted decimal. */
export const oid = {
  /** RFC 5652 section 4. */
  data: '1.2.840.113549.1.7.1',
  /** RFC 5652 section 5.1. */
  signedData: '1.2.840.113549.1.7.2',
  /** RFC 5652 section 11.1. */
  contentType: '1.2.840.113549.1.9.3',
  /** RFC 5652 section 11.2. */
  messageDigest: '1.2.840.113549.1.9.4',
  /** RFC 5652 section 11.3. */
  signingTime: '1.2.840.113549.1.9.5',
  /** RFC 5035 section 3. */
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  /** RFC 6211 section 2. */
  algorithmProtection: '1.2.840.113549.1.9.52',
  /** RFC 3161 appendix A. */
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
} as const
