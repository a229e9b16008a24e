import { describe, expect, test } from '@jest/globals'
import { createAuthority, extension, generalName, utf8String } from '../../../dev/pki.ts'
import { anyPolicy, smtpUtf8Mailbox } from '../../../src/core/x509/object-identifiers.ts'
import type { PolicyInputs } from '../../../src/core/x509/path-validation.ts'
import { verdict } from '../../support/path.ts'

const one = '1.3.6.1.4.1.99999.1'
const two = '1.3.6.1.4.1.99999.2'
const policies = (...oids: string[]) => ({ policies: extension.certificatePolicies(...oids) })
const root = createAuthority({ subject: 'Root' })

describe('policy inputs', () => {
  const leafBelow = (caPolicies: string[], leafExtensions = policies(one)) =>
    root.issueAuthority({ subject: 'CA', extensions: policies(...caPolicies) }).issue({ extensions: leafExtensions })
  const asked = (leaf: ReturnType<typeof leafBelow>, policy: PolicyInputs) =>
    verdict(leaf, { policy: { requireExplicitPolicy: true, ...policy } })

  test('anyPolicy inhibited from the first certificate on', () => {
    const leaf = leafBelow([anyPolicy])
    expect(asked(leaf, {})).toBe('accepted')
    expect(asked(leaf, { inhibitAnyPolicy: true })).toBe('path-policy-missing')
  })

  test('any policy among those asked for, and none at all', () => {
    const leaf = leafBelow([one])
    expect(asked(leaf, { initialPolicies: [two] })).toBe('path-policy-missing')
    expect(asked(leaf, { initialPolicies: [two, anyPolicy] })).toBe('accepted')
    expect(asked(leaf, { initialPolicies: [] })).toBe('path-policy-missing')
    expect(asked(leafBelow([anyPolicy], policies(anyPolicy)), { initialPolicies: [] })).toBe('path-policy-missing')
    expect(asked(leafBelow([anyPolicy], policies(anyPolicy)), { initialPolicies: [two] })).toBe('accepted')
  })

  test('a leaf that requires a policy itself', () => {
    const requiring = (skip: number) => {
      const constraints = extension.policyConstraints({ requireExplicitPolicy: skip })
      return root.issueAuthority({ subject: 'CA' }).issue({ extensions: { constraints } })
    }
    expect(verdict(requiring(0))).toBe('path-policy-missing')
    expect(verdict(requiring(1))).toBe('accepted')
  })

  test('one mapping of anyPolicy among others is one too many', () => {
    const mapping = (...pairs: { from: string; to: string }[]) =>
      verdict(
        root
          .issueAuthority({ extensions: { ...policies(one), mappings: extension.policyMappings(...pairs) } })
          .issue({ extensions: policies(two) }),
      )
    expect(mapping({ from: one, to: two })).toBe('accepted')
    expect(mapping({ from: one, to: two }, { from: two, to: anyPolicy })).toBe('path-policy-mapping')
    expect(mapping({ from: anyPolicy, to: two }, { from: one, to: two })).toBe('path-policy-mapping')
  })
})

describe('name constraints, seldom seen', () => {
  const below = (names: Parameters<typeof extension.nameConstraints>[0], ...san: Uint8Array[]) =>
    verdict(root.issueAuthority({ extensions: { names: extension.nameConstraints(names) } }).issue({ san }))

  test('an international mailbox is no way around constraints on mailboxes', () => {
    const mailbox = generalName.otherName(smtpUtf8Mailbox, utf8String('ä@example.com'))
    const other = generalName.otherName('1.2.3', utf8String('ä@example.com'))
    for (const names of [
      { permitted: [generalName.email('example.com')] },
      { excluded: [generalName.email('a.org')] },
    ]) {
      expect(below(names, mailbox)).toBe('path-name-unconstrainable')
      expect(below(names, other)).toBe('accepted')
    }
    expect(below({ excluded: [generalName.dns('example.com')] }, mailbox)).toBe('accepted')
  })

  test('a host above an excluded one is not excluded, a wildcard above it is', () => {
    const names = { excluded: [generalName.dns('a.example.com')] }
    expect(below(names, generalName.dns('example.com'))).toBe('accepted')
    expect(below(names, generalName.dns('*.example.com'))).toBe('path-name-excluded')
    expect(below(names, generalName.dns('*.com'))).toBe('accepted')
  })
})
