import { describe, expect, test } from '@jest/globals'
import { type Bundle, bundleMediaType, encodeBundle, parseBundle } from '../../../src/core/attestation/bundle.ts'
import { preAuthenticationEncoding } from '../../../src/core/attestation/envelope.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { limits } from '../../../src/core/limits.ts'
import { withMemberEverywhere } from '../../support/member-everywhere.ts'
import { codeOf } from '../../support/refusal.ts'

const bundle: Bundle = {
  certificates: [utf8('leaf'), utf8('intermediate')],
  form: 'chain',
  timeStampResponse: utf8('response'),
  envelope: { payload: utf8('{"é":1}'), signature: Uint8Array.of(1, 2, 3, 0xff) },
}

const json = (value: Bundle = bundle) => JSON.parse(new TextDecoder().decode(encodeBundle(value)))
const read = (value: unknown) => parseBundle(utf8(JSON.stringify(value)))

describe('encodeBundle', () => {
  test.each<[string, Bundle]>([
    ['a chain and a time stamp', bundle],
    ['no time stamp', { ...bundle, timeStampResponse: undefined }],
    ['the leaf alone', { ...bundle, certificates: [utf8('leaf')], form: 'leaf' }],
  ])('is read back: %s', (_, value) => expect(parseBundle(encodeBundle(value))).toEqual(value))

  test('puts everything where Sigstore looks for it', () => {
    expect(json()).toEqual({
      mediaType: bundleMediaType,
      verificationMaterial: {
        x509CertificateChain: {
          certificates: [{ rawBytes: 'bGVhZg==' }, { rawBytes: 'aW50ZXJtZWRpYXRl' }],
        },
        tlogEntries: [],
        timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: 'cmVzcG9uc2U=' }] },
      },
      dsseEnvelope: {
        payload: 'eyLDqSI6MX0=',
        payloadType: 'application/vnd.in-toto+json',
        signatures: [{ sig: 'AQID/w==' }],
      },
    })
    expect(json({ ...bundle, form: 'leaf' }).verificationMaterial.certificate).toEqual({ rawBytes: 'bGVhZg==' })
  })
})

describe('parseBundle', () => {
  test('takes an empty key hint and a missing list of log entries', () => {
    const value = json()
    value.dsseEnvelope.signatures[0].keyid = ''
    delete value.verificationMaterial.tlogEntries
    expect(read(value)).toEqual(bundle)
  })

  test.each<[string, (value: ReturnType<typeof json>) => void]>([
    ['another media type', (value) => (value.mediaType = 'application/vnd.dev.sigstore.bundle+json;version=0.2')],
    ['a message signature beside the envelope', (value) => (value.messageSignature = {})],
    ['an unknown member', (value) => (value.verificationMaterial.publicKey = { hint: 'x' })],
    ['log entries', (value) => (value.verificationMaterial.tlogEntries = [{}])],
    ['two signatures', (value) => value.dsseEnvelope.signatures.push({ sig: 'AQID' })],
    ['no signature', (value) => (value.dsseEnvelope.signatures = [])],
    ['a key hint', (value) => (value.dsseEnvelope.signatures[0].keyid = 'x')],
    ['another payload type', (value) => (value.dsseEnvelope.payloadType = 'application/json')],
    ['base64 of the URL', (value) => (value.dsseEnvelope.signatures[0].sig = 'AQID_w==')],
    ['base64 without padding', (value) => (value.dsseEnvelope.signatures[0].sig = 'AQID/w')],
    ['base64 with bits left over', (value) => (value.dsseEnvelope.signatures[0].sig = 'AQID/x==')],
    ['base64 with a space', (value) => (value.dsseEnvelope.payload = ' e30=')],
    [
      'two time stamps',
      (value) => value.verificationMaterial.timestampVerificationData.rfc3161Timestamps.push({ signedTimestamp: '' }),
    ],
    ['a chain and a certificate', (value) => (value.verificationMaterial.certificate = { rawBytes: 'bGVhZg==' })],
    ['an empty chain', (value) => (value.verificationMaterial.x509CertificateChain.certificates = [])],
    ['no material', (value) => delete value.verificationMaterial.x509CertificateChain],
  ])('refuses %s', (_, change) => {
    const value = json()
    change(value)
    expect(codeOf(() => read(value))).toBe('attestation-invalid')
  })

  test.each([bundle, { ...bundle, certificates: [utf8('leaf')], form: 'leaf' as const }])(
    'refuses a member that is not known, in whatever object',
    (value) => {
      const changed = withMemberEverywhere(json(value))
      expect(changed.length).toBeGreaterThan(6)
      expect(changed.map((one) => codeOf(() => read(one)))).toEqual(changed.map(() => 'attestation-invalid'))
    },
  )

  test('refuses too many certificates and too many bytes', () => {
    const many = { ...bundle, certificates: Array.from({ length: limits.certificates + 1 }, () => utf8('x')) }
    expect(codeOf(() => parseBundle(encodeBundle(many)))).toBe('limit-exceeded')
    const most = { ...many, certificates: many.certificates.slice(1) }
    expect(codeOf(() => parseBundle(encodeBundle(most)))).toBe('accepted')
    expect(codeOf(() => parseBundle(new Uint8Array(limits.attestationBytes + 1)))).toBe('limit-exceeded')
  })
})

test('the pre-authentication encoding counts bytes, not characters', () => {
  expect(new TextDecoder().decode(preAuthenticationEncoding(utf8('é')))).toBe(
    'DSSEv1 28 application/vnd.in-toto+json 2 é',
  )
})
