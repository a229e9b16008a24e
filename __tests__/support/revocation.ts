import type { Authority, Leaf } from '../../dev/pki.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { parseCrl } from '../../src/core/x509/crl.ts'
import type { CertificationPath } from '../../src/core/x509/path.ts'
import { createRevocationChecker, type RevocationRequest } from '../../src/core/x509/revocation.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'
import { codeOf, refusalOf } from './refusal.ts'

export const now = new Date('2026-11-24T12:00:00Z')
export const daysFrom = (date: Date, days: number): Date => new Date(date.getTime() + days * 86_400_000)

/** The path that a leaf was issued in, taken as validated. */
export function pathOf(leaf: Leaf | Authority): CertificationPath {
  const anchor = createTrustAnchor(leaf.root)
  return {
    anchor,
    certificates: [...leaf.chain.map((der) => parseCertificate(der)), anchor.certificate],
    warnings: [],
  }
}

const check = (leaf: Leaf | Authority, crls: readonly Uint8Array[], request: Partial<RevocationRequest>) =>
  createRevocationChecker(crls.map((der) => parseCrl(der))).check(pathOf(leaf), {
    scope: 'path',
    freshAt: now,
    signedAt: undefined,
    intermediates: [],
    ...request,
  })

/** The verdict at one instant, `now` unless said otherwise. */
export const verdict = (
  leaf: Leaf | Authority,
  crls: readonly Uint8Array[],
  request: Partial<RevocationRequest> = {},
) => codeOf(() => check(leaf, crls, request))

export const refusal = (
  leaf: Leaf | Authority,
  crls: readonly Uint8Array[],
  request: Partial<RevocationRequest> = {},
) => refusalOf(() => check(leaf, crls, request))

export const warnings = (
  leaf: Leaf | Authority,
  crls: readonly Uint8Array[],
  request: Partial<RevocationRequest> = {},
) => check(leaf, crls, request).warnings
