import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { makeCms } from '../../dev/cms.ts'
import { createAuthority, generalName, generateKey, type Leaf } from '../../dev/pki.ts'
import type { HashName } from '../../src/core/algorithm.ts'
import { parseAttestation } from '../../src/core/attestation/attestation.ts'
import { bytesToHex, utf8 } from '../../src/core/bytes.ts'
import { type ListedArtifact, parseNamedDigest } from '../../src/core/checksums.ts'
import { digest } from '../../src/core/crypto.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
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
const attestation = 'acme-tool-v1.0.0.release.sigstore.json'

const contentOf = (name: string) => `content of ${name}`
const hex = (name: string, hash: HashName = 'sha256') => bytesToHex(digest(hash, utf8(contentOf(basename(name)))))
const line = (name: string, hash: HashName = 'sha256') => `${hex(name, hash)}  ${name}\n`
const wrong = (name: string) => `${'00'.repeat(32)}  ${name}\n`

const write = (...names: readonly string[]) =>
  workspace.write(Object.fromEntries(names.map((name) => [name, contentOf(basename(name))])))

/** A list in the folder of the test. */
const list = (...lines: readonly string[]) => named(workspace.path('SHA256SUMS'), lines.join(''))

async function sign(
  artifacts: readonly string[],
  checksums: SignRequest['checksums'],
  overrides: Partial<SignRequest> = {},
  signing: Leaf = leaf,
) {
  const signer = createLocalSigner(signing.key)
  const request = signRequest(signing, artifacts, { sidecars: undefined, ...release, checksums, ...overrides })
  const report = await signRelease(request, signPorts(signer)).catch((error: unknown) => {
    // Nothing is signed of what is refused.
    expect(signer.messages).toEqual([])
    throw error
  })
  return { signer, report }
}

const subjectsOf = (path: string) =>
  parseAttestation(readFileSync(path)).statement.subjects.map(({ name, digests }) => [name, digests])

const named256 = (name: string, of = name): ListedArtifact => {
  const found = parseNamedDigest(`${workspace.path(name)}@sha256:${hex(of)}`)
  if (found === undefined) throw new Error('no digest')
  return found
}

/** The code of each artifact, by its name; `verified` where it is, and how. */
async function verdicts(artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}) {
  const report = await verifyRelease(verifyRequest(root.rootPem, artifacts, overrides), verifyPorts)
  expect(report.verified).toBe(report.artifacts.every(({ verified }) => verified))
  return Object.fromEntries(
    report.artifacts.map(({ path, verified, byDigest, code }) => [
      basename(path),
      verified ? (byDigest ? 'by digest' : 'verified') : code,
    ]),
  )
}

describe('signing what a list of checksums names', () => {
  test('without any file makes an attestation beside the list, which verifies the files wherever they turn up', async () => {
    workspace.write({})
    const { signer, report } = await sign([], list(line('a.zip'), line('dist/b.zip'), line('c.zip', 'sha512')))
    expect(signer.messages).toHaveLength(1)
    expect(report).toMatchObject({
      signed: 3,
      artifacts: [],
      unseen: [
        { name: 'a.zip', digests: { sha256: hex('a.zip') } },
        { name: 'b.zip', digests: { sha256: hex('b.zip') } },
        { name: 'c.zip', digests: { sha512: hex('c.zip', 'sha512') } },
      ],
      attestation: workspace.path(attestation),
      notices: ['signed unseen, by the digests that were given: 3'],
    })
    for (const name of ['a.zip', 'b.zip', 'c.zip']) writeFileSync(workspace.path(name), contentOf(name))
    const paths = ['a.zip', 'b.zip', 'c.zip'].map(workspace.path)
    expect(await verdicts(paths, { ...release, complete: true })).toEqual({
      'a.zip': 'verified',
      'b.zip': 'verified',
      'c.zip': 'verified',
    })
    for (const path of paths) writeFileSync(path, 'another content')
    expect(await verdicts(paths)).toEqual({
      'a.zip': 'subject-digest-mismatch',
      'b.zip': 'subject-digest-mismatch',
      'c.zip': 'subject-digest-mismatch',
    })
  })

  test('with files as well signs both, the files by what they are', async () => {
    const files = write('a.zip')
    const { report } = await sign(files, list(line('a.zip', 'sha512'), line('a.zip'), line('b.zip')))
    expect(report).toMatchObject({
      signed: 2,
      artifacts: [{ path: files[0], sidecars: [] }],
      unseen: [{ name: 'b.zip' }],
    })
    expect(subjectsOf(report.attestation ?? '')).toEqual([
      ['a.zip', { sha256: hex('a.zip') }],
      ['b.zip', { sha256: hex('b.zip') }],
    ])
  })

  test('keeps the kinds of a run whose files are all here', async () => {
    const { report } = await sign(write('a.zip'), list(line('elsewhere/a.zip')))
    expect(report).toMatchObject({ signed: 1, unseen: [], notices: [] })
    expect(report.artifacts[0]?.sidecars).toEqual([workspace.path('a.zip.p7s')])
  })

  test.each([
    ['the list', (name: string) => [wrong(name)]],
    ['one of its two digests', (name: string) => [line(name), `${'00'.repeat(64)}  ${name}\n`]],
  ])('refuses a file that is not what %s says', async (_, lines) => {
    const files = write('a.zip', 'b.zip')
    await expect(sign(files, list(line('a.zip'), ...lines('b.zip')))).rejects.toMatchObject({
      code: 'checksums-mismatch',
      message: expect.stringContaining('b.zip: its sha'),
    })
  })

  test.each<[string, readonly string[], object, string]>([
    ['other kinds than the attestation', [line('b')], { sidecars: ['cms', 'attestation'] }, 'usage'],
    ['raw kinds', [line('b')], { sidecars: ['signature'] }, 'usage'],
    ['an unknown release', [line('b')], { tag: undefined }, 'attestation-release-unknown'],
    ['a malformed line', [line('b'), '\n'], {}, 'checksums-invalid'],
    ['names that fall together', [line('b'), line('B')], {}, 'names-collide'],
    ['a name that falls together with a file', [line('A.zip')], {}, 'names-collide'],
    ['a name that GitHub makes of a file', [line('a zip')], {}, 'names-collide'],
  ])('refuses %s', async (_, lines, overrides, code) => {
    const files = write('a.zip')
    await expect(sign(files, list(...lines), overrides)).rejects.toMatchObject({ code })
  })

  test('passes over our own sidecars in the list, and refuses a list of nothing else', async () => {
    const files = write('a.zip')
    const lines = [line('a.zip'), line('a.zip.p7s'), line('b.zip'), line('b.zip.p7s'), line(attestation), line('c.p7s')]
    const { report } = await sign(files, list(...lines))
    expect(report.passedOver).toEqual(['a.zip.p7s', 'b.zip.p7s', attestation])
    expect(report.unseen.map(({ name }) => name)).toEqual(['b.zip', 'c.p7s'])
    await expect(sign([], list(line(attestation)))).rejects.toMatchObject({ code: 'artifacts-none' })
  })

  test('takes the list of a runner, which lies in no place of the release', async () => {
    workspace.write({})
    const subjects = [
      { name: 'a.zip', digest: `sha256:${hex('a.zip')}`, kind: 'file' },
      { name: 'ghcr.io/acme/tool:1', digest: `sha256:${hex('x')}`, kind: 'oci' },
    ]
    const runner = named('/runner/_temp/artifacts_list_1', JSON.stringify({ version: 1, subjects }))
    const { report } = await sign([], runner, { outputDirectory: workspace.path('out') })
    expect(report).toMatchObject({
      signed: 1,
      unseen: [{ name: 'a.zip' }],
      attestation: workspace.path(`out/${attestation}`),
    })
    expect(report.warnings.join()).toContain('ghcr.io/acme/tool:1 is a container image')
    const dry = await sign([], runner, { dryRun: true })
    expect(dry.report).toMatchObject({ signed: 0, unseen: [{ name: 'a.zip' }], attestation })
    const none = named('artifacts_list_1', '{"version":1,"subjects":[]}')
    await expect(sign([], none)).rejects.toMatchObject({ code: 'artifacts-none' })
  })

  test('counts digests where the message is bounded', async () => {
    workspace.write({})
    const ed25519 = authority.issue({ key: generateKey('ECC_NIST_EDWARDS25519'), san })
    const lines = Array.from({ length: 60 }, (_, i) => line(`artifact-${i}`))
    await expect(sign([], list(...lines), {}, ed25519)).rejects.toMatchObject({ code: 'attestation-too-large' })
    const many = Array.from({ length: 1025 }, (_, i) => line(`artifact-${i}`))
    await expect(sign([], list(...many))).rejects.toMatchObject({ code: 'attestation-too-large' })
  })
})

describe('verifying digests', () => {
  /** A signed folder of a.zip and b.zip, from which the files are then taken. */
  async function signedWithout(overrides: Partial<SignRequest> = {}, signing = leaf) {
    const files = write('a.zip', 'b.zip')
    await sign(files, undefined, overrides, signing)
    for (const path of files) rmSync(path)
  }

  test('by the attestation and by the CMS beside where the file would be', async () => {
    await signedWithout()
    const report = await verifyRelease(verifyRequest(root.rootPem, [], { digests: [named256('a.zip')] }), verifyPorts)
    expect(report).toMatchObject({
      verified: true,
      warnings: [],
      artifacts: [
        {
          path: workspace.path('a.zip'),
          sha256: hex('a.zip'),
          byDigest: true,
          release: { ...release, packageId: null },
          sidecars: [
            { kind: 'cms', verified: true },
            { kind: 'attestation', verified: true },
          ],
        },
      ],
    })
  })

  test.each<[string, Partial<SignRequest>, string]>([
    ['both kinds', {}, 'digest-mismatch'],
    ['the CMS alone', { sidecars: ['cms'] }, 'digest-mismatch'],
    ['the attestation alone', { sidecars: ['attestation'] }, 'subject-digest-mismatch'],
  ])('refuses another digest with %s', async (_, overrides, code) => {
    await signedWithout(overrides)
    expect(await verdicts([], { digests: [named256('a.zip', 'b.zip')] })).toEqual({ 'a.zip': code })
    expect(await verdicts([], { checksums: list(wrong('a.zip'), line('b.zip')) })).toEqual({
      'a.zip': code,
      'b.zip': 'by digest',
    })
  })

  test('holds every demand', async () => {
    await signedWithout({ sidecars: ['attestation'] })
    const both = { checksums: list(line('a.zip'), line('b.zip')) }
    const by = (code: string) => ({ 'a.zip': code, 'b.zip': code })
    expect(await verdicts([], { ...both, ...release, complete: true })).toEqual(by('by digest'))
    expect(await verdicts([], { ...both, require: ['cms'] })).toEqual(by('sidecar-required'))
    expect(await verdicts([], { ...both, require: ['signature'] })).toEqual(by('sidecar-required'))
    expect(await verdicts([], { ...both, tag: 'v2' })).toEqual(by('tag-mismatch'))
    expect(await verdicts([], { ...both, repository: 'acme/other' })).toEqual(by('repository-mismatch'))
    const stranger = { kind: 'san', value: 'https://example.com/stranger' } as const
    expect(await verdicts([], { ...both, identity: stranger })).toEqual(by('identity-mismatch'))
    expect(await verdicts([], { ...both, sidecarDirectory: workspace.path('none') })).toEqual(by('sidecar-missing'))
    expect(await verdicts([], { digests: [named256('a.zip')], complete: true })).toEqual({
      'a.zip': 'by digest',
      'b.zip': 'subject-missing',
    })
    const unlisted = list(line('a.zip'), line('c.zip'))
    expect(await verdicts([], { checksums: unlisted })).toEqual({ 'a.zip': 'by digest', 'c.zip': 'subject-unknown' })
  })

  test('reads the file that is there, and holds it to digest and signature', async () => {
    const files = write('a.zip', 'b.zip')
    await sign(files, undefined)
    const both = { checksums: list(line('a.zip'), line('b.zip')) }
    expect(await verdicts([], both)).toEqual({ 'a.zip': 'verified', 'b.zip': 'verified' })
    expect(await verdicts(files, both)).toEqual({ 'a.zip': 'verified', 'b.zip': 'verified' })
    writeFileSync(workspace.path('b.zip'), 'tampered')
    const tampered = { 'a.zip': 'verified', 'b.zip': 'checksums-mismatch' }
    expect(await verdicts([], both)).toEqual(tampered)
    expect(await verdicts([], { digests: [named256('a.zip'), named256('b.zip')] })).toEqual(tampered)
    // The list follows the file: the signature does not.
    const follows = { checksums: list(line('a.zip'), `${bytesToHex(digest('sha256', utf8('tampered')))}  b.zip\n`) }
    expect(await verdicts([], follows)).toEqual({ 'a.zip': 'verified', 'b.zip': 'digest-mismatch' })
    // A directory in its place is no file that could be read.
    rmSync(workspace.path('b.zip'))
    mkdirSync(workspace.path('b.zip'))
    expect(await verdicts([], both)).toEqual({ 'a.zip': 'verified', 'b.zip': 'file-not-regular' })
  })

  test('finds the file of a line where the list was made, and where it was named', async () => {
    const files = write('dist/a.zip')
    await sign(files, undefined)
    expect(await verdicts(files, { checksums: list(line('a.zip')) })).toEqual({ 'a.zip': 'verified' })
    expect(await verdicts(files, { checksums: list(wrong('a.zip')) })).toEqual({ 'a.zip': 'checksums-mismatch' })
    const fromHere = list(line(workspace.path('dist/a.zip')))
    expect(await verdicts([], { checksums: fromHere })).toEqual({ 'a.zip': 'verified' })
  })

  test('does not let a list stand for a file that complete asks for', async () => {
    const files = write('a.zip', 'b.zip')
    await sign(files, undefined, { sidecars: ['attestation'] })
    rmSync(workspace.path('b.zip'))
    const both = { checksums: list(line('a.zip'), line('b.zip')) }
    expect(await verdicts(files.slice(0, 1), both)).toEqual({ 'a.zip': 'verified', 'b.zip': 'by digest' })
    expect(await verdicts(files.slice(0, 1), { ...both, complete: true })).toEqual({
      'a.zip': 'verified',
      'b.zip': 'subject-missing',
    })
  })

  test('where no hash is shared, nothing is verified', async () => {
    const p384 = authority.issue({ key: generateKey('ECC_NIST_P384'), san })
    await signedWithout({}, p384)
    // The attestation has sha256, the CMS sha384.
    const checksums512 = list(line('a.zip', 'sha512'), line('b.zip', 'sha512'))
    expect(await verdicts([], { checksums: checksums512 })).toEqual({
      'a.zip': 'digest-not-given',
      'b.zip': 'digest-not-given',
    })
    expect(await verdicts([], { checksums: list(line('a.zip')) })).toEqual({ 'a.zip': 'by digest' })
    expect(await verdicts([], { checksums: list(line('a.zip')), require: ['cms'] })).toEqual({
      'a.zip': 'sidecar-required',
    })
    rmSync(workspace.path(attestation))
    expect(await verdicts([], { checksums: list(line('a.zip')) })).toEqual({ 'a.zip': 'digest-not-given' })
    const sha384 = parseNamedDigest(`${workspace.path('a.zip')}@sha384:${hex('a.zip', 'sha384')}`)
    expect(await verdicts([], { digests: sha384 === undefined ? [] : [sha384] })).toEqual({ 'a.zip': 'by digest' })
  })

  test('every digest that is given for one artifact counts', async () => {
    await signedWithout({ sidecars: ['attestation'] })
    const digests = [named256('a.zip', 'b.zip')]
    await expect(verdicts([], { checksums: list(line('a.zip')), digests })).rejects.toMatchObject({
      code: 'checksums-mismatch',
    })
  })

  test('none is passed on as verified that nothing signed speaks of', async () => {
    await signedWithout()
    const wrong512 = `${'00'.repeat(64)}  a.zip\n`
    for (const more of [wrong512, line('a.zip', 'sha512')]) {
      const checksums = list(line('a.zip'), more)
      expect(await verdicts([], { checksums })).toEqual({ 'a.zip': 'digest-not-signed' })
      expect(await verdicts([], { checksums, require: ['cms'] })).toEqual({ 'a.zip': 'digest-not-signed' })
    }
    workspace.write({})
    await sign([], list(line('a.zip', 'sha512')))
    expect(await verdicts([], { checksums: list(line('a.zip', 'sha512')) })).toEqual({ 'a.zip': 'by digest' })
    const checksums = list(wrong('a.zip'), line('a.zip', 'sha512'))
    expect(await verdicts([], { checksums })).toEqual({ 'a.zip': 'digest-not-signed' })
    // Each by another sidecar.
    const p384 = authority.issue({ key: generateKey('ECC_NIST_P384'), san })
    await signedWithout({}, p384)
    const sha384 = parseNamedDigest(`${workspace.path('a.zip')}@sha384:${hex('a.zip', 'sha384')}`)
    const digests = [named256('a.zip'), ...(sha384 === undefined ? [] : [sha384])]
    expect(await verdicts([], { digests })).toEqual({ 'a.zip': 'by digest' })
    rmSync(workspace.path(attestation))
    expect(await verdicts([], { digests })).toEqual({ 'a.zip': 'digest-not-signed' })
  })

  test('looks at every file of one name that is listed, from here and from where the list is', async () => {
    const files = write('one/a.zip', 'two/a.zip')
    await sign(files.slice(0, 1), undefined, { sidecars: ['cms'] })
    for (const from of [(name: string) => name, workspace.path]) {
      const checksums = list(line(from('one/a.zip')), line(from('two/a.zip')))
      writeFileSync(workspace.path('two/a.zip'), contentOf('a.zip'))
      writeFileSync(workspace.path('two/a.zip.p7s'), readFileSync(workspace.path('one/a.zip.p7s')))
      expect(
        (await verifyRelease(verifyRequest(root.rootPem, [], { checksums }), verifyPorts)).artifacts,
      ).toMatchObject([
        { path: files[0], verified: true },
        { path: files[1], verified: true },
      ])
      writeFileSync(workspace.path('two/a.zip'), 'tampered')
      expect(
        (await verifyRelease(verifyRequest(root.rootPem, [], { checksums }), verifyPorts)).artifacts,
      ).toMatchObject([
        { path: files[0], verified: true },
        { path: files[1], verified: false, code: 'checksums-mismatch' },
      ])
    }
  })

  test('a broken sidecar fails it, and one of ours in the list is passed over', async () => {
    await signedWithout()
    writeFileSync(workspace.path('a.zip.p7s'), makeCms(leaf, utf8('another content')))
    expect(await verdicts([], { digests: [named256('a.zip')] })).toEqual({ 'a.zip': 'digest-mismatch' })
    writeFileSync(workspace.path('a.zip.p7s'), 'garbage')
    expect(await verdicts([], { digests: [named256('a.zip')] })).toEqual({ 'a.zip': 'der-invalid' })
    const lines = [line('b.zip'), line('b.zip.p7s'), line(attestation)]
    expect(await verdicts([], { checksums: list(...lines) })).toEqual({ 'b.zip': 'by digest' })
    await expect(verdicts([], { checksums: list(line(attestation)) })).rejects.toMatchObject({ code: 'artifacts-none' })
    // Whoever names a sidecar by digest means its artifact, as with files.
    expect(await verdicts([], { digests: [named256('gone.zip.p7s')] })).toEqual({ 'gone.zip.p7s': 'file-not-found' })
  })
})
