import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'
import { readmeWithTables } from '../../scripts/readme.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')

test('the tables say what the metadata says; `node scripts/readme.ts` writes them', () => {
  expect(readmeWithTables(readme)).toBe(readme)
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
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
    'docs/aws-setup.md',
    'docs/formats.md',
    'docs/identity.md',
    'docs/interoperability.md',
    'docs/private-ca.md',
    'docs/publishing.md',
    'docs/sign-existing-release.md',
    'docs/verify-without-us.md',
  ]
  test.each(documents)('of %s lead somewhere', (document) => {
    const targets = [...read(document).matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target)
    expect(targets.filter((target) => !existsSync(join(root, dirname(document), target)))).toEqual([])
  })
})
