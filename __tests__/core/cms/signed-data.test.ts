import { describe, expect, test } from '@jest/globals'
import {
  attribute,
  type CmsOptions,
  cmsOid,
  makeCms,
  makeSignerInfo,
  signingCertificateValue,
} from '../../../dev/cms.ts'
import { createAuthority, generateKey } from '../../../dev/pki.ts'
import { algorithmByName } from '../../../src/core/algorithm.ts'
import { concatBytes, utf8 } from '../../../src/core/bytes.ts'
import { parseSignedData } from '../../../src/core/cms/signed-data.ts'
import { parseDer } from '../../../src/core/der/reader.ts'
import { der, derNull, integer, objectIdentifier, octetString, sequence, setOf } from '../../../src/core/der/writer.ts'
import type { ErrorCode } from '../../../src/core/error.ts'
import { limits } from '../../../src/core/limits.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const signer = authority.issue({ subject: 'Signer' })
const other = authority.issue({ subject: 'Other' })
const artifact = utf8('artifact')

const { hash: sha256, identifier: ecdsa256 } = algorithmByName('ECDSA_SHA_256')
const { hash: sha384 } = algorithmByName('ECDSA_SHA_384')
const data = objectIdentifier(cmsOid.data)
const token = sequence(objectIdentifier(cmsOid.signedData))
const tokenAttribute = attribute(cmsOid.timeStampToken, token)
const unknownAttribute = attribute('1.2.3.4', octetString(utf8('note')))

const read = (options: CmsOptions = {}) => parseSignedData(makeCms(signer, artifact, options))

const longLength = (element: Uint8Array): Uint8Array => {
  const { tag, content } = parseDer(element, 'element', { bytes: limits.cmsBytes })
  const length = content.length
  return concatBytes(Uint8Array.of(tag, 0x84, 0, 0, length >> 8, length & 0xff), content)
}
const indefinite = (element: Uint8Array): Uint8Array => {
  const { tag, content } = parseDer(element, 'element', { bytes: limits.cmsBytes })
  return concatBytes(Uint8Array.of(tag, 0x80), content, Uint8Array.of(0, 0))
}
const { issuer, serial } = ((): { issuer: Uint8Array; serial: Uint8Array } => {
  const [, serial, , issuer] = parseDer(signer.certificate, 'certificate').children[0]?.children ?? []
  return { issuer: issuer?.bytes ?? new Uint8Array(), serial: serial?.bytes ?? new Uint8Array() }
})()
const hashOfSigner = parseDer(signingCertificateValue(signer.certificate), 'value').children[0]?.children[0]
  ?.children[0]
const certificateHash = hashOfSigner?.bytes ?? new Uint8Array()
const directoryName = der(0xa4, issuer)
const issuerSerial = sequence(sequence(directoryName), serial)
const signingCertificate = (...parts: Uint8Array[]): CmsOptions => ({
  attributes: { signingCertificateV2: attribute(cmsOid.signingCertificateV2, sequence(...parts)) },
})
const utcTime = (text: string): Uint8Array => der(0x17, utf8(text))
const generalizedTime = (text: string): Uint8Array => der(0x18, utf8(text))
const signingTime = (value: Uint8Array): CmsOptions => ({
  attributes: { signingTime: attribute(cmsOid.signingTime, value) },
})

describe('parseSignedData takes', () => {
  test('the profile', () => {
    const cms = read()
    expect(cms.algorithm.name).toBe('ECDSA_SHA_256')
    expect(cms.attributes.signingTime.toISOString()).toBe('2026-11-10T12:00:00.000Z')
    expect(cms.certificates).toHaveLength(2)
    expect(cms.signedBytes[0]).toBe(0x31)
    expect(cms.timestampToken).toBeUndefined()
  })

  const accepted: Record<string, CmsOptions> = {
    'a time-stamp token': { unsigned: [tokenAttribute] },
    'an unknown unsigned attribute': { unsigned: [unknownAttribute] },
    'an unknown unsigned attribute twice beside a time-stamp token': {
      unsigned: [unknownAttribute, unknownAttribute, tokenAttribute],
    },
    'the leaf alone': { certificates: [signer.certificate] },
    'more certificates than the chain': { certificates: [...signer.chain, other.certificate, root.certificate] },
    'a signing time of 2049': signingTime(utcTime('491231235959Z')),
    'a signing time of 2050': signingTime(generalizedTime('20500101000000Z')),
    'signingCertificateV2 in parts': signingCertificate(sequence(sequence(certificateHash, issuerSerial))),
    'attributes put together by hand': {
      encodeAttributes: (attributes) => setOf(attributes, 0xa0),
    },
  }
  test.each(Object.entries(accepted))('%s', (_, options) => {
    expect(read(options).algorithm.name).toBe('ECDSA_SHA_256')
  })

  test('the token as the bytes it stands there', () => {
    expect(read({ unsigned: [unknownAttribute, tokenAttribute] }).timestampToken).toEqual(token)
  })
})

describe('parseSignedData refuses', () => {
  const many = Array.from({ length: limits.certificates + 1 }, (_, i) => sequence(integer(i)))
  const refused: Record<string, readonly [ErrorCode, CmsOptions]> = {
    'another content type': ['cms-content-type', { contentType: objectIdentifier('1.2.840.113549.1.7.3') }],
    'SignedData of version 3': ['cms-version', { signedData: { version: integer(3) } }],
    'SignedData of version 0': ['cms-version', { signedData: { version: integer(0) } }],
    'SignerInfo of version 3': ['cms-version', { signerInfo: { version: integer(3) } }],
    'no digest algorithm': ['cms-digest-algorithms', { signedData: { digestAlgorithms: setOf([]) } }],
    'two digest algorithms': [
      'cms-digest-algorithms',
      { signedData: { digestAlgorithms: setOf([sha256.identifier, sha384.identifier]) } },
    ],
    'another digest algorithm than the signer has': [
      'cms-digest-algorithms',
      { signedData: { digestAlgorithms: setOf([sha384.identifier]) } },
    ],
    'a digest algorithm with NULL': [
      'cms-digest-algorithms',
      { signedData: { digestAlgorithms: setOf([sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), derNull())]) } },
    ],
    'a digest of the signer that is not of its signature algorithm': [
      'cms-digest-algorithm',
      {
        signerInfo: { digestAlgorithm: sha384.identifier },
        signedData: { digestAlgorithms: setOf([sha384.identifier]) },
      },
    ],
    'a digest of the signer with NULL': [
      'cms-digest-algorithm',
      { signerInfo: { digestAlgorithm: sequence(objectIdentifier('2.16.840.1.101.3.4.2.1'), derNull()) } },
    ],
    'another eContentType': [
      'cms-encapsulated-content-type',
      { signedData: { encapContentInfo: sequence(objectIdentifier('1.2.840.113549.1.9.16.1.4')) } },
    ],
    'no eContentType': ['cms-encapsulated-content-type', { signedData: { encapContentInfo: sequence() } }],
    'attached content': [
      'cms-content-attached',
      { signedData: { encapContentInfo: sequence(data, der(0xa0, octetString(artifact))) } },
    ],
    'no certificates': ['cms-certificates', { signedData: { certificates: null } }],
    'an empty set of certificates': ['cms-certificates', { certificates: [] }],
    'certificates out of order': [
      'cms-certificates',
      { signedData: { certificates: der(0xa0, ...setOfBackwards(signer.chain)) } },
    ],
    'another form of certificate': ['cms-certificates', { certificates: [...signer.chain, der(0xa1, integer(1))] }],
    'too many certificates': ['limit-exceeded', { certificates: many }],
    CRLs: ['cms-crls', { signedData: { crls: der(0xa1, authority.crl()) } }],
    'no CRLs in their place': ['cms-crls', { signedData: { crls: der(0xa1) } }],
    'no signer': ['cms-signer-count', { signedData: { signerInfos: setOf([]) } }],
    'two signers': ['cms-signer-count', { otherSigners: [makeSignerInfo(other, artifact)] }],
    'the same signer twice': ['cms-signer-count', { otherSigners: [makeSignerInfo(signer, artifact)] }],
    'a signer by subject key identifier': [
      'cms-signer-identifier',
      { signerInfo: { version: integer(3), sid: der(0x80, new Uint8Array(20)) }, signedData: { version: integer(3) } },
    ],
    'another signer in sid': ['cms-signer-identifier', { signerInfo: { sid: sequence(issuer, integer(1)) } }],
    'another issuer in sid': ['cms-signer-identifier', { signerInfo: { sid: sequence(root.subject, serial) } }],
    'no signed attributes': ['cms-signed-attributes-missing', { signerInfo: { signedAttributes: null } }],
    'an empty set of signed attributes': ['cms-attribute-missing', { signerInfo: { signedAttributes: der(0xa0) } }],
    'an unknown signature algorithm': [
      'algorithm-unknown',
      { signerInfo: { signatureAlgorithm: sequence(objectIdentifier('1.2.840.113549.1.1.5'), derNull()) } },
    ],
    'a signature algorithm with other parameters': [
      'algorithm-unknown',
      { signerInfo: { signatureAlgorithm: sequence(objectIdentifier('1.2.840.10045.4.3.2'), derNull()) } },
    ],
    'signed attributes out of order': [
      'cms-attribute-order',
      { encodeAttributes: (attributes) => der(0xa0, ...setOfBackwards(attributes)) },
    ],
    'another signed attribute': ['cms-attribute-unexpected', { attributes: { note: unknownAttribute } }],
    'a time stamp among the signed attributes': ['cms-attribute-unexpected', { attributes: { token: tokenAttribute } }],
    'contentType of another type': [
      'cms-attribute-content-type',
      { attributes: { contentType: attribute(cmsOid.contentType, objectIdentifier(cmsOid.signedData)) } },
    ],
    'a digest of another length': [
      'cms-attribute-invalid',
      { attributes: { messageDigest: attribute(cmsOid.messageDigest, octetString(new Uint8Array(48))) } },
    ],
    'a digest of another type': [
      'cms-attribute-invalid',
      { attributes: { messageDigest: attribute(cmsOid.messageDigest, der(0x0c, new Uint8Array(32))) } },
    ],
    'CMSAlgorithmProtection of another digest': [
      'cms-algorithm-protection',
      protection(sequence(sha384.identifier, retag(ecdsa256, 0xa1))),
    ],
    'CMSAlgorithmProtection of another signature': [
      'cms-algorithm-protection',
      protection(sequence(sha256.identifier, retag(algorithmByName('ECDSA_SHA_384').identifier, 0xa1))),
    ],
    'CMSAlgorithmProtection of a MAC': [
      'cms-algorithm-protection',
      protection(sequence(sha256.identifier, retag(ecdsa256, 0xa2))),
    ],
    'a signing time of 2049 as GeneralizedTime': [
      'cms-attribute-invalid',
      signingTime(generalizedTime('20491231235959Z')),
    ],
    'a signing time with a fraction': ['der-invalid', signingTime(generalizedTime('20500101000000.5Z'))],
    'a signing time with an offset': ['der-invalid', signingTime(utcTime('261110120000+0000'))],
    'a signing time that is none': ['der-invalid', signingTime(utcTime('261310120000Z'))],
    'a signing time of another type': ['der-invalid', signingTime(integer(1))],
    'signingCertificateV2 with policies': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, issuerSerial)), sequence(sequence(data))),
    ],
    'signingCertificateV2 with two certificates': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, issuerSerial), sequence(certificateHash, issuerSerial))),
    ],
    'signingCertificateV2 with none': ['cms-attribute-invalid', signingCertificate(sequence())],
    'signingCertificateV2 with a hash algorithm': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(sha256.identifier, certificateHash, issuerSerial))),
    ],
    'signingCertificateV2 without issuer and serial': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash))),
    ],
    'signingCertificateV2 with two names': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(directoryName, directoryName), serial)))),
    ],
    'signingCertificateV2 with another form of name': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(der(0x82, utf8('a'))), serial)))),
    ],
    'signingCertificateV2 with a name that is none': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(der(0xa4, integer(1))), serial)))),
    ],
    'signingCertificateV2 with two names in one': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(der(0xa4, issuer, issuer)), serial)))),
    ],
    'signingCertificateV2 with more than issuer and serial': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(directoryName), serial, serial)))),
    ],
    'signingCertificateV2 with more than hash, issuer and serial': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(certificateHash, issuerSerial, integer(1)))),
    ],
    'signingCertificateV2 with a serial that is none': [
      'cms-attribute-invalid',
      signingCertificate(
        sequence(sequence(certificateHash, sequence(sequence(directoryName), octetString(serial.subarray(2))))),
      ),
    ],
    'signingCertificateV2 with a short hash': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(octetString(new Uint8Array(20)), issuerSerial))),
    ],
    'signingCertificateV2 with a hash of another type': [
      'cms-attribute-invalid',
      signingCertificate(sequence(sequence(der(0x0c, new Uint8Array(32)), issuerSerial))),
    ],
    'issuer and serial of another certificate in signingCertificateV2': [
      'cms-signer-identifier',
      signingCertificate(sequence(sequence(certificateHash, sequence(sequence(directoryName), integer(1))))),
    ],
    'an empty set of unsigned attributes': ['cms-invalid', { unsigned: [] }],
    'unsigned attributes out of order': [
      'cms-attribute-order',
      { signerInfo: { unsignedAttributes: der(0xa1, ...setOfBackwards([unknownAttribute, tokenAttribute])) } },
    ],
    'two time-stamp attributes': [
      'cms-timestamp-count',
      { unsigned: [tokenAttribute, attribute(cmsOid.timeStampToken, sequence(integer(1)))] },
    ],
    'two tokens in one attribute': [
      'cms-timestamp-count',
      { unsigned: [attribute(cmsOid.timeStampToken, token, sequence(integer(1)))] },
    ],
    'no token in the attribute': ['cms-timestamp-count', { unsigned: [attribute(cmsOid.timeStampToken)] }],
    'an unsigned attribute that is none': ['cms-invalid', { unsigned: [integer(1)] }],
    'an unsigned attribute with more than type and values': [
      'der-invalid',
      { unsigned: [sequence(objectIdentifier('1.2.3.4'), setOf([]), integer(1))] },
    ],
    'a signature of another type': ['der-invalid', { signerInfo: { signature: der(0x03, new Uint8Array(71)) } }],
  }
  test.each(Object.entries(refused))('%s', (_, [code, options]) => {
    expect(() => read(options)).toThrow(expect.objectContaining({ code }))
  })

  const labels = ['contentType', 'messageDigest', 'signingTime', 'signingCertificateV2', 'algorithmProtection'] as const
  test.each(labels)('a missing %s', (label) => {
    expect(() => read({ attributes: { [label]: null } })).toThrow(
      expect.objectContaining({ code: 'cms-attribute-missing' }),
    )
  })
  test.each(labels)('two attributes %s', (label) => {
    const again = attribute(cmsOid[label], octetString(utf8(label)))
    expect(() => read({ attributes: { again } })).toThrow(expect.objectContaining({ code: 'cms-attribute-duplicate' }))
  })
  test.each(labels)('%s with no value and with two', (label) => {
    const two = attribute(cmsOid[label], integer(1), integer(2))
    for (const wrong of [attribute(cmsOid[label]), two]) {
      expect(() => read({ attributes: { [label]: wrong } })).toThrow(
        expect.objectContaining({ code: 'cms-attribute-values' }),
      )
    }
  })
})

describe('parseSignedData refuses BER', () => {
  const whole = makeCms(signer, artifact)
  const cases: Record<string, () => Uint8Array> = {
    'a long length outside': () => longLength(whole),
    'an indefinite length outside': () => indefinite(whole),
    'trailing bytes': () => concatBytes(whole, Uint8Array.of(0)),
    'nothing at all': () => new Uint8Array(),
    'a byte too few': () => whole.subarray(0, -1),
    'signed attributes of indefinite length': () =>
      makeCms(signer, artifact, { encodeAttributes: (attributes) => indefinite(setOf(attributes, 0xa0)) }),
    'signed attributes with a long length': () =>
      makeCms(signer, artifact, { encodeAttributes: (attributes) => longLength(setOf(attributes, 0xa0)) }),
    'certificates of indefinite length': () =>
      makeCms(signer, artifact, { signedData: { certificates: indefinite(setOf(signer.chain, 0xa0)) } }),
    'a signature in parts': () =>
      makeCms(signer, artifact, { signerInfo: { signature: der(0x24, octetString(new Uint8Array(71))) } }),
    'an unsigned attribute of indefinite length': () =>
      makeCms(signer, artifact, { unsigned: [indefinite(unknownAttribute)] }),
  }
  test.each(Object.entries(cases))('%s', (_, make) => {
    expect(() => parseSignedData(make())).toThrow(expect.objectContaining({ code: 'der-invalid' }))
  })

  test('a file that is too large', () => {
    const padded = (length: number) =>
      makeCms(signer, artifact, { unsigned: [attribute('1.2.3.4', octetString(new Uint8Array(length)))] })
    // A signature's length differs from one to the next.
    const around = [...Array(12).keys()].map((i) => padded(limits.cmsBytes - padded(100_000).length + 100_000 + i - 6))
    const lengths = around.map(({ length }) => length)
    expect(Math.min(...lengths)).toBeLessThanOrEqual(limits.cmsBytes)
    expect(Math.max(...lengths)).toBeGreaterThan(limits.cmsBytes)
    for (const cms of around) {
      if (cms.length <= limits.cmsBytes) expect(() => parseSignedData(cms)).not.toThrow()
      else expect(() => parseSignedData(cms)).toThrow(expect.objectContaining({ code: 'limit-exceeded' }))
    }
  })

  test('something that is no SEQUENCE', () => {
    expect(() => parseSignedData(octetString(whole))).toThrow(expect.objectContaining({ code: 'cms-invalid' }))
    expect(() => parseSignedData(retag(whole, 0x31))).toThrow()
  })
})

test('an RSA-PSS identifier with defaults written out is another algorithm', () => {
  const rsa = authority.issue({ key: generateKey('RSA_2048') })
  const { identifier } = algorithmByName('RSASSA_PSS_SHA_256')
  const make = (signatureAlgorithm: Uint8Array) =>
    makeCms(rsa, artifact, { algorithm: 'RSASSA_PSS_SHA_256', signerInfo: { signatureAlgorithm } })
  expect(parseSignedData(make(identifier)).algorithm.name).toBe('RSASSA_PSS_SHA_256')
  const [oid, parameters] = parseDer(identifier, 'identifier').children
  const trailer = der(0xa3, integer(1))
  const verbose = sequence(oid?.bytes ?? oidMissing(), sequence(parameters?.content ?? oidMissing(), trailer))
  expect(() => parseSignedData(make(verbose))).toThrow(expect.objectContaining({ code: 'algorithm-unknown' }))
})

function oidMissing(): never {
  throw new Error('the identifier of RSA-PSS is not what it was')
}

function protection(value: Uint8Array): CmsOptions {
  return { attributes: { algorithmProtection: attribute(cmsOid.algorithmProtection, value) } }
}

function retag(element: Uint8Array, identifier: number): Uint8Array {
  return Uint8Array.of(identifier, ...element.subarray(1))
}

function setOfBackwards(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return parseDer(setOf(parts), 'set', { bytes: limits.cmsBytes })
    .children.map(({ bytes }) => bytes)
    .reverse()
}
