import {
  type Authority,
  type AuthorityOptions,
  type CertificateOptions,
  createAuthority,
  type Leaf,
  type LeafOptions,
  purpose,
} from '../../dev/pki.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { type CertificationPath, findPath, type PathRequest } from '../../src/core/x509/path.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'
import { codeOf } from './refusal.ts'

export const at = new Date('2026-11-24T12:00:00Z')

type Choices = Partial<Omit<PathRequest, 'leaf' | 'anchors'>> & { readonly anchors?: readonly Uint8Array[] }

/** The path found for what was issued, by default in its own chain to its own root, in the code-signing profile. */
export function pathFor(issued: Leaf | Authority, choices: Choices = {}): CertificationPath {
  return findPath({
    intermediates: issued.chain.slice(1),
    at,
    profile: 'code-signing',
    purpose: purpose.codeSigning,
    ...choices,
    leaf: parseCertificate(issued.certificate),
    anchors: (choices.anchors ?? [issued.root]).map((der) => createTrustAnchor(der)),
  })
}

/** `accepted`, or the code of the refusal. */
export const verdict = (issued: Leaf | Authority, choices: Choices = {}) => codeOf(() => pathFor(issued, choices))

export const inRfc5280 = (issued: Leaf | Authority, choices: Choices = {}) =>
  verdict(issued, { profile: 'rfc5280', ...choices })

const root = createAuthority({ subject: 'Root' })
const ca = root.issueAuthority({ subject: 'CA' })

/** Chains of three that differ from a sound one in one certificate. */
export const leafWith = (options: LeafOptions): Leaf => ca.issue(options)
export const caWith = (options: AuthorityOptions): Leaf => root.issueAuthority(options).issue()
export const rootWith = (options: AuthorityOptions): Leaf => createAuthority(options).issueAuthority().issue()

/** The same change in each of the three places. */
export const everywhere = (options: CertificateOptions): readonly (readonly [string, Leaf])[] => [
  ['leaf', leafWith(options)],
  ['intermediate', caWith(options)],
  ['root', rootWith(options)],
]
