import { ReleaseSigningError } from '../core/error.ts'
import { type Certificate, certificateReference } from '../core/x509/certificate.ts'
import { parseCrl, readCrls } from '../core/x509/crl.ts'
import { crlReason } from '../core/x509/crl-entry.ts'
import { findPath } from '../core/x509/path.ts'
import { createRevocationChecker } from '../core/x509/revocation.ts'
import type { TrustAnchor } from '../core/x509/trust-anchor.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import { type SigningChain, topOf } from '../release/sign/signing-chain.ts'
import { type Register, revocationReasons } from './register.ts'
import { checkKeyUse, keyHash } from './register-rules.ts'

/**
 * Makes sure that no certificate of a key was revoked, by the register: for compromise it is never certified again, and
 * for any other reason than having been superseded not without a person.
 *
 * @throws ReleaseSigningError `key-compromised`, `certificate-revoked` or `key-has-another-use`
 */
export function checkStandingByRegister(register: Register, publicKey: Certificate['publicKey']): void {
  checkKeyUse(register, publicKey, 'code-signing')
  const key = keyHash(publicKey)
  for (const { key: known, serial, subject, revocation } of register.certificates) {
    if (known !== key || revocation === undefined) continue
    const refusal = refusalFor(revocationReasons[revocation.reason], `${serial} (${subject}), by the register`)
    if (refusal !== undefined) throw refusal
  }
}

/**
 * The same of the certificate that a chain begins with, by CRLs: one that lists it counts whoever signed it and whenever,
 * and one of its issuer must be there that is fresh and good, and does not.
 *
 * @throws ReleaseSigningError `key-compromised`, `certificate-revoked`, or why the CRLs do not tell: `crl-…`
 */
export function checkStandingByCrls(
  files: readonly NamedBytes[],
  chain: SigningChain,
  anchors: readonly TrustAnchor[],
  now: Date,
): void {
  const { leaf, intermediates } = chain
  const crls = files.flatMap(({ name, bytes }) => readCrls(bytes, name).map((der) => parseCrl(der, name)))
  const entries = crls
    .flatMap((crl) => crl.find(leaf.issuer, leaf.serial))
    // Says that it is not listed any more, which is for the checker to judge.
    .filter(({ reason }) => reason !== crlReason.removeFromCrl)
  for (const { reason } of entries) {
    const refusal = refusalFor(reason, `${leaf.serialHex} (${leaf.subject.text}), by a CRL`, leaf)
    if (refusal !== undefined) throw refusal
  }
  // Listed as superseded: there is nothing left to find good.
  if (entries.length > 0) return
  const ders = intermediates.map(({ der }) => der)
  const path = findPath({
    leaf,
    intermediates: ders,
    anchors: anchors.length > 0 ? anchors : topOf(chain),
    // An expired one is renewed all the same.
    at: now < leaf.notAfter ? now : leaf.notAfter,
    profile: 'code-signing',
  })
  createRevocationChecker(crls).check(path, { freshAt: now, signedAt: undefined, scope: 'leaf', intermediates: ders })
}

const compromised: ReadonlySet<number | undefined> = new Set([crlReason.keyCompromise, crlReason.cACompromise, 10])
const reasonNames: ReadonlyMap<number | undefined, string> = new Map(
  Object.entries(revocationReasons).map(([name, code]) => [code, name]),
)

function refusalFor(reason: number | undefined, which: string, certificate?: Certificate) {
  const about = certificate === undefined ? {} : { certificate: certificateReference(certificate) }
  if (compromised.has(reason)) {
    return new ReleaseSigningError('key-compromised', `the key of certificate ${which}, was revoked as compromised`, {
      hint: 'Make a new key with `key create`; this one is never certified again.',
      ...about,
    })
  }
  if (reason === crlReason.superseded) return undefined
  const name = reason === undefined ? 'no reason given' : (reasonNames.get(reason) ?? `reason code ${reason}`)
  return new ReleaseSigningError('certificate-revoked', `certificate ${which}, was revoked: ${name}`, {
    hint: 'Whether its key may be certified again is for a person to decide: use `certificate issue`, or make a new key.',
    ...about,
  })
}
