import { expect, test } from '@jest/globals'
import { createAuthority, generalName } from '../../dev/pki.ts'
import { checkIdentity, identitiesOf } from '../../src/core/policy.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'

const authority = createAuthority().issueAuthority()
const issue = (...san: Uint8Array[]) => parseCertificate(authority.issue({ subject: 'Signer', san }).certificate)
const email = { kind: 'san', value: 'release@example.com' } as const
const uri = { kind: 'san', value: 'https://example.com/' } as const
const dns = { kind: 'san', value: 'example.com' } as const

test.each([
  [generalName.email(email.value), email],
  [generalName.uri(uri.value), uri],
  [generalName.dns(dns.value), dns],
])('a name counts in its own form', (name, identity) => {
  expect(() => checkIdentity(issue(generalName.ip('192.0.2.1'), name), identity)).not.toThrow()
})

// Whoever may issue one form under name constraints may be barred from another.
test.each([
  [generalName.dns(email.value), email],
  [generalName.uri(email.value), email],
  [generalName.email(uri.value), uri],
  [generalName.dns(uri.value), uri],
  [generalName.email(dns.value), dns],
  [generalName.uri(dns.value), dns],
  [generalName.directory(dns.value), dns],
  [generalName.ip('192.0.2.1'), { kind: 'san', value: '192.0.2.1' } as const],
])('a name that reads like one of another form does not', (name, identity) => {
  expect(() => checkIdentity(issue(name), identity)).toThrow(expect.objectContaining({ code: 'identity-mismatch' }))
})

test('a leaf without names has no identity to compare', () => {
  const leaf = parseCertificate(authority.issue({ subject: 'Signer' }).certificate)
  expect(identitiesOf(leaf)).toEqual([])
  expect(() => checkIdentity(leaf, dns)).toThrow(
    expect.objectContaining({ code: 'identity-mismatch', message: expect.stringContaining('it is none') }),
  )
})
