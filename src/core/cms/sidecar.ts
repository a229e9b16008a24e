import type { Hash } from '../algorithm.ts'
import { equalBytes } from '../bytes.ts'
import { digest } from '../crypto.ts'
import { integer, sequence } from '../der/writer.ts'
import { ReleaseSigningError } from '../error.ts'
import type { Sidecar } from '../sidecar.ts'
import { certificateReference } from '../x509/certificate.ts'
import { refusal } from './refusal.ts'
import type { SignedData } from './signed-data.ts'

/**
 * A CMS sidecar beside an artifact.
 *
 * @param artifactDigest of the artifact, by a hash of the table
 * @throws ReleaseSigningError `cms-signing-certificate` when the certificate that it names is not in it
 */
export function cmsSidecar(signedData: SignedData, artifactDigest: (hash: Hash) => Uint8Array): Sidecar {
  const { algorithm, attributes, certificates, signature, signedBytes, timestampToken } = signedData
  const { certificateHash, issuerAndSerialNumber } = attributes.signer
  const leaf = certificates.find((certificate) => equalBytes(digest('sha256', certificate), certificateHash))
  if (leaf === undefined) {
    throw refusal('cms-signing-certificate', 'CMS does not carry the certificate that its signed attributes name')
  }
  return {
    leaf,
    certificates,
    algorithm,
    signedForm: signedBytes,
    signature,
    timestampToken,
    checkContent: (certificate) => {
      if (!equalBytes(sequence(certificate.issuer.der, integer(certificate.serial)), issuerAndSerialNumber)) {
        throw new ReleaseSigningError(
          'cms-signing-certificate',
          'CMS names a certificate by its hash, and another by issuer and serial number',
          {
            hint: 'The sidecar was put together wrongly or forged: get it again from the release.',
            rule: 'RFC 5035 section 5.4',
            certificate: certificateReference(certificate),
          },
        )
      }
      if (!equalBytes(artifactDigest(algorithm.hash), attributes.messageDigest)) {
        throw new ReleaseSigningError('digest-mismatch', 'the artifact is not the one that was signed', {
          hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
          rule: 'RFC 5652 section 5.6',
          certificate: certificateReference(certificate),
        })
      }
    },
  }
}
