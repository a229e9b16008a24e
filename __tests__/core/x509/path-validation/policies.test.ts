import { describe, expect, test } from '@jest/globals'
import {
  type Authority,
  cpsQualifier,
  createAuthority,
  critical,
  type Extension,
  extension,
  type Leaf,
} from '../../../../dev/pki.ts'
import { integer, objectIdentifier, sequence } from '../../../../src/core/der/writer.ts'
import { limits } from '../../../../src/core/limits.ts'
import type { PolicyInputs } from '../../../../src/core/x509/path-validation.ts'
import { inRfc5280, leafWith, verdict } from '../../../support/path.ts'

// Items 39 to 41: certificate policies.

const any = '2.5.29.32.0'
const [p1, p2, p3, p4] = ['1.2.3.1', '1.2.3.2', '1.2.3.3', '1.2.3.4'] as const
const { certificatePolicies: policies, policyMappings, policyConstraints, inhibitAnyPolicy } = extension
const map = (from: string, to: string) => policyMappings({ from, to })
const explicit = { requireExplicitPolicy: true }

const list = (...extensions: readonly Extension[]) =>
  Object.fromEntries(extensions.map((one, i) => [`policy ${i}`, one]))

/** A path whose certificates below the root have these extensions, the leaf's last. */
function chain(...perCertificate: readonly (readonly Extension[])[]): Leaf {
  const [leaf = [], ...authorities] = perCertificate.toReversed()
  const last = authorities
    .toReversed()
    .reduce<Authority>(
      (above, extensions, i) => above.issueAuthority({ subject: `CA ${i}`, extensions: list(...extensions) }),
      createAuthority(),
    )
  return last.issue({ extensions: list(...leaf) })
}

const missing = 'path-policy-missing'
const judge = (leaf: Leaf, policy: PolicyInputs = {}) => {
  const strict = verdict(leaf, { policy })
  expect(inRfc5280(leaf, { policy })).toBe(strict)
  return strict
}

describe('39: policies along a path (RFC 5280 section 6.1, RFC 9618)', () => {
  test('asked for explicitly: in every certificate, and the same', () => {
    expect(judge(chain([policies(p1)], [policies(p1)]), explicit)).toBe('accepted')
    expect(judge(chain([policies(p1)], [policies(p2)]), explicit)).toBe(missing)
    expect(judge(chain([policies(p1)], []), explicit)).toBe(missing)
    expect(judge(chain([], [policies(p1)]), explicit)).toBe(missing)
    expect(judge(chain([policies(p1)], [policies(p2)]))).toBe('accepted')
    expect(judge(chain([], []))).toBe('accepted')
  })

  test('the caller’s own set', () => {
    const of = (...initialPolicies: string[]) => ({ ...explicit, initialPolicies })
    const leaf = chain([policies(p1, p2)], [policies(p1, p3)])
    expect(judge(leaf, of(p1))).toBe('accepted')
    expect(judge(leaf, of(p2))).toBe(missing)
    expect(judge(leaf, of(p3))).toBe(missing)
    expect(judge(leaf, of(p2, p1))).toBe('accepted')
    expect(judge(leaf, of(any))).toBe('accepted')
    expect(judge(leaf, of())).toBe(missing)
    expect(judge(chain([policies(any)], [policies(any)]), of(p4))).toBe('accepted')
    expect(judge(chain([policies(any)], [policies(p1)]), of(p4))).toBe(missing)
  })

  test('anyPolicy', () => {
    expect(judge(chain([policies(any)], [policies(p1)]), explicit)).toBe('accepted')
    expect(judge(chain([policies(p1)], [policies(any)]), explicit)).toBe('accepted')
    expect(judge(chain([policies(any)], [policies(any)]), explicit)).toBe('accepted')
  })

  test('anyPolicy inhibited, by the caller or by a CA above', () => {
    const inhibited = { ...explicit, inhibitAnyPolicy: true }
    expect(judge(chain([policies(p1)], [policies(any)]), inhibited)).toBe(missing)
    expect(judge(chain([policies(p1)], [policies(p1)]), inhibited)).toBe('accepted')
    expect(judge(chain([policies(p1), inhibitAnyPolicy(0)], [policies(any)]), explicit)).toBe(missing)
    expect(judge(chain([policies(p1), inhibitAnyPolicy(1)], [policies(any)]), explicit)).toBe('accepted')
    expect(judge(chain([policies(p1), inhibitAnyPolicy(1)], [policies(any)], [policies(p1)]), explicit)).toBe(
      'accepted',
    )
    expect(judge(chain([policies(p1), inhibitAnyPolicy(1)], [policies(p1)], [policies(any)]), explicit)).toBe(missing)
  })

  test('required by a CA: from there on, after a number of certificates', () => {
    const require = (skip: number) => policyConstraints({ requireExplicitPolicy: skip })
    expect(judge(chain([require(0)], []))).toBe(missing)
    expect(judge(chain([require(0), policies(p1)], [policies(p1)]))).toBe('accepted')
    expect(judge(chain([require(1)], []))).toBe(missing)
    expect(judge(chain([require(2)], []))).toBe('accepted')
    expect(judge(chain([require(1)], [], []))).toBe(missing)
    expect(judge(chain([require(2)], [], []))).toBe(missing)
    expect(judge(chain([require(3)], [], []))).toBe('accepted')
    // Raising it again below changes nothing.
    expect(judge(chain([require(0)], [require(5)], []))).toBe(missing)
    // In the leaf, only 0 says anything.
    expect(judge(chain([], [require(0)]))).toBe(missing)
    expect(judge(chain([], [require(1)]))).toBe('accepted')
  })

  test('required by the root', () => {
    const root = createAuthority({ extensions: list(policyConstraints({ requireExplicitPolicy: 0 })) })
    expect(judge(root.issueAuthority().issue())).toBe(missing)
    const one = list(policies(p1))
    expect(judge(root.issueAuthority({ extensions: one }).issue({ extensions: one }))).toBe('accepted')
  })

  test('mappings', () => {
    const mapped = chain([policies(p1), map(p1, p2)], [policies(p2)])
    expect(judge(mapped, explicit)).toBe('accepted')
    expect(judge(mapped, { ...explicit, initialPolicies: [p1] })).toBe('accepted')
    expect(judge(mapped, { ...explicit, initialPolicies: [p2] })).toBe(missing)
    // What was mapped away no longer holds under its old name.
    expect(judge(chain([policies(p1), map(p1, p2)], [policies(p1)]), explicit)).toBe(missing)
    expect(judge(chain([policies(p1), map(p3, p2)], [policies(p2)]), explicit)).toBe(missing)
    expect(judge(chain([policies(any), map(p1, p2)], [policies(p2)]), { ...explicit, initialPolicies: [p1] })).toBe(
      'accepted',
    )
  })

  test('mapping inhibited, by the caller or by a CA above', () => {
    const mapped = [[policies(p1), map(p1, p2)], [policies(p2)]] as const
    expect(judge(chain(...mapped), { ...explicit, inhibitPolicyMapping: true })).toBe(missing)
    const inhibit = (skip: number) => [policies(p1), policyConstraints({ inhibitPolicyMapping: skip })]
    expect(judge(chain(inhibit(0), ...mapped), explicit)).toBe(missing)
    expect(judge(chain(inhibit(1), ...mapped), explicit)).toBe('accepted')
    expect(judge(chain(inhibit(1), [policies(p1)], ...mapped), explicit)).toBe(missing)
    expect(judge(chain(inhibit(2), [policies(p1)], ...mapped), explicit)).toBe('accepted')
    expect(judge(chain(inhibit(0), [policies(p1)], [policies(p1)]), explicit)).toBe('accepted')
  })

  test('many policies mapped to many stay within bounds', () => {
    const count = 12
    const oid = (i: number) => `1.2.4.${i}`
    const all = Array.from({ length: count }, (_, i) => oid(i))
    const pairs = all.flatMap((from) => all.map((to) => ({ from, to })))
    const level = [policies(...all), policyMappings(...pairs)]
    const before = process.cpuUsage()
    expect(judge(chain(level, level, level, level, [policies(oid(0))]), explicit)).toBe('accepted')
    expect(process.cpuUsage(before).user).toBeLessThan(2_000_000)
  })

  test('too many of them', () => {
    const many = Array.from({ length: limits.policyNodes }, (_, i) => `1.2.4.${i}`)
    expect(judge(chain([policies(...many)], [policies(p1)]), explicit)).toBe('limit-exceeded')
  })
})

test('39: where mapping is inhibited, a policy that is mapped is lost', () => {
  const inhibiting = [policies(p1), policyConstraints({ inhibitPolicyMapping: 0 })]
  for (const last of [p1, p2]) {
    expect(judge(chain(inhibiting, [policies(p1), map(p1, p2)], [policies(last)]), explicit)).toBe(missing)
  }
  expect(judge(chain(inhibiting, [policies(p1), map(p3, p2)], [policies(p1)]), explicit)).toBe('accepted')
  expect(judge(chain([policies(p1)], [policies(p1), map(p1, p2)], [policies(p2)]), explicit)).toBe('accepted')
})

describe('40: qualifiers', () => {
  const unknown = sequence(objectIdentifier('1.2.3.4'), integer(1))
  const qualified = (qualifier: Uint8Array) => policies({ oid: p1, qualifiers: [qualifier] })

  test('an unknown one in critical policies', () => {
    expect(judge(chain([], [critical(qualified(unknown))]))).toBe('certificate-policy-qualifier')
    expect(judge(chain([critical(qualified(unknown))], []))).toBe('certificate-policy-qualifier')
    expect(judge(chain([], [qualified(unknown)]))).toBe('accepted')
    expect(judge(chain([], [critical(qualified(cpsQualifier('https://example.com/cps')))]))).toBe('accepted')
  })

  test('malformed', () => {
    const broken = sequence(objectIdentifier('1.3.6.1.5.5.7.2.1'), integer(1))
    expect(judge(chain([], [qualified(broken)]))).toBe('certificate-extension-malformed')
    expect(judge(chain([], [policies({ oid: p1, qualifiers: [] })]))).toBe('certificate-extension-malformed')
  })
})

describe('41: anyPolicy is never mapped, and no policy stands there twice', () => {
  test('mapping from or to anyPolicy', () => {
    for (const mapping of [map(any, p1), map(p1, any)]) {
      expect(judge(chain([policies(p1), mapping], [policies(p1)]))).toBe('path-policy-mapping')
    }
    expect(judge(chain([policies(p1), map(p1, p2)], [policies(p1)]))).toBe('accepted')
  })

  test('the same policy twice', () => {
    expect(verdict(leafWith({ extensions: list(policies(p1, p1)) }))).toBe('certificate-extension-malformed')
    expect(verdict(leafWith({ extensions: list(policies(p1, p2)) }))).toBe('accepted')
  })
})
