import { describe, expect, test } from '@jest/globals'
import {
  type AuthorityOptions,
  createAuthority,
  extension,
  generateKey,
  type KeyUsageBit,
  name,
  nonCritical,
  printableString,
  purpose,
  rawExtension,
  utf8String,
} from '../../../../dev/pki.ts'
import { integer, sequence } from '../../../../src/core/der/writer.ts'
import { caWith, inRfc5280, leafWith, pathFor, rootWith, verdict } from '../../../support/path.ts'

// Items 17 to 28: from the leaf to the root.

const usage = (...bits: KeyUsageBit[]) => ({ keyUsage: extension.keyUsage(...bits) })
const second = (date: Date, seconds: number) => new Date(date.getTime() + 1000 * seconds)

describe('17: names that chain', () => {
  const ca = createAuthority().issueAuthority({ subject: { O: 'Example Ltd', CN: 'CA  One' } })
  const issuedAs = (issuer: Uint8Array) => ca.issue({ fields: { issuer } })
  const both = (issuer: Uint8Array) => [verdict(issuedAs(issuer)), inRfc5280(issuedAs(issuer))]

  test.each([
    ['other case', { O: 'EXAMPLE LTD', CN: 'ca one' }],
    ['other white space', { O: ' Example  Ltd ', CN: 'CA One' }],
    ['PrintableString for UTF8String', { O: printableString('Example Ltd'), CN: printableString('CA One') }],
  ])('%s compares equal', (_, issuer) => {
    expect(both(name(issuer))).toEqual(['accepted', 'accepted'])
  })

  test.each([
    ['another value', { O: 'Example Ltd', CN: 'CA Two' }],
    ['one attribute less', { CN: 'CA One' }],
    ['one more', { O: 'Example Ltd', OU: 'x', CN: 'CA One' }],
    ['another order', { CN: 'CA One', O: 'Example Ltd' }],
    ['another type', { OU: 'Example Ltd', CN: 'CA One' }],
    ['no white space', { O: 'ExampleLtd', CN: 'CA One' }],
    ['a value that spells two', { O: 'Example Ltd,CN=CA One' }],
    ['a value of no string type', { O: 'Example Ltd', CN: integer(1) }],
  ])('%s does not', (_, issuer) => {
    expect(both(name(issuer))).toEqual(['path-not-found', 'path-not-found'])
  })

  test('letters beyond ASCII', () => {
    const greek = createAuthority().issueAuthority({ subject: 'ΟΔΟΣ Straße' })
    expect(verdict(greek.issue({ fields: { issuer: name('οδος STRASSE') } }))).toBe('accepted')
    expect(verdict(greek.issue({ fields: { issuer: name('οδος Strase') } }))).toBe('path-not-found')
  })

  test('two attributes in one RDN are not two RDNs', () => {
    const joined = createAuthority().issueAuthority({ subject: name({ O: 'a', CN: 'b' }) })
    expect(verdict(joined.issue({ fields: { issuer: name({ O: utf8String('a'), CN: utf8String('B') }) } }))).toBe(
      'accepted',
    )
  })
})

describe('18: validity, in whole seconds, bounds included', () => {
  const notBefore = new Date('2026-01-01T00:00:00Z')
  const notAfter = new Date('2026-12-31T23:59:59Z')
  const dates = { notBefore, notAfter }

  test.each([
    ['leaf', leafWith(dates)],
    ['intermediate', caWith(dates)],
    ['root', rootWith(dates)],
  ])('%s', (_, leaf) => {
    for (const check of [verdict, inRfc5280]) {
      expect(check(leaf, { at: notBefore })).toBe('accepted')
      expect(check(leaf, { at: second(notBefore, -0.001) })).toBe('certificate-not-yet-valid')
      expect(check(leaf, { at: second(notBefore, -1) })).toBe('certificate-not-yet-valid')
      expect(check(leaf, { at: notAfter })).toBe('accepted')
      expect(check(leaf, { at: second(notAfter, 0.999) })).toBe('accepted')
      expect(check(leaf, { at: second(notAfter, 1) })).toBe('certificate-expired')
    }
  })

  test('no valid time is no time', () => {
    expect(verdict(leafWith({}), { at: new Date(Number.NaN) })).toBe('certificate-not-yet-valid')
  })
})

test('19: the instant decides, for leaf and chain: not the clock', () => {
  const leaf = leafWith({ notBefore: new Date('2001-01-01T00:00:00Z'), notAfter: new Date('2001-12-31T00:00:00Z') })
  const then = new Date('2001-06-01T00:00:00Z')
  expect(verdict(leaf, { at: then })).toBe('certificate-not-yet-valid')
  expect(verdict(leaf)).toBe('certificate-expired')
  const old = createAuthority({ notBefore: new Date('2000-01-01T00:00:00Z') })
  const oldCa = old.issueAuthority({
    notBefore: new Date('2000-01-01T00:00:00Z'),
    notAfter: new Date('2002-01-01T00:00:00Z'),
  })
  const oldLeaf = oldCa.issue({
    notBefore: new Date('2001-01-01T00:00:00Z'),
    notAfter: new Date('2030-01-01T00:00:00Z'),
  })
  expect(verdict(oldLeaf, { at: then })).toBe('accepted')
  expect(verdict(oldLeaf)).toBe('certificate-expired')
})

describe('20: self-issued certificates', () => {
  const chain = (pathLength: number) => {
    const root = createAuthority()
    const ca = root.issueAuthority({ subject: 'CA', pathLength })
    // The same name with a new key: a key rollover.
    return ca.issueAuthority({ subject: 'CA', key: generateKey('ECC_NIST_P256') })
  }

  test('do not use up path length', () => {
    expect(verdict(chain(0).issue())).toBe('accepted')
    expect(verdict(chain(0).issueAuthority({ subject: 'Below' }).issue())).toBe('path-length-exceeded')
    expect(verdict(chain(1).issueAuthority({ subject: 'Below' }).issue())).toBe('accepted')
  })

  test('are exempt from name constraints, but for the leaf', () => {
    const nameConstraints = extension.nameConstraints({ permitted: [generalDirectory({ O: 'Example' })] })
    const constrained = createAuthority().issueAuthority({ subject: 'CA', extensions: { nameConstraints } })
    const rolled = constrained.issueAuthority({ subject: 'CA' })
    expect(verdict(rolled.issue({ subject: { O: 'Example', CN: 'Signer' } }))).toBe('accepted')
    const other = constrained.issueAuthority({ subject: 'Other' })
    expect(verdict(other.issue({ subject: { O: 'Example', CN: 'Signer' } }))).toBe('path-name-not-permitted')
    expect(verdict(constrained.issue({ subject: 'CA' }))).toBe('path-name-not-permitted')
  })

  test('do not count for skips of policy constraints', () => {
    const policyConstraints = extension.policyConstraints({ requireExplicitPolicy: 1 })
    const root = createAuthority({ extensions: { policyConstraints } })
    const ca = root.issueAuthority({ subject: 'CA' })
    expect(verdict(ca.issue())).toBe('path-policy-missing')
    // One that counts uses up the skip; a self-issued one does not.
    const once = root.issueAuthority({ subject: 'Test Root' })
    expect(verdict(once.issue())).toBe('path-policy-missing')
  })
})

const generalDirectory = (attributes: Parameters<typeof name>[0]) => {
  const encoded = name(attributes)
  return new Uint8Array([0xa4, encoded.length, ...encoded])
}

describe('21: every issuer is a CA', () => {
  const basicConstraints = extension.basicConstraints
  const as = (value: ReturnType<typeof basicConstraints> | null): AuthorityOptions => ({
    extensions: { basicConstraints: value },
  })

  test('no basic constraints, or cA FALSE', () => {
    for (const value of [null, basicConstraints(false)]) {
      expect(verdict(caWith(as(value)))).toBe('certificate-not-ca')
      expect(inRfc5280(caWith(as(value)))).toBe('certificate-not-ca')
      expect(inRfc5280(rootWith(as(value)))).toBe('certificate-not-ca')
      expect(verdict(rootWith(as(value)))).not.toBe('accepted')
    }
    expect(verdict(caWith(as(basicConstraints(true))))).toBe('accepted')
  })

  test('a leaf issues nothing, whatever its key usage says', () => {
    const root = createAuthority()
    const key = generateKey('ECC_NIST_P256')
    const leaf = root.issue({ subject: 'CA', key, extensions: usage('digitalSignature', 'keyCertSign') })
    const below = createAuthority({ subject: 'CA', key }).issue()
    expect(inRfc5280({ ...below, chain: [below.certificate, leaf.certificate], root: root.root })).toBe(
      'certificate-not-ca',
    )
  })

  test('basic constraints that are not critical, in the code-signing profile', () => {
    const loose = as(basicConstraints(true, undefined, false))
    expect(verdict(caWith(loose))).toBe('certificate-extension-not-critical')
    expect(inRfc5280(caWith(loose))).toBe('accepted')
  })

  test('an intermediate of version 1', () => {
    const old = caWith({ fields: { version: null, extensions: [] } })
    expect(inRfc5280(old)).toBe('certificate-not-ca')
    expect(verdict(old)).not.toBe('accepted')
  })
})

describe('22: path length', () => {
  const root = (pathLength?: number) => createAuthority(pathLength === undefined ? {} : { pathLength })

  test('counts the CAs below, leaf not included', () => {
    const deep = (rootLength: number | undefined, ...lengths: (number | undefined)[]) => {
      const last = lengths.reduce<ReturnType<typeof root>>(
        (above, pathLength, i) =>
          above.issueAuthority({ subject: `CA ${i}`, ...(pathLength === undefined ? {} : { pathLength }) }),
        root(rootLength),
      )
      return [verdict(last.issue()), inRfc5280(last.issue())]
    }
    const good = ['accepted', 'accepted']
    const bad = ['path-length-exceeded', 'path-length-exceeded']
    expect(deep(0)).toEqual(good)
    expect(deep(undefined, 0)).toEqual(good)
    expect(deep(1, 0)).toEqual(good)
    expect(deep(0, undefined)).toEqual(bad)
    expect(deep(undefined, 0, undefined)).toEqual(bad)
    expect(deep(undefined, 1, undefined)).toEqual(good)
    expect(deep(undefined, 1, undefined, undefined)).toEqual(bad)
  })

  test('does not grow on the way down', () => {
    const a = root().issueAuthority({ subject: 'A', pathLength: 1 })
    const b = a.issueAuthority({ subject: 'B', pathLength: 5 })
    expect(verdict(b.issue())).toBe('accepted')
    expect(verdict(b.issueAuthority({ subject: 'C' }).issue())).toBe('path-length-exceeded')
  })

  test('without cA, or negative', () => {
    const without = rawExtension('2.5.29.19', sequence(integer(0)), true)
    expect(verdict(leafWith({ extensions: { basicConstraints: without } }))).toBe('certificate-extension-malformed')
    expect(inRfc5280(leafWith({ extensions: { basicConstraints: without } }))).toBe('certificate-extension-malformed')
  })
})

describe('23: keyCertSign', () => {
  test('on every issuer that has key usage', () => {
    for (const check of [verdict, inRfc5280]) {
      expect(check(caWith({ extensions: usage('cRLSign') }))).toBe('key-usage-cert-sign-missing')
      expect(check(rootWith({ extensions: usage('cRLSign', 'digitalSignature') }))).toBe('key-usage-cert-sign-missing')
      expect(check(caWith({ extensions: usage('keyCertSign') }))).toBe('accepted')
      expect(check(caWith({ extensions: { keyUsage: null } }))).toBe('accepted')
    }
  })

  test('not on a leaf, in the code-signing profile', () => {
    const both = { extensions: usage('digitalSignature', 'keyCertSign') }
    expect(verdict(leafWith(both))).toBe('key-usage-cert-sign-unexpected')
    expect(inRfc5280(leafWith(both))).toBe('accepted')
  })
})

test('24: a leaf whose key usage lacks digitalSignature', () => {
  for (const bits of [['nonRepudiation'], ['keyEncipherment'], ['cRLSign']] as const) {
    expect(verdict(leafWith({ extensions: usage(...bits) }))).toBe('key-usage-digital-signature-missing')
  }
  expect(verdict(leafWith({ extensions: usage('digitalSignature') }))).toBe('accepted')
  expect(verdict(leafWith({ extensions: usage('digitalSignature', 'nonRepudiation') }))).toBe('accepted')
  expect(verdict(leafWith({ extensions: { keyUsage: null } }))).toBe('accepted')
})

describe('25: extended key usage of a leaf', () => {
  const eku = (...oids: string[]) => leafWith({ extensions: { extendedKeyUsage: extension.extendedKeyUsage(...oids) } })

  test('holds codeSigning, and neither anyExtendedKeyUsage nor serverAuth beside it', () => {
    expect(verdict(eku(purpose.codeSigning))).toBe('accepted')
    expect(verdict(eku(purpose.codeSigning, purpose.emailProtection))).toBe('accepted')
    expect(verdict(eku(purpose.emailProtection))).toBe('extended-key-usage-mismatch')
    expect(verdict(eku(purpose.any))).toBe('extended-key-usage-any')
    expect(verdict(eku(purpose.codeSigning, purpose.any))).toBe('extended-key-usage-any')
    expect(verdict(eku(purpose.codeSigning, purpose.serverAuth))).toBe('extended-key-usage-server-auth')
    expect(verdict(leafWith({ profile: 'none' }))).toBe('extended-key-usage-missing')
    expect(verdict(leafWith({ profile: 'time-stamping' }))).toBe('extended-key-usage-mismatch')
  })

  test('in the rfc5280 profile: the purpose asked for, where there are any', () => {
    expect(inRfc5280(leafWith({ profile: 'none' }))).toBe('accepted')
    expect(inRfc5280(eku(purpose.any))).toBe('accepted')
    expect(inRfc5280(eku(purpose.emailProtection))).toBe('extended-key-usage-mismatch')
    expect(inRfc5280(eku(purpose.emailProtection), { purpose: 'any' })).toBe('accepted')
    expect(inRfc5280(eku(purpose.emailProtection), { purpose: purpose.emailProtection })).toBe('accepted')
  })

  test('any purpose, in the code-signing profile', () => {
    expect(verdict(leafWith({ profile: 'none' }), { purpose: 'any' })).toBe('accepted')
    expect(verdict(eku(purpose.serverAuth), { purpose: 'any' })).toBe('accepted')
  })

  test('a time stamp may be signed under nonRepudiation', () => {
    const stamper = leafWith({ profile: 'time-stamping', extensions: usage('nonRepudiation') })
    expect(verdict(stamper, { purpose: purpose.timeStamping })).toBe('accepted')
    expect(verdict(leafWith({ extensions: usage('nonRepudiation') }))).toBe('key-usage-digital-signature-missing')
  })

  test('empty', () => {
    expect(verdict(eku())).toBe('certificate-extension-malformed')
    expect(inRfc5280(eku())).toBe('certificate-extension-malformed')
  })
})

test('26: extended key usage of a CA bounds what it issues for', () => {
  const eku = (...oids: string[]) => ({ extensions: { extendedKeyUsage: extension.extendedKeyUsage(...oids) } })
  for (const check of [verdict, inRfc5280]) {
    expect(check(caWith(eku(purpose.codeSigning)))).toBe('accepted')
    expect(check(caWith(eku(purpose.any)))).toBe('accepted')
    expect(check(caWith(eku(purpose.serverAuth)))).toBe('extended-key-usage-nesting')
    expect(check(caWith(eku(purpose.serverAuth, purpose.codeSigning)))).toBe('accepted')
  }
  expect(verdict(rootWith(eku(purpose.serverAuth)))).toBe('extended-key-usage-nesting')
  expect(verdict(caWith(nonCriticalEku(purpose.serverAuth)))).toBe('extended-key-usage-nesting')
})

const nonCriticalEku = (oid: string) => ({
  extensions: { extendedKeyUsage: nonCritical(extension.extendedKeyUsage(oid)) },
})

test('27: a CA is no leaf', () => {
  const extensions = {
    extendedKeyUsage: extension.extendedKeyUsage(purpose.codeSigning),
    ...usage('digitalSignature', 'keyCertSign'),
  }
  const ca = createAuthority().issueAuthority({ extensions })
  expect(verdict(ca)).toBe('certificate-is-ca')
  expect(inRfc5280(ca)).toBe('accepted')
  expect(verdict(ca.issue())).toBe('accepted')
})

describe('28: no certificate is its own anchor', () => {
  test('a leaf that is pinned', () => {
    const leaf = leafWith({})
    expect(verdict(leaf, { anchors: [leaf.certificate] })).toBe('anchor-is-leaf')
    expect(inRfc5280(leaf, { anchors: [leaf.certificate] })).toBe('anchor-is-leaf')
    expect(verdict(leaf, { anchors: [leaf.certificate, leaf.root] })).toBe('accepted')
  })

  test('a self-signed leaf that is pinned', () => {
    const extensions = {
      basicConstraints: null,
      extendedKeyUsage: extension.extendedKeyUsage(purpose.codeSigning),
      ...usage('digitalSignature'),
    }
    const own = createAuthority({ extensions })
    const asLeaf = { ...own, chain: [own.certificate] }
    expect(verdict(asLeaf)).not.toBe('accepted')
    expect(inRfc5280(asLeaf)).toBe('anchor-is-leaf')
    // Nor by a twin of it with the same name and key.
    const twin = createAuthority({ key: own.key, serial: 77n, extensions })
    expect(inRfc5280(asLeaf, { anchors: [twin.certificate] })).not.toBe('accepted')
  })

  test('a root as leaf', () => {
    const root = createAuthority()
    expect(inRfc5280({ ...root, chain: [root.certificate] })).toBe('anchor-is-leaf')
    expect(pathFor(root.issue()).certificates).toHaveLength(2)
  })
})
