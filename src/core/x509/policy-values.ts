import { expectTag, fieldsOf, objectIdentifierOf, smallIntegerOf } from '../der/fields.ts'
import type { DerElement } from '../der/reader.ts'
import { contextPrimitive, tag } from '../der/tag.ts'
import { ReleaseSigningError } from '../error.ts'
import { nonEmptySequence } from './extension-values.ts'

/** RFC 5280 section 4.2.1.4. */
export interface CertificatePolicies {
  /** Dotted decimal, each once. */
  readonly policies: ReadonlySet<string>
  /** A qualifier that is neither a CPS pointer nor a user notice. */
  readonly unknownQualifier: string | undefined
}

/** RFC 5280 section 4.2.1.5: what the issuer's policy is equivalent to in the subject's domain. */
export type PolicyMappings = ReadonlyMap<string, ReadonlySet<string>>

/** RFC 5280 section 4.2.1.11, in certificates that may still follow. */
export interface PolicyConstraints {
  readonly requireExplicitPolicy: number | undefined
  readonly inhibitPolicyMapping: number | undefined
}

const invalid = (what: string, problem: string) => new ReleaseSigningError('der-invalid', `${what}: ${problem}`)

export function parseCertificatePolicies(element: DerElement, what: string): CertificatePolicies {
  const policies = new Set<string>()
  let unknownQualifier: string | undefined
  for (const child of nonEmptySequence(element, what)) {
    const fields = fieldsOf(expectTag(child, tag.sequence, what), what)
    const policy = objectIdentifierOf(fields.required(tag.objectIdentifier, 'policyIdentifier'), what)
    const qualifiers = fields.optional(tag.sequence)
    fields.end()
    if (policies.has(policy)) throw invalid(what, `policy ${policy} stands there twice`)
    policies.add(policy)
    if (qualifiers !== undefined) unknownQualifier = parseQualifiers(qualifiers, what) ?? unknownQualifier
  }
  return { policies, unknownQualifier }
}

const qualifierTags: ReadonlyMap<string, number> = new Map([
  ['1.3.6.1.5.5.7.2.1', tag.ia5String],
  ['1.3.6.1.5.5.7.2.2', tag.sequence],
])

/** @returns the first qualifier that is not known */
function parseQualifiers(element: DerElement, what: string): string | undefined {
  let unknown: string | undefined
  for (const child of nonEmptySequence(element, what)) {
    const fields = fieldsOf(expectTag(child, tag.sequence, what), what)
    const id = objectIdentifierOf(fields.required(tag.objectIdentifier, 'policyQualifierId'), what)
    const qualifier = fields.any('qualifier')
    fields.end()
    const expected = qualifierTags.get(id)
    if (expected === undefined) unknown ??= id
    else expectTag(qualifier, expected, `${what}: qualifier`)
  }
  return unknown
}

export function parsePolicyMappings(element: DerElement, what: string): PolicyMappings {
  const mappings = new Map<string, Set<string>>()
  for (const child of nonEmptySequence(element, what)) {
    const fields = fieldsOf(expectTag(child, tag.sequence, what), what)
    const issuer = objectIdentifierOf(fields.required(tag.objectIdentifier, 'issuerDomainPolicy'), what)
    const subject = objectIdentifierOf(fields.required(tag.objectIdentifier, 'subjectDomainPolicy'), what)
    fields.end()
    mappings.set(issuer, (mappings.get(issuer) ?? new Set()).add(subject))
  }
  return mappings
}

export function parsePolicyConstraints(element: DerElement, what: string): PolicyConstraints {
  const fields = fieldsOf(expectTag(element, tag.sequence, what), what)
  const requireExplicitPolicy = fields.optional(contextPrimitive(0))
  const inhibitPolicyMapping = fields.optional(contextPrimitive(1))
  fields.end()
  if (requireExplicitPolicy === undefined && inhibitPolicyMapping === undefined) throw invalid(what, 'it is empty')
  const skip = (field: DerElement | undefined) => (field === undefined ? undefined : smallIntegerOf(field, what))
  return {
    requireExplicitPolicy: skip(requireExplicitPolicy),
    inhibitPolicyMapping: skip(inhibitPolicyMapping),
  }
}

export const parseInhibitAnyPolicy = (element: DerElement, what: string): number =>
  smallIntegerOf(expectTag(element, tag.integer, what), what)
