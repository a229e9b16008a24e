import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** So many characters in a row of a secret are a part of it that counts. */
const piece = 16

/**
 * Where a text holds a secret, or a good part of one: as it is, and as it would stand in an address, in base64, in
 * hexadecimal or in JSON.
 *
 * @returns what leaked, without the rest of it
 */
export function leaksIn(text: string, secrets: readonly string[]): readonly string[] {
  return secrets.map(secretPart).flatMap((secret) => {
    const forms = [
      secret,
      encodeURIComponent(secret),
      JSON.stringify(secret).slice(1, -1),
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('hex'),
    ]
    return forms.flatMap((form) => {
      // Pieces that follow each other: whatever is longer than two of them holds one.
      for (let at = 0; at + piece <= form.length; at += piece) {
        const part = form.slice(at, at + piece)
        if (text.includes(part)) return [`${part.slice(0, 6)}…`]
      }
      return []
    })
  })
}

/** What an identity token says is no secret; its signature is what makes it one. */
const secretPart = (secret: string): string =>
  /^eyJ[\w-]+\.[\w-]+\.(?<signature>[\w-]+)$/.exec(secret)?.groups?.signature ?? secret

/** All files below a folder, as text. */
export const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => `${path}\n${readFileSync(path, 'latin1')}`)
