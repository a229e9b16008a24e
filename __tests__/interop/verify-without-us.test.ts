import { spawnSync } from 'node:child_process'
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { createAuthority, extension, generalName, purpose } from '../../dev/pki.ts'
import { startTimestampAuthority, type TestTimestampAuthority } from '../../dev/timestamp-authority.ts'
import { createTimestampAuthority } from '../../src/adapters/timestamp/timestamp-authority.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { testWithCosign } from '../support/cosign.ts'
import { testWithOpenssl, testWithOpenssl35 } from '../support/openssl.ts'
import { createLocalSigner, createWorkspace, named, signPorts, signRequest } from '../support/release.ts'

const text = readFileSync(join(import.meta.dirname, '../../docs/verify-without-us.md'), 'utf8')

interface Block {
  readonly title: string
  readonly script: string
  readonly needs: 'openssl' | 'openssl 3.5' | 'cosign'
}

/** The shell scripts of the document, in their order; a later one may use what an earlier one wrote. */
const blocks: readonly Block[] = [...text.matchAll(/(<!-- openssl 3\.5 -->\n)?```sh\n([\s\S]*?)```/g)].map(
  ([, newest, script = '']) => ({
    title: script.split('\n')[0] ?? '',
    script: newest === undefined ? script : script.replaceAll('openssl ', 'openssl-3.5 '),
    needs: newest !== undefined ? 'openssl 3.5' : script.startsWith('cosign') ? 'cosign' : 'openssl',
  }),
)

const testWith = { openssl: testWithOpenssl, 'openssl 3.5': testWithOpenssl35, cosign: testWithCosign }

const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const leaf = authority.issue({ san: [generalName.uri('https://example.com/release')] })
const tsaRoot = createAuthority({ subject: 'TSA Root' })
const workspace = createWorkspace()
const clock = () => new Date()

let tsa: TestTimestampAuthority
beforeAll(async () => {
  tsa = await startTimestampAuthority({ authority: tsaRoot.issueAuthority({ subject: 'TSA CA' }) })
})
afterAll(() => tsa.close())

/** The release that the document speaks of, in a folder of its own. */
async function prepare(): Promise<string> {
  const artifacts = workspace.write({ 'app.tar.gz': 'content\n' })
  writeFileSync(workspace.path('root.pem'), root.rootPem)
  writeFileSync(workspace.path('tsa-root.pem'), tsaRoot.rootPem)
  const timestamp = {
    urls: [tsa.url],
    rootCertificates: [named('tsa-root.pem', tsaRoot.rootPem)],
    unsafeUnpinned: false,
    required: true,
  }
  const request = signRequest(leaf, artifacts, {
    sidecars: ['cms', 'attestation'],
    repository: 'example/app',
    tag: 'v1.2.3',
    trustedRoot: workspace.path('trusted_root.json'),
    timestamp,
  })
  const timestampAuthority = (
    urls: readonly string[],
    trust: Parameters<typeof createTimestampAuthority>[0]['trust'],
  ) => createTimestampAuthority({ urls, trust })
  await signRelease(request, signPorts(createLocalSigner(leaf.key), { clock, timestampAuthority }))
  return workspace.path('.')
}

function run(folder: string, script: string) {
  const env = { ...process.env, HOME: folder }
  const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    encoding: 'utf8',
    env,
  })
  return { status, output: stdout + stderr }
}

/** All blocks up to this one, but those that need another tool. */
const upTo = (index: number): string =>
  blocks
    .slice(0, index + 1)
    .filter(({ needs }, i) => i === index || needs === 'openssl')
    .map(({ script }) => script)
    .join('\n')

describe('docs/verify-without-us.md', () => {
  for (const [index, { title, needs }] of blocks.entries()) {
    testWith[needs](`${index + 1}: ${title}`, async () => {
      expect(run(await prepare(), upTo(index))).toMatchObject({ status: 0 })
    })
  }

  const about = (start: string) => blocks.filter(({ script }) => script.startsWith(start))

  testWithOpenssl('what looks at the artifact refuses another one', async () => {
    const folder = await prepare()
    appendFileSync(join(folder, 'app.tar.gz'), '!')
    const signatures = about('openssl cms -verify').filter(({ needs }) => needs === 'openssl')
    expect(signatures).toHaveLength(1)
    for (const { script } of signatures) {
      expect(run(folder, script).status).not.toBe(0)
    }
    const statement = about('jq -r .dsseEnvelope.payload')[0]?.script ?? ''
    const names = about('jq -e --arg digest "$(openssl dgst -sha256 -r app.tar.gz')[0]?.script ?? ''
    expect(names).not.toBe('')
    expect(run(folder, statement + names).status).not.toBe(0)
  })

  testWithOpenssl('the path refuses another root, and the purpose a leaf of another', async () => {
    const [script = ''] = about('openssl cms -verify')
      .filter(({ needs }) => needs === 'openssl')
      .map(({ script }) => script)
    const folder = await prepare()
    expect(run(folder, script).status).toBe(0)
    writeFileSync(join(folder, 'root.pem'), createAuthority({ subject: 'Root' }).rootPem)
    expect(run(folder, script).status).not.toBe(0)
    const other = authority.issue({
      extensions: { extendedKeyUsage: extension.extendedKeyUsage(purpose.emailProtection) },
    })
    writeFileSync(join(folder, 'signer.pem'), other.certificatePem)
    expect(run(folder, script.slice(script.indexOf('openssl x509'))).status).not.toBe(0)
  })

  testWithOpenssl('time stamps of a stranger are refused', async () => {
    const folder = await prepare()
    writeFileSync(join(folder, 'tsa-root.pem'), createAuthority({ subject: 'TSA Root' }).rootPem)
    const scripts = blocks.filter(({ script }) => script.includes('openssl ts -verify'))
    expect(scripts).toHaveLength(2)
    for (const { script } of scripts) expect(run(folder, script).status).not.toBe(0)
  })
})
