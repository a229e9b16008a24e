import { ReleaseSigningError } from '../core/error.ts'
import type { NamedBytes } from '../release/named-bytes.ts'
import { type SidecarKind, sidecarKinds } from '../release/sidecar-kind.ts'
import type { OptionValues } from './option.ts'

export const missing = (label: string, hint?: string): ReleaseSigningError =>
  new ReleaseSigningError('input-missing', `${label} is missing`, { hint })

/** @throws ReleaseSigningError `input-missing` */
export function required<Name extends string>(values: OptionValues<Name>, name: Name, hint?: string): string {
  const text = values.text(name)
  if (text === undefined) throw missing(values.label(name), hint)
  return text
}

/**
 * What the one file of an option holds; undefined where none is given.
 *
 * @throws ReleaseSigningError `usage`, or what it is refused for
 */
export async function oneFile<Name extends string>(
  values: OptionValues<Name>,
  name: Name,
  maximumBytes: number,
): Promise<NamedBytes | undefined> {
  const [file, another] = await values.files(name, maximumBytes)
  if (another === undefined) return file
  throw new ReleaseSigningError('usage', `${values.label(name)}: more than one file`)
}

/** @throws ReleaseSigningError `usage` for anything but one of the choices */
export function choice<Name extends string, Choice extends string>(
  values: OptionValues<Name>,
  name: Name,
  choices: readonly [Choice, ...Choice[]],
): Choice {
  const text = values.text(name)
  if (text === undefined) return choices[0]
  const found = choices.find((one) => one === text)
  if (found === undefined) throw notOneOf(values.label(name), text, choices)
  return found
}

/**
 * Kinds of sidecars with commas or line ends between them, each once; undefined where none are named.
 *
 * @throws ReleaseSigningError `usage`
 */
export function kinds<Name extends string>(values: OptionValues<Name>, name: Name): readonly SidecarKind[] | undefined {
  const words = values
    .text(name)
    ?.split(/[,\n]/)
    .map((word) => word.trim())
  const named = words?.filter((word) => word !== '')
  if (named === undefined || named.length === 0) return undefined
  const all = Object.keys(sidecarKinds) as SidecarKind[]
  const found = named.map((word) => {
    const kind = all.find((one) => one === word)
    if (kind === undefined) throw notOneOf(values.label(name), word, all)
    return kind
  })
  return [...new Set(found)]
}

/** @throws ReleaseSigningError `usage` for anything but a whole number within the bounds */
export function wholeNumber(label: string, text: string, minimum: number, maximum: number): number {
  const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(number >= minimum && number <= maximum)) {
    throw new ReleaseSigningError('usage', `${label}: ${text} is no whole number from ${minimum} to ${maximum}`)
  }
  return number
}

function notOneOf(label: string, text: string, choices: readonly string[]): ReleaseSigningError {
  return new ReleaseSigningError('usage', `${label}: ${text} is not known`, { hint: `Use ${choices.join(' or ')}.` })
}
