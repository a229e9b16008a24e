import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createAuthority, generalName, generateKey } from '../../dev/pki.ts'
import { startTimestampAuthority, type TestTimestampAuthority } from '../../dev/timestamp-authority.ts'
import { createTimestampAuthority } from '../../src/adapters/timestamp/timestamp-authority.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { encodeTrustedRoot } from '../../src/core/attestation/trusted-root.ts'
import { bytesToHex, utf8 } from '../../src/core/bytes.ts'
import { digest } from '../../src/core/crypto.ts'
import { parseCertificate } from '../../src/core/x509/certificate.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { cosign, testWithCosign, verifyAttestation } from '../support/cosign.ts'
import { testWithOpenssl } from '../support/openssl.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import { createLocalSigner, createWorkspace, named, signPorts, signRequest } from '../support/release.ts'

const identity = 'https://example.com/release'
const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const tsaRoot = createAuthority({ subject: 'TSA Root' })
const tsaAuthority = tsaRoot.issueAuthority({ subject: 'TSA CA' })
const workspace = createWorkspace()

let tsa: TestTimestampAuthority
beforeAll(async () => {
  tsa = await startTimestampAuthority({ authority: tsaAuthority })
})
afterAll(() => tsa.close())

interface Attempt {
  readonly spec?: KeySpec
  readonly algorithm?: string
  readonly stamped?: boolean
  readonly request?: Partial<SignRequest>
}

/** Signs two artifacts and writes the trusted root, all in one folder. */
async function sign({ spec = 'ECC_NIST_P256', algorithm, stamped = true, request = {} }: Attempt = {}) {
  const leaf = authority.issue({ key: generateKey(spec), san: [generalName.uri(identity)] })
  const artifacts = workspace.write({ 'a.bin': 'content of a', 'b.bin': 'content of b' })
  const timestamp = {
    urls: [tsa.url],
    rootCertificates: [named('tsa-root.pem', tsaRoot.rootPem)],
    unsafeUnpinned: false,
    required: true,
  }
  const signing = signRequest(leaf, artifacts, {
    sidecars: ['attestation'],
    repository: 'acme/tool',
    tag: 'v1.0.0',
    rootCertificates: [named('root.pem', root.rootPem)],
    trustedRoot: workspace.path('trusted_root.json'),
    signingAlgorithm: algorithm,
    ...(stamped ? { timestamp } : {}),
    ...request,
  })
  const ports = signPorts(createLocalSigner(leaf.key), {
    clock: () => new Date(),
    timestampAuthority: (urls, trust) => createTimestampAuthority({ urls, trust }),
  })
  const { attestation = '' } = await signRelease(signing, ports)
  return { attestation: basename(attestation), folder: workspace.path('.') }
}

describe('cosign', () => {
  const chain = '--allow-certificate-chain'

  testWithCosign(
    'accepts the attestation with a chain for every artifact, and refuses its tampered twins',
    async () => {
      const { attestation, folder } = await sign()
      const verify = (...args: readonly string[]) =>
        cosign(folder, ...verifyAttestation(attestation, 'a.bin', identity, chain, ...args))
      expect(verify()).toEqual({ status: 0, output: expect.stringContaining('Verified OK') })
      expect(cosign(folder, ...verifyAttestation(attestation, 'b.bin', identity, chain)).status).toBe(0)

      appendFileSync(workspace.path('a.bin'), '!')
      expect(verify().status).not.toBe(0)
      const stranger = createAuthority({ subject: 'Root' })
      const trusted = encodeTrustedRoot({
        certificateAuthority: [parseCertificate(stranger.certificate)],
        timestampAuthority: undefined,
      })
      writeFileSync(workspace.path('trusted_root.json'), trusted)
      expect(cosign(folder, ...verifyAttestation(attestation, 'b.bin', identity, chain)).status).not.toBe(0)
    },
  )

  testWithCosign('accepts what was signed unseen, by either hash, and refuses another file', async () => {
    const hex = (hash: 'sha256' | 'sha512', text: string) => bytesToHex(digest(hash, utf8(text)))
    const lines = `${hex('sha256', 'content of c')}  c.bin\n${hex('sha512', 'content of d')}  d.bin\n`
    const { attestation, folder } = await sign({ request: { checksums: named(workspace.path('SUMS'), lines) } })
    for (const name of ['c', 'd']) {
      const verify = () => cosign(folder, ...verifyAttestation(attestation, `${name}.bin`, identity, chain))
      writeFileSync(workspace.path(`${name}.bin`), `content of ${name}`)
      expect(verify()).toMatchObject({ status: 0 })
      appendFileSync(workspace.path(`${name}.bin`), '!')
      expect(verify().status).not.toBe(0)
    }
  })

  testWithCosign('refuses another identity, and a statement that was changed', async () => {
    const { attestation, folder } = await sign()
    expect(
      cosign(folder, ...verifyAttestation(attestation, 'a.bin', 'https://example.com/other', chain)).status,
    ).not.toBe(0)
    const path = workspace.path(attestation)
    const bundle = JSON.parse(readFileSync(path, 'utf8'))
    const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString().replace('v1.0.0', 'v1.0.1')
    bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64')
    writeFileSync(path, JSON.stringify(bundle))
    expect(cosign(folder, ...verifyAttestation(attestation, 'a.bin', identity, chain)).status).not.toBe(0)
  })

  testWithCosign('accepts the leaf alone without being asked to take a chain', async () => {
    const { attestation, folder } = await sign({ request: { attestationCertificates: 'leaf' } })
    expect(cosign(folder, ...verifyAttestation(attestation, 'a.bin', identity))).toMatchObject({ status: 0 })
  })
})

describe('the trusted root', () => {
  testWithOpenssl('holds the pinned root with the intermediates, and the chain of the time-stamp server', async () => {
    await sign()
    const trusted = JSON.parse(readFileSync(workspace.path('trusted_root.json'), 'utf8'))
    const certificates = (chain: { certificates: { rawBytes: string }[] }) =>
      chain.certificates.map(({ rawBytes }) => parseCertificate(Buffer.from(rawBytes, 'base64')).subject.text)
    expect(trusted).toMatchObject({ tlogs: [], ctlogs: [] })
    expect(certificates(trusted.certificateAuthorities[0].certChain)).toEqual(['CN=CA', 'CN=Root'])
    expect(certificates(trusted.timestampAuthorities[0].certChain)).toEqual(['CN=Test TSA', 'CN=TSA CA', 'CN=TSA Root'])
  })

  test('has no time-stamp server where nothing is stamped, and is written with cms alone too', async () => {
    await sign({ stamped: false, request: { sidecars: ['cms'] } })
    const trusted = JSON.parse(readFileSync(workspace.path('trusted_root.json'), 'utf8'))
    expect(trusted.timestampAuthorities).toEqual([])
  })

  test('replaces one of ours, and no other', async () => {
    const { folder } = await sign({ stamped: false })
    expect(folder).toBe(workspace.path('.'))
    const again = (content: string) => {
      const artifacts = workspace.write({ 'a.bin': 'a', 'trusted_root.json': content })
      const leaf = authority.issue()
      const path = workspace.path('trusted_root.json')
      const request = signRequest(leaf, artifacts.slice(0, 1), { trustedRoot: path })
      return asyncRefusalOf(() => signRelease(request, signPorts(createLocalSigner(leaf.key))))
    }
    const ours = readFileSync(workspace.path('trusted_root.json'), 'utf8')
    expect(await again(ours)).toBeUndefined()
    expect((await again('{}'))?.code).toBe('sidecar-foreign')
    expect((await again(ours.replace('"tlogs": []', '"tlogs": [{}]')))?.code).toBe('sidecar-foreign')
  })

  test('needs a pinned root, and a place of its own', async () => {
    const attempt = (request: Partial<SignRequest>) => asyncRefusalOf(() => sign({ stamped: false, request }))
    expect((await attempt({ rootCertificates: [] }))?.code).toBe('usage')
    expect((await attempt({ trustedRoot: 'a.bin.p7s' }))?.code).toBe('usage')
    const artifacts = workspace.write({ a: 'a' })
    const request = signRequest(authority.issue(), artifacts, { trustedRoot: artifacts[0] })
    expect(
      (await asyncRefusalOf(() => signRelease(request, signPorts(createLocalSigner(generateKey('ECC_NIST_P256'))))))
        ?.code,
    ).toBe('usage')
  })
})
