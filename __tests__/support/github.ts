import type { Github, GithubOptions, NewRelease } from '../../dev/github.ts'
import { createReleaseHost } from '../../src/adapters/github/github-release.ts'
import type { ReleaseHostOptions } from '../../src/adapters/github/github-transfers.ts'
import { systemTimers } from '../../src/adapters/waiting/timers.ts'
import type { ReleaseHost } from '../../src/release/host/release-host.ts'
import { startJudgedGithub } from './github-description.ts'

/** GitHub Releases on loopback, a token of a job that may write, and a host that asks with it. */
export interface GithubForTests extends Github {
  readonly token: string
  host(options?: Partial<ReleaseHostOptions>): ReleaseHost
  /** A draft of a tag that no other has. */
  draft(options?: Partial<NewRelease>): ReturnType<Github['createRelease']>
}

export async function githubForTests(options: GithubOptions = {}): Promise<GithubForTests> {
  const github = await startJudgedGithub(options)
  const token = github.createToken({ permissions: { contents: 'write', actions: 'read' } })
  let tags = 0
  return {
    ...github,
    token,
    host: (overrides = {}) =>
      createReleaseHost({
        repository: 'example/project',
        apiUrl: github.apiUrl,
        token,
        fetch,
        timers: systemTimers,
        clock: () => new Date(),
        retryWait: 1,
        ...overrides,
      }),
    draft: (release = {}) => github.createRelease({ tag: `v${++tags}.0.0`, ...release }),
  }
}

/** Content by name, as the server has it; unfinished uploads are undefined. */
export const contentsOf = ({
  assets,
}: {
  readonly assets: readonly { readonly name: string; readonly bytes: Buffer; readonly state: string }[]
}): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    assets.map(({ name, bytes, state }) => [name, state === 'uploaded' ? bytes.toString('latin1') : undefined]),
  )
