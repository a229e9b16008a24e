import type { ErrorCode } from '../error.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import type { Certificate } from './certificate.ts'
import type { GeneralName } from './general-name.ts'
import { isDnsName, parseMailbox, uriHost } from './internet-name.ts'
import { isWithinName, type Name } from './name.ts'
import type { NameConstraints, Subtree } from './name-constraints.ts'
import { emailAddress, smtpUtf8Mailbox } from './object-identifiers.ts'
import { refuse, shortened } from './refusal.ts'

/** permitted_subtrees and excluded_subtrees of RFC 5280 section 6.1.2, for one path. */
export interface NameConstraintState {
  /** RFC 5280 section 6.1.3 (b), (c). Throws `path-name-…` or `limit-exceeded`. */
  check(certificate: Certificate): void
  /** RFC 5280 section 6.1.4 (g). */
  add(constraints: NameConstraints): void
}

/** A name as constraints see it; undefined where it cannot be understood, so that it is refused where constrained. */
type Constrained =
  | { readonly kind: 'email'; readonly localPart: string; readonly host: string }
  | { readonly kind: 'dns'; readonly host: string; readonly wildcard: boolean }
  | { readonly kind: 'uri'; readonly host: string }
  | { readonly kind: 'ip'; readonly address: Uint8Array }
  | { readonly kind: 'directory'; readonly name: Name }
  | undefined

/** What is left of the comparisons that one search may make. */
export interface ComparisonBudget {
  left: number
}

export function createNameConstraintState(budget: ComparisonBudget): NameConstraintState {
  // Each certificate's permitted subtrees of one form: a name must lie in one of every such list, which is their
  // intersection without having to compute it.
  const permitted = new Map<GeneralName['kind'], (readonly Subtree[])[]>()
  const excluded = new Map<GeneralName['kind'], Subtree[]>()

  const compareWithin = (name: NonNullable<Constrained>, base: Subtree): 'inside' | 'outside' | 'overlap' => {
    if (--budget.left < 0) {
      throw new ReleaseSigningError(
        'limit-exceeded',
        `more than ${limits.nameComparisons} comparisons with name constraints`,
      )
    }
    return compare(name, base)
  }

  const checkName = (certificate: Certificate, kind: GeneralName['kind'], label: string, name: Constrained): void => {
    const lists = permitted.get(kind) ?? []
    const bases = excluded.get(kind) ?? []
    if (lists.length === 0 && bases.length === 0) return
    if (name === undefined) {
      throw violation(
        certificate,
        'path-name-unconstrainable',
        `${shortened(label)} is of a form or shape that cannot be constrained`,
      )
    }
    if (bases.some((base) => compareWithin(name, base) !== 'outside')) {
      throw violation(certificate, 'path-name-excluded', `${shortened(label)} is excluded by a CA above`)
    }
    if (!lists.every((subtrees) => subtrees.some((base) => compareWithin(name, base) === 'inside'))) {
      throw violation(certificate, 'path-name-not-permitted', `${shortened(label)} is not permitted by a CA above`)
    }
  }

  return {
    add(constraints) {
      for (const [kind, subtrees] of byKind(constraints.permitted)) {
        permitted.set(kind, [...(permitted.get(kind) ?? []), subtrees])
      }
      for (const [kind, subtrees] of byKind(constraints.excluded)) {
        excluded.set(kind, [...(excluded.get(kind) ?? []), ...subtrees])
      }
    },
    check(certificate) {
      if (permitted.size === 0 && excluded.size === 0) return
      const { subject, extensions } = certificate
      if (subject.rdns.length > 0) {
        checkName(certificate, 'directory', `subject ${subject.text}`, { kind: 'directory', name: subject })
      }
      for (const mailbox of mailboxesOf(subject)) {
        checkName(certificate, 'email', `emailAddress ${mailbox} in the subject`, emailOf(mailbox))
      }
      for (const name of extensions.subjectAlternativeName ?? []) {
        const label = 'text' in name ? `${name.kind} name ${name.text}` : `${name.kind} name`
        checkName(certificate, name.kind, label, constrainedOf(name))
        if (name.kind === 'other' && name.type === smtpUtf8Mailbox) checkName(certificate, 'email', label, undefined)
      }
    },
  }
}

const byKind = (subtrees: readonly Subtree[]): ReadonlyMap<GeneralName['kind'], readonly Subtree[]> =>
  Map.groupBy(subtrees, ({ kind }) => kind)

/** In the subject as well: RFC 5280 asks for it only where there is no alternative name, which is easily worked around. */
const mailboxesOf = (name: Name): readonly string[] =>
  name.rdns
    .flatMap(({ attributes }) => attributes)
    .flatMap(({ type, text }) => (type === emailAddress ? [text ?? ''] : []))

function emailOf(text: string): Constrained {
  const mailbox = parseMailbox(text)
  return mailbox === undefined ? undefined : { kind: 'email', ...mailbox }
}

function constrainedOf(name: GeneralName): Constrained {
  switch (name.kind) {
    case 'email':
      return emailOf(name.text)
    case 'dns': {
      if (!isDnsName(name.text)) return undefined
      const wildcard = name.text.startsWith('*.')
      return { kind: 'dns', host: (wildcard ? name.text.slice(2) : name.text).toLowerCase(), wildcard }
    }
    case 'uri': {
      const host = uriHost(name.text)
      return host === undefined ? undefined : { kind: 'uri', host }
    }
    case 'ip':
      return { kind: 'ip', address: name.address }
    case 'directory':
      return { kind: 'directory', name: name.name }
    default:
      return undefined
  }
}

/** `overlap`: some of the names a wildcard stands for. */
function compare(name: NonNullable<Constrained>, base: Subtree): 'inside' | 'outside' | 'overlap' {
  const inside = (is: boolean) => (is ? 'inside' : 'outside')
  switch (name.kind) {
    case 'email':
      if (base.kind !== 'email') return 'outside'
      if (base.localPart !== undefined) return inside(base.localPart === name.localPart && base.host === name.host)
      return inside(isHostOrBelow(name.host, base.host))
    case 'uri':
      return inside(base.kind === 'uri' && isHostOrBelow(name.host, base.host))
    case 'dns': {
      if (base.kind !== 'dns') return 'outside'
      if (base.host === '' || name.host === base.host || isBelow(name.host, base.host)) return 'inside'
      // One of the names that *.host stands for is the base.
      return name.wildcard && base.host.slice(base.host.indexOf('.') + 1) === name.host ? 'overlap' : 'outside'
    }
    case 'ip':
      return inside(base.kind === 'ip' && isInRange(name.address, base.address, base.mask))
    case 'directory':
      return inside(base.kind === 'directory' && isWithinName(name.name, base.name))
  }
}

const isBelow = (host: string, base: string): boolean => host.endsWith(base) && host.at(-base.length - 1) === '.'

/** RFC 5280 section 4.2.1.10: a host stands for itself, one with a leading period for those below it. Empty: for all. */
const isHostOrBelow = (host: string, base: string): boolean =>
  base === '' || host === base || (base.startsWith('.') && host.length > base.length && host.endsWith(base))

const isInRange = (address: Uint8Array, base: Uint8Array, mask: Uint8Array): boolean =>
  address.length === base.length && address.every((octet, i) => ((octet ^ (base[i] ?? 0)) & (mask[i] ?? 0xff)) === 0)

const violation = (certificate: Certificate, code: ErrorCode, problem: string) =>
  refuse(certificate, code, problem, {
    section: '6.1.3 (b), (c)',
    hint: 'The name constraints of a CA in the path do not allow for this certificate.',
  })
