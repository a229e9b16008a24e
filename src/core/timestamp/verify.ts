import { equalBytes } from '../bytes.ts'
import { digest } from '../crypto.ts'
import { ReleaseSigningError } from '../error.ts'
import { type Certificate, certificateReference } from '../x509/certificate.ts'
import { type CertificationPath, findPath } from '../x509/path.ts'
import type { TrustAnchor } from '../x509/trust-anchor.ts'
import type { TimeStampRequest } from './request.ts'
import { signerOf, timeStampingPurpose } from './signer.ts'
import type { TimeStampToken } from './token.ts'

/** What a token is believed by. */
export interface TimeStampTrust {
  /** Pinned time-stamp roots; never the roots of the signing certificate. */
  readonly anchors: readonly TrustAnchor[]
  /** Certificates from elsewhere to find the signer and its path with. Untrusted. */
  readonly intermediates?: readonly Uint8Array[] | undefined
  /** Throws to refuse a path, such as for a revoked certificate in it. */
  readonly accept?: ((path: CertificationPath) => void) | undefined
}

/** A token that was verified. Its time lies somewhere from `info.earliest` to `info.latest`. */
export interface VerifiedTimeStamp {
  readonly info: TimeStampToken['info']
  readonly signer: Certificate
  readonly path: CertificationPath
}

/**
 * Verifies a token over `message`: imprint, binding of the signer, signature, and a path from the signer to a pinned
 * time-stamp root that is valid at genTime, and every certificate of it from earliest to latest.
 *
 * @throws ReleaseSigningError `timestamp-…`; a path that is not found is `timestamp-untrusted` with the reason as cause
 */
export function verifyTimeStamp(token: TimeStampToken, message: Uint8Array, trust: TimeStampTrust): VerifiedTimeStamp {
  const { hash, digest: imprint } = token.info.imprint
  if (!equalBytes(digest(hash.name, message), imprint)) throw otherMessage()
  const signer = signerOf(token, trust.intermediates)
  return { info: token.info, signer, path: timeStampPath(token, signer, trust) }
}

/**
 * Checks an answer against the request it came for: imprint, nonce, policy, signer and signature, and the path where
 * there are roots to check it with.
 *
 * @param trust undefined: the signer's path is not checked
 * @throws ReleaseSigningError `timestamp-…`
 */
export function checkAnswer(token: TimeStampToken, request: TimeStampRequest, trust: TimeStampTrust | undefined): void {
  const { imprint, nonce, policy } = token.info
  if (imprint.hash.name !== request.hash.name || !equalBytes(imprint.digest, request.digest)) throw otherMessage()
  if (nonce !== request.nonce) {
    throw new ReleaseSigningError('timestamp-nonce-mismatch', 'time stamp: the nonce is not that of the request', {
      rule: 'RFC 3161 section 2.4.2',
    })
  }
  if (request.policy !== undefined && request.policy !== policy) {
    throw new ReleaseSigningError('timestamp-policy-mismatch', `time stamp: made under policy ${policy}`, {
      rule: 'RFC 3161 section 2.4.2',
    })
  }
  const signer = signerOf(token, trust?.intermediates)
  if (trust === undefined) checkValidThroughout([signer], token.info.earliest, token.info.latest)
  else timeStampPath(token, signer, trust)
}

const otherMessage = () =>
  new ReleaseSigningError('timestamp-imprint-mismatch', 'time stamp: it was made for something else', {
    rule: 'RFC 3161 section 2.4.2',
  })

/**
 * The path of a token's signer to a pinned time-stamp root.
 *
 * @throws ReleaseSigningError `timestamp-untrusted`, `timestamp-time-outside-validity`, or why `accept` refused it
 */
export function timeStampPath(token: TimeStampToken, signer: Certificate, trust: TimeStampTrust): CertificationPath {
  const { genTime, earliest, latest } = token.info
  try {
    return findPath({
      leaf: signer,
      intermediates: [...token.certificates, ...(trust.intermediates ?? [])],
      anchors: trust.anchors,
      at: genTime,
      profile: 'rfc5280',
      purpose: timeStampingPurpose,
      accept: (path) => {
        checkValidThroughout(path.certificates, earliest, latest)
        trust.accept?.(path)
      },
    })
  } catch (cause) {
    if (!(cause instanceof ReleaseSigningError)) throw cause
    if (/^(timestamp-|crl-|certificate-revoked$)/.test(cause.code)) throw cause
    throw new ReleaseSigningError('timestamp-untrusted', `time stamp: ${cause.message}`, {
      hint: cause.hint ?? 'Pin the root of the time-stamp server with timestamp-root-certificate.',
      rule: cause.rule,
      certificate: cause.certificate,
      cause,
    })
  }
}

/**
 * Whether all of the time a token may mean lies inside the validity of every certificate. Certificates are valid to
 * whole seconds, bounds included, so that the instant is rounded down to one.
 *
 * @throws ReleaseSigningError `timestamp-time-outside-validity`
 */
export function checkValidThroughout(certificates: readonly Certificate[], earliest: Date, latest: Date): void {
  for (const certificate of certificates) {
    const until = Math.floor(latest.getTime() / 1000) * 1000
    if (earliest < certificate.notBefore || until > certificate.notAfter.getTime()) {
      throw new ReleaseSigningError(
        'timestamp-time-outside-validity',
        'time stamp: its time, with its accuracy, reaches outside the validity of a certificate',
        { rule: 'RFC 3161 section 2.4.2', certificate: certificateReference(certificate) },
      )
    }
  }
}
