import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { inputsDocument } from '../../scripts/inputs.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')

test('docs/inputs.md says what the metadata says; `npm run docs` writes it', () => {
  expect(read('docs/inputs.md')).toBe(inputsDocument())
})

test.each(['npm ci && npm run demo', 'npm ci && npm test'])('%s stands there word for word', (command) => {
  expect(readme).toContain(`\n\`\`\`sh\n${command}\n\`\`\`\n`)
})

test('steps use inputs that there are', () => {
  const metadata = { '': read('action.yml'), verify: read('verify/action.yml') }
  const steps = [...readme.matchAll(/- uses: OWNER\/kms-release-signing\/?(\w*)@COMMIT\n +with:\n((?: {10}.+\n)+)/g)]
  expect(steps).toHaveLength(3)
  for (const [, action = '', inputs = ''] of steps) {
    const known = Object.keys(parse(action === 'verify' ? metadata.verify : metadata['']).inputs)
    expect(known).toEqual(expect.arrayContaining(Object.keys(parse(inputs))))
  }
})

describe('links', () => {
  const documents = globSync(['*.md', 'docs/*.md'], { cwd: root }).sort()
  test.each(documents)('of %s lead somewhere', (document) => {
    const targets = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([])
  })
})
