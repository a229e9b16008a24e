import { equalBytes } from '../bytes.ts'
import { digest, verifySignature } from '../crypto.ts'
import { ReleaseSigningError } from '../error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../x509/certificate.ts'
import { sameGeneralName } from '../x509/distribution-point.ts'
import { extensionKinds } from '../x509/extensions.ts'
import type { GeneralName } from '../x509/general-name.ts'
import { parseName, sameName } from '../x509/name.ts'
import { fitsKey } from '../x509/signature.ts'
import { identifies } from './signing-certificate.ts'
import type { TimeStampToken } from './token.ts'

/** id-kp-timeStamping (RFC 5280 section 4.2.1.12). */
export const timeStampingPurpose = '1.3.6.1.5.5.7.3.8'

/**
 * The certificate of the authority that signed the token: the one that the signed ESSCertID names, whatever else was
 * put in beside it. Checks that it is a time-stamping certificate and that its key made the signature; not its path.
 *
 * @param certificates from elsewhere, for a token that carries none
 * @throws ReleaseSigningError `timestamp-signer-missing`, `timestamp-signer-unfit`, `timestamp-signature-invalid`, or
 * what is wrong with the certificate
 */
export function signerOf(token: TimeStampToken, certificates: readonly Uint8Array[] = []): Certificate {
  const bytes = [...token.certificates, ...certificates].find((candidate) =>
    token.certificateIdentifiers.every((identifier) => identifies(identifier, candidate)),
  )
  if (bytes === undefined) {
    throw new ReleaseSigningError('timestamp-signer-missing', "time stamp: the signer's certificate is not there", {
      hint: 'Ask the server for its certificate, or supply the chain of the time-stamp server.',
      rule: 'RFC 5816 section 2.2.1',
    })
  }
  const signer = parseCertificate(bytes)
  checkNamed(token, signer)
  checkFit(signer)
  checkSignature(token, signer)
  return signer
}

function unfit(certificate: Certificate, message: string, rule: string): ReleaseSigningError {
  return new ReleaseSigningError('timestamp-signer-unfit', `time stamp: ${message}`, {
    rule,
    certificate: certificateReference(certificate),
  })
}

/** SignerInfo, ESSCertID and the `tsa` field must all mean this certificate. */
function checkNamed(token: TimeStampToken, signer: Certificate): void {
  const claims = token.certificateIdentifiers.flatMap(({ issuerSerial }) => issuerSerial ?? [])
  if ('issuer' in token.signer) claims.push(token.signer)
  else if (!equalBytes(token.signer.subjectKeyIdentifier, signer.extensions.subjectKeyIdentifier ?? new Uint8Array())) {
    throw unfit(signer, 'the SignerInfo names another key', 'RFC 5652 section 5.3')
  }
  for (const { issuer, serial } of claims) {
    if (serial !== signer.serial || !sameName(parseName(issuer, 'time-stamp signer'), signer.issuer)) {
      throw unfit(signer, 'issuer and serial number name another certificate', 'RFC 5816 section 2.2.1')
    }
  }
  const { tsa } = token.info
  if (tsa !== undefined && !isNameOf(signer, tsa)) {
    throw unfit(signer, 'the tsa field names another authority', 'RFC 3161 section 2.4.2')
  }
}

/** Whether a name is the subject, or one of the alternative names. */
const isNameOf = ({ subject, extensions }: Certificate, name: GeneralName): boolean =>
  (name.kind === 'directory' && sameName(name.name, subject)) ||
  (extensions.subjectAlternativeName ?? []).some((one) => sameGeneralName(one, name))

/** Exactly one purpose, critical; the key may sign. */
function checkFit(signer: Certificate): void {
  const { extendedKeyUsage, keyUsage } = signer.extensions
  const { critical } = signer.rawExtensions.get(extensionKinds.extendedKeyUsage.oid) ?? {}
  if (critical !== true || extendedKeyUsage?.size !== 1 || !extendedKeyUsage.has(timeStampingPurpose)) {
    throw unfit(
      signer,
      'the certificate is not for time stamping alone, by a critical extension',
      'RFC 3161 section 2.3',
    )
  }
  if (keyUsage !== undefined && !keyUsage.has('digitalSignature') && !keyUsage.has('nonRepudiation')) {
    throw unfit(signer, 'the key may not sign', 'RFC 3161 section 2.3')
  }
}

function checkSignature(token: TimeStampToken, signer: Certificate): void {
  const { algorithm, signedAttributes, signature } = token
  if (!equalBytes(digest(token.hash.name, token.content), token.messageDigest)) {
    throw new ReleaseSigningError('timestamp-signature-invalid', 'time stamp: its content is not what was signed', {
      rule: 'RFC 5652 section 5.6',
    })
  }
  const { publicKey } = signer
  if (!fitsKey(algorithm, publicKey) || !verifySignature(algorithm, publicKey.key, signedAttributes, signature)) {
    throw new ReleaseSigningError('timestamp-signature-invalid', 'time stamp: the signature does not verify', {
      rule: 'RFC 5652 section 5.6',
      certificate: certificateReference(signer),
    })
  }
}
