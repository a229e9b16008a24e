import { bytesToHex, equalBytes } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Certificate, certificateReference } from './certificate.ts'
import { type CertificateRevocationList, describeCrl } from './crl.ts'
import { coveredReasons } from './crl-scope.ts'
import { type CrlSigner, createCrlSignerSearch, type FindCrlSigner } from './crl-signer.ts'
import { type CrlGroup, judgeByCrls, type RevocationTimes } from './crl-verdict.ts'
import { allReasons, type DistributionPoint } from './distribution-point.ts'
import { sameName } from './name.ts'
import type { CertificationPath } from './path.ts'

export interface RevocationRequest extends RevocationTimes {
  /** `path`: every certificate below the anchor must be found good. `leaf`: the leaf alone. */
  readonly scope: 'leaf' | 'path'
  /** Certificates that may have signed CRLs, untrusted, beside those of the path. */
  readonly intermediates: readonly Uint8Array[]
}

export interface RevocationFinding {
  readonly warnings: readonly string[]
}

export interface RevocationChecker {
  /**
   * Passes a path whose certificates the CRLs find good.
   *
   * @throws ReleaseSigningError `certificate-revoked`, or why a certificate could not be found good: `crl-missing`,
   * `crl-stale`, `crl-not-yet-valid`, `crl-silent-on-expired`, `crl-delta-unusable`, `crl-signer-unknown`,
   * `crl-signer-unfit`, `crl-signer-untrusted`, `crl-signature-invalid`, `limit-exceeded`. The message names the issuer.
   */
  check(path: CertificationPath, request: RevocationRequest): RevocationFinding
  /** Whether one of the CRLs is of an issuer in the path. */
  concerns(path: CertificationPath): boolean
}

/**
 * Revocation by the CRLs given and no others (RFC 5280 section 6.3). Where none is given, do not ask, and report
 * `not-checked`: with none, no path is found good.
 */
export function createRevocationChecker(crls: readonly CertificateRevocationList[]): RevocationChecker {
  if (crls.length > limits.crls) {
    throw new ReleaseSigningError('limit-exceeded', `${crls.length} CRLs given, at most ${limits.crls} are taken`)
  }
  // One that is given twice is one.
  const distinct = [...new Map(crls.map((crl) => [crl.sha256, crl])).values()]
  const signatures = new Map<string, boolean>()
  return {
    check(path, asked) {
      // Whole seconds, as the times in certificates and CRLs are.
      const freshAt = new Date(Math.floor(asked.freshAt.getTime() / 1000) * 1000)
      const request = { ...asked, freshAt }
      for (const time of [freshAt, asked.signedAt]) {
        if (Number.isNaN(time?.getTime()))
          throw new ReleaseSigningError('internal', 'revocation asked at no valid time')
      }
      const search = { path, intermediates: request.intermediates, at: freshAt }
      const judge = { crls: distinct, path, request, findSigner: createCrlSignerSearch(search, signatures) }
      const subjects = path.certificates.slice(0, request.scope === 'leaf' ? 1 : -1)
      const warnings = subjects.flatMap((certificate, i) =>
        expectGood(judge, { certificate, issuer: path.certificates[i + 1], distrusted: new Set() }),
      )
      return { warnings }
    },
    concerns: ({ certificates }) =>
      certificates.slice(0, -1).some(({ issuer }) => distinct.some((crl) => sameName(crl.issuer, issuer))),
  }
}

interface Judge {
  readonly crls: readonly CertificateRevocationList[]
  readonly path: CertificationPath
  readonly request: RevocationRequest
  readonly findSigner: FindCrlSigner
}

interface Subject {
  readonly certificate: Certificate
  readonly issuer: Certificate | undefined
  /** Keys (SPKI, hexadecimal) whose CRLs do not count, since their own standing hangs on this question. */
  readonly distrusted: ReadonlySet<string>
}

/** @returns warnings */
function expectGood(judge: Judge, subject: Subject): readonly string[] {
  const { certificate } = subject
  const problems: ReleaseSigningError[] = []
  const warnings: string[] = []
  const known = new Set<number>()
  for (const point of [...(certificate.extensions.crlDistributionPoints ?? []), undefined]) {
    for (const { group, decides } of groupsFor(judge, subject, point, problems)) {
      const { problem, warnings: more } = judgeByCrls(group, certificate, judge.request)
      if (problem?.code === 'certificate-revoked') throw problem
      if (!decides) continue
      if (problem !== undefined) {
        // Ahead of what is wrong with CRLs that nobody is known to have signed.
        problems.unshift(problem)
        continue
      }
      warnings.push(...more)
      for (const crl of group.complete) {
        for (const reason of coveredReasons(crl, certificate, point)) known.add(reason)
      }
    }
  }
  if ([...allReasons].every((reason) => known.has(reason))) return warnings
  throw problems[0] ?? missing(certificate, known.size > 0)
}

/**
 * The CRLs that tell of the certificate by one distribution point, in groups of one key and scope. Only CRLs by the very
 * key that signed the certificate decide that it is good, where there are any; the others may still know it as revoked.
 */
function groupsFor(
  judge: Judge,
  subject: Subject,
  point: DistributionPoint | undefined,
  problems: ReleaseSigningError[],
): readonly { readonly group: CrlGroup; readonly decides: boolean }[] {
  const groups = new Map<
    string,
    { key: Uint8Array; complete: CertificateRevocationList[]; deltas: typeof judge.crls }
  >()
  for (const crl of judge.crls) {
    if (coveredReasons(crl, subject.certificate, point).size === 0) continue
    const signer = trustedSigner(judge, subject, crl, problems)
    if (signer === undefined) continue
    const key = signer.certificate.publicKey.spki
    const id = `${bytesToHex(key)} ${bytesToHex(crl.scope ?? new Uint8Array())}`
    const group = groups.get(id) ?? { key, complete: [], deltas: [] }
    groups.set(
      id,
      crl.baseNumber === undefined
        ? { ...group, complete: [...group.complete, crl] }
        : { ...group, deltas: [...group.deltas, crl] },
    )
  }
  const issuerKey = subject.issuer?.publicKey.spki
  const isOwn = ({ key }: CrlGroup) => issuerKey !== undefined && equalBytes(key, issuerKey)
  const all = [...groups.values()]
  const ownDecide = point?.crlIssuer === undefined && all.some(isOwn)
  return all.map((group) => ({ group, decides: !ownDecide || isOwn(group) }))
}

/**
 * Who signed the CRL, unless it does not count; why it does not is put among the problems. Two things are refusals, since
 * whoever made the sidecar could otherwise hide a CRL: a bound that is reached, by certificates put in to reach it; and,
 * of what was signed, a CRL that lists the certificate and cannot be checked, by leaving out the certificate of its
 * signer.
 */
function trustedSigner(
  judge: Judge,
  subject: Subject,
  crl: CertificateRevocationList,
  problems: ReleaseSigningError[],
): CrlSigner | undefined {
  try {
    const signer = judge.findSigner(crl)
    const key = bytesToHex(signer.certificate.publicKey.spki)
    const ownKey = bytesToHex(subject.certificate.publicKey.spki)
    if (key === ownKey || subject.distrusted.has(key)) return undefined
    expectSignerNotRevoked(judge, signer, new Set([...subject.distrusted, key, ownKey]), crl)
    return signer
  } catch (error) {
    if (!(error instanceof ReleaseSigningError) || error.code === 'limit-exceeded') throw error
    if (isListed(judge, subject.certificate, [crl])) throw error
    problems.push(error)
    return undefined
  }
}

/** Whether one of the CRLs lists the certificate, checked or not, where that decides on what was signed. */
const isListed = (
  { request }: Judge,
  { issuer, serial }: Certificate,
  crls: readonly CertificateRevocationList[],
): boolean => request.signedAt !== undefined && crls.some((crl) => crl.find(issuer, serial).length > 0)

/**
 * A signer whose certificate is not part of the path looked at must not be known as revoked. That CRLs say nothing of it
 * is no hindrance: certificates that sign indirect CRLs are commonly under no other CRL than their own.
 */
function expectSignerNotRevoked(
  judge: Judge,
  signer: CrlSigner,
  distrusted: ReadonlySet<string>,
  crl: CertificateRevocationList,
): void {
  const inPath = new Set(judge.path.certificates.map(({ sha256 }) => sha256))
  signer.path.slice(0, -1).forEach((certificate, i) => {
    if (inPath.has(certificate.sha256)) return
    try {
      expectGood(judge, { certificate, issuer: signer.path[i + 1], distrusted })
    } catch (cause) {
      if (!(cause instanceof ReleaseSigningError) || cause.code === 'limit-exceeded') throw cause
      if (cause.code !== 'certificate-revoked' && !isListed(judge, certificate, judge.crls)) return
      throw new ReleaseSigningError('crl-signer-untrusted', `${describeCrl(crl)}: its signer: ${cause.message}`, {
        rule: cause.rule,
        hint: 'Fetch a CRL from the issuer that is signed under a certificate that stands.',
        certificate: certificateReference(certificate),
        cause,
      })
    }
  })
}

function missing(certificate: Certificate, partly: boolean): ReleaseSigningError {
  return new ReleaseSigningError(
    'crl-missing',
    `no CRL tells ${partly ? 'for all reasons ' : ''}whether the certificate is revoked; its issuer is ${certificate.issuer.text}`,
    {
      rule: 'RFC 5280 section 6.3.3',
      hint: 'Give the CRL of that issuer too, or ask for the leaf alone with crl-scope leaf.',
      certificate: certificateReference(certificate),
    },
  )
}
