import { ReleaseSigningError } from './error.ts'
import { checkNotDenied, type VerificationPolicy } from './policy.ts'
import type { Sidecar } from './sidecar.ts'
import { parseTimeStampToken } from './timestamp/token.ts'
import { type VerifiedTimeStamp, verifyTimeStamp } from './timestamp/verify.ts'
import type { JudgedTime, RevocationState } from './verification-result.ts'
import type { RevocationChecker } from './x509/revocation.ts'

/** The instant a sidecar is judged at. */
export interface Judgement {
  readonly at: Date
  /** Between these it was signed, by a verified time stamp; the same instant otherwise. */
  readonly earliest: Date
  readonly latest: Date
  readonly report: JudgedTime
  readonly warnings: readonly string[]
}

/** What the time is judged by. */
export type TimePolicy = Omit<VerificationPolicy, 'anchors' | 'identity' | 'crls'>

/** The part of a sidecar that a time stamp is about. */
export type Stamped = Pick<Sidecar, 'signature' | 'timestampToken'>

/**
 * The verified time of the token where time-stamp roots are pinned and a token is there, which must then verify; else
 * the caller's instant; else now. What the signer says of its time does not count.
 *
 * @throws ReleaseSigningError `timestamp-missing`, or why the token is not believed
 */
export function judgeTime(sidecar: Stamped, policy: TimePolicy, revocation: RevocationChecker | undefined): Judgement {
  const { timestampToken } = sidecar
  if (timestampToken !== undefined && policy.timestampAnchors.length > 0) {
    return stampedTime(timestampToken, sidecar.signature, policy, revocation)
  }
  if (policy.requireTimestamp) {
    throw new ReleaseSigningError('timestamp-missing', 'a verified time stamp is required, and there is none', {
      hint:
        timestampToken === undefined
          ? 'Ask the signer for a sidecar with a time stamp.'
          : 'Pin the root of the time-stamp server: its token cannot be checked without.',
    })
  }
  const at = policy.at ?? policy.now
  const report: JudgedTime = {
    at: at.toISOString(),
    source: policy.at === undefined ? 'now' : 'caller',
    timestamp: timestampToken === undefined ? 'none' : 'not-checked',
    revocation: 'not-checked',
  }
  return { at, earliest: at, latest: at, report, warnings: [] }
}

function stampedTime(
  token: Uint8Array,
  signature: Uint8Array,
  policy: TimePolicy,
  revocation: RevocationChecker | undefined,
): Judgement {
  const parsed = parseTimeStampToken(token)
  const { genTime, latest } = parsed.info
  const warnings: string[] = []
  let state: RevocationState = 'not-checked'
  const stamp: VerifiedTimeStamp = verifyTimeStamp(parsed, signature, {
    anchors: policy.timestampAnchors,
    intermediates: policy.intermediates,
    accept: (path) => {
      if (revocation?.concerns(path) !== true) return
      const finding = revocation.check(path, {
        scope: policy.crlScope,
        freshAt: policy.at ?? policy.now,
        signedAt: latest,
        ofTimeStamps: true,
        intermediates: [...parsed.certificates, ...policy.intermediates],
      })
      warnings.push(...finding.warnings)
      state = 'good'
    },
  })
  checkNotDenied(stamp.path.certificates, policy.deniedSerials)
  if (revocation !== undefined && state === 'not-checked') {
    warnings.push('no CRL was given for the time-stamp certificates: their revocation was not checked')
  }
  return {
    at: genTime,
    earliest: stamp.info.earliest,
    latest: stamp.info.latest,
    report: { at: genTime.toISOString(), source: 'timestamp', timestamp: 'verified', revocation: state },
    warnings: [...warnings, ...stamp.path.warnings],
  }
}
