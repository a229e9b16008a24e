import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import {
  createAuthority,
  encodeExtension,
  extension,
  generalName,
  generateKey,
  name,
  rawExtension,
} from '../../dev/pki.ts'
import { algorithmForKey } from '../../src/core/algorithm.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import { encodeRequestInfo } from '../../src/core/x509/encode/request.ts'
import { encodeSigned } from '../../src/core/x509/encode/signed.ts'
import { readCertificates } from '../../src/core/x509/pem.ts'
import type { IssueRequest } from '../../src/identity/issue-certificate.ts'
import { temporaryFolder } from '../support/folder.ts'
import { authorityOf, type HeldKey, identityDesk, newKey } from '../support/identity.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import { now } from '../support/release.ts'

const folder = temporaryFolder()
const desk = identityDesk(folder)
const codeOf = async (action: () => Promise<unknown>) => (await asyncRefusalOf(action))?.code ?? 'accepted'
const certificatesIn = (path: string) =>
  readCertificates(readFileSync(path), path).map((der) => parseCertificate(der, path))

/** A root and a CA below it, in the register of the desk. */
async function hierarchy() {
  const rootKey = newKey()
  const root = await desk.root(rootKey, { pathLength: 1 })
  const caKey = newKey()
  const request = await desk.request(caKey, 'subordinate-ca')
  const ca = await desk.issue(rootKey, [root.path], request.path, { profile: 'subordinate-ca' })
  return { rootKey, root, caKey, ca, certificates: [root.path, ca.path] }
}

const algorithm = algorithmForKey('ECC_NIST_P256')
const encode = (...extensions: Parameters<typeof encodeExtension>[0][]) => extensions.map(encodeExtension)

/** A request with any extensions and subject, signed by the key, or by another. */
function requestWith(
  held: HeldKey,
  extensions: readonly Uint8Array[] = [],
  { signer = held, subject = name('Signer') }: { readonly signer?: HeldKey; readonly subject?: Uint8Array } = {},
) {
  const info = encodeRequestInfo({ subject, publicKey: held.key.publicKey, extensions })
  return { name: 'request', bytes: encodeSigned(info, algorithm, signer.key.sign(algorithm.name, info)) }
}

describe('what is issued', () => {
  test('a chain that the request, the profile and the CA agree on, written down in the register', async () => {
    const { caKey, ca, root, certificates } = await hierarchy()
    const held = newKey()
    const request = await desk.request(held)
    const urls = { crlUrls: ['http://example.com/ca.crl'], issuerUrls: ['http://example.com/ca.cer'] }
    const issued = await desk.issue(caKey, certificates, request.path, { ...urls, days: 90 })
    const [leaf, issuer, ...more] = certificatesIn(issued.path)
    expect(more).toEqual([])
    expect(issuer?.sha256).toBe(ca.sha256)
    expect(leaf).toMatchObject({
      version: 3,
      serialHex: issued.serial,
      notBefore: now,
      notAfter: new Date('2027-02-18T11:59:59Z'),
      subject: { text: 'CN=Signer' },
      issuer: { text: 'CN=CA' },
      extensions: {
        basicConstraints: { ca: false },
        keyUsage: new Set(['digitalSignature']),
        extendedKeyUsage: new Set(['1.3.6.1.5.5.7.3.3']),
        subjectAlternativeName: [{ kind: 'uri', text: 'https://example.com/releases' }],
        authorityKeyIdentifier: { keyId: issuer?.extensions.subjectKeyIdentifier },
        crlDistributionPoints: [{ name: { kind: 'full', names: [{ text: 'http://example.com/ca.crl' }] } }],
        authorityInformationAccess: [{ method: '1.3.6.1.5.5.7.48.2', location: { text: 'http://example.com/ca.cer' } }],
      },
    })
    expect([...(leaf?.rawExtensions.values() ?? [])].filter(({ critical }) => critical).map(({ oid }) => oid)).toEqual([
      '2.5.29.19',
      '2.5.29.15',
    ])
    expect(issuer?.extensions).toMatchObject({
      basicConstraints: { ca: true, pathLength: 0 },
      keyUsage: new Set(['keyCertSign', 'cRLSign']),
    })
    expect(issued).toMatchObject({ profile: 'code-signing', leftOut: [], identities: ['https://example.com/releases'] })
    expect(desk.registerText()).toContain(`certificate ${issued.serial}\n  profile code-signing\n  subject CN=Signer\n`)
    expect(desk.registerText()).toContain(`certificate ${root.serial}\n  profile root\n`)
    expect(caKey.signer.messages).toHaveLength(1 + 1)
  })

  test.each(['ECC_NIST_EDWARDS25519', 'ML_DSA_65', 'ECC_SECG_P256K1'] as const)(
    'under a root with a key of spec %s, for such a key',
    async (spec) => {
      const rootKey = newKey(spec)
      const root = await desk.root(rootKey)
      const request = await desk.request(newKey(spec), 'time-stamping')
      const issued = await desk.issue(rootKey, [root.path], request.path, { profile: 'time-stamping' })
      const [leaf] = certificatesIn(issued.path)
      expect(leaf?.publicKey.keySpec).toBe(spec)
      expect(leaf?.rawExtensions.get('2.5.29.37')?.critical).toBe(true)
    },
  )

  test('with a warning where the register does not have the CA', async () => {
    const { caKey, certificates } = await hierarchy()
    const register = desk.next('another.txt')
    const issued = await desk.issue(caKey, certificates, requestWith(newKey()), { register })
    expect(issued.warnings).toEqual([expect.stringContaining('the register does not have the CA CN=CA')])
  })

  test('with a warning where another key goes by the same subject', async () => {
    const { caKey, certificates } = await hierarchy()
    const subject = name({ CN: 'Example Releases' })
    const held = newKey()
    const first = await desk.issue(caKey, certificates, requestWith(held, [], { subject }))
    const again = await desk.issue(caKey, certificates, requestWith(held, [], { subject }))
    expect([...first.warnings, ...again.warnings]).toEqual([])
    const other = await desk.issue(caKey, certificates, requestWith(newKey(), [], { subject }))
    expect(other.warnings).toEqual([
      `CN=Example Releases has another key, too, by certificate ${first.serial}: is the request theirs?`,
    ])
  })

  test('with a warning where the root is not given', async () => {
    const { caKey, ca } = await hierarchy()
    const issued = await desk.issue(caKey, [ca.path], requestWith(newKey(), [], { subject: name('By itself') }))
    expect(issued.warnings).toEqual([expect.stringContaining('the root was not given')])
  })

  test('DER, which holds the certificate alone', async () => {
    const { caKey, certificates } = await hierarchy()
    const path = desk.next('leaf.der')
    await desk.issue(caKey, certificates, requestWith(newKey()), { output: { path, format: 'der' } })
    expect(parseCertificate(readFileSync(path)).subject.text).toBe('CN=Signer')
  })

  test('under PSS, when that is asked for', async () => {
    const rootKey = newKey('RSA_2048')
    const root = await desk.root(rootKey, { signingAlgorithm: 'RSASSA_PSS_SHA_384' })
    expect(certificatesIn(root.path)[0]?.signatureAlgorithm?.name).toBe('RSASSA_PSS_SHA_384')
    expect(root.warnings).toEqual([expect.stringContaining('RSA with 2048 bits')])
  })

  test('renewed, for the same key, as often as one likes', async () => {
    const { caKey, certificates } = await hierarchy()
    const held = newKey()
    const first = await desk.issue(caKey, certificates, requestWith(held))
    const second = await desk.issue(caKey, certificates, requestWith(held))
    expect(second.serial).not.toBe(first.serial)
  })
})

describe('what a request asks for', () => {
  test('is given where the profile allows it, and else told of', async () => {
    const { caKey, certificates } = await hierarchy()
    const asked = encode(
      extension.keyUsage('keyCertSign'),
      extension.extendedKeyUsage('1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.1'),
      extension.subjectAltName(generalName.email('a@example.com'), generalName.dns('example.com'), generalName.x400()),
      rawExtension('1.2.3.4', utf8('x'), true),
    )
    const issued = await desk.issue(caKey, certificates, requestWith(newKey(), asked))
    expect(issued.leftOut).toEqual([
      'extended key usage 1.3.6.1.5.5.7.3.1',
      'alternative name dns example.com',
      'alternative name x400',
      'extension 1.2.3.4',
    ])
    const [leaf] = certificatesIn(issued.path)
    expect(leaf?.extensions).toMatchObject({
      keyUsage: new Set(['digitalSignature']),
      extendedKeyUsage: new Set(['1.3.6.1.5.5.7.3.3']),
      subjectAlternativeName: [{ kind: 'email', text: 'a@example.com' }],
    })
    expect(leaf?.rawExtensions.has('1.2.3.4')).toBe(false)
  })

  test('narrows a CA to the purposes of releases', async () => {
    const rootKey = newKey()
    const root = await desk.root(rootKey)
    const caKey = newKey()
    const request = await desk.request(caKey, 'subordinate-ca', { extendedKeyUsages: ['1.3.6.1.5.5.7.3.3'] })
    const ca = await desk.issue(rootKey, [root.path], request.path, { profile: 'subordinate-ca' })
    expect(certificatesIn(ca.path)[0]?.extensions.extendedKeyUsage).toEqual(new Set(['1.3.6.1.5.5.7.3.3']))
    const stamp = await desk.request(newKey(), 'time-stamping')
    const refused = () => desk.issue(caKey, [root.path, ca.path], stamp.path, { profile: 'time-stamping' })
    expect(await codeOf(refused)).toBe('extended-key-usage-nesting')
    expect(caKey.signer.messages).toHaveLength(1)
  })

  test.each<[string, IssueRequest['profile'], readonly Uint8Array[]]>([
    ['to be a CA', 'code-signing', encode(extension.basicConstraints(true))],
    ['another purpose', 'code-signing', encode(extension.extendedKeyUsage('1.3.6.1.5.5.7.3.8'))],
    ['to sign code', 'time-stamping', encode(extension.extendedKeyUsage('1.3.6.1.5.5.7.3.3'))],
    ['to sign code', 'subordinate-ca', encode(extension.extendedKeyUsage('1.3.6.1.5.5.7.3.3'))],
    [
      'to be a CA for servers alone',
      'subordinate-ca',
      encode(extension.basicConstraints(true), extension.extendedKeyUsage('1.3.6.1.5.5.7.3.1')),
    ],
    ['not to be a CA', 'subordinate-ca', encode(extension.basicConstraints(false))],
  ])('%s is refused for %s', async (_, profile, asked) => {
    const { rootKey, root } = await hierarchy()
    const refused = () => desk.issue(rootKey, [root.path], requestWith(newKey(), asked), { profile })
    expect(await codeOf(refused)).toBe('request-profile-mismatch')
  })
})

describe('refused, before the CA signs anything', () => {
  const weak = generateKey('RSA_1024')
  const weakInfo = encodeRequestInfo({ subject: name('Weak'), publicKey: weak.publicKey, extensions: [] })
  const pkcs1 = algorithmForKey('RSA_2048')

  test.each<[string, () => { name: string; bytes: Uint8Array }, string]>([
    ['a signature by another key', () => requestWith(newKey(), [], { signer: newKey() }), 'request-signature-invalid'],
    [
      'a weak key',
      () => ({ name: 'weak', bytes: encodeSigned(weakInfo, pkcs1, weak.sign(pkcs1.name, weakInfo)) }),
      'key-weak',
    ],
    ['control characters', () => requestWith(newKey(), [], { subject: name({ CN: 'a\u001b[0m' }) }), 'subject-invalid'],
    ['no subject', () => requestWith(newKey(), [], { subject: Uint8Array.of(0x30, 0) }), 'subject-invalid'],
    [
      'a URI that is none',
      () => requestWith(newKey(), encode(extension.subjectAltName(generalName.uri('releases')))),
      'alternative-name-malformed',
    ],
    ['no request', () => ({ name: 'x', bytes: utf8('no request') }), 'pem-invalid'],
  ])('a request with %s', async (_, request, code) => {
    const { caKey, certificates } = await hierarchy()
    const before = desk.registerText()
    const path = desk.next('never.pem')
    const refused = () => desk.issue(caKey, certificates, request(), { output: { path, format: 'pem' } })
    expect(await codeOf(refused)).toBe(code)
    expect(existsSync(path)).toBe(false)
    expect(desk.registerText()).toBe(before)
    expect(caKey.signer.messages).toHaveLength(1)
  })

  test.each<[string, Parameters<typeof createAuthority>[0], string]>([
    ['that is no CA', { extensions: { basicConstraints: extension.basicConstraints(false) } }, 'certificate-not-ca'],
    [
      'whose key usage does not let it issue',
      { extensions: { keyUsage: extension.keyUsage('cRLSign') } },
      'key-usage-cert-sign-missing',
    ],
    ['that has expired', { notAfter: new Date('2026-01-01T00:00:00Z') }, 'certificate-expired'],
    ['whose path length is used up', { pathLength: 0 }, 'path-length-exceeded'],
    [
      'whose name constraints leave the signer out',
      {
        extensions: {
          nameConstraints: extension.nameConstraints({ permitted: [generalName.directory({ O: 'Somebody else' })] }),
        },
      },
      'path-name-not-permitted',
    ],
  ])('a CA %s', async (_, options, code) => {
    const authority = authorityOf(createAuthority({}).issueAuthority(options))
    const profile = code === 'path-length-exceeded' ? 'subordinate-ca' : 'code-signing'
    const register = desk.next('register.txt')
    const refused = () => desk.issue(authority, authority.certificates, requestWith(newKey()), { profile, register })
    expect(await codeOf(refused)).toBe(code)
    expect(authority.signer.messages).toEqual([])
    expect(existsSync(register)).toBe(false)
  })

  test('a path length that only a CA further up has used up', async () => {
    const middle = createAuthority({ pathLength: 1 }).issueAuthority({})
    const authority = authorityOf(middle)
    const issue = (profile: IssueRequest['profile'], pathLength?: number) =>
      desk.issue(authority, authority.certificates, requestWith(newKey()), {
        profile,
        pathLength,
        register: desk.next('register.txt'),
      })
    expect(await asyncRefusalOf(() => issue('subordinate-ca'))).toMatchObject({
      code: 'path-length-exceeded',
      message: expect.stringContaining('CN=Test CA may issue to no CA'),
      hint: 'Issue from a CA further up.',
    })
    expect(await codeOf(() => issue('code-signing'))).toBe('accepted')
    expect(await codeOf(() => issue('code-signing', 0))).toBe('usage')
    const wider = authorityOf(createAuthority({ pathLength: 2 }).issueAuthority({}))
    const below = (pathLength: number) =>
      desk.issue(wider, wider.certificates, requestWith(newKey()), {
        profile: 'subordinate-ca',
        pathLength,
        register: desk.next('register.txt'),
      })
    expect(await codeOf(() => below(0))).toBe('accepted')
    expect(await codeOf(() => below(1))).toBe('path-length-exceeded')
  })

  test('under the certificate of the CA that is valid longest, where it was renewed', async () => {
    const root = createAuthority()
    const held = newKey()
    const { key } = held
    const [old, renewed] = [new Date('2027-06-01T00:00:00Z'), new Date('2030-06-01T00:00:00Z')].map((notAfter) =>
      authorityOf(root.issueAuthority({ key, notAfter })),
    )
    for (const certificates of [
      [...(old?.certificates ?? []), ...(renewed?.certificates ?? [])],
      [...(renewed?.certificates ?? []), ...(old?.certificates ?? [])],
    ]) {
      const issued = desk.issue(held, certificates, requestWith(newKey()), {
        register: desk.next('register.txt'),
        days: 1000,
      })
      expect(await codeOf(() => issued)).toBe('accepted')
    }
  })

  test('more CAs below a CA than it may have', async () => {
    const authority = authorityOf(createAuthority({ pathLength: 2 }))
    const issue = (pathLength: number) =>
      desk.issue(authority, authority.certificates, requestWith(newKey()), {
        profile: 'subordinate-ca',
        pathLength,
        register: desk.next('register.txt'),
      })
    expect(await asyncRefusalOf(() => issue(2))).toMatchObject({
      code: 'path-length-exceeded',
      message: 'path length 2 is more than CN=Test Root can give',
      hint: 'Ask for at most 1.',
    })
    expect(await codeOf(() => issue(1))).toBe('accepted')
  })

  test('the key of another CA', async () => {
    const { certificates } = await hierarchy()
    expect(await codeOf(() => desk.issue(newKey(), certificates, requestWith(newKey())))).toBe('key-mismatch')
  })

  test('a validity beyond that of the CA, to the second', async () => {
    const rootKey = newKey()
    const root = await desk.root(rootKey, { days: 100 })
    const issue = (days: number) => desk.issue(rootKey, [root.path], requestWith(newKey()), { days })
    expect(await asyncRefusalOf(() => issue(101))).toMatchObject({
      code: 'validity-outside-issuer',
      hint: 'Ask for at most 100 days, or renew the CA first.',
    })
    expect(await codeOf(() => issue(100))).toBe('accepted')
    const late = new Date(now.getTime() + 99.5 * 86_400_000)
    const tooLate = () => desk.issue(rootKey, [root.path], requestWith(newKey()), { days: 1 }, late)
    expect(await asyncRefusalOf(tooLate)).toMatchObject({ hint: 'Renew the CA first.' })
    const justInTime = new Date(now.getTime() + 99 * 86_400_000)
    const twoDays = () => desk.issue(rootKey, [root.path], requestWith(newKey()), { days: 2 }, justInTime)
    expect(await asyncRefusalOf(twoDays)).toMatchObject({ hint: 'Ask for at most 1 day, or renew the CA first.' })
  })

  test('what others wrote into the register meanwhile: of several at once, each is in it or refused', async () => {
    const { caKey, certificates } = await hierarchy()
    const before = desk.registerText().match(/^certificate /gm)?.length ?? 0
    const codes = await Promise.all(
      Array.from({ length: 6 }, () => codeOf(() => desk.issue(caKey, certificates, requestWith(newKey())))),
    )
    const accepted = codes.filter((code) => code === 'accepted').length
    expect(accepted).toBeGreaterThan(0)
    expect(codes.filter((code) => code !== 'accepted' && code !== 'file-changed')).toEqual([])
    expect(desk.registerText().match(/^certificate /gm)).toHaveLength(before + accepted)
  })

  test('a serial number that exists', async () => {
    const { caKey, certificates } = await hierarchy()
    const random = () => new Uint8Array(20).fill(7)
    const issue = () => desk.issue(caKey, certificates, requestWith(newKey()), {}, now, { random })
    expect(await codeOf(issue)).toBe('accepted')
    expect(await codeOf(issue)).toBe('register-serial-known')
  })

  test('a subject that is the name of the CA, or of one above it', async () => {
    const { caKey, certificates } = await hierarchy()
    for (const subject of [name({ CN: 'ca' }), name({ C: 'DE', CN: 'Root' })]) {
      const refused = () => desk.issue(caKey, certificates, requestWith(newKey(), [], { subject }))
      expect(await codeOf(refused)).toBe('subject-invalid')
    }
  })

  test('a CA whose name the register could not hold', async () => {
    const authority = authorityOf(createAuthority({ subject: { CN: 'ends with a space ' } }))
    const refused = () =>
      desk.issue(authority, authority.certificates, requestWith(newKey()), { register: desk.next('register.txt') })
    expect(await codeOf(refused)).toBe('register-invalid')
    expect(authority.signer.messages).toEqual([])
  })

  test('a file in the place of the certificate', async () => {
    const { caKey, certificates } = await hierarchy()
    const path = folder.write('precious.pem', 'precious')
    const refused = () => desk.issue(caKey, certificates, requestWith(newKey()), { output: { path, format: 'pem' } })
    expect(await codeOf(refused)).toBe('file-exists')
    expect(readFileSync(path, 'utf8')).toBe('precious')
    expect(caKey.signer.messages).toHaveLength(1)
  })
})

describe('one key, one use', () => {
  test('a CA certifies neither itself nor the CAs above it to sign', async () => {
    const { rootKey, caKey, certificates } = await hierarchy()
    for (const held of [caKey, rootKey]) {
      const register = desk.next('empty.txt')
      const refused = () => desk.issue(caKey, certificates, requestWith(held), { register })
      expect(await codeOf(refused)).toBe('key-has-another-use')
    }
  })

  test('a key that signs releases becomes neither CA nor time-stamp server, and a CA signs no releases', async () => {
    const { rootKey, root, caKey, certificates } = await hierarchy()
    const signer = newKey()
    await desk.issue(caKey, certificates, requestWith(signer))
    const issue = (profile: IssueRequest['profile'], held: HeldKey) =>
      desk.issue(rootKey, [root.path], requestWith(held), { profile })
    expect(await codeOf(() => issue('subordinate-ca', signer))).toBe('key-has-another-use')
    expect(await codeOf(() => issue('time-stamping', signer))).toBe('key-has-another-use')
    expect(await codeOf(() => issue('code-signing', caKey))).toBe('key-has-another-use')
    expect(await codeOf(() => desk.root(signer))).toBe('key-has-another-use')
    expect(await codeOf(() => issue('subordinate-ca', caKey))).toBe('accepted')
    expect(await codeOf(() => desk.request(signer, 'subordinate-ca', { register: desk.register }))).toBe(
      'key-has-another-use',
    )
    expect(await codeOf(() => desk.request(caKey, 'code-signing', { register: desk.register }))).toBe(
      'key-has-another-use',
    )
    expect(await codeOf(() => desk.request(caKey, 'code-signing', { register: folder.at('no such') }))).toBe(
      'file-not-found',
    )
  })

  test('a key with a code-signing certificate in the register is refused as the CA that issues', async () => {
    const { caKey, certificates } = await hierarchy()
    const held = newKey()
    await desk.issue(caKey, certificates, requestWith(held))
    const rogue = authorityOf(createAuthority({ key: held.key }))
    expect(await codeOf(() => desk.issue(rogue, rogue.certificates, requestWith(newKey())))).toBe('key-has-another-use')
  })

  test('a CA that the register knows as revoked issues nothing, nor does a compromised key get a certificate', async () => {
    const { rootKey, root, caKey, ca, certificates } = await hierarchy()
    const signer = newKey()
    const leaf = await desk.issue(caKey, certificates, requestWith(signer))
    const revocation = { date: undefined, invalidSince: undefined }
    await desk.crl(caKey, certificates, { revoke: [{ serial: leaf.serial, reason: 'keyCompromise', ...revocation }] })
    expect(await codeOf(() => desk.issue(caKey, certificates, requestWith(signer)))).toBe('key-compromised')
    await desk.crl(rootKey, [root.path], { revoke: [{ serial: ca.serial, reason: 'superseded', ...revocation }] })
    expect(await codeOf(() => desk.issue(caKey, certificates, requestWith(newKey())))).toBe('certificate-revoked')
  })
})
