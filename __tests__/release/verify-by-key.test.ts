import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../dev/aws/keys.ts'
import { type Aws, type KmsKey, startAws } from '../../dev/aws.ts'
import { makeCms } from '../../dev/cms.ts'
import { type Authority, createAuthority, generateKey, type Leaf } from '../../dev/pki.ts'
import { grantedResponse, timeStampToken } from '../../dev/time-stamp-token.ts'
import { createKmsSigner } from '../../src/adapters/kms/kms.ts'
import { createKmsVerifier } from '../../src/adapters/kms/kms-verifier.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { algorithmForKey, type KeySpec } from '../../src/core/algorithm.ts'
import { preAuthenticationEncoding } from '../../src/core/attestation/envelope.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { noPathChecked } from '../../src/core/verify-by-key.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { localKey, type ReleaseKey, serviceKey } from '../../src/release/verify/release-key.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { asyncRefusalOf } from '../support/refusal.ts'
import {
  createLocalSigner,
  createWorkspace,
  named,
  now,
  signPorts,
  signRequest,
  verifyPorts,
  verifyRequest,
} from '../support/release.ts'

const workspace = createWorkspace()
const release = { repository: 'acme/tool', tag: 'v1' }
const authority = createAuthority().issueAuthority({})
let aws: Aws
beforeAll(async () => {
  aws = await startAws()
})
afterAll(() => aws.close())

const access = () => ({
  environment: {},
  timers: systemTimers,
  credentials: aws.credentials,
  region: aws.region,
})
const atAws = async <Result>(use: () => Promise<Result>): Promise<Result> => {
  process.env.AWS_ENDPOINT_URL = aws.url
  try {
    return await use()
  } finally {
    delete process.env.AWS_ENDPOINT_URL
  }
}

/** The two ways to trust a key, of which each must say the same. */
const ways = {
  'a file': async (key: KmsKey) => localKey(named('key.der', publicKeyOf(key)), verifyPorts.files),
  'AWS KMS': (key: KmsKey) =>
    atAws(() => serviceKey(createKmsVerifier({ keyId: key.arn, ...access() }), verifyPorts.files)),
} as const
type Way = keyof typeof ways
const wayNames = Object.keys(ways) as Way[]
const notSigned = { 'a file': 'signature-invalid', 'AWS KMS': 'kms-signature-invalid' } as const

const keys = new Map<KeySpec, KmsKey>()
const keyOf = (spec: KeySpec): KmsKey => {
  const key = keys.get(spec) ?? aws.keys.create({ spec, region: aws.region })
  keys.set(spec, key)
  return key
}
const leafOf = (key: KmsKey, issuer: Authority = authority): Leaf => issuer.issue({ publicKey: publicKeyOf(key) })

async function signWith(
  key: KmsKey,
  artifacts: readonly string[],
  overrides: Partial<SignRequest> = {},
  leaf = leafOf(key),
) {
  const signer = createKmsSigner({ keyId: key.arn, ...access() })
  const request = signRequest(leaf, artifacts, { sidecars: ['cms', 'attestation'], ...release, ...overrides })
  return { leaf, report: await atAws(() => signRelease(request, signPorts(signer))) }
}

const byKey = (artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}): VerifyRequest => ({
  ...verifyRequest('', artifacts),
  rootCertificates: [],
  identity: undefined,
  ...overrides,
})

const verify = (artifacts: readonly string[], trustedKey: ReleaseKey, overrides: Partial<VerifyRequest> = {}) =>
  atAws(() => verifyRelease(byKey(artifacts, overrides), { ...verifyPorts, trustedKey }))

async function verdicts(...call: Parameters<typeof verify>) {
  const report = await verify(...call)
  expect(report.verified).toBe(report.artifacts.every(({ verified }) => verified))
  return Object.fromEntries(
    report.artifacts.map(({ path, verified, code }) => [basename(path), verified ? 'verified' : code]),
  )
}

const specs: readonly KeySpec[] = [
  'RSA_2048',
  'ECC_NIST_P256',
  'ECC_NIST_P384',
  'ECC_NIST_P521',
  'ECC_SECG_P256K1',
  'ECC_NIST_EDWARDS25519',
  'ML_DSA_44',
  'ML_DSA_65',
]

describe.each(wayNames)('trust in a key by %s', (way) => {
  test.each(specs)('verifies both kinds by a key of %s, and no certificate path', async (spec) => {
    const key = keyOf(spec)
    const artifacts = workspace.write({ a: 'content of a', b: 'content of b' })
    await signWith(key, artifacts)
    const report = await verify(artifacts, await ways[way](key), { require: ['cms', 'attestation'], complete: true })
    expect(report).toMatchObject({ verified: true, key: { sha256: sha256Hex(publicKeyOf(key)) }, warnings: [] })
    const { sidecars, release } = report.artifacts[0] ?? {}
    expect(release).toEqual({ ...release, repository: 'acme/tool', tag: 'v1' })
    for (const sidecar of sidecars ?? []) {
      expect(sidecar).toMatchObject({
        verified: true,
        signer: null,
        root: null,
        revocation: 'not-checked',
        warnings: [noPathChecked],
      })
    }
    expect(sidecars).toHaveLength(2)
  })

  test.each<[KeySpec, string]>([
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_512'],
    ['RSA_2048', 'RSASSA_PSS_SHA_256'],
    ['RSA_2048', 'RSASSA_PSS_SHA_512'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384'],
  ])('verifies every kind by %s with %s', async (spec, signingAlgorithm) => {
    const key = keyOf(spec)
    const artifacts = workspace.write({ a: 'content' })
    const sidecars = ['cms', 'attestation', 'signature', 'message-bundle'] as const
    await signWith(key, artifacts, { sidecars, signingAlgorithm })
    // Without the certificates, which nobody looks at.
    rmSync(workspace.path('acme-tool-v1.certificates.pem'))
    const trusted = await ways[way](key)
    expect(await verdicts(artifacts, trusted, { require: sidecars })).toEqual({ a: 'verified' })
    writeFileSync(workspace.path('a'), 'Content')
    for (const kind of sidecars) {
      expect(await verdicts(artifacts, trusted, { require: [kind] })).not.toEqual({ a: 'verified' })
    }
    const report = await verify(artifacts, trusted, { require: sidecars })
    expect(report.artifacts[0]?.sidecars.map(({ kind, code }) => [kind, code])).toEqual([
      ['cms', 'digest-mismatch'],
      ['attestation', 'subject-digest-mismatch'],
      ['signature', notSigned[way]],
      ['message-bundle', 'digest-mismatch'],
    ])
  })

  test('a sidecar whose own certificate fits its signature counts for nothing: it is the key that is trusted', async () => {
    const artifacts = workspace.write({ a: 'content' })
    const stranger = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region })
    const sidecars = ['cms', 'attestation', 'signature', 'message-bundle'] as const
    await signWith(stranger, artifacts, { sidecars })
    const report = await verify(artifacts, await ways[way](keyOf('ECC_NIST_P256')), { require: sidecars })
    expect(report.artifacts[0]?.sidecars.map(({ kind, code }) => [kind, code])).toEqual(
      sidecars.map((kind) => [kind, notSigned[way]]),
    )
  })

  test('an algorithm that is none of the key is refused before anybody is asked', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await signWith(keyOf('RSA_2048'), artifacts, { sidecars: ['cms'] })
    const trusted = await ways[way](keyOf('ECC_NIST_P256'))
    const before = aws.calls.length
    expect(await verdicts(artifacts, trusted)).toEqual({ a: 'algorithm-mismatch' })
    expect(aws.calls.slice(before)).toEqual([])
  })

  test('a changed signature is refused, whatever the change', async () => {
    const artifacts = workspace.write({ a: 'content' })
    const key = keyOf('ECC_NIST_P256')
    const { report } = await signWith(key, artifacts, { sidecars: ['attestation'] })
    const trusted = await ways[way](key)
    const path = report.attestation ?? ''
    const bundle = JSON.parse(readFileSync(path, 'utf8'))
    const sig = Buffer.from(bundle.dsseEnvelope.signatures[0].sig, 'base64')
    for (const changed of [
      sig.subarray(1),
      Buffer.concat([sig, Buffer.of(0)]),
      Buffer.alloc(64),
      Buffer.alloc(7_000, 1),
    ]) {
      bundle.dsseEnvelope.signatures[0].sig = changed.toString('base64')
      writeFileSync(path, JSON.stringify(bundle))
      expect(await verdicts(artifacts, trusted)).toEqual({ a: notSigned[way] })
    }
  })

  test('what a release must be is asked as ever', async () => {
    const artifacts = workspace.write({ a: 'a', b: 'b' })
    const key = keyOf('ECC_NIST_P256')
    await signWith(key, artifacts)
    const trusted = await ways[way](key)
    const [a = ''] = artifacts
    expect(await verdicts([a], trusted, release)).toEqual({ a: 'verified' })
    expect(await verdicts([a], trusted, { tag: 'v2' })).toEqual({ a: 'tag-mismatch' })
    expect(await verdicts([a], trusted, { repository: 'acme/other' })).toEqual({ a: 'repository-mismatch' })
    expect(await verdicts([a], trusted, { complete: true })).toEqual({ a: 'verified', b: 'subject-missing' })
    rmSync(`${a}.p7s`)
    expect(await verdicts([a], trusted, { require: ['cms'] })).toEqual({ a: 'sidecar-required' })
  })

  test('an artifact that could be a form of its own is no artifact of a raw kind', async () => {
    const key = keyOf('ECC_NIST_P256')
    const envelope = preAuthenticationEncoding(utf8('{}'))
    const [a = ''] = workspace.write({ a: envelope })
    const signer = createKmsSigner({ keyId: key.arn, ...access() })
    const { signature } = await atAws(() => signer.sign(algorithmForKey('ECC_NIST_P256'), envelope))
    writeFileSync(`${a}.sig`, signature)
    expect(await verdicts([a], await ways[way](key), { require: ['signature'] })).toEqual({
      a: 'artifact-self-describing',
    })
  })

  test('an artifact that changes between two looks at it is not verified', async () => {
    const key = keyOf('ECC_NIST_P256')
    const [a = ''] = workspace.write({ a: 'content' })
    await signWith(key, [a], { sidecars: ['signature'] })
    const signed = readFileSync(`${a}.sig`)
    // What is looked at first is not what was signed: another file, which is put away before it is read again.
    const [b = ''] = workspace.write({ b: 'another' })
    writeFileSync(`${b}.sig`, signed)
    const files = {
      ...verifyPorts.files,
      digest: async (...call: Parameters<typeof verifyPorts.files.digest>) => {
        const digests = await verifyPorts.files.digest(...call)
        writeFileSync(b, 'content')
        return digests
      },
    }
    const trustedKey = await ways[way](key)
    const run = () => verifyRelease(byKey([b], { require: ['signature'] }), { ...verifyPorts, files, trustedKey })
    expect((await asyncRefusalOf(() => atAws(run)))?.code).toBe('file-changed')
  })

  test('raw kinds count only where they are required', async () => {
    const key = keyOf('ECC_NIST_P256')
    const artifacts = workspace.write({ a: 'content' })
    await signWith(key, artifacts, { sidecars: ['signature'] })
    expect(await verdicts(artifacts, await ways[way](key))).toEqual({ a: 'sidecar-missing' })
  })

  test('a key that signs whole messages signs no files', async () => {
    const artifacts = workspace.write({ a: 'content', 'a.sig': 'no signature' })
    expect(
      await verdicts(artifacts.slice(0, 1), await ways[way](keyOf('ECC_NIST_EDWARDS25519')), {
        require: ['signature'],
      }),
    ).toEqual({
      a: notSigned[way],
    })
  })
})

test('a signature over a certificate of another key is refused, though the key made it', async () => {
  const [a = ''] = workspace.write({ a: 'content' })
  const local = generateKey('ECC_NIST_P256')
  const stranger = authority.issue({})
  // The key's own signature over attributes that name a stranger's certificate.
  const cms = makeCms({ ...stranger, key: local }, utf8('content'))
  writeFileSync(`${a}.p7s`, cms)
  const trusted = localKey(named('key.der', local.publicKey), verifyPorts.files)
  expect(await verdicts([a], trusted)).toEqual({ a: 'key-mismatch' })
})

describe('time stamps beside a trusted key', () => {
  const tsaRoot = createAuthority({ subject: 'TSA Root' })
  const tsa = tsaRoot.issue({ profile: 'time-stamping' })
  const genTime = new Date('2026-11-01T00:00:00Z')
  const leaf = authority.issue({})
  const trusted = localKey(named('key.der', leaf.key.publicKey), verifyPorts.files)

  async function signStamped(): Promise<readonly string[]> {
    const artifacts = workspace.write({ a: 'content' })
    const timestamp = { urls: ['http://tsa.example.com'], rootCertificates: [], unsafeUnpinned: true, required: true }
    await signRelease(
      signRequest(leaf, artifacts, { sidecars: ['cms'], timestamp }),
      signPorts(createLocalSigner(leaf.key), {
        timestampAuthority: () => ({
          stamp: async (_, message) => {
            const token = timeStampToken({ signer: tsa, message, genTime })
            return { token, response: grantedResponse(token) }
          },
        }),
      }),
    )
    return artifacts
  }

  test('are verified against their own root, and may be required', async () => {
    const artifacts = await signStamped()
    const timestampRootCertificates = [named('tsa.pem', tsaRoot.rootPem)]
    const report = await verify(artifacts, trusted, { timestampRootCertificates, requireTimestamp: true })
    expect(report.artifacts[0]?.sidecars[0]).toMatchObject({
      verified: true,
      time: { at: genTime.toISOString(), source: 'timestamp', timestamp: 'verified' },
    })
    const others = [named('tsa.pem', createAuthority().rootPem)]
    expect(await verdicts(artifacts, trusted, { timestampRootCertificates: others })).toEqual({
      a: 'timestamp-untrusted',
    })
  })

  test('are reported as not checked without it', async () => {
    const report = await verify(await signStamped(), trusted)
    expect(report.artifacts[0]?.sidecars[0]?.time).toEqual({
      at: now.toISOString(),
      source: 'now',
      timestamp: 'not-checked',
      revocation: 'not-checked',
    })
  })

  test('that are missing fail where they are required', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await signRelease(signRequest(leaf, artifacts), signPorts(createLocalSigner(leaf.key)))
    const timestampRootCertificates = [named('tsa.pem', tsaRoot.rootPem)]
    expect(await verdicts(artifacts, trusted, { timestampRootCertificates, requireTimestamp: true })).toEqual({
      a: 'timestamp-missing',
    })
  })
})

describe('a request', () => {
  const trusted = localKey(named('key.der', generateKey('ECC_NIST_P256').publicKey), verifyPorts.files)
  const root = createAuthority()

  test.each<[string, Partial<VerifyRequest>]>([
    ['a root', { rootCertificates: [named('root.pem', root.rootPem)] }],
    ['an identity', { identity: { kind: 'dedicated-root' } }],
    ['intermediates', { intermediates: [named('root.pem', root.rootPem)] }],
    ['CRLs', { crls: [named('root.crl', root.crl())] }],
    ['a scope of CRLs', { crlScope: 'leaf' }],
    ['denied serial numbers', { deniedSerials: ['01'] }],
    ['a time to judge at', { at: now }],
    ['a required time stamp without its root', { requireTimestamp: true }],
  ])('that trusts a key and has %s is refused', async (_, overrides) => {
    const artifacts = workspace.write({ a: 'content' })
    expect((await asyncRefusalOf(() => verify(artifacts, trusted, overrides)))?.code).toBe('usage')
  })

  test('that trusts neither a key nor a root is refused', async () => {
    const artifacts = workspace.write({ a: 'content' })
    expect((await asyncRefusalOf(() => verifyRelease(byKey(artifacts), verifyPorts)))?.code).toBe('usage')
    const request = byKey(artifacts, { rootCertificates: [named('root.pem', root.rootPem)] })
    expect((await asyncRefusalOf(() => verifyRelease(request, verifyPorts)))?.code).toBe('usage')
  })
})

describe('a service that fails', () => {
  const describe = async () => ({ keyId: 'key', spec: 'ECC_NIST_P256' as const, publicKey: leaf.key.publicKey })
  const leaf = authority.issue({})

  test('is an error of the run, and no verdict on a sidecar', async () => {
    const artifacts = workspace.write({ a: 'content' })
    await signRelease(
      signRequest(leaf, artifacts, { ...release, sidecars: ['cms', 'attestation', 'signature'] }),
      signPorts(createLocalSigner(leaf.key)),
    )
    const refusal = await asyncRefusalOf(async () => {
      await atAws(() => createKmsVerifier({ keyId: 'alias/none', ...access() }).describe())
    })
    const fail = async () => {
      throw refusal
    }
    const failing = await serviceKey({ describe, verify: fail, verifyDigest: fail }, verifyPorts.files)
    for (const kind of ['cms', 'attestation', 'signature'] as const) {
      if (kind !== 'cms') rmSync(workspace.path('a.p7s'), { force: true })
      if (kind === 'signature') rmSync(workspace.path('acme-tool-v1.release.sigstore.json'))
      expect(await asyncRefusalOf(() => verify(artifacts, failing, { require: [kind] }))).toBe(refusal)
    }
    expect(refusal?.code).toBe('kms-key-not-found')
  })
})
