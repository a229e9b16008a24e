import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { cli } from '../support/bundle.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, write, files, sign } = signSteps()

describe('sign action', () => {
  test('signs with a role assumed by OIDC, and says what it did', async () => {
    const result = await sign()
    expect(result).toMatchObject({ outcome: 'success', stderr: '', exported: {} })
    const sidecars: readonly string[] = JSON.parse(result.outputs.sidecars ?? '')
    expect(sidecars).toEqual(expect.arrayContaining([`${folder()}/app.txt.p7s`, `${folder()}/app.zip.p7s`]))
    expect(files()).toEqual(['app.txt', 'app.zip', ...sidecars.map((path) => path.slice(folder().length + 1))].sort())
    expect(result.outputs['signed-count']).toBe('2')
    expect(result.outputs['certificate-sha256']).toMatch(/^[0-9a-f]{64}$/)
    expect(result.summary).toMatch(/### Signed: 2 artifacts.*openssl cms -verify.*-no-CApath -no-CAstore/s)
    expect(result.summary).toContain(scene().aws.signCalls().at(-1)?.requestId.replaceAll('-', '&#45;'))
    expect(result.summary).toContain('example&#45;project&#45;4242424242')
    expect(result.summary).toContain('(<https://github.com/example/project/actions/runs/4242424242/attempts/1>)')
    const results: unknown = JSON.parse(result.outputs.results ?? '')
    const requests = scene().aws.signCalls().slice(-3)
    for (const { caller } of requests) expect(caller).toMatch(/assumed-role\/release\/example-project-4242424242$/)
    expect(results).toMatchObject({
      signed: 2,
      artifacts: [{ path: `${folder()}/app.txt` }, { path: `${folder()}/app.zip` }],
      kmsRequestIds: expect.arrayContaining(requests.map(({ requestId }) => requestId)),
    })

    const verdict = await cli(
      ['verify', '--root-certificate', 'root.pem', '--certificate-identity', scene().identity, `${folder()}/app.*`],
      { cwd: scene().workspace },
    )
    expect(verdict).toMatchObject({ status: 0 })
  })

  test('more artifacts than a summary has room for are all signed, and the summary stays within what the runner takes', async () => {
    const name = 'a-'.repeat(100)
    for (let i = 0; i < 1_200; i++) write(`${name}${i}.bin`, String(i))
    const result = await sign({ artifacts: `${folder()}/*.bin`, sidecars: 'cms', 'cross-check': 'none' })
    expect(result.outputs['signed-count']).toBe('1200')
    expect(Buffer.byteLength(result.summary)).toBeLessThan(1024 * 1024)
    expect(result.summary).toMatch(/… and \d+ more; the log has all of them\.\n/)
    expect(result.summary).toMatch(/openssl cms -verify.*\n```\n$/s)
    expect(result.log.split('\n').filter((line) => line.includes('wrote'))).toHaveLength(1_200)
  })

  test('no secret reaches the log, the summary, the outputs or the environment of later steps', async () => {
    const before = scene().aws.calls.length
    const result = await sign()
    const calls = scene().aws.calls.slice(before)
    const tokens = calls.flatMap(({ input }) =>
      typeof input.WebIdentityToken === 'string' ? [input.WebIdentityToken] : [],
    )
    // Everything that is masked is a secret, and the masks themselves are what the runner swallows.
    const shown = [result.log, result.summary, JSON.stringify(result.outputs), result.stderr].join('\n')
    expect(result.masks.length).toBeGreaterThanOrEqual(3)
    for (const secret of [...result.masks, ...tokens]) expect(shown).not.toContain(secret)
    const unmasked = result.stdout
      .split('\n')
      .filter((line) => !line.startsWith('::add-mask::'))
      .join('\n')
    for (const secret of [...result.masks, ...tokens]) expect(unmasked).not.toContain(secret)
    expect(result.exported).toEqual({})
  })

  test('without a role the credentials are those that the SDK finds; the key may be named in any form', async () => {
    const result = await sign(
      { 'role-to-assume': '', 'kms-key-id': `awskms:///${scene().keyArn}`, 'aws-region': '', 'root-certificate': '' },
      scene().aws.environment,
    )
    expect(result.outcome).toBe('success')
    expect(result.log).toContain('no root was pinned')
  })

  test('PEM text for the certificates; a chain in reverse order with the root in it', async () => {
    const chain = readFileSync(join(scene().workspace, 'chain.pem'), 'utf8')
    const root = readFileSync(join(scene().workspace, 'root.pem'), 'utf8')
    const reversed = [root, ...chain.split(/(?<=-----END CERTIFICATE-----\n)/).reverse()].join('')
    const result = await sign({ 'certificate-chain': reversed, 'root-certificate': root })
    expect(result.outcome).toBe('success')
  })

  test('odd names work, a sidecar caught by the glob is passed over, a leftover of a killed run is ignored', async () => {
    const names = ['with space', "it's", '[brackets]', '-dash', 'übung', 'new\nline', '::error::x', 'empty']
    for (const name of names) write(`${name}.bin`, name === 'empty' ? '' : name)
    write('.kms-release-signing-0.tmp', 'leftover')
    expect((await sign({ artifacts: `${folder()}/*.bin`, sidecars: 'cms' })).outcome).toBe('success')
    const again = await sign({ artifacts: `${folder()}/*`, sidecars: 'cms' })
    expect(again.outcome).toBe('success')
    expect(again.outputs['signed-count']).toBe(String(names.length + 2))
    expect(
      again.annotations
        .filter(({ level }) => level === 'notice')
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('empty.bin.p7s')
    expect(again.annotations.filter(({ level }) => level !== 'notice')).toEqual([])
    expect(again.log).not.toMatch(/^\s*::/m)
  })

  test('a file that the patterns name exactly is that file', async () => {
    write('a,b !*.bin', 'x')
    const result = await sign({ artifacts: `${folder()}/a,b !*.bin`, sidecars: 'cms' })
    expect(JSON.parse(result.outputs.sidecars ?? '')).toEqual([`${folder()}/a,b !*.bin.p7s`])
  })

  test('dry-run checks everything, signs and writes nothing', async () => {
    const before = scene().aws.signCalls().length
    const result = await sign({ 'dry-run': 'true' })
    expect(result.outcome).toBe('success')
    expect(result.outputs).toMatchObject({ sidecars: '[]', 'signed-count': '0' })
    expect(scene().aws.signCalls().length).toBe(before)
    expect(files()).toEqual(['app.txt', 'app.zip'])
    expect(result.summary).toContain('### Dry run')
    const silent = await sign({ 'dry-run': 'true', 'show-summary': 'false' })
    expect(silent).toMatchObject({ outcome: 'success', summary: '' })
  })

  test('a branch is never a tag: without one there is no attestation, and asking for it is an error', async () => {
    const branch = { GITHUB_REF: 'refs/heads/v1.0.0', GITHUB_REF_TYPE: 'branch', GITHUB_REF_NAME: 'v1.0.0' }
    const result = await sign({}, branch)
    expect(files()).toEqual(['app.txt', 'app.txt.p7s', 'app.zip', 'app.zip.p7s'])
    expect(result.outcome).toBe('success')
    expect((await sign({ sidecars: 'attestation' }, branch)).outcome).toBe('failure')
    expect((await sign({ tag: 'v1.0.0', sidecars: 'attestation' }, branch)).outcome).toBe('success')
  })

  test('a certificate that expires within the days given is warned of', async () => {
    const result = await sign({ 'expiry-warning-days': '36500' })
    expect(result.outcome).toBe('success')
    expect(result.annotations).toContainEqual(
      expect.objectContaining({ level: 'warning', message: expect.stringMatching(/expire/) }),
    )
    expect((await sign()).annotations.filter(({ level }) => level === 'warning')).toEqual([])
  })
})
