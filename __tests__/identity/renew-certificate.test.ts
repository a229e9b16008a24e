import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { certificatePem, createAuthority, crlPem, extension, type LeafOptions } from '../../dev/pki.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { parseCertificationRequest, readCertificationRequest } from '../../src/core/x509/certification-request.ts'
import { issueCertificate } from '../../src/identity/issue-certificate.ts'
import type { Output } from '../../src/identity/output.ts'
import { type RenewalRequest, renewCertificate } from '../../src/identity/renew-certificate.ts'
import type { NamedBytes } from '../../src/release/named-bytes.ts'
import { readSigningChain } from '../../src/release/sign/signing-chain.ts'
import { temporaryFolder } from '../support/folder.ts'
import { authorityOf, hold, identityDesk, newKey } from '../support/identity.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import { named, now } from '../support/release.ts'

const folder = temporaryFolder()
const desk = identityDesk(folder)
const day = 86_400_000
const inDays = (days: number) => new Date(now.getTime() + days * day)
const files = createFiles({ clock: () => now })

/** A signing key with a chain in a file, and a CA that renews it. */
function scene(leaf: LeafOptions = { notAfter: inDays(20) }, held = newKey()) {
  const root = createAuthority({ subject: 'Root' })
  const ca = root.issueAuthority({ subject: 'CA', pathLength: 0 })
  const issued = ca.issue({ key: held.key, subject: { O: 'Example', CN: 'Signer' }, ...leaf })
  const path = desk.next('chain.pem')
  writeFileSync(path, issued.chainPem)
  const requests: NamedBytes[] = []
  const register = desk.next('register.txt')
  const authority = authorityOf(ca)
  const request: RenewalRequest = {
    current: desk.file(path),
    output: path,
    renewBeforeDays: 30,
    subject: undefined,
    alternativeNames: { uris: [], emails: [] },
    signingAlgorithm: undefined,
    rootCertificates: [named('root.pem', root.certificatePem)],
    crls: [],
    register: undefined,
  }
  const certify = (at: Date) => (csr: NamedBytes, output: Output) => {
    requests.push(csr)
    return issueCertificate(
      {
        request: csr,
        authorityCertificates: authority.certificates,
        profile: 'code-signing',
        pathLength: undefined,
        days: undefined,
        signingAlgorithm: undefined,
        crlUrls: [],
        issuerUrls: [],
        register,
        output,
      },
      { signer: authority.signer, files, clock: () => at, random: (octets) => randomBytes(octets) },
    )
  }
  const renew = (change: Partial<RenewalRequest> = {}, at = now) =>
    renewCertificate(
      { ...request, ...change },
      { files, clock: () => at, parties: { signer: held.signer, issue: certify(at) } },
    )
  const look = (change: Partial<RenewalRequest> = {}) =>
    renewCertificate({ ...request, ...change }, { files, clock: () => now, parties: undefined })
  const chain = () => readSigningChain(desk.file(path))
  return { root, ca, held, issued, path, request, requests, register, renew, look, chain }
}

const codeOf = async (action: () => Promise<unknown>) => (await asyncRefusalOf(action))?.code ?? 'accepted'

describe('a chain with days enough', () => {
  test('is left as it is, and nobody is asked', async () => {
    const { renew, path, held, requests, issued } = scene({ notAfter: inDays(30) })
    const before = readFileSync(path)
    const report = await renew()
    expect(report).toMatchObject({
      renewed: false,
      path,
      certificate: { subject: 'CN=Signer,O=Example', daysLeft: 30, notAfter: inDays(30).toISOString() },
      previous: null,
    })
    expect(report.chain).toBe(issued.chainPem)
    expect(readFileSync(path)).toEqual(before)
    expect(requests).toEqual([])
    expect(held.signer.messages).toEqual([])
  })

  test('is written elsewhere where that is asked for, without the root', async () => {
    const { renew, issued, root } = scene({ notAfter: inDays(100) })
    const output = desk.next('out.pem')
    await renew({ output, current: named('input', issued.chainPem + root.certificatePem) })
    expect(readFileSync(output, 'utf8')).toBe(issued.chainPem)
  })

  test('counts its shortest certificate', async () => {
    const { root, held, renew } = scene()
    const short = root.issueAuthority({ subject: 'Short', notAfter: inDays(29) })
    const leaf = short.issue({ key: held.key, notAfter: inDays(900) })
    const output = desk.next('out.pem')
    expect((await renew({ current: named('input', leaf.chainPem), output })).renewed).toBe(true)
  })
})

describe('a chain that comes to its end', () => {
  test('is replaced by one for the same key, subject and names', async () => {
    const san = [Buffer.from('861c68747470733a2f2f6578616d706c652e636f6d2f72656c6561736573', 'hex')].map(
      (bytes) => new Uint8Array(bytes),
    )
    const { renew, chain, held, requests } = scene({ notAfter: inDays(29.9), san })
    const old = chain()
    const report = await renew()
    expect(report).toMatchObject({
      renewed: true,
      certificate: { subject: 'CN=Signer,O=Example', daysLeft: 364 },
      previous: { sha256: old.leaf.sha256, daysLeft: 29 },
      issued: { issuer: { subject: 'CN=CA' }, identities: ['https://example.com/releases'] },
      warnings: [expect.stringContaining('the register does not have the CA')],
    })
    const { leaf, intermediates } = chain()
    expect(leaf.publicKey.spki).toEqual(held.key.publicKey)
    expect(leaf.sha256).not.toBe(old.leaf.sha256)
    expect(intermediates.map(({ der }) => der)).toEqual(old.intermediates.map(({ der }) => der))
    expect(leaf.rawExtensions.get('2.5.29.17')?.value).toEqual(old.leaf.rawExtensions.get('2.5.29.17')?.value)
    expect(report.chain).toBe(readFileSync(report.path, 'utf8'))
    const [request = named('', '')] = requests
    expect(parseCertificationRequest(readCertificationRequest(request.bytes, 'request')).subject.der).toEqual(
      old.leaf.subject.der,
    )
    expect(held.signer.messages).toHaveLength(1)
  })

  test('is renewed when it has ended, too', async () => {
    const { renew, chain } = scene({ notAfter: inDays(-3) })
    expect((await renew()).previous?.daysLeft).toBe(-3)
    expect(chain().leaf.notAfter > now).toBe(true)
  })

  test('gets the names that are asked for', async () => {
    const { renew, chain } = scene()
    await renew({ subject: { commonName: 'Other' }, alternativeNames: { uris: ['https://example.org'], emails: [] } })
    expect(chain().leaf.subject.text).toBe('CN=Other')
    expect(chain().leaf.extensions.subjectAlternativeName).toEqual([
      expect.objectContaining({ text: 'https://example.org' }),
    ])
  })

  test('is warned of when the new one, too, ends soon', async () => {
    const { renew } = scene()
    expect((await renew({ renewBeforeDays: 400 })).warnings).toContain(
      'the new chain, too, ends in 364 days: renew the CA, or ask for more days',
    )
  })

  test('of another key is not renewed', async () => {
    const { renew, request } = scene()
    const other = scene().request.current
    expect(await codeOf(() => renew({ current: other, output: desk.next('x.pem') }))).toBe('key-mismatch')
    expect(existsSync(request.output)).toBe(true)
  })

  test('whose file changed meanwhile is not written over', async () => {
    const { renew, path, request } = scene()
    const current = request.current
    writeFileSync(path, 'something else')
    expect(await codeOf(() => renew({ current }))).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('something else')
  })
})

describe('a dry run', () => {
  test.each([
    [31, false],
    [30, false],
    [29, true],
    [-1, true],
  ])('with %d days left says whether it is due: %p', async (days, due) => {
    const { look, path, issued } = scene({ notAfter: inDays(days) })
    const before = readFileSync(path)
    expect(await look()).toMatchObject({ due, renewed: false, certificate: { daysLeft: days }, chain: issued.chainPem })
    expect(readFileSync(path)).toEqual(before)
  })

  test('without a certificate is due, and writes nothing', async () => {
    const output = desk.next('none.pem')
    expect(await scene().look({ current: undefined, output })).toMatchObject({
      due: true,
      certificate: null,
      chain: '',
    })
    await scene({ notAfter: inDays(90) }).look({ output })
    expect(existsSync(output)).toBe(false)
  })
})

describe('the first certificate of all', () => {
  test('takes its subject from the request', async () => {
    const { renew } = scene()
    const output = desk.next('first.pem')
    const report = await renew({ current: undefined, output, subject: { commonName: 'First' } })
    expect(report).toMatchObject({ renewed: true, previous: null, certificate: { subject: 'CN=First' } })
    expect(existsSync(output)).toBe(true)
  })

  test('without a subject is refused, and so is a file that is there', async () => {
    const { renew, path } = scene()
    expect(await codeOf(() => renew({ current: undefined, output: desk.next('first.pem') }))).toBe('input-missing')
    expect(await codeOf(() => renew({ current: undefined, output: path, subject: { commonName: 'First' } }))).toBe(
      'file-exists',
    )
  })
})

describe('a key whose certificate was revoked', () => {
  const crlOf = (ca: ReturnType<typeof scene>['ca'], serial: bigint, code: number | undefined, options = {}) =>
    named(
      'ca.crl',
      crlPem(
        ca.crl({
          revoked: [{ serial, date: inDays(-1), extensions: code === undefined ? [] : [extension.reasonCode(code)] }],
          ...options,
        }),
      ),
    )

  test.each([
    ['keyCompromise', 1, 'key-compromised'],
    ['cACompromise', 2, 'key-compromised'],
    ['aACompromise', 10, 'key-compromised'],
    ['no reason', undefined, 'certificate-revoked'],
    ['unspecified', 0, 'certificate-revoked'],
    ['affiliationChanged', 3, 'certificate-revoked'],
    ['cessationOfOperation', 5, 'certificate-revoked'],
    ['certificateHold', 6, 'certificate-revoked'],
    ['privilegeWithdrawn', 9, 'certificate-revoked'],
    ['superseded', 4, 'accepted'],
  ])('for %s, by a CRL', async (_, code, verdict) => {
    const { ca, issued, renew, requests, held, path } = scene()
    const before = readFileSync(path)
    expect(await codeOf(() => renew({ crls: [crlOf(ca, issued.serial, code)] }))).toBe(verdict)
    if (verdict === 'accepted') return
    expect(requests).toEqual([])
    expect(held.signer.messages).toEqual([])
    expect(readFileSync(path)).toEqual(before)
  })

  test('is refused though the chain has days enough, and though the CRL is stale or somebody else signed it', async () => {
    const { ca, issued, renew } = scene({ notAfter: inDays(300) })
    const stale = crlOf(ca, issued.serial, 1, { thisUpdate: inDays(-90), nextUpdate: inDays(-60) })
    expect(await codeOf(() => renew({ crls: [stale] }))).toBe('key-compromised')
    const forger = createAuthority({ subject: 'CA' })
    expect(await codeOf(() => renew({ crls: [crlOf(forger, issued.serial, 1)] }))).toBe('key-compromised')
  })

  test.each([
    ['stale', 'crl-stale', { thisUpdate: inDays(-90), nextUpdate: inDays(-60) }],
    ['not yet in force', 'crl-not-yet-valid', { thisUpdate: inDays(1), nextUpdate: inDays(60) }],
  ])('a CRL that is %s does not find it good', async (_, code, times) => {
    const { ca, renew } = scene()
    expect(await codeOf(() => renew({ crls: [crlOf(ca, 1n, 4, times)] }))).toBe(code)
  })

  test('one that only takes it off another list does not find it good either', async () => {
    const { ca, issued, renew } = scene()
    const delta = { number: 2, overrides: { deltaCrlIndicator: extension.deltaCrlIndicator(1) } }
    expect(await codeOf(() => renew({ crls: [crlOf(ca, issued.serial, 8, delta)] }))).toBe('crl-delta-unusable')
  })

  test("another CA's CRL does not find it good, and this one's does", async () => {
    const { ca, renew } = scene()
    const other = createAuthority({ subject: 'Other' })
    expect(await codeOf(() => renew({ crls: [crlOf(other, 1n, 1)] }))).toBe('crl-missing')
    expect(await codeOf(() => renew({ crls: [crlOf(ca, 1n, 1)] }))).toBe('accepted')
  })

  test.each([
    ['keyCompromise', 'key-compromised'],
    ['privilegeWithdrawn', 'certificate-revoked'],
    ['superseded', 'accepted'],
  ] as const)('for %s, by the register', async (reason, verdict) => {
    const root = createAuthority({ subject: 'Root' })
    const held = newKey()
    const { path } = await desk.request(held)
    const authority = authorityOf(root)
    const register = desk.next('register.txt')
    const issued = await desk.issue(authority, authority.certificates, path, { register, days: 20 })
    const revoke = { serial: issued.serial, reason, date: undefined, invalidSince: undefined }
    await desk.crl(authority, authority.certificates, { register, revoke: [revoke] })
    const { renew } = scene({ notAfter: inDays(300) }, hold(held.key))
    expect(await codeOf(() => renew({ register }))).toBe(verdict)
    const first = { current: undefined, output: desk.next('x.pem'), subject: { commonName: 'Again' }, register }
    expect(await codeOf(() => renew(first))).toBe(verdict)
  })
})

test.each([
  ['garbage', utf8('garbage'), 'pem-invalid'],
  ['a private key', utf8(newKey().key.privateKeyPem), 'private-key-in-input'],
  ['a root alone', utf8(certificatePem(createAuthority().certificate)), 'chain-invalid'],
])('%s for a chain is refused', async (_, bytes, code) => {
  const { renew } = scene()
  expect(await codeOf(() => renew({ current: { name: 'chain.pem', bytes } }))).toBe(code)
})
