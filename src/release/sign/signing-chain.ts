import { equalBytes } from '../../core/bytes.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { type Certificate, certificateReference, parseCertificate } from '../../core/x509/certificate.ts'
import { isSelfSigned, issuersAbove } from '../../core/x509/issuers.ts'
import { purpose } from '../../core/x509/object-identifiers.ts'
import { findPath } from '../../core/x509/path.ts'
import { createPathChecks } from '../../core/x509/path-checks.ts'
import { readCertificates } from '../../core/x509/pem.ts'
import type { TrustAnchor } from '../../core/x509/trust-anchor.ts'
import type { NamedBytes } from '../named-bytes.ts'

/** The certificate that signs, and those above it that are at hand. */
export interface SigningChain {
  readonly leaf: Certificate
  /** The issuers that were given, nearest first, the root left out. */
  readonly intermediates: readonly Certificate[]
  /** The self-signed root, where it was given along. */
  readonly root: Certificate | undefined
  readonly warnings: readonly string[]
}

/**
 * Finds the leaf and its issuers in a file that holds them in any order. Every link that is there is checked by its
 * signature.
 *
 * @throws ReleaseSigningError what is wrong with the file or a certificate, or `chain-invalid`
 */
export function readSigningChain({ name, bytes }: NamedBytes): SigningChain {
  const certificates = new Map(
    readCertificates(bytes, name).map((der) => {
      const certificate = parseCertificate(der)
      return [certificate.sha256, certificate]
    }),
  )
  const leaf = leafOf([...certificates.values()], name)
  const above = issuersAbove(leaf, [...certificates.values()])
  const twice = above.find(({ publicKey }) => equalBytes(publicKey.spki, leaf.publicKey.spki))
  if (twice !== undefined) {
    throw new ReleaseSigningError(
      'key-has-another-use',
      `${name}: the signing key is also that of ${twice.subject.text}`,
      {
        hint: "One key, one use: have a certificate issued for a key that is no CA's.",
        certificate: certificateReference(leaf),
      },
    )
  }
  const root = above.find(isSelfSigned)
  const related = new Set([leaf, ...above])
  return {
    leaf,
    intermediates: above.filter((certificate) => !isSelfSigned(certificate)),
    root,
    warnings: [...certificates.values()]
      .filter((certificate) => !related.has(certificate))
      .map(({ subject }) => `${name}: ${subject.text} did not issue any certificate of the chain and is left out`),
  }
}

export interface CheckedChain {
  /** The pinned root that it reaches; null where none is pinned. */
  readonly root: { readonly sha256: string } | null
  readonly warnings: readonly string[]
}

/**
 * Checks the chain as far as there is something to check it with: to a pinned root, else to the topmost certificate
 * that is at hand, else the leaf alone.
 *
 * @throws ReleaseSigningError why the leaf may not sign, or its path is not valid
 */
export function checkSigningChain(chain: SigningChain, anchors: readonly TrustAnchor[], now: Date): CheckedChain {
  const { leaf, intermediates } = chain
  const ends = anchors.length > 0 ? anchors : topOf(chain)
  if (ends.length === 0) {
    const refusal = createPathChecks('code-signing', { at: now, purpose: purpose.codeSigning }).leaf(leaf)
    if (refusal !== undefined) throw refusal
    return { root: null, warnings: [] }
  }
  const path = findPath({
    leaf,
    intermediates: intermediates.map(({ der }) => der),
    anchors: ends,
    at: now,
    profile: 'code-signing',
  })
  return { root: anchors.length > 0 ? { sha256: path.anchor.certificate.sha256 } : null, warnings: path.warnings }
}

/** Where the chain ends when no root is pinned; none when the leaf is all there is. */
export function topOf({ intermediates, root }: SigningChain): readonly TrustAnchor[] {
  const top = root ?? intermediates.at(-1)
  return top === undefined ? [] : [{ certificate: top, refusal: undefined, warnings: [] }]
}

/** @param days within which the end of a certificate is worth a warning */
export const expiryWarnings = ({ leaf, intermediates }: SigningChain, now: Date, days: number): readonly string[] =>
  [leaf, ...intermediates].flatMap(({ subject, notAfter }) => {
    const left = Math.floor((notAfter.getTime() - now.getTime()) / 86_400_000)
    return left < days ? [`certificate ${subject.text} expires in ${left} days, at ${notAfter.toISOString()}`] : []
  })

function leafOf(certificates: readonly Certificate[], name: string): Certificate {
  const [leaf, ...more] = certificates.filter(({ extensions }) => extensions.basicConstraints?.ca !== true)
  if (leaf === undefined) {
    throw new ReleaseSigningError('chain-invalid', `${name}: every certificate in it is one of a CA`, {
      hint: 'Add the certificate that was issued for the signing key.',
    })
  }
  if (more.length > 0) {
    const subjects = [leaf, ...more].map(({ subject }) => subject.text).join('; ')
    throw new ReleaseSigningError(
      'chain-invalid',
      `${name}: more than one certificate that is not a CA's: ${subjects}`,
      {
        hint: 'Leave the one that was issued for the signing key, and those of its issuers.',
      },
    )
  }
  if (isSelfSigned(leaf)) {
    throw new ReleaseSigningError('chain-invalid', `${name}: the signing certificate is signed by itself`, {
      hint: 'Have a CA issue the certificate: a root that signs artifacts itself is never accepted.',
      certificate: certificateReference(leaf),
    })
  }
  return leaf
}
