import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { anyPolicy } from './object-identifiers.ts'
import type { PolicyMappings } from './policy-values.ts'

/** One policy at one depth of the graph. There is at most one node for a policy at a depth (RFC 9618 section 5). */
interface PolicyNode {
  readonly policy: string
  /** expected_policy_set. */
  expected: ReadonlySet<string>
  readonly parents: ReadonlySet<PolicyNode>
}

type Level = Map<string, PolicyNode>

/** valid_policy_graph of RFC 9618: grows with the sum of the policies in the path, not with their product. */
export interface PolicyGraph {
  /** True once no policy is left (the graph is NULL). */
  readonly empty: boolean
  /**
   * The next certificate's policies: RFC 9618 section 5.3, steps d and e.
   *
   * @param policies undefined where the certificate has none
   * @param takesAny whether anyPolicy in it is looked at
   */
  descend(policies: ReadonlySet<string> | undefined, takesAny: boolean): void
  /** Its mappings: section 5.4, step b. `allowed`: policy_mapping above 0. */
  map(mappings: PolicyMappings, allowed: boolean): void
  /** The policies the path holds for, in the domain of the anchor: section 5.5, step g. May hold anyPolicy. */
  authorityConstrained(): ReadonlySet<string>
}

export function createPolicyGraph(): PolicyGraph {
  const root: PolicyNode = { policy: anyPolicy, expected: new Set([anyPolicy]), parents: new Set() }
  let levels: Level[] = [new Map([[anyPolicy, root]])]
  let nodes = 1

  const bottomLevel = (): Level => levels.at(-1) ?? new Map()

  const addNode = (to: Level, node: PolicyNode): void => {
    if (++nodes > limits.policyNodes) {
      throw new ReleaseSigningError('limit-exceeded', `more than ${limits.policyNodes} policies in one path`)
    }
    to.set(node.policy, node)
  }

  /** Takes out what has nothing below it, from the bottom up; an empty bottom makes the graph NULL. */
  const prune = (): void => {
    if (bottomLevel().size === 0) {
      levels = []
      return
    }
    for (let depth = levels.length - 2; depth >= 0; depth--) {
      const kept = new Set([...(levels[depth + 1]?.values() ?? [])].flatMap(({ parents }) => [...parents]))
      const above = levels[depth]
      for (const node of above?.values() ?? []) if (!kept.has(node)) above?.delete(node.policy)
    }
  }

  return {
    get empty() {
      return levels.length === 0
    },
    descend(policies, takesAny) {
      if (levels.length === 0) return
      if (policies === undefined) {
        levels = []
        return
      }
      const above = bottomLevel()
      const expecting = parentsByExpected(above)
      const anyParent = above.get(anyPolicy)
      const next: Level = new Map()
      levels.push(next)
      for (const policy of policies) {
        if (policy === anyPolicy) continue
        const parents = expecting.get(policy) ?? (anyParent === undefined ? undefined : new Set([anyParent]))
        if (parents !== undefined) addNode(next, { policy, expected: new Set([policy]), parents })
      }
      if (takesAny && policies.has(anyPolicy)) {
        for (const [policy, parents] of expecting) {
          if (!next.has(policy)) addNode(next, { policy, expected: new Set([policy]), parents })
        }
      }
      prune()
    },
    map(mappings, allowed) {
      const bottom = bottomLevel()
      const anyNode = bottom.get(anyPolicy)
      for (const [issuerPolicy, subjectPolicies] of mappings) {
        const node = bottom.get(issuerPolicy)
        if (!allowed) bottom.delete(issuerPolicy)
        else if (node !== undefined) node.expected = subjectPolicies
        else if (anyNode !== undefined) {
          addNode(bottom, { policy: issuerPolicy, expected: subjectPolicies, parents: anyNode.parents })
        }
      }
      if (levels.length > 0) prune()
    },
    authorityConstrained() {
      const found = new Set<string>()
      for (const at of levels.slice(1)) {
        for (const { policy, parents } of at.values()) {
          if (policy !== anyPolicy && [...parents].some((parent) => parent.policy === anyPolicy)) found.add(policy)
        }
      }
      if (bottomLevel().has(anyPolicy)) found.add(anyPolicy)
      return found
    },
  }
}

/** For each policy that a level expects, the nodes that expect it. */
function parentsByExpected(level: Level): ReadonlyMap<string, ReadonlySet<PolicyNode>> {
  const expecting = new Map<string, Set<PolicyNode>>()
  for (const node of level.values()) {
    for (const policy of node.expected) expecting.set(policy, (expecting.get(policy) ?? new Set()).add(node))
  }
  return expecting
}
