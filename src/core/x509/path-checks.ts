import { equalBytes } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Certificate, certificateReference } from './certificate.ts'
import { firstRefusal, purposeNesting, type RuleContext, rfc5280Rules } from './certificate-rules.ts'
import { codeSigningRules } from './code-signing-rules.ts'
import { sameName } from './name.ts'
import { describeCertificate, refuse, shortened } from './refusal.ts'
import { fitsKey, isSignedBy } from './signature.ts'
import type { TrustAnchor } from './trust-anchor.ts'

/** `rfc5280`: section 6.1 of the RFC. `code-signing`: the same and more; see code-signing-rules.ts. */
export type Profile = 'rfc5280' | 'code-signing'

type Verdict = ReleaseSigningError | undefined

/** What is asked of one certificate, or of one and its issuer, wherever in a path they stand. Answers are kept. */
export interface PathChecks {
  leaf(certificate: Certificate): Verdict
  intermediate(certificate: Certificate): Verdict
  anchor(anchor: TrustAnchor): Verdict
  /** Whether `issuer`, which has the name for it, issued `certificate`. Throws `limit-exceeded`. */
  link(certificate: Certificate, issuer: Certificate): Verdict
  warnings(path: readonly Certificate[]): readonly string[]
}

export function createPathChecks(profile: Profile, context: RuleContext): PathChecks {
  const strict = profile === 'code-signing'
  const intermediates = new Map<string, Verdict>()
  const links = new Map<string, Verdict>()
  let signatureChecksLeft: number = limits.signatureChecks

  const signatureRefusal = (certificate: Certificate, issuer: Certificate): Verdict => {
    const { signatureAlgorithm } = certificate
    if (signatureAlgorithm === undefined) {
      return refuse(certificate, 'algorithm-unknown', 'signed with an algorithm or parameters that are not accepted', {
        section: '6.1.3 (a)(1)',
        hint: 'RSA PKCS#1 v1.5, RSA-PSS (salt as long as the digest) and ECDSA, each with SHA-256, SHA-384 or SHA-512, are.',
      })
    }
    if (!fitsKey(signatureAlgorithm, issuer.publicKey)) {
      return refuse(certificate, 'algorithm-mismatch', `${signatureAlgorithm.name} is not for the key of its issuer`, {
        section: '6.1.3 (a)(1)',
      })
    }
    if (--signatureChecksLeft < 0) {
      throw new ReleaseSigningError(
        'limit-exceeded',
        `${describeCertificate(certificate)}: no path found within ${limits.signatureChecks} signature checks`,
        {
          certificate: certificateReference(certificate),
          hint: 'Give only the certificates between the signing certificate and the root.',
        },
      )
    }
    return isSignedBy(certificate, issuer.publicKey)
      ? undefined
      : refuse(
          certificate,
          'certificate-signature-invalid',
          `its signature is not by ${shortened(issuer.subject.text)}`,
          {
            section: '6.1.3 (a)(1)',
            hint: 'The certificate was altered, or another CA of the same name issued it: get it again.',
          },
        )
  }

  const linkRefusal = (certificate: Certificate, issuer: Certificate): Verdict => {
    if (!sameName(certificate.issuer, issuer.subject))
      throw new ReleaseSigningError('internal', 'not an issuer by name')
    if (strict && !namesKeyOf(certificate, issuer)) {
      return refuse(
        certificate,
        'authority-key-identifier-mismatch',
        `names another key than that of ${shortened(issuer.subject.text)}`,
        {
          section: '4.2.1.1',
          hint: 'Give the certificate of the CA that issued it.',
        },
      )
    }
    return signatureRefusal(certificate, issuer)
  }

  return {
    leaf: (certificate) =>
      firstRefusal(rfc5280Rules.leaf, certificate, context) ??
      (strict ? firstRefusal(codeSigningRules.leaf, certificate, context) : undefined),
    intermediate: (certificate) =>
      kept(
        intermediates,
        certificate.sha256,
        () =>
          firstRefusal(rfc5280Rules.intermediate, certificate, context) ??
          (strict ? firstRefusal(codeSigningRules.intermediate, certificate, context) : undefined),
      ),
    anchor: ({ certificate, refusal }) =>
      firstRefusal(rfc5280Rules.anchor, certificate, context) ??
      (strict ? (refusal ?? purposeNesting(certificate, context)) : undefined),
    link: (certificate, issuer) =>
      kept(links, `${certificate.sha256} ${issuer.sha256}`, () => linkRefusal(certificate, issuer)),
    warnings: (path) => (strict ? path.flatMap(weakKeyWarning) : []),
  }
}

function kept(memory: Map<string, Verdict>, key: string, find: () => Verdict): Verdict {
  if (!memory.has(key)) memory.set(key, find())
  return memory.get(key)
}

/** Whether the authority key identifier of a certificate, as far as it goes, describes its issuer. */
function namesKeyOf({ extensions }: Certificate, issuer: Certificate): boolean {
  const { authorityKeyIdentifier: named } = extensions
  const { subjectKeyIdentifier: own } = issuer.extensions
  if (named?.keyId !== undefined && own !== undefined && !equalBytes(named.keyId, own)) return false
  if (named?.issuer === undefined || named.serial === undefined) return true
  const names = named.issuer.flatMap((one) => (one.kind === 'directory' ? [one.name] : []))
  return named.serial === issuer.serial && (names.length === 0 || names.some((name) => sameName(name, issuer.issuer)))
}

const weakKeyWarning = (certificate: Certificate): readonly string[] => {
  const { type, bits } = certificate.publicKey
  return type === 'rsa' && bits < limits.rsaBitsRecommended
    ? [`${describeCertificate(certificate)}: RSA with ${bits} bits; ${limits.rsaBitsRecommended} are asked for today`]
    : []
}
