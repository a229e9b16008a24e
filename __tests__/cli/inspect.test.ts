import { beforeAll, describe, expect, test } from '@jest/globals'
import { generalName } from '../../dev/pki.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { builtBundle, cli } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { expectScript } from '../support/script.ts'
import { signedRelease, signerIdentity } from '../support/signed-release.ts'

const folder = temporaryFolder()
const odd = { O: 'Example, "Inc."', CN: ' Release+#\u001b[31m\n::error::' }
const release = signedRelease(
  folder.path,
  { 'app.zip': 'x' },
  { subject: odd, san: [generalName.uri(signerIdentity), generalName.email('release@example.org')] },
)
beforeAll(async () => {
  await Promise.all([builtBundle(), release])
}, 60_000)

describe('inspect', () => {
  test('shows what is in a sidecar as one JSON document', async () => {
    const { leaf, ca } = await release
    folder.write('garbage.p7s', 'garbage')
    const { status, stdout } = await cli(['inspect', '--json', 'app.zip.p7s', 'garbage.p7s'], { cwd: folder.path })
    expect(status).toBe(1)
    const [sidecar, garbage] = JSON.parse(stdout)
    expect(sidecar).toMatchObject({
      path: 'app.zip.p7s',
      kind: 'cms',
      algorithm: 'ECDSA_SHA_256',
      digest: { algorithm: 'sha256', value: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881' },
      signingTime: expect.stringMatching(/^2.*Z$/),
      signer: {
        sha256: sha256Hex(leaf.certificate),
        issuer: 'CN=Example Issuing CA',
        notAfter: '2034-12-31T23:59:59.000Z',
        key: { type: 'ec', bits: 256 },
        subjectAlternativeNames: [
          { kind: 'uri', value: signerIdentity },
          { kind: 'email', value: 'release@example.org' },
        ],
      },
      certificates: [{ subject: 'CN=Example Issuing CA', sha256: sha256Hex(ca.certificate) }],
      timestamp: null,
    })
    expect(garbage).toMatchObject({ path: 'garbage.p7s', code: expect.any(String), message: expect.any(String) })
  })

  test('the subject it prints is the one that verify takes, and is safe to print', async () => {
    await release
    const { stdout } = await cli(['inspect', 'app.zip.p7s'], { cwd: folder.path })
    expect(stdout).not.toMatch(/[^\P{Cc}\n]|^\s*::/mu)
    const subject = /signer .*\n {4}subject {2}(.*)/.exec(stdout)?.[1] ?? ''
    expect(subject).not.toBe('')
    const args = ['verify', '--root-certificate', 'root.pem', '--certificate-subject', subject, 'app.zip']
    await expectScript(folder.path, { args, status: 0 })
  })

  test('verifies nothing: a tampered artifact does not matter to it', async () => {
    await release
    folder.write('app.zip', 'another')
    await expectScript(folder.path, {
      args: ['inspect', 'app.zip.p7s'],
      status: 0,
      stdout: 'nothing is verified here',
      stderr: '',
    })
  })
})
