import { describe, expect, test } from '@jest/globals'
import { encodeExtension as encodeTest, generalName, generateKey, extension as own } from '../../../../dev/pki.ts'
import { encodeAlternativeNames } from '../../../../src/core/x509/encode/alternative-name.ts'
import { serialOf } from '../../../../src/core/x509/encode/certificate.ts'
import * as extension from '../../../../src/core/x509/encode/extension.ts'
import { keyIdentifierOf } from '../../../../src/core/x509/encode/signed.ts'
import { parsePublicKey } from '../../../../src/core/x509/public-key.ts'
import { codeOf } from '../../../support/refusal.ts'

// The virtual PKI of the tests has encoders of its own.
describe('extensions', () => {
  const date = new Date('2026-11-28T09:00:00.999Z')
  test.each([
    ['a CA', extension.authorityConstraints(2), own.basicConstraints(true, 2)],
    ['a CA without path length', extension.authorityConstraints(undefined), own.basicConstraints(true)],
    ['no CA', extension.endEntityConstraints(), own.basicConstraints(false)],
    ['key usage', extension.keyUsage('keyCertSign', 'cRLSign'), own.keyUsage('keyCertSign', 'cRLSign')],
    [
      'key usage of two octets',
      extension.keyUsage('digitalSignature', 'decipherOnly'),
      own.keyUsage('digitalSignature', 'decipherOnly'),
    ],
    [
      'extended key usage',
      extension.extendedKeyUsage(['1.3.6.1.5.5.7.3.3']),
      own.extendedKeyUsage('1.3.6.1.5.5.7.3.3'),
    ],
    ['SKI', extension.subjectKeyIdentifier(Uint8Array.of(1, 2)), own.subjectKeyIdentifier(Uint8Array.of(1, 2))],
    ['AKI', extension.authorityKeyIdentifier(Uint8Array.of(1, 2)), own.authorityKeyIdentifier(Uint8Array.of(1, 2))],
    ['CRL number', extension.crlNumber(300n), own.crlNumber(300)],
    ['reason', extension.reasonCode(1), own.reasonCode(1)],
    ['invalidity date', extension.invalidityDate(date), own.invalidityDate(date)],
    [
      'alternative names',
      extension.subjectAlternativeName(
        encodeAlternativeNames({ uris: ['https://a.example/x', 'https://a.example/x'], emails: ['a@b.example'] }),
      ),
      own.subjectAltName(generalName.uri('https://a.example/x'), generalName.email('a@b.example')),
    ],
  ])('%s', (_, encoded, expected) => {
    expect(Buffer.from(encoded).toString('hex')).toBe(Buffer.from(encodeTest(expected)).toString('hex'))
  })
})

describe('alternative names', () => {
  test.each(['https://example.com', 'spiffe://example.com/a', 'urn:example:a', 'https://u@h.example:8443/p?q=%20#f'])(
    '%s is a URI',
    (uri) => {
      expect(codeOf(() => encodeAlternativeNames({ uris: [uri], emails: [] }))).toBe('accepted')
    },
  )
  test.each([
    '',
    'example.com/a',
    '/a',
    'https://',
    'https:///a',
    'https://u@/a',
    'https://exämple.com',
    'https://a b',
    'https://a\n',
  ])('%j is none', (uri) => {
    expect(codeOf(() => encodeAlternativeNames({ uris: [uri], emails: [] }))).toBe('alternative-name-malformed')
  })
  test.each(['', 'a', 'a@', '@example.com', 'a@b@c', 'ä@example.com', 'a b@example.com', 'a@exa mple.com'])(
    '%j is no email address',
    (email) => {
      expect(codeOf(() => encodeAlternativeNames({ uris: [], emails: [email] }))).toBe('alternative-name-malformed')
    },
  )
})

test('a serial number is as long as may be, and positive', () => {
  expect(serialOf(new Uint8Array(20).fill(0xff))).toBe(2n ** 159n - 1n)
  expect(serialOf(new Uint8Array(20).fill(0).with(19, 7))).toBe(7n)
})

test('a key identifier is 160 bits of the SHA-256 of the key alone', async () => {
  const key = parsePublicKey(generateKey('ECC_NIST_P256').publicKey)
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(key.octets)))
  expect(Buffer.from(keyIdentifierOf(key))).toEqual(Buffer.from(digest.subarray(0, 20)))
})
