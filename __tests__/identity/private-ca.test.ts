import { existsSync, readFileSync } from 'node:fs'
import { afterEach, describe, expect, test } from '@jest/globals'
import type { PrivateCaAuthority } from '../../dev/aws/private-ca-store.ts'
import {
  type Authority,
  certificatePem,
  createAuthority,
  extension,
  generalName,
  generateKey,
  nonCritical,
} from '../../dev/pki.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { readCertificates } from '../../src/core/x509/pem.ts'
import {
  issueByPrivateCa,
  type PrivateCaIssueRequest,
  type PrivateCaPorts,
  templateFor,
} from '../../src/identity/issue-by-private-ca.ts'
import { importPrivateCaCertificate } from '../../src/identity/private-ca-import.ts'
import { fetchPrivateCaRequest } from '../../src/identity/private-ca-request.ts'
import { checkSigningChain, readSigningChain } from '../../src/release/sign/signing-chain.ts'
import { anchorsOf } from '../../src/release/verify/verify-policy.ts'
import { temporaryFolder } from '../support/folder.ts'
import { authorityOf, identityDesk, newKey } from '../support/identity.ts'
import { privateCaDesk } from '../support/private-ca.ts'
import { asyncRefusalOf } from '../support/refusal.ts'

const folder = temporaryFolder()
const desk = identityDesk(folder)
const { aws, client, calls } = privateCaDesk()
const clock = () => new Date()
const files = createFiles({ clock })
afterEach(() => aws().faults.clear())

const named = (...certificates: readonly string[]) =>
  certificates.map((pem) => ({ name: 'given.pem', bytes: utf8(pem) }))
const arn = (template: string) => `arn:aws:acm-pca:::template/${template}`
const codeOf = async (action: () => Promise<unknown>) => (await asyncRefusalOf(action))?.code ?? 'accepted'

/** A subordinate CA under a root from outside, a key, and the request for it. */
async function scene(root: Authority = createAuthority({ subject: 'Root' })) {
  const ca = aws().privateCas.create({ issuer: root, pathLength: 0 })
  const held = newKey()
  const { path } = await desk.request(held)
  const out = desk.next('chain.pem')
  const request: PrivateCaIssueRequest = {
    request: desk.file(path),
    profile: 'code-signing',
    template: arn('CodeSigningCertificate/V1'),
    days: 90,
    signingAlgorithm: undefined,
    rootCertificates: named(root.certificatePem),
    register: undefined,
    output: { path: out, format: 'pem' },
  }
  const issue = (change: Partial<PrivateCaIssueRequest> = {}, ports: Partial<PrivateCaPorts> = {}) =>
    issueByPrivateCa({ ...request, ...change }, { privateCa: client(ca), files, clock, ...ports })
  return { root, ca, held, out, issue }
}

describe('certificate issue, from AWS Private CA', () => {
  test('writes leaf and intermediate, ready to sign with', async () => {
    const { root, ca, held, out, issue } = await scene()
    const report = await issue()
    const chain = readSigningChain({ name: out, bytes: readFileSync(out) })
    expect(chain.leaf.publicKey.spki).toEqual(held.key.publicKey)
    expect(chain.intermediates.map(({ der }) => der)).toEqual(ca.chain.slice(0, 1))
    expect(chain.root).toBeUndefined()
    expect(checkSigningChain(chain, anchorsOf(named(root.certificatePem)), clock()).root).not.toBeNull()
    expect(report).toMatchObject({
      path: out,
      subject: 'CN=Signer',
      identities: ['https://example.com/releases'],
      issuer: { subject: 'CN=Example Private CA,O=Example,C=DE' },
      root: { subject: 'CN=Root' },
      warnings: [],
      certificateArn: expect.stringContaining(`${ca.arn}/certificate/`),
    })
  })

  test('of a root in AWS Private CA, without a root pinned, reaches the root that AWS names', async () => {
    const { issue } = await scene()
    const ca = aws().privateCas.create({ subject: 'AWS Root' })
    const out = desk.next('chain.pem')
    const { path } = await desk.request(newKey())
    const report = await issueByPrivateCa(
      {
        request: desk.file(path),
        profile: 'code-signing',
        template: arn('CodeSigningCertificate/V1'),
        days: 30,
        signingAlgorithm: undefined,
        rootCertificates: [],
        register: undefined,
        output: { path: out, format: 'pem' },
      },
      { privateCa: client(ca), files, clock },
    )
    expect(report.root.subject).toBe('CN=AWS Root')
    expect(readCertificates(readFileSync(out), out)).toHaveLength(1)
    expect(await codeOf(() => issue({ rootCertificates: [] }))).toBe('accepted')
  })

  test.each([
    ['RSA_2048', 'SHA256WITHRSA', 'RSASSA_PSS_SHA_256', 'SHA256WITHRSA_PSS'],
    ['EC_secp384r1', 'SHA384WITHECDSA', 'ECDSA_SHA_512', 'SHA512WITHECDSA'],
    ['ML_DSA_65', 'ML_DSA_65', 'ML_DSA_SHAKE_256', 'ML_DSA_65'],
  ] as const)('a CA with an %s key signs with %s, or as asked with %s', async (keyAlgorithm, usual, asked, sent) => {
    const root = createAuthority()
    const ca = aws().privateCas.create({ issuer: root, keyAlgorithm })
    const { issue } = await scene(root)
    expect(await codeOf(() => issue())).toBe('accepted')
    const { path } = await desk.request(newKey())
    const order = (signingAlgorithm: string | undefined) =>
      issueByPrivateCa(
        {
          request: desk.file(path),
          profile: 'code-signing',
          template: arn('CodeSigningCertificate/V1'),
          days: 30,
          signingAlgorithm,
          rootCertificates: named(root.certificatePem),
          register: undefined,
          output: { path: desk.next('chain.pem'), format: 'pem' },
        },
        { privateCa: client(ca), files, clock },
      )
    const last = () => aws().calls.findLast(({ operation }) => operation === 'IssueCertificate')?.input.SigningAlgorithm
    await order(undefined)
    expect(last()).toBe(usual)
    await order(asked)
    expect(last()).toBe(sent)
    const before = calls('IssueCertificate')
    expect(await codeOf(() => order('ED25519_SHA_512'))).toBe('algorithm-mismatch')
    expect(calls('IssueCertificate')).toBe(before)
  })

  test('is written down in the register, which then refuses the key for another use', async () => {
    const { issue, held } = await scene()
    const register = desk.next('register.txt')
    await issue({ register })
    expect(readFileSync(register, 'utf8')).toContain('CN=Signer')
    const { path } = await desk.request(held, 'subordinate-ca')
    const request = { request: desk.file(path), profile: 'subordinate-ca', register } as const
    expect(await codeOf(() => issue({ ...request, output: { path: desk.next('x.pem'), format: 'pem' } }))).toBe(
      'key-has-another-use',
    )
  })

  test('certifies a CA of ours, by a template for that', async () => {
    const root = createAuthority()
    const ca = aws().privateCas.create({ issuer: root, pathLength: 1 })
    const { path } = await desk.request(newKey(), 'subordinate-ca')
    const out = desk.next('ca.pem')
    const template = templateFor('subordinate-ca', 0) ?? ''
    await issueByPrivateCa(
      {
        request: desk.file(path),
        profile: 'subordinate-ca',
        template: arn(template),
        days: 90,
        signingAlgorithm: undefined,
        rootCertificates: named(root.certificatePem),
        register: undefined,
        output: { path: out, format: 'pem' },
      },
      { privateCa: client(ca), files, clock },
    )
    const [own = new Uint8Array()] = readCertificates(readFileSync(out), out)
    expect(parseCertificate(own).extensions.basicConstraints).toEqual({ ca: true, pathLength: 0 })
  })
})

describe('what comes back and is not ours', () => {
  const other = createAuthority({ subject: 'Root' })
  const answers: readonly (readonly [string, (ca: PrivateCaAuthority) => string, string])[] = [
    ["somebody else's certificate", () => other.issue().certificatePem, 'key-mismatch'],
    ['no PEM', () => 'garbage', 'pem-invalid'],
    [
      'PEM without a certificate in it',
      () => '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'der-invalid',
    ],
    ['two certificates', () => other.certificatePem + other.issue().certificatePem, 'private-ca-chain-invalid'],
    ['a private key', () => generateKey('ECC_NIST_P256').privateKeyPem, 'private-key-in-input'],
  ]
  test.each(answers)('%s is refused, and nothing is written', async (_, answer, code) => {
    const { ca, out, issue } = await scene()
    ca.substitute = () => ({ certificate: answer(ca) })
    expect(await codeOf(() => issue())).toBe(code)
    expect(existsSync(out)).toBe(false)
  })

  test.each([
    ['expired', { notAfter: new Date('2026-01-01T00:00:00Z') }, 'certificate-expired'],
    ['not yet valid', { notBefore: new Date('2033-01-01T00:00:00Z') }, 'certificate-not-yet-valid'],
    [
      'for servers',
      { extensions: { extendedKeyUsage: extension.extendedKeyUsage('1.3.6.1.5.5.7.3.1') } },
      'extended-key-usage-mismatch',
    ],
    ['a CA', { extensions: { basicConstraints: extension.basicConstraints(true) } }, 'certificate-is-ca'],
    ['without extensions, as moto issues it', { fields: { extensions: [] } }, 'authority-key-identifier-missing'],
  ])('a certificate for our key that is %s is refused', async (_, change, code) => {
    const root = createAuthority()
    const { ca, held, out, issue } = await scene(root)
    const issuer = { ...root.issueAuthority({ key: ca.key, subject: ca.subject }) }
    ca.substitute = () => ({ certificate: issuer.issue({ key: held.key, ...change }).certificatePem })
    expect(await codeOf(() => issue())).toBe(code)
    expect(existsSync(out)).toBe(false)
  })

  test('a certificate for our key by another CA of the same name is refused', async () => {
    const { ca, held, issue, out } = await scene()
    const forger = other.issueAuthority({ subject: ca.subject })
    ca.substitute = () => ({ certificate: forger.issue({ key: held.key }).certificatePem, chain: forger.chainPem })
    expect(await codeOf(() => issue())).toBe('authority-key-identifier-mismatch')
    expect(existsSync(out)).toBe(false)
  })

  test('other names than those asked for are warned of', async () => {
    const { root, ca, held, issue } = await scene()
    const issuer = root.issueAuthority({ key: ca.key, subject: ca.subject })
    const san = [generalName.email('other@example.com')]
    ca.substitute = () => ({ certificate: issuer.issue({ key: held.key, subject: 'Other', san }).certificatePem })
    // The certificate of the CA that AWS shows is the one that the stand-in signs with.
    expect((await issue()).warnings).toEqual([
      'the certificate is for CN=Other; the request was for CN=Signer',
      'the certificate lacks the alternative name uri https://example.com/releases, which was asked for',
      'the certificate has the alternative name email other@example.com, which was not asked for',
    ])
  })
})

describe('a certificate that is paid for', () => {
  /** The certificate that a refusal names. */
  const named = async (action: () => Promise<unknown>) => {
    const refusal = await asyncRefusalOf(action)
    const [certificateArn] = /arn:aws:acm-pca:\S+\/certificate\/\w+$/.exec(refusal?.message ?? '') ?? []
    return { code: refusal?.code, hint: refusal?.hint, certificateArn }
  }
  const unwritable = {
    files: {
      ...files,
      writeAll: async () => {
        throw new ReleaseSigningError('file-unwritable', 'chain.pem: no space left', { hint: 'Make room.' })
      },
    },
  }

  test.each<[string, string, (ca: PrivateCaAuthority) => void, Partial<PrivateCaPorts>]>([
    ['waiting for it takes too long', 'private-ca-pending', (ca) => (ca.pendingPolls = 60), {}],
    [
      'it may not be fetched',
      'aws-access-denied',
      () => {
        const answer = { kind: 'error', status: 400, name: 'AccessDeniedException', message: 'no' } as const
        aws().faults.add({ operation: 'GetCertificate', answer })
      },
      {},
    ],
    ['it cannot be written', 'file-unwritable', () => undefined, unwritable],
  ])('is collected later, where %s', async (_, code, spoil, ports) => {
    const { ca, held, out, issue } = await scene()
    const register = desk.next('register.txt')
    spoil(ca)
    let time = 0
    const timers = {
      now: () => time,
      sleep: async (wait: number) => {
        time += wait
      },
    }
    const privateCa = client(ca, timers)
    const refused = await named(() => issue({ register }, { privateCa, ...ports }))
    expect(refused).toMatchObject({ code, hint: expect.stringContaining('private-ca-certificate') })
    expect([existsSync(out), existsSync(register)]).toEqual([false, false])
    aws().faults.clear()
    ca.pendingPolls = 0
    const bought = calls('IssueCertificate')
    // Though the CA does not issue any more.
    ca.status = 'DISABLED'
    const report = await issue({ register, collect: refused.certificateArn })
    expect(report.certificateArn).toBe(refused.certificateArn)
    expect(calls('IssueCertificate')).toBe(bought)
    const { leaf } = readSigningChain({ name: out, bytes: readFileSync(out) })
    expect(leaf.publicKey.spki).toEqual(held.key.publicKey)
    expect(readFileSync(register, 'utf8')).toContain(report.serial)
  })

  test('is named, too, where it is not the right one', async () => {
    const { ca, held, issue } = await scene()
    ca.substitute = () => ({
      certificate: createAuthority({ subject: ca.subject }).issue({ key: held.key }).certificatePem,
    })
    expect((await named(() => issue())).certificateArn).toContain(ca.arn)
  })

  test('for another request is not taken for this one', async () => {
    const { ca, out, issue } = await scene()
    const { path } = await desk.request(newKey())
    const { certificateArn } = await issue({
      request: desk.file(path),
      output: { path: desk.next('other.pem'), format: 'pem' },
    })
    expect(certificateArn).toContain(ca.arn)
    expect(await named(() => issue({ collect: certificateArn }))).toMatchObject({ code: 'key-mismatch' })
    expect(existsSync(out)).toBe(false)
  })
})

describe('a CA that cannot be had anything from', () => {
  test.each([
    ['DISABLED', 'private-ca-disabled', 'update-certificate-authority'],
    ['PENDING_CERTIFICATE', 'private-ca-state', 'private-ca import'],
    ['EXPIRED', 'private-ca-state', 'Renew'],
    ['DELETED', 'private-ca-state', 'Restore'],
    ['FAILED', 'private-ca-state', 'Delete'],
  ] as const)('%s: %s', async (status, code, hint) => {
    const { ca, out, issue } = await scene()
    ca.status = status
    const before = calls('IssueCertificate')
    const refusal = await asyncRefusalOf(() => issue())
    expect(refusal?.code).toBe(code)
    expect(refusal?.hint).toContain(hint)
    expect(calls('IssueCertificate')).toBe(before)
    expect(existsSync(out)).toBe(false)
  })

  test('that throttles for good', async () => {
    const { issue, out } = await scene()
    aws().faults.add({
      operation: 'IssueCertificate',
      answer: { kind: 'error', status: 400, name: 'ThrottlingException', message: 'Rate exceeded' },
    })
    expect(await codeOf(() => issue())).toBe('aws-throttled')
    expect(existsSync(out)).toBe(false)
  })

  const chains: readonly (readonly [string, (ca: PrivateCaAuthority) => readonly Uint8Array[], string])[] = [
    ['whose root is another', (ca) => ca.chain, 'path-not-found'],
    ['whose chain lacks the root, with none pinned', (ca) => ca.chain.slice(0, 1), 'private-ca-chain-invalid'],
  ]
  test.each(chains)('%s is not asked to issue', async (what, chain, code) => {
    const { ca, issue } = await scene()
    ca.chain = chain(ca)
    const before = calls('IssueCertificate')
    const rootCertificates = what.includes('none pinned') ? [] : named(createAuthority().certificatePem)
    expect(await codeOf(() => issue({ rootCertificates }))).toBe(code)
    expect(calls('IssueCertificate')).toBe(before)
  })

  test('whose certificate has expired is not asked to issue', async () => {
    const root = createAuthority()
    const ca = aws().privateCas.create({ issuer: root })
    const own = root.issueAuthority({ key: ca.key, subject: ca.subject, notAfter: new Date('2026-01-01T00:00:00Z') })
    ca.chain = [own.certificate, root.certificate]
    const { path } = await desk.request(newKey())
    const before = calls('IssueCertificate')
    expect(
      await codeOf(() =>
        issueByPrivateCa(
          {
            request: desk.file(path),
            profile: 'code-signing',
            template: arn('CodeSigningCertificate/V1'),
            days: 30,
            signingAlgorithm: undefined,
            rootCertificates: named(root.certificatePem),
            register: undefined,
            output: { path: desk.next('chain.pem'), format: 'pem' },
          },
          { privateCa: client(ca), files, clock },
        ),
      ),
    ).toBe('certificate-expired')
    expect(calls('IssueCertificate')).toBe(before)
  })

  test('a request with a wrong signature is refused before anything is asked', async () => {
    const { issue } = await scene()
    const { path } = await desk.request(newKey())
    const bytes = Buffer.from(readFileSync(path, 'utf8').split('\n').slice(1, -2).join(''), 'base64')
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
    const before = aws().calls.length
    expect(await codeOf(() => issue({ request: { name: 'request', bytes } }))).toBe('request-signature-invalid')
    expect(aws().calls).toHaveLength(before)
  })

  test('a file that is there is not written over, and nothing is bought', async () => {
    const { issue, out } = await scene()
    await issue()
    const before = calls('IssueCertificate')
    expect(await codeOf(() => issue())).toBe('file-exists')
    expect(calls('IssueCertificate')).toBe(before)
    expect(existsSync(out)).toBe(true)
  })
})

describe('a subordinate CA under a portable root', () => {
  /** The root's key in KMS; the subordinate waits for its certificate. */
  async function waiting() {
    const root = createAuthority({ subject: { O: 'Example', CN: 'Portable Root' } })
    const ca = aws().privateCas.create({ issuer: 'external' })
    const out = desk.next('subordinate.csr')
    const report = await fetchPrivateCaRequest({ path: out, format: 'pem' }, { privateCa: client(ca), files })
    return { root, ca, out, report }
  }
  const install = (ca: PrivateCaAuthority, certificates: readonly string[], roots: readonly string[]) =>
    importPrivateCaCertificate(
      { certificates: named(...certificates), rootCertificates: named(...roots) },
      { privateCa: client(ca), clock },
    )

  test('gives out its request, is signed by a root of ours in KMS, and then issues', async () => {
    const { root, ca, out, report } = await waiting()
    expect(report).toMatchObject({ arn: ca.arn, subject: 'CN=Example Private CA,O=Example,C=DE', path: out })
    const held = authorityOf(root)
    const signed = await desk.issue(held, held.certificates, out, { profile: 'subordinate-ca', days: 1_000 })
    const installed = await install(ca, [readFileSync(signed.path, 'utf8')], [root.certificatePem])
    expect(installed).toMatchObject({
      sha256: signed.sha256,
      pathLength: 0,
      root: { subject: 'CN=Portable Root,O=Example' },
    })
    expect(ca.status).toBe('ACTIVE')

    const { path } = await desk.request(newKey())
    const issued = await issueByPrivateCa(
      {
        request: desk.file(path),
        profile: 'code-signing',
        template: arn('CodeSigningCertificate/V1'),
        days: 30,
        signingAlgorithm: undefined,
        rootCertificates: named(root.certificatePem),
        register: undefined,
        output: { path: desk.next('chain.pem'), format: 'pem' },
      },
      { privateCa: client(ca), files, clock },
    )
    expect(issued.root.subject).toBe('CN=Portable Root,O=Example')
  })

  test('takes no certificate but one for the key of its request', async () => {
    const { root, ca } = await waiting()
    const wrong = root.issueAuthority({ subject: ca.subject })
    expect(await codeOf(() => install(ca, [wrong.certificatePem], [root.certificatePem]))).toBe('key-mismatch')
  })

  const unfit: readonly (readonly [string, (root: Authority, ca: PrivateCaAuthority) => Authority, string])[] = [
    [
      'expired',
      (root, ca) =>
        root.issueAuthority({ key: ca.key, subject: ca.subject, notAfter: new Date('2026-01-01T00:00:00Z') }),
      'certificate-expired',
    ],
    [
      'with another subject',
      (root, ca) => root.issueAuthority({ key: ca.key, subject: 'Other' }),
      'private-ca-import-refused',
    ],
    [
      'whose basic constraints are not critical',
      (root, ca) =>
        root.issueAuthority({
          key: ca.key,
          subject: ca.subject,
          extensions: { basicConstraints: nonCritical(extension.basicConstraints(true)) },
        }),
      'certificate-extension-not-critical',
    ],
    [
      'that may not sign certificates',
      (root, ca) =>
        root.issueAuthority({
          key: ca.key,
          subject: ca.subject,
          extensions: { keyUsage: extension.keyUsage('cRLSign') },
        }),
      'key-usage-cert-sign-missing',
    ],
    [
      'that is no CA',
      (root, ca) =>
        root.issueAuthority({
          key: ca.key,
          subject: ca.subject,
          extensions: { basicConstraints: null, keyUsage: extension.keyUsage('digitalSignature') },
        }),
      'certificate-not-ca',
    ],
    [
      'of another root',
      (_, ca) => createAuthority({ subject: 'Other' }).issueAuthority({ key: ca.key, subject: ca.subject }),
      'path-not-found',
    ],
  ]
  test.each(unfit)('takes none %s', async (_, make, code) => {
    const { root, ca } = await waiting()
    const before = calls('ImportCertificateAuthorityCertificate')
    expect(await codeOf(() => install(ca, [make(root, ca).certificatePem], [root.certificatePem]))).toBe(code)
    expect(calls('ImportCertificateAuthorityCertificate')).toBe(before)
    expect(ca.status).toBe('PENDING_CERTIFICATE')
  })

  test('below an intermediate of the root is installed with the whole chain, in order', async () => {
    const { root, ca } = await waiting()
    const middle = root.issueAuthority({ subject: 'Middle' })
    const own = middle.issueAuthority({ key: ca.key, subject: ca.subject })
    await install(ca, [root.certificatePem, middle.certificatePem, own.certificatePem], [root.certificatePem])
    expect(ca.chain).toEqual([own.certificate, middle.certificate, root.certificate])
  })

  test('a root CA gives out no request, and takes no certificate', async () => {
    const ca = aws().privateCas.create({})
    const output = { path: desk.next('root.csr'), format: 'pem' } as const
    expect(await codeOf(() => fetchPrivateCaRequest(output, { privateCa: client(ca), files }))).toBe('private-ca-state')
    const pem = certificatePem(ca.chain[0] ?? new Uint8Array())
    expect(await codeOf(() => install(ca, [pem], [pem]))).toBe('private-ca-state')
    expect(existsSync(output.path)).toBe(false)
  })
})
