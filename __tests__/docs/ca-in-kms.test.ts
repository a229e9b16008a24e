// Every command of docs/ca-in-kms.md, as it stands there, against the stand-in for AWS.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { type Aws, startAws } from '../../dev/aws.ts'
import { encodeRegister, parseRegister } from '../../src/identity/register-text.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { titledBlock } from '../support/documents.ts'
import { temporaryFolder } from '../support/folder.ts'

const document = 'docs/ca-in-kms.md'
const folder = temporaryFolder()
let aws: Aws

beforeAll(async () => {
  await builtBundle()
  aws = await startAws()
  folder.write('app.tar.gz', 'an archive')
})
afterAll(() => aws.close())

/** The words of each command in a block, quotes taken off. */
const commandsOf = (title: string): readonly (readonly string[])[] =>
  titledBlock(document, title)
    .replaceAll('\\\n', ' ')
    .trim()
    .split('\n')
    .map((line) => [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, word]) => quoted ?? word ?? ''))

async function run(title: string, change = (word: string) => word): Promise<void> {
  for (const [program, ...words] of commandsOf(title)) {
    expect(program).toBe('kms-release-signing')
    const { status, stderr } = await cli(words.map(change), { cwd: folder.path, env: aws.environment })
    expect({ words, status, stderr }).toMatchObject({ status: 0, stderr: '' })
  }
}

const register = () => readFileSync(folder.at('ca', 'register.txt'), 'utf8')

test('goes from nothing to a verified release', async () => {
  for (const title of ['keys', 'root', 'issuing CA', 'signer', 'lists', 'release']) await run(title)
  expect(register()).toMatch(/end certificates=3 revoked=0 crls=2\n$/)
})

test('and revokes the signer, whose release is then refused', async () => {
  const [, serial = ''] = /certificate (\w+)\n {2}profile code-signing/.exec(register()) ?? []
  await run('revocation', (word) => (word === 'SERIAL' ? serial : word))
  const [, [, ...verify] = []] = commandsOf('release')
  const refused = await cli(verify, { cwd: folder.path })
  expect(refused).toMatchObject({ status: 1, stdout: expect.stringContaining('certificate-revoked') })
})

test('shows a register as it is written', () => {
  const text = titledBlock(document, 'register')
  expect(encodeRegister(parseRegister(text, document))).toBe(text)
})
