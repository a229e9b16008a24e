/**
 * Makes text from outside (file names, names in certificates, messages of servers) safe where it is printed. Nothing
 * else in this program escapes.
 */

/** C0 and C1 controls, line and paragraph separators, what turns or hides text, and halves of surrogate pairs. */
const unprintable =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e0fff}]/gu

const names: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0
  const hex = code.toString(16)
  if (code <= 0xff) return names[character] ?? `\\x${hex.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\u{${hex}}`
}

/** One line that shows what is there: nothing in it moves the cursor, colours, hides, reverses or breaks the line. */
export const printable = (text: string): string => text.replace(unprintable, escapeCharacter)

/**
 * A whole line of output, made of our words and printable text: the runner reads no workflow command in it. Commands
 * are lines that begin with `::`, and `##[` anywhere.
 */
export const outputLine = (line: string): string => line.replace(/^(\s*)::/, '$1\\x3a:').replaceAll('##[', '#\\x23[')

/** JSON that is all printable ASCII where it matters, and holds no workflow command either. */
export const jsonText = (value: unknown): string =>
  JSON.stringify(value, undefined, 2)
    .replaceAll('##[', '#\\u0023[')
    .replace(/[^\n]/gu, (character) => character.replace(unprintable, jsonEscape))

const jsonEscape = (character: string): string =>
  Array.from(
    { length: character.length },
    (_, i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`,
  ).join('')

/** Text within Markdown, table cells included: every character that could mean something becomes an entity. */
export const markdownText = (text: string): string =>
  printable(text).replace(/[^\p{L}\p{N} ,;'"/=]/gu, (character) => `&#${character.codePointAt(0)};`)

/** The same in a fixed-width font. */
export const markdownCode = (text: string): string => `<code>${markdownText(text)}</code>`

/** A link, where the address is one of the web; else the text alone. */
export function markdownLink(text: string, address: string): string {
  if (!/^https?:\/\//.test(address) || !URL.canParse(address)) return markdownText(text)
  const href = new URL(address).href.replace(/["<>`\\|]/g, encodeURIComponent)
  return `[${markdownText(text)}](<${href.replaceAll('&', '&amp;')}>)`
}

/** A block of code in Markdown that its content cannot end. */
export function markdownBlock(language: string, content: string): string {
  const longest = Math.max(2, ...[...content.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${content}\n${fence}`
}

/** One word of a POSIX shell command, for people to paste. With control characters it is written as bash reads it. */
export function shellWord(text: string): string {
  if (/^[\w/.,:=@%+][\w/.,:=@%+-]*$/.test(text)) return text
  if (text.search(unprintable) === -1) return `'${text.replaceAll("'", `'\\''`)}'`
  const quoted = text.replace(/['\\]/g, '\\$&').replace(unprintable, (character) => {
    const short = names[character]
    if (short !== undefined) return short
    return [...new TextEncoder().encode(character)].map((octet) => `\\x${octet.toString(16).padStart(2, '0')}`).join('')
  })
  return `$'${quoted}'`
}

/** A file as an argument of a command: what begins with a dash is no option. */
export const shellFile = (path: string): string => shellWord(path.startsWith('-') ? `./${path}` : path)
