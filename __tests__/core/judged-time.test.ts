import { describe, expect, test } from '@jest/globals'
import { makeCms } from '../../dev/cms.ts'
import {
  type Authority,
  createAuthority,
  generateKey,
  type Leaf,
  type Reason,
  type RevokedEntry,
} from '../../dev/pki.ts'
import { type TimeStampTokenOptions, timeStampToken } from '../../dev/time-stamp-token.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { cmsSidecar } from '../../src/core/cms/sidecar.ts'
import { parseSignedData } from '../../src/core/cms/signed-data.ts'
import { digest } from '../../src/core/crypto.ts'
import type { VerificationPolicy } from '../../src/core/policy.ts'
import type { Sidecar } from '../../src/core/sidecar.ts'
import { createSidecarVerifier } from '../../src/core/verify-sidecar.ts'
import { parseCrl } from '../../src/core/x509/crl.ts'
import { createTrustAnchor } from '../../src/core/x509/trust-anchor.ts'

// What a verified time stamp decides of the signature it stands on: its path, its revocation, and with its accuracy.

const artifact = utf8('artifact')
const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const leaf = authority.issue()
const tsaRoot = createAuthority({ subject: 'TSA Root' })
const tsa = tsaRoot.issue({ profile: 'time-stamping', subject: 'TSA' })
const genTime = new Date('2026-11-01T12:00:00Z')
const secondsAfter = (seconds: number) => new Date(genTime.getTime() + 1000 * seconds)

const policy: VerificationPolicy = {
  anchors: [createTrustAnchor(root.certificate)],
  identity: { kind: 'dedicated-root' },
  deniedSerials: [],
  intermediates: [],
  now: new Date('2026-11-20T12:00:00Z'),
  at: undefined,
  timestampAnchors: [createTrustAnchor(tsaRoot.certificate)],
  requireTimestamp: false,
  crls: [],
  crlScope: 'path',
}

interface Attempt {
  readonly signer?: Leaf
  readonly stamp?: Partial<TimeStampTokenOptions> | undefined
  readonly certificates?: readonly Uint8Array[]
  readonly policy?: Partial<VerificationPolicy>
}

/** The verdict on a stamped CMS; `stamp` undefined: on one without a stamp. */
function judge(attempt: Attempt) {
  const { signer = leaf, stamp } = attempt
  const sidecar = (): Sidecar => {
    const bare = cmsSidecar(parseSignedData(makeCms(signer, artifact)), ({ name }) => digest(name, artifact))
    const certificates = attempt.certificates ?? bare.certificates
    if (stamp === undefined) return { ...bare, certificates }
    const timestampToken = timeStampToken({ signer: tsa, message: bare.signature, genTime, ...stamp })
    return { ...bare, certificates, timestampToken }
  }
  return createSidecarVerifier({ ...policy, ...attempt.policy })(sidecar)
}

const codeOf = (attempt: Attempt) => {
  const { verified, code } = judge(attempt)
  return verified ? 'verified' : code
}

const revoking = (issuer: Authority, revoked: Leaf, date: Date, reason?: Reason): Uint8Array => {
  const entry: RevokedEntry = { serial: revoked.serial, date, ...(reason === undefined ? {} : { reason }) }
  return issuer.crl({ revoked: [entry] })
}
const crls = (...ders: readonly Uint8Array[]) => ({ crls: ders.map((der) => parseCrl(der)) })
const minute = { accuracy: { seconds: 60 } }

describe('a revocation date is compared with the last instant that the stamp may mean', () => {
  test('of the signer', () => {
    const revokedAfter = (seconds: number, stamp: Attempt['stamp']) =>
      codeOf({ stamp, policy: crls(root.crl(), revoking(authority, leaf, secondsAfter(seconds), 'superseded')) })
    expect(revokedAfter(1, {})).toBe('verified')
    expect(revokedAfter(0, {})).toBe('certificate-revoked')
    expect(revokedAfter(1, minute)).toBe('certificate-revoked')
    expect(revokedAfter(60, minute)).toBe('certificate-revoked')
    expect(revokedAfter(61, minute)).toBe('verified')
  })

  test('of the time-stamp authority', () => {
    const revokedAfter = (seconds: number, stamp: Attempt['stamp']) =>
      codeOf({
        stamp,
        policy: crls(root.crl(), authority.crl(), revoking(tsaRoot, tsa, secondsAfter(seconds), 'superseded')),
      })
    expect(revokedAfter(1, {})).toBe('verified')
    expect(revokedAfter(0, {})).toBe('certificate-revoked')
    expect(revokedAfter(60, minute)).toBe('certificate-revoked')
    expect(revokedAfter(61, minute)).toBe('verified')
  })
})

describe('a time-stamp authority revoked later than it stamped', () => {
  const later = secondsAfter(86_400)
  const judgeRevoked = (reason?: Reason) => {
    const given = crls(root.crl(), authority.crl(), revoking(tsaRoot, tsa, later, reason))
    return judge({ stamp: {}, policy: given })
  }

  test('is told of where its tokens stay good', () => {
    expect(judgeRevoked('cessationOfOperation')).toMatchObject({
      verified: true,
      time: { source: 'timestamp', revocation: 'good' },
      warnings: [expect.stringContaining('CN=TSA was revoked on 2026-11-02')],
    })
  })

  test('takes its tokens with it where no reason, or another one, is given', () => {
    expect(judgeRevoked()).toMatchObject({ verified: false, code: 'certificate-revoked' })
    expect(judgeRevoked('privilegeWithdrawn')).toMatchObject({ verified: false, code: 'certificate-revoked' })
  })
})

describe('the signer', () => {
  test('revoked after it had signed is told of', () => {
    const given = crls(root.crl(), revoking(authority, leaf, secondsAfter(86_400)))
    expect(judge({ stamp: {}, policy: given })).toMatchObject({
      verified: true,
      revocation: 'good',
      warnings: [expect.stringContaining('no CRL'), expect.stringContaining('CN=Test Signer was revoked')],
    })
  })

  test('is not led to its root by a CA that was not valid all the while, when the one that was is revoked', () => {
    const key = generateKey('ECC_NIST_P256')
    const good = root.issueAuthority({ subject: 'Twice', key })
    const short = root.issueAuthority({ subject: 'Twice', key, notAfter: secondsAfter(30) })
    const signer = good.issue()
    const crlSigner = root.issueAuthority({ subject: 'Twice' })
    const certificates = [signer, good, short, crlSigner].map(({ certificate }) => certificate)
    const listing = root.crl({ revoked: [{ serial: good.serial, date: new Date('2026-10-01T00:00:00Z') }] })
    const judgeBy = (rootCrl: Uint8Array, stamp: Attempt['stamp']) =>
      codeOf({ signer, stamp, certificates, policy: crls(rootCrl, crlSigner.crl()) })
    expect(judgeBy(root.crl(), minute)).toBe('verified')
    expect(judgeBy(listing, {})).toBe('verified')
    // Either path is refused, and either refusal may be the one that is told.
    expect(judgeBy(listing, minute)).toMatch(/^(certificate-revoked|timestamp-time-outside-validity)$/)
  })
})

describe('the report', () => {
  test('says what became of a token where no time-stamp root is pinned', () => {
    const unpinned = { timestampAnchors: [] }
    expect(judge({ stamp: {}, policy: unpinned }).time).toMatchObject({ source: 'now', timestamp: 'not-checked' })
    expect(judge({ policy: unpinned }).time).toMatchObject({ source: 'now', timestamp: 'none' })
  })

  test('says what to do where a required stamp is missing, or cannot be checked', () => {
    const hint = (stamp: Attempt['stamp'], timestampAnchors: VerificationPolicy['timestampAnchors']) =>
      judge({ stamp, policy: { requireTimestamp: true, timestampAnchors } }).hint
    expect(hint(undefined, policy.timestampAnchors)).toContain('Ask the signer')
    expect(hint({}, [])).toContain('Pin the root')
  })
})

test('a serial number that is denied is none of the time-stamp authority either', () => {
  expect(codeOf({ stamp: {}, policy: { deniedSerials: [tsa.serial] } })).toBe('certificate-denied')
  expect(codeOf({ stamp: {}, policy: { deniedSerials: [tsa.serial + 1n] } })).toBe('verified')
})
