/** PEM with the label (RFC 7468), one final newline. */
export function pem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

export const certificatePem = (der: Uint8Array): string => pem('CERTIFICATE', der)
export const crlPem = (der: Uint8Array): string => pem('X509 CRL', der)
