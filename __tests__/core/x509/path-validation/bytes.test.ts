import { describe, expect, test } from '@jest/globals'
import {
  cpsQualifier,
  createAuthority,
  critical,
  emptyName,
  extension,
  generalName,
  generateKey,
  keyUsageBits,
  name,
  namedBits,
  rawExtension,
  utf8String,
} from '../../../../dev/pki.ts'
import { concatBytes, utf8 } from '../../../../src/core/bytes.ts'
import { parseDer } from '../../../../src/core/der/reader.ts'
import { contextConstructed, tag } from '../../../../src/core/der/tag.ts'
import {
  bitString,
  der,
  derBoolean,
  derNull,
  integer,
  objectIdentifier,
  octetString,
  sequence,
} from '../../../../src/core/der/writer.ts'
import { caWith, everywhere, inRfc5280, leafWith, rootWith, verdict } from '../../../support/path.ts'

// Items 1 to 10 of the list that a path validator is held against: bytes and fields.

const unknownOid = '1.3.6.1.4.1.55555.1'
const nextByte = (bytes: Uint8Array) => concatBytes(bytes, Uint8Array.of(0))

/** The same TLV with its length in one octet more than it takes. */
function longLength(bytes: Uint8Array): Uint8Array {
  const { content } = parseDer(bytes, 'element')
  return concatBytes(Uint8Array.of(bytes[0] ?? 0, 0x83, 0, content.length >> 8, content.length & 0xff), content)
}

function indefiniteLength(bytes: Uint8Array): Uint8Array {
  const { content } = parseDer(bytes, 'element')
  return concatBytes(Uint8Array.of(bytes[0] ?? 0, 0x80), content, Uint8Array.of(0, 0))
}

const extensionBytes = (oid: string, ...rest: Uint8Array[]) => ({
  ...rawExtension(oid, new Uint8Array()),
  bytes: sequence(objectIdentifier(oid), ...rest),
})

describe('1: DER and nothing else', () => {
  test('a sound chain', () => {
    expect(verdict(leafWith({}))).toBe('accepted')
    expect(inRfc5280(leafWith({}))).toBe('accepted')
  })

  test.each([
    ['length in a longer form', longLength],
    ['indefinite length', indefiniteLength],
  ])('%s, of the certificate and of what is signed', (_, mutate) => {
    for (const [, leaf] of everywhere({ mutateTbs: mutate })) expect(refusedBytes(leaf)).toBe(true)
    expect(verdict(leafWith({ mutateBytes: mutate }))).toBe('der-invalid')
  })

  test('INTEGER with a needless octet', () => {
    expect(verdict(leafWith({ serial: Uint8Array.of(2, 2, 0, 1) }))).toBe('der-invalid')
    expect(verdict(leafWith({ serial: Uint8Array.of(2, 2, 0, 0x81) }))).toBe('accepted')
    expect(verdict(leafWith({ serial: Uint8Array.of(2, 0) }))).toBe('der-invalid')
  })

  test('OBJECT IDENTIFIER with a needless octet', () => {
    const padded = (octets: number[]) => ({
      ...rawExtension('1.2.3', new Uint8Array()),
      bytes: sequence(der(tag.objectIdentifier, Uint8Array.from(octets)), octetString(derNull())),
    })
    expect(verdict(leafWith({ extensions: { odd: padded([0x2a, 0x80, 0x03]) } }))).toBe('der-invalid')
    expect(verdict(leafWith({ extensions: { odd: padded([0x2a, 0x03]) } }))).toBe('accepted')
  })

  test('BOOLEAN that is neither 00 nor FF', () => {
    const flagged = (value: number) => ({
      usage: extensionBytes(
        '2.5.29.15',
        der(tag.boolean, Uint8Array.of(value)),
        octetString(extension.keyUsage('digitalSignature').value),
      ),
      keyUsage: null,
    })
    expect(verdict(leafWith({ extensions: flagged(0x01) }))).toBe('der-invalid')
    expect(verdict(leafWith({ extensions: flagged(0xff) }))).toBe('accepted')
  })

  test('a default that is written out: critical FALSE, cA FALSE, version 1', () => {
    const notCritical = extensionBytes(unknownOid, derBoolean(false), octetString(derNull()))
    expect(verdict(leafWith({ extensions: { odd: notCritical } }))).toBe('der-invalid')
    const notCa = rawExtension('2.5.29.19', sequence(derBoolean(false)))
    expect(verdict(leafWith({ extensions: { basicConstraints: notCa } }))).toBe('certificate-extension-malformed')
    expect(verdict(leafWith({ extensions: { basicConstraints: extension.basicConstraints(false) } }))).toBe('accepted')
    expect(verdict(leafWith({ fields: { version: 0 } }))).toBe('certificate-version')
  })

  test('BIT STRING with padding bits set, or named bits with trailing zeros', () => {
    const usage = (octets: number[]) => ({
      keyUsage: { ...extension.keyUsage(), value: der(tag.bitString, Uint8Array.from(octets)) },
    })
    expect(verdict(leafWith({ extensions: usage([7, 0x80]) }))).toBe('accepted')
    expect(verdict(leafWith({ extensions: usage([7, 0x81]) }))).toBe('certificate-extension-malformed')
    expect(verdict(leafWith({ extensions: usage([6, 0x80]) }))).toBe('certificate-extension-malformed')
    expect(verdict(leafWith({ extensions: usage([8, 0x80]) }))).toBe('certificate-extension-malformed')
  })

  test('a signature whose octets are not whole', () => {
    const half = leafWith({
      mutateBytes: (bytes) => {
        const [tbs, algorithm, signature] = parseDer(bytes, 'certificate').children
        const content = Uint8Array.from(signature?.content ?? [])
        content[0] = 1
        content[content.length - 1] = (content[content.length - 1] ?? 0) & 0xfe
        return sequence(tbs?.bytes ?? content, algorithm?.bytes ?? content, der(tag.bitString, content))
      },
    })
    expect(verdict(half)).toBe('der-invalid')
  })

  test('SET out of order', () => {
    const attribute = (oid: string, text: string) => sequence(objectIdentifier(oid), utf8String(text))
    const [cn, o] = [attribute('2.5.4.3', 'a'), attribute('2.5.4.10', 'a')]
    expect(verdict(leafWith({ subject: sequence(der(tag.set, cn, o)) }))).toBe('accepted')
    expect(verdict(leafWith({ subject: sequence(der(tag.set, o, cn)) }))).toBe('der-invalid')
  })

  test('constructed strings, and strings with what their type does not have', () => {
    const named = (value: Uint8Array) => leafWith({ subject: { CN: value } })
    expect(verdict(named(der(0x2c, utf8String('a'))))).toBe('der-invalid')
    expect(verdict(named(der(tag.utf8String, Uint8Array.of(0xff))))).toBe('der-invalid')
    expect(verdict(named(der(tag.printableString, utf8('a@b'))))).toBe('name-malformed')
    expect(verdict(named(der(tag.printableString, utf8('a b'))))).toBe('accepted')
  })
})

const refusedBytes = (leaf: Parameters<typeof verdict>[0]) =>
  ['der-invalid', 'path-not-found'].includes(verdict(leaf)) &&
  ['der-invalid', 'path-not-found'].includes(inRfc5280(leaf))

describe('2: nothing behind', () => {
  test('the certificate', () => {
    expect(verdict(leafWith({ mutateBytes: nextByte }))).toBe('der-invalid')
    expect(verdict(caWith({ mutateBytes: nextByte }))).toBe('path-not-found')
    expect(verdict(rootWith({ mutateBytes: nextByte }))).toBe('der-invalid')
  })

  test('the last known field', () => {
    expect(verdict(leafWith({ fields: { trailing: [derNull()] } }))).toBe('der-invalid')
    expect(verdict(caWith({ fields: { trailing: [derNull()] } }))).toBe('path-not-found')
  })

  test('the value of an extension', () => {
    const { keyUsage, extendedKeyUsage } = extension
    const trailing = { ...keyUsage('digitalSignature'), value: nextByte(keyUsage('digitalSignature').value) }
    expect(verdict(leafWith({ extensions: { keyUsage: trailing } }))).toBe('certificate-extension-malformed')
    const eku = extendedKeyUsage('1.3.6.1.5.5.7.3.3')
    const two = { ...eku, value: concatBytes(eku.value, eku.value) }
    expect(verdict(leafWith({ extensions: { extendedKeyUsage: two } }))).toBe('certificate-extension-malformed')
  })

  test('the signature', () => {
    const extra = leafWith({
      mutateBytes: (bytes) => {
        const fields = parseDer(bytes, 'certificate').children.map((child) => child.bytes)
        return sequence(...fields, derNull())
      },
    })
    expect(verdict(extra)).toBe('der-invalid')
  })
})

describe('3: version', () => {
  test('extensions in version 1 or 2, and versions beyond 3', () => {
    expect(verdict(leafWith({ fields: { version: 2 } }))).toBe('accepted')
    for (const version of [null, 0, 1, 3, 4]) {
      expect(verdict(leafWith({ fields: { version } }))).toBe('certificate-version')
      expect(inRfc5280(leafWith({ fields: { version } }))).toBe('certificate-version')
      expect(verdict(caWith({ fields: { version } }))).toBe('path-not-found')
    }
  })

  test('a version beyond 3 without extensions, or one that is no number', () => {
    for (const version of [0, 3, 4]) {
      expect(inRfc5280(leafWith({ fields: { version, extensions: [] } }))).toBe('certificate-version')
    }
  })

  test('version 1 without extensions: not in the code-signing profile', () => {
    const plain = leafWith({ fields: { version: null, extensions: [] } })
    expect(verdict(plain)).toBe('certificate-version')
    expect(inRfc5280(plain)).toBe('accepted')
  })

  test('unique identifiers are of version 2', () => {
    const fields = { issuerUniqueId: Uint8Array.of(0, 1) }
    expect(verdict(leafWith({ fields }))).toBe('accepted')
    for (const uniqueId of [fields, { subjectUniqueId: Uint8Array.of(0, 1) }]) {
      const ofVersion = (version: number | null) =>
        inRfc5280(leafWith({ fields: { ...uniqueId, version, extensions: [] } }))
      expect([null, 1].map(ofVersion)).toEqual(['certificate-version', 'accepted'])
    }
    expect(inRfc5280(leafWith({ fields: { issuerUniqueId: Uint8Array.of(1, 1) } }))).toBe('der-invalid')
  })
})

describe('4: the signature algorithm inside and outside', () => {
  const p256 = generateKey('ECC_NIST_P256')
  const other = sequence(objectIdentifier('1.2.840.10045.4.3.3'))
  const withNull = sequence(objectIdentifier('1.2.840.10045.4.3.2'), derNull())

  test.each([
    ['another algorithm', other],
    ['the same with parameters', withNull],
  ])('%s', (_, signature) => {
    const options = { key: p256, fields: { signature } }
    expect(verdict(leafWith(options))).toBe('certificate-algorithm-mismatch')
    expect(verdict(caWith(options))).toBe('path-not-found')
    expect(verdict(rootWith(options))).toBe('certificate-algorithm-mismatch')
    expect(inRfc5280(leafWith(options))).toBe('certificate-algorithm-mismatch')
  })

  test('both with parameters that do not belong there', () => {
    expect(verdict(leafWith({ signatureAlgorithm: withNull }))).toBe('algorithm-unknown')
  })
})

test('5: an extension that stands there twice, known or not', () => {
  const again = { again: extension.keyUsage('digitalSignature') }
  const unknown = rawExtension(unknownOid, derNull())
  for (const extensions of [again, { one: unknown, two: unknown }]) {
    expect(verdict(leafWith({ extensions }))).toBe('certificate-extension-duplicate')
    expect(inRfc5280(leafWith({ extensions }))).toBe('certificate-extension-duplicate')
    expect(verdict(caWith({ extensions }))).toBe('path-not-found')
    expect(verdict(rootWith({ extensions }))).toBe('certificate-extension-duplicate')
  }
  expect(verdict(leafWith({ extensions: { one: unknown } }))).toBe('accepted')
})

test('6: an unknown critical extension, in each certificate', () => {
  const unknown = rawExtension(unknownOid, derNull())
  for (const [, leaf] of everywhere({ extensions: { unknown: critical(unknown) } })) {
    expect(verdict(leaf)).toBe('certificate-extension-unknown')
    expect(inRfc5280(leaf)).toBe('certificate-extension-unknown')
  }
  for (const [, leaf] of everywhere({ extensions: { unknown } })) expect(verdict(leaf)).toBe('accepted')
})

describe('7: a known extension that is malformed, critical or not', () => {
  const anyOid = objectIdentifier('1.2.3')
  /** A SEQUENCE with one element more. */
  const concatenated = (whole: Uint8Array, more: Uint8Array) => sequence(parseDer(whole, 'test').content, more)
  const malformed: readonly (readonly [string, Uint8Array])[] = [
    ['2.5.29.17', sequence()],
    ['2.5.29.17', sequence(der(0x82, utf8('exämple.com')))],
    ['2.5.29.17', sequence(der(0x87, Uint8Array.of(1, 2, 3)))],
    ['2.5.29.17', sequence(der(0x89))],
    ['2.5.29.17', octetString(new Uint8Array())],
    ['2.5.29.18', sequence()],
    ['1.3.6.1.5.5.7.1.1', sequence()],
    ['1.3.6.1.5.5.7.1.1', sequence(sequence(objectIdentifier('1.3.6.1.5.5.7.48.1')))],
    ['1.3.6.1.5.5.7.1.11', derNull()],
    ['2.5.29.19', derNull()],
    ['2.5.29.19', sequence(integer(0))],
    ['2.5.29.19', sequence(derBoolean(true), integer(-1))],
    ['2.5.29.15', octetString(new Uint8Array())],
    ['2.5.29.15', namedBits([])],
    ['2.5.29.15', namedBits([keyUsageBits.length])],
    ['2.5.29.37', sequence()],
    ['2.5.29.37', sequence(integer(1))],
    ['2.5.29.14', integer(1)],
    ['2.5.29.14', octetString(new Uint8Array())],
    ['2.5.29.35', sequence(der(0x82, Uint8Array.of(1)))],
    ['2.5.29.35', sequence(der(0x80))],
    ['2.5.29.32', sequence()],
    ['2.5.29.32', sequence(sequence(objectIdentifier('1.2.3')), sequence(objectIdentifier('1.2.3')))],
    ['2.5.29.33', sequence()],
    ['2.5.29.36', sequence()],
    ['2.5.29.54', integer(-1)],
    ['2.5.29.54', integer(2n ** 40n)],
    ['2.5.29.30', sequence()],
    ['2.5.29.31', sequence()],
    ['2.5.29.31', sequence(sequence(der(0x81, Uint8Array.of(6, 0x40))))],
    ['2.5.29.46', sequence()],
    // One field more than there is.
    ['2.5.29.17', sequence(der(0xa0, anyOid, der(0xa0, derNull()), derNull()))],
    ['2.5.29.17', sequence(der(0xa4, name('X'), name('X')))],
    ['2.5.29.17', sequence(der(0xa4))],
    ['1.3.6.1.5.5.7.1.1', sequence(sequence(anyOid, generalName.uri('https://example.com'), derNull()))],
    ['2.5.29.32', sequence(sequence(anyOid, sequence(cpsQualifier('https://example.com')), derNull()))],
    ['2.5.29.32', sequence(sequence(anyOid, sequence(concatenated(cpsQualifier('https://example.com'), derNull()))))],
    ['2.5.29.33', sequence(sequence(anyOid, anyOid, anyOid))],
    ['2.5.29.36', sequence(der(0x80, Uint8Array.of(0)), der(0x81, Uint8Array.of(0)), derNull())],
    ['2.5.29.36', sequence(der(0x81, Uint8Array.of(0)), der(0x80, Uint8Array.of(0)))],
  ]
  const labels: Readonly<Record<string, string>> = {
    '2.5.29.19': 'basicConstraints',
    '2.5.29.15': 'keyUsage',
    '2.5.29.37': 'extendedKeyUsage',
    '2.5.29.14': 'subjectKeyIdentifier',
    '2.5.29.35': 'authorityKeyIdentifier',
    '2.5.29.17': 'subjectAltName',
  }

  test.each(malformed)('%s', (oid, value) => {
    for (const isCritical of [false, true]) {
      const extensions = { [labels[oid] ?? 'other']: rawExtension(oid, value, isCritical) }
      expect(verdict(leafWith({ extensions }))).toBe('certificate-extension-malformed')
      expect(inRfc5280(leafWith({ extensions }))).toBe('certificate-extension-malformed')
      expect(inRfc5280(caWith({ extensions }))).toBe('path-not-found')
    }
  })

  test('well-formed', () => {
    const extensions = {
      san: extension.subjectAltName(
        generalName.uri('https://example.com/a'),
        generalName.email('a@example.com'),
        generalName.dns('example.com'),
        generalName.ip('192.0.2.1'),
        generalName.directory('X'),
        generalName.otherName('1.2.3', utf8String('x')),
        generalName.registeredId('1.2.3'),
      ),
      ian: extension.issuerAltName(generalName.dns('example.com')),
      aia: extension.authorityInfoAccess('http://example.com/'),
      dp: extension.crlDistributionPoints({ names: [generalName.uri('http://example.com/crl')] }),
      fresh: extension.freshestCrl({ names: [generalName.uri('http://example.com/delta')] }),
      policies: extension.certificatePolicies('1.2.3'),
    }
    expect(verdict(leafWith({ extensions }))).toBe('accepted')
  })
})

describe('8: serial numbers', () => {
  const octets = (count: number) => (1n << BigInt(8 * count - 1)) - 1n

  test('zero and negative ones, in the code-signing profile', () => {
    for (const serial of [0n, -1n, -(2n ** 100n)]) {
      expect(verdict(leafWith({ serial }))).toBe('certificate-serial')
      expect(verdict(caWith({ serial }))).toBe('certificate-serial')
      expect(inRfc5280(leafWith({ serial }))).toBe('accepted')
      expect(verdict(rootWith({ serial }))).toBe('accepted')
    }
    expect(verdict(leafWith({ serial: 1n }))).toBe('accepted')
  })

  test('longer than 20 octets, in either profile, but for the root', () => {
    expect(verdict(leafWith({ serial: octets(20) }))).toBe('accepted')
    for (const serial of [octets(21), octets(20) + 1n]) {
      expect(verdict(leafWith({ serial }))).toBe('certificate-serial')
      expect(inRfc5280(leafWith({ serial }))).toBe('certificate-serial')
      expect(inRfc5280(caWith({ serial }))).toBe('certificate-serial')
      expect(verdict(rootWith({ serial }))).toBe('accepted')
    }
  })
})

describe('9: times', () => {
  const utc = (text: string) => der(tag.utcTime, utf8(text))
  const general = (text: string) => der(tag.generalizedTime, utf8(text))

  test.each([
    ['UTCTime', utc('250101000000Z')],
    ['GeneralizedTime', general('20250101000000Z')],
    ['leap day', utc('240229000000Z')],
    ['1950 by two digits', utc('500101000000Z')],
  ])('%s', (_, notBefore) => {
    expect(verdict(leafWith({ notBefore }))).toBe('accepted')
  })

  test.each([
    ['without seconds', utc('2501010000Z')],
    ['with an offset', utc('250101000000+0000')],
    ['without Z', utc('250101000000')],
    ['UTCTime with four digits of year', utc('20250101000000Z')],
    ['GeneralizedTime with two', general('250101000000Z')],
    ['with fractions', general('20250101000000.5Z')],
    ['with an offset, generalized', general('20250101000000+0000')],
    ['month 13', utc('251301000000Z')],
    ['month 0', utc('250001000000Z')],
    ['day 0', utc('250100000000Z')],
    ['30 February', utc('250230000000Z')],
    ['29 February of a common year', utc('250229000000Z')],
    ['hour 24', utc('250101240000Z')],
    ['minute 60', utc('250101006000Z')],
    ['second 60', utc('250101000060Z')],
    ['letters', utc('25010100000aZ')],
    ['another type', der(tag.printableString, utf8('250101000000Z'))],
    ['bytes behind', utc('250101000000Z\0')],
  ])('%s', (_, notBefore) => {
    expect(verdict(leafWith({ notBefore }))).toBe('der-invalid')
    expect(inRfc5280(caWith({ notBefore }))).toBe('path-not-found')
  })

  test('99 in UTCTime is 1999, 49 is 2049', () => {
    expect(verdict(leafWith({ notAfter: utc('991231235959Z') }))).toBe('certificate-expired')
    expect(verdict(leafWith({ notAfter: utc('491231235959Z') }))).toBe('accepted')
    expect(verdict(leafWith({ notAfter: utc('500101000000Z') }))).toBe('certificate-expired')
  })
})

describe('10: empty names', () => {
  test('issuer', () => {
    const fields = { issuer: emptyName }
    expect(verdict(leafWith({ fields }))).toBe('certificate-issuer-empty')
    expect(inRfc5280(leafWith({ fields }))).toBe('certificate-issuer-empty')
  })

  test('subject of a CA', () => {
    const nameless = createAuthority({ subject: 'Root' }).issueAuthority({ subject: emptyName })
    // Whatever it issues has an empty issuer.
    expect(verdict(nameless.issue())).toBe('certificate-issuer-empty')
    expect(verdict(nameless, { purpose: 'any' })).toBe('certificate-is-ca')
  })

  test('subject of a leaf: asks for a critical alternative name', () => {
    const san = extension.subjectAltName(generalName.uri('https://example.com/a'))
    const nameless = (subjectAltName: typeof san | null) =>
      leafWith({ subject: emptyName, extensions: { subjectAltName } })
    expect(verdict(nameless(null))).toBe('certificate-name-missing')
    expect(verdict(nameless(san))).toBe('certificate-name-missing')
    expect(verdict(nameless(critical(san)))).toBe('accepted')
  })

  test('malformed names', () => {
    const attribute = sequence(objectIdentifier('2.5.4.3'), utf8String('a'))
    expect(verdict(leafWith({ subject: sequence(attribute) }))).toBe('name-malformed')
    expect(verdict(leafWith({ subject: sequence(der(tag.set)) }))).toBe('name-malformed')
    const short = sequence(objectIdentifier('2.5.4.3'))
    expect(verdict(leafWith({ subject: sequence(der(tag.set, short)) }))).toBe('der-invalid')
    expect(verdict(leafWith({ subject: name('a') }))).toBe('accepted')
    expect(verdict(leafWith({ subject: der(contextConstructed(0), name('a')) }))).toBe('der-invalid')
    expect(verdict(leafWith({ fields: { issuer: bitString(utf8('a')) } }))).toBe('der-invalid')
  })
})
