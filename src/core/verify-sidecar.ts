import { fittingAlgorithms } from './algorithm.ts'
import { concatBytes, equalBytes } from './bytes.ts'
import { sha256Hex, verifySignature } from './crypto.ts'
import { ReleaseSigningError } from './error.ts'
import { type Judgement, judgeTime } from './judged-time.ts'
import { remembering } from './memory.ts'
import { checkIdentity, checkNotDenied, identitiesOf, type VerificationPolicy } from './policy.ts'
import type { Sidecar } from './sidecar.ts'
import { checkValidThroughout } from './timestamp/verify.ts'
import {
  type Findings,
  nothingFound,
  refusalResult,
  type SignerReport,
  type VerificationResult,
} from './verification-result.ts'
import { type Certificate, certificateReference, parseCertificate } from './x509/certificate.ts'
import { type CertificationPath, findPath } from './x509/path.ts'
import { createRevocationChecker, type RevocationChecker } from './x509/revocation.ts'

/** @param read reads the sidecar; what it throws becomes the refusal */
export type SidecarVerifier = (read: () => Sidecar) => VerificationResult

/**
 * Decides on sidecars under one policy: fail closed, and in this order, each step with codes of its own: reading, time,
 * path, signature, content, revocation, identity. What was found of the same certificates at the same instant is
 * remembered for as long as the verifier lives.
 *
 * @throws ReleaseSigningError `limit-exceeded` when the policy has too many CRLs
 */
export function createSidecarVerifier(policy: VerificationPolicy): SidecarVerifier {
  const revocation = policy.crls.length === 0 ? undefined : createRevocationChecker(policy.crls)
  const leaves = remembering<Certificate>()
  const paths = remembering<CertificationPath>()
  const unrevokedPaths = remembering<CertificationPath>()

  const search = (sidecar: Sidecar, leaf: Certificate, time: Judgement) => ({
    leaf,
    intermediates: [...sidecar.certificates, ...policy.intermediates],
    anchors: policy.anchors,
    at: time.at,
    profile: 'code-signing' as const,
    accept: ({ certificates }: CertificationPath) => checkValidThroughout(certificates, time.earliest, time.latest),
  })

  function unrevokedPath(checker: RevocationChecker, sidecar: Sidecar, leaf: Certificate, time: Judgement) {
    const request = search(sidecar, leaf, time)
    let warnings: readonly string[] = []
    const path = findPath({
      ...request,
      accept: (candidate) => {
        request.accept(candidate)
        const finding = checker.check(candidate, {
          scope: policy.crlScope,
          freshAt: policy.at ?? policy.now,
          signedAt: time.latest,
          intermediates: request.intermediates,
        })
        warnings = finding.warnings
      },
    })
    return { ...path, warnings: [...path.warnings, ...warnings] }
  }

  return (read) => {
    let findings = nothingFound
    try {
      const sidecar = read()
      const leaf = leaves(sha256Hex(sidecar.leaf), () => parseCertificate(sidecar.leaf))
      findings = { ...findings, signer: signerReport(leaf) }

      const time = judgeTime(sidecar, policy, revocation)
      findings = { ...findings, time: time.report, warnings: time.warnings }

      const key = memoryKey(sidecar, time)
      let path = paths(key, () => findPath(search(sidecar, leaf, time)))
      findings = withPath(findings, path, time)

      checkSignature(sidecar, leaf)
      sidecar.checkContent(leaf)

      if (revocation !== undefined) {
        path = unrevokedPaths(key, () => unrevokedPath(revocation, sidecar, leaf, time))
        findings = { ...withPath(findings, path, time), revocation: 'good' }
      }
      checkNotDenied(path.certificates, policy.deniedSerials)
      checkIdentity(leaf, policy.identity)
      return { verified: true, ...findings }
    } catch (error) {
      return refusalResult(error, findings)
    }
  }
}

/** Everything that a path depends on beside the policy. With the lengths no two lists of certificates read alike. */
function memoryKey({ leaf, certificates }: Sidecar, { at, earliest, latest }: Judgement): string {
  const all = [leaf, ...certificates]
  const instants = [at, earliest, latest].map((date) => date.getTime())
  return [sha256Hex(concatBytes(...all)), ...all.map(({ length }) => length), ...instants].join(' ')
}

const withPath = (findings: Findings, path: CertificationPath, time: Judgement): Findings => ({
  ...findings,
  root: { sha256: path.anchor.certificate.sha256 },
  warnings: [...time.warnings, ...path.warnings],
})

const signerReport = (leaf: Certificate): SignerReport => ({
  subject: leaf.subject.text,
  sha256: leaf.sha256,
  identities: identitiesOf(leaf),
})

/**
 * Whether a sidecar was signed with the key of this very certificate, over this content. For whoever just made it and
 * has no root to judge it by.
 *
 * @throws ReleaseSigningError
 */
export function checkMadeWith(sidecar: Sidecar, leaf: Certificate): void {
  if (!equalBytes(sidecar.leaf, leaf.der)) {
    throw new ReleaseSigningError('identity-mismatch', 'the sidecar names another certificate than it was made with')
  }
  checkSignature(sidecar, leaf)
  sidecar.checkContent(leaf)
}

function checkSignature({ algorithm, signedForm, signature, isSignedBy }: Sidecar, leaf: Certificate): void {
  const { keySpec, key } = leaf.publicKey
  const certificate = certificateReference(leaf)
  const fitting = fittingAlgorithms(keySpec, algorithm)
  if (fitting.length === 0) {
    throw new ReleaseSigningError('algorithm-mismatch', "the sidecar's signature algorithm does not fit its key", {
      hint: `Keys as AWS KMS makes them are taken; this one is ${keySpec ?? 'none of them'}.`,
      certificate,
    })
  }
  const isSigned = isSignedBy?.(leaf) ?? fitting.some((row) => verifySignature(row, key, signedForm, signature))
  if (!isSigned) {
    throw new ReleaseSigningError('signature-invalid', "the sidecar's signature is not one by its certificate's key", {
      hint: 'The sidecar was changed or forged: get it again from the release.',
      certificate,
    })
  }
}
