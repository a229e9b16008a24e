import { ReleaseSigningError } from '../core/error.ts'
import type { OptionValues } from '../entry/option.ts'
import type { Files } from '../release/ports.ts'
import type { Arguments } from './arguments.ts'

/** The options of a command line, as requests are read from. */
export function optionValues<Name extends string>(
  { values }: Arguments,
  files: Pick<Files, 'read'>,
): OptionValues<Name> {
  const texts = (name: Name) => values.get(name) ?? []
  const label = (name: Name) => `--${name}`
  return {
    label,
    texts,
    flag: (name) => values.has(name),
    text: (name) => texts(name)[0],
    files: (name, maximumBytes) =>
      Promise.all(
        texts(name).map(async (path) => {
          if (path.includes('-----BEGIN')) throw textForFile(label(name))
          return { name: path, bytes: await files.read(path, maximumBytes) }
        }),
      ),
  }
}

/** The text may be a private key, so it is not repeated. */
const textForFile = (label: string) =>
  new ReleaseSigningError('usage', `${label} holds PEM text where it takes the name of a file`, {
    hint: 'Put the text into a file. A private key among it must be replaced: it is in the history of this shell.',
  })
