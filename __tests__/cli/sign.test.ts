import { describe, expect, test } from '@jest/globals'
import { cli } from '../support/bundle.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, write, files } = signSteps()

/** With credentials from the environment, as on a laptop. */
const sign = (...args: readonly string[]) => {
  const { aws, workspace, alias } = scene()
  const common = ['--kms-key-id', alias, '--certificate-chain', 'chain.pem', '--root-certificate', 'root.pem']
  return cli(['sign', ...common, ...args], { cwd: workspace, env: aws.environment })
}

describe('sign', () => {
  test('signs the digests in a list without the files, and says so', async () => {
    write('SHA256SUMS', `${'ab'.repeat(32)}  gone.zip\n`)
    const release = ['--repository', 'example/project', '--tag', 'v1.0.0']
    const checksums = ['--checksums-file', `${folder()}/SHA256SUMS`]
    const result = await sign('--json', ...release, ...checksums)
    expect(result).toMatchObject({ status: 0 })
    expect(result.stderr).toMatch(/signed unseen.*gone\.zip \(signed unseen, by its digest\)\n {2}sha256 (ab){32}\n/s)
    const attestation = `${folder()}/example-project-v1.0.0.release.sigstore.json`
    expect(JSON.parse(result.stdout)).toMatchObject({
      signed: 1,
      artifacts: [],
      unseen: [{ name: 'gone.zip', digests: { sha256: 'ab'.repeat(32) } }],
      attestation,
    })
    const args = ['verify', '--root-certificate', 'root.pem', '--certificate-identity', scene().identity, '--complete']
    const verdict = await cli([...args, ...checksums], { cwd: scene().workspace })
    expect(verdict).toMatchObject({ status: 0, stdout: expect.stringContaining('1 of them by digest alone') })
    expect(await sign(...release, ...checksums, '--sidecars', 'cms')).toMatchObject({ status: 2 })
    expect(await sign(...release)).toMatchObject({ status: 2, stderr: expect.stringContaining('no artifact is named') })
  })

  test('signs, and what it wrote verifies', async () => {
    const result = await sign(`${folder()}/app.*`)
    expect(result).toMatchObject({ status: 0, stderr: '' })
    expect(result.stdout).toMatch(/wrote case-\d+\/app\.zip\.p7s.*2 artifacts signed and verified\.\n$/s)
    expect(files()).toEqual(['app.txt', 'app.txt.p7s', 'app.zip', 'app.zip.p7s'])
    const args = ['verify', '--root-certificate', 'root.pem', '--certificate-identity', scene().identity]
    const verdict = await cli([...args, `${folder()}/app.*`], { cwd: scene().workspace })
    expect(verdict.status).toBe(0)
  })

  test('--json prints one document in the exact shape, and all else on standard error', async () => {
    const release = ['--repository', 'Example/Project', '--repository-id', '7', '--tag', 'v1.0.0']
    const { status, stdout, stderr } = await sign('--json', ...release, `${folder()}/app.*`)
    expect(status).toBe(0)
    expect(stderr).toContain('2 artifacts signed and verified.')
    const sha256 = expect.stringMatching(/^[0-9a-f]{64}$/)
    const artifact = (name: string) => ({
      path: `${folder()}/${name}`,
      sha256,
      sidecars: [`${folder()}/${name}.p7s`],
    })
    const attestation = `${folder()}/example-project-v1.0.0.release.sigstore.json`
    const { kmsRequestIds, ...document } = JSON.parse(stdout)
    expect(document).toEqual({
      signed: 2,
      artifacts: [artifact('app.txt'), artifact('app.zip')],
      attestation,
      certificate: { sha256, notAfter: expect.stringMatching(/^2.*Z$/) },
    })
    const sent = scene().aws.signCalls().slice(-3)
    expect([...kmsRequestIds].sort()).toEqual(sent.map(({ requestId }) => requestId).sort())

    const inspected = await cli(['inspect', '--json', attestation], { cwd: scene().workspace })
    expect(JSON.parse(inspected.stdout)).toMatchObject([
      {
        path: attestation,
        kind: 'attestation',
        release: { repository: 'example/project', tag: 'v1.0.0', packageId: '7' },
        artifacts: [{ name: 'app.txt' }, { name: 'app.zip' }],
        signer: { sha256: document.certificate.sha256 },
      },
    ])
    expect((await cli(['inspect', attestation], { cwd: scene().workspace })).stdout).toContain(
      'release example/project v1.0.0',
    )
  })

  test('--dry-run asks for everything and writes nothing', async () => {
    const before = scene().aws.signCalls().length
    const { status, stdout } = await sign('--dry-run', `${folder()}/app.*`)
    expect(status).toBe(0)
    expect(stdout).toContain('Nothing was signed or written.')
    expect(files()).toEqual(['app.txt', 'app.zip'])
    expect(scene().aws.signCalls().length).toBe(before)
  })

  test('a sidecar that the pattern catches is passed over with a notice', async () => {
    await sign(`${folder()}/app.*`)
    const { status, stderr } = await sign(`${folder()}/app.*`)
    expect(status).toBe(0)
    expect(stderr).toMatch(/^kms-release-signing: passed over: case-\d+\/app\.txt\.p7s/)
  })

  test.each([
    ['two keys', ['--kms-key-id=alias/none'], 'is given more than once', 2],
    ['an attestation without a tag', ['--sidecars', 'attestation'], 'tag', 2],
    ['a repository that is none', ['--repository', 'x', '--tag', 'v1'], 'repository-invalid', 2],
    ['an algorithm that the key does not do', ['--signing-algorithm', 'RSASSA_PSS_SHA_256'], 'algorithm-mismatch', 1],
    ['a directory that cannot be made', ['--output-directory', 'chain.pem/out'], 'file-unwritable', 1],
  ] as const)('%s is refused, and nothing is written', async (_, args, message, status) => {
    const result = await sign(...args, `${folder()}/app.*`)
    expect(result).toMatchObject({ status, stdout: '' })
    expect(result.stderr).toContain(message)
    expect(result.stderr).not.toMatch(/^\s+at /m)
    expect(files()).toEqual(['app.txt', 'app.zip'])
  })

  test('another file where a sidecar belongs stops the run, by name', async () => {
    write('app.zip.p7s', 'somebody else wrote this')
    const result = await sign(`${folder()}/app.zip`)
    expect(result.status).toBe(1)
    expect(result.stderr).toContain('app.zip.p7s')
  })
})
