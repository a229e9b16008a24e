import { expect, test } from '@jest/globals'
import { utf8 } from '../../src/core/bytes.ts'
import { sha256Hex } from '../../src/core/crypto.ts'
import { cli } from '../support/bundle.ts'
import { signSteps } from '../support/sign-steps.ts'

const { scene, folder, at, write, files, sign } = signSteps()
const attestation = 'example-project-v1.0.0.release.sigstore.json'

test('checksums are signed unseen, and the summary lists every name and digest', async () => {
  const names = Array.from({ length: 600 }, (_, i) => `artifact-${i}.zip`)
  const lines = [
    ...names.map((name) => `${sha256Hex(utf8(name))} *${name}\r\n`),
    `${'ef'.repeat(64)}  [odd](x).zip\r\n`,
  ]
  write('SUMS', lines.join(''))
  const before = scene().aws.signCalls().length
  const result = await sign({ artifacts: '', 'checksums-file': `${folder()}/SUMS` })
  expect(result).toMatchObject({ outcome: 'success', outputs: { 'signed-count': '601' } })
  expect(JSON.parse(result.outputs.sidecars ?? '')).toEqual([`${folder()}/${attestation}`])
  expect(scene().aws.signCalls().length - before).toBe(1)
  expect(result.summary).toContain('Signed unseen, by the digests in `checksums-file`: 601 artifacts')
  for (const name of names) {
    const shown = name.replace(/[-.]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    expect(result.summary).toContain(`- <code>${shown}</code>: sha256 <code>${sha256Hex(utf8(name))}</code>`)
  }
  expect(result.summary).toContain(`&#93;&#40;x&#41;&#46;zip</code>: sha512 <code>${'ef'.repeat(64)}</code>`)
  expect(result.summary).toContain(`--attestation=${folder()}/${attestation}`)
  expect(result.log).toContain('artifact-599.zip (signed unseen, by its digest)')

  write('artifact-7.zip', 'artifact-7.zip')
  const pinned = ['--root-certificate', 'root.pem', '--certificate-identity', scene().identity]
  const verdict = await cli(['verify', ...pinned, '--tag', 'v1.0.0', `${folder()}/artifact-7.zip`], {
    cwd: scene().workspace,
  })
  expect(verdict).toMatchObject({ status: 0 })
})

test('a file that is not what the list says stops the run before anything is signed', async () => {
  write('SUMS', `${sha256Hex(utf8('an archive'))}  app.zip\n${'00'.repeat(32)}  app.txt\n`)
  const before = scene().aws.signCalls().length
  const result = await sign({ 'checksums-file': `${folder()}/SUMS` })
  expect(result.outcome).toBe('failure')
  expect(result.annotations).toMatchObject([
    { title: 'checksums-mismatch', message: expect.stringContaining('app.txt') },
  ])
  expect(scene().aws.signCalls().length).toBe(before)
  expect(files()).toEqual(['SUMS', 'app.txt', 'app.zip'])
})

test('$GITHUB_ARTIFACTS_LIST stands for the list that the runner keeps', async () => {
  const subjects = [{ name: 'gone.zip', digest: `sha256:${'ab'.repeat(32)}`, kind: 'file' }]
  write('artifacts_list_1', JSON.stringify({ version: 1, subjects }))
  const inputs = { artifacts: '', 'checksums-file': '$GITHUB_ARTIFACTS_LIST', 'output-directory': folder() }
  const list = { GITHUB_ARTIFACTS_LIST: at('artifacts_list_1') }
  const result = await sign(inputs, list)
  expect(result).toMatchObject({ outcome: 'success', outputs: { 'signed-count': '1' } })
  expect(result.summary).toMatch(/Signed unseen.*gone&#46;zip.*abab/s)
  expect(files()).toContain(attestation)

  // What a runner keeps is never signed without being asked for, nor is an empty list a success.
  expect(await sign({ sidecars: 'attestation' }, list)).toMatchObject({ outputs: { 'signed-count': '2' } })
  expect((await sign({ artifacts: '' }, list)).outcome).toBe('failure')
  expect((await sign(inputs)).annotations).toMatchObject([{ title: 'input-invalid' }])
  write('artifacts_list_1', '')
  expect((await sign(inputs, list)).annotations).toMatchObject([{ title: 'checksums-invalid' }])
})
