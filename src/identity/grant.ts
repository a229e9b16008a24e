import { ReleaseSigningError } from '../core/error.ts'
import type { CertificationRequest } from '../core/x509/certification-request.ts'
import { encodeAlternativeNames } from '../core/x509/encode/alternative-name.ts'
import * as extension from '../core/x509/encode/extension.ts'
import { checkSubject } from '../core/x509/encode/subject.ts'
import { extensionKinds } from '../core/x509/extensions.ts'
import { purpose } from '../core/x509/object-identifiers.ts'
import { type IssueProfile, isAuthority, purposeOf } from './profile.ts'

/** What a profile takes over of what a request asks for. */
export interface Grant {
  /** Extensions, DER. */
  readonly extensions: readonly Uint8Array[]
  /** URIs and email addresses. */
  readonly identities: readonly string[]
  /** What was asked for and is not given, for people. */
  readonly leftOut: readonly string[]
}

/**
 * Takes the subject as it is, the purposes and names that the profile allows, and nothing else.
 *
 * @throws ReleaseSigningError `subject-invalid`, `alternative-name-malformed`, or `request-profile-mismatch` where the
 * request is for another kind of certificate
 */
export function grantFor(profile: IssueProfile, request: CertificationRequest): Grant {
  checkSubject(request.subject)
  checkKind(profile, request)
  const purposes = grantPurposes(profile, request)
  const names = grantNames(profile, request)
  return {
    extensions: [
      ...(purposes.length === 0 ? [] : [extension.extendedKeyUsage(purposes, profile === 'time-stamping')]),
      ...(names.encoded.length === 0 ? [] : [extension.subjectAlternativeName(names.encoded)]),
    ],
    identities: names.identities,
    leftOut: [
      ...[...(request.extensions.extendedKeyUsage ?? [])]
        .filter((asked) => !purposes.includes(asked))
        .map((asked) => `extended key usage ${asked}`),
      ...names.leftOut,
      ...[...request.rawExtensions.keys()].filter((oid) => !looked.has(oid)).map((oid) => `extension ${oid}`),
    ],
  }
}

/** Key usage and basic constraints are the profile's own; the rest of these is looked at one by one. */
const looked: ReadonlySet<string> = new Set(
  [
    extensionKinds.keyUsage,
    extensionKinds.basicConstraints,
    extensionKinds.extendedKeyUsage,
    extensionKinds.subjectAlternativeName,
    // The issuer makes its own.
    extensionKinds.subjectKeyIdentifier,
  ].map(({ oid }) => oid),
)

/** A request that says what it is for is not used for something else: its key has that use. */
function checkKind(profile: IssueProfile, { extensions }: CertificationRequest): void {
  const { basicConstraints, extendedKeyUsage } = extensions
  const asked = basicConstraints?.ca === true ? 'a CA' : undefined
  const wanted = purposeOf(profile)
  if (!isAuthority(profile)) {
    if (asked !== undefined) throw mismatch(profile, 'it asks to be a CA')
    if (wanted !== undefined && extendedKeyUsage?.has(wanted) === false) {
      throw mismatch(profile, `it asks for extended key usages ${[...extendedKeyUsage].join(', ')}`)
    }
    return
  }
  if (asked === undefined && (basicConstraints !== undefined || extendedKeyUsage !== undefined)) {
    throw mismatch(profile, 'it does not ask to be a CA')
  }
  // Without any of its purposes it would be a CA for everything, which is more than was asked for.
  const granted = [...authorityPurposes, purpose.any]
  if (extendedKeyUsage !== undefined && !granted.some((one) => extendedKeyUsage.has(one))) {
    throw mismatch(profile, `it asks for extended key usages ${[...extendedKeyUsage].join(', ')} alone`)
  }
}

/** What a CA may be narrowed to: the purposes of releases. */
const authorityPurposes: readonly string[] = [purpose.codeSigning, purpose.timeStamping]

const mismatch = (profile: IssueProfile, problem: string) =>
  new ReleaseSigningError('request-profile-mismatch', `the request is not one for ${profile}: ${problem}`, {
    hint: 'Issue by the profile that it was made for, or have it made again: certificate request --profile.',
  })

/** A CA may be narrowed; a signer has its profile's alone. */
function grantPurposes(profile: IssueProfile, { extensions }: CertificationRequest): readonly string[] {
  const own = purposeOf(profile)
  if (own !== undefined) return [own]
  return authorityPurposes.filter((one) => extensions.extendedKeyUsage?.has(one))
}

function grantNames(profile: IssueProfile, { extensions }: CertificationRequest) {
  const asked = extensions.subjectAlternativeName ?? []
  const texts = (kind: 'uri' | 'email') =>
    isAuthority(profile) ? [] : asked.flatMap((name) => (name.kind === kind ? [name.text] : []))
  const uris = texts('uri')
  const emails = texts('email')
  return {
    encoded: encodeAlternativeNames({ uris, emails }),
    identities: [...uris, ...emails],
    leftOut: asked
      .filter(({ kind }) => isAuthority(profile) || (kind !== 'uri' && kind !== 'email'))
      .map((name) => `alternative name ${'text' in name ? `${name.kind} ${name.text}` : name.kind}`),
  }
}
