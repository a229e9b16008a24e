import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createAuthority, extension, generalName, type Leaf } from '../../dev/pki.ts'
import { preAuthenticationEncoding } from '../../src/core/attestation/envelope.ts'
import { utf8 } from '../../src/core/bytes.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import {
  createLocalSigner,
  createWorkspace,
  named,
  signPorts,
  signRequest,
  verifyPorts,
  verifyRequest,
} from '../support/release.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const san = [generalName.uri('https://example.com/release')]
const leaf = authority.issue({ subject: 'Signer', san })
const workspace = createWorkspace()

const release = { repository: 'acme/tool', tag: 'v1.0.0' }
const attestationOf = (tag = 'v1.0.0') => `acme-tool-${tag}.release.sigstore.json`

const write = (...names: readonly string[]) =>
  workspace.write(Object.fromEntries(names.map((name) => [name, `content of ${name}`])))

async function sign(artifacts: readonly string[], overrides: Partial<SignRequest> = {}, signing: Leaf = leaf) {
  const signer = createLocalSigner(signing.key)
  const request = signRequest(signing, artifacts, { sidecars: ['attestation'], ...release, ...overrides })
  const report = await signRelease(request, signPorts(signer))
  return { signer, report, path: report.attestation ?? '' }
}

const verify = (artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}) =>
  verifyRelease(verifyRequest(root.rootPem, artifacts, overrides), verifyPorts)

/** The code of each artifact, by its name; `verified` where it is. */
async function verdicts(artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}) {
  const report = await verify(artifacts, overrides)
  expect(report.verified).toBe(report.artifacts.every(({ verified }) => verified))
  return Object.fromEntries(
    report.artifacts.map(({ path, verified, code }) => [basename(path), verified ? 'verified' : code]),
  )
}

type BundleJson = Record<string, never> & {
  verificationMaterial: { x509CertificateChain: { certificates: { rawBytes: string }[] } }
  dsseEnvelope: { payload: string; signatures: { sig: string }[] }
}

function changeBundle(path: string, change: (bundle: BundleJson) => void): void {
  const bundle: BundleJson = JSON.parse(readFileSync(path, 'utf8'))
  change(bundle)
  writeFileSync(path, JSON.stringify(bundle))
}

const decode = (base64: string) => Buffer.from(base64, 'base64').toString('utf8')
const encode = (bytes: string | Uint8Array) => Buffer.from(bytes).toString('base64')

/** Signs another payload with the signer's own key, as only a defect of the signer could. */
function resign(path: string, change: (payload: string) => string, signing: Leaf = leaf): void {
  changeBundle(path, ({ dsseEnvelope }) => {
    const payload = change(decode(dsseEnvelope.payload))
    const signature = signing.key.sign(undefined, preAuthenticationEncoding(utf8(payload)))
    dsseEnvelope.payload = encode(payload)
    dsseEnvelope.signatures = [{ sig: encode(signature) }]
  })
}

describe('signing a release', () => {
  test('makes one attestation for all artifacts with one signature, and it verifies', async () => {
    const artifacts = write('a.tar.gz', 'b.zip')
    const { signer, report, path } = await sign(artifacts, { repositoryId: '4711' })
    expect(signer.messages).toHaveLength(1)
    expect(
      Buffer.from(signer.messages[0] ?? [])
        .subarray(0, 7)
        .toString(),
    ).toBe('DSSEv1 ')
    expect(basename(path)).toBe(attestationOf())
    expect(report).toMatchObject({ signed: 2, kmsRequestIds: ['request-1'] })
    const verified = await verify(artifacts, { ...release, repositoryId: '4711', complete: true })
    expect(verified).toMatchObject({
      verified: true,
      warnings: [],
      artifacts: artifacts.map((artifact) => ({
        path: artifact,
        release: { repository: 'acme/tool', tag: 'v1.0.0', packageId: '4711' },
        sidecars: [{ path, kind: 'attestation', verified: true }],
      })),
    })
  })

  test('makes both kinds where repository and tag are known, N + 1 signatures', async () => {
    const artifacts = write('a', 'b', 'c')
    const { signer } = await sign(artifacts, { sidecars: undefined })
    expect(signer.messages).toHaveLength(4)
    const report = await verify(artifacts, { require: ['cms', 'attestation'] })
    expect(report.verified).toBe(true)
    expect(report.artifacts[0]?.sidecars.map(({ kind }) => kind)).toEqual(['cms', 'attestation'])
  })

  test.each([{ repository: undefined }, { tag: undefined }])('makes cms alone with %j', async (unknown) => {
    const artifacts = write('a')
    const { report } = await sign(artifacts, { sidecars: undefined, ...unknown })
    expect(report.attestation).toBeUndefined()
  })

  test('leaves the root out, and the intermediates too where the leaf alone is asked for', async () => {
    const artifacts = write('a')
    const chain = await sign(artifacts)
    const certificates = JSON.parse(readFileSync(chain.path, 'utf8')).verificationMaterial.x509CertificateChain
      .certificates
    expect(certificates).toEqual(leaf.chain.map((certificate) => ({ rawBytes: encode(certificate) })))
    const alone = await sign(artifacts, { attestationCertificates: 'leaf' })
    const material = JSON.parse(readFileSync(alone.path, 'utf8')).verificationMaterial
    expect(material.certificate).toEqual({ rawBytes: encode(leaf.certificate) })
    expect(await verdicts(artifacts)).toEqual({ a: 'path-not-found' })
    const intermediates = [named('ca.pem', authority.certificatePem)]
    expect(await verdicts(artifacts, { intermediates })).toEqual({ a: 'verified' })
  })

  test('puts it into the nearest common folder, or the one that is named', async () => {
    const artifacts = write('linux/a', 'mac/b')
    const { path } = await sign(artifacts)
    expect(path).toBe(workspace.path(attestationOf()))
    expect(await verdicts(artifacts, release)).toEqual({ a: 'verified', b: 'verified' })
    rmSync(path)
    const named = await sign(artifacts, { outputDirectory: workspace.path('out') })
    expect(named.path).toBe(join(workspace.path('out'), attestationOf()))
    expect(await verdicts(artifacts, release)).toEqual({ a: 'sidecar-missing', b: 'sidecar-missing' })
    expect(await verdicts(artifacts, { ...release, sidecarDirectory: workspace.path('out') })).toEqual({
      a: 'verified',
      b: 'verified',
    })
    expect(await verdicts(artifacts, { ...release, attestations: [named.path] })).toEqual({
      a: 'verified',
      b: 'verified',
    })
  })

  test('replaces an attestation of the same release, and nothing that is not one of ours', async () => {
    const artifacts = write('a', 'b')
    await sign(artifacts.slice(0, 1))
    await sign(artifacts)
    expect(await verdicts(artifacts, { complete: true })).toEqual({ a: 'verified', b: 'verified' })
    writeFileSync(workspace.path(attestationOf()), '{}')
    expect((await asyncRefusalOf(() => sign(artifacts)))?.code).toBe('sidecar-foreign')
  })

  test('warns of a leaf that cosign will not know', async () => {
    const artifacts = write('a')
    const nameless = authority.issue({ subject: 'Signer' })
    expect((await sign(artifacts, {}, nameless)).report.warnings.join()).toContain('cosign')
    expect((await sign(artifacts)).report.warnings).toEqual([])
  })

  const refused: readonly [string, readonly string[], Partial<SignRequest>, string][] = [
    ['no repository', ['a'], { repository: undefined }, 'attestation-release-unknown'],
    ['no tag', ['a'], { tag: undefined }, 'attestation-release-unknown'],
    ['a repository that is none', ['a'], { repository: 'tool' }, 'repository-invalid'],
    ['a tag that is none', ['a'], { tag: 'v 1' }, 'tag-invalid'],
    ['a repository id that is none', ['a'], { repositoryId: '4 711' }, 'input-invalid'],
    ['two artifacts of one name', ['x/a', 'y/a'], {}, 'names-collide'],
    ['names that GitHub makes one', ['a b', 'a.b'], {}, 'names-collide'],
    ['names that differ in case', ['A', 'b/a'], {}, 'names-collide'],
    ['a newline in a name', ['a\nb'], {}, 'subject-name-invalid'],
    ['1,025 artifacts', Array.from({ length: 1025 }, (_, i) => `a${i}`), {}, 'attestation-too-large'],
  ]
  test.each(refused)('with %s is refused before the first signature', async (_, names, overrides, code) => {
    const artifacts = write(...names)
    const signer = createLocalSigner(leaf.key)
    const request = signRequest(leaf, artifacts, { sidecars: ['cms', 'attestation'], ...release, ...overrides })
    const before = readdirSync(workspace.path('.'), { recursive: true })
    expect((await asyncRefusalOf(() => signRelease(request, signPorts(signer))))?.code).toBe(code)
    expect(signer.messages).toEqual([])
    expect(readdirSync(workspace.path('.'), { recursive: true })).toEqual(before)
  })

  test('with a key service that answers wrongly writes nothing', async () => {
    const artifacts = write('a')
    const signer = createLocalSigner(leaf.key, {
      sign: async (_, message) => ({ signature: authority.key.sign(undefined, message), requestId: undefined }),
    })
    const request = signRequest(leaf, artifacts, { sidecars: ['attestation'], ...release })
    expect((await asyncRefusalOf(() => signRelease(request, signPorts(signer))))?.code).toBe('self-check-failed')
    expect(readdirSync(workspace.path('.'))).toEqual(['a'])
  })

  test('as a dry run says where it would go', async () => {
    const artifacts = write('a')
    const { report, signer } = await sign(artifacts, { dryRun: true })
    expect(basename(report.attestation ?? '')).toBe(attestationOf())
    expect(signer.messages).toEqual([])
  })
})

describe('verifying a release', () => {
  test('is demanded by naming repository, id, tag or complete: a stripped one fails', async () => {
    const artifacts = write('a')
    const { path } = await sign(artifacts, { sidecars: undefined })
    rmSync(path)
    expect(await verdicts(artifacts)).toEqual({ a: 'verified' })
    const demands: Partial<VerifyRequest>[] = [
      { repository: 'acme/tool' },
      { repositoryId: '1' },
      { tag: 'v1.0.0' },
      { complete: true },
      { require: ['attestation'] },
    ]
    for (const demand of demands) expect(await verdicts(artifacts, demand)).toEqual({ a: 'sidecar-required' })
  })

  test.each<[string, Partial<VerifyRequest>, string]>([
    ['another repository', { repository: 'acme/other' }, 'repository-mismatch'],
    ['another server', { repository: 'ghe.example.com/acme/tool' }, 'repository-mismatch'],
    ['another tag', { tag: 'v1.0.1' }, 'tag-mismatch'],
    ['another repository id', { repositoryId: '4712' }, 'repository-id-mismatch'],
  ])('refuses one of %s, with cms or without', async (_, expected, code) => {
    const artifacts = write('a')
    await sign(artifacts, { repositoryId: '4711' })
    expect(await verdicts(artifacts, expected)).toEqual({ a: code })
    await sign(artifacts, { sidecars: ['cms'] })
    expect(await verdicts(artifacts, expected)).toEqual({ a: code })
    const report = await verify(artifacts, expected)
    expect(report.warnings.join()).toContain('counts for nothing')
    expect(JSON.stringify(report)).toContain(`, not ${Object.values(expected)[0]}`)
  })

  test('refuses an id that the statement does not know', async () => {
    const artifacts = write('a')
    await sign(artifacts)
    expect(await verdicts(artifacts, { repositoryId: '4711' })).toEqual({ a: 'repository-id-mismatch' })
  })

  test('does not tell the case of a repository, does that of a tag', async () => {
    const artifacts = write('a')
    await sign(artifacts)
    expect(await verdicts(artifacts, { repository: 'Acme/Tool' })).toEqual({ a: 'verified' })
    expect(await verdicts(artifacts, { tag: 'V1.0.0' })).toEqual({ a: 'tag-mismatch' })
  })

  test('refuses one by a stranger', async () => {
    const artifacts = write('a')
    const stranger = createAuthority({ subject: 'Root' })
      .issueAuthority({ subject: 'CA' })
      .issue({ subject: 'Signer', san })
    await sign(artifacts, { rootCertificates: [named('root.pem', stranger.rootPem)] }, stranger)
    expect(await verdicts(artifacts)).toEqual({ a: 'authority-key-identifier-mismatch' })
  })

  test('refuses one by another signer of the same root', async () => {
    const artifacts = write('a')
    await sign(artifacts, {}, authority.issue({ subject: 'Other' }))
    expect(await verdicts(artifacts, { identity: { kind: 'subject', value: 'CN=Signer' } })).toEqual({
      a: 'identity-mismatch',
    })
  })

  test('refuses a statement that was rewritten', async () => {
    const artifacts = write('a')
    const { path } = await sign(artifacts)
    changeBundle(path, ({ dsseEnvelope }) => {
      dsseEnvelope.payload = encode(decode(dsseEnvelope.payload).replace('v1.0.0', 'v2.0.0'))
    })
    expect(await verdicts(artifacts, { tag: 'v2.0.0' })).toEqual({ a: 'signature-invalid' })
  })

  test('refuses one whose certificate was exchanged for another of the same key', async () => {
    const artifacts = write('a')
    const { path } = await sign(artifacts)
    const renewed = authority.issue({ subject: 'Signer', san, key: leaf.key })
    changeBundle(path, ({ verificationMaterial }) => {
      verificationMaterial.x509CertificateChain.certificates = renewed.chain.map((one) => ({ rawBytes: encode(one) }))
    })
    expect(await verdicts(artifacts)).toEqual({ a: 'attestation-certificate-mismatch' })
  })

  test('refuses an artifact outside the subjects where the attestation is demanded, or others are in it', async () => {
    const [a = '', b = ''] = write('a', 'b')
    await sign([a, b], { sidecars: ['cms'] })
    await sign([a])
    expect(await verdicts([a, b], release)).toEqual({ a: 'verified', b: 'subject-unknown' })
    expect(await verdicts([a, b])).toEqual({ a: 'verified', b: 'subject-unknown' })
    // Alone and with nothing demanded it stands on its own signature.
    expect(await verdicts([b])).toEqual({ b: 'verified' })
  })

  test('refuses an artifact without any sidecar that the attestation does not list', async () => {
    const [a = '', b = ''] = write('a', 'b')
    await sign([a])
    expect(await verdicts([b])).toEqual({ b: 'subject-unknown' })
  })

  test('refuses two files that were exchanged', async () => {
    const [a = '', b = ''] = write('a', 'b')
    await sign([a, b])
    renameSync(a, `${a}.tmp`)
    renameSync(b, a)
    renameSync(`${a}.tmp`, b)
    expect(await verdicts([a, b])).toEqual({ a: 'subject-digest-mismatch', b: 'subject-digest-mismatch' })
  })

  test('refuses a good file of an old release in the new one', async () => {
    const [a = '', b = ''] = write('a', 'b')
    await sign([a, b], { tag: 'v1.0.0' })
    const old = readFileSync(a)
    writeFileSync(a, 'newer')
    await sign([a, b], { tag: 'v2.0.0' })
    writeFileSync(a, old)
    expect(await verdicts([a, b], { tag: 'v2.0.0' })).toEqual({ a: 'subject-digest-mismatch', b: 'verified' })
  })

  test('refuses artifacts of two releases in one run', async () => {
    const [a = '', b = ''] = write('one/a', 'two/b')
    await sign([a], { tag: 'v1.0.0' })
    await sign([b], { tag: 'v2.0.0' })
    expect(await verdicts([a])).toEqual({ a: 'verified' })
    expect(await verdicts([a, b])).toEqual({ a: 'releases-differ', b: 'releases-differ' })
    expect(await verdicts([a, b], { tag: 'v2.0.0' })).toEqual({ a: 'tag-mismatch', b: 'verified' })
  })

  test('refuses one artifact that two releases list', async () => {
    const [a = ''] = write('a')
    await sign([a], { tag: 'v1.0.0' })
    await sign([a], { tag: 'v2.0.0' })
    expect(await verdicts([a])).toEqual({ a: 'releases-differ' })
    expect(await verdicts([a], { tag: 'v1.0.0' })).toEqual({ a: 'verified' })
  })

  test('with complete takes no file of another attestation for one that it lists', async () => {
    const paths = write('x/a', 'x/b', 'y/b')
    const [a = '', b = '', other = ''] = paths
    await sign([a, b])
    await sign([other])
    expect(await verdicts([a, other])).toEqual({ a: 'verified', b: 'verified' })
    rmSync(b)
    const report = await verify([a, other], { complete: true })
    expect(report.artifacts.map(({ path, code }) => [basename(path), code])).toEqual([
      ['a', undefined],
      ['b', undefined],
      ['b', 'subject-missing'],
    ])
  })

  test('with complete refuses a release with a file missing', async () => {
    const [a = '', b = ''] = write('a', 'b')
    await sign([a, b])
    expect(await verdicts([a])).toEqual({ a: 'verified' })
    expect(await verdicts([a], { complete: true })).toEqual({ a: 'verified', b: 'subject-missing' })
    expect(await verdicts([a, b], { complete: true })).toEqual({ a: 'verified', b: 'verified' })
  })

  test("counts another tool's sidecar that the release lists as one of its artifacts", async () => {
    const artifacts = write('a', 'a.sigstore.json')
    await sign(artifacts)
    expect(await verdicts(artifacts, { complete: true })).toEqual({ a: 'verified', 'a.sigstore.json': 'verified' })
    writeFileSync(artifacts[1] ?? '', 'changed')
    expect(await verdicts(artifacts)).toEqual({ a: 'verified', 'a.sigstore.json': 'subject-digest-mismatch' })
  })

  test('knows files under the names GitHub gave them, and under their own', async () => {
    const artifacts = write('tool v1 (é).zip', 'ünïcode')
    await sign(artifacts)
    expect(await verdicts(artifacts, { complete: true })).toEqual({
      'tool v1 (é).zip': 'verified',
      ünïcode: 'verified',
    })
    const renamed = ['tool.v1.e.zip', 'default.unicode'].map((name) => workspace.path(name))
    artifacts.forEach((artifact, i) => {
      renameSync(artifact, renamed[i] ?? '')
    })
    expect(await verdicts(renamed, { complete: true })).toEqual({
      'tool.v1.e.zip': 'verified',
      'default.unicode': 'verified',
    })
  })

  test('refuses a second digest that is wrong, though the first is right', async () => {
    const artifacts = write('a')
    const { path } = await sign(artifacts)
    const add = (digest: string) => (payload: string) =>
      payload.replace('"digest":{', `"digest":{"sha512":"${digest}",`)
    resign(path, add('ab'.repeat(64)))
    expect(await verdicts(artifacts)).toEqual({ a: 'subject-digest-mismatch' })
  })

  test.each([
    [
      'a tag hidden in a subpath',
      (payload: string) => payload.replace('@v1.0.0"', '@v1.0.0#nightly"'),
      'package-url-invalid',
    ],
    [
      'a tag in another encoding',
      (payload: string) => payload.replace('@v1.0.0"', '@v1%2E0.0"'),
      'package-url-invalid',
    ],
    ['a name twice', (payload: string) => payload.replace('{"name":"a"', '{"name":"b","name":"a"'), 'json-invalid'],
    [
      'a subject twice',
      (payload: string) => payload.replace(/"subject":\[(\{.*?\}\})\]/, '"subject":[$1,$1]'),
      'names-collide',
    ],
    [
      'the older predicate',
      (payload: string) => payload.replace('release/v0.2', 'release/v0.1'),
      'attestation-invalid',
    ],
  ])('refuses a statement with %s, well signed', async (_, change, code) => {
    const artifacts = write('a')
    const { path } = await sign(artifacts)
    const before = readFileSync(path, 'utf8')
    resign(path, change)
    expect(readFileSync(path, 'utf8')).not.toBe(before)
    expect(await verdicts(artifacts)).toEqual({ a: code })
  })

  test('fails for one of ours by name that is none, also beside a good cms', async () => {
    const artifacts = write('a')
    await sign(artifacts, { sidecars: ['cms'] })
    writeFileSync(workspace.path('x.release.sigstore.json'), '{"hello":1}')
    expect(await verdicts(artifacts)).toEqual({ a: 'attestation-invalid' })
    rmSync(workspace.path('x.release.sigstore.json'))
    mkdirSync(workspace.path('y.release.sigstore.json'))
    expect(await verdicts(artifacts)).toEqual({ a: 'file-not-regular' })
  })

  test('is not disturbed by a broken one in a folder of other artifacts', async () => {
    const [a = '', b = ''] = write('one/a', 'two/b')
    await sign([a, b], { sidecars: ['cms'] })
    writeFileSync(join(workspace.path('two'), 'x.release.sigstore.json'), '')
    expect(await verdicts([a, b])).toEqual({ a: 'verified', b: 'json-invalid' })
  })

  test('passes over an attestation among the artifacts, and uses it', async () => {
    const artifacts = write('a')
    const { path } = await sign(artifacts)
    const report = await verify([...artifacts, path], release)
    expect(report).toMatchObject({ verified: true, passedOver: [path] })
    expect(report.artifacts).toHaveLength(1)
  })

  test('of a file that is named and not there is wrong usage', async () => {
    const artifacts = write('a')
    const refusal = await asyncRefusalOf(() => verify(artifacts, { attestations: [workspace.path('no.json')] }))
    expect(refusal?.code).toBe('file-not-found')
  })

  test('refuses a repository and a tag that are none', async () => {
    const artifacts = write('a')
    expect((await asyncRefusalOf(() => verify(artifacts, { repository: 'x' })))?.code).toBe('repository-invalid')
    expect((await asyncRefusalOf(() => verify(artifacts, { tag: '..' })))?.code).toBe('tag-invalid')
  })

  test('refuses an expired leaf, and one that may not sign code', async () => {
    const artifacts = write('a')
    const dates = { notBefore: new Date('2026-01-01T00:00:00Z'), notAfter: new Date('2026-11-21T00:00:00Z') }
    await sign(artifacts, {}, authority.issue({ ...dates, san }))
    expect(await verdicts(artifacts)).toEqual({ a: 'verified' })
    const later = { ...verifyPorts, clock: () => new Date('2026-11-22T00:00:00Z') }
    const report = await verifyRelease(verifyRequest(root.rootPem, artifacts), later)
    expect(report.artifacts[0]).toMatchObject({ verified: false, code: 'certificate-expired' })
    const other = authority.issue({
      san,
      extensions: { extendedKeyUsage: extension.extendedKeyUsage('1.3.6.1.5.5.7.3.4') },
    })
    expect((await asyncRefusalOf(() => sign(artifacts, {}, other)))?.code).toBe('extended-key-usage-mismatch')
  })
})
