/** Extended key usages (RFC 5280 section 4.2.1.12). */
export const purpose = {
  any: '2.5.29.37.0',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
  codeSigning: '1.3.6.1.5.5.7.3.3',
  timeStamping: '1.3.6.1.5.5.7.3.8',
} as const

/** anyPolicy (RFC 5280 section 4.2.1.4). */
export const anyPolicy = '2.5.29.32.0'

/** SmtpUTF8Mailbox, an otherName that rfc822Name constraints apply to (RFC 9598 section 6). */
export const smtpUtf8Mailbox = '1.3.6.1.5.5.7.8.9'

/** The emailAddress attribute, which rfc822Name constraints apply to as well (RFC 5280 section 4.2.1.10). */
export const emailAddress = '1.2.840.113549.1.9.1'

/** The attribute of a request that holds the extensions asked for (RFC 2985 section 5.4.2). */
export const extensionRequest = '1.2.840.113549.1.9.14'
