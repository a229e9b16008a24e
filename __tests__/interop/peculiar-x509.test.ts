// Everything that a CA in KMS makes, read and verified by `@peculiar/x509`: a reader that shares no code with ours.
import 'reflect-metadata'
import { beforeAll, describe, expect, test } from '@jest/globals'
import {
  AuthorityInfoAccessExtension,
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  CRLDistributionPointsExtension,
  ExtendedKeyUsageExtension,
  type Extension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509Certificate,
  X509Crl,
} from '@peculiar/x509'
import { temporaryFolder } from '../support/folder.ts'
import { type IssuedSet, issuedCases, issuedSets } from '../support/issued.ts'
import { now } from '../support/release.ts'

const folder = temporaryFolder()
const make = issuedSets(folder)
/** To it the first second of a validity does not count. */
const later = new Date(now.getTime() + 1000)

/** WebCrypto has no secp256k1. */
const cases = issuedCases.filter(([, spec]) => spec !== 'ECC_SECG_P256K1')

const purpose = { codeSigning: '1.3.6.1.5.5.7.3.3', timeStamping: '1.3.6.1.5.5.7.3.8' }

/** Every extension as the library understands it, with the object identifiers of all and of the critical ones. */
function extensionsOf({ extensions }: { readonly extensions: readonly Extension[] }) {
  const oids = (list: readonly Extension[]) => list.map(({ type }) => type).sort()
  const one = <Kind extends Extension>(kind: new (raw: ArrayBuffer) => Kind): Kind | undefined =>
    extensions.find((extension): extension is Kind => extension instanceof kind)
  return {
    all: oids(extensions),
    critical: oids(extensions.filter(({ critical }) => critical)),
    ca: one(BasicConstraintsExtension)?.ca,
    pathLength: one(BasicConstraintsExtension)?.pathLength,
    keyUsage: one(KeyUsagesExtension)?.usages,
    purposes: one(ExtendedKeyUsageExtension)?.usages,
    names: one(SubjectAlternativeNameExtension)?.names.items.map(({ type, value }) => [type, value]),
    keyId: one(SubjectKeyIdentifierExtension)?.keyId,
    issuerKeyId: one(AuthorityKeyIdentifierExtension)?.keyId,
    crlUrls: one(CRLDistributionPointsExtension)?.distributionPoints.flatMap(({ distributionPoint }) =>
      distributionPoint?.fullName?.map(({ uniformResourceIdentifier }) => uniformResourceIdentifier),
    ),
    issuerUrls: one(AuthorityInfoAccessExtension)?.caIssuers.map(({ value }) => value),
  }
}

const oid = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  purposes: '2.5.29.37',
  names: '2.5.29.17',
  keyId: '2.5.29.14',
  issuerKeyId: '2.5.29.35',
  crlUrls: '2.5.29.31',
  issuerUrls: '1.3.6.1.5.5.7.1.1',
}
const names = [
  ['url', 'https://example.com/a'],
  ['email', 'a@example.com'],
]
const authorityPurposes = [purpose.codeSigning, purpose.timeStamping]
const authorityUsage = KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign
const urls = { crlUrls: ['http://example.com/ca.crl'], issuerUrls: ['http://example.com/ca.cer'] }
const below = [oid.keyId, oid.issuerKeyId, oid.crlUrls, oid.issuerUrls, oid.basicConstraints, oid.keyUsage]
const both = [oid.keyUsage, oid.basicConstraints].sort()

describe.each(cases)('%s with a key of spec %s', (algorithm, spec) => {
  let made: IssuedSet
  const file = (name: string) => made.files[name] ?? ''
  const certificate = (name: string) => new X509Certificate(file(name))
  const keyIdOf = (name: string) => extensionsOf(certificate(name)).keyId

  beforeAll(async () => {
    made = await make(algorithm, spec)
  }, 60_000)

  test.each([
    ['0.csr', 'CN=CA', { ca: true, keyUsage: authorityUsage, purposes: authorityPurposes, critical: both }],
    [
      '1.csr',
      'CN=Signer',
      { ca: false, keyUsage: KeyUsageFlags.digitalSignature, purposes: [purpose.codeSigning], names, critical: both },
    ],
    [
      '3.csr',
      'CN=Signer',
      { purposes: [purpose.timeStamping], names, critical: [oid.keyUsage, oid.basicConstraints, oid.purposes].sort() },
    ],
  ])('request %s', async (name, subject, extensions) => {
    const request = new Pkcs10CertificateRequest(file(name))
    expect(request.subject).toBe(subject)
    expect(extensionsOf(request)).toMatchObject(extensions)
    expect(await request.verify(crypto)).toBe(true)
  })

  test.each([
    [
      'root',
      'root',
      {
        ca: true,
        pathLength: 1,
        keyUsage: authorityUsage,
        critical: both,
        all: [oid.keyId, oid.issuerKeyId, ...both].sort(),
      },
    ],
    [
      'ca',
      'root',
      {
        ca: true,
        pathLength: 0,
        keyUsage: authorityUsage,
        critical: both,
        ...urls,
        purposes: authorityPurposes,
        all: [...below, oid.purposes].sort(),
      },
    ],
    [
      'good',
      'ca',
      {
        ca: false,
        keyUsage: KeyUsageFlags.digitalSignature,
        purposes: [purpose.codeSigning],
        names,
        critical: both,
        ...urls,
        all: [...below, oid.purposes, oid.names].sort(),
      },
    ],
    [
      'stamp',
      'ca',
      {
        ca: false,
        purposes: [purpose.timeStamping],
        critical: [...both, oid.purposes].sort(),
        ...urls,
        all: [...below, oid.purposes, oid.names].sort(),
      },
    ],
  ] as const)('certificate %s, issued by %s', async (name, by, extensions) => {
    const read = certificate(`${name}.pem`)
    const issuer = certificate(`${by}.pem`)
    const { serial, notBefore, notAfter } = made.reports[name]
    expect(extensionsOf(read)).toMatchObject({ ...extensions, issuerKeyId: keyIdOf(`${by}.pem`) })
    expect(read).toMatchObject({
      serialNumber: serial,
      issuer: issuer.subject,
      notBefore: new Date(notBefore),
      notAfter: new Date(notAfter),
    })
    expect(await read.verify({ publicKey: issuer, date: later }, crypto)).toBe(true)
    const stranger = certificate(by === 'ca' ? 'root.pem' : 'good.pem')
    expect(await read.verify({ publicKey: stranger, signatureOnly: true }, crypto)).toBe(false)
  })

  test('the subject, field by field', () => {
    expect(certificate('root.pem').subjectName.toJSON()).toEqual([
      { C: ['DE'] },
      { ST: ['NRW'] },
      { L: ['Köln'] },
      { O: ['Example + Söhne'] },
      { OU: ['A'] },
      { OU: ['B'] },
      { CN: ['Exämple "Root", Inc.'] },
    ])
  })

  test.each([
    ['root', []],
    ['ca', ['revoked']],
  ] as const)('the CRL of %s', async (by, revoked) => {
    const crl = new X509Crl(file(`${by}.crl`))
    const issuer = certificate(`${by}.pem`)
    const report = made.reports[`${by}.crl`]
    expect(crl).toMatchObject({
      issuer: issuer.subject,
      thisUpdate: new Date(report.thisUpdate),
      nextUpdate: new Date(report.nextUpdate),
    })
    expect(
      crl.entries.map(({ serialNumber, revocationDate, reason, invalidity }) => ({
        serialNumber,
        revocationDate,
        reason,
        invalidity,
      })),
    ).toEqual(
      revoked.map((name) => ({
        serialNumber: made.reports[name].serial,
        revocationDate: now,
        reason: 1,
        invalidity: now,
      })),
    )
    expect(extensionsOf(crl).issuerKeyId).toBe(keyIdOf(`${by}.pem`))
    const values = new Map(crl.extensions.map(({ type, value }) => [type, Buffer.from(value)]))
    expect([...values.keys()].sort()).toEqual(['2.5.29.20', '2.5.29.35', '2.5.29.60'])
    expect(values.get('2.5.29.20')).toEqual(Buffer.from([2, 1, 1]))
    expect(await crl.verify({ publicKey: issuer }, crypto)).toBe(true)
    expect(await crl.verify({ publicKey: certificate('good.pem') }, crypto)).toBe(false)
  })
})
