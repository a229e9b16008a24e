import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { createAuthority, generalName, generateKey, name, type Reason, reason as reasons } from '../../dev/pki.ts'
import { concatBytes, utf8 } from '../../src/core/bytes.ts'
import { integerOf, objectIdentifierOf, timeOf } from '../../src/core/der/fields.ts'
import { type DerElement, parseDer } from '../../src/core/der/reader.ts'
import { tag } from '../../src/core/der/tag.ts'
import { der, integer, objectIdentifier, octetString, sequence, setOf, time } from '../../src/core/der/writer.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { parseCrl } from '../../src/core/x509/crl.ts'
import { parseName, sameName } from '../../src/core/x509/name.ts'
import { pathFor, verdict } from '../support/path.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'
import { daysFrom, now, verdict as revocationVerdict } from '../support/revocation.ts'

// What holds for all inputs. fast-check prints seed and counterexample of a failure.

const bytes = fc.uint8Array({ maxLength: 200 })

describe('DER', () => {
  const { tree } = fc.letrec<{ tree: Uint8Array }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4, depthSize: 'small' },
      fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }).map((value) => integer(value)),
      bytes.map(octetString),
      fc.string().map((text) => der(tag.utf8String, utf8(text.toWellFormed()))),
      fc.array(tie('tree'), { maxLength: 4 }).map((parts) => sequence(...parts)),
      fc.array(tie('tree'), { maxLength: 4 }).map((parts) => setOf(parts)),
    ),
  }))
  const rebuilt = ({ tag: identifier, content, children }: DerElement): Uint8Array =>
    children.length === 0 ? der(identifier, content) : der(identifier, ...children.map(rebuilt))

  test('what is written is read, and every element where it was put', () => {
    fc.assert(fc.property(tree, (encoded) => expect(rebuilt(parseDer(encoded, 'tree'))).toEqual(encoded)))
  })

  test('what is read is the one encoding of itself; what is not, is refused', () => {
    fc.assert(
      fc.property(fc.oneof(bytes, tree), fc.nat(), fc.nat(255), (encoded, position, octet) => {
        const mutant = encoded.length === 0 ? encoded : encoded.with(position % encoded.length, octet)
        let element: DerElement | undefined
        const refusal = refusalOf(() => {
          element = parseDer(mutant, 'mutant')
        })
        if (element === undefined) expect(refusal).toBeInstanceOf(ReleaseSigningError)
        else expect(rebuilt(element)).toEqual(mutant)
      }),
    )
  })

  test('a prefix and a longer one are refused', () => {
    fc.assert(
      fc.property(tree, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 9 }), (encoded, cut, more) => {
        expect(codeOf(() => parseDer(encoded.subarray(0, cut % encoded.length), 'prefix'))).toBe('der-invalid')
        expect(codeOf(() => parseDer(concatBytes(encoded, more), 'longer'))).toBe('der-invalid')
      }),
    )
  })

  test('numbers, object identifiers and times come back', () => {
    const whole = fc.date({ min: new Date(0), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
    fc.assert(
      fc.property(
        fc.bigInt(),
        fc.array(fc.bigInt({ min: 0n, max: 2n ** 50n }), { maxLength: 8 }),
        whole,
        (value, arcs, date) => {
          expect(integerOf(parseDer(integer(value), 'integer'), 'integer')).toBe(value)
          const dotted = ['2', ...arcs.map(String)].concat('7').join('.')
          expect(objectIdentifierOf(parseDer(objectIdentifier(dotted), 'oid'), 'oid')).toBe(dotted)
          const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000)
          expect(timeOf(parseDer(time(seconds), 'time'), 'time')).toEqual(seconds)
        },
      ),
    )
  })
})

describe('names', () => {
  const word = fc.stringMatching(/^[a-z]([a-z ]{0,8}[a-z])?$/)
  const read = (input: Parameters<typeof name>[0]) => parseName(parseDer(name(input), 'name'), 'name')

  test('case and white space do not tell names apart, anything else does', () => {
    fc.assert(
      fc.property(word, word, fc.nat(3), (first, second, spaces) => {
        const loose = ` ${first.toUpperCase().replaceAll(' ', ' '.repeat(spaces + 1))} `
        expect(sameName(read({ O: first, CN: 'x' }), read({ O: loose, CN: 'X' }))).toBe(true)
        const normal = (text: string) => text.replace(/ +/g, ' ')
        expect(sameName(read({ O: first }), read({ O: second }))).toBe(normal(first) === normal(second))
        expect(sameName(read({ O: first, CN: second }), read({ O: first }))).toBe(false)
        expect(sameName(read({ O: first, CN: second }), read({ CN: second, O: first }))).toBe(false)
      }),
    )
  })
})

describe('paths', () => {
  const root = createAuthority()
  const a = root.issueAuthority({ subject: 'A' })
  const b = a.issueAuthority({ subject: 'B' })
  const leaf = b.issue({ san: [generalName.uri('https://example.com/')] })
  const key = generateKey('ECC_NIST_P256')
  const others = [
    createAuthority({ subject: 'A' }).certificate,
    createAuthority({ subject: 'B', key }).certificate,
    root.issueAuthority({ subject: 'B' }).certificate,
    a.issueAuthority({ subject: 'A', key }).certificate,
    root.certificate,
    leaf.certificate,
    Uint8Array.of(0x30, 0),
  ]

  test('the one good path is found, whatever lies around it and in whatever order', () => {
    const rest = fc.shuffledSubarray(others)
    fc.assert(
      fc.property(rest, fc.nat(7), fc.nat(7), (junk, i, j) => {
        const intermediates = junk.toSpliced(i, 0, a.certificate).toSpliced(j, 0, b.certificate)
        expect(pathFor(leaf, { intermediates }).certificates).toHaveLength(4)
        const without = junk.toSpliced(i, 0, a.certificate)
        expect(verdict(leaf, { intermediates: without })).not.toBe('accepted')
      }),
      { numRuns: 40 },
    )
  })
})

describe('revocation', () => {
  const root = createAuthority({ subject: 'Root' })
  const ca = root.issueAuthority({ subject: 'CA' })
  const leaf = ca.issue()
  const date = fc.integer({ min: -200, max: -1 }).map((days) => daysFrom(now, days))

  test('a CRL knows those it lists and no others', () => {
    const serial = fc.bigInt({ min: 1n, max: 60n })
    fc.assert(
      fc.property(fc.uniqueArray(serial, { maxLength: 30 }), serial, (listed, asked) => {
        const crl = parseCrl(ca.crl({ revoked: listed.map((one) => ({ serial: one, date: now })) }))
        expect(crl.find(crl.issuer, asked)).toHaveLength(listed.includes(asked) ? 1 : 0)
      }),
    )
  })

  test('the rule of dates and reasons, for every entry', () => {
    const names = Object.keys(reasons).filter((one): one is Reason => one !== 'removeFromCRL')
    const entry = fc.record({
      date,
      invalidityDate: fc.option(date, { nil: undefined }),
      reason: fc.constantFrom(...names),
    })
    const rootCrl = root.crl()
    fc.assert(
      fc.property(entry, date, ({ date: revokedOn, invalidityDate, reason }, signedAt) => {
        const dates = { date: revokedOn, ...(invalidityDate === undefined ? {} : { invalidityDate }) }
        const crl = ca.crl({ revoked: [{ serial: leaf.serial, reason, ...dates }] })
        const refused =
          reason === 'keyCompromise' ||
          reason === 'cACompromise' ||
          revokedOn <= signedAt ||
          (invalidityDate !== undefined && invalidityDate <= signedAt)
        expect(revocationVerdict(leaf, [rootCrl, crl], { signedAt })).toBe(refused ? 'certificate-revoked' : 'accepted')
      }),
    )
  })
})
