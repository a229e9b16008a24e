import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { beforeAll, describe, expect, test } from '@jest/globals'
import { run } from '../dev/process.ts'
import { repositoryRoot } from '../dev/runner.ts'
import { builtBundle } from './support/bundle.ts'
import { temporaryFolder } from './support/folder.ts'
import { signedRelease } from './support/signed-release.ts'

const folder = temporaryFolder()
const home = folder.at('home')

/** npm as a user has it, without the settings of the npm that runs these tests. */
async function npm(cwd: string, ...args: readonly string[]) {
  const env = {
    PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
    HOME: home,
    npm_config_offline: 'true',
  }
  const { status, stdout, stderr } = await run('npm', [...args], { cwd, env })
  if (status !== 0) throw new Error(`npm ${args.join(' ')} ended with ${status}\n${stdout}${stderr}`)
  return stdout
}

describe('npm package', () => {
  let installed = ''
  beforeAll(async () => {
    mkdirSync(home)
    const bundle = await builtBundle()
    for (const name of ['docs', 'README.md', 'LICENSE', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md']) {
      // Packed from the bundle of the sources as they are; what lies beside it does not matter to the test.
      if (name !== 'docs' && existsSync(join(repositoryRoot, name))) {
        writeFileSync(join(bundle, name), readFileSync(join(repositoryRoot, name)))
      }
    }
    await npm(bundle, 'pack', '--pack-destination', folder.path, '--silent')
    const tarball = readdirSync(folder.path).find((name) => name.endsWith('.tgz'))
    if (tarball === undefined) throw new Error('npm pack made no package')
    installed = folder.at('empty')
    mkdirSync(installed)
    await npm(
      installed,
      'install',
      '--prefix',
      installed,
      '--no-audit',
      '--no-fund',
      '--ignore-scripts',
      folder.at(tarball),
    )
  }, 120_000)

  test('installs into an empty folder with no dependency but itself', () => {
    expect(readdirSync(join(installed, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
      'kms-release-signing',
    ])
    const holds = readdirSync(join(installed, 'node_modules', 'kms-release-signing'))
    expect(holds).toEqual(expect.arrayContaining(['LICENSE', 'dist', 'package.json']))
    expect(holds).not.toEqual(expect.arrayContaining(['src', '__tests__']))
  })

  test('runs by its name, and verifies', async () => {
    const command = join(installed, 'node_modules', '.bin', 'kms-release-signing')
    const env = { PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}` }
    const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8'))
    expect(await run(command, ['--version'], { cwd: installed, env })).toMatchObject({
      status: 0,
      stdout: `kms-release-signing ${version}\n`,
    })
    await signedRelease(installed, { 'app.zip': 'x' })
    const args = ['verify', '--root-certificate', 'root.pem', '--dedicated-root', 'app.zip']
    expect(await run(command, args, { cwd: installed, env })).toMatchObject({ status: 0, stderr: '' })
  })
})
