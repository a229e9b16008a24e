import { fittingAlgorithms, type SignatureAlgorithm } from './algorithm.ts'
import { equalBytes } from './bytes.ts'
import { ReleaseSigningError } from './error.ts'
import { judgeTime, type Stamped, type TimePolicy } from './judged-time.ts'
import { type Findings, nothingFound, refusalResult, type SidecarJudge } from './verification-result.ts'
import { certificateReference, parseCertificate } from './x509/certificate.ts'
import type { PublicKey } from './x509/public-key.ts'

/** A key that the caller trusts, in place of a root and the name of a signer. */
export interface TrustedKey {
  readonly publicKey: PublicKey
  /**
   * Whether a signature over a message is one by this key.
   *
   * @param algorithm one that fits the key
   * @throws what keeps it from being found out, which is no verdict
   */
  readonly isSigned: (
    algorithm: SignatureAlgorithm,
    message: Uint8Array,
    signature: Uint8Array,
  ) => boolean | Promise<boolean>
  /** Why a signature is refused that is none of its. */
  readonly refusal: () => ReleaseSigningError
}

/** Something signed, read and believed in nothing yet. */
export interface KeyEvidence extends Stamped {
  /** @throws what keeps it from being found out */
  readonly isSigned: () => boolean | Promise<boolean>
  /** @throws ReleaseSigningError unless what was signed is about the artifact */
  readonly checkContent: () => void
}

/** What stands beside every verdict by a key. */
export const noPathChecked = 'no certificate path was checked: the key that was given is all that was trusted'

/**
 * Decides on signatures by one key, fail closed and in this order: reading, time, signature, content. The key comes from
 * the caller; no certificate is trusted, and none in a sidecar has a say in what the key is.
 */
export const judgeByKey = (key: Pick<TrustedKey, 'refusal'>, policy: TimePolicy) => async (read: () => KeyEvidence) => {
  let findings: Findings = { ...nothingFound, warnings: [noPathChecked] }
  let evidence: KeyEvidence
  try {
    evidence = read()
    const time = judgeTime(evidence, policy, undefined)
    findings = { ...findings, time: time.report, warnings: [noPathChecked, ...time.warnings] }
  } catch (error) {
    return refusalResult(error, findings)
  }
  // Not within a try: a key that cannot be asked is no verdict on what was signed.
  const isSigned = await evidence.isSigned()
  try {
    if (!isSigned) throw key.refusal()
    evidence.checkContent()
    return { verified: true, ...findings }
  } catch (error) {
    return refusalResult(error, findings)
  }
}

/** The same of sidecars, whose signed form names a certificate: that must be one of this key. */
export function createKeyVerifier(key: TrustedKey, policy: TimePolicy): SidecarJudge {
  const judge = judgeByKey(key, policy)
  return (read) =>
    judge(() => {
      const { leaf, algorithm, signedForm, signature, timestampToken, checkContent } = read()
      const certificate = parseCertificate(leaf)
      const algorithms = algorithmsOf(key.publicKey, algorithm)
      return {
        signature,
        timestampToken,
        async isSigned() {
          for (const row of algorithms) if (await key.isSigned(row, signedForm, signature)) return true
          return false
        },
        checkContent() {
          checkContent(certificate)
          if (equalBytes(certificate.publicKey.spki, key.publicKey.spki)) return
          throw new ReleaseSigningError('key-mismatch', 'what was signed names the certificate of another key', {
            hint: 'The key signed for a certificate that is not its own: ask whoever signed the release.',
            certificate: certificateReference(certificate),
          })
        },
      }
    })
}

/**
 * The algorithms that a signature by this key may have been made under.
 *
 * @param named by the sidecar
 * @throws ReleaseSigningError `algorithm-mismatch` when there is none
 */
export function algorithmsOf(
  { keySpec }: PublicKey,
  named: SignatureAlgorithm | undefined,
): readonly SignatureAlgorithm[] {
  const rows = fittingAlgorithms(keySpec, named)
  if (rows.length > 0) return rows
  throw new ReleaseSigningError(
    'algorithm-mismatch',
    "the sidecar's signature algorithm does not fit the trusted key",
    {
      hint: `It was signed with another key than this one, which is ${keySpec ?? 'of no kind that AWS KMS has'}.`,
    },
  )
}
