import { describe, expect, test } from '@jest/globals'
import {
  type Authority,
  createAuthority,
  critical,
  extension,
  generalName,
  type NameInput,
  nonCritical,
  rawExtension,
  utf8String,
} from '../../../../dev/pki.ts'
import { utf8 } from '../../../../src/core/bytes.ts'
import { der, integer, sequence } from '../../../../src/core/der/writer.ts'
import { inRfc5280, leafWith, verdict } from '../../../support/path.ts'

// Items 29 to 38: name constraints.

interface Constraints {
  readonly permitted?: readonly Uint8Array[]
  readonly excluded?: readonly Uint8Array[]
}

const root = createAuthority()
const constrained = (constraints: Constraints, above: Authority = root): Authority =>
  above.issueAuthority({ subject: 'CA', extensions: { nameConstraints: extension.nameConstraints(constraints) } })

const good = 'accepted'
const excluded = 'path-name-excluded'
const notPermitted = 'path-name-not-permitted'
const unclear = 'path-name-unconstrainable'

/** Verdicts on a leaf of these names below a CA that permits, and below one that excludes, the base. */
function judge(base: Uint8Array, names: readonly Uint8Array[], subject?: NameInput) {
  const options = { ...(names.length === 0 ? {} : { san: names }), ...(subject === undefined ? {} : { subject }) }
  const both = [{ permitted: [base] }, { excluded: [base] }].map((one) => constrained(one).issue(options))
  const verdicts = both.map((leaf) => inRfc5280(leaf))
  // The code-signing profile may find fault with a name earlier, but accepts nothing more.
  both.forEach((leaf, i) => {
    if (verdicts[i] !== good) expect(verdict(leaf)).not.toBe(good)
  })
  return verdicts
}

const inside = [good, excluded]
const outside = [notPermitted, good]
const refused = [unclear, unclear]

describe('29: the extension itself', () => {
  const value = extension.nameConstraints({ permitted: [generalName.directory({ CN: 'Test Signer' })] })
  const with_ = (nameConstraints: typeof value) => root.issueAuthority({ extensions: { nameConstraints } }).issue()

  test('critical, in the code-signing profile and in RFC 5280', () => {
    expect(verdict(with_(value))).toBe(good)
    expect(verdict(with_(nonCritical(value)))).toBe('certificate-extension-not-critical')
    expect(inRfc5280(with_(nonCritical(value)))).toBe(good)
  })

  test('not in a leaf, in the code-signing profile', () => {
    expect(verdict(leafWith({ extensions: { value } }))).toBe('certificate-name-constraints')
  })

  test.each<[string, Uint8Array]>([
    ['neither permitted nor excluded', sequence()],
    ['an empty list of permitted', sequence(der(0xa0))],
    ['an empty list of excluded', sequence(der(0xa1))],
    ['a minimum', sequence(der(0xa0, sequence(generalName.dns('example.com'), der(0x80, Uint8Array.of(1)))))],
    [
      'minimum 0, a default, written out',
      sequence(der(0xa0, sequence(generalName.dns('example.com'), der(0x80, Uint8Array.of(0))))),
    ],
    ['a maximum', sequence(der(0xa0, sequence(generalName.dns('example.com'), der(0x81, Uint8Array.of(9)))))],
    ['no base', sequence(der(0xa0, sequence()))],
    ['a base of unknown form', sequence(der(0xa0, sequence(der(0x89, utf8('x')))))],
    ['wrong order', sequence(der(0xa1, sequence(generalName.dns('a.b'))), der(0xa0, sequence(generalName.dns('a.b'))))],
    ['no sequence', integer(1)],
  ])('%s', (_, content) => {
    const nameConstraints = rawExtension('2.5.29.30', content, true)
    expect(verdict(with_(nameConstraints))).toBe('path-not-found')
    expect(inRfc5280(with_(nameConstraints))).toBe('path-not-found')
    expect(verdict(leafWith({ extensions: { nameConstraints } }))).toBe('certificate-extension-malformed')
  })
})

test.each<[string, string, readonly string[]]>([
  ['example.com', 'example.com', inside],
  ['example.com', 'EXAMPLE.com', inside],
  ['EXAMPLE.COM', 'a.example.com', inside],
  ['example.com', 'a.b.example.com', inside],
  ['example.com', 'badexample.com', outside],
  ['example.com', 'com', outside],
  ['example.com', 'example.com.evil.org', outside],
  ['', 'anything.org', inside],
  ['example.com', '*.example.com', inside],
  ['a.example.com', '*.example.com', [notPermitted, excluded]],
  ['a.b.example.com', '*.example.com', outside],
  ['example.com', '*.com', [notPermitted, excluded]],
  ['example.com', '*.org', outside],
  ['example.com', 'a.*.example.com', refused],
  ['example.com', 'example.com.', refused],
  ['example.com', 'a..example.com', refused],
  ['example.com', '.example.com', refused],
  ['example.com', '*', refused],
])('30: dNSName constraint "%s" and name %s', (base, name, expected) => {
  expect(judge(generalName.dns(base), [generalName.dns(name)])).toEqual(expected)
})

describe('31: rfc822Name', () => {
  test.each<[string, string, readonly string[]]>([
    ['a@example.com', 'a@example.com', inside],
    ['a@example.com', 'a@EXAMPLE.com', inside],
    ['a@example.com', 'b@example.com', outside],
    ['a@example.com', 'A@example.com', outside],
    ['example.com', 'b@example.com', inside],
    ['example.com', 'b@a.example.com', outside],
    ['.example.com', 'b@a.example.com', inside],
    ['.example.com', 'b@a.b.example.com', inside],
    ['.example.com', 'b@example.com', outside],
    ['', 'b@example.com', inside],
    ['.a', 'b@x.a', inside],
    ['.a', 'b@xa', outside],
    ['example.com', '*@example.com', inside],
    ['example.com', 'b@example.com@evil.org', refused],
    ['example.com', 'example.com', refused],
    ['example.com', '@example.com', refused],
    ['example.com', 'b@', refused],
    ['example.com', '"b@evil.org"@example.com', refused],
  ])('constraint "%s" and mailbox %s', (base, name, expected) => {
    expect(judge(generalName.email(base), [generalName.email(name)])).toEqual(expected)
  })

  test('emailAddress in the subject, beside an alternative name too', () => {
    const base = generalName.email('example.com')
    const other = { CN: 'x', email: 'b@evil.org' }
    expect(judge(base, [], { CN: 'x', email: 'b@example.com' })).toEqual(inside)
    expect(judge(base, [], other)).toEqual(outside)
    expect(judge(base, [generalName.email('a@example.com')], other)).toEqual([notPermitted, excluded])
    expect(judge(base, [], { CN: 'x', email: utf8String('ä@example.com') })).toEqual(refused)
    expect(judge(base, [], { CN: 'x', email: integer(1) })).toEqual(refused)
  })
})

test.each<[string, string, readonly string[]]>([
  ['example.com', 'https://example.com/a', inside],
  ['example.com', 'https://EXAMPLE.com:8443/a', inside],
  ['example.com', 'https://user@example.com', inside],
  ['example.com', 'https://a.example.com/', outside],
  ['.example.com', 'https://a.example.com/', inside],
  ['.example.com', 'https://example.com/', outside],
  ['example.com', 'https://example.com@evil.org/', outside],
  ['example.com', 'https://evil.org/example.com', outside],
  ['example.com', 'https://evil.org?example.com', outside],
  ['example.com', 'https://evil.org#@example.com', outside],
  ['example.com', 'https://192.0.2.1/', refused],
  ['example.com', 'https://[2001:db8::1]/', refused],
  ['example.com', 'urn:example.com', refused],
  ['example.com', 'https:///a', refused],
  ['example.com', '//example.com/', refused],
  ['example.com', 'https://exa%6dple.com/', refused],
  ['example.com', 'https://example.com\\@evil.org/', outside],
])('32: URI constraint "%s" and %s', (base, name, expected) => {
  const [permitted, excludes] = judge(generalName.uri(base), [generalName.uri(name)])
  // A host that cannot be read may be refused as unclear where it is expected outside, but never taken as permitted.
  if (name.includes('\\')) expect(permitted).not.toBe(good)
  else expect([permitted, excludes]).toEqual(expected)
})

describe('33: directoryName', () => {
  const base = (input: NameInput) => generalName.directory(input)

  test.each<[string, NameInput, NameInput, readonly string[]]>([
    ['the name itself', { O: 'A', OU: 'B' }, { O: 'A', OU: 'B' }, inside],
    ['a name below', { O: 'A', OU: 'B' }, { O: 'A', OU: 'B', CN: 'C' }, inside],
    ['another case', { O: 'A' }, { O: 'a', CN: 'C' }, inside],
    ['a name above', { O: 'A', OU: 'B' }, { O: 'A' }, outside],
    ['another name', { O: 'A' }, { O: 'B' }, outside],
    ['the same RDNs elsewhere', { O: 'A' }, { CN: 'C', O: 'A' }, outside],
    ['the empty base', sequence(), { O: 'A' }, inside],
  ])('subject: %s', (_, constraint, subject, expected) => {
    expect(judge(base(constraint), [], subject)).toEqual(expected)
  })

  test('in the alternative name as well', () => {
    const san = (input: NameInput) => [generalName.directory(input)]
    expect(judge(base({ O: 'A' }), san({ O: 'A', CN: 'x' }), { O: 'A' })).toEqual(inside)
    expect(judge(base({ O: 'A' }), san({ O: 'B' }), { O: 'A' })).toEqual([notPermitted, excluded])
  })

  test('an empty subject is no name', () => {
    const nameConstraints = extension.nameConstraints({ permitted: [base({ O: 'A' })] })
    const ca = root.issueAuthority({ extensions: { nameConstraints } })
    const subjectAltName = critical(extension.subjectAltName(generalName.dns('example.com')))
    expect(verdict(ca.issue({ subject: sequence(), extensions: { subjectAltName } }))).toBe(good)
  })
})

describe('34: iPAddress', () => {
  const range = (...octets: number[]) => generalName.ip(octets)
  const v6 = (...tail: number[]) => [0x20, 1, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, ...tail]

  test('ranges', () => {
    const base = range(192, 0, 2, 0, 255, 255, 255, 0)
    expect(judge(base, [generalName.ip('192.0.2.77')])).toEqual(inside)
    expect(judge(base, [generalName.ip('192.0.3.1')])).toEqual(outside)
    expect(judge(base, [generalName.ip(v6(0, 0, 0, 1))])).toEqual(outside)
    expect(judge(range(192, 0, 2, 128, 255, 255, 255, 128), [generalName.ip('192.0.2.127')])).toEqual(outside)
    expect(judge(range(0, 0, 0, 0, 0, 0, 0, 0), [generalName.ip('8.8.8.8')])).toEqual(inside)
    const mask = [...new Array(12).fill(255), 0, 0, 0, 0]
    expect(judge(range(...v6(0, 0, 0, 0), ...mask), [generalName.ip(v6(9, 9, 9, 9))])).toEqual(inside)
    expect(judge(range(...v6(0, 0, 0, 0), ...mask), [generalName.ip([...v6(9, 9, 9, 9)].with(11, 1))])).toEqual(outside)
  })

  test.each([
    ['an address without a mask', [192, 0, 2, 0]],
    ['a mask with holes', [192, 0, 2, 0, 255, 0, 255, 0]],
    ['a mask that begins with zeros', [192, 0, 2, 0, 0, 255, 255, 255]],
    ['five octets', [192, 0, 2, 0, 255]],
    ['nothing', []],
  ])('%s', (_, octets) => {
    expect(judge(range(...octets), [generalName.ip('192.0.2.1')])).toEqual(['path-not-found', 'path-not-found'])
  })
})

describe('35: forms without rules', () => {
  const forms: readonly (readonly [string, Uint8Array])[] = [
    ['otherName', generalName.otherName('1.2.3', utf8String('x'))],
    ['x400Address', generalName.x400()],
    ['ediPartyName', generalName.ediParty('x')],
    ['registeredID', generalName.registeredId('1.2.3')],
  ]

  test.each(forms)('%s constrained and there', (_, name) => {
    expect(judge(name, [name])).toEqual(refused)
    expect(judge(name, [generalName.dns('example.com')])).toEqual([good, good])
    expect(judge(generalName.dns('example.com'), [name])).toEqual([good, good])
  })
})

test('36: malformed names and malformed constraints', () => {
  const malformedBases = [
    generalName.dns('*.example.com'),
    generalName.dns('example..com'),
    generalName.email('a@b@c'),
    generalName.email('.'),
    generalName.uri('.'),
    generalName.uri('https://example.com'),
    der(0x82, Uint8Array.of(0xc3, 0xa4)),
  ]
  for (const base of malformedBases) {
    expect(judge(base, [generalName.dns('example.com')])).toEqual(['path-not-found', 'path-not-found'])
  }
  expect(judge(generalName.dns('example.com'), [der(0x82, Uint8Array.of(0xc3, 0xa4))])).toEqual([
    'certificate-extension-malformed',
    'certificate-extension-malformed',
  ])
  expect(judge(generalName.dns('example.com'), [generalName.dns('exa mple.com')])).toEqual(refused)
})

test('37: the root’s own constraints hold', () => {
  const rootOf = (constraints: Constraints) =>
    createAuthority({ subject: 'Root', extensions: { nameConstraints: extension.nameConstraints(constraints) } })
  const permits = rootOf({ permitted: [generalName.dns('example.com')] })
  const leafOf = (above: Authority, dns: string) => above.issueAuthority().issue({ san: [generalName.dns(dns)] })
  expect(verdict(leafOf(permits, 'a.example.com'))).toBe(good)
  expect(verdict(leafOf(permits, 'example.org'))).toBe(notPermitted)
  expect(inRfc5280(leafOf(permits, 'example.org'))).toBe(notPermitted)
  expect(verdict(leafOf(rootOf({ excluded: [generalName.dns('example.org')] }), 'example.org'))).toBe(excluded)
})

describe('38: in every certificate of the path', () => {
  test('intermediates are held to them', () => {
    const ca = constrained({ permitted: [generalName.directory({ O: 'A' })] })
    const below = (subject: NameInput) => ca.issueAuthority({ subject }).issue({ subject: { O: 'A', CN: 'x' } })
    expect(verdict(below({ O: 'A', CN: 'CA' }))).toBe(good)
    expect(verdict(below({ O: 'B', CN: 'CA' }))).toBe(notPermitted)
    const named = ca.issueAuthority({
      subject: { O: 'A' },
      extensions: { san: extension.subjectAltName(generalName.directory({ O: 'B' })) },
    })
    expect(verdict(named.issue({ subject: { O: 'A', CN: 'x' } }))).toBe(notPermitted)
  })

  test('permitted sets intersect, excluded ones add up', () => {
    const dns = (text: string) => generalName.dns(text)
    const of = (first: Constraints, then: Constraints, name: string) =>
      verdict(constrained(then, constrained(first)).issue({ san: [dns(name)] }))
    expect(of({ permitted: [dns('example.com')] }, { permitted: [dns('a.example.com')] }, 'a.example.com')).toBe(good)
    expect(of({ permitted: [dns('example.com')] }, { permitted: [dns('a.example.com')] }, 'b.example.com')).toBe(
      notPermitted,
    )
    expect(of({ permitted: [dns('a.example.com')] }, { permitted: [dns('example.com')] }, 'b.example.com')).toBe(
      notPermitted,
    )
    expect(of({ permitted: [dns('a.org')] }, { permitted: [dns('b.org')] }, 'a.org')).toBe(notPermitted)
    expect(of({ permitted: [dns('a.org')] }, { permitted: [dns('b.org')] }, 'b.org')).toBe(notPermitted)
    expect(of({ permitted: [dns('a.org'), dns('b.org')] }, { permitted: [dns('b.org')] }, 'b.org')).toBe(good)
    expect(of({ excluded: [dns('a.org')] }, { excluded: [dns('b.org')] }, 'a.org')).toBe(excluded)
    expect(of({ excluded: [dns('a.org')] }, { excluded: [dns('b.org')] }, 'b.org')).toBe(excluded)
    expect(of({ permitted: [dns('org')] }, { excluded: [dns('b.org')] }, 'b.org')).toBe(excluded)
    expect(of({ permitted: [dns('org')] }, { excluded: [dns('b.org')] }, 'a.org')).toBe(good)
  })

  test('one name that fails is enough', () => {
    const names = [generalName.dns('a.example.com'), generalName.dns('evil.org')]
    expect(judge(generalName.dns('example.com'), names)).toEqual([notPermitted, excluded])
    expect(judge(generalName.dns('example.com'), names.toReversed())).toEqual([notPermitted, excluded])
  })
})
