import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')

/** A block of a Markdown file by its title, as after ```` ```json title="NAME" ````. */
export function titledBlock(document: string, title: string): string {
  const text = readFileSync(join(root, document), 'utf8')
  for (const [, info = '', block = ''] of text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
    if (info.includes(`title="${title}"`)) return block
  }
  throw new Error(`${document} has no block with the title ${title}`)
}
