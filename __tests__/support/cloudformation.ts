import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CollectionTag, parse, type ScalarTag, type YAMLMap, YAMLSeq } from 'yaml'
import { repositoryRoot } from '../../dev/runner.ts'

type Json = string | number | boolean | null | readonly Json[] | JsonObject
interface JsonObject {
  readonly [name: string]: Json
}

interface Parameter {
  readonly Type: string
  readonly Default?: Json
  readonly AllowedPattern?: string
  readonly AllowedValues?: readonly string[]
}

/** A template with its functions written out, as JSON has them. */
export interface Template {
  readonly Parameters: Readonly<Record<string, Parameter>>
  readonly Conditions?: JsonObject
  readonly Resources: Readonly<
    Record<string, { readonly Type: string; readonly Condition?: string; readonly Properties: JsonObject }>
  >
  readonly Outputs: Readonly<Record<string, { readonly Value: Json }>>
}

const functions = [
  'And',
  'Contains',
  'Equals',
  'FindInMap',
  'GetAtt',
  'If',
  'Join',
  'Not',
  'Or',
  'Select',
  'Split',
  'Sub',
]
const longName = (name: string): string => (name === 'Ref' ? name : `Fn::${name}`)

/** The short forms of CloudFormation's functions, of which YAML knows nothing. */
const tags: readonly (ScalarTag | CollectionTag)[] = ['Ref', ...functions].flatMap((name) => [
  { tag: `!${name}`, resolve: (text: string) => ({ [longName(name)]: name === 'GetAtt' ? text.split('.') : text }) },
  {
    tag: `!${name}`,
    collection: 'seq' as const,
    nodeClass: YAMLSeq,
    resolve: (list: YAMLMap.Parsed | YAMLSeq.Parsed) => ({ [longName(name)]: list.toJSON() }),
  },
])

/** @param name of a file in deploy/ */
export const readTemplate = (name: string): Template =>
  parse(readFileSync(join(repositoryRoot, 'deploy', name), 'utf8'), { customTags: [...tags] })

export interface Names {
  /** Values of parameters; the defaults for the others. */
  readonly parameters?: Readonly<Record<string, string>>
  /** What `Ref` and `GetAtt` say of resources and pseudo parameters, by `Name` or `Name.Attribute`. */
  readonly references?: Readonly<Record<string, string>>
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value)

function items(value: Json): readonly Json[] {
  if (isList(value)) return value
  throw new Error(`${JSON.stringify(value)} is no list`)
}

function members(value: Json): JsonObject {
  if (typeof value === 'object' && value !== null && !isList(value)) return value
  throw new Error(`${JSON.stringify(value)} has no members`)
}

const noValue = Symbol('AWS::NoValue')

/** What a part of a template is once its functions have been called. A name that nobody knows is an error. */
export function evaluate(template: Template, part: Json, { parameters = {}, references = {} }: Names): Json {
  const parameter = (name: string): Json | undefined => {
    const declared = template.Parameters[name]
    const value = parameters[name] ?? declared?.Default
    return declared?.Type === 'CommaDelimitedList' && value !== undefined ? String(value).split(',') : value
  }
  const reference = (name: string): Json | typeof noValue => {
    if (name === 'AWS::NoValue') return noValue
    const value = parameter(name) ?? references[name]
    if (value === undefined) throw new Error(`the template names ${name}, which nobody knows`)
    return value
  }
  const text = (value: Json): string => String(called(value))
  const called = (value: Json): Json => {
    const result = of(value)
    if (typeof result === 'symbol') throw new Error('no value where one is needed')
    return result
  }
  const list = (value: Json): readonly Json[] => items(called(value))
  const holds = (name: Json): boolean => called(template.Conditions?.[String(name)] ?? null) === true
  const substitute = (pattern: string, own: JsonObject): string =>
    pattern.replace(/\$\{([^}]+)\}/g, (_, name: string) =>
      name in own ? text(own[name] ?? null) : String(reference(name)),
    )

  const calls: Readonly<Record<string, (argument: Json) => Json | typeof noValue>> = {
    Ref: (name) => reference(String(name)),
    'Fn::GetAtt': (path) => reference(list(path).join('.')),
    'Fn::Sub': (argument) => {
      const [pattern = '', own = {}] = typeof argument === 'string' ? [argument] : items(argument)
      return substitute(String(pattern), members(own))
    },
    'Fn::If': (argument) => {
      const [condition = null, yes = null, no = null] = items(argument)
      return of(holds(condition) ? yes : no)
    },
    'Fn::Join': (argument) => {
      const [between = '', parts = []] = items(argument)
      return list(parts).map(text).join(String(between))
    },
    'Fn::Split': (argument) => {
      const [at = '', whole = ''] = items(argument)
      return text(whole).split(String(at))
    },
    'Fn::Select': (argument) => {
      const [index = 0, choices = []] = items(argument)
      return list(choices)[Number(index)] ?? null
    },
    'Fn::Equals': (argument) => {
      const [a = null, b = null] = list(argument)
      return JSON.stringify(a) === JSON.stringify(b)
    },
    'Fn::Not': (argument) => list(argument)[0] === false,
    'Fn::Or': (argument) => list(argument).includes(true),
    'Fn::And': (argument) => !list(argument).includes(false),
  }

  function of(value: Json): Json | typeof noValue {
    if (isList(value)) return value.map(of).filter((item) => typeof item !== 'symbol')
    if (typeof value !== 'object' || value === null) return value
    const entries = Object.entries(members(value))
    const [[name = '', argument = null] = []] = entries
    const call = entries.length === 1 ? calls[name] : undefined
    if (call !== undefined) return call(argument)
    const kept = entries.map(([key, item]) => [key, of(item)] as const)
    return Object.fromEntries(kept.flatMap(([key, item]) => (typeof item === 'symbol' ? [] : [[key, item]])))
  }
  return called(part)
}

/** A property of a resource, or a part of one, as it is for these names. */
export function property(template: Template, resource: string, path: readonly string[], names: Names): Json {
  const properties: Json = template.Resources[resource]?.Properties ?? null
  const part = path.reduce<Json>((value, name) => members(value)[name] ?? null, properties)
  return evaluate(template, part, names)
}

/**
 * The template with some condition keys taken out of its policies. A Deny that loses its exception goes with it, since it
 * would deny everybody.
 *
 * @returns what was taken out as `STATEMENT: KEY`
 */
export function withoutConditions(
  template: Template,
  isTaken: (key: string) => boolean,
): { readonly template: Template; readonly removed: readonly string[] } {
  const removed: string[] = []
  const inStatement = (statement: JsonObject): readonly JsonObject[] => {
    const { Condition = {}, ...rest } = statement
    const operators = Object.entries(members(Condition)).map(([operator, keys]) => {
      const entries = Object.entries(members(keys))
      for (const [key] of entries) if (isTaken(key)) removed.push(`${String(statement.Sid)}: ${key}`)
      return [operator, Object.fromEntries(entries.filter(([key]) => !isTaken(key)))] as const
    })
    const kept = operators.filter(([, keys]) => Object.keys(keys).length > 0)
    if (kept.length > 0) return [{ ...rest, Condition: Object.fromEntries(kept) }]
    return statement.Effect === 'Deny' && operators.length > 0 ? [] : [rest]
  }
  const walk = (value: Json): Json => {
    if (isList(value)) return value.map(walk)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(members(value)).map(([name, item]) => [
        name,
        name === 'Statement' ? items(item).flatMap((statement) => inStatement(members(statement))) : walk(item),
      ]),
    )
  }
  const Resources = Object.fromEntries(
    Object.entries(template.Resources).map(([name, resource]) => [
      name,
      { ...resource, Properties: members(walk(resource.Properties)) },
    ]),
  )
  return { template: { ...template, Resources }, removed }
}
