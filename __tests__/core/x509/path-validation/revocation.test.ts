import { describe, expect, test } from '@jest/globals'
import { createAuthority, critical, extension, generateKey, rawExtension } from '../../../../dev/pki.ts'
import { derNull } from '../../../../src/core/der/writer.ts'
import { parseCrl } from '../../../../src/core/x509/crl.ts'
import type { CertificationPath } from '../../../../src/core/x509/path.ts'
import { createRevocationChecker, type RevocationRequest } from '../../../../src/core/x509/revocation.ts'
import { at, pathFor, verdict } from '../../../support/path.ts'
import { codeOf } from '../../../support/refusal.ts'

// Items 49 to 52, as part of looking for a path. CRLs themselves: crl.test.ts; scopes, indirect and delta CRLs:
// revocation.test.ts; the signer of a sidecar: revocation-signed.test.ts.

const root = createAuthority({ subject: 'Root' })
const key = generateKey('ECC_NIST_P256')
const ca = root.issueAuthority({ subject: 'CA', key })
const leaf = ca.issue()
const date = new Date('2026-11-02T00:00:00Z')

const accept =
  (crls: readonly Uint8Array[], request: Partial<RevocationRequest> = {}) =>
  (path: CertificationPath): void => {
    const when = { scope: 'path' as const, freshAt: at, signedAt: undefined, intermediates: [], ...request }
    createRevocationChecker(crls.map((der) => parseCrl(der))).check(path, when)
  }

describe('49: a CRL that counts', () => {
  const judge = (crl: () => Uint8Array) => codeOf(() => pathFor(leaf, { accept: accept([root.crl(), crl()]) }))

  test('is whole, signed by the issuer, in force, and understood', () => {
    expect(judge(() => ca.crl())).toBe('accepted')
    expect(judge(() => ca.crl({ revoked: [{ serial: leaf.serial, date }] }))).toBe('certificate-revoked')
    expect(judge(() => ca.crl({ mutateSignature: (bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1) }))).toBe(
      'crl-signature-invalid',
    )
    expect(judge(() => ca.crl({ nextUpdate: new Date('2026-11-24T11:59:59Z') }))).toBe('crl-stale')
    expect(judge(() => ca.crl({ thisUpdate: new Date('2026-11-24T12:00:01Z') }))).toBe('crl-not-yet-valid')
    expect(judge(() => ca.crl({ number: null }))).toBe('crl-invalid')
    expect(judge(() => ca.crl({ extensions: [critical(rawExtension('1.2.3', derNull()))] }))).toBe(
      'crl-extension-unknown',
    )
    expect(judge(() => root.crl())).toBe('crl-missing')
  })

  test('is signed by a CA that may', () => {
    const mute = root.issueAuthority({ subject: 'Mute', extensions: { keyUsage: extension.keyUsage('keyCertSign') } })
    expect(verdict(mute.issue(), { accept: accept([root.crl(), mute.crl()]) })).toBe('crl-signer-unfit')
  })
})

test('50: a revoked intermediate lets another path be tried', () => {
  const second = root.issueAuthority({ subject: 'CA', key })
  const crls = [root.crl({ revoked: [{ serial: ca.serial, date }] }), ca.crl()]
  const both = [ca.certificate, second.certificate]
  expect(verdict(leaf, { accept: accept(crls) })).toBe('certificate-revoked')
  for (const intermediates of [both, both.toReversed()]) {
    const path = pathFor(leaf, { intermediates, accept: accept(crls, { intermediates }) })
    expect(path.certificates[1]?.serial).toBe(second.serial)
  }
})

test('51: without a CRL nothing is found good', () => {
  expect(verdict(leaf)).toBe('accepted')
  expect(verdict(leaf, { accept: accept([]) })).toBe('crl-missing')
  const { concerns } = createRevocationChecker([parseCrl(createAuthority({ subject: 'Other' }).crl())])
  expect(concerns(pathFor(leaf))).toBe(false)
  expect(createRevocationChecker([parseCrl(root.crl())]).concerns(pathFor(leaf))).toBe(true)
  expect(createRevocationChecker([parseCrl(ca.crl())]).concerns(pathFor(leaf))).toBe(true)
  const others = createAuthority({ subject: 'Other' }).crl()
  expect(createRevocationChecker([others, ca.crl()].map((der) => parseCrl(der))).concerns(pathFor(leaf))).toBe(true)
})

test('52: revoked after it had signed, unless its key was compromised', () => {
  const signedAt = new Date('2026-11-01T00:00:00Z')
  const judge = (reason: 'superseded' | 'keyCompromise') => {
    const crl = ca.crl({ revoked: [{ serial: leaf.serial, date, reason }] })
    return verdict(leaf, { at: signedAt, accept: accept([root.crl(), crl], { signedAt }) })
  }
  expect(judge('superseded')).toBe('accepted')
  expect(judge('keyCompromise')).toBe('certificate-revoked')
})
