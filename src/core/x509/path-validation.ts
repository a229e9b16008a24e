import type { Certificate } from './certificate.ts'
import { type ComparisonBudget, createNameConstraintState } from './name-constraint-state.ts'
import { anyPolicy } from './object-identifiers.ts'
import { createPolicyGraph } from './policy-graph.ts'
import { refuse } from './refusal.ts'

/** Inputs (c) to (g) of RFC 5280 section 6.1.1. */
export interface PolicyInputs {
  /** user-initial-policy-set, dotted decimal; default: any policy. */
  readonly initialPolicies?: readonly string[]
  /** initial-explicit-policy; default false. */
  readonly requireExplicitPolicy?: boolean
  /** initial-policy-mapping-inhibit; default false. */
  readonly inhibitPolicyMapping?: boolean
  /** initial-any-policy-inhibit; default false. */
  readonly inhibitAnyPolicy?: boolean
}

/**
 * What RFC 5280 section 6.1 asks of a path as a whole: path lengths, name constraints and policies. Each certificate
 * alone, and each signature, has been looked at before.
 *
 * The anchor's own constraints count as any CA's would (RFC 5937), its certificate policies do not.
 *
 * @param path the anchor first, the leaf last
 * @param budget is drawn upon
 * @throws ReleaseSigningError `path-…` or `limit-exceeded`
 */
export function validatePath(path: readonly Certificate[], inputs: PolicyInputs, budget: ComparisonBudget): void {
  const [anchor, ...certificates] = path
  if (anchor === undefined) return
  const state = createState(certificates.length, inputs, budget)
  state.constrain(anchor)
  certificates.forEach((certificate, i) => {
    const isFinal = i === certificates.length - 1
    state.process(certificate, isFinal)
    if (isFinal) state.wrapUp(certificate)
    else state.prepareForNext(certificate)
  })
}

const above = (counter: number): number => Math.max(counter - 1, 0)

function createState(length: number, inputs: PolicyInputs, budget: ComparisonBudget) {
  const names = createNameConstraintState(budget)
  const graph = createPolicyGraph()
  let explicitPolicy = inputs.requireExplicitPolicy === true ? 0 : length + 1
  let policyMapping = inputs.inhibitPolicyMapping === true ? 0 : length + 1
  let inhibitAny = inputs.inhibitAnyPolicy === true ? 0 : length + 1
  let maxPathLength = length

  /** RFC 5280 section 6.1.4 (g), (i), (j), (m). */
  const constrain = ({ extensions }: Certificate): void => {
    const { nameConstraints, policyConstraints, inhibitAnyPolicy, basicConstraints } = extensions
    if (nameConstraints !== undefined) names.add(nameConstraints)
    explicitPolicy = Math.min(explicitPolicy, policyConstraints?.requireExplicitPolicy ?? explicitPolicy)
    policyMapping = Math.min(policyMapping, policyConstraints?.inhibitPolicyMapping ?? policyMapping)
    inhibitAny = Math.min(inhibitAny, inhibitAnyPolicy ?? inhibitAny)
    maxPathLength = Math.min(maxPathLength, basicConstraints?.pathLength ?? maxPathLength)
  }

  const policyMissing = (certificate: Certificate) =>
    refuse(certificate, 'path-policy-missing', 'no certificate policy holds along the path that was asked for', {
      section: '6.1.3 (f), 6.1.5 (g)',
      hint: 'The path needs a policy that every certificate in it carries, among those asked for.',
    })

  return {
    constrain,

    /** Section 6.1.3. */
    process(certificate: Certificate, isFinal: boolean): void {
      const exempt = certificate.selfIssued && !isFinal
      if (!exempt) names.check(certificate)
      graph.descend(certificate.extensions.certificatePolicies?.policies, inhibitAny > 0 || exempt)
      if (explicitPolicy === 0 && graph.empty) throw policyMissing(certificate)
    },

    /** Section 6.1.4. */
    prepareForNext(certificate: Certificate): void {
      const { policyMappings } = certificate.extensions
      if (policyMappings !== undefined) {
        if ([...policyMappings].some(([from, to]) => from === anyPolicy || to.has(anyPolicy))) {
          throw refuse(certificate, 'path-policy-mapping', 'maps anyPolicy', { section: '6.1.4 (a)' })
        }
        graph.map(policyMappings, policyMapping > 0)
      }
      if (!certificate.selfIssued) {
        explicitPolicy = above(explicitPolicy)
        policyMapping = above(policyMapping)
        inhibitAny = above(inhibitAny)
        if (maxPathLength === 0) {
          throw refuse(certificate, 'path-length-exceeded', 'one CA more than the path length of a CA above allows', {
            section: '6.1.4 (l)',
            hint: 'Use a chain with fewer intermediate CAs.',
          })
        }
        maxPathLength--
      }
      constrain(certificate)
    },

    /** Section 6.1.5. */
    wrapUp(certificate: Certificate): void {
      explicitPolicy = above(explicitPolicy)
      if (certificate.extensions.policyConstraints?.requireExplicitPolicy === 0) explicitPolicy = 0
      const found = graph.authorityConstrained()
      const { initialPolicies } = inputs
      const asked = initialPolicies ?? [anyPolicy]
      // The intersection of what was asked for and what was found, either of which may be any policy.
      const holds = asked.some(
        (policy) => found.has(policy) || found.has(anyPolicy) || (policy === anyPolicy && found.size > 0),
      )
      if (explicitPolicy === 0 && !holds) throw policyMissing(certificate)
    },
  }
}
