// IAM policy documents, as far as signing with a key needs them: the same evaluation for identity policies, session
// policies, key policies and role trust policies. What it does not know it refuses to evaluate, loudly.

type OneOrMany<T> = T | readonly T[]
type PrincipalElement = '*' | Readonly<Record<string, OneOrMany<string>>>

export interface PolicyStatement {
  readonly Sid?: string
  readonly Effect: 'Allow' | 'Deny'
  readonly Principal?: PrincipalElement
  readonly Action?: OneOrMany<string>
  readonly NotAction?: OneOrMany<string>
  readonly Resource?: OneOrMany<string>
  readonly NotResource?: OneOrMany<string>
  /** Operator → condition key → values. */
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, OneOrMany<string | boolean>>>>>
}

export interface Policy {
  readonly Version?: string
  readonly Id?: string
  readonly Statement: OneOrMany<PolicyStatement>
}

export interface AccessRequest {
  /** Such as `kms:Sign`. */
  readonly action: string
  readonly resource: string
  /** The names a Principal element may call the caller by, such as `AWS` → its ARNs. */
  readonly principal: Readonly<Record<string, readonly string[]>>
  /** Condition keys in lower case and their values. */
  readonly context: Readonly<Record<string, OneOrMany<string> | undefined>>
}

export type Decision = 'allow' | 'deny' | 'none'

/** An explicit deny wins; `none` is IAM's implicit deny. */
export function evaluate(policies: readonly Policy[], request: AccessRequest): Decision {
  const effects = policies
    .flatMap((policy) => list(policy.Statement))
    .filter((statement) => applies(statement, request))
    .map((statement) => statement.Effect)
  if (effects.includes('Deny')) return 'deny'
  return effects.includes('Allow') ? 'allow' : 'none'
}

const list = <T>(value: OneOrMany<T> | undefined): readonly T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value as T]

function applies(statement: PolicyStatement, request: AccessRequest): boolean {
  const action = matchesAny(statement.Action, request.action.toLowerCase(), (pattern) => pattern.toLowerCase())
  const notAction = matchesAny(statement.NotAction, request.action.toLowerCase(), (pattern) => pattern.toLowerCase())
  return (
    (statement.NotAction === undefined ? action : !notAction) &&
    (statement.Resource === undefined || matchesAny(statement.Resource, request.resource)) &&
    (statement.NotResource === undefined || !matchesAny(statement.NotResource, request.resource)) &&
    principalMatches(statement.Principal, request) &&
    conditionsHold(statement.Condition ?? {}, request)
  )
}

/** Identity and session policies have no Principal element: they are attached to theirs. */
function principalMatches(element: PrincipalElement | undefined, request: AccessRequest): boolean {
  if (element === undefined || element === '*') return true
  return Object.entries(element).some(([type, names]) =>
    list(names).some((name) => name === '*' || (request.principal[type] ?? []).includes(name)),
  )
}

const matchesAny = (
  patterns: OneOrMany<string> | undefined,
  value: string,
  normalize: (pattern: string) => string = (pattern) => pattern,
): boolean => list(patterns).some((pattern) => wildcard(normalize(pattern), value))

/** `*` stands for any characters, `?` for one; as `${*}` and `${?}` they stand for themselves. */
function wildcard(pattern: string, value: string): boolean {
  const source = pattern.split(/(\$\{[^}]*\}|[*?])/).map((part) => {
    if (part === '*') return '.*'
    return part === '?' ? '.' : literal(part).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${source.join('')}$`, 's').test(value)
}

/** Text without policy variables but those for the special characters. */
const literal = (text: string): string =>
  text.replace(/\$\{([^}]*)\}/g, (variable, name: string) => {
    if (['*', '?', '$'].includes(name)) return name
    throw new Error(`policy variable ${variable} is not known to the stand-in`)
  })

function conditionsHold(conditions: NonNullable<PolicyStatement['Condition']>, request: AccessRequest): boolean {
  return Object.entries(conditions).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      conditionHolds(operator, list(request.context[key.toLowerCase()]), list(wanted).map(String)),
    ),
  )
}

type Comparison = (wanted: string, actual: string) => boolean

const comparisons: ReadonlyMap<string, Comparison> = new Map<string, Comparison>([
  ['StringEquals', (wanted, actual) => literal(wanted) === actual],
  ['StringEqualsIgnoreCase', (wanted, actual) => literal(wanted).toLowerCase() === actual.toLowerCase()],
  ['StringLike', wildcard],
  ['ArnEquals', wildcard],
  ['ArnLike', wildcard],
  ['Bool', (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase()],
])

function conditionHolds(operator: string, actual: readonly string[], wanted: readonly string[]): boolean {
  const { set, name, ifExists } =
    /^(?:(?<set>ForAnyValue|ForAllValues):)?(?<name>\w+?)(?<ifExists>IfExists)?$/.exec(operator)?.groups ?? {}
  if (name === 'Null') return wanted.includes(String(actual.length === 0))
  const negated = /^(String|Arn)Not/.test(name ?? '')
  const compare = comparisons.get((name ?? '').replace('Not', ''))
  if (compare === undefined) throw new Error(`condition operator ${operator} is not known to the stand-in`)
  // A missing key fails a positive operator and satisfies a negated one.
  if (actual.length === 0) return ifExists !== undefined || negated || set === 'ForAllValues'
  const one = (value: string): boolean => wanted.some((candidate) => compare(candidate, value)) !== negated
  return set === 'ForAllValues' || (negated && set === undefined) ? actual.every(one) : actual.some(one)
}
