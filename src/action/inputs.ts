import { splitArtifactsInput } from '../adapters/files/artifact-globs.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { OptionValues } from '../entry/option.ts'
import { missing } from '../entry/read-values.ts'
import type { Files } from '../release/ports.ts'

export type Environment = Readonly<Record<string, string | undefined>>

/** The names of inputs, as text; an input that is empty or not there counts as none. */
export const inputText = (environment: Environment, name: string): string | undefined =>
  environment[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`]?.trim() || undefined

/**
 * The inputs of a step, as requests are read from. A list has one value a line; a certificate is PEM text or a path.
 */
export function inputValues<Name extends string>(
  environment: Environment,
  files: Pick<Files, 'read'>,
): OptionValues<Name> {
  const text = (name: Name) => inputText(environment, name)
  const texts = (name: Name) =>
    (text(name) ?? '')
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((line) => line !== '')
  return {
    label: (name) => name,
    text,
    texts,
    flag: (name) => booleanInput(name, text(name), false),
    async files(name, maximumBytes) {
      const content = text(name)
      if (content?.includes('-----BEGIN')) return [{ name, bytes: new TextEncoder().encode(content) }]
      return Promise.all(
        texts(name).map(async (path) => ({ name: path, bytes: await readPath(name, path, maximumBytes, files) })),
      )
    },
  }
}

/** As YAML 1.2 writes booleans. @throws ReleaseSigningError `usage` */
export function booleanInput(name: string, text: string | undefined, defaultValue: boolean): boolean {
  if (text === undefined) return defaultValue
  if (/^(true|True|TRUE)$/.test(text)) return true
  if (/^(false|False|FALSE)$/.test(text)) return false
  throw new ReleaseSigningError('usage', `${name}: ${text} is neither true nor false`)
}

/**
 * The patterns of the input `artifacts`.
 *
 * @param instead inputs with one of which it may lack
 * @throws ReleaseSigningError `input-missing`
 */
export function artifactPatterns(environment: Environment, instead: readonly string[]): readonly string[] {
  // Not trimmed: a file may be called so.
  const patterns = splitArtifactsInput(environment.INPUT_ARTIFACTS ?? '')
  if (patterns.length > 0 || instead.some((name) => inputText(environment, name) !== undefined)) return patterns
  throw missing('artifacts', 'Give file names or patterns, one a line, or digests with checksums-file.')
}

async function readPath(
  name: string,
  path: string,
  maximumBytes: number,
  files: Pick<Files, 'read'>,
): Promise<Uint8Array> {
  try {
    return await files.read(path, maximumBytes)
  } catch (error) {
    // What is no path may be the body of a key that lost its PEM lines, and must not be repeated. Base64 has no dot.
    if (path.includes('.') || !(error instanceof ReleaseSigningError)) throw error
    throw new ReleaseSigningError(error.code, `${name}: its value is no PEM text, and no file that can be read`, {
      hint: 'Give the path of a file, relative to the workspace; a certificate may be PEM text with its BEGIN and END lines.',
    })
  }
}
