import { chmodSync, readdirSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { type CmsOptions, type CmsSigner, makeCms } from '../../dev/cms.ts'
import { type Authority, createAuthority, generateKey } from '../../dev/pki.ts'
import { createOpensslOpinion } from '../../src/adapters/openssl.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import { signatureAlgorithms } from '../../src/core/algorithm.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { environmentForTest } from '../support/environment.ts'
import { temporaryFolder } from '../support/folder.ts'
import { testWithOpenssl } from '../support/openssl.ts'

const folder = temporaryFolder()
const setEnvironment = environmentForTest()
const root = createAuthority({ subject: 'Root' })
const authority = root.issueAuthority({ subject: 'CA' })
const signer = authority.issue({ subject: 'Signer', profile: 'code-signing' })
const content = utf8('artifact')
const artifact = folder.write('artifact', content)
const at = new Date('2026-11-24T00:00:00Z')

interface Asked {
  readonly signer?: CmsSigner
  readonly cms?: CmsOptions
  readonly artifact?: string
  readonly anchors?: readonly Authority[]
  readonly at?: Date
  readonly command?: string
}

const ask = (asked: Asked = {}) =>
  createOpensslOpinion({ timers: systemTimers, command: asked.command }).verify({
    artifact: asked.artifact ?? artifact,
    sidecar: makeCms(asked.signer ?? signer, content, asked.cms),
    anchors: (asked.anchors ?? [root]).map(({ certificate }) => certificate),
    at: asked.at ?? at,
  })

describe('the OpenSSL of this machine', () => {
  const rows = signatureAlgorithms.flatMap((row) => row.keySpecs.map((spec) => [row.name, spec, row.scheme] as const))

  testWithOpenssl.each(rows)(
    'agrees on %s with a key of spec %s, or says that it cannot tell',
    async (name, spec, scheme) => {
      const owner = authority.issue({ subject: 'Signer', profile: 'code-signing', key: generateKey(spec) })
      const { verdict, detail } = await ask({ signer: owner, cms: { algorithm: name } })
      // Ed25519 and ML-DSA in CMS came with OpenSSL 3.5.
      const isOld = !['rsa-pkcs1', 'rsa-pss', 'ecdsa'].includes(scheme)
      expect({ verdict, detail }).toEqual({
        verdict: isOld ? expect.stringMatching(/^(agrees|unable)$/) : 'agrees',
        detail: expect.any(String),
      })
    },
  )

  testWithOpenssl('disagrees on what is wrong, and says why', async () => {
    const foreign = createAuthority({ subject: 'Root' })
    const wrong: readonly (readonly [Asked, RegExp])[] = [
      [{ artifact: folder.write('tampered', 'Artifact') }, /verification failure|digest/i],
      [{ anchors: [foreign] }, /verify error/i],
      [{ at: new Date('2036-01-01T00:00:00Z') }, /expired/i],
      [{ cms: { signedBytes: utf8('another') } }, /./],
      [{ cms: { contentType: utf8('0123') } }, /./],
    ]
    for (const [asked, reason] of wrong) {
      const { verdict, detail } = await ask(asked)
      expect({ asked, verdict, detail }).toEqual({ asked, verdict: 'disagrees', detail: expect.stringMatching(reason) })
    }
  })

  testWithOpenssl('trusts the anchors and nothing else of this machine', async () => {
    setEnvironment({ SSL_CERT_FILE: folder.write('root.pem', root.certificatePem) })
    expect((await ask({ anchors: [createAuthority({ subject: 'Other' })] })).verdict).toBe('disagrees')
  })

  testWithOpenssl('takes an anchor that is not self-signed', async () => {
    expect((await ask({ anchors: [authority] })).verdict).toBe('agrees')
  })

  testWithOpenssl.each(['with space', "it's", '-rf', 'ä', '$(touch x)', '; echo', '"quoted"', 'new\nline'])(
    'takes an artifact of the name %j',
    async (name) => {
      if (process.platform === 'win32') return
      expect((await ask({ artifact: folder.write(`odd/${name}`, content) })).verdict).toBe('agrees')
    },
  )

  testWithOpenssl('cannot tell of an artifact that is not there', async () => {
    const { verdict, detail } = await ask({ artifact: folder.at('gone') })
    expect(verdict).toBe('unable')
    expect(detail).toContain('gone')
  })

  testWithOpenssl('leaves nothing behind', async () => {
    const temporary = folder.at('temporary')
    folder.write('temporary/mine')
    setEnvironment({ TMPDIR: temporary, TEMP: temporary, TMP: temporary })
    await ask()
    await ask({ artifact: folder.at('gone') })
    expect(readdirSync(temporary)).toEqual(['mine'])
  })
})

describe('another program in its place', () => {
  const script = (name: string, version: string, verify = 'exit 0') => {
    const path = folder.write(name, `#!/bin/sh\nif [ "$1" = version ]; then echo "${version}"; exit 0; fi\n${verify}\n`)
    chmodSync(path, 0o755)
    return path
  }
  const testWithShell = process.platform === 'win32' ? test.skip : test

  testWithShell.each([['LibreSSL 3.3.6'], ['OpenSSL 1.1.1w  11 Sep 2023'], ['something else']])(
    '%s is not asked',
    async (version) => {
      expect(await ask({ command: script(version, version) })).toEqual({
        verdict: 'unable',
        detail: `OpenSSL 3.0 or newer is needed, this is ${version}`,
      })
    },
  )

  test('none at all is told of', async () => {
    const { verdict, detail } = await ask({ command: folder.at('nowhere', 'openssl') })
    expect(verdict).toBe('unable')
    expect(detail).toContain('could not be run')
  })

  const error = (reason: string) => `echo '00:error:0308010C:digital envelope routines:f:${reason}:a.c:1:' >&2; exit 4`

  testWithShell.each([
    ['what it does not do', error('unsupported'), 'unable'],
    ['a failed verification', error('verification failure'), 'disagrees'],
    ['an option that it does not know', 'echo "cms: Unknown option: -cades" >&2; exit 1', 'unable'],
    ['a sidecar that it cannot read', 'echo "Error reading SMIME Content Info" >&2; exit 2', 'disagrees'],
    ['a crash', 'kill -SEGV $$', 'unable'],
  ])('%s is told apart', async (name, verify, verdict) => {
    expect((await ask({ command: script(name, 'OpenSSL 3.5.0', verify) })).verdict).toBe(verdict)
  })

  testWithShell('one that never ends is not waited for', async () => {
    const command = script('slow', 'OpenSSL 3.5.0', 'exec sleep 0.5')
    const timers = { sleep: (_: number, signal?: AbortSignal) => systemTimers.sleep(100, signal) }
    const opinion = createOpensslOpinion({ command, timers })
    const anchors = [root.certificate]
    const { verdict, detail } = await opinion.verify({ artifact, sidecar: makeCms(signer, content), anchors, at })
    expect(verdict).toBe('unable')
    expect(detail).toContain('no verdict within 60 s')
  })
})
