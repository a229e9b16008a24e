import { beforeAll, describe, expect, test } from '@jest/globals'
import { generalName } from '../../dev/pki.ts'
import { bytesToHex } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { encodeMessageBundle } from '../../src/core/message-bundle.ts'
import { encodeCertificatePem } from '../../src/core/x509/pem.ts'
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

  test('knows the kinds that are over the bytes of artifacts, and the certificates beside them', async () => {
    const { leaf, ca } = await release
    const digest = Uint8Array.from({ length: 32 }, (_, i) => i)
    // An ECDSA signature is DER, as CMS is.
    const signature = leaf.key.sign('ECDSA_SHA_256', digest)
    folder.write('app.zip.sig', signature)
    folder.write('app.zip.sigstore.json', encodeMessageBundle({ hash: 'sha256', digest, signature }))
    folder.write('app.certificates.pem', encodeCertificatePem(leaf.chain))
    const paths = ['app.zip.sig', 'app.zip.sigstore.json', 'app.certificates.pem']
    const { status, stdout } = await cli(['inspect', '--json', ...paths], { cwd: folder.path })
    expect(status).toBe(0)
    const inspections: { path: string }[] = JSON.parse(stdout)
    const shown = new Map(inspections.map(({ path, ...inspection }) => [path, inspection]))
    const signatureBytes = signature.length
    expect(shown.get('app.zip.sig')).toEqual({ kind: 'signature', signatureBytes })
    expect(shown.get('app.zip.sigstore.json')).toEqual({
      kind: 'message-bundle',
      digest: { algorithm: 'sha256', value: bytesToHex(digest) },
      signatureBytes,
    })
    expect(shown.get('app.certificates.pem')).toMatchObject({
      kind: 'certificates',
      certificates: [leaf, ca].map(({ certificate }) => ({ sha256: sha256Hex(certificate) })),
    })
    const text = await cli(['inspect', ...paths], { cwd: folder.path })
    expect(text.stdout).toContain(`(signature), ${signatureBytes} bytes`)
    expect(text.stdout).toContain(`the sha256 ${bytesToHex(digest)}`)
    expect(text.stdout).toContain('subject  CN=Example Issuing CA')
    expect(text.stdout).not.toMatch(/[^\P{Cc}\n]|^\s*::/mu)
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
