// Our own workflow, with `uses: ./`, `uses: ./verify` and `uses: ./certificate`, by a runner that nobody here wrote.
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { run } from '../../dev/process.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { act, committed } from '../support/act.ts'
import { builtBundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'

describeWith(['act', 'git'], 'act', () => {
  const folder = temporaryFolder()
  const workflow = '.github/workflows/actions.yml'

  /** A clone as a runner would have it, with the bundle that the sources make. */
  async function clone(): Promise<string> {
    const path = folder.at('project')
    await committed(path, async () => {
      const tracked = (await run('git', ['ls-files', '-z'], { cwd: repositoryRoot })).stdout.split('\0')
      for (const file of tracked.filter((name) => name !== '' && existsSync(join(repositoryRoot, name)))) {
        cpSync(join(repositoryRoot, file), join(path, file))
      }
      cpSync(await builtBundle(), path, { recursive: true })
    })
    return path
  }

  /** Node is there already, and actions from elsewhere cannot be fetched. */
  function setupNode(path: string): Readonly<Record<string, string>> {
    folder.write(
      'setup-node/action.yml',
      'name: stand-in\ndescription: node is there\nruns:\n  using: composite\n  steps:\n    - run: node --version\n      shell: bash\n',
    )
    const [action = ''] = /actions\/setup-node@[0-9a-f]{40}/.exec(readFileSync(path, 'utf8')) ?? []
    return { [action]: folder.at('setup-node') }
  }

  test('runs the workflow that renews, signs and verifies', async () => {
    const path = await clone()
    const { status, stdout, stderr } = await act(path, workflow, { folder, actions: setupNode(join(path, workflow)) })
    const failure = `${stdout}\n${stderr}`.slice(-4_000)
    expect({ status, failure: status === 0 ? '' : failure }).toEqual({ status: 0, failure: '' })
    expect(stdout).toContain(
      'renewed, due again, signed, verified, outcome and verdict of the changed file: true false 3 true failure false',
    )
    expect(stdout).toMatch(/::set-output:: signed-count=3$/m)
  }, 400_000)
})
