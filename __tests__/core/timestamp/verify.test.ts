import { describe, expect, test } from '@jest/globals'
import {
  type Authority,
  createAuthority,
  critical,
  extension,
  generalName,
  generateKey,
  type KeyUsageBit,
  namedBits,
  nonCritical,
  purpose,
} from '../../../dev/pki.ts'
import {
  attribute,
  grantedResponse,
  plainRsa,
  refusedResponse,
  type TimeStampTokenOptions,
  timeStampOid,
  timeStampToken,
} from '../../../dev/time-stamp-token.ts'
import { algorithmByName, type HashName } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { digest } from '../../../src/core/crypto.ts'
import { contextConstructed, contextPrimitive } from '../../../src/core/der/tag.ts'
import { der, integer, octetString, sequence } from '../../../src/core/der/writer.ts'
import { ReleaseSigningError } from '../../../src/core/error.ts'
import type { TimeStampRequest } from '../../../src/core/timestamp/request.ts'
import { tokenOfResponse } from '../../../src/core/timestamp/response.ts'
import { parseTimeStampToken } from '../../../src/core/timestamp/token.ts'
import { checkAnswer, type TimeStampTrust, verifyTimeStamp } from '../../../src/core/timestamp/verify.ts'
import { createTrustAnchor } from '../../../src/core/x509/trust-anchor.ts'
import { codeOf, refusalOf } from '../../support/refusal.ts'

const root = createAuthority({ subject: 'TSA Root' })
const authority = root.issueAuthority({ subject: 'TSA CA' })
const signer = authority.issue({ profile: 'time-stamping', subject: 'TSA' })
const message = utf8('a signature value')

type Options = Partial<TimeStampTokenOptions>

const trustIn = (...roots: readonly Authority[]): TimeStampTrust => ({
  anchors: roots.map(({ certificate }) => createTrustAnchor(certificate)),
})

const verify = (options: Options = {}, trust: TimeStampTrust = trustIn(root)) =>
  verifyTimeStamp(parseTimeStampToken(timeStampToken({ signer, message, ...options })), message, trust)

const verdict = (options: Options = {}, trust?: TimeStampTrust) => codeOf(() => verify(options, trust))

test('a good token is believed, with its path', () => {
  const { info, path } = verify()
  expect(info.genTime.toISOString()).toBe('2026-06-01T12:00:00.000Z')
  expect(path.certificates.map(({ subject }) => subject.text)).toEqual(['CN=TSA', 'CN=TSA CA', 'CN=TSA Root'])
})

describe('chains as they are found', () => {
  const rsa = (number: number) => generateKey('RSA_2048', number)

  test('DigiCert: three RSA certificates, the root also cross-signed, both versions of ESSCertID', () => {
    const old = createAuthority({ subject: 'Assured Root', key: rsa(0) })
    const key = rsa(1)
    const trusted = createAuthority({ subject: 'Trusted Root', key })
    const crossSigned = old.issueAuthority({ subject: 'Trusted Root', key })
    const ca = trusted.issueAuthority({ subject: 'TimeStamping CA', key: rsa(2) })
    const leaf = ca.issue({ profile: 'time-stamping', key: rsa(3) })
    const options: Options = {
      signer: leaf,
      algorithm: plainRsa('sha256'),
      essVersions: [1, 2],
      certificates: [...leaf.chain, crossSigned.certificate],
    }
    expect(verdict(options, trustIn(trusted))).toBe('accepted')
    expect(verdict(options, trustIn(old))).toBe('accepted')
    expect(verdict(options, trustIn(root))).toBe('timestamp-untrusted')
  })

  test('Sectigo: RSA with SHA-384, content by SHA-512, no issuer in the ESSCertIDv2', () => {
    const top = createAuthority({
      subject: 'Public Time Stamping Root',
      key: rsa(0),
      algorithm: 'RSASSA_PKCS1_V1_5_SHA_384',
    })
    const ca = top.issueAuthority({ key: rsa(1), algorithm: 'RSASSA_PKCS1_V1_5_SHA_384', extensions: timeStampingOnly })
    const leaf = ca.issue({ profile: 'time-stamping', key: rsa(2), algorithm: 'RSASSA_PKCS1_V1_5_SHA_384' })
    const options: Options = { signer: leaf, hash: 'sha512', algorithm: plainRsa('sha512'), essIssuerSerial: false }
    expect(verdict(options, trustIn(top))).toBe('accepted')
  })

  test('Apple: a root self-signed by SHA-1, version 1 of ESSCertID', () => {
    const top = createAuthority({ subject: 'Apple-like Root', key: rsa(0), algorithm: 'RSASSA_PKCS1_V1_5_SHA_1' })
    const ca = top.issueAuthority({ key: rsa(1), algorithm: 'RSASSA_PKCS1_V1_5_SHA_256' })
    const leaf = ca.issue({ profile: 'time-stamping', key: rsa(2) })
    expect(verdict({ signer: leaf, algorithm: plainRsa('sha256'), essVersions: [1] }, trustIn(top))).toBe('accepted')
  })

  test('Sigstore: P-384 under SHA-256, the root issues the signer itself', () => {
    const top = createAuthority({ subject: 'sigstore-like', key: generateKey('ECC_NIST_P384'), pathLength: 0 })
    const leaf = top.issue({ profile: 'time-stamping', key: generateKey('ECC_NIST_P384') })
    const token: Options = { signer: leaf, algorithm: 'ECDSA_SHA_256', accuracy: { seconds: 1 } }
    expect(verdict(token, trustIn(top))).toBe('accepted')
  })

  test('two roots pinned: either does', () => {
    expect(verdict({}, trustIn(createAuthority(), root))).toBe('accepted')
  })

  const timeStampingOnly = { extendedKeyUsage: extension.extendedKeyUsage(purpose.timeStamping) }
})

describe('the signer', () => {
  test('is found among supplied certificates when the token carries none', () => {
    expect(verdict({ certificates: [] })).toBe('timestamp-signer-missing')
    expect(verdict({ certificates: [] }, { ...trustIn(root), intermediates: signer.chain })).toBe('accepted')
  })

  test('is named by a key identifier as well', () => {
    const identifier = parseTimeStampToken(timeStampToken({ signer, message }))
    expect(identifier.certificates).toHaveLength(2)
    const keyId = verify().signer.extensions.subjectKeyIdentifier ?? new Uint8Array()
    const named = { signerInfoVersion: 3, signerIdentifier: der(contextPrimitive(0), keyId) }
    expect(verdict(named)).toBe('accepted')
    expect(verdict({ ...named, signerIdentifier: der(contextPrimitive(0), utf8('x')) })).toBe('timestamp-signer-unfit')
  })

  test('is none that was put in: same key, same name, another certificate', () => {
    const twin = createAuthority({ subject: 'TSA CA', key: authority.key }).issue({
      profile: 'time-stamping',
      subject: 'TSA',
      key: signer.key,
    })
    expect(verdict({ certificates: [twin.certificate] })).toBe('timestamp-signer-missing')
    expect(
      verdict({
        certificates: [twin.certificate, utf8('rubbish')]
          .map((one) => (one[0] === 0x30 ? one : sequence(octetString(one))))
          .concat(signer.chain),
      }),
    ).toBe('accepted')
  })

  test('is refused when the identifier means another certificate', () => {
    const other = authority.issue({ profile: 'time-stamping', subject: 'TSA', key: signer.key })
    expect(verdict({ essCertificate: other, certificates: [...signer.chain, other.certificate] })).toBe(
      'timestamp-signer-unfit',
    )
    expect(verdict({ essCertificate: other })).toBe('timestamp-signer-missing')
  })

  test('is refused when one of two identifiers means another certificate', () => {
    const other = authority.issue({ profile: 'time-stamping' })
    const first = timeStampToken({ signer, message, essVersions: [1, 2] })
    expect(codeOf(() => verifyTimeStamp(parseTimeStampToken(first), message, trustIn(root)))).toBe('accepted')
    const mixed: Options = {
      essVersions: [1],
      attributes: (usual) => [...usual, ...essOf(other)],
      certificates: [...signer.chain, other.certificate],
    }
    expect(verdict(mixed)).toBe('timestamp-signer-missing')
  })

  test('is refused when the tsa field names another', () => {
    const names = { uri: generalName.uri('https://tsa.example.com'), directory: generalName.directory('Stamps') }
    const named = authority.issue({ profile: 'time-stamping', subject: 'TSA', san: Object.values(names) })
    const saying = (name: Uint8Array, of = signer) =>
      verdict({ signer: of, trailing: [der(contextConstructed(0), name)] })
    expect(saying(der(contextConstructed(4), signer.subject))).toBe('accepted')
    expect(saying(der(contextConstructed(4), root.subject))).toBe('timestamp-signer-unfit')
    expect(saying(names.uri)).toBe('timestamp-signer-unfit')
    expect(saying(names.directory)).toBe('timestamp-signer-unfit')
    for (const name of [der(contextConstructed(4), named.subject), names.uri, names.directory]) {
      expect(saying(name, named)).toBe('accepted')
    }
    expect(saying(generalName.uri('https://tsa.example.org'), named)).toBe('timestamp-signer-unfit')
    expect(saying(der(contextConstructed(9), signer.subject))).toBe('name-malformed')
  })

  const usage = extension.extendedKeyUsage
  test.each([
    ['no extended key usage', null],
    ['one that is not critical', nonCritical(usage(purpose.timeStamping))],
    ['another purpose', critical(usage(purpose.codeSigning))],
    ['a second purpose', critical(usage(purpose.timeStamping, purpose.codeSigning))],
    ['any purpose', critical(usage(purpose.any))],
  ])('is refused with %s', (_, extendedKeyUsage) => {
    const leaf = authority.issue({ profile: 'time-stamping', extensions: { extendedKeyUsage } })
    expect(verdict({ signer: leaf })).toBe('timestamp-signer-unfit')
  })

  test('is refused when its key may not sign, accepted for non-repudiation alone', () => {
    const leaf = (...bits: readonly KeyUsageBit[]) =>
      authority.issue({ profile: 'time-stamping', extensions: { keyUsage: extension.keyUsage(...bits) } })
    expect(verdict({ signer: leaf('keyEncipherment') })).toBe('timestamp-signer-unfit')
    expect(verdict({ signer: leaf('nonRepudiation') })).toBe('accepted')
  })
})

describe('the signature', () => {
  const flipLast = (bytes: Uint8Array) =>
    Uint8Array.from(bytes, (octet, i) => (i === bytes.length - 1 ? octet ^ 1 : octet))

  test('is refused when a bit of it is wrong', () => {
    expect(verdict({ mutateSignature: flipLast })).toBe('timestamp-signature-invalid')
  })

  test('is refused when the content is another', () => {
    const other = (attributes: readonly Uint8Array[]) => attributes
    const token = parseTimeStampToken(timeStampToken({ signer, message, attributes: other }))
    const changed = { ...token, messageDigest: flipLast(token.messageDigest) }
    expect(codeOf(() => verifyTimeStamp(changed, message, trustIn(root)))).toBe('timestamp-signature-invalid')
  })

  test('is refused by another kind of key than its algorithm has', () => {
    const { identifier } = algorithmByName('RSASSA_PKCS1_V1_5_SHA_256')
    const confused = { identifier, sign: () => new Uint8Array(256) }
    expect(verdict({ algorithm: confused })).toBe('timestamp-signature-invalid')
  })

  test('is refused over another message', () => {
    expect(verdict({ message: utf8('another') })).toBe('timestamp-imprint-mismatch')
  })

  test.each<HashName>(['sha256', 'sha384', 'sha512'])('is over an imprint by %s as well', (imprintHash) => {
    expect(verdict({ imprintHash })).toBe('accepted')
  })
})

describe('the time', () => {
  const dates = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-02-01T00:00:00Z') }
  const short = authority.issue({ profile: 'time-stamping', ...dates })

  test.each([
    ['2026-01-01T00:00:00Z', undefined, 'accepted'],
    ['2026-02-01T00:00:00Z', undefined, 'accepted'],
    ['2025-12-31T23:59:59Z', undefined, 'timestamp-untrusted'],
    ['2026-02-01T00:00:01Z', undefined, 'timestamp-untrusted'],
    ['2026-01-01T00:00:00Z', 1, 'timestamp-time-outside-validity'],
    ['2026-01-01T00:00:01Z', 1, 'accepted'],
    ['2026-01-31T23:59:59Z', 1, 'accepted'],
    ['2026-02-01T00:00:00Z', 1, 'timestamp-time-outside-validity'],
  ])('%s give or take %s s is %s', (genTime, seconds, expected) => {
    const options: Options = { signer: short, genTime: new Date(genTime) }
    expect(verdict(seconds === undefined ? options : { ...options, accuracy: { seconds } })).toBe(expected)
  })

  test('lies inside the validity of the CA too', () => {
    const ca = root.issueAuthority(dates)
    const leaf = ca.issue({ profile: 'time-stamping' })
    expect(verdict({ signer: leaf })).toBe('timestamp-untrusted')
    expect(verdict({ signer: leaf, genTime: dates.notAfter })).toBe('accepted')
    expect(verdict({ signer: leaf, genTime: dates.notAfter, accuracy: { seconds: 60 } })).toBe(
      'timestamp-time-outside-validity',
    )
  })

  test('an expired CA does no harm where another path is valid', () => {
    const key = generateKey('ECC_NIST_P256')
    const renewed = root.issueAuthority({ subject: 'Renewed', key })
    const expired = root.issueAuthority({ subject: 'Renewed', key, ...dates })
    const leaf = renewed.issue({ profile: 'time-stamping' })
    expect(verdict({ signer: leaf, certificates: [leaf.certificate, expired.certificate, renewed.certificate] })).toBe(
      'accepted',
    )
  })
})

test('accept refuses a path in its own words', () => {
  const revoked = new ReleaseSigningError('certificate-revoked', 'revoked')
  const accept = () => {
    throw revoked
  }
  expect(refusalOf(() => verify({}, { ...trustIn(root), accept }))).toBe(revoked)
})

test('the issuer and serial number in an ESSCertID must be those of the certificate it has the digest of', () => {
  const named = (serial: bigint) =>
    essAttribute(sequence(octetString(digest('sha256', signer.certificate)), issuerSerialOf(authority.subject, serial)))
  const options = (serial: bigint): Options => ({ essVersions: [], attributes: (usual) => [...usual, named(serial)] })
  expect(verdict(options(signer.serial))).toBe('accepted')
  expect(verdict(options(signer.serial + 1n))).toBe('timestamp-signer-unfit')
  const other = essAttribute(
    sequence(octetString(digest('sha256', signer.certificate)), issuerSerialOf(root.subject, signer.serial)),
  )
  expect(verdict({ essVersions: [], attributes: (usual) => [...usual, other] })).toBe('timestamp-signer-unfit')
})

test('a path that is refused is said why', () => {
  const refusal = refusalOf(() => verify({}, trustIn(createAuthority())))
  expect(refusal?.code).toBe('timestamp-untrusted')
  expect(refusal?.message).toMatch(/^time stamp: /)
  expect(refusal?.cause).toBeInstanceOf(Error)
})

describe('checkAnswer', () => {
  const { hash } = algorithmByName('ECDSA_SHA_256')
  const request: TimeStampRequest = { hash, digest: digest('sha256', message), nonce: 99n }
  const answer = (options: Options, changed: Partial<TimeStampRequest> = {}, trust?: TimeStampTrust) =>
    codeOf(() => {
      const token = parseTimeStampToken(timeStampToken({ signer, message, nonce: 99n, ...options }))
      checkAnswer(token, { ...request, ...changed }, trust)
    })

  test('takes the answer to the request, pinned or not', () => {
    expect(answer({}, {}, trustIn(root))).toBe('accepted')
    expect(answer({}, {}, undefined)).toBe('accepted')
  })

  test.each<[string, Options, Partial<TimeStampRequest>, string]>([
    ['another nonce', { nonce: 98n }, {}, 'timestamp-nonce-mismatch'],
    ['another imprint', { message: utf8('x') }, {}, 'timestamp-imprint-mismatch'],
    ['another hash', { imprintHash: 'sha512' }, {}, 'timestamp-imprint-mismatch'],
    ['another policy', {}, { policy: '1.2.3' }, 'timestamp-policy-mismatch'],
    ['a signer put out of date', { genTime: '20500101000000Z' }, {}, 'timestamp-time-outside-validity'],
    ['no certificate', { certificates: [] }, {}, 'timestamp-signer-missing'],
    ['a wrong signature', { mutateSignature: () => utf8('x') }, {}, 'timestamp-signature-invalid'],
  ])('refuses %s even with no root pinned', (_, options, changed, expected) => {
    expect(answer(options, changed)).toBe(expected)
  })

  test('refuses a stranger, and a signer out of date, where a root is pinned', () => {
    expect(answer({}, {}, trustIn(createAuthority()))).toBe('timestamp-untrusted')
    expect(answer({ genTime: '20500101000000Z' }, {}, trustIn(root))).toBe('timestamp-untrusted')
  })

  test('refuses an answer without a nonce', () => {
    const token = parseTimeStampToken(timeStampToken({ signer, message }))
    expect(codeOf(() => checkAnswer(token, request, undefined))).toBe('timestamp-nonce-mismatch')
  })

  test('takes the policy that was asked for', () => {
    expect(answer({ policy: '1.2.3' }, { policy: '1.2.3' })).toBe('accepted')
  })
})

describe('tokenOfResponse', () => {
  const token = timeStampToken({ signer, message })

  test('gives the token of an answer that is granted, with modifications or not', () => {
    expect(tokenOfResponse(grantedResponse(token))).toEqual(token)
    expect(tokenOfResponse(sequence(sequence(integer(1)), token))).toEqual(token)
  })

  test.each([2, 3, 4, 5, 17])('refuses status %d, even with a token', (status) => {
    expect(codeOf(() => tokenOfResponse(sequence(sequence(integer(status)), token)))).toBe('timestamp-refused')
  })

  test("tells the server's reasons", () => {
    expect(refusalOf(() => tokenOfResponse(refusedResponse(2, 'no clock')))?.message).toContain('no clock')
    const failing = (...bits: readonly number[]) => {
      const failure = sequence(sequence(integer(2), namedBits(bits)))
      return refusalOf(() => tokenOfResponse(failure))?.message
    }
    expect(failing(0)).toBe('the time-stamp server refused, status 2: badAlg')
    expect(failing(2, 15)).toBe('the time-stamp server refused, status 2: badRequest, unacceptedPolicy')
    expect(failing(25)).toBe('the time-stamp server refused, status 2: systemFailure')
    expect(refusalOf(() => tokenOfResponse(refusedResponse(2)))?.message).toBe(
      'the time-stamp server refused, status 2',
    )
  })

  test('refuses an answer that is granted without a token, and what is no answer', () => {
    expect(codeOf(() => tokenOfResponse(sequence(sequence(integer(0)))))).toBe('timestamp-invalid')
    expect(codeOf(() => tokenOfResponse(token))).toBe('der-invalid')
    expect(codeOf(() => tokenOfResponse(utf8('<html>')))).toBe('der-invalid')
  })
})

const essAttribute = (id: Uint8Array) => attribute(timeStampOid.signingCertificateV2, sequence(sequence(id)))

const issuerSerialOf = (issuer: Uint8Array, serial: bigint) =>
  sequence(sequence(der(contextConstructed(4), issuer)), integer(serial))

/** The ESSCertIDv2 attribute that names another certificate. */
function essOf(leaf: typeof signer): readonly Uint8Array[] {
  let found: readonly Uint8Array[] = []
  timeStampToken({
    signer: leaf,
    message,
    attributes: (usual) => {
      found = usual.slice(2)
      return usual
    },
  })
  return found
}
