import { AwsError, validationError } from './errors.ts'

/** The members of one JSON 1.1 request, read with the checks of the API model. */
export interface KmsInput {
  readonly members: Readonly<Record<string, unknown>>
  string(name: string): string
  optionalString(name: string): string | undefined
  number(name: string, otherwise: number): number
  boolean(name: string): boolean
  blob(name: string): Uint8Array
}

/** @throws AwsError `SerializationException` for a body that is no JSON object */
export function readInput(body: Buffer): KmsInput {
  const members = parseObject(body.toString('utf8') || '{}')
  const optionalString = (name: string): string | undefined => {
    const value = members[name]
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string') throw new AwsError('SerializationException', `${name} is not a string`)
    return value
  }
  const string = (name: string): string => {
    const value = optionalString(name)
    if (value === undefined) throw validationError(memberName(name), 'null', 'Member must not be null')
    return value
  }
  return {
    members,
    string,
    optionalString,
    number: (name, otherwise) => {
      const value = members[name]
      return typeof value === 'number' ? value : otherwise
    },
    boolean: (name) => members[name] === true,
    blob: (name) => Buffer.from(string(name), 'base64'),
  }
}

function parseObject(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch (cause) {
    throw new AwsError('SerializationException', String(cause))
  }
  throw new AwsError('SerializationException', 'not an object')
}

/** Constraint messages write the first letter small. */
const memberName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)
