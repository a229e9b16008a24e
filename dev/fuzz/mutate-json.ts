import { utf8 } from '../../src/core/bytes.ts'
import { mutateBytes, mutateTree } from './mutate.ts'
import type { Random } from './random.ts'

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

const isJson = (value: unknown): value is Json => value !== undefined

/** One change to a value somewhere in a JSON document; Base64 is decoded, changed and encoded again. */
export function mutateJson(bytes: Uint8Array, random: Random): Uint8Array {
  const document: unknown = JSON.parse(new TextDecoder().decode(bytes))
  if (!isJson(document)) return bytes
  const target = random.below(countOf(document))
  let index = -1
  const change = (value: Json): Json => {
    index++
    if (index === target) return mutateValue(value, random)
    if (Array.isArray(value)) return value.map(change)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, change(member)]))
  }
  const changed = change(document)
  return utf8(random.chance(0.2) ? JSON.stringify(changed, undefined, 2) : JSON.stringify(changed))
}

function mutateValue(value: Json, random: Random): Json {
  if (typeof value === 'string') return mutateString(value, random)
  if (Array.isArray(value)) return random.pick([[], [...value, ...value], [...value, null], value.toReversed()])
  if (value === null || typeof value !== 'object') return random.pick([null, true, 0, -1, '', []])
  const entries = Object.entries(value)
  const at = random.below(entries.length)
  const [name = '', member = null] = entries[at] ?? []
  return random.pick<Json>([
    Object.fromEntries(entries.toSpliced(at, 1)),
    { ...value, [`${name} `]: member },
    { ...value, [name]: null },
    { ...value, ['__proto__']: member },
    {},
  ])
}

function mutateString(text: string, random: Random): Json {
  const decoded = Uint8Array.from(Buffer.from(text, 'base64'))
  if (decoded.length > 8 && random.chance(0.7)) {
    const mutant = random.chance(0.5) ? mutateTree(decoded, random) : mutateBytes(decoded, random)
    return Buffer.from(mutant).toString('base64')
  }
  return random.pick<Json>([
    '',
    `${text} `,
    text.toUpperCase(),
    `${text}=`,
    `\u0000${text}`,
    text.slice(0, random.below(text.length + 1)),
    new TextDecoder().decode(mutateBytes(utf8(text), random)),
    null,
    [text],
  ])
}

function countOf(value: Json): number {
  if (value === null || typeof value !== 'object') return 1
  return Object.values(value).reduce<number>((sum, member) => sum + countOf(member), 1)
}
