import { bytesOfBase64 } from '../base64.ts'
import type { ErrorCode } from '../error.ts'
import { ReleaseSigningError } from '../error.ts'
import type { Json, JsonObject } from './json.ts'

/** Takes members out of a JSON object, each as what it must be; every error has the same code and names the member. */
export interface JsonFields {
  text(name: string): string
  optionalText(name: string): string | undefined
  /** The bytes of a canonical base64 string. */
  bytes(name: string): Uint8Array
  object(name: string): JsonFields
  optionalObject(name: string): JsonFields | undefined
  /** Every item of an array of objects. */
  objects(name: string): readonly JsonFields[]
  optionalObjects(name: string): readonly JsonFields[]
  has(name: string): boolean
  readonly entries: readonly (readonly [string, Json])[]
  /** Refuses members of any other name. */
  only(...names: readonly string[]): void
}

export function jsonFields(json: Json, what: string, code: ErrorCode): JsonFields {
  const wrong = (name: string, expected: string) =>
    new ReleaseSigningError(code, `${what}: ${name} is missing or not ${expected}`)
  if (!(json instanceof Map)) throw new ReleaseSigningError(code, `${what}: not a JSON object`)
  const members: JsonObject = json

  const fields: JsonFields = {
    text(name) {
      const value = members.get(name)
      if (typeof value !== 'string') throw wrong(name, 'a string')
      return value
    },
    optionalText: (name) => (members.has(name) ? fields.text(name) : undefined),
    bytes(name) {
      const bytes = bytesOfBase64(fields.text(name))
      if (bytes === undefined) throw wrong(name, 'base64 in its one form')
      return bytes
    },
    object: (name) => jsonFields(members.get(name) ?? null, `${what}: ${name}`, code),
    optionalObject: (name) => (members.has(name) ? fields.object(name) : undefined),
    objects(name) {
      const value = members.get(name)
      if (!Array.isArray(value)) throw wrong(name, 'an array')
      return value.map((item: Json, i) => jsonFields(item, `${what}: ${name} ${i + 1}`, code))
    },
    optionalObjects: (name) => (members.has(name) ? fields.objects(name) : []),
    has: (name) => members.has(name),
    entries: [...members],
    only(...names) {
      const other = [...members.keys()].find((name) => !names.includes(name))
      if (other !== undefined) throw new ReleaseSigningError(code, `${what}: unknown member ${JSON.stringify(other)}`)
    },
  }
  return fields
}
