import { bytesToHex, equalBytes } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Certificate, certificateReference, parseCertificate } from './certificate.ts'
import { type CertificateRevocationList, describeCrl } from './crl.ts'
import { sameName } from './name.ts'
import { type CertificationPath, findPath } from './path.ts'
import { isSignedBy } from './signature.ts'

/** A certificate whose key signed a CRL, and the certificates from it up to the anchor. */
export interface CrlSigner {
  readonly certificate: Certificate
  readonly path: readonly Certificate[]
}

export interface CrlSignerSearch {
  /** The path whose certificates are looked at: signers must lead to its anchor. */
  readonly path: CertificationPath
  /** More certificates that may have signed a CRL, untrusted. */
  readonly intermediates: readonly Uint8Array[]
  /** The instant at which the signer's path must be valid. */
  readonly at: Date
}

/** Finds signers of CRLs for one path, remembering what it found. */
export type FindCrlSigner = (crl: CertificateRevocationList) => CrlSigner

/**
 * RFC 5280 section 6.3.3, steps f and g: a CRL counts when its signature is by the key of a certificate that has its
 * issuer's name, may sign CRLs, and has a valid path to the very anchor of the path that is looked at.
 *
 * @param verified remembers signatures found good, by CRL and key: they outlive one path
 */
export function createCrlSignerSearch(search: CrlSignerSearch, verified: Map<string, boolean>): FindCrlSigner {
  const inPath = search.path.certificates.slice(1)
  const candidates = [...inPath, ...parsable(search.intermediates)]
  const found = new Map<string, CrlSigner | ReleaseSigningError>()
  const budget = { signatureChecks: limits.signatureChecks, paths: limits.crlSignerPaths }

  const hasSigned = (certificate: Certificate, crl: CertificateRevocationList): boolean => {
    const id = `${crl.sha256} ${bytesToHex(certificate.publicKey.spki)}`
    const known = verified.get(id)
    if (known !== undefined) return known
    if (--budget.signatureChecks < 0) throw exhausted(crl)
    const good = isSignedBy(crl, certificate.publicKey)
    verified.set(id, good)
    return good
  }

  const pathOf = (certificate: Certificate, crl: CertificateRevocationList): readonly Certificate[] => {
    const position = inPath.indexOf(certificate)
    if (position !== -1) {
      const path = inPath.slice(position)
      const outside = path.find(({ notBefore, notAfter }) => search.at < notBefore || search.at > notAfter)
      if (outside === undefined) return path
      throw new ReleaseSigningError(
        'crl-signer-untrusted',
        `${describeCrl(crl)}: the certificate of its signer is not valid at ${search.at.toISOString()}`,
        {
          rule: 'RFC 5280 section 6.3.3 (f)',
          hint: 'Give the renewed certificate of the issuer among the intermediates.',
          certificate: certificateReference(outside),
        },
      )
    }
    if (--budget.paths < 0) throw exhausted(crl)
    try {
      return findPath({
        leaf: certificate,
        intermediates: [...inPath.map(({ der }) => der), ...search.intermediates],
        anchors: [search.path.anchor],
        at: search.at,
        profile: 'rfc5280',
        purpose: 'any',
      }).certificates
    } catch (cause) {
      throw untrusted(cause, certificate, crl)
    }
  }

  const examine = (crl: CertificateRevocationList): CrlSigner | ReleaseSigningError => {
    let problem: ReleaseSigningError | undefined
    for (const certificate of candidates) {
      if (!sameName(certificate.subject, crl.issuer) || !fitsKeyId(crl, certificate)) continue
      if (!hasSigned(certificate, crl)) {
        problem ??= refusal('crl-signature-invalid', crl, 'its signature is not by the key of its issuer', certificate)
        continue
      }
      if (!maySignCrls(certificate)) {
        problem = refusal('crl-signer-unfit', crl, 'the certificate of its signer may not sign CRLs', certificate)
        continue
      }
      try {
        return { certificate, path: pathOf(certificate, crl) }
      } catch (error) {
        if (!(error instanceof ReleaseSigningError) || error.code === 'limit-exceeded') throw error
        problem = error
      }
    }
    return problem ?? refusal('crl-signer-unknown', crl, 'the certificate of its signer is not there')
  }

  return (crl) => {
    const answer = found.get(crl.sha256) ?? examine(crl)
    found.set(crl.sha256, answer)
    if (answer instanceof ReleaseSigningError) throw answer
    return answer
  }
}

/** Broken certificates in the untrusted set are no concern of a path that does without them. */
function parsable(ders: readonly Uint8Array[]): readonly Certificate[] {
  return ders.flatMap((der) => {
    try {
      return [parseCertificate(der)]
    } catch (error) {
      if (error instanceof ReleaseSigningError) return []
      throw error
    }
  })
}

/** The key identifiers, where both are given, agree. */
function fitsKeyId(crl: CertificateRevocationList, { extensions }: Certificate): boolean {
  const subject = extensions.subjectKeyIdentifier
  return crl.authorityKeyId === undefined || subject === undefined || equalBytes(crl.authorityKeyId, subject)
}

/** Key usage, where it is there, has cRLSign; a certificate that is no CA's must say so. */
function maySignCrls({ extensions }: Certificate): boolean {
  const usage = extensions.keyUsage
  return usage === undefined ? extensions.basicConstraints?.ca === true : usage.has('cRLSign')
}

const hints = {
  'crl-signature-invalid': 'Fetch the CRL again.',
  'crl-signer-unfit': 'Ask the issuer for a CRL signed under a certificate with cRLSign.',
  'crl-signer-unknown': 'Give the certificate of the CRL’s issuer among the intermediates.',
} as const

function refusal(
  code: keyof typeof hints,
  crl: CertificateRevocationList,
  problem: string,
  certificate?: Certificate,
): ReleaseSigningError {
  return new ReleaseSigningError(code, `${describeCrl(crl)}: ${problem}`, {
    rule: 'RFC 5280 section 6.3.3 (f), (g)',
    hint: hints[code],
    certificate: certificate === undefined ? undefined : certificateReference(certificate),
  })
}

function untrusted(cause: unknown, certificate: Certificate, crl: CertificateRevocationList): unknown {
  if (!(cause instanceof ReleaseSigningError) || cause.code === 'limit-exceeded') return cause
  return new ReleaseSigningError(
    'crl-signer-untrusted',
    `${describeCrl(crl)}: no path from its signer to the pinned root: ${cause.message}`,
    {
      rule: 'RFC 5280 section 6.3.3 (f)',
      hint: 'Give the certificates of the CRL’s issuer among the intermediates.',
      certificate: certificateReference(certificate),
      cause,
    },
  )
}

const exhausted = (crl: CertificateRevocationList): ReleaseSigningError =>
  new ReleaseSigningError('limit-exceeded', `${describeCrl(crl)}: too many certificates could have signed it`)
