import { describe, expect, test } from '@jest/globals'
import {
  type CrlOptions,
  createAuthority,
  type DistributionPoint,
  defaultDates,
  extension,
  generalName,
  generateKey,
  type Reason,
  type ReasonBit,
  rdn,
} from '../../../dev/pki.ts'
import { limits } from '../../../src/core/limits.ts'
import { daysFrom, now, refusal, verdict } from '../../support/revocation.ts'

const root = createAuthority({ subject: { O: 'Example', CN: 'Root' } })
const ca = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
const leaf = ca.issue()
const rootCrl = root.crl()
const date = new Date('2026-11-02T00:00:00Z')
const listed = [{ serial: leaf.serial, date }]
const uri = (text: string) => generalName.uri(`http://example.com/${text}`)
const idp = extension.issuingDistributionPoint

describe('complete CRLs, at one instant', () => {
  test('good by the CRL of every issuer in the path', () => {
    expect(verdict(leaf, [rootCrl, ca.crl()])).toBe('accepted')
  })

  test('listed: revoked, whatever the reason', () => {
    expect(verdict(leaf, [rootCrl, ca.crl({ revoked: listed })])).toBe('certificate-revoked')
    const reasons: readonly Reason[] = ['keyCompromise', 'superseded', 'certificateHold', 'privilegeWithdrawn']
    for (const reason of reasons) {
      const revoked = [{ serial: leaf.serial, date, reason }]
      expect(verdict(leaf, [rootCrl, ca.crl({ revoked })])).toBe('certificate-revoked')
    }
  })

  test('another serial number listed: good', () => {
    const revoked = [{ serial: leaf.serial + 1n, date }]
    expect(verdict(leaf, [rootCrl, ca.crl({ revoked })])).toBe('accepted')
  })

  test('an intermediate listed: revoked; not asked about with scope leaf', () => {
    const crls = [root.crl({ revoked: [{ serial: ca.serial, date }] }), ca.crl()]
    expect(verdict(leaf, crls)).toBe('certificate-revoked')
    expect(verdict(leaf, crls, { scope: 'leaf' })).toBe('accepted')
  })

  test('a CRL missing, of the leaf’s issuer or of another in the path', () => {
    expect(verdict(leaf, [rootCrl])).toBe('crl-missing')
    expect(refusal(leaf, [rootCrl])?.message).toContain('CN=CA,O=Example')
    expect(verdict(leaf, [ca.crl()])).toBe('crl-missing')
    expect(refusal(leaf, [ca.crl()])?.message).toContain('CN=Root,O=Example')
    expect(verdict(leaf, [ca.crl()], { scope: 'leaf' })).toBe('accepted')
    expect(verdict(leaf, [rootCrl], { scope: 'leaf' })).toBe('crl-missing')
    expect(verdict(leaf, [])).toBe('crl-missing')
  })

  test('the bounds of validity belong to it', () => {
    const crls = [rootCrl, ca.crl()]
    expect(verdict(leaf, crls, { freshAt: defaultDates.thisUpdate })).toBe('accepted')
    expect(verdict(leaf, crls, { freshAt: defaultDates.nextUpdate })).toBe('accepted')
    const withinLastSecond = new Date(defaultDates.nextUpdate.getTime() + 999)
    expect(verdict(leaf, crls, { freshAt: withinLastSecond })).toBe('accepted')
    const before = new Date(defaultDates.thisUpdate.getTime() - 1000)
    const after = new Date(defaultDates.nextUpdate.getTime() + 1000)
    expect(verdict(leaf, crls, { freshAt: before })).toBe('crl-not-yet-valid')
    expect(verdict(leaf, crls, { freshAt: after })).toBe('crl-stale')
    expect(refusal(leaf, crls, { freshAt: after })?.message).toContain('CN=CA,O=Example')
    expect(verdict(leaf, crls, { freshAt: new Date(Number.NaN) })).toBe('internal')
    expect(verdict(leaf, crls, { signedAt: new Date(Number.NaN) })).toBe('internal')
  })

  test('the newest in force at the instant counts, in any order', () => {
    const older = ca.crl({ revoked: listed, thisUpdate: daysFrom(now, -9), number: 1 })
    const newer = ca.crl({ thisUpdate: daysFrom(now, -1), number: 2 })
    const later = ca.crl({ revoked: listed, thisUpdate: daysFrom(now, 1), number: 3 })
    expect(verdict(leaf, [older, newer, rootCrl])).toBe('accepted')
    expect(verdict(leaf, [newer, older, rootCrl])).toBe('accepted')
    expect(verdict(leaf, [newer, later, rootCrl])).toBe('accepted')
    expect(verdict(leaf, [newer, later, rootCrl], { freshAt: daysFrom(now, 2) })).toBe('certificate-revoked')
    expect(verdict(leaf, [older, rootCrl])).toBe('certificate-revoked')
  })

  test('dates and numbers that contradict each other: the worse of both counts', () => {
    const earlier = { thisUpdate: daysFrom(now, -9), number: 9 }
    const later = { thisUpdate: daysFrom(now, -1), number: 2 }
    const both = (a: CrlOptions, b: CrlOptions) =>
      [
        [a, b],
        [b, a],
      ].map((crls) => verdict(leaf, [...crls.map((one) => ca.crl(one)), rootCrl]))
    expect(both(earlier, later)).toEqual(['accepted', 'accepted'])
    expect(both({ ...earlier, revoked: listed }, later)).toEqual(['certificate-revoked', 'certificate-revoked'])
    expect(both(earlier, { ...later, revoked: listed })).toEqual(['certificate-revoked', 'certificate-revoked'])
    expect(both({ ...earlier, nextUpdate: daysFrom(now, -2) }, later)).toEqual(['crl-stale', 'crl-stale'])
    // Level in one of the two: the other decides.
    expect(both({ ...earlier, number: 2, revoked: listed }, later)).toEqual(['accepted', 'accepted'])
  })

  test('two of one date and number that say different things: the worse of both counts', () => {
    const [silent, listing] = [ca.crl(), ca.crl({ revoked: listed })]
    const stale = ca.crl({ nextUpdate: daysFrom(now, -1) })
    for (const [a, b] of [[silent, listing] as const, [listing, silent] as const]) {
      expect(verdict(leaf, [a, b, rootCrl])).toBe('certificate-revoked')
    }
    expect(verdict(leaf, [silent, stale, rootCrl])).toBe('crl-stale')
    expect(verdict(leaf, [stale, silent, rootCrl])).toBe('crl-stale')
    expect(verdict(leaf, [silent, ca.crl(), rootCrl])).toBe('accepted')
  })

  test('of two issued at once, the higher number counts', () => {
    const low = ca.crl({ revoked: listed, number: 1 })
    const high = ca.crl({ number: 2 })
    expect(verdict(leaf, [low, high, rootCrl])).toBe('accepted')
    expect(verdict(leaf, [high, low, rootCrl])).toBe('accepted')
  })

  test('a newest CRL that is stale is not replaced by an older one that is not', () => {
    const stale = ca.crl({ thisUpdate: daysFrom(now, -2), nextUpdate: daysFrom(now, -1), number: 2 })
    const fresh = ca.crl({ number: 1 })
    expect(verdict(leaf, [stale, fresh, rootCrl])).toBe('crl-stale')
  })

  test('a stale CRL still knows who was revoked, but for those on hold', () => {
    const times = { thisUpdate: daysFrom(now, -2), nextUpdate: daysFrom(now, -1) }
    expect(verdict(leaf, [ca.crl({ ...times, revoked: listed }), rootCrl])).toBe('certificate-revoked')
    const held = [{ serial: leaf.serial, date, reason: 'certificateHold' as const }]
    expect(verdict(leaf, [ca.crl({ ...times, revoked: held }), rootCrl])).toBe('crl-stale')
  })

  test('the refusal names certificate, date and CRL', () => {
    const error = refusal(leaf, [rootCrl, ca.crl({ revoked: listed })])
    expect(error?.certificate?.subject).toBe('CN=Test Signer')
    expect(error?.message).toContain('2026-11-02')
    expect(error?.message).toContain('CN=CA,O=Example')
    expect(error?.rule).toContain('RFC 5280')
    expect(error?.message).not.toContain('invalid since')
    const invalidityDate = new Date('2026-10-05T00:00:00Z')
    const invalid = ca.crl({ revoked: [{ serial: leaf.serial, date, invalidityDate }] })
    expect(refusal(leaf, [rootCrl, invalid])?.message).toContain('invalid since 2026-10-05')
  })
})

describe('who signed a CRL', () => {
  test('a signature that is not the issuer’s', () => {
    const forged = createAuthority({ subject: { O: 'Example', CN: 'CA' } }).crl({
      overrides: { authorityKeyIdentifier: null },
    })
    expect(verdict(leaf, [rootCrl, forged])).toBe('crl-signature-invalid')
    const damaged = ca.crl({ mutateSignature: (bytes) => bytes.with(-1, (bytes.at(-1) ?? 0) ^ 1) })
    expect(verdict(leaf, [rootCrl, damaged])).toBe('crl-signature-invalid')
  })

  test('a forged CRL neither stands in for the true one nor displaces it', () => {
    const stranger = createAuthority({ subject: { O: 'Example', CN: 'CA' } })
    const clean = stranger.crl({ thisUpdate: daysFrom(now, -1), number: 99 })
    const smearing = stranger.crl({ thisUpdate: daysFrom(now, -1), number: 99, revoked: listed })
    expect(verdict(leaf, [rootCrl, clean, ca.crl({ revoked: listed })])).toBe('certificate-revoked')
    expect(verdict(leaf, [rootCrl, smearing, ca.crl()])).toBe('accepted')
  })

  test('a CA without cRLSign', () => {
    const unfit = root.issueAuthority({ extensions: { keyUsage: extension.keyUsage('keyCertSign') } })
    expect(verdict(unfit.issue(), [rootCrl, unfit.crl()])).toBe('crl-signer-unfit')
  })

  test('a CA without key usage may', () => {
    const plain = root.issueAuthority({ extensions: { keyUsage: null } })
    expect(verdict(plain.issue(), [rootCrl, plain.crl()])).toBe('accepted')
  })

  test('a certificate of the same name and another key, from the same anchor', () => {
    const crlSigner = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
    const crls = [rootCrl, crlSigner.crl()]
    expect(verdict(leaf, crls, { intermediates: [crlSigner.certificate] })).toBe('accepted')
    expect(verdict(leaf, crls)).toBe('crl-signer-unknown')
  })

  test('… which is no CA: only with cRLSign', () => {
    const signerWith = (keyUsage: ReturnType<typeof extension.keyUsage> | null) => {
      const key = generateKey('ECC_NIST_P256')
      const certificate = root.issue({
        subject: { O: 'Example', CN: 'CA' },
        key,
        profile: 'none',
        extensions: { keyUsage },
      }).certificate
      const crl = createAuthority({ subject: { O: 'Example', CN: 'CA' }, key }).crl()
      return verdict(leaf, [rootCrl, crl], { intermediates: [certificate] })
    }
    expect(signerWith(extension.keyUsage('cRLSign'))).toBe('accepted')
    expect(signerWith(extension.keyUsage('digitalSignature'))).toBe('crl-signer-unfit')
    expect(signerWith(null)).toBe('crl-signer-unfit')
  })

  test('… from another root, pinned or not: never', () => {
    const elsewhere = createAuthority({ subject: 'Elsewhere' }).issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
    const intermediates = [elsewhere.certificate, elsewhere.root]
    expect(verdict(leaf, [rootCrl, elsewhere.crl()], { intermediates })).toBe('crl-signer-untrusted')
  })

  test('… counts for nothing beside a CRL of the issuer’s own key, unless it knows more', () => {
    const crlSigner = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
    const intermediates = [crlSigner.certificate]
    const stale = ca.crl({ thisUpdate: daysFrom(now, -2), nextUpdate: daysFrom(now, -1) })
    expect(verdict(leaf, [rootCrl, stale, crlSigner.crl()], { intermediates })).toBe('crl-stale')
    expect(verdict(leaf, [rootCrl, ca.crl(), crlSigner.crl({ revoked: listed })], { intermediates })).toBe(
      'certificate-revoked',
    )
  })

  test('… whose own certificate is revoked: never', () => {
    const crlSigner = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
    const crls = [root.crl({ revoked: [{ serial: crlSigner.serial, date }] }), crlSigner.crl()]
    expect(verdict(leaf, crls, { intermediates: [crlSigner.certificate] })).toBe('crl-signer-untrusted')
  })

  test('a certificate does not vouch for itself', () => {
    const key = generateKey('ECC_NIST_P256')
    const selfVouching = root.issueAuthority({ subject: { O: 'Example', CN: 'Root' }, key })
    // Self-issued: its issuer's name is its own name, so that its own CRL has the name that is asked for.
    const intermediates = [selfVouching.certificate]
    expect(verdict(selfVouching, [selfVouching.crl()], { intermediates })).toBe('crl-missing')
    expect(verdict(selfVouching, [rootCrl])).toBe('accepted')
  })

  test('the signer’s certificate must be valid when the CRL is', () => {
    const freshAt = daysFrom(defaultDates.authorityNotAfter, 5)
    const times = { thisUpdate: daysFrom(freshAt, -1), nextUpdate: daysFrom(freshAt, 1) }
    const since = extension.expiredCertsOnCrl(defaultDates.notBefore)
    const crl = ca.crl({ ...times, extensions: [since] })
    expect(verdict(leaf, [crl], { scope: 'leaf', freshAt })).toBe('crl-signer-untrusted')
    const atBound = (bound: Date) =>
      verdict(leaf, [ca.crl({ thisUpdate: bound, nextUpdate: bound, extensions: [since] })], {
        scope: 'leaf',
        freshAt: bound,
      })
    expect(atBound(defaultDates.notBefore)).toBe('accepted')
    expect(atBound(defaultDates.authorityNotAfter)).toBe('accepted')
    const renewed = root.issueAuthority({
      subject: { O: 'Example', CN: 'CA' },
      key: ca.key,
      notAfter: defaultDates.rootNotAfter,
    })
    const intermediates = [renewed.certificate]
    expect(verdict(leaf, [crl], { scope: 'leaf', freshAt, intermediates })).toBe('accepted')
  })

  test('a broken certificate among the intermediates does no harm', () => {
    expect(verdict(leaf, [rootCrl, ca.crl()], { intermediates: [Uint8Array.of(1, 2, 3)] })).toBe('accepted')
  })

  test('more certificates of its issuer’s name than are tried', () => {
    const many = Array.from({ length: limits.certificates }, () =>
      root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } }),
    )
    const intermediates = many.map(({ certificate }) => certificate)
    const crl = createAuthority({ subject: { O: 'Example', CN: 'CA' } }).crl({
      overrides: { authorityKeyIdentifier: null },
    })
    expect(verdict(leaf, [rootCrl, crl], { intermediates })).toBe('limit-exceeded')
    expect(verdict(leaf, [rootCrl, crl], { intermediates: intermediates.slice(9) })).toBe('crl-signature-invalid')
  })

  test('more CRLs than are taken', () => {
    const crls = Array.from({ length: limits.crls }, () => ca.crl())
    expect(verdict(leaf, crls, { scope: 'leaf' })).toBe('accepted')
    expect(verdict(leaf, [...crls, rootCrl], { scope: 'leaf' })).toBe('limit-exceeded')
  })

  test('many certificates of one name and key, none of which leads to the root', () => {
    const stranger = createAuthority({ subject: 'Stranger' })
    const key = generateKey('ECC_NIST_P256')
    const many = Array.from({ length: 30 }, () => stranger.issueAuthority({ subject: { O: 'Example', CN: 'CA' }, key }))
    const intermediates = many.map(({ certificate }) => certificate)
    const crl = createAuthority({ subject: { O: 'Example', CN: 'CA' }, key }).crl()
    expect(verdict(leaf, [rootCrl, crl], { intermediates })).toBe('limit-exceeded')
  })
})

describe('scopes (issuing distribution points)', () => {
  const pointing = (...points: readonly DistributionPoint[]) =>
    ca.issue({ extensions: { crlDistributionPoints: extension.crlDistributionPoints(...points) } })
  const scoped = (scope: Parameters<typeof idp>[0], options: CrlOptions = {}) =>
    ca.crl({ ...options, extensions: [idp(scope)] })
  const leafVerdict = (subject: Parameters<typeof verdict>[0], ...crls: Uint8Array[]) =>
    verdict(subject, crls, { scope: 'leaf' })

  test('onlyContainsUserCerts tells nothing of a CA, onlyContainsCACerts nothing of a leaf', () => {
    expect(leafVerdict(leaf, scoped({ onlyUserCerts: true }))).toBe('accepted')
    expect(leafVerdict(leaf, scoped({ onlyCaCerts: true }))).toBe('crl-missing')
    expect(leafVerdict(leaf, scoped({ onlyAttributeCerts: true }))).toBe('crl-missing')
    // What tells nothing of a certificate is not asked, even where it lists its serial number.
    expect(leafVerdict(leaf, ca.crl(), scoped({ onlyCaCerts: true }, { revoked: listed }))).toBe('accepted')
    const below = ca.issueAuthority({ subject: 'Below' })
    expect(leafVerdict(below, scoped({ onlyUserCerts: true }))).toBe('crl-missing')
    expect(leafVerdict(below, scoped({ onlyCaCerts: true }))).toBe('accepted')
  })

  test('a CRL of one distribution point is for certificates that point there', () => {
    const crl = scoped({ names: [uri('a'), uri('b')] })
    expect(leafVerdict(pointing({ names: [uri('b')] }), crl)).toBe('accepted')
    expect(leafVerdict(pointing({ names: [uri('c')] }), crl)).toBe('crl-missing')
    expect(leafVerdict(leaf, crl)).toBe('crl-missing')
    expect(leafVerdict(pointing({ names: [uri('c')] }, { names: [uri('a')] }), crl)).toBe('accepted')
  })

  test('a CRL without a distribution point name is for all of its issuer', () => {
    expect(leafVerdict(pointing({ names: [uri('c')] }), ca.crl())).toBe('accepted')
  })

  test('a distribution point named as the issuer is the one implied', () => {
    const name = generalName.directory({ O: 'example', CN: 'ca' })
    expect(leafVerdict(leaf, scoped({ names: [name] }))).toBe('accepted')
  })

  test('names relative to the issuer', () => {
    const crl = scoped({ relativeName: rdn({ CN: 'Part 1' }) })
    const full = generalName.directory({ O: 'Example', CN: 'CA', OU: 'x' })
    expect(leafVerdict(pointing({ relativeName: rdn({ CN: 'Part 1' }) }), crl)).toBe('accepted')
    expect(leafVerdict(pointing({ relativeName: rdn({ CN: 'Part 2' }) }), crl)).toBe('crl-missing')
    expect(leafVerdict(pointing({ names: [full] }), crl)).toBe('crl-missing')
  })

  test('scopes are told apart: the newest of one does not stand in for the other', () => {
    const subject = pointing({ names: [uri('a')] })
    const fresh = scoped({ names: [uri('a')] }, { thisUpdate: daysFrom(now, -1) })
    const listing = ca.crl({ revoked: [{ serial: subject.serial, date }] })
    expect(leafVerdict(subject, fresh, listing)).toBe('certificate-revoked')
  })

  describe('reasons', () => {
    const some: readonly ReasonBit[] = ['keyCompromise', 'cACompromise']
    const others: readonly ReasonBit[] = [
      'affiliationChanged',
      'superseded',
      'cessationOfOperation',
      'certificateHold',
      'privilegeWithdrawn',
      'aACompromise',
    ]

    test('all of them must be covered', () => {
      const first = scoped({ onlySomeReasons: some })
      const second = scoped({ onlySomeReasons: others })
      expect(leafVerdict(leaf, first)).toBe('crl-missing')
      expect(refusal(leaf, [first], { scope: 'leaf' })?.message).toContain('for all reasons')
      expect(refusal(leaf, [], { scope: 'leaf' })?.message).not.toContain('for all reasons')
      expect(leafVerdict(leaf, first, first)).toBe('crl-missing')
      expect(leafVerdict(leaf, first, second)).toBe('accepted')
      expect(leafVerdict(leaf, second)).toBe('crl-missing')
      const one = scoped({ onlySomeReasons: ['keyCompromise'] })
      const seven = scoped({ onlySomeReasons: ['cACompromise', ...others] })
      expect(leafVerdict(leaf, one, seven)).toBe('accepted')
      expect(leafVerdict(leaf, seven)).toBe('crl-missing')
    })

    test('listed in one of them: revoked', () => {
      const first = scoped({ onlySomeReasons: some }, { revoked: listed })
      expect(leafVerdict(leaf, first, scoped({ onlySomeReasons: others }))).toBe('certificate-revoked')
    })

    test('a distribution point’s own reasons bound what its CRL tells', () => {
      const crl = scoped({ names: [uri('a')] })
      const subject = pointing({ names: [uri('a')], reasons: some })
      expect(leafVerdict(subject, crl)).toBe('crl-missing')
      const both = pointing({ names: [uri('a')], reasons: some }, { names: [uri('b')], reasons: others })
      expect(leafVerdict(both, crl, scoped({ names: [uri('b')] }))).toBe('accepted')
    })
  })
})

describe('indirect CRLs', () => {
  const crlIssuer = root.issueAuthority({ subject: { O: 'Example', CN: 'CRL Issuer' } })
  const crlIssuerName = generalName.directory({ O: 'Example', CN: 'CRL Issuer' })
  const caName = generalName.directory({ O: 'Example', CN: 'CA' })
  const subject = ca.issue({
    extensions: { crlDistributionPoints: extension.crlDistributionPoints({ crlIssuer: [crlIssuerName] }) },
  })
  const indirect = idp({ indirect: true })
  const check = (crl: Uint8Array, of = subject) =>
    verdict(of, [crl], { scope: 'leaf', intermediates: [crlIssuer.certificate] })

  test('counts where the certificate names its issuer', () => {
    expect(check(crlIssuer.crl({ extensions: [indirect] }))).toBe('accepted')
    expect(check(crlIssuer.crl({ extensions: [indirect] }), leaf)).toBe('crl-missing')
  })

  test('… among other names too', () => {
    const two = [generalName.directory('Somebody'), crlIssuerName]
    const of = ca.issue({
      extensions: { crlDistributionPoints: extension.crlDistributionPoints({ crlIssuer: two }) },
    })
    expect(check(crlIssuer.crl({ extensions: [indirect] }), of)).toBe('accepted')
  })

  test('a direct CRL of that issuer does not', () => {
    expect(check(crlIssuer.crl())).toBe('crl-missing')
  })

  test('entries are for the issuer that they name', () => {
    const entry = { serial: subject.serial, date }
    const listing = (revoked: CrlOptions['revoked'] & {}) => check(crlIssuer.crl({ extensions: [indirect], revoked }))
    expect(listing([entry])).toBe('accepted')
    expect(listing([{ ...entry, certificateIssuer: [caName] }])).toBe('certificate-revoked')
    expect(listing([{ serial: 1n, date, certificateIssuer: [caName] }, entry])).toBe('certificate-revoked')
    expect(listing([{ ...entry, certificateIssuer: [generalName.directory('Other')] }])).toBe('accepted')
  })

  test('its name stands in for a distribution point without one', () => {
    const named = (name: Uint8Array) => check(crlIssuer.crl({ extensions: [idp({ indirect: true, names: [name] })] }))
    expect(named(crlIssuerName)).toBe('accepted')
    expect(named(uri('elsewhere'))).toBe('crl-missing')
  })

  test('its issuer must lead to the same root', () => {
    const stranger = createAuthority({ subject: 'Elsewhere' }).issueAuthority({
      subject: { O: 'Example', CN: 'CRL Issuer' },
    })
    const crl = stranger.crl({ extensions: [indirect] })
    const intermediates = [stranger.certificate, stranger.root]
    expect(verdict(subject, [crl], { scope: 'leaf', intermediates })).toBe('crl-signer-untrusted')
    expect(verdict(subject, [crlIssuer.crl({ extensions: [indirect] })], { scope: 'leaf' })).toBe('crl-signer-unknown')
  })
})

describe('delta CRLs', () => {
  const base = { number: 10, thisUpdate: daysFrom(now, -9) }
  const deltaTo = (baseNumber: number, options: CrlOptions = {}) =>
    ca.crl({
      number: 12,
      thisUpdate: daysFrom(now, -1),
      ...options,
      extensions: [extension.deltaCrlIndicator(baseNumber), ...(options.extensions ?? [])],
    })
  const leafVerdict = (...crls: Uint8Array[]) => verdict(leaf, crls, { scope: 'leaf' })
  const held = [{ serial: leaf.serial, date, reason: 'certificateHold' as const }]
  const removed = [{ serial: leaf.serial, date, reason: 'removeFromCRL' as const }]

  test('adds to the complete one', () => {
    expect(leafVerdict(ca.crl(base), deltaTo(10))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(8))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(10, { revoked: listed }))).toBe('certificate-revoked')
    expect(leafVerdict(ca.crl({ ...base, revoked: listed }), deltaTo(10))).toBe('certificate-revoked')
  })

  test('alone, tells nothing', () => {
    expect(leafVerdict(deltaTo(10))).toBe('crl-delta-unusable')
  })

  test('to a base that is newer than the complete one', () => {
    expect(leafVerdict(ca.crl(base), deltaTo(11))).toBe('crl-delta-unusable')
  })

  test('older than the complete one: overtaken', () => {
    const old = (number: number) => deltaTo(1, { number, thisUpdate: base.thisUpdate, revoked: held })
    expect(leafVerdict(ca.crl(base), old(9))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), old(11))).toBe('certificate-revoked')
  })

  test('later than the complete one, but not above it: believed in whom it lists, and in nothing else', () => {
    for (const number of [9, 10]) {
      expect(leafVerdict(ca.crl(base), deltaTo(1, { number, revoked: held }))).toBe('certificate-revoked')
      expect(leafVerdict(ca.crl(base), deltaTo(1, { number }))).toBe('accepted')
      const removing = deltaTo(1, { number, revoked: removed })
      expect(leafVerdict(ca.crl({ ...base, revoked: held }), removing)).toBe('certificate-revoked')
    }
    // Above one of two complete ones that contradict each other is not enough.
    const completes = [
      ca.crl({ ...base, revoked: held }),
      ca.crl({ thisUpdate: daysFrom(now, -5), number: 2, revoked: held }),
    ]
    expect(leafVerdict(...completes, deltaTo(1, { number: 5, revoked: removed }))).toBe('certificate-revoked')
    expect(leafVerdict(...completes, deltaTo(1, { number: 11, revoked: removed }))).toBe('accepted')
    // Issued together, they bear one number (RFC 5280 section 5.2.3).
    const together = deltaTo(1, { number: 10, thisUpdate: base.thisUpdate, revoked: held })
    expect(leafVerdict(ca.crl(base), together)).toBe('certificate-revoked')
  })

  test('two that say different things: the worse of both counts', () => {
    const complete = ca.crl({ ...base, revoked: held })
    expect(leafVerdict(complete, deltaTo(10, { revoked: removed }), deltaTo(10))).toBe('certificate-revoked')
    expect(leafVerdict(complete, deltaTo(10), deltaTo(10, { revoked: removed }))).toBe('certificate-revoked')
    const twice = [deltaTo(10, { revoked: removed }), deltaTo(9, { revoked: removed })]
    expect(leafVerdict(complete, ...twice)).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(10), deltaTo(11))).toBe('crl-delta-unusable')
    expect(leafVerdict(ca.crl(base), deltaTo(11), deltaTo(10))).toBe('crl-delta-unusable')
  })

  test('stale', () => {
    expect(leafVerdict(ca.crl(base), deltaTo(10, { nextUpdate: now }))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(10, { nextUpdate: daysFrom(now, -0.5) }))).toBe('crl-stale')
  })

  test('removes what was on hold, and nothing else', () => {
    expect(leafVerdict(ca.crl({ ...base, revoked: held }), deltaTo(10))).toBe('certificate-revoked')
    expect(leafVerdict(ca.crl({ ...base, revoked: held }), deltaTo(10, { revoked: removed }))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(10, { revoked: removed }))).toBe('accepted')
    expect(leafVerdict(ca.crl({ ...base, revoked: listed }), deltaTo(10, { revoked: removed }))).toBe(
      'certificate-revoked',
    )
  })

  test('of another scope, key or key identifier: not to this one', () => {
    const scope = idp({ onlyUserCerts: true })
    expect(leafVerdict(ca.crl(base), deltaTo(10, { extensions: [scope] }))).toBe('accepted')
    expect(leafVerdict(ca.crl(base), deltaTo(10, { extensions: [scope], revoked: listed }))).toBe('certificate-revoked')
    expect(leafVerdict(ca.crl(base), deltaTo(10, { overrides: { authorityKeyIdentifier: null } }))).toBe(
      'crl-delta-unusable',
    )
  })
})
