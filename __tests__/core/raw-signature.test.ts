import { describe, expect, test } from '@jest/globals'
import { makeCms } from '../../dev/cms.ts'
import { createAuthority } from '../../dev/pki.ts'
import { preAuthenticationEncoding } from '../../src/core/attestation/envelope.ts'
import { concatBytes, utf8 } from '../../src/core/bytes.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { integer, octetString, sequence, setOf } from '../../src/core/der/writer.ts'
import { limits } from '../../src/core/limits.ts'
import { encodeMessageBundle, parseMessageBundle } from '../../src/core/message-bundle.ts'
import { checkNotSelfDescribing, guardedBytes } from '../../src/core/raw-signature.ts'
import { withMemberEverywhere } from '../support/member-everywhere.ts'
import { codeOf, refusalOf } from '../support/refusal.ts'

const verdict = (bytes: Uint8Array) =>
  codeOf(() => checkNotSelfDescribing({ path: 'a', size: bytes.length, start: bytes.subarray(0, guardedBytes) }))

const leaf = createAuthority().issue()
const attributes = parseSignedData(makeCms(leaf, utf8('another artifact'))).signedBytes
const parts = [octetString(new Uint8Array(200)), integer(1)]
const content = concatBytes(...parts)

/** A SET whose length is written in so many octets, more than DER would. */
const padded = (octets: number) => {
  const length = new Uint8Array(octets)
  new DataView(length.buffer).setUint16(octets - 2, content.length)
  return concatBytes(Uint8Array.of(0x31, 0x80 | octets), length, content)
}

describe('an artifact whose own bytes could be a signed form is refused', () => {
  test.each<[string, Uint8Array]>([
    ['the signed attributes of a CMS', attributes],
    [
      'attributes out of order, with others added',
      concatBytes(Uint8Array.of(0x31, 0x81, content.length), ...parts.toReversed()),
    ],
    ['a SET in BER with a padded length', padded(4)],
    ['a SET in BER with the longest length', padded(126)],
    ['a SET in BER of indefinite length', concatBytes(Uint8Array.of(0x31, 0x80), content, Uint8Array.of(0, 0))],
    ['a SEQUENCE of indefinite length that does not end', concatBytes(Uint8Array.of(0x30, 0x80), content)],
    ['a certificate', leaf.certificate],
    ['a request for one', sequence(sequence(integer(0)), sequence(), octetString(utf8('x')))],
    ['an empty SET', setOf([])],
    ['a DSSE encoding', preAuthenticationEncoding(utf8('{}'))],
    ['the first words of one', utf8('DSSEv1 ')],
  ])('%s', (_, bytes) => expect(verdict(bytes)).toBe('artifact-self-describing'))

  test('and is told for what it could be taken', () => {
    const refusal = (bytes: Uint8Array) =>
      refusalOf(() => checkNotSelfDescribing({ path: 'a', size: bytes.length, start: bytes.subarray(0, guardedBytes) }))
    expect(refusal(utf8('DSSEv1 '))?.message).toContain('a DSSE encoding')
    expect(refusal(attributes)?.message).toContain('a signed form or a certificate')
  })
})

describe('any other artifact is not', () => {
  test.each<[string, Uint8Array]>([
    ['nothing', new Uint8Array()],
    ['text that begins with the digit 0', utf8('0123456789')],
    ['text that begins with the digit 1', utf8('1\n')],
    ['one octet', Uint8Array.of(0x30)],
    ['a certificate with a line end behind it', concatBytes(leaf.certificate, utf8('\n'))],
    ['a certificate that is cut short', leaf.certificate.subarray(0, -1)],
    ['a file that speaks of DSSE', utf8('DSSEv2 ')],
    ['an OCTET STRING that fills the file', octetString(content)],
    ['a program', concatBytes(Uint8Array.of(0x7f), utf8('ELF'), content)],
  ])('%s', (_, bytes) => expect(verdict(bytes)).toBe('accepted'))
})

describe('message bundles', () => {
  const bundle = { hash: 'sha384', digest: new Uint8Array(48).fill(7), signature: utf8('signature') } as const
  const json = () => JSON.parse(new TextDecoder().decode(encodeMessageBundle(bundle)))

  test('with a member that is not known are not ours, in whatever object', () => {
    const changed = withMemberEverywhere(json())
    expect(changed.map((one) => codeOf(() => parseMessageBundle(utf8(JSON.stringify(one)))))).toEqual(
      changed.map(() => 'message-bundle-invalid'),
    )
    expect(codeOf(() => parseMessageBundle(new Uint8Array(limits.rawSignatureBytes + 1)))).toBe('limit-exceeded')
  })

  test('are read back', () => expect(parseMessageBundle(encodeMessageBundle(bundle))).toEqual(bundle))

  test.each<[string, (value: ReturnType<typeof json>) => void]>([
    ['another media type', (value) => (value.mediaType = 'application/json')],
    ['an envelope beside it', (value) => (value.dsseEnvelope = {})],
    ['a certificate, which nobody asked for', (value) => (value.verificationMaterial.certificate = {})],
    ['log entries', (value) => (value.verificationMaterial.tlogEntries = [{}])],
    ['the hint of another tool', (value) => (value.verificationMaterial.publicKey.hint = 'abc')],
    ['another hash', (value) => (value.messageSignature.messageDigest.algorithm = 'SHA1')],
    ['no signature', (value) => delete value.messageSignature.signature],
  ])('with %s are not ours', (_, change) => {
    const value = json()
    change(value)
    expect(codeOf(() => parseMessageBundle(utf8(JSON.stringify(value))))).toBe('message-bundle-invalid')
  })
})
