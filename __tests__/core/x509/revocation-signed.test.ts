import { describe, expect, test } from '@jest/globals'
import { type CrlOptions, createAuthority, extension, keyIdentifier, type RevokedEntry } from '../../../dev/pki.ts'
import { daysFrom, now, refusal, verdict, warnings } from '../../support/revocation.ts'

// Revocation of the signer of a sidecar: CRLs are of today, the signature is of the day its time-stamp token says.

const root = createAuthority({ subject: { O: 'Example', CN: 'Root' } })
const ca = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
const leaf = ca.issue()
/** genTime of an old token. */
const signedAt = new Date('2025-06-01T00:00:00Z')
const today = { thisUpdate: daysFrom(now, -1), nextUpdate: daysFrom(now, 6) }
const rootCrl = root.crl(today)
const before = daysFrom(signedAt, -30)
const after = daysFrom(signedAt, 30)

const entry = (more: Partial<RevokedEntry> = {}): RevokedEntry => ({ serial: leaf.serial, date: after, ...more })
const judge = (options: CrlOptions, request: Parameters<typeof verdict>[2] = {}) =>
  verdict(leaf, [rootCrl, ca.crl({ ...today, ...options })], { signedAt, ...request })
const judgeEntry = (more: Partial<RevokedEntry>) => judge({ revoked: [entry(more)] })

describe('freshness', () => {
  test("today's CRL serves an old token", () => {
    expect(judge({})).toBe('accepted')
  })

  test('a CRL of the time of the token does not, though it was in force then', () => {
    const then = { thisUpdate: daysFrom(signedAt, -1), nextUpdate: daysFrom(signedAt, 6) }
    expect(verdict(leaf, [rootCrl, ca.crl(then)], { signedAt })).toBe('crl-stale')
    expect(verdict(leaf, [root.crl(then), ca.crl(today)], { signedAt })).toBe('crl-stale')
    expect(refusal(leaf, [root.crl(then), ca.crl(today)], { signedAt })?.message).toContain('CN=Root,O=Example')
  })

  test('… unless the caller asks about that time', () => {
    const then = { thisUpdate: daysFrom(signedAt, -1), nextUpdate: daysFrom(signedAt, 6) }
    expect(verdict(leaf, [root.crl(then), ca.crl(then)], { signedAt, freshAt: signedAt })).toBe('accepted')
  })

  test('a stale CRL with a fresh one missing', () => {
    const stale = ca.crl({ thisUpdate: daysFrom(now, -9), nextUpdate: daysFrom(now, -2) })
    expect(verdict(leaf, [rootCrl, stale], { signedAt })).toBe('crl-stale')
    expect(refusal(leaf, [rootCrl, stale], { signedAt })?.message).toContain('CN=CA,O=Example')
    expect(verdict(leaf, [rootCrl, stale, ca.crl({ ...today, number: 2 })], { signedAt })).toBe('accepted')
  })

  test('the newest counts, also where it is not in force yet', () => {
    const later = ca.crl({ thisUpdate: daysFrom(now, 1), nextUpdate: daysFrom(now, 8), number: 2 })
    expect(verdict(leaf, [rootCrl, ca.crl(today), later], { signedAt })).toBe('crl-not-yet-valid')
  })

  test('an older CRL that lists nobody does not hide a newer one that does', () => {
    const older = ca.crl({ ...today, thisUpdate: daysFrom(now, -3), number: 1 })
    const newer = ca.crl({ ...today, revoked: [entry({ date: before })], number: 2 })
    expect(verdict(leaf, [rootCrl, older, newer], { signedAt })).toBe('certificate-revoked')
    expect(verdict(leaf, [rootCrl, newer, older], { signedAt })).toBe('certificate-revoked')
  })

  test('a missing CRL', () => {
    expect(verdict(leaf, [ca.crl(today)], { signedAt })).toBe('crl-missing')
    expect(verdict(leaf, [rootCrl], { signedAt })).toBe('crl-missing')
    expect(verdict(leaf, [ca.crl(today)], { signedAt, scope: 'leaf' })).toBe('accepted')
  })
})

describe('dates', () => {
  test('revoked before, at, and after the signature', () => {
    expect(judgeEntry({ date: before })).toBe('certificate-revoked')
    expect(judgeEntry({ date: signedAt })).toBe('certificate-revoked')
    expect(judgeEntry({ date: new Date(signedAt.getTime() + 1000) })).toBe('accepted')
    expect(judgeEntry({ date: after })).toBe('accepted')
  })

  test('a revocation after the signature is told', () => {
    const crl = ca.crl({ ...today, revoked: [entry()] })
    expect(warnings(leaf, [rootCrl, crl], { signedAt })).toEqual([expect.stringContaining('2025-07-01')])
    expect(warnings(leaf, [rootCrl, ca.crl(today)], { signedAt })).toEqual([])
  })

  test('invalid since before, or at, the signature, though revoked after it', () => {
    expect(judgeEntry({ invalidityDate: before })).toBe('certificate-revoked')
    expect(judgeEntry({ invalidityDate: signedAt })).toBe('certificate-revoked')
    expect(judgeEntry({ invalidityDate: daysFrom(signedAt, 1) })).toBe('accepted')
  })

  test('revoked before the signature, though invalid only since after it', () => {
    expect(judgeEntry({ date: before, invalidityDate: after })).toBe('certificate-revoked')
  })

  test('a compromise of the key, or of the CA, dated later than the token', () => {
    expect(judgeEntry({ reason: 'keyCompromise' })).toBe('certificate-revoked')
    expect(judgeEntry({ reason: 'cACompromise' })).toBe('certificate-revoked')
    expect(judgeEntry({ reason: 'keyCompromise', invalidityDate: after })).toBe('certificate-revoked')
    expect(judgeEntry({ reason: 'superseded' })).toBe('accepted')
    expect(judgeEntry({ reason: 'cessationOfOperation' })).toBe('accepted')
    expect(judgeEntry({ reason: 'certificateHold' })).toBe('accepted')
  })

  test('the compromise of an intermediate, likewise', () => {
    const of = (more: Partial<RevokedEntry>) => {
      const revoked = [{ serial: ca.serial, date: after, ...more }]
      return verdict(leaf, [root.crl({ ...today, revoked }), ca.crl(today)], { signedAt })
    }
    expect(of({ reason: 'cACompromise' })).toBe('certificate-revoked')
    expect(of({ reason: 'superseded' })).toBe('accepted')
    expect(of({ date: before })).toBe('certificate-revoked')
  })

  test('listed twice: the worse counts', () => {
    expect(judge({ revoked: [entry(), entry({ date: before })] })).toBe('certificate-revoked')
    expect(judge({ revoked: [entry({ date: before }), entry()] })).toBe('certificate-revoked')
  })

  test('a compromise in a newer delta', () => {
    const base = ca.crl({ ...today, number: 10 })
    const delta = ca.crl({
      ...today,
      number: 11,
      extensions: [extension.deltaCrlIndicator(10)],
      revoked: [entry({ reason: 'keyCompromise' })],
    })
    expect(verdict(leaf, [rootCrl, base, delta], { signedAt })).toBe('certificate-revoked')
  })
})

describe('the signer of time stamps, revoked later than the token (RFC 3161 section 4)', () => {
  const stamping = (more: Partial<RevokedEntry>, ofTimeStamps = true) =>
    judge({ revoked: [entry(more)] }, { ofTimeStamps })

  test.each(['unspecified', 'affiliationChanged', 'superseded', 'cessationOfOperation'] as const)(
    'for %s: tokens from before stay good',
    (reason) => {
      expect(stamping({ reason })).toBe('accepted')
      expect(stamping({ reason, date: before })).toBe('certificate-revoked')
    },
  )

  test.each(['keyCompromise', 'cACompromise', 'certificateHold', 'privilegeWithdrawn', 'aACompromise'] as const)(
    'for %s: no token is good',
    (reason) => {
      expect(stamping({ reason })).toBe('certificate-revoked')
    },
  )

  test('for no reason that is given: no token is good', () => {
    expect(stamping({})).toBe('certificate-revoked')
    expect(stamping({}, false)).toBe('accepted')
    const crl = ca.crl({ ...today, revoked: [entry()] })
    expect(refusal(leaf, [rootCrl, crl], { signedAt, ofTimeStamps: true })?.message).toContain('reason code not given')
  })
})

describe('a certificate that has expired since', () => {
  const expiredOn = new Date('2025-09-01T00:00:00Z')
  const expired = ca.issue({ notAfter: expiredOn })
  const expiredSince = (date: Date) => ({ extensions: [extension.expiredCertsOnCrl(date)] })
  const of = (options: CrlOptions, scope: 'leaf' | 'path' = 'path') =>
    verdict(expired, [rootCrl, ca.crl({ ...today, ...options })], { signedAt, scope })

  test('an entry dropped after expiry: a CRL that does not keep them tells nothing', () => {
    expect(of({})).toBe('crl-silent-on-expired')
    expect(of({}, 'leaf')).toBe('crl-silent-on-expired')
    const crls = [rootCrl, ca.crl(today)]
    expect(refusal(expired, crls, { signedAt })?.message).toContain('CN=CA,O=Example')
  })

  test('a CRL that keeps them back to then', () => {
    expect(of(expiredSince(new Date('2025-01-01T00:00:00Z')))).toBe('accepted')
    expect(of(expiredSince(new Date('2025-09-01T00:00:00Z')))).toBe('accepted')
    expect(of(expiredSince(new Date('2025-09-01T00:00:01Z')))).toBe('crl-silent-on-expired')
  })

  test('listed all the same', () => {
    const revoked = [{ serial: expired.serial, date: before }]
    expect(of({ revoked })).toBe('certificate-revoked')
    expect(of({ revoked, ...expiredSince(before) })).toBe('certificate-revoked')
    // It still tells of those that it lists.
    expect(of({ revoked: [{ serial: expired.serial, date: after }] })).toBe('accepted')
  })

  test('a CRL from before it expired', () => {
    const then = { thisUpdate: new Date('2025-08-31T00:00:00Z'), nextUpdate: daysFrom(now, 1) }
    expect(of(then)).toBe('accepted')
    expect(of({ ...then, thisUpdate: new Date('2025-09-01T00:00:00Z') })).toBe('accepted')
    expect(of({ ...then, thisUpdate: new Date('2025-09-01T00:00:01Z') })).toBe('crl-silent-on-expired')
  })

  test('a delta that took the entry off when it expired', () => {
    const since = extension.expiredCertsOnCrl(before)
    const base = { ...today, number: 10, thisUpdate: new Date('2025-08-31T00:00:00Z') }
    const listed = (reason: 'superseded' | 'certificateHold') =>
      ca.crl({ ...base, revoked: [{ serial: expired.serial, date: before, reason }] })
    const removal = [{ serial: expired.serial, date: after, reason: 'removeFromCRL' as const }]
    const delta = (extensions: CrlOptions['extensions'] & {}, revoked: readonly RevokedEntry[] = []) =>
      ca.crl({ ...today, number: 11, extensions: [extension.deltaCrlIndicator(10), ...extensions], revoked })
    const judgeDelta = (...crls: Uint8Array[]) => verdict(expired, [rootCrl, ...crls], { signedAt })
    expect(judgeDelta(listed('superseded'), delta([since], removal))).toBe('certificate-revoked')
    expect(judgeDelta(listed('certificateHold'), delta([since], removal))).toBe('certificate-revoked')
    const lastDay = {
      thisUpdate: expiredOn,
      number: 11,
      extensions: [extension.deltaCrlIndicator(10)],
      revoked: removal,
    }
    const toTheLast = ca.crl({ ...today, ...lastDay })
    expect(judgeDelta(listed('certificateHold'), toTheLast)).toBe('accepted')
    expect(judgeDelta(ca.crl(base), delta([]))).toBe('crl-silent-on-expired')
    expect(judgeDelta(ca.crl(base), delta([since]))).toBe('accepted')
  })
})

describe('certificates that whoever made the sidecar put in', () => {
  const renewed = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
  const keyId = extension.subjectKeyIdentifier(keyIdentifier(renewed.key.publicKey))
  // The old key's last CRL is still fresh; that the leaf is revoked only the new key's says.
  const crls = [rootCrl, ca.crl(today), renewed.crl({ ...today, revoked: [entry({ date: before })] })]
  // Of the leaf alone: else what is left of the bound fails the next certificate, whoever swallowed the first refusal.
  const judgeBehind = (put: readonly Uint8Array[]) =>
    verdict(leaf, crls, { signedAt, scope: 'leaf', intermediates: [...put, renewed.certificate] })

  test('do not push aside the one that a CRL is checked with', () => {
    const other = createAuthority().certificate
    expect(judgeBehind([])).toBe('certificate-revoked')
    expect(judgeBehind(Array.from({ length: 64 }, () => other))).toBe('certificate-revoked')
  })

  test('and one that was left out does not hide what a CRL lists', () => {
    const without = (listing: readonly Uint8Array[], request: Parameters<typeof verdict>[2] = {}) =>
      verdict(leaf, [ca.crl(today), ...listing], { signedAt, scope: 'leaf', ...request })
    const listing = renewed.crl({ ...today, revoked: [entry({ date: before })] })
    expect(without([listing])).toBe('crl-signer-unknown')
    expect(refusal(leaf, [ca.crl(today), listing], { signedAt, scope: 'leaf' })?.message).toContain('CN=CA,O=Example')
    expect(without([renewed.crl(today)])).toBe('accepted')
    // At one instant RFC 5280 passes over what cannot be checked.
    expect(without([listing], { signedAt: undefined })).toBe('accepted')
  })

  test('end in a refusal when they use up what may be tried, though another CRL calls the leaf good', () => {
    const decoys = Array.from({ length: 64 }, () =>
      createAuthority({ subject: { O: 'Example', CN: 'CA' }, extensions: { subjectKeyIdentifier: keyId } }),
    )
    const intermediates = [...decoys.map(({ certificate }) => certificate), renewed.certificate]
    expect(judgeBehind(intermediates)).toBe('limit-exceeded')
    expect(verdict(leaf, crls, { scope: 'leaf', intermediates })).toBe('limit-exceeded')
  })

  test('… or when they use them up on the way from the signer of the CRL to the root', () => {
    const middle = root.issueAuthority({ subject: 'Middle', extensions: { subjectKeyIdentifier: null } })
    const signer = middle.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
    // They go by the key identifier that the signer names, which the one that did issue it does not bear.
    const named = extension.subjectKeyIdentifier(keyIdentifier(middle.key.publicKey))
    const decoys = Array.from({ length: 64 }, () =>
      createAuthority({ subject: 'Middle', extensions: { subjectKeyIdentifier: named } }),
    )
    const unfit = root.issueAuthority({
      subject: { O: 'Example', CN: 'CA' },
      key: signer.key,
      extensions: { keyUsage: extension.keyUsage('keyCertSign') },
    })
    const listing = signer.crl({ ...today, revoked: [entry({ date: before })] })
    const judgeAmong = (put: readonly Uint8Array[]) =>
      verdict(leaf, [ca.crl(today), listing], {
        signedAt,
        scope: 'leaf',
        intermediates: [...put, middle.certificate, signer.certificate, unfit.certificate],
      })
    expect(judgeAmong([])).toBe('certificate-revoked')
    expect(judgeAmong(decoys.map(({ certificate }) => certificate))).toBe('limit-exceeded')
  })

  test('… or when they hide that the signer of a CRL was revoked itself', () => {
    const renewedRoot = root.issueAuthority({ subject: { O: 'Example', CN: 'Root' } })
    const named = extension.subjectKeyIdentifier(keyIdentifier(renewedRoot.key.publicKey))
    const decoys = Array.from({ length: 64 }, () =>
      createAuthority({ subject: { O: 'Example', CN: 'Root' }, extensions: { subjectKeyIdentifier: named } }),
    )
    const crls = [
      renewed.crl(today),
      renewedRoot.crl({ ...today, revoked: [{ serial: renewed.serial, date: before, reason: 'keyCompromise' }] }),
    ]
    const judgeAmong = (put: readonly Uint8Array[]) =>
      verdict(leaf, crls, {
        signedAt,
        scope: 'leaf',
        intermediates: [...put, renewed.certificate, renewedRoot.certificate],
      })
    expect(judgeAmong([])).toBe('crl-signer-untrusted')
    const withoutIts = { signedAt, scope: 'leaf' as const, intermediates: [renewed.certificate] }
    expect(verdict(leaf, crls, withoutIts)).toBe('crl-signer-untrusted')
    expect(verdict(leaf, crls, { ...withoutIts, signedAt: undefined })).toBe('accepted')
    expect(judgeAmong(decoys.map(({ certificate }) => certificate))).toBe('limit-exceeded')
  })
})
