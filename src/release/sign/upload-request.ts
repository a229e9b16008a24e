/** What is to be done with a release on GitHub beside signing. */
export interface UploadRequest {
  /** Names the release; undefined only where a rehearsal has none. */
  readonly tag: string | undefined
  /** Whether the artifacts are uploaded, or their sidecars alone. Default: the sidecars alone. */
  readonly artifacts: boolean
  /** Whether what is there and differs may be replaced. Default: it may not. */
  readonly overwrite: boolean
  /** Whether a draft is made public when everything on it is right. Default: it stays a draft. */
  readonly publish: boolean
  /** Undefined: as the draft has it. */
  readonly prerelease: boolean | undefined
  /** Undefined: GitHub's default. */
  readonly makeLatest: 'true' | 'false' | 'legacy' | undefined
}
