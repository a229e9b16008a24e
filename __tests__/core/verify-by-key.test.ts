import { describe, expect, test } from '@jest/globals'
import { type CmsOptions, makeCms } from '../../dev/cms.ts'
import { createAuthority, generateKey, type Leaf, type TestKey } from '../../dev/pki.ts'
import { type TimeStampTokenOptions, timeStampToken } from '../../dev/time-stamp-token.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { cmsSidecar } from '../../src/core/cms/sidecar.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { digest, verifySignature } from '../../src/core/crypto.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import type { TimePolicy } from '../../src/core/judged-time.ts'
import type { Sidecar } from '../../src/core/sidecar.ts'
import { createKeyVerifier, noPathChecked, type TrustedKey } from '../../src/core/verify-by-key.ts'
import { parsePublicKey } from '../../src/core/x509/public-key.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'

// The decision on a sidecar where a key is trusted in place of certificates.

const artifact = utf8('artifact')
const authority = createAuthority().issueAuthority()
const leaf = authority.issue()
const tsaRoot = createAuthority({ subject: 'TSA Root' })
const tsa = tsaRoot.issue({ profile: 'time-stamping', subject: 'TSA' })
const genTime = new Date('2026-11-01T12:00:00Z')

const policy: TimePolicy = {
  deniedSerials: [],
  intermediates: [],
  now: new Date('2026-11-20T12:00:00Z'),
  at: undefined,
  timestampAnchors: [],
  requireTimestamp: false,
  crlScope: 'path',
}

function trusted({ publicKey: spki }: TestKey): TrustedKey {
  const publicKey = parsePublicKey(spki)
  return {
    publicKey,
    isSigned: (algorithm, message, signature) => verifySignature(algorithm, publicKey.key, message, signature),
    refusal: () => new ReleaseSigningError('signature-invalid', 'not by the key'),
  }
}

const read = (cms: Uint8Array, content = artifact): Sidecar =>
  cmsSidecar(parseSignedData(cms), ({ name }) => digest(name, content))

interface Attempt {
  readonly signer?: Leaf
  readonly cms?: CmsOptions
  readonly key?: TrustedKey
  readonly policy?: Partial<TimePolicy>
  readonly change?: (sidecar: Sidecar) => Sidecar
}

const judge = ({ signer = leaf, cms, key = trusted(leaf.key), change = (same) => same, ...attempt }: Attempt = {}) =>
  createKeyVerifier(key, { ...policy, ...attempt.policy })(() => change(read(makeCms(signer, artifact, cms))))
const codeOf = async (attempt: Attempt) => {
  const { verified, code } = await judge(attempt)
  return verified ? 'verified' : code
}

describe('a sidecar by the trusted key', () => {
  test('is verified, and the result says that no path was looked at', async () => {
    expect(await judge()).toEqual({
      verified: true,
      signer: null,
      root: null,
      time: { at: policy.now.toISOString(), source: 'now', timestamp: 'none', revocation: 'not-checked' },
      revocation: 'not-checked',
      warnings: [noPathChecked],
    })
  })

  test('is verified whatever its certificate is worth', async () => {
    const expired = authority.issue({ key: leaf.key, profile: 'none', notAfter: new Date('2025-02-01T00:00:00Z') })
    expect(await codeOf({ signer: expired })).toBe('verified')
  })

  test('that names no algorithm is by any that fits', async () => {
    const rsa = authority.issue({ key: generateKey('RSA_2048') })
    for (const algorithm of ['RSASSA_PKCS1_V1_5_SHA_256', 'RSASSA_PSS_SHA_512'] as const) {
      const change = (sidecar: Sidecar): Sidecar => ({ ...sidecar, algorithm: undefined })
      expect(await codeOf({ signer: rsa, cms: { algorithm }, key: trusted(rsa.key), change })).toBe('verified')
    }
  })
})

describe('what is refused', () => {
  const other = authority.issue()

  test('another key', async () => {
    expect(await codeOf({ signer: other })).toBe('signature-invalid')
  })

  test('the trusted key over a statement that names another key’s certificate', async () => {
    expect(await codeOf({ signer: { ...other, key: leaf.key } })).toBe('key-mismatch')
  })

  test('an algorithm that is none of the key', async () => {
    const rsa = authority.issue({ key: generateKey('RSA_2048') })
    expect(await codeOf({ signer: rsa })).toBe('algorithm-mismatch')
    expect(await codeOf({ cms: { algorithm: 'ECDSA_SHA_384' } })).toBe('algorithm-mismatch')
  })

  test('another artifact', async () => {
    const verify = createKeyVerifier(trusted(leaf.key), policy)
    expect(await verify(() => read(makeCms(leaf, artifact), utf8('other')))).toMatchObject({
      verified: false,
      code: 'digest-mismatch',
      warnings: [noPathChecked],
    })
  })

  test('what cannot be read', async () => {
    const verify = createKeyVerifier(trusted(leaf.key), policy)
    expect(await verify(() => read(utf8('garbage')))).toMatchObject({ verified: false, time: null })
  })
})

describe('time stamps', () => {
  const pinned = { timestampAnchors: [createTrustAnchor(tsaRoot.certificate)] }
  const stampedWith =
    (options: Partial<TimeStampTokenOptions> = {}) =>
    (sidecar: Sidecar): Sidecar => ({
      ...sidecar,
      timestampToken: timeStampToken({ signer: tsa, message: sidecar.signature, genTime, ...options }),
    })

  test('are checked where a root is pinned for them', async () => {
    expect(await judge({ change: stampedWith(), policy: pinned })).toMatchObject({
      verified: true,
      time: { at: genTime.toISOString(), source: 'timestamp', timestamp: 'verified' },
    })
    const forged = stampedWith({ message: utf8('other') })
    expect(await codeOf({ change: forged, policy: pinned })).toBe('timestamp-imprint-mismatch')
    expect((await judge({ change: forged })).time).toMatchObject({ source: 'now', timestamp: 'not-checked' })
  })

  test('are demanded', async () => {
    expect(await codeOf({ policy: { ...pinned, requireTimestamp: true } })).toBe('timestamp-missing')
    expect(await codeOf({ change: stampedWith(), policy: { ...pinned, requireTimestamp: true } })).toBe('verified')
  })
})

test('a key that cannot be asked is no verdict', async () => {
  const failure = new ReleaseSigningError('aws-unavailable', 'no answer')
  const key = { ...trusted(leaf.key), isSigned: () => Promise.reject(failure) }
  await expect(judge({ key })).rejects.toBe(failure)
})
