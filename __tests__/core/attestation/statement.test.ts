import { describe, expect, test } from '@jest/globals'
import { parseRepository } from '../../../src/core/attestation/release.ts'
import {
  certificateField,
  encodeStatement,
  parseStatement,
  type Statement,
  subject,
} from '../../../src/core/attestation/statement.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { digest } from '../../../src/core/crypto.ts'
import { codeOf } from '../../support/refusal.ts'

const sha256 = (text: string) => ({ sha256: digest('sha256', utf8(text)) })

const statement: Statement = {
  release: { repository: parseRepository('acme/tool'), tag: 'v1.0.0' },
  packageId: '4711',
  certificateSha256: 'ab'.repeat(32),
  subjects: [subject('b.zip', sha256('b')), subject('a.tar.gz', sha256('a'))],
}

const json = () => JSON.parse(new TextDecoder().decode(encodeStatement(statement)))
const encoded = (value: unknown) => utf8(JSON.stringify(value))
const withSubjects = (...names: string[]): Statement => ({
  ...statement,
  subjects: names.map((name) => subject(name, sha256(name))),
})

describe('encodeStatement', () => {
  test('writes the predicate of version 0.2, subjects by name', () => {
    expect(json()).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      predicateType: 'https://in-toto.io/attestation/release/v0.2',
      predicate: {
        purl: 'pkg:github/acme/tool@v1.0.0',
        packageId: '4711',
        kmsReleaseSigningCertificateSha256: 'ab'.repeat(32),
      },
      subject: [
        { name: 'a.tar.gz', digest: { sha256: 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb' } },
        { name: 'b.zip', digest: { sha256: '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d' } },
      ],
    })
  })

  test('leaves a repository id that is not known out', () => {
    const { predicate } = JSON.parse(new TextDecoder().decode(encodeStatement({ ...statement, packageId: undefined })))
    expect(predicate).not.toHaveProperty('packageId')
  })

  test('is read back', () => {
    const read = parseStatement(encodeStatement(statement))
    expect(read).toEqual({ ...statement, subjects: [...statement.subjects].reverse() })
  })

  test('takes 1,024 artifacts and no more', () => {
    const names = (count: number) => Array.from({ length: count }, (_, i) => `artifact-${i}`)
    expect(parseStatement(encodeStatement(withSubjects(...names(1024)))).subjects).toHaveLength(1024)
    expect(codeOf(() => encodeStatement(withSubjects(...names(1025))))).toBe('attestation-too-large')
  })

  test.each([
    [['a.zip', 'a.zip'], 'names-collide'],
    [['a b.zip', 'a.b.zip'], 'names-collide'],
    [['A.zip', 'a.zip'], 'names-collide'],
    [['a\nb'], 'subject-name-invalid'],
    [['a/b'], 'subject-name-invalid'],
    [['..'], 'subject-name-invalid'],
    [[''], 'subject-name-invalid'],
    [['\ud800'], 'subject-name-invalid'],
    [['x'.repeat(256)], 'subject-name-invalid'],
    [[], 'attestation-invalid'],
  ])('refuses %j with %s', (names, expected) => {
    expect(codeOf(() => encodeStatement(withSubjects(...names)))).toBe(expected)
  })
})

describe('parseStatement', () => {
  const changed = (change: (value: ReturnType<typeof json>) => void) => {
    const value = json()
    change(value)
    return codeOf(() => parseStatement(encoded(value)))
  }

  test('passes over members that are not known', () => {
    const value = json()
    value.predicate.more = { x: 1 }
    value.subject[0].annotations = {}
    value.subject[0].digest.gitCommit = 'abc'
    expect(codeOf(() => parseStatement(encoded(value)))).toBe('accepted')
  })

  test('keeps a second digest that it knows', () => {
    const value = json()
    value.subject[0].digest.sha512 = 'cd'.repeat(64)
    expect(parseStatement(encoded(value)).subjects[0]?.digests.sha512).toBe('cd'.repeat(64))
  })

  test('takes a subject that is known by another digest than sha256', () => {
    const value = json()
    value.subject[0].digest = { sha512: 'cd'.repeat(64) }
    expect(parseStatement(encoded(value)).subjects[0]?.digests).toEqual({ sha512: 'cd'.repeat(64) })
  })

  test.each<[string, (value: ReturnType<typeof json>) => void]>([
    ['another statement type', (value) => (value._type = 'https://in-toto.io/Statement/v0.1')],
    ['the older predicate', (value) => (value.predicateType = 'https://in-toto.io/attestation/release/v0.1')],
    ['no certificate digest', (value) => delete value.predicate[certificateField]],
    ['a certificate digest in upper case', (value) => (value.predicate[certificateField] = 'AB'.repeat(32))],
    ['a package id of a number', (value) => (value.predicate.packageId = 4711)],
    ['an empty package id', (value) => (value.predicate.packageId = '')],
    ['no subject', (value) => (value.subject = [])],
    ['a subject without a digest', (value) => (value.subject[0].digest = {})],
    ['a subject with a weak digest alone', (value) => (value.subject[0].digest = { sha1: 'ab'.repeat(20) })],
    ['a digest of another length', (value) => (value.subject[0].digest.sha256 = 'ab')],
    ['a malformed second digest', (value) => (value.subject[0].digest.sha512 = 'ab')],
    ['a subject that is a string', (value) => (value.subject[0] = 'a.tar.gz')],
  ])('refuses %s', (_, change) => expect(changed(change)).toBe('attestation-invalid'))

  test('refuses names that fall together, and names that are none', () => {
    expect(changed((value) => (value.subject[1].name = 'A.TAR.GZ'))).toBe('names-collide')
    expect(changed((value) => (value.subject[1].name = 'a\u0000'))).toBe('subject-name-invalid')
  })

  test('refuses duplicate members, which JSON.parse would let through', () => {
    const text = JSON.stringify(json()).replace('"purl":', '"purl":"pkg:github/evil/tool@v1.0.0","purl":')
    expect(JSON.parse(text).predicate.purl).toBe('pkg:github/acme/tool@v1.0.0')
    expect(codeOf(() => parseStatement(utf8(text)))).toBe('json-invalid')
  })
})
