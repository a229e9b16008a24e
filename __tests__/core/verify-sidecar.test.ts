import { describe, expect, test } from '@jest/globals'
import { attribute, type CmsOptions, cmsOid, makeCms, signingCertificateValue } from '../../dev/cms.ts'
import { createAuthority, extension, generalName, generateKey, type Leaf, purpose, rdn } from '../../dev/pki.ts'
import { type Hash, signatureAlgorithms } from '../../src/core/algorithm.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { cmsSidecar } from '../../src/core/cms/sidecar.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { digest } from '../../src/core/crypto.ts'
import { integer, octetString, sequence } from '../../src/core/der/writer.ts'
import type { VerificationPolicy } from '../../src/core/policy.ts'
import { checkMadeWith, createSidecarVerifier } from '../../src/core/verify-sidecar.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { parseCrl } from '../../src/core/x509/crl.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'

const artifact = utf8('artifact')
const now = new Date('2026-11-20T12:00:00Z')
const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
const signer = authority.issue({
  subject: { O: 'Example', CN: 'Signer' },
  san: [
    generalName.uri('https://example.com/release'),
    generalName.email('release@example.com'),
    generalName.dns('release.example.com'),
  ],
})

const defaults: VerificationPolicy = {
  anchors: [createTrustAnchor(root.certificate)],
  identity: { kind: 'dedicated-root' },
  deniedSerials: [],
  intermediates: [],
  now,
  at: undefined,
  timestampAnchors: [],
  requireTimestamp: false,
  crls: [],
  crlScope: 'path',
}

const digestBy = (content: Uint8Array) => (hash: Hash) => digest(hash.name, content)

/** The verdict on a CMS over `content`. */
function verdict(cms: Uint8Array, policy: Partial<VerificationPolicy> = {}, content = artifact) {
  const verify = createSidecarVerifier({ ...defaults, ...policy })
  return verify(() => cmsSidecar(parseSignedData(cms), digestBy(content)))
}
const judge = (leaf: Leaf, policy: Partial<VerificationPolicy> = {}, options: CmsOptions = {}) =>
  verdict(makeCms(leaf, artifact, options), policy)

const accepted = expect.objectContaining({ verified: true })
const refused = (code: string) =>
  expect.objectContaining({ verified: false, code, message: expect.any(String), hint: expect.any(String) })

describe('a sidecar of ours', () => {
  test('is verified, and the result tells all', () => {
    expect(judge(signer)).toEqual({
      verified: true,
      signer: {
        subject: 'CN=Signer,O=Example',
        sha256: createTrustAnchor(signer.certificate).certificate.sha256,
        identities: ['https://example.com/release', 'release@example.com', 'release.example.com'],
      },
      root: { sha256: defaults.anchors[0]?.certificate.sha256 },
      time: { at: '2026-11-20T12:00:00.000Z', source: 'now', timestamp: 'none', revocation: 'not-checked' },
      revocation: 'not-checked',
      warnings: [],
    })
  })

  const pairs = signatureAlgorithms.flatMap(({ name, keySpecs }) => keySpecs.map((spec) => [spec, name] as const))
  test.each(pairs)('is verified with %s %s, and none of its tampered twins', (spec, algorithm) => {
    const cms = makeCms(authority.issue({ key: generateKey(spec) }), artifact, { algorithm })
    expect(verdict(cms)).toEqual(accepted)
    expect(verdict(cms, {}, utf8('artifacT'))).toEqual(refused('digest-mismatch'))
    const { signature, signedBytes } = parseSignedData(cms)
    for (const part of [signature, signedBytes.subarray(4)]) {
      expect(verdict(flipped(cms, part))).toEqual(expect.objectContaining({ verified: false }))
    }
  })

  test('does not survive the change of a bit in any byte', () => {
    const cms = makeCms(signer, artifact)
    const verify = createSidecarVerifier(defaults)
    const survivors = [...cms.keys()].filter((i) => {
      const changed = cms.with(i, (cms[i] ?? 0) ^ (1 << (i % 8)))
      return verify(() => cmsSidecar(parseSignedData(changed), digestBy(artifact))).verified
    })
    expect(survivors).toEqual([])
  })

  test('is verified with a time stamp that is not looked at, which the result says', () => {
    const unsigned = [attribute(cmsOid.timeStampToken, sequence(integer(1)))]
    expect(judge(signer, {}, { unsigned })).toMatchObject({ verified: true, time: { timestamp: 'not-checked' } })
  })

  test('is verified with the chain from elsewhere', () => {
    const leafAlone = { certificates: [signer.certificate] }
    expect(judge(signer, {}, leafAlone)).toEqual(refused('path-not-found'))
    expect(judge(signer, { intermediates: [authority.certificate] }, leafAlone)).toEqual(accepted)
  })

  test('is verified with a broken certificate and another root beside its own', () => {
    const stranger = createAuthority({ subject: 'Root' })
    const certificates = [...signer.chain, sequence(integer(1)), stranger.certificate]
    expect(judge(signer, {}, { certificates })).toEqual(accepted)
  })
})

describe('trust starts from the pinned roots alone', () => {
  const stranger = createAuthority({ subject: 'Root' })
  const forger = stranger.issueAuthority({ subject: { O: 'Example', CN: 'CA' } })
  const forged = forger.issue({ subject: { O: 'Example', CN: 'Signer' } })

  test('a root of the same name in the sidecar is none', () => {
    expect(judge(forged, {}, { certificates: [...forged.chain, stranger.certificate] })).toMatchObject({
      verified: false,
      root: null,
    })
  })

  test('any of several roots will do', () => {
    const anchors = [createTrustAnchor(stranger.certificate), ...defaults.anchors]
    expect(judge(signer, { anchors })).toEqual(accepted)
    expect(judge(forged, { anchors })).toEqual(accepted)
  })

  test('a leaf that is pinned itself is none', () => {
    const anchors = [createTrustAnchor(signer.certificate)]
    expect(judge(signer, { anchors })).toMatchObject({ verified: false, root: null })
  })

  test('no root, no verdict', () => {
    expect(judge(signer, { anchors: [] })).toEqual(refused('path-not-found'))
  })
})

describe('the signer is who the signed attributes say', () => {
  const other = authority.issue({ subject: 'Other' })

  test('certificates may be put in, but not in its place', () => {
    const certificates = [other.certificate, authority.certificate]
    expect(judge(signer, {}, { certificates })).toEqual(refused('cms-signing-certificate'))
  })

  test('a second certificate for the same key does not take its place', () => {
    const twin = authority.issue({ subject: 'Twin', key: signer.key })
    const cms = makeCms(signer, artifact, { certificates: [twin.certificate, ...signer.chain] })
    expect(verdict(cms)).toMatchObject({ verified: true, signer: { subject: 'CN=Signer,O=Example' } })
  })

  test('a signature by another key is none of its', () => {
    const cms = makeCms({ ...signer, key: other.key }, artifact)
    expect(verdict(cms)).toEqual(refused('signature-invalid'))
  })

  test('a hash of one certificate with issuer and serial of another', () => {
    const issuerSerial = issuerSerialIn(signingCertificateValue(other.certificate))
    const value = sequence(sequence(sequence(octetString(digest('sha256', signer.certificate)), issuerSerial)))
    const cms = makeCms(signer, artifact, {
      attributes: { signingCertificateV2: attribute(cmsOid.signingCertificateV2, value) },
      signerInfo: { sid: sequence(authority.subject, integer(other.serial)) },
    })
    expect(verdict(cms)).toEqual(refused('cms-signing-certificate'))
  })
})

describe('the algorithm fits key and certificate', () => {
  test('ECDSA with SHA-384 by a P-256 key', () => {
    expect(judge(signer, {}, { algorithm: 'ECDSA_SHA_384' })).toEqual(refused('algorithm-mismatch'))
  })

  test('RSA by an EC key', () => {
    const cms = makeCms({ ...signer, key: generateKey('RSA_2048') }, artifact)
    expect(verdict(cms)).toEqual(refused('algorithm-mismatch'))
  })

  test('a signature by PKCS#1 said to be PSS', () => {
    const leaf = authority.issue({ key: generateKey('RSA_2048') })
    const pkcs1 = {
      ...leaf.key,
      sign: (_: unknown, message: Uint8Array) => leaf.key.sign('RSASSA_PKCS1_V1_5_SHA_256', message),
    }
    const cms = makeCms({ ...leaf, key: pkcs1 }, artifact, { algorithm: 'RSASSA_PSS_SHA_256' })
    expect(verdict(cms)).toEqual(refused('signature-invalid'))
  })
})

describe('a sidecar that names no algorithm', () => {
  const read = (cms: Uint8Array) => ({ ...cmsSidecar(parseSignedData(cms), digestBy(artifact)), algorithm: undefined })

  test.each(['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_512'] as const)(
    'is one of any that fit the key: %s',
    (algorithm) => {
      const cms = makeCms(authority.issue({ key: generateKey('RSA_2048') }), artifact, { algorithm })
      expect(createSidecarVerifier(defaults)(() => read(cms))).toEqual(accepted)
    },
  )

  test('and of no other', () => {
    const cms = makeCms(signer, artifact, { algorithm: 'ECDSA_SHA_384' })
    expect(createSidecarVerifier(defaults)(() => read(cms))).toEqual(refused('signature-invalid'))
  })
})

describe('checkMadeWith', () => {
  const check = (leaf: Leaf, cms: Uint8Array, content = artifact) =>
    checkMadeWith(cmsSidecar(parseSignedData(cms), digestBy(content)), parseCertificate(leaf.certificate))
  const cms = makeCms(signer, artifact)

  test('takes what the certificate made over the content', () => {
    expect(() => check(signer, cms)).not.toThrow()
  })

  test('refuses another certificate, another key and another content', () => {
    const twin = authority.issue({ key: signer.key })
    expect(() => check(twin, cms)).toThrow(expect.objectContaining({ code: 'identity-mismatch' }))
    expect(() => check(signer, makeCms(signer, utf8('other')))).toThrow(
      expect.objectContaining({ code: 'digest-mismatch' }),
    )
    const stranger = makeCms({ ...signer, key: generateKey('ECC_NIST_P256') }, artifact)
    expect(() => check(signer, stranger)).toThrow(expect.objectContaining({ code: 'signature-invalid' }))
  })
})

describe('time', () => {
  const short = authority.issue({
    subject: 'Short',
    notBefore: new Date('2026-01-01T00:00:00Z'),
    notAfter: new Date('2026-02-01T00:00:00Z'),
  })
  const within = new Date('2026-01-15T00:00:00Z')

  test('is now, and a leaf that has expired by then is refused whatever it says of its signing time', () => {
    expect(judge(short, {}, { signingTime: within })).toEqual(refused('certificate-expired'))
  })

  test('is the instant the caller asks about', () => {
    expect(judge(short, { at: within })).toMatchObject({
      verified: true,
      time: { source: 'caller', at: within.toISOString() },
    })
    expect(judge(short, { at: new Date('2025-12-31T00:00:00Z') })).toEqual(refused('certificate-not-yet-valid'))
  })

  test('a required time stamp that is not there, or that nothing can check', () => {
    expect(judge(signer, { requireTimestamp: true })).toEqual(refused('timestamp-missing'))
    const unsigned = [attribute(cmsOid.timeStampToken, sequence(integer(1)))]
    expect(judge(signer, { requireTimestamp: true }, { unsigned })).toEqual(refused('timestamp-missing'))
  })

  test('a token that does not verify fails where a time-stamp root is pinned', () => {
    const timestampAnchors = [createTrustAnchor(createAuthority({ subject: 'TSA Root' }).certificate)]
    const unsigned = [attribute(cmsOid.timeStampToken, sequence(integer(1)))]
    expect(judge(signer, { timestampAnchors }, { unsigned })).toMatchObject({ verified: false, time: null })
    expect(judge(signer, { timestampAnchors })).toMatchObject({
      verified: true,
      time: { source: 'now', timestamp: 'none' },
    })
  })
})

describe('the code-signing profile', () => {
  test('a leaf for servers', () => {
    const extensions = { extendedKeyUsage: extension.extendedKeyUsage(purpose.serverAuth) }
    expect(judge(authority.issue({ extensions }))).toEqual(expect.objectContaining({ verified: false }))
  })

  test('a leaf without a purpose', () => {
    expect(judge(authority.issue({ profile: 'none' }))).toEqual(expect.objectContaining({ verified: false }))
  })

  test('a CA as signer', () => {
    const cms = makeCms(authority, artifact)
    expect(verdict(cms)).toEqual(expect.objectContaining({ verified: false }))
  })
})

describe('revocation', () => {
  const good = [root.crl(), authority.crl()].map((der) => parseCrl(der))
  const revokedAt = (date: string) => [
    ...good.slice(0, 1),
    parseCrl(authority.crl({ revoked: [{ serial: signer.serial, date: new Date(date) }] })),
  ]

  test('good, and not checked without CRLs', () => {
    expect(judge(signer, { crls: good })).toMatchObject({ verified: true, revocation: 'good' })
    expect(judge(signer)).toMatchObject({ verified: true, revocation: 'not-checked' })
  })

  test('a revoked leaf', () => {
    expect(judge(signer, { crls: revokedAt('2026-11-10T00:00:00Z') })).toMatchObject({
      verified: false,
      code: 'certificate-revoked',
      revocation: 'not-checked',
    })
  })

  test('an issuer without a CRL, unless the leaf alone is asked about', () => {
    const crls = good.slice(1)
    expect(judge(signer, { crls })).toEqual(refused('crl-missing'))
    expect(judge(signer, { crls, crlScope: 'leaf' })).toMatchObject({ verified: true, revocation: 'good' })
  })
})

describe('identity', () => {
  const is = (identity: VerificationPolicy['identity']) => judge(signer, { identity })
  const { sha256 } = createTrustAnchor(signer.certificate).certificate
  const colons = sha256.toUpperCase().replace(/..(?!$)/g, '$&:')

  test.each([
    ['san', 'https://example.com/release'],
    ['san', 'release@example.com'],
    ['san', 'release.example.com'],
    ['subject', 'CN=Signer,O=Example'],
    ['sha256', sha256],
    ['sha256', colons],
  ] as const)('%s %s', (kind, value) => {
    expect(is({ kind, value })).toEqual(accepted)
  })

  test.each([
    ['san', 'https://example.com/release/'],
    ['san', 'https://example.com/releas'],
    ['san', 'https://EXAMPLE.com/release'],
    ['san', 'RELEASE@example.com'],
    ['san', 'example.com'],
    ['san', '*.example.com'],
    ['san', ''],
    ['san', 'CN=Signer,O=Example'],
    ['subject', 'CN=Signer'],
    ['subject', 'O=Example,CN=Signer'],
    ['subject', 'CN=Signer, O=Example'],
    ['subject', ''],
    ['sha256', sha256.slice(2)],
    ['sha256', sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))],
    ['sha256', createTrustAnchor(authority.certificate).certificate.sha256],
    ['sha256', ''],
  ] as const)('%s %j is another', (kind, value) => {
    expect(is({ kind, value })).toEqual(refused('identity-mismatch'))
  })

  test('an email address in a name of another form does not count', () => {
    // Constraints on email addresses would not have been looked at.
    const impostor = authority.issue({
      san: [generalName.uri('release@example.com'), generalName.directory('release@example.com')],
    })
    const identity = { kind: 'san', value: 'release@example.com' } as const
    expect(judge(impostor, { identity })).toEqual(expect.objectContaining({ verified: false }))
  })

  test.each([
    ['a value with a comma', { CN: 'Signer,O=Example' }],
    ['one RDN of two attributes', Uint8Array.from(sequence(rdn({ O: 'Example', CN: 'Signer' })))],
    ['a value with a plus', { O: 'Example', CN: 'Signer+OU=x' }],
    ['a space in front', { O: 'Example', CN: ' Signer' }],
    ['a space behind', { O: 'Example', CN: 'Signer ' }],
    ['another case', { O: 'Example', CN: 'signer' }],
    ['a zero byte', { O: 'Example', CN: 'Signer\0' }],
    ['more above', { C: 'CH', O: 'Example', CN: 'Signer' }],
    ['another order', { CN: 'Signer', O: 'Example' }],
  ])('a subject that reads almost like it: %s', (_, subject) => {
    const identity = { kind: 'subject', value: 'CN=Signer,O=Example' } as const
    expect(judge(authority.issue({ subject }), { identity })).toMatchObject({ verified: false })
  })

  test('a serial number that is denied, of the leaf or of a CA above', () => {
    expect(judge(signer, { deniedSerials: [signer.serial] })).toEqual(refused('certificate-denied'))
    expect(judge(signer, { deniedSerials: [authority.serial] })).toEqual(refused('certificate-denied'))
    expect(judge(signer, { deniedSerials: [signer.serial + 1n] })).toEqual(accepted)
  })
})

describe('a verifier remembers', () => {
  test('what it found of a chain, but never of a signature or a digest', () => {
    const verify = createSidecarVerifier(defaults)
    const read = (cms: Uint8Array, content: Uint8Array) =>
      verify(() => cmsSidecar(parseSignedData(cms), digestBy(content)))
    const cms = makeCms(signer, artifact)
    const forged = makeCms({ ...signer, key: generateKey('ECC_NIST_P256') }, artifact)
    expect(read(cms, artifact)).toEqual(accepted)
    expect(read(forged, artifact)).toEqual(refused('signature-invalid'))
    expect(read(cms, utf8('other'))).toEqual(refused('digest-mismatch'))
    expect(read(cms, artifact)).toEqual(accepted)
  })

  test('a refusal as well', () => {
    const verify = createSidecarVerifier({ ...defaults, anchors: [] })
    const read = () => verify(() => cmsSidecar(parseSignedData(makeCms(signer, artifact)), digestBy(artifact)))
    expect(read()).toEqual(refused('path-not-found'))
    expect(read()).toEqual(refused('path-not-found'))
  })
})

test('a refusal says which certificate broke which rule', () => {
  const old = authority.issue({ subject: 'Old', notAfter: new Date('2026-01-01T00:00:00Z') })
  const { sha256 } = createTrustAnchor(old.certificate).certificate
  expect(judge(old)).toMatchObject({
    code: 'certificate-expired',
    message: expect.stringMatching(
      new RegExp(
        `^certificate CN=Old: valid until .* \\(certificate SHA-256 ${sha256}\\) \\[RFC 5280 section 6\\.1\\.3 `,
      ),
    ),
  })
  // One that its message does not name is named behind it.
  expect(judge(signer, { identity: { kind: 'san', value: 'x' } }).message).toContain(
    '(certificate CN=Signer,O=Example, SHA-256 ',
  )
})

test('what is no refusal is not taken for one', () => {
  const verify = createSidecarVerifier(defaults)
  const defect = () => {
    throw new TypeError('a defect')
  }
  expect(() => verify(defect)).toThrow(TypeError)
})

function flipped(bytes: Uint8Array, part: Uint8Array): Uint8Array {
  const at = Buffer.from(bytes).indexOf(part) + part.length - 1
  return bytes.map((octet, i) => (i === at ? octet ^ 1 : octet))
}

/** The IssuerSerial in the value of a signingCertificateV2. */
function issuerSerialIn(value: Uint8Array): Uint8Array {
  const hashLength = 2 + 32
  const at = Buffer.from(value).indexOf(Buffer.from([0x04, 0x20])) + hashLength
  return value.subarray(at)
}
