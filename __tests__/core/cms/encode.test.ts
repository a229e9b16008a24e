import { describe, expect, test } from '@jest/globals'
import { cmsOid, makeCms } from '../../../dev/cms.ts'
import { algorithmRow, createAuthority, generateKey, type Leaf } from '../../../dev/pki.ts'
import { type AlgorithmName, type KeySpec, signatureAlgorithms } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { createCmsEncoder } from '../../../src/core/cms/encode.ts'
import { parseSignedData } from '../../../src/core/cms/signed-data.ts'
import { digest } from '../../../src/core/crypto.ts'
import { objectIdentifier, sequence } from '../../../src/core/der/writer.ts'
import { openssl, openssl35, testWithOpenssl, testWithOpenssl35 } from '../../support/openssl.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: { C: 'CH', O: 'Example, "AG"', CN: 'CA' } })
const artifact = utf8('artifact')
const signingTime = new Date('2026-11-10T12:00:00Z')
const pairs = signatureAlgorithms.flatMap(({ name, keySpecs }) => keySpecs.map((spec) => [spec, name] as const))

function sign(leaf: Leaf, algorithmName: AlgorithmName, timestampToken?: Uint8Array): Uint8Array {
  const algorithm = algorithmRow(algorithmName, leaf.key.spec)
  const signer = { der: leaf.certificate, issuer: { der: authority.subject }, serial: leaf.serial }
  const encoder = createCmsEncoder({ algorithm, signer, intermediates: [authority.certificate] })
  const attributes = encoder.signedAttributes(digest(algorithm.hash.name, artifact), signingTime)
  return encoder.signedData(attributes, leaf.key.sign(algorithmName, attributes), timestampToken)
}

/** What OpenSSL before 3.5 does not do in CMS. */
const onlyNewest: readonly KeySpec[] = ['ECC_NIST_EDWARDS25519', 'ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87']

const issue = (spec: KeySpec): Leaf => authority.issue({ key: generateKey(spec) })

describe('createCmsEncoder', () => {
  test('writes the same bytes as an encoder of its own, but for the signature', () => {
    // RSA PKCS#1 signatures are the same each time.
    const leaf = issue('RSA_2048')
    const algorithm = 'RSASSA_PKCS1_V1_5_SHA_384'
    expect(sign(leaf, algorithm)).toEqual(makeCms(leaf, artifact, { algorithm, signingTime }))
  })

  test('puts a time-stamp token beside the signature', () => {
    const token = sequence(objectIdentifier(cmsOid.signedData))
    expect(parseSignedData(sign(issue('ECC_NIST_P256'), 'ECDSA_SHA_256', token)).timestampToken).toEqual(token)
  })

  test.each(pairs)('is read again: %s %s', (spec, name) => {
    const leaf = issue(spec)
    const { algorithm, attributes, certificates } = parseSignedData(sign(leaf, name))
    expect(algorithm.name).toBe(name)
    expect(attributes.messageDigest).toEqual(digest(algorithm.hash.name, artifact))
    expect(attributes.signingTime).toEqual(signingTime)
    expect(attributes.signer.certificateHash).toEqual(digest('sha256', leaf.certificate))
    expect(certificates).toContainEqual(leaf.certificate)
  })
})

describe('OpenSSL', () => {
  const verify = (judge: typeof openssl, cms: Uint8Array, content: Uint8Array) =>
    judge(
      { 'a.p7s': cms, a: content, 'root.pem': root.rootPem },
      ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', 'a.p7s', '-content', 'a', '-out', 'out', '-cades'],
      ...['-CAfile', 'root.pem', '-no-CApath', '-no-CAstore', '-purpose', 'any', '-attime', '1794312000'],
    )

  const expectAgreement = (judge: typeof openssl) => (spec: KeySpec, name: AlgorithmName) => {
    const cms = sign(issue(spec), name)
    expect(verify(judge, cms, artifact)).toEqual({ status: 0, output: expect.stringContaining('successful') })

    expect(verify(judge, cms, utf8('artifacT')).status).not.toBe(0)
    const { signature, signedBytes } = parseSignedData(cms)
    for (const part of [signature, signedBytes.subarray(4)]) {
      const tampered = Uint8Array.from(cms)
      const at = indexOf(cms, part) + part.length - 1
      tampered[at] = (tampered[at] ?? 0) ^ 1
      expect(verify(judge, tampered, artifact).status).not.toBe(0)
    }
  }

  testWithOpenssl.each(pairs.filter(([spec]) => !onlyNewest.includes(spec)))(
    'verifies %s %s and refuses its tampered twins',
    expectAgreement(openssl),
  )

  testWithOpenssl35.each(pairs)('3.5 verifies %s %s and refuses its tampered twins', expectAgreement(openssl35))

  testWithOpenssl('makes a CMS that is read only once it has all of the profile', () => {
    const leaf = issue('ECC_NIST_P256')
    const files = { a: artifact, 'leaf.pem': leaf.certificatePem, 'key.pem': leaf.key.privateKeyPem }
    const { output } = openssl(
      files,
      ...['cms', '-sign', '-binary', '-in', 'a', '-signer', 'leaf.pem', '-inkey', 'key.pem', '-md', 'sha256'],
      ...['-cades', '-outform', 'PEM'],
    )
    const der = Uint8Array.from(Buffer.from(output.replace(/-----[^-]+-----|\s/g, ''), 'base64'))
    // It writes S/MIME capabilities beside the attributes that we have.
    expect(() => parseSignedData(der)).toThrow(expect.objectContaining({ code: 'cms-attribute-unexpected' }))
  })
})

function indexOf(bytes: Uint8Array, part: Uint8Array): number {
  const at = Buffer.from(bytes).indexOf(part)
  if (at < 0) throw new Error('the part is not there')
  return at
}
