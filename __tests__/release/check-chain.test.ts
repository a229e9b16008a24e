import { describe, expect, test } from '@jest/globals'
import { certificatePem, createAuthority, crlPem, extension, purpose } from '../../dev/pki.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { type CheckChainRequest, checkChain } from '../../src/release/check-chain.ts'
import { refusalOf } from '../support/refusal.ts'

const now = new Date('2026-11-24T12:00:00Z')
const root = createAuthority({ subject: 'Root' })
const ca = root.issueAuthority({ subject: 'CA' })
const leaf = ca.issue({ subject: 'Leaf' })

const pems = (...ders: readonly Uint8Array[]) => ({ name: 'chain.pem', bytes: utf8(ders.map(certificatePem).join('')) })
const crlFile = (...ders: readonly Uint8Array[]) => ({ name: 'crl.pem', bytes: utf8(ders.map(crlPem).join('')) })

const check = (request: Partial<CheckChainRequest> = {}) =>
  checkChain(
    {
      rootCertificates: [pems(root.certificate)],
      certificateChain: pems(leaf.certificate, ca.certificate),
      intermediates: [],
      at: undefined,
      profile: 'code-signing',
      purpose: undefined,
      crls: [],
      crlScope: 'path',
      ...request,
    },
    { clock: () => now },
  )

test('a valid chain', () => {
  expect(check()).toEqual({
    valid: true,
    path: [
      { subject: 'CN=Leaf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { subject: 'CN=CA', sha256: expect.any(String) },
      { subject: 'CN=Root', sha256: expect.any(String) },
    ],
    at: '2026-11-24T12:00:00.000Z',
    revocation: 'not-checked',
    warnings: [],
  })
})

describe('which certificate is looked at', () => {
  const subject = (...ders: readonly Uint8Array[]) => check({ certificateChain: pems(...ders) }).path[0]?.subject

  test('the one that issued none of the others, wherever it stands', () => {
    expect(subject(leaf.certificate, ca.certificate, root.certificate)).toBe('CN=Leaf')
    expect(subject(root.certificate, ca.certificate, leaf.certificate)).toBe('CN=Leaf')
    expect(subject(ca.certificate, leaf.certificate)).toBe('CN=Leaf')
  })

  test('the first, where it issued none', () => {
    const other = ca.issue({ subject: 'Other' })
    expect(subject(leaf.certificate, other.certificate, ca.certificate)).toBe('CN=Leaf')
    expect(subject(other.certificate, leaf.certificate, ca.certificate)).toBe('CN=Other')
  })

  test('one that cannot be read is never passed over for its issuer', () => {
    const broken = ca.issue({ extensions: { keyUsage: { ...extension.keyUsage(), value: Uint8Array.of(5, 0) } } })
    for (const chain of [pems(broken.certificate, ca.certificate), pems(ca.certificate, broken.certificate)]) {
      const report = check({ certificateChain: chain, profile: 'rfc5280', purpose: 'any' })
      expect(report).toMatchObject({ valid: false, path: [], code: 'certificate-extension-malformed' })
    }
  })
})

test('intermediates from other files, broken ones among them', () => {
  const broken = { name: 'broken', bytes: ca.certificate.with(-1, 0).slice(0, -1) }
  const intermediates = [pems(ca.certificate)]
  expect(check({ certificateChain: pems(leaf.certificate), intermediates })).toMatchObject({ valid: true })
  expect(check({ certificateChain: pems(leaf.certificate), intermediates: [broken, ...intermediates] })).toMatchObject({
    valid: true,
  })
})

test('what is wrong stands in the report', () => {
  expect(check({ at: new Date('2036-01-01T00:00:00Z') })).toEqual({
    valid: false,
    path: [],
    at: '2036-01-01T00:00:00.000Z',
    revocation: 'not-checked',
    warnings: [],
    code: 'certificate-expired',
    message: expect.stringMatching(/CN=Leaf.*SHA-256 [0-9a-f]{64}.*\[RFC 5280 section 6\.1\.3 /),
    hint: expect.any(String),
  })
  expect(check({ certificateChain: { name: 'a', bytes: utf8('b') } })).toMatchObject({
    valid: false,
    code: 'pem-invalid',
  })
  expect(check({ rootCertificates: [pems(createAuthority().certificate)] })).toMatchObject({ code: 'path-not-found' })
})

test('profile and purpose', () => {
  const sloppy = ca.issue({ profile: 'none' })
  const certificateChain = pems(sloppy.certificate, ca.certificate)
  expect(check({ certificateChain })).toMatchObject({ code: 'extended-key-usage-missing' })
  expect(check({ certificateChain, profile: 'rfc5280' })).toMatchObject({ valid: true })
  expect(check({ certificateChain, purpose: 'any' })).toMatchObject({ valid: true })
  expect(check({ purpose: purpose.timeStamping })).toMatchObject({ code: 'extended-key-usage-mismatch' })
  expect(check({ policy: { requireExplicitPolicy: true } })).toMatchObject({ code: 'path-policy-missing' })
})

test('revocation, for the leaf or the whole path', () => {
  const good = crlFile(ca.crl())
  const revoked = crlFile(ca.crl({ revoked: [{ serial: leaf.serial, date: new Date('2026-01-01T00:00:00Z') }] }))
  expect(check({ crls: [good] })).toMatchObject({ valid: false, code: 'crl-missing' })
  expect(check({ crls: [good], crlScope: 'leaf' })).toMatchObject({ valid: true, revocation: 'good' })
  expect(check({ crls: [good, crlFile(root.crl())] })).toMatchObject({ valid: true, revocation: 'good' })
  expect(check({ crls: [revoked, crlFile(root.crl())] })).toMatchObject({ valid: false, code: 'certificate-revoked' })
})

test('wrong usage is thrown', () => {
  expect(refusalOf(() => check({ rootCertificates: [] }))?.code).toBe('usage')
  expect(refusalOf(() => check({ purpose: 'codeSigning' }))?.code).toBe('usage')
  expect(refusalOf(() => check({ policy: { initialPolicies: ['1.02'] } }))?.code).toBe('usage')
  const key = { name: 'key.pem', bytes: utf8(leaf.key.privateKeyPem) }
  expect(refusalOf(() => check({ certificateChain: key }))?.code).toBe('private-key-in-input')
})
