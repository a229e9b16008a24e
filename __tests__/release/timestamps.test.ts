import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { createAuthority, generalName, type Leaf } from '../../dev/pki.ts'
import { grantedResponse, type TimeStampTokenOptions, timeStampToken } from '../../dev/time-stamp-token.ts'
import { startTimestampAuthority } from '../../dev/timestamp-authority.ts'
import { createTimestampAuthority } from '../../src/adapters/timestamp/timestamp-authority.ts'
import type { TimestampAuthorityFactory } from '../../src/release/ports.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'
import { verifyRelease } from '../../src/release/verify-release.ts'
import { openssl, testWithOpenssl } from '../support/openssl.ts'
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

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const san = [generalName.uri('https://example.com/release')]
const leaf = authority.issue({ subject: 'Signer', san })
const tsaRoot = createAuthority({ subject: 'TSA Root' })
const tsaAuthority = tsaRoot.issueAuthority({ subject: 'TSA CA' })
const tsa = tsaAuthority.issue({ profile: 'time-stamping', subject: 'TSA' })
const workspace = createWorkspace()

const signedAt = new Date('2026-11-01T00:00:00Z')
const timestampRoots = [named('tsa-root.pem', tsaRoot.rootPem)]

/** A server that stamps what it is given at whatever time, without being asked for proof. */
const stampingAt =
  (options: Partial<TimeStampTokenOptions>): TimestampAuthorityFactory =>
  () => ({
    stamp: async (_, message) => {
      const token = timeStampToken({ signer: tsa, message, genTime: signedAt, ...options })
      return { token, response: grantedResponse(token) }
    },
  })

interface Attempt {
  readonly leaf?: Leaf
  readonly stamp?: Partial<TimeStampTokenOptions> | 'none'
  readonly request?: Partial<SignRequest>
}

/** Signs both kinds; with no root pinned, so that what is made need not verify. */
async function sign(attempt: Attempt = {}): Promise<readonly string[]> {
  const artifacts = workspace.write({ a: 'content' })
  const { leaf: signing = leaf, stamp = {} } = attempt
  const timestamp = { urls: ['http://tsa.example.com'], rootCertificates: [], unsafeUnpinned: true, required: true }
  const request = signRequest(signing, artifacts, {
    sidecars: ['cms', 'attestation'],
    repository: 'acme/tool',
    tag: 'v1',
    rootCertificates: [],
    ...(stamp === 'none' ? {} : { timestamp }),
    ...attempt.request,
  })
  const authority = stampingAt(stamp === 'none' ? {} : stamp)
  await signRelease(
    request,
    signPorts(createLocalSigner(signing.key), { timestampAuthority: authority, clock: () => signedAt }),
  )
  return artifacts
}

const verify = (artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}, at = now) =>
  verifyRelease(verifyRequest(root.rootPem, artifacts, { timestampRootCertificates: timestampRoots, ...overrides }), {
    ...verifyPorts,
    clock: () => at,
  })

/** The codes of both kinds, cms first. */
async function verdicts(artifacts: readonly string[], overrides: Partial<VerifyRequest> = {}, at = now) {
  const report = await verify(artifacts, overrides, at)
  const [artifact] = report.artifacts
  expect(artifact?.sidecars.map(({ kind }) => kind)).toEqual(['cms', 'attestation'])
  return artifact?.sidecars.map(({ verified, code }) => (verified ? 'verified' : code))
}

const both = (verdict: string) => [verdict, verdict]

describe('a time stamp in either kind of sidecar', () => {
  test('is the time to judge at', async () => {
    const report = await verify(await sign(), { requireTimestamp: true })
    expect(report.verified).toBe(true)
    for (const { time } of report.artifacts[0]?.sidecars ?? []) {
      expect(time).toEqual({
        at: signedAt.toISOString(),
        source: 'timestamp',
        timestamp: 'verified',
        revocation: 'not-checked',
      })
    }
  })

  const short = { notBefore: new Date('2026-10-01T00:00:00Z'), notAfter: new Date('2026-11-10T00:00:00Z') }

  test('keeps a signature good after its leaf has expired, and its own signer', async () => {
    const stamped = {
      leaf: authority.issue({ ...short, san }),
      stamp: { signer: tsaAuthority.issue({ profile: 'time-stamping', ...short }) },
    }
    const later = new Date('2031-01-01T00:00:00Z')
    expect(await verdicts(await sign(stamped), {}, later)).toEqual(both('verified'))
    expect(await verdicts(await sign({ ...stamped, stamp: 'none' }), {}, later)).toEqual(both('certificate-expired'))
    // Not looked at without a root for it.
    expect(await verdicts(await sign(stamped), { timestampRootCertificates: [] }, later)).toEqual(
      both('certificate-expired'),
    )
  })

  test('does not make a leaf good that was not yet valid, or no longer', async () => {
    const leaf = authority.issue({ ...short, san })
    const at = (genTime: string) => sign({ leaf, stamp: { genTime: new Date(genTime) } })
    expect(await verdicts(await at('2026-09-30T23:59:59Z'))).toEqual(both('certificate-not-yet-valid'))
    expect(await verdicts(await at('2026-10-01T00:00:00Z'))).toEqual(both('verified'))
    expect(await verdicts(await at('2026-11-10T00:00:00Z'))).toEqual(both('verified'))
    expect(await verdicts(await at('2026-11-10T00:00:01Z'))).toEqual(both('certificate-expired'))
  })

  test('counts with its accuracy: all that it may mean lies inside the validity of leaf and CA', async () => {
    const genTime = new Date('2026-11-10T00:00:00Z')
    const accuracy = { seconds: 1 }
    const leaf = authority.issue({ ...short, san })
    expect(await verdicts(await sign({ leaf, stamp: { genTime, accuracy } }))).toEqual(
      both('timestamp-time-outside-validity'),
    )
    const ofShortCa = root.issueAuthority({ subject: 'Short CA', ...short }).issue({ san })
    expect(await verdicts(await sign({ leaf: ofShortCa, stamp: { genTime } }))).toEqual(both('verified'))
    expect(await verdicts(await sign({ leaf: ofShortCa, stamp: { genTime, accuracy } }))).toEqual(
      both('timestamp-time-outside-validity'),
    )
  })

  test('does not save a leaf that was revoked by then, and saves one that was revoked later', async () => {
    const artifacts = await sign()
    const crl = (date: string, reason?: 'keyCompromise') =>
      authority.crl({
        revoked: [{ serial: leaf.serial, date: new Date(date), ...(reason === undefined ? {} : { reason }) }],
      })
    const crls = (bytes: Uint8Array) => ({ crls: [named('ca.crl', bytes), named('root.crl', root.crl())] })
    expect(await verdicts(artifacts, crls(crl('2026-10-31T00:00:00Z')))).toEqual(both('certificate-revoked'))
    expect(await verdicts(artifacts, crls(crl('2026-11-15T00:00:00Z')))).toEqual(both('verified'))
    expect(await verdicts(artifacts, crls(crl('2026-11-15T00:00:00Z', 'keyCompromise')))).toEqual(
      both('certificate-revoked'),
    )
  })

  test.each<[string, Partial<TimeStampTokenOptions>, string]>([
    ['over something else', { message: new Uint8Array(8) }, 'timestamp-imprint-mismatch'],
    [
      'with a wrong signature',
      { mutateSignature: (signature) => signature.toReversed() },
      'timestamp-signature-invalid',
    ],
    ['by a stranger', { signer: createAuthority().issue({ profile: 'time-stamping' }) }, 'timestamp-untrusted'],
    ['by a certificate of another purpose', { signer: tsaAuthority.issue() }, 'timestamp-signer-unfit'],
    ['by the signing CA', { signer: authority.issue({ profile: 'time-stamping' }) }, 'timestamp-untrusted'],
    ['of a time before its own signer', { genTime: new Date('2024-01-01T00:00:00Z') }, 'timestamp-untrusted'],
  ])('%s fails the sidecar, which never falls back to now', async (_, stamp, code) => {
    expect(await verdicts(await sign({ stamp }))).toEqual(both(code))
  })

  test('is demanded by require-timestamp', async () => {
    const artifacts = await sign({ stamp: 'none' })
    expect(await verdicts(artifacts)).toEqual(both('verified'))
    expect(await verdicts(artifacts, { requireTimestamp: true })).toEqual(both('timestamp-missing'))
  })

  test('is found wrong when it is made, before anything is written', async () => {
    const timestamp = {
      urls: ['http://tsa.example.com'],
      rootCertificates: timestampRoots,
      unsafeUnpinned: false,
      required: true,
    }
    const request = { rootCertificates: [named('root.pem', root.rootPem)], timestamp }
    const stranger = createAuthority().issue({ profile: 'time-stamping' })
    expect((await asyncRefusalOf(() => sign({ request, stamp: { signer: stranger } })))?.code).toBe('self-check-failed')
    expect(await verdicts(await sign({ request }))).toEqual(both('verified'))
  })
})

testWithOpenssl('real stamps from a server go into both kinds, and OpenSSL agrees', async () => {
  const server = await startTimestampAuthority({ authority: tsaAuthority })
  try {
    const artifacts = workspace.write({ a: 'content', b: 'more' })
    const signer = createLocalSigner(leaf.key)
    const clock = () => new Date()
    const request = signRequest(leaf, artifacts, {
      sidecars: undefined,
      repository: 'acme/tool',
      tag: 'v1',
      timestamp: { urls: [server.url], rootCertificates: timestampRoots, unsafeUnpinned: false, required: true },
    })
    const timestampAuthority: TimestampAuthorityFactory = (urls, trust) => createTimestampAuthority({ urls, trust })
    const { attestation = '' } = await signRelease(request, signPorts(signer, { timestampAuthority, clock }))
    expect(signer.messages).toHaveLength(3)
    expect(server.requests).toBe(3)
    const report = await verify(artifacts, { requireTimestamp: true, require: ['cms', 'attestation'] }, clock())
    expect(report.verified).toBe(true)

    const bundle = JSON.parse(readFileSync(attestation, 'utf8'))
    const [{ signedTimestamp }] = bundle.verificationMaterial.timestampVerificationData.rfc3161Timestamps
    const files = {
      'tsa-root.pem': tsaRoot.rootPem,
      'tsa-chain.pem': server.chainPem,
      response: Buffer.from(signedTimestamp, 'base64'),
      signature: Buffer.from(bundle.dsseEnvelope.signatures[0].sig, 'base64'),
    }
    const verdict = openssl(
      files,
      'ts',
      '-verify',
      '-data',
      'signature',
      '-in',
      'response',
      '-CAfile',
      'tsa-root.pem',
      '-untrusted',
      'tsa-chain.pem',
    )
    expect(verdict).toMatchObject({ status: 0 })
    const [artifact = ''] = artifacts
    const cms = {
      [basename(artifact)]: readFileSync(artifact),
      sidecar: readFileSync(`${artifact}.p7s`),
      'root.pem': root.rootPem,
    }
    const command = [
      'cms',
      '-verify',
      '-binary',
      '-inform',
      'DER',
      '-in',
      'sidecar',
      '-content',
      'a',
      '-CAfile',
      'root.pem',
    ]
    expect(
      openssl(cms, ...command, '-no-CApath', '-no-CAstore', '-purpose', 'any', '-cades', '-out', 'out'),
    ).toMatchObject({ status: 0 })
  } finally {
    await server.close()
  }
})
