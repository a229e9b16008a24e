import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { createAuthority, extension } from '../../dev/pki.ts'
import { parseCrl, readCrls } from '../../src/core/x509/crl.ts'
import { findPath } from '../../src/core/x509/path.ts'
import { createRevocationChecker } from '../../src/core/x509/revocation.ts'
import type { NewRevocation } from '../../src/identity/revoke.ts'
import { checkChain } from '../../src/release/check-chain.ts'
import { readSigningChain } from '../../src/release/sign/signing-chain.ts'
import { anchorsOf } from '../../src/release/verify/verify-policy.ts'
import { temporaryFolder } from '../support/folder.ts'
import { authorityOf, identityDesk, newKey } from '../support/identity.ts'
import { asyncRefusalOf, refusalOf } from '../support/refusal.ts'
import { now, verifyPorts } from '../support/release.ts'

const folder = temporaryFolder()
const desk = identityDesk(folder)
const codeOf = async (action: () => Promise<unknown>) => (await asyncRefusalOf(action))?.code ?? 'accepted'
const crlIn = (path: string) => readCrls(readFileSync(path), path).map((der) => parseCrl(der))[0]
const days = (count: number) => new Date(now.getTime() + count * 86_400_000)
const revocation = (serial: string, overrides: Partial<NewRevocation> = {}): NewRevocation => ({
  serial,
  reason: 'superseded',
  date: undefined,
  invalidSince: undefined,
  ...overrides,
})

async function rootAndLeaf(leafDays?: number) {
  const rootKey = newKey()
  const root = await desk.root(rootKey)
  const signer = newKey()
  const request = await desk.request(signer)
  const leaf = await desk.issue(rootKey, [root.path], request.path, { days: leafDays })
  return { rootKey, root, leaf }
}

const check = (root: string, chain: string, crl: string, at: Date) =>
  checkChain(
    {
      rootCertificates: [desk.file(root)],
      certificateChain: desk.file(chain),
      intermediates: [],
      at,
      profile: 'code-signing',
      purpose: undefined,
      crls: [desk.file(crl)],
      crlScope: 'path',
    },
    verifyPorts,
  )

describe('a CRL', () => {
  test('finds what stands good, and what was revoked refused, also after it has expired', async () => {
    const { rootKey, root, leaf } = await rootAndLeaf(10)
    const path = folder.at('good.crl')
    const output = { path, format: 'der' } as const
    await desk.crl(rootKey, [root.path], { output })
    expect(check(root.path, leaf.path, path, now)).toMatchObject({ valid: true, revocation: 'good' })

    const invalidSince = new Date('2026-11-20T11:00:00Z')
    const made = await desk.crl(rootKey, [root.path], {
      output,
      revoke: [revocation(leaf.serial, { reason: 'keyCompromise', invalidSince })],
    })
    expect(made).toMatchObject({
      number: '2',
      revoked: [{ serial: leaf.serial, date: now.toISOString(), reason: 'keyCompromise' }],
    })
    expect(check(root.path, leaf.path, path, now)).toMatchObject({ valid: false, code: 'certificate-revoked' })
    expect(desk.registerText()).toContain(
      '  revoked 2026-11-20T12:00:00Z keyCompromise\n  invalid-since 2026-11-20T11:00:00Z\n',
    )

    await desk.crl(rootKey, [root.path], { output }, days(100))
    const last = crlIn(path)
    expect(last).toMatchObject({ number: 3n, thisUpdate: days(100), expiredSince: now })
    expect(last?.find(last.issuer, BigInt(`0x${leaf.serial}`))).toMatchObject([
      { reason: 1, invalidityDate: invalidSince },
    ])
    expect(check(root.path, leaf.path, path, days(5))).toMatchObject({ valid: false, code: 'crl-not-yet-valid' })
  })

  test('is good for as many days as are asked for, and one number above the last', async () => {
    const { rootKey, root } = await rootAndLeaf()
    const first = await desk.crl(rootKey, [root.path], { days: 7 })
    expect(first).toMatchObject({ number: '1', nextUpdate: '2026-11-27T11:59:59.000Z', revoked: [] })
    expect(await desk.crl(rootKey, [root.path])).toMatchObject({ number: '2' })
    expect(desk.registerText()).toContain('\ncrl 2\n')
  })

  test('of a CA that came with a past promises nothing about it', async () => {
    const authority = authorityOf(createAuthority({}))
    const register = desk.next('register.txt')
    const request = await desk.request(newKey())
    await desk.issue(authority, authority.certificates, request.path, { register })
    const { path } = await desk.crl(authority, authority.certificates, { register })
    expect(crlIn(path)?.expiredSince).toEqual(now)
  })

  test('of one CA leaves out what another revoked', async () => {
    const { rootKey, root, leaf } = await rootAndLeaf()
    const other = await rootAndLeaf()
    await desk.crl(rootKey, [root.path], { revoke: [revocation(leaf.serial)] })
    expect(await desk.crl(other.rootKey, [other.root.path])).toMatchObject({ number: '1', revoked: [] })
    const wrong = () => desk.crl(other.rootKey, [other.root.path], { revoke: [revocation(leaf.serial)] })
    expect(await codeOf(wrong)).toBe('register-serial-unknown')
  })

  test('of a CA that was retired keeps what it issued verifiable, and of one that was compromised is not made', async () => {
    const { rootKey, root } = await rootAndLeaf()
    const caKey = newKey()
    const request = await desk.request(caKey, 'subordinate-ca')
    const ca = await desk.issue(rootKey, [root.path], request.path, { profile: 'subordinate-ca' })
    const above = [root.path, ca.path]
    const leaf = await desk.issue(caKey, above, (await desk.request(newKey())).path)
    const revoke = [revocation(ca.serial, { reason: 'cessationOfOperation' })]
    const rootCrl = await desk.crl(rootKey, [root.path], { revoke }, days(5))
    const caCrl = await desk.crl(caKey, above, {}, days(10))
    const chain = readSigningChain(desk.file(leaf.path))
    const path = findPath({
      leaf: chain.leaf,
      intermediates: chain.intermediates.map(({ der }) => der),
      anchors: anchorsOf([desk.file(root.path)]),
      at: days(2),
      profile: 'code-signing',
    })
    const checker = createRevocationChecker([rootCrl, caCrl].flatMap(({ path }) => crlIn(path) ?? []))
    const judge = (signedAt: Date) => () =>
      checker.check(path, { freshAt: days(11), signedAt, scope: 'path', intermediates: [] }).warnings
    expect(judge(days(2))()).toEqual([expect.stringContaining('CN=CA')])
    expect(refusalOf(judge(days(6)))?.code).toBe('certificate-revoked')

    const register = folder.write(
      'compromised.txt',
      desk.registerText().replace('cessationOfOperation', 'cACompromise'),
    )
    expect(await codeOf(() => desk.crl(caKey, above, { register }, days(10)))).toBe('key-compromised')
  })

  test.each(['ML_DSA_44', 'ECC_NIST_EDWARDS25519', 'ECC_NIST_P521'] as const)('by a key of spec %s', async (spec) => {
    const rootKey = newKey(spec)
    const root = await desk.root(rootKey)
    const { path } = await desk.crl(rootKey, [root.path], { output: { path: desk.next('x.crl'), format: 'pem' } })
    expect(crlIn(path)).toMatchObject({ number: 1n, signatureAlgorithm: { keySpecs: [spec] } })
  })
})

describe('refused, and nothing written', () => {
  const refusals: readonly [string, (leaf: string, root: string) => NewRevocation, string][] = [
    ['an unknown serial number', () => revocation('0102'), 'register-serial-unknown'],
    ['a root', (_, root) => revocation(root), 'revocation-invalid'],
    ['a revocation that is yet to come', (leaf) => revocation(leaf, { date: days(1) }), 'revocation-invalid'],
    ['a revocation before issue', (leaf) => revocation(leaf, { date: days(-1) }), 'revocation-invalid'],
    [
      'a time of compromise after revocation',
      (leaf) => revocation(leaf, { invalidSince: days(1) }),
      'revocation-invalid',
    ],
    ['cACompromise of what is no CA', (leaf) => revocation(leaf, { reason: 'cACompromise' }), 'revocation-invalid'],
  ]
  test.each(refusals)('%s', async (_, revoke, code) => {
    const { rootKey, root, leaf } = await rootAndLeaf()
    const before = desk.registerText()
    const signed = rootKey.signer.messages.length
    const path = desk.next('never.crl')
    const refused = () =>
      desk.crl(rootKey, [root.path], { revoke: [revoke(leaf.serial, root.serial)], output: { path, format: 'der' } })
    expect(await codeOf(refused)).toBe(code)
    expect(desk.registerText()).toBe(before)
    expect(existsSync(path)).toBe(false)
    expect(rootKey.signer.messages).toHaveLength(signed)
  })

  test('the same certificate again', async () => {
    const { rootKey, root, leaf } = await rootAndLeaf()
    const revoke = [revocation(leaf.serial)]
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { revoke }))).toBe('accepted')
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { revoke }))).toBe('revocation-invalid')
  })

  test.each([
    ['no CRL at all', 'precious'],
    ['a CRL of another CA', () => createAuthority({ subject: { C: 'DE', CN: 'Root' } }).crl()],
  ])('in the place of %s', async (_, content) => {
    const { rootKey, root } = await rootAndLeaf()
    const path = folder.write(`${desk.next('x').split('/').at(-1)}`, typeof content === 'string' ? content : content())
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { output: { path, format: 'der' } }))).toBe('file-exists')
  })

  test('by an old register, in the place of a newer CRL', async () => {
    const { rootKey, root } = await rootAndLeaf()
    const old = desk.registerText()
    const output = { path: desk.next('ca.crl'), format: 'der' } as const
    await desk.crl(rootKey, [root.path], { output })
    const register = folder.write('old-register.txt', old)
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { output, register }))).toBe('register-outdated')
  })

  test('by a register that lost a revocation, or the certificate with it, which the CRL still has', async () => {
    const { rootKey, root, leaf } = await rootAndLeaf()
    const output = { path: desk.next('ca.crl'), format: 'der' } as const
    await desk.crl(rootKey, [root.path], { output, revoke: [revocation(leaf.serial)] })
    const text = desk.registerText()
    const counts = (line: string) => {
      const [certificates, revoked] = [...line.matchAll(/\d+/g)].map(([digits]) => Number(digits))
      return { certificates: certificates ?? 0, revoked: revoked ?? 0 }
    }
    const { certificates, revoked } = counts(text.slice(text.lastIndexOf('\nend')))
    const withCounts = (changed: string, count: number) =>
      changed.replace(/end certificates=\d+ revoked=\d+/, `end certificates=${count} revoked=${revoked - 1}`)
    const block = new RegExp(`certificate ${leaf.serial}\n(?: .*\n)+\n`).exec(text)?.[0] ?? ''
    const forged = [
      withCounts(text.replace(block, block.replace(/ {2}revoked .*\n/, '')), certificates),
      withCounts(text.replace(block, ''), certificates - 1),
    ]
    for (const [index, content] of forged.entries()) {
      const register = folder.write(`forged-${index}.txt`, content)
      expect(await codeOf(() => desk.crl(rootKey, [root.path], { output, register }))).toBe('register-outdated')
    }
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { output }))).toBe('accepted')
  })

  test('when the clock is behind the last CRL', async () => {
    const { rootKey, root } = await rootAndLeaf()
    await desk.crl(rootKey, [root.path], {}, days(2))
    expect(await codeOf(() => desk.crl(rootKey, [root.path], {}, days(1)))).toBe('register-outdated')
  })

  test('by the register of another CA', async () => {
    const rootKey = newKey()
    const root = await desk.root(rootKey, { register: desk.next('own.txt') })
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { register: desk.next('empty.txt') }))).toBe(
      'register-issuer-unknown',
    )
  })

  test('under a certificate that does not let its key sign CRLs', async () => {
    const authority = authorityOf(createAuthority({ extensions: { keyUsage: extension.keyUsage('keyCertSign') } }))
    const register = desk.next('register.txt')
    const request = await desk.request(newKey())
    await desk.issue(authority, authority.certificates, request.path, { register })
    expect(await codeOf(() => desk.crl(authority, authority.certificates, { register }))).toBe(
      'key-usage-crl-sign-missing',
    )
  })

  test('of a CA that has expired', async () => {
    const { rootKey, root } = await rootAndLeaf()
    expect(await codeOf(() => desk.crl(rootKey, [root.path], {}, days(8000)))).toBe('certificate-expired')
  })

  test('longer than an Ed25519 key in KMS signs', async () => {
    const rootKey = newKey('ECC_NIST_EDWARDS25519')
    const register = desk.next('register.txt')
    const root = await desk.root(rootKey, { register })
    const [block = ''] = /certificate .*?(?=\n\nend)/s.exec(readFileSync(register, 'utf8')) ?? []
    const many = Array.from({ length: 120 }, (_, index) =>
      block
        .replace(/certificate \w+/, `certificate ${(2 ** 40 + index).toString(16).padStart(12, '0')}`)
        .replace('profile root', 'profile code-signing')
        .replace(/key \w+/, `key ${'a'.repeat(64)}`)
        .concat('\n  revoked 2026-11-20T12:00:00Z superseded'),
    )
    writeFileSync(
      register,
      ['kms-release-signing register 1', block, ...many, 'end certificates=121 revoked=120 crls=0\n'].join('\n\n'),
    )
    expect(await codeOf(() => desk.crl(rootKey, [root.path], { register }))).toBe('limit-exceeded')
  })
})

test('a register that changes meanwhile is not written over', async () => {
  const { rootKey, root } = await rootAndLeaf()
  const path = desk.next('never.crl')
  const register = folder.write('contested.txt', desk.registerText())
  const signer = {
    ...rootKey.signer,
    sign: async (...args: Parameters<typeof rootKey.signer.sign>) => {
      writeFileSync(register, `${readFileSync(register, 'utf8')}\n`)
      return rootKey.signer.sign(...args)
    },
  }
  const refused = () => desk.crl({ ...rootKey, signer }, [root.path], { register, output: { path, format: 'der' } })
  expect(await codeOf(refused)).toBe('file-changed')
  expect(existsSync(path)).toBe(false)
})
