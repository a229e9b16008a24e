// Another's AWS Private CA beside our stand-in: our client's calls get the same answers from both. moto's certificates
// carry no extensions, whatever the template, so that of them our validator must have none.
import { X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readCertificationRequest } from '../../dev/aws/certification-request.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { certificationRequestPem, createAuthority, extension, generalName, generateKey, name } from '../../dev/pki.ts'
import { createAwsJsonCall } from '../../src/adapters/aws/aws-json.ts'
import { createPrivateCa } from '../../src/adapters/aws/private-ca.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { findPath } from '../../src/core/x509/path.ts'
import { readCertificates } from '../../src/core/x509/pem.ts'
import { describeWith } from '../support/judges.ts'
import { type LoopbackProgram, startProgram } from '../support/loopback-program.ts'
import { asyncRefusalOf, codeOf } from '../support/refusal.ts'

describeWith(['moto_server'], 'moto', () => {
  let moto: LoopbackProgram
  let aws: Aws
  beforeAll(async () => {
    aws = await startAws()
    moto = await startProgram(
      'moto_server',
      (port) => ({ args: ['-H', '127.0.0.1', '-p', String(port)] }),
      '/moto-api/',
    )
  }, 60_000)
  afterAll(() => Promise.all([moto?.close(), aws?.close()]))

  const region = 'eu-central-1'
  const credentials = async () => aws.credentials
  const common = { credentials, fetch, timers: systemTimers, clock: () => new Date() }

  /** In moto there is no other way to have one. */
  async function createMotoCa(): Promise<string> {
    const call = createAwsJsonCall({
      ...common,
      signingName: 'acm-pca',
      targetPrefix: 'ACMPrivateCA',
      endpoint: new URL(moto.url),
      region,
      environment: {},
      requestTimeout: 15_000,
    })
    const { members } = await call('CreateCertificateAuthority', {
      CertificateAuthorityType: 'SUBORDINATE',
      CertificateAuthorityConfiguration: {
        KeyAlgorithm: 'RSA_2048',
        SigningAlgorithm: 'SHA256WITHRSA',
        Subject: { Country: 'DE', Organization: 'Example', CommonName: 'Example Private CA' },
      },
    })
    return String(members.CertificateAuthorityArn)
  }

  /** Everything that is asked of a CA in its life, and what it answers, by shape. */
  async function life(arn: string, url: string) {
    const privateCa = createPrivateCa({
      ...common,
      arn,
      environment: { AWS_ENDPOINT_URL: url },
      token: () => crypto.randomUUID(),
    })
    const { arn: _, usageMode: __, ...before } = await privateCa.describe()
    const early = (await asyncRefusalOf(() => privateCa.certificate()))?.code
    const request = readCertificationRequest(await privateCa.csr())
    if (request === undefined) throw new Error('the CSR is none')

    const root = createAuthority({ subject: 'Portable Root' })
    const own = root.issue({
      subject: request.subject,
      publicKey: request.publicKey,
      profile: 'none',
      extensions: {
        basicConstraints: extension.basicConstraints(true, 0),
        keyUsage: extension.keyUsage('keyCertSign', 'cRLSign'),
      },
    })
    await privateCa.importCertificate(utf8(own.certificatePem), utf8(root.certificatePem))
    const after = await privateCa.describe()
    const installed = await privateCa.certificate()

    const key = generateKey('ECC_NIST_P256')
    const issued = await privateCa.issue({
      csr: utf8(
        certificationRequestPem({ subject: name('Signer'), key, san: [generalName.uri('https://example.com')] }),
      ),
      template: 'arn:aws:acm-pca:::template/CodeSigningCertificate/V1',
      signingAlgorithm: after.signingAlgorithm,
      validity: { days: 90 },
    })
    const { certificate, chain } = await privateCa.collect(issued)
    const leaf = parseCertificate(new Uint8Array(new X509Certificate(certificate).raw))
    const anchor = { certificate: parseCertificate(root.certificate), refusal: undefined, warnings: [] }
    const verdict = codeOf(() =>
      findPath({
        leaf,
        intermediates: readCertificates(utf8(chain ?? ''), 'chain'),
        anchors: [anchor],
        at: new Date(),
        profile: 'code-signing',
      }),
    )
    return {
      answers: {
        before,
        early,
        subject: parseCertificate(own.certificate).subject.text,
        status: after.status,
        certificate: readCertificates(utf8(installed.certificate), 'own').length,
        chain: readCertificates(utf8(installed.chain ?? ''), 'chain').length,
        issuedName: issued.startsWith(`${arn}/certificate/`),
        leafSubject: leaf.subject.text,
        leafHasOurKey: Buffer.from(leaf.publicKey.spki).equals(key.publicKey),
        firstOfChainIsCa: (chain ?? '').trim().startsWith(own.certificatePem.trim()),
      },
      extensions: leaf.rawExtensions.size,
      verdict,
    }
  }

  test('answers the same calls as our stand-in, and its certificate is refused', async () => {
    const ca = aws.privateCas.create({ issuer: 'external', keyAlgorithm: 'RSA_2048' })
    const [ours, theirs] = [await life(ca.arn, aws.url), await life(await createMotoCa(), moto.url)]
    expect(theirs.answers).toEqual(ours.answers)
    expect(ours.verdict).toBe('accepted')
    expect(theirs.extensions).toBe(1)
    expect(theirs.verdict).toBe('authority-key-identifier-missing')
  }, 60_000)
})
