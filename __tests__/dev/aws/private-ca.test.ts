// What the stand-in of AWS Private CA issues, held to what the user guide says of the real one ("Template definitions").
import { X509Certificate } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { certificationRequestPem, createAuthority, generalName, generateKey, name } from '../../../dev/pki.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { parseCertificate } from '../../../src/core/x509/certificate.ts'
import { findPath } from '../../../src/core/x509/path.ts'
import { openssl, testWithOpenssl } from '../../support/openssl.ts'
import { privateCaDesk } from '../../support/private-ca.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

const desk = privateCaDesk()
const { client } = desk

const template = (of: string) => `arn:aws:acm-pca:::template/${of}/V1`
const key = generateKey('ECC_NIST_P256')
const csr = utf8(
  certificationRequestPem({
    subject: name({ O: 'Example', CN: 'Signer' }),
    key,
    san: [generalName.uri('https://example.com/signer')],
  }),
)

async function issue(of: string, request: Uint8Array = csr) {
  const ca = desk.aws().privateCas.create({ issuer: createAuthority(), pathLength: 3 })
  const privateCa = client(ca)
  const arn = await privateCa.issue({
    csr: request,
    template: template(of),
    signingAlgorithm: 'SHA256WITHECDSA',
    validity: { days: 90 },
  })
  const { certificate } = await privateCa.collect(arn)
  return { ca, certificate, parsed: parseCertificate(new Uint8Array(new X509Certificate(certificate).raw)) }
}

describe('CodeSigningCertificate/V1', () => {
  test('has the extensions of the template, and the names of the request', async () => {
    const { ca, parsed } = await issue('CodeSigningCertificate')
    const critical = [...parsed.rawExtensions].filter(([, { critical }]) => critical).map(([oid]) => oid)
    expect(critical).toEqual(['2.5.29.15', '2.5.29.37'])
    expect([...parsed.rawExtensions.keys()].sort()).toEqual(
      ['2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.19', '2.5.29.35', '2.5.29.37'].sort(),
    )
    expect(parsed.subject.text).toBe('CN=Signer,O=Example')
    expect(parsed.extensions.subjectAlternativeName).toEqual([
      expect.objectContaining({ kind: 'uri', text: 'https://example.com/signer' }),
    ])
    expect([...(parsed.extensions.extendedKeyUsage ?? [])]).toEqual(['1.3.6.1.5.5.7.3.3'])
    expect(parsed.notAfter.getTime() - parsed.notBefore.getTime()).toBeCloseTo(90 * 86_400_000 + 3_600_000, -4)
    const [own = new Uint8Array(), root = new Uint8Array()] = ca.chain
    const anchor = { certificate: parseCertificate(root), refusal: undefined, warnings: [] }
    const path = findPath({
      leaf: parsed,
      intermediates: [own],
      anchors: [anchor],
      at: new Date(),
      profile: 'code-signing',
    })
    expect(path.certificates).toHaveLength(3)
  })

  testWithOpenssl('is what OpenSSL takes for one, too', async () => {
    const { ca, certificate } = await issue('CodeSigningCertificate')
    const [own = '', root = ''] = ca.chain.map((der) => new X509Certificate(der).toString())
    const files = { 'root.pem': root, 'own.pem': own, 'leaf.pem': certificate }
    const args = ['-no-CApath', '-no-CAstore', '-CAfile', 'root.pem', '-untrusted', 'own.pem', 'leaf.pem']
    expect(openssl(files, 'verify', '-x509_strict', ...args)).toMatchObject({ status: 0 })
  })
})

test('SubordinateCACertificate_PathLen0/V1 is a CA that issues no further ones', async () => {
  const { parsed } = await issue('SubordinateCACertificate_PathLen0')
  expect(parsed.extensions.basicConstraints).toEqual({ ca: true, pathLength: 0 })
  expect([...(parsed.extensions.keyUsage ?? [])].sort()).toEqual(['cRLSign', 'digitalSignature', 'keyCertSign'])
})

test.each(['RSA_2048', 'ECC_NIST_P384', 'ML_DSA_65'] as const)('a request of an %s key is taken', async (spec) => {
  const own = generateKey(spec)
  const { parsed } = await issue(
    'CodeSigningCertificate',
    utf8(certificationRequestPem({ subject: name('Signer'), key: own })),
  )
  expect(parsed.publicKey.spki).toEqual(own.publicKey)
})

test.each(['ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519'] as const)(
  'a request of an %s key is refused, as by the real one',
  async (spec) => {
    const request = certificationRequestPem({ subject: name('Signer'), key: generateKey(spec) })
    const refusal = await asyncRefusalOf(() => issue('CodeSigningCertificate', utf8(request)))
    expect(refusal?.message).toContain('The CSR is not valid')
  },
)

test('a request that is not signed by its key is refused', async () => {
  const request = certificationRequestPem({
    subject: name('Signer'),
    key,
    mutateSignature: (signature) =>
      Uint8Array.from(signature, (octet, i) => (i === signature.length - 1 ? octet ^ 1 : octet)),
  })
  expect((await asyncRefusalOf(() => issue('CodeSigningCertificate', utf8(request))))?.code).toBe(
    'private-ca-request-refused',
  )
})

testWithOpenssl('the request of a CA is what OpenSSL takes for one', async () => {
  const ca = desk.aws().privateCas.create({ issuer: 'external' })
  const files = { 'ca.csr': await client(ca).csr() }
  expect(openssl(files, 'req', '-in', 'ca.csr', '-verify', '-noout')).toMatchObject({
    status: 0,
    output: expect.stringContaining('verify OK'),
  })
})

test('a certificate for a CA is refused without its chain up to the root', async () => {
  const [root, other] = [createAuthority(), createAuthority()]
  const ca = desk.aws().privateCas.create({ issuer: 'external' })
  const own = root.issueAuthority({ key: ca.key, subject: ca.subject })
  const refusal = await asyncRefusalOf(() =>
    client(ca).importCertificate(utf8(own.certificatePem), utf8(other.certificatePem)),
  )
  expect(refusal?.code).toBe('private-ca-import-refused')
  expect(ca.status).toBe('PENDING_CERTIFICATE')
})
