import { describe, expect, test } from '@jest/globals'
import { createAuthority, extension, generalName } from '../../../dev/pki.ts'
import { bytesToHex } from '../../../src/core/bytes.ts'
import { sha256Hex } from '../../../src/core/crypto.ts'
import { ReleaseSigningError } from '../../../src/core/error.ts'
import { pathFor } from '../../support/path.ts'
import { refusalOf } from '../../support/refusal.ts'

// Of several paths that fail, the one that came furthest is told.

const root = createAuthority({ subject: 'Root' })
const ca = root.issueAuthority({ subject: 'CA' })
const leaf = ca.issue({ subject: 'Leaf' })
const expired = { notAfter: new Date('2026-01-01T00:00:00Z') }
const again = { subject: 'CA', key: ca.key }

const told = (intermediates: readonly Uint8Array[], choices = {}) =>
  refusalOf(() => pathFor(leaf, { intermediates, ...choices }))

test('every refusal names certificate, rule and what to do', () => {
  expect(told([root.issueAuthority({ ...again, ...expired }).certificate])).toMatchObject({
    code: 'certificate-expired',
    message: expect.stringContaining('CN=CA'),
    certificate: { subject: 'CN=CA', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    rule: 'RFC 5280 section 6.1.3 (a)(2)',
    hint: expect.any(String),
  })
})

describe('the furthest failure', () => {
  const other = createAuthority({ subject: 'Other root' })
  const elsewhere = other.issueAuthority(again).certificate
  const late = root.issueAuthority({ ...again, ...expired }).certificate
  const impostor = createAuthority({ subject: 'CA' }).certificate
  const constrained = root.issueAuthority({
    ...again,
    extensions: { names: extension.nameConstraints({ excluded: [generalName.directory('Leaf')] }) },
  }).certificate

  test.each<[string, readonly Uint8Array[], string]>([
    ['nothing there', [], 'path-not-found'],
    ['an impostor', [impostor], 'authority-key-identifier-mismatch'],
    ['an impostor and a path to nowhere', [impostor, elsewhere], 'path-not-found'],
    ['a path to nowhere and an expired one', [elsewhere, late, impostor], 'path-not-found'],
    ['an expired one', [late, impostor], 'certificate-expired'],
    ['one that reaches the root', [constrained, elsewhere, late], 'path-name-excluded'],
  ])('%s', (_, intermediates, code) => {
    expect(told(intermediates)?.code).toBe(code)
    expect(told(intermediates.toReversed())?.code).toBe(code)
  })

  test('one that is valid but not wanted', () => {
    const refusal = new ReleaseSigningError('certificate-revoked', 'revoked')
    const accept = () => {
      throw refusal
    }
    expect(told([constrained, ca.certificate, elsewhere], { accept })).toBe(refusal)
  })

  test('a defect of the caller is no failure of the path', () => {
    const accept = () => {
      throw new RangeError('defect')
    }
    expect(() => pathFor(leaf, { accept })).toThrow(RangeError)
  })
})

test('no issuer: tells of certificates that could not be read', () => {
  const broken = ca.certificate.slice(0, -1)
  const refusal = told([broken])
  expect(refusal?.message).toContain('1 of the certificates given cannot be read')
  expect(refusal?.cause).toMatchObject({ code: 'der-invalid', certificate: { sha256: sha256Hex(broken) } })
})

test('a long name is repeated in part', () => {
  const long = ca.issue({ subject: 'x'.repeat(20_000), ...expired })
  expect(refusalOf(() => pathFor(long))?.message.length).toBeLessThan(1_000)
})

test('the path found: leaf first, anchor last', () => {
  const { certificates, anchor } = pathFor(leaf)
  expect(certificates.map(({ der }) => bytesToHex(der))).toEqual(
    [leaf.certificate, ca.certificate, root.certificate].map(bytesToHex),
  )
  expect(anchor.certificate).toBe(certificates[2])
})
