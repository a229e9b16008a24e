import type { Github } from '../../dev/github.ts'
import type { Leaf } from '../../dev/pki.ts'
import { createReleaseHost } from '../../src/adapters/github/github-release.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import type { SignReport } from '../../src/release/sign/sign-report.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import type { UploadRequest } from '../../src/release/sign/upload-request.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import type { StandingClock } from './github-time.ts'
import { createLocalSigner, createWorkspace, signPorts, signRequest } from './release.ts'

export const releasedTag = 'v1.0.0'

/** Two artifacts, one with a name that GitHub changes. */
export const releasedFiles = { 'app.zip': 'an archive', 'Licence (Apache 2.0).txt': 'a licence' }

export interface Outcome {
  /** The refusal's code; undefined where all went well. */
  readonly code: string | undefined
  readonly error: unknown
  readonly report: SignReport | undefined
}

/** Runs of one workflow, each on a machine of its own, that sign and publish a release. */
export function publishingRuns(options: {
  readonly github: () => Github
  readonly leaf: Leaf
  readonly time: StandingClock
  /** Content by name. Default `releasedFiles`. */
  readonly files?: () => Readonly<Record<string, string>>
}) {
  const { github, leaf, time, files = () => releasedFiles } = options
  const workspace = createWorkspace()
  return {
    /** In virtual time. */
    async run(upload: Partial<UploadRequest> = {}, request: Partial<SignRequest> = {}): Promise<Outcome> {
      const artifacts = workspace.write(files())
      const releaseHost = createReleaseHost({
        repository: 'example/project',
        apiUrl: github().apiUrl,
        token: github().createToken({ permissions: { contents: 'write' } }),
        fetch: time.watch(github()),
        timers: time.timers,
        clock: time.clock,
      })
      try {
        const report = await signRelease(
          signRequest(leaf, artifacts, {
            sidecars: undefined,
            repository: 'example/project',
            repositoryId: '123456789',
            tag: releasedTag,
            upload: {
              tag: releasedTag,
              artifacts: true,
              overwrite: false,
              publish: true,
              prerelease: undefined,
              makeLatest: undefined,
              ...upload,
            },
            ...request,
          }),
          signPorts(createLocalSigner(leaf.key), { clock: time.clock, releaseHost }),
        )
        return { code: undefined, error: undefined, report }
      } catch (error) {
        if (!(error instanceof ReleaseSigningError)) throw error
        return { code: error.code, error, report: undefined }
      }
    },
  }
}
