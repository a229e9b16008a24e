import { utf8 } from '../../bytes.ts'
import { contextPrimitive } from '../../der/tag.ts'
import { der } from '../../der/writer.ts'
import { ReleaseSigningError } from '../../error.ts'
import { isAbsoluteUri, parseMailbox } from '../internet-name.ts'

/** Names of a signer, each as RFC 5280 section 4.2.1.6 has it. */
export interface AlternativeNames {
  readonly uris: readonly string[]
  readonly emails: readonly string[]
}

/**
 * GeneralNames, URIs first, each once.
 *
 * @throws ReleaseSigningError `alternative-name-malformed`
 */
export const encodeAlternativeNames = ({ uris, emails }: AlternativeNames): readonly Uint8Array[] => [
  ...[...new Set(uris)].map(encodeUri),
  ...[...new Set(emails)].map(encodeEmail),
]

/** The characters of RFC 3986 section 2; an authority, where there is one, names a host. */
const uriCharacters = /^[a-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/i
const emptyHost = /^[^:]+:\/\/(?:[^/?#@]*@)?(?:[:/?#]|$)/

/** An absolute URI as a GeneralName. @throws ReleaseSigningError `alternative-name-malformed` */
export function encodeUri(text: string): Uint8Array {
  if (!isAbsoluteUri(text) || !uriCharacters.test(text) || emptyHost.test(text)) {
    throw malformed(text, 'no absolute URI', 'Write it whole, such as https://example.com/releases.')
  }
  return der(contextPrimitive(6), utf8(text))
}

function encodeEmail(text: string): Uint8Array {
  if (parseMailbox(text) === undefined) throw malformed(text, 'no email address', 'Write it as name@example.com.')
  return der(contextPrimitive(1), utf8(text))
}

const malformed = (text: string, problem: string, hint: string) =>
  new ReleaseSigningError('alternative-name-malformed', `${text} is ${problem}`, {
    rule: 'RFC 5280 section 4.2.1.6',
    hint,
  })
