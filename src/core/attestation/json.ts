import { ReleaseSigningError } from '../error.ts'

/** JSON as it was written: an object is a Map, so that no name of it means anything to JavaScript. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = ReadonlyMap<string, Json>

const deepest = 32

const token = /[{}[\]:,]|"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*|true|false|null/y
const space = /[\t\n\r ]*/y

/**
 * Strict JSON (RFC 8259): UTF-8 without a byte-order mark, no name twice in an object, no half surrogates, nothing after
 * the value. What is ambiguous to some reader is refused.
 *
 * @param what names it in errors
 * @throws ReleaseSigningError `json-invalid`
 */
export function parseJson(bytes: Uint8Array, what: string): Json {
  const text = decode(bytes, what)
  let offset = 0
  const invalid = (problem: string) =>
    new ReleaseSigningError('json-invalid', `${what}: not strict JSON near character ${offset}: ${problem}`, {
      rule: 'RFC 8259',
    })

  const next = (): string => {
    space.lastIndex = offset
    space.test(text)
    token.lastIndex = space.lastIndex
    const [found] = token.exec(text) ?? []
    if (found === undefined) throw invalid('a value or sign is missing')
    offset = token.lastIndex
    return found
  }

  const expect = (sign: string) => {
    if (next() !== sign) throw invalid(`${sign} expected`)
  }

  const scalar = (written: string): Json => {
    try {
      const value: null | boolean | number | string = JSON.parse(written)
      if (typeof value === 'string' && !value.isWellFormed()) throw invalid('half a surrogate pair')
      return value
    } catch (error) {
      throw error instanceof ReleaseSigningError ? error : invalid('not a value')
    }
  }

  const object = (depth: number): JsonObject => {
    const members = new Map<string, Json>()
    for (let sign = next(); sign !== '}'; ) {
      const name = sign.startsWith('"') ? scalar(sign) : undefined
      if (typeof name !== 'string') throw invalid('a name expected')
      if (members.has(name)) throw invalid(`name ${JSON.stringify(name)} stands there twice`)
      expect(':')
      members.set(name, value(next(), depth))
      sign = next()
      if (sign === '}') break
      if (sign !== ',') throw invalid(', or } expected')
      sign = next()
      if (sign === '}') throw invalid('a comma before }')
    }
    return members
  }

  const array = (depth: number): readonly Json[] => {
    const items: Json[] = []
    for (let sign = next(); sign !== ']'; ) {
      items.push(value(sign, depth))
      sign = next()
      if (sign === ']') break
      if (sign !== ',') throw invalid(', or ] expected')
      sign = next()
      if (sign === ']') throw invalid('a comma before ]')
    }
    return items
  }

  const value = (sign: string, depth: number): Json => {
    if (depth > deepest) throw invalid('nested too deep')
    if (sign === '{') return object(depth + 1)
    if (sign === '[') return array(depth + 1)
    return scalar(sign)
  }

  const result = value(next(), 0)
  space.lastIndex = offset
  space.test(text)
  if (space.lastIndex !== text.length) throw invalid('something follows the value')
  return result
}

function decode(bytes: Uint8Array, what: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new ReleaseSigningError('json-invalid', `${what}: not UTF-8`, { rule: 'RFC 8259 section 8.1' })
  }
}
