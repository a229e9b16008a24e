import { createPublicKey, X509Certificate } from 'node:crypto'
import { AwsError } from './errors.ts'
import type { KmsInput } from './kms-input.ts'
import type { PrivateCaAuthority } from './private-ca-store.ts'

const malformed = (message: string) => new AwsError('MalformedCertificateException', message)

/** ImportCertificateAuthorityCertificate: the key must be the CA's, the chain must lead to a root that is its last. */
export function importCertificate(ca: PrivateCaAuthority, input: KmsInput): object {
  if (ca.status !== 'PENDING_CERTIFICATE' && ca.status !== 'ACTIVE' && ca.status !== 'EXPIRED') {
    throw new AwsError('InvalidStateException', `The certificate authority ${ca.arn} is in the ${ca.status} state.`)
  }
  const [certificate, ...more] = certificatesIn(input.blob('Certificate'))
  if (certificate === undefined || more.length > 0) throw malformed('Could not parse certificate.')
  const chain = certificatesIn(
    input.optionalString('CertificateChain') === undefined ? [] : input.blob('CertificateChain'),
  )
  if (!certificate.publicKey.equals(publicKeyOf(ca))) {
    throw new AwsError('CertificateMismatchException', 'The certificate does not match the CSR of the CA.')
  }
  if (!certificate.ca) throw malformed('The certificate must be that of a certificate authority.')
  const path = [certificate, ...chain]
  const holds = path.every((one, i) => {
    const issuer = path[i + 1] ?? one
    return one.checkIssued(issuer) && one.verify(issuer.publicKey)
  })
  if (!holds || chain.length === 0) throw malformed('The certificate chain is not valid.')
  ca.chain = path.map(({ raw }) => new Uint8Array(raw))
  ca.notAfter = certificate.validToDate
  ca.status = 'ACTIVE'
  return {}
}

const publicKeyOf = (ca: PrivateCaAuthority) =>
  createPublicKey({ key: Buffer.from(ca.key.publicKey), format: 'der', type: 'spki' })

function certificatesIn(pem: Uint8Array | readonly never[]): readonly X509Certificate[] {
  const blocks = Buffer.from(pem)
    .toString('utf8')
    .match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g)
  try {
    return (blocks ?? []).map((block) => new X509Certificate(block))
  } catch {
    throw malformed('Could not parse certificate.')
  }
}
