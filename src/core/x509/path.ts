import { equalBytes } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Certificate, certificateReference, parseCertificate } from './certificate.ts'
import { purpose as known } from './object-identifiers.ts'
import { createIssuerIndex } from './path-candidates.ts'
import { createPathChecks, type Profile } from './path-checks.ts'
import { type PolicyInputs, validatePath } from './path-validation.ts'
import { describeCertificate, shortened } from './refusal.ts'
import type { TrustAnchor } from './trust-anchor.ts'

export interface PathRequest {
  readonly leaf: Certificate
  /** Untrusted, in any order, possibly broken; anchors among them are of no use. */
  readonly intermediates: readonly Uint8Array[]
  readonly anchors: readonly TrustAnchor[]
  readonly at: Date
  /** `code-signing` is the stricter one. */
  readonly profile: Profile
  /** Extended key usage asked for, dotted decimal, or `any`; default codeSigning. */
  readonly purpose?: string
  readonly policy?: PolicyInputs
  /** Throws ReleaseSigningError to refuse a path that is valid, for revocation say; another one is then tried. */
  readonly accept?: (path: CertificationPath) => void
}

export interface CertificationPath {
  readonly anchor: TrustAnchor
  /** The leaf first, the anchor last. */
  readonly certificates: readonly Certificate[]
  readonly warnings: readonly string[]
}

/** How far a path had come when it failed; of several failures the one that came furthest is told. */
interface Failure {
  readonly progress: number
  readonly error: ReleaseSigningError
}

/**
 * Builds and validates a path from the leaf to an anchor (RFC 5280 section 6.1). Issuers are tried until one leads to a
 * valid path; work is bounded by `limits`.
 *
 * @throws ReleaseSigningError why the path that came furthest is refused, or `limit-exceeded`
 */
export function findPath(request: PathRequest): CertificationPath {
  const { leaf, anchors, at, profile, purpose } = request
  const checks = createPathChecks(profile, { at, purpose: purpose ?? known.codeSigning })
  const refusal = checks.leaf(leaf)
  if (refusal !== undefined) throw refusal
  const { certificates, unreadable } = readIntermediates(request.intermediates)
  // A certificate is not its own anchor, and an anchor that comes again among the intermediates is no detour.
  const usable = anchors.filter(({ certificate }) => certificate.sha256 !== leaf.sha256)
  const issuersOf = createIssuerIndex(usable, certificates, request.at)
  let furthest: Failure | undefined
  let stepsLeft: number = limits.pathSteps
  let pathsLeft: number = limits.paths
  const comparisons = { left: limits.nameComparisons }

  const fail = (progress: number, error: ReleaseSigningError): void => {
    if (furthest === undefined || progress > furthest.progress) furthest = { progress, error }
  }

  const complete = (chain: readonly Certificate[], anchor: TrustAnchor): CertificationPath | undefined => {
    if (--pathsLeft < 0) throw exhausted('paths', limits.paths, leaf)
    const path = { anchor, certificates: chain, warnings: [...anchor.warnings, ...checks.warnings(chain)] }
    let progress = progressOf.complete
    try {
      validatePath(chain.toReversed(), request.policy ?? {}, comparisons)
      progress = progressOf.valid
      request.accept?.(path)
      return path
    } catch (error) {
      if (!(error instanceof ReleaseSigningError) || error.code === 'limit-exceeded') throw error
      fail(progress, error)
      return undefined
    }
  }

  const extend = (chain: readonly Certificate[], current: Certificate): CertificationPath | undefined => {
    const depth = chain.length
    const candidates = issuersOf(current).filter(({ certificate }) => !chain.some((one) => isSame(one, certificate)))
    if (candidates.length === 0) fail(progressOf.noIssuer(depth), notFound(current, unreadable))
    for (const { certificate, anchor } of candidates) {
      if (--stepsLeft < 0) throw exhausted('issuers', limits.pathSteps, leaf)
      if (depth === limits.pathLength) {
        fail(progressOf.noIssuer(depth), exhausted('certificates in a path', limits.pathLength, leaf))
        continue
      }
      const unlinked = checks.link(current, certificate)
      if (unlinked !== undefined) {
        fail(progressOf.unlinked(depth), unlinked)
        continue
      }
      const unfit = anchor === undefined ? checks.intermediate(certificate) : checks.anchor(anchor)
      if (unfit !== undefined) {
        fail(progressOf.unfit(depth), unfit)
        continue
      }
      const longer = [...chain, certificate]
      const found = anchor === undefined ? extend(longer, certificate) : complete(longer, anchor)
      if (found !== undefined) return found
    }
    return undefined
  }

  const found = extend([leaf], leaf)
  if (found !== undefined) return found
  if (usable.length < anchors.length) throw leafIsAnchor(leaf)
  throw furthest?.error ?? notFound(leaf, unreadable)
}

const progressOf = {
  unlinked: (depth: number) => 4 * depth,
  noIssuer: (depth: number) => 4 * depth + 1,
  unfit: (depth: number) => 4 * depth + 2,
  complete: 4 * (limits.pathLength + 1),
  valid: 4 * (limits.pathLength + 1) + 1,
} as const

/** Broken ones are left out: what does not need them is not harmed by them. */
function readIntermediates(ders: readonly Uint8Array[]) {
  const certificates: Certificate[] = []
  const unreadable: ReleaseSigningError[] = []
  for (const der of ders) {
    try {
      certificates.push(parseCertificate(der, 'intermediate certificate'))
    } catch (error) {
      if (!(error instanceof ReleaseSigningError)) throw error
      unreadable.push(error)
    }
  }
  return { certificates, unreadable }
}

/** The same CA: a path that comes through it twice goes in a circle. */
const isSame = (a: Certificate, b: Certificate): boolean =>
  a.subject.key === b.subject.key && equalBytes(a.publicKey.spki, b.publicKey.spki)

function notFound(certificate: Certificate, unreadable: readonly ReleaseSigningError[]): ReleaseSigningError {
  const [broken] = unreadable
  const also =
    broken === undefined ? '' : `; ${unreadable.length} of the certificates given cannot be read: ${broken.message}`
  const problem = certificate.selfIssued
    ? 'is not pinned, and has no other issuer'
    : `its issuer ${shortened(certificate.issuer.text)} is neither pinned nor among the certificates given`
  return new ReleaseSigningError('path-not-found', `${describeCertificate(certificate)}: ${problem}${also}`, {
    certificate: certificateReference(certificate),
    rule: 'RFC 5280 section 6.1',
    hint: 'Pin the root of the signer you expect, from a source you trust, and give all intermediate certificates. Where that is so, somebody else signed.',
    cause: broken,
  })
}

const leafIsAnchor = (leaf: Certificate): ReleaseSigningError =>
  new ReleaseSigningError('anchor-is-leaf', `${describeCertificate(leaf)}: pinned as a root, but not issued by one`, {
    certificate: certificateReference(leaf),
    rule: 'RFC 5280 section 6.1',
    hint: 'Pin the root certificate that issued it; no certificate vouches for itself.',
  })

const exhausted = (what: string, bound: number, leaf: Certificate): ReleaseSigningError =>
  new ReleaseSigningError('limit-exceeded', `${describeCertificate(leaf)}: no path found within ${bound} ${what}`, {
    certificate: certificateReference(leaf),
    hint: 'Give only the certificates between the signing certificate and the root.',
  })
