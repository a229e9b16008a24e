// The commands of docs/formats.md, as they are printed, on sidecars that we made.
import { writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from '@jest/globals'
import { createAuthority } from '../../dev/pki.ts'
import { run } from '../../dev/process.ts'
import { titledBlock } from '../support/documents.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'
import { signedRelease, signerIdentity } from '../support/signed-release.ts'

describeWith(['openssl', 'sh', 'sed', 'grep'], 'the commands for OpenSSL', () => {
  const folder = temporaryFolder()
  const sh = (title: string) => run('sh', ['-c', titledBlock('docs/formats.md', title)], { cwd: folder.path })

  beforeAll(async () => {
    await signedRelease(folder.path)
  })

  test('verify a sidecar', async () => {
    expect(await sh('verify')).toMatchObject({ status: 0 })
  })

  test('refuse a changed artifact', async () => {
    writeFileSync(folder.at('app.tar.gz'), 'another archive\n')
    expect(await sh('verify')).not.toMatchObject({ status: 0 })
    writeFileSync(folder.at('app.tar.gz'), 'an archive\n')
  })

  test('print the signer', async () => {
    const { status, stdout } = await sh('signer')
    expect(status).toBe(0)
    expect(stdout).toContain(signerIdentity)
    expect(stdout).toContain('Code Signing')
  })

  test('print the five signed attributes', async () => {
    const { stdout } = await sh('attributes')
    expect(stdout.trim().split('\n')).toHaveLength(5)
  })

  test('refuse another root', async () => {
    writeFileSync(folder.at('root.pem'), createAuthority({ subject: 'Example Root' }).rootPem)
    expect(await sh('verify')).not.toMatchObject({ status: 0 })
  })
})
