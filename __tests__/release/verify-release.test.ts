import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { makeCms } from '../../dev/cms.ts'
import { createAuthority, crlPem, generalName } from '../../dev/pki.ts'
import { limits } from '../../src/core/limits.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { createWorkspace, named, verifyPorts, verifyRequest } from '../support/release.ts'

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const leaf = authority.issue({ subject: 'Signer', san: [generalName.uri('https://example.com/release')] })
const stranger = createAuthority({ subject: 'Root' }).issueAuthority({ subject: 'CA' }).issue({ subject: 'Signer' })
const workspace = createWorkspace()

const sidecarOf = (content: string, signer = leaf) => makeCms(signer, new TextEncoder().encode(content))

/** Artifacts of these contents with a sidecar each. */
function signedFiles(...names: readonly string[]): readonly string[] {
  const files = Object.fromEntries(
    names.flatMap((name) => [
      [name, `content of ${name}`],
      [`${name}.p7s`, sidecarOf(`content of ${name}`)],
    ]),
  )
  return workspace.write(files).filter((path) => !path.endsWith('.p7s'))
}

type Overrides = Parameters<typeof verifyRequest>[2]
const verify = (artifacts: readonly string[], overrides?: Overrides) =>
  verifyRelease(verifyRequest(root.rootPem, artifacts, overrides), verifyPorts)

describe('verifyRelease', () => {
  test('verifies every artifact with the sidecar beside it', async () => {
    const [first = '', ...more] = signedFiles(
      'a',
      'with space',
      '-dash',
      'brackets[1]{2}',
      'ünï',
      'new\nline',
      'quote\'"',
    )
    const report = await verify([first, ...more])
    expect(report).toMatchObject({ verified: true, ignored: [], passedOver: [], warnings: [] })
    expect(report.artifacts).toHaveLength(7)
    expect(report.artifacts[0]).toMatchObject({
      path: first,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      verified: true,
      release: null,
      sidecars: [{ path: `${first}.p7s`, kind: 'cms', verified: true, signer: { subject: 'CN=Signer' } }],
    })
  })

  test('gives each artifact its own result', async () => {
    const [good = '', changed = '', bare = '', foreign = ''] = signedFiles('good', 'changed', 'bare', 'foreign')
    writeFileSync(changed, 'another content')
    rmSync(`${bare}.p7s`)
    writeFileSync(`${foreign}.p7s`, sidecarOf('content of foreign', stranger))
    const report = await verify([good, changed, bare, foreign])
    expect(report.verified).toBe(false)
    expect(report.artifacts.map(({ path, verified, code }) => [path, verified, code])).toEqual([
      [good, true, undefined],
      [changed, false, 'digest-mismatch'],
      [bare, false, 'sidecar-missing'],
      [foreign, false, expect.stringMatching(/path-not-found|signature-invalid|key-identifier/)],
    ])
    expect(report.artifacts[1]?.sidecars[0]).toMatchObject({
      verified: false,
      code: 'digest-mismatch',
      hint: expect.any(String),
    })
  })

  test('two exchanged sidecars', async () => {
    const [a = '', b = ''] = signedFiles('a', 'b')
    renameSync(`${a}.p7s`, `${a}.tmp`)
    renameSync(`${b}.p7s`, `${a}.p7s`)
    renameSync(`${a}.tmp`, `${b}.p7s`)
    const report = await verify([a, b])
    expect(report.artifacts.map(({ code }) => code)).toEqual(['digest-mismatch', 'digest-mismatch'])
  })

  test.each([
    ['empty', new Uint8Array(), 'der-invalid'],
    ['text', new TextEncoder().encode('-----BEGIN PKCS7-----'), 'der-invalid'],
    ['too large', new Uint8Array(limits.cmsBytes + 1), 'limit-exceeded'],
  ])('a sidecar that is %s fails its artifact', async (_, bytes, code) => {
    const [a = '', b = ''] = signedFiles('a', 'b')
    writeFileSync(`${a}.p7s`, bytes)
    const report = await verify([a, b])
    expect(report.artifacts.map(({ code }) => code)).toEqual([code, undefined])
    expect(report.artifacts[0]?.sidecars[0]).toMatchObject({
      verified: false,
      code,
      signer: null,
      root: null,
      time: null,
    })
  })

  test('an artifact that cannot be read spoils itself only', async () => {
    const [a = '', b = '', c = ''] = signedFiles('a', 'b', 'c')
    rmSync(a)
    rmSync(b)
    mkdirSync(b)
    const report = await verify([a, b, c])
    expect(report.artifacts.map(({ verified, code }) => [verified, code])).toEqual([
      [false, 'file-not-found'],
      [false, 'file-not-regular'],
      [true, undefined],
    ])
  })

  test('a loop of links', async () => {
    const [a = ''] = signedFiles('a')
    rmSync(a)
    symlinkSync(a, a)
    expect((await verify([a])).verified).toBe(false)
  })

  test('looks for sidecars in a folder', async () => {
    const [a = ''] = signedFiles('a')
    const directory = workspace.path('sidecars')
    mkdirSync(directory)
    renameSync(`${a}.p7s`, `${directory}/a.p7s`)
    expect(await verify([a], { sidecarDirectory: directory })).toMatchObject({ verified: true })
    expect(await verify([a])).toMatchObject({ verified: false, artifacts: [{ code: 'sidecar-missing' }] })
  })

  test('more artifacts than are judged at once', async () => {
    const names = Array.from({ length: limits.artifactsAtOnce + 2 }, (_, i) => `artifact-${i}`)
    const artifacts = signedFiles(...names)
    writeFileSync(artifacts.at(-1) ?? '', 'another content')
    const steps: number[] = []
    const report = await verifyRelease(verifyRequest(root.rootPem, artifacts), {
      ...verifyPorts,
      progress: (_, done) => steps.push(done),
    })
    expect(report.artifacts.map(({ path }) => path)).toEqual(artifacts)
    expect(report.artifacts.filter(({ verified }) => !verified).map(({ path }) => path)).toEqual(artifacts.slice(-1))
    expect(steps).toEqual([limits.artifactsAtOnce, names.length])
  })
})

describe('paths that are no artifacts', () => {
  test('our own sidecars are passed over', async () => {
    const [a = ''] = signedFiles('a')
    const report = await verify([a, `${a}.p7s`])
    expect(report).toMatchObject({ verified: true, passedOver: [`${a}.p7s`] })
    expect(report.artifacts).toHaveLength(1)
  })

  test('a sidecar without its artifact is a warning, and an error where it was named', async () => {
    const [a = '', b = ''] = signedFiles('a', 'b')
    rmSync(b)
    const orphan = `${b}.p7s`
    expect(await verify([a, orphan])).toMatchObject({ verified: true, warnings: [expect.stringContaining(orphan)] })
    expect(await verify([a, orphan], { named: [orphan] })).toMatchObject({
      verified: false,
      artifacts: [{ path: orphan, code: 'file-not-found' }, { verified: true }],
    })
  })

  test('a sidecar that was named while its artifact was not is an error', async () => {
    const [a = '', b = ''] = signedFiles('a', 'b')
    expect(await verify([a, `${b}.p7s`])).toMatchObject({ verified: true, passedOver: [`${b}.p7s`] })
    expect(await verify([a, `${b}.p7s`], { named: [`${b}.p7s`] })).toMatchObject({
      verified: false,
      artifacts: [{ path: `${b}.p7s`, code: 'artifact-not-named' }, { verified: true }],
    })
    const both = [a, `${a}.p7s`]
    expect(await verify(both, { named: both })).toMatchObject({ verified: true })
  })

  test("another tool's sidecar is ignored, which is said", async () => {
    const [a = ''] = signedFiles('a')
    const other = `${a}.sigstore.json`
    writeFileSync(other, '{}')
    for (const artifacts of [[a], [a, other]]) {
      expect(await verify(artifacts)).toMatchObject({ verified: true, ignored: [other] })
    }
  })

  test('one that we signed is an artifact', async () => {
    const artifacts = signedFiles('a', 'a.sigstore.json')
    const report = await verify(artifacts)
    expect(report.artifacts.map(({ path }) => path)).toEqual(artifacts)
    writeFileSync(artifacts[1] ?? '', '{"changed":true}')
    expect(await verify(artifacts)).toMatchObject({ verified: false })
  })

  test('with nothing but sidecars there is no verdict', async () => {
    const [a = ''] = signedFiles('a')
    await expect(verify([`${a}.p7s`])).rejects.toMatchObject({ code: 'artifacts-none' })
    await expect(verify([])).rejects.toMatchObject({ code: 'artifacts-none' })
  })
})

describe('what is required', () => {
  test('a kind that is there, and one that is not', async () => {
    const artifacts = signedFiles('a')
    expect(await verify(artifacts, { require: ['cms'] })).toMatchObject({ verified: true })
    expect(await verify(artifacts, { require: ['attestation'] })).toMatchObject({ verified: false })
  })

  test.each([{ repository: 'example/app' }, { repositoryId: '1' }, { tag: 'v1' }, { complete: true }])(
    '%j demands the attestation',
    async (overrides) => {
      expect(await verify(signedFiles('a'), overrides)).toMatchObject({ verified: false })
    },
  )

  test('the identity', async () => {
    const artifacts = signedFiles('a')
    const identity = { kind: 'san', value: 'https://example.com/release' } as const
    expect(await verify(artifacts, { identity })).toMatchObject({ verified: true })
    expect(await verify(artifacts, { identity: { ...identity, value: 'https://example.com/' } })).toMatchObject({
      verified: false,
      artifacts: [{ code: 'identity-mismatch' }],
    })
  })

  test('serial numbers that are denied, however they are written', async () => {
    const artifacts = signedFiles('a')
    const hex = leaf.serial.toString(16)
    const colons = hex.toUpperCase().replace(/..(?!$)/g, '$&:')
    for (const serial of [hex, `00${hex}`, `0x${hex}`, colons]) {
      expect(await verify(artifacts, { deniedSerials: [serial] })).toMatchObject({
        artifacts: [{ code: 'certificate-denied' }],
      })
    }
  })

  test('CRLs, in PEM or DER, one or several in a file', async () => {
    const artifacts = signedFiles('a')
    const revoked = authority.crl({ revoked: [{ serial: leaf.serial, date: new Date('2026-11-02T00:00:00Z') }] })
    const good = [named('root.crl', root.crl()), named('ca.crl', crlPem(authority.crl()))]
    expect(await verify(artifacts, { crls: good })).toMatchObject({
      verified: true,
      artifacts: [{ sidecars: [{ revocation: 'good' }] }],
    })
    expect(await verify(artifacts, { crls: [named('all.crl', crlPem(root.crl()) + crlPem(revoked))] })).toMatchObject({
      artifacts: [{ code: 'certificate-revoked' }],
    })
  })

  test('the instant', async () => {
    const artifacts = signedFiles('a')
    expect(await verify(artifacts, { at: new Date('2030-01-01T00:00:00Z') })).toMatchObject({ verified: true })
    expect(await verify(artifacts, { at: new Date('2040-01-01T00:00:00Z') })).toMatchObject({
      artifacts: [{ code: 'certificate-expired' }],
    })
  })
})

describe('requests that cannot be meant', () => {
  const rootFile = [named('tsa.pem', root.rootPem)]
  test.each<[string, Overrides]>([
    ['no root', { rootCertificates: [] }],
    ['an instant beside time-stamp roots', { at: new Date(), timestampRootCertificates: rootFile }],
    ['a time stamp without a root for it', { requireTimestamp: true }],
    ['an empty name', { identity: { kind: 'san', value: '' } }],
    ['an empty subject', { identity: { kind: 'subject', value: '' } }],
    ['half a fingerprint', { identity: { kind: 'sha256', value: 'ab'.repeat(20) } }],
    ['a serial number that is none', { deniedSerials: ['xyz'] }],
    ['an empty serial number', { deniedSerials: [''] }],
    ['a scope without CRLs', { crlScope: 'leaf' }],
  ])('%s', async (_, overrides) => {
    await expect(verify(signedFiles('a'), overrides)).rejects.toMatchObject({ code: 'usage' })
  })

  test('a root that is none', async () => {
    const garbage = { rootCertificates: [named('root.pem', 'garbage')] }
    await expect(verify(signedFiles('a'), garbage)).rejects.toMatchObject({
      code: 'pem-invalid',
      message: expect.stringContaining('root.pem'),
    })
  })

  test('a private key for a root is refused and not repeated', async () => {
    const rootCertificates = [named('root.pem', leaf.key.privateKeyPem)]
    const refusal = verify(signedFiles('a'), { rootCertificates })
    await expect(refusal).rejects.toMatchObject({ code: 'private-key-in-input' })
    await expect(refusal).rejects.not.toMatchObject({ message: expect.stringContaining('MIG') })
  })
})

test('one root pinned for both is told of', async () => {
  const report = await verify(signedFiles('a'), { timestampRootCertificates: [named('tsa.pem', root.rootPem)] })
  expect(report).toMatchObject({ verified: true, warnings: [expect.stringContaining('CN=Root')] })
})
