// Our own workflow, with `uses: ./`, `uses: ./verify` and `uses: ./certificate`, by a runner that nobody here wrote.
import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { expect, test } from '@jest/globals'
import { type ProcessResult, run } from '../../dev/process.ts'
import { repositoryRoot } from '../../dev/runner.ts'
import { builtBundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'
import { describeWith } from '../support/judges.ts'

describeWith(['act', 'git'], 'act', () => {
  const folder = temporaryFolder()

  /** A clone as a runner would have it, with the bundle that the sources make. */
  async function clone(): Promise<string> {
    const path = folder.at('project')
    mkdirSync(path)
    const git = async (...args: readonly string[]): Promise<string> => {
      const { status, stdout, stderr } = await run('git', args, { cwd: path })
      expect({ args, status, stderr }).toMatchObject({ status: 0 })
      return stdout
    }
    const tracked = (await run('git', ['ls-files', '-z'], { cwd: repositoryRoot })).stdout.split('\0')
    for (const file of tracked.filter((name) => name !== '' && existsSync(join(repositoryRoot, name)))) {
      cpSync(join(repositoryRoot, file), join(path, file))
    }
    cpSync(await builtBundle(), path, { recursive: true })
    await git('init', '--quiet', '--initial-branch=main')
    await git('remote', 'add', 'origin', 'https://github.com/example/project.git')
    await git('add', '--all', '--force')
    await git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=test')
    return path
  }

  /** Node is there already, and actions from elsewhere cannot be fetched. */
  function setupNode(workflow: string): string {
    folder.write(
      'setup-node/action.yml',
      'name: stand-in\ndescription: node is there\nruns:\n  using: composite\n  steps:\n    - run: node --version\n      shell: bash\n',
    )
    const [action = ''] = /actions\/setup-node@[0-9a-f]{40}/.exec(readFileSync(workflow, 'utf8')) ?? []
    return `${action}=${folder.at('setup-node')}`
  }

  /** This process's, for its certificates and proxies, less what npm and a runner around it put there. */
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$|AWS_|ACTIONS_|GITHUB_)/i.test(name),
    ),
  )

  function act(cwd: string, workflow: string): Promise<ProcessResult> {
    const args = ['workflow_dispatch', '--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted']
    const offline = ['--action-offline-mode', '--local-repository', setupNode(join(cwd, workflow))]
    return run('act', [...args, ...offline], {
      cwd,
      env: {
        ...environment,
        PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
        XDG_CACHE_HOME: folder.at('cache'),
        XDG_CONFIG_HOME: folder.at('config'),
      },
    })
  }

  test('runs the workflow that renews, signs and verifies', async () => {
    const { status, stdout, stderr } = await act(await clone(), '.github/workflows/actions.yml')
    const failure = `${stdout}\n${stderr}`.slice(-4_000)
    expect({ status, failure: status === 0 ? '' : failure }).toEqual({ status: 0, failure: '' })
    expect(stdout).toContain(
      'renewed, due again, signed, verified, outcome and verdict of the changed file: true false 3 true failure false',
    )
    expect(stdout).toMatch(/::set-output:: signed-count=3$/m)
  }, 400_000)
})
