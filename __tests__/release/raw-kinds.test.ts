import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, startAws } from '../../dev/aws.ts'
import { makeCms } from '../../dev/cms.ts'
import { createAuthority, generalName, generateKey, type Leaf } from '../../dev/pki.ts'
import { createKmsSigner } from '../../src/adapters/kms/kms.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { preAuthenticationEncoding } from '../../src/core/attestation/envelope.ts'
import { parseRepository } from '../../src/core/attestation/release.ts'
import { encodeStatement, subject } from '../../src/core/attestation/statement.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { digest } from '../../src/core/crypto.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { cosign, testWithCosign } from '../support/cosign.ts'
import { openssl, testWithOpenssl } from '../support/openssl.ts'
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
const release = { repository: 'acme/tool', tag: 'v1' }
const certificates = 'acme-tool-v1.certificates.pem'
const both = ['signature', 'message-bundle'] as const

async function sign(artifacts: readonly string[], overrides: Partial<SignRequest> = {}, signing: Leaf = leaf) {
  const signer = createLocalSigner(signing.key)
  const request = signRequest(signing, artifacts, { sidecars: both, ...release, ...overrides })
  return { signer, report: await signRelease(request, signPorts(signer)) }
}

/** The code of each artifact, by its name; `verified` where it is. */
async function verdicts(artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}) {
  const report = await verifyRelease(
    verifyRequest(root.rootPem, artifacts, { require: both, ...overrides }),
    verifyPorts,
  )
  return Object.fromEntries(
    report.artifacts.map(({ path, verified, code }) => [basename(path), verified ? 'verified' : code]),
  )
}

const publicKeyPem = ({ key }: Leaf): string =>
  `-----BEGIN PUBLIC KEY-----\n${Buffer.from(key.publicKey).toString('base64')}\n-----END PUBLIC KEY-----\n`

describe('signatures over the artifact itself', () => {
  test('are made with one call for both kinds, and the certificates once', async () => {
    const artifacts = workspace.write({ a: 'content of a', b: 'content of b' })
    const { signer, report } = await sign(artifacts)
    expect(signer.messages).toHaveLength(2)
    expect(report.artifacts.map(({ sidecars }) => sidecars.map((path) => basename(path)))).toEqual([
      ['a.sig', 'a.sigstore.json'],
      ['b.sig', 'b.sigstore.json'],
    ])
    expect(report.kmsRequestIds).toHaveLength(2)
    expect(report.alsoWritten.map((path) => basename(path))).toEqual([certificates])
    expect(readdirSync(workspace.path('.')).sort()).toEqual([
      'a',
      'a.sig',
      'a.sigstore.json',
      certificates,
      'b',
      'b.sig',
      'b.sigstore.json',
    ])
    expect(readFileSync(workspace.path(certificates), 'utf8')).toBe(leaf.chainPem)
    expect(await verdicts(artifacts)).toEqual({ a: 'verified', b: 'verified' })
  })

  test('beside the other kinds cost one more call for each artifact', async () => {
    const artifacts = workspace.write({ a: 'a', b: 'b' })
    const { signer } = await sign(artifacts, { sidecars: ['cms', 'attestation', ...both] })
    expect(signer.messages).toHaveLength(5)
    expect(await verdicts(artifacts, { require: ['cms', 'attestation', ...both] })).toEqual({
      a: 'verified',
      b: 'verified',
    })
  })

  test.each<[KeySpec, string]>([
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'],
    ['RSA_2048', 'RSASSA_PSS_SHA_384'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256'],
  ])('verify with %s %s', async (spec, signingAlgorithm) => {
    const artifacts = workspace.write({ a: 'content' })
    const signing = authority.issue({ key: generateKey(spec), san })
    await sign(artifacts, { signingAlgorithm }, signing)
    expect(await verdicts(artifacts)).toEqual({ a: 'verified' })
  })

  test('count for nothing unless they are required', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await sign(artifacts)
    expect(await verdicts(artifacts, { require: [] })).toEqual({ a: 'sidecar-missing' })
    expect(await verdicts(artifacts, { require: ['cms'] })).toEqual({ a: 'sidecar-missing' })
    rmSync(workspace.path('a.sig'))
    expect(await verdicts(artifacts)).toEqual({ a: 'sidecar-required' })
    expect(await verdicts(artifacts, { require: ['message-bundle'] })).toEqual({ a: 'verified' })
  })

  test('are passed over among the artifacts where they are made or required', async () => {
    const [a = ''] = workspace.write({ a: 'content' })
    await sign([a])
    const all = readdirSync(workspace.path('.')).map((name) => workspace.path(name))
    expect(await verdicts(all)).toEqual({ a: 'verified' })
    const [, b = ''] = workspace.write({ a: 'content', b: 'content' })
    await sign([workspace.path('a'), b])
    // Whoever names b's signature alone has not had b looked at.
    const some = [workspace.path('a'), `${b}.sig`, `${b}.sigstore.json`]
    expect(await verdicts(some, { named: some })).toEqual({
      a: 'verified',
      'b.sig': 'artifact-not-named',
      'b.sigstore.json': 'artifact-not-named',
    })
  })

  test('are refused over another artifact, by another signer, by a stranger, without certificates', async () => {
    const [a = '', b = ''] = workspace.write({ a: 'content of a', b: 'content of b' })
    await sign([a, b])
    expect(await verdicts([a], { identity: { kind: 'san', value: 'https://example.com/other' } })).toEqual({
      a: 'identity-mismatch',
    })
    renameSync(workspace.path(certificates), workspace.path('kept'))
    expect(await verdicts([a])).toEqual({ a: 'raw-certificate-missing' })
    const intermediates = [named('chain.pem', leaf.chainPem)]
    expect(await verdicts([a], { intermediates })).toEqual({ a: 'verified' })
    const stranger = createAuthority({ subject: 'Root' })
      .issueAuthority({ subject: 'CA' })
      .issue({ key: leaf.key, san })
    writeFileSync(workspace.path(certificates), stranger.chainPem)
    expect(Object.values(await verdicts([a]))).not.toContain('verified')
    renameSync(workspace.path('kept'), workspace.path(certificates))
    renameSync(a, `${a}.x`)
    renameSync(b, a)
    expect(await verdicts([a], { require: ['signature'] })).toEqual({ a: 'signature-invalid' })
    expect(await verdicts([a], { require: ['message-bundle'] })).toEqual({ a: 'digest-mismatch' })
  })

  test('find the right one of several certificates of a key', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await sign(artifacts)
    const expired = authority.issue({ key: leaf.key, san, notAfter: new Date('2025-02-01T00:00:00Z') })
    writeFileSync(workspace.path('x.certificates.pem'), expired.chainPem + authority.issue({ san }).chainPem)
    expect(await verdicts(artifacts)).toEqual({ a: 'verified' })
    rmSync(workspace.path(certificates))
    expect(await verdicts(artifacts)).toEqual({ a: 'certificate-expired' })
  })

  test('have no time stamp', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await sign(artifacts)
    const timestampRootCertificates = [named('tsa.pem', createAuthority().rootPem)]
    expect(await verdicts(artifacts, { requireTimestamp: true, timestampRootCertificates })).toEqual({
      a: 'timestamp-missing',
    })
  })
})

describe('refused before the first signature, with nothing written', () => {
  const forms: readonly [string, () => Uint8Array][] = [
    [
      'the attributes of a CMS over something else',
      () => parseSignedData(makeCms(leaf, utf8('something else'))).signedBytes,
    ],
    ['a DSSE encoding of an attestation', () => preAuthenticationEncoding(forgedStatement())],
    ['a certificate', () => leaf.certificate],
  ]
  test.each(forms)('an artifact that is %s', async (_, content) => {
    const artifacts = workspace.write({ a: 'good', forged: content() })
    const signer = createLocalSigner(leaf.key)
    const request = signRequest(leaf, artifacts, { sidecars: ['cms', 'signature'], ...release })
    expect((await asyncRefusalOf(() => signRelease(request, signPorts(signer))))?.code).toBe('artifact-self-describing')
    expect(signer.messages).toEqual([])
    expect(readdirSync(workspace.path('.')).sort()).toEqual(['a', 'forged'])
    // As one whose own bytes are not signed it is an artifact like any other.
    await signRelease({ ...request, sidecars: ['cms'] }, signPorts(signer))
  })

  test.each<[string, Partial<SignRequest>, string]>([
    ['no tag', { tag: undefined }, 'attestation-release-unknown'],
    ['no repository', { repository: undefined }, 'attestation-release-unknown'],
  ])('%s', async (_, overrides, code) => {
    const artifacts = workspace.write({ a: 'a' })
    expect((await asyncRefusalOf(() => sign(artifacts, overrides)))?.code).toBe(code)
  })

  test('a key that signs no digest', async () => {
    const artifacts = workspace.write({ a: 'a' })
    const signing = authority.issue({ key: generateKey('ECC_NIST_EDWARDS25519'), san })
    expect((await asyncRefusalOf(() => sign(artifacts, {}, signing)))?.code).toBe('algorithm-mismatch')
  })

  test('a file that is not ours to replace', async () => {
    const artifacts = workspace.write({ a: 'a' })
    await sign(artifacts, { sidecars: ['message-bundle'] })
    expect(await asyncRefusalOf(() => sign(artifacts, { sidecars: ['message-bundle'] }))).toBeUndefined()
    writeFileSync(workspace.path('a.sigstore.json'), '{"mediaType":"another tool"}')
    expect((await asyncRefusalOf(() => sign(artifacts, { sidecars: ['message-bundle'] })))?.code).toBe(
      'sidecar-foreign',
    )
    writeFileSync(workspace.path('a.sig'), 'a signature of somebody')
    expect((await asyncRefusalOf(() => sign(artifacts, { sidecars: ['signature'] })))?.code).toBe('sidecar-foreign')
    mkdirSync(workspace.path('out'))
    const elsewhere = { sidecars: both, outputDirectory: workspace.path('out') }
    expect(await asyncRefusalOf(() => sign(artifacts, elsewhere))).toBeUndefined()
  })
})

describe('the forgeries that the guard stops when verifying', () => {
  test('a CMS signature offered as one over its attributes', async () => {
    const cms = parseSignedData(makeCms(leaf, utf8('something else')))
    const [forged = ''] = workspace.write({
      forged: cms.signedBytes,
      'forged.sig': cms.signature,
      'x.certificates.pem': leaf.chainPem,
    })
    expect(await verdicts([forged], { require: ['signature'] })).toEqual({ forged: 'artifact-self-describing' })
  })

  test('a DSSE signature offered as one over its encoding', async () => {
    const encoding = preAuthenticationEncoding(forgedStatement())
    const signature = leaf.key.sign(undefined, encoding)
    const [forged = ''] = workspace.write({
      forged: encoding,
      'forged.sig': signature,
      'x.certificates.pem': leaf.chainPem,
    })
    expect(await verdicts([forged], { require: ['signature'] })).toEqual({ forged: 'artifact-self-describing' })
  })
})

describe('AWS KMS', () => {
  let aws: Aws
  beforeAll(async () => {
    aws = await startAws()
    // Where the SDK itself looks.
    Object.assign(process.env, aws.environment)
  })
  afterAll(() => aws.close())

  test.each(['RSA_3072', 'ECC_NIST_P256'])('signs the digest with a key of spec %s', async (spec) => {
    const key = aws.keys.create({ spec, region: aws.region })
    const signer = createKmsSigner({ keyId: key.arn, environment: process.env, timers: systemTimers })
    const artifacts = workspace.write({ a: 'content' })
    const signing = authority.issue({ publicKey: publicKeyOf(key), san })
    await signRelease(signRequest(signing, artifacts, { sidecars: both, ...release }), signPorts(signer))
    expect(await verdicts(artifacts)).toEqual({ a: 'verified' })
  })
})

describe('the tools of others', () => {
  testWithOpenssl('openssl dgst takes the signature, and refuses another artifact', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await sign(artifacts)
    const files = {
      a: 'content',
      b: 'another',
      'a.sig': readFileSync(workspace.path('a.sig')),
      'key.pem': publicKeyPem(leaf),
    }
    expect(openssl(files, 'dgst', '-sha256', '-verify', 'key.pem', '-signature', 'a.sig', 'a')).toMatchObject({
      status: 0,
    })
    expect(openssl(files, 'dgst', '-sha256', '-verify', 'key.pem', '-signature', 'a.sig', 'b').status).not.toBe(0)
  })

  testWithCosign('cosign takes the message bundle, and refuses another artifact', async () => {
    const artifacts = workspace.write({ a: 'content', b: 'another' })
    await sign(artifacts.slice(0, 1))
    writeFileSync(workspace.path('key.pem'), publicKeyPem(leaf))
    const command = ['verify-blob', '--key', 'key.pem', '--bundle', 'a.sigstore.json', '--insecure-ignore-tlog']
    expect(cosign(workspace.path('.'), ...command, 'a')).toMatchObject({ status: 0 })
    expect(cosign(workspace.path('.'), ...command, 'b').status).not.toBe(0)
  })
})

const forgedStatement = () =>
  encodeStatement({
    release: { repository: parseRepository('acme/tool'), tag: 'v9' },
    packageId: undefined,
    certificateSha256: 'ab'.repeat(32),
    subjects: [subject('a', { sha256: digest('sha256', utf8('a')) })],
  })
