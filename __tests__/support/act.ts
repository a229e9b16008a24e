import { mkdirSync } from 'node:fs'
import { delimiter, dirname } from 'node:path'
import { expect } from '@jest/globals'
import { type ProcessResult, run } from '../../dev/process.ts'
import type { Folder } from './folder.ts'

export interface ActOptions {
  /** Arguments besides those that keep it on this machine. */
  readonly args?: readonly string[]
  /** Folders in place of actions that cannot be fetched, by `OWNER/NAME@REF`. */
  readonly actions: Readonly<Record<string, string>>
  /** Holds its cache and configuration. */
  readonly folder: Folder
}

/** This process's environment, for its certificates and proxies, less what npm and a runner around it put there. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE_OPTIONS$|AWS_|ACTIONS_|GITHUB_)/i.test(name)),
)

/** Runs a workflow that is started by hand, on this machine and without a container. */
export function act(cwd: string, workflow: string, { args = [], actions, folder }: ActOptions): Promise<ProcessResult> {
  const local = Object.entries(actions).flatMap(([name, path]) => ['--local-repository', `${name}=${path}`])
  const common = ['--workflows', workflow, '--platform', 'ubuntu-latest=-self-hosted', '--action-offline-mode']
  return run('act', ['workflow_dispatch', ...common, ...local, ...args], {
    cwd,
    env: {
      ...environment,
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH}`,
      XDG_CACHE_HOME: folder.at('cache'),
      XDG_CONFIG_HOME: folder.at('config'),
    },
  })
}

/** A folder as a clone of example/project, with what is written into it committed. */
export async function committed(path: string, write: () => Promise<void> | void): Promise<void> {
  mkdirSync(path, { recursive: true })
  const git = async (...args: readonly string[]): Promise<void> => {
    const { status, stderr } = await run('git', args, { cwd: path })
    expect({ args, status, stderr }).toMatchObject({ status: 0 })
  }
  await write()
  await git('init', '--quiet', '--initial-branch=main')
  await git('remote', 'add', 'origin', 'https://github.com/example/project.git')
  await git('add', '--all', '--force')
  await git('-c', 'user.name=test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=test')
}
