import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import { type Github, type GithubCall, type GithubOptions, startGithub } from '../../dev/github.ts'
import { isInstalled } from './judges.ts'

/** Prints the folder of GitHub's own descriptions; `.ci/install-judges` installs it. */
export const descriptionJudge = 'github-openapi'

type Edition = NonNullable<GithubOptions['edition']>

const files: Readonly<Record<Edition, string>> = {
  'github.com': 'api.github.com.json',
  'enterprise-server': 'ghes-3.19.json',
}

type Member = Readonly<Record<string, unknown>>

/** GitHub's description of its REST API, which answers are held to. */
export interface Description {
  /** What is wrong with an answer, or with the body of a request that was granted, one line each. */
  problemsOf(call: GithubCall): readonly string[]
}

/** @throws Error where the judge is not installed */
export function readDescription(edition: Edition): Description {
  const folder = execFileSync(descriptionJudge, { encoding: 'utf8' }).trim()
  const document: Member = JSON.parse(readFileSync(join(folder, files[edition]), 'utf8'))
  const schemas = at(document, 'components', 'schemas')
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false })
  formats.default(ajv)
  ajv.addFormat('repo.nwo', true)
  const validators = new Map<string, ValidateFunction>()
  const validatorOf = (schema: Member, strict: boolean): ValidateFunction => {
    const key = `${strict} ${JSON.stringify(schema)}`
    const reached = { allOf: [schema], components: { schemas: reachedFrom(schema, schemas) } }
    const validator = validators.get(key) ?? ajv.compile(strict ? knownMembersAlone(reached) : reached)
    validators.set(key, validator)
    return validator
  }
  const compare = (schema: Member, value: unknown, strict: boolean): readonly string[] => {
    const validate = validatorOf(schema, strict)
    if (validate(value)) return []
    return (validate.errors ?? []).map(
      ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
    )
  }
  return {
    problemsOf(call) {
      const schema = schemaOf(document, call)
      const ofAnswer =
        schema === undefined
          ? []
          : typeof schema === 'string'
            ? [schema]
            : compare(schema, call.json, call.status < 400)
      const sent = call.status < 400 ? sentSchemaOf(document, call) : undefined
      const ofRequest = sent === undefined ? [] : compare(sent, call.sent, true).map((problem) => `sent ${problem}`)
      return [...ofAnswer, ...ofRequest].map((problem) => `${call.method} ${call.target} → ${call.status}: ${problem}`)
    },
  }
}

/** What a request that was granted may hold. */
function sentSchemaOf(document: Member, { template, method, sent }: GithubCall): Member | undefined {
  if (template === undefined || sent === undefined) return undefined
  const operation = at(document, 'paths', template, method.toLowerCase())
  return at(operation, 'requestBody', 'content', 'application/json', 'schema')
}

/** @returns undefined where an answer may have any body, or none; a text where there may be no such answer */
function schemaOf(document: Member, call: GithubCall): Member | string | undefined {
  const { origin, template, method, status, contentType = '', json } = call
  // A dropped connection is no answer, and the storage no part of the API.
  if (status === 0 || origin === 'storage') return undefined
  const isJson = contentType.startsWith('application/json')
  if (template === undefined) return isJson && status === 404 ? errorSchema(json) : 'no operation that GitHub describes'
  const operation = at(document, 'paths', template, method.toLowerCase())
  if (Object.keys(operation).length === 0) return 'no operation that GitHub describes'
  const described = resolve(document, at(operation, 'responses', String(status)))
  if (status >= 500 && contentType.startsWith('text/html')) return undefined
  if (status >= 400) {
    const schema = at(described, 'content', 'application/json', 'schema')
    return !isJson ? 'an error that is no JSON' : Object.keys(schema).length === 0 ? errorSchema(json) : schema
  }
  if (Object.keys(described).length === 0) return 'a status that GitHub does not describe'
  const schema = at(described, 'content', 'application/json', 'schema')
  // Bytes of an asset, as its operation's text says.
  if (call.operation === 'repos/get-release-asset' && call.accept?.includes('application/octet-stream'))
    return undefined
  if (Object.keys(schema).length === 0) return json === undefined ? undefined : 'a body that GitHub does not describe'
  if (!isJson) return `a body of the type ${contentType}`
  return schema
}

/** Refusals that an operation's own description leaves out: 401, rate limits and the like. */
const errorSchema = (json: unknown): Member => ({
  $ref: `#/components/schemas/${typeof json === 'object' && json !== null && 'errors' in json ? 'validation' : 'basic'}-error`,
})

function resolve(document: Member, value: Member): Member {
  return typeof value.$ref === 'string' ? at(document, ...value.$ref.slice(2).split('/')) : value
}

/** Empty where there is none. */
function at(value: unknown, ...path: readonly string[]): Member {
  let found = value
  for (const name of path) found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined
  return typeof found === 'object' && found !== null ? { ...found } : {}
}

/** The schemas that this one leads to; GitHub has thousands. */
function reachedFrom(schema: unknown, schemas: Member): Member {
  const reached = new Map<string, unknown>()
  const follow = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (reached.has(name)) continue
      reached.set(name, name === 'release-asset' ? withStarter(at(schemas, name)) : schemas[name])
      follow(schemas[name])
    }
  }
  follow(schema)
  return Object.fromEntries(reached)
}

/** The enumeration of an asset's states leaves out `starter`, which the text of the upload's operation describes. */
const withStarter = (asset: Member): Member => ({
  ...asset,
  properties: {
    ...at(asset, 'properties'),
    state: { ...at(asset, 'properties', 'state'), enum: ['uploaded', 'open', 'starter'] },
  },
})

/** The same schema, refusing members that GitHub does not name, so that nothing is invented. */
function knownMembersAlone(value: Member): Member
function knownMembersAlone(value: unknown): unknown
function knownMembersAlone(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(knownMembersAlone)
  if (typeof value !== 'object' || value === null) return value
  const members = Object.fromEntries(Object.entries(value).map(([name, member]) => [name, knownMembersAlone(member)]))
  const isObject = members.type === 'object' && 'properties' in members && !('additionalProperties' in members)
  return isObject ? { ...members, additionalProperties: false } : members
}

/**
 * Holds every answer that the stand-in has given to GitHub's description. Where that is not installed nothing is held to
 * anything, unless KMS_RELEASE_SIGNING_REQUIRE=all asks for it.
 *
 * @throws Error that lists what GitHub would not answer
 */
export function judgeAnswers({ calls }: Pick<Github, 'calls'>, edition: Edition = 'github.com'): void {
  if (!isInstalled(descriptionJudge) && process.env.KMS_RELEASE_SIGNING_REQUIRE !== 'all') return
  const { problemsOf } = readDescription(edition)
  const problems = new Set(calls.flatMap(problemsOf))
  if (problems.size > 0) throw new Error(`not as GitHub answers:\n${[...problems].join('\n')}`)
}

/** Starts the stand-in such that its end is its judgement. */
export async function startJudgedGithub(options: GithubOptions = {}): Promise<Github> {
  const github = await startGithub(options)
  return {
    ...github,
    close: async () => {
      await github.close()
      judgeAnswers(github, options.edition)
    },
  }
}
