import type { HashName } from '../../core/algorithm.ts'

/** A release on GitHub, as its API tells of it. */
export interface GitHubRelease {
  readonly id: number
  readonly tag: string
  /** For people. */
  readonly url: string
  /** The release's own, RFC 6570 template part left out. */
  readonly uploadUrl: string
  readonly draft: boolean
  readonly prerelease: boolean
  /** Nothing can be added, changed or taken away any more: a published one of a repository with immutable releases. */
  readonly immutable: boolean
  /** Branch or commit that the tag is made at, where it does not exist yet. */
  readonly targetCommitish: string
}

/** A file of a release. */
export interface ReleaseAsset {
  readonly id: number
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** False: an upload that was never finished, which GitHub calls a `starter`. */
  readonly uploaded: boolean
  /** Lower-case hexadecimal; undefined where the server does not know it. Says what was uploaded, not by whom. */
  readonly sha256: string | undefined
  /** Login of whoever uploaded it; undefined where GitHub does not say. */
  readonly uploader: string | undefined
  readonly createdAt: Date
  readonly updatedAt: Date
  /** Where people get it. */
  readonly url: string
}

/** A file to be uploaded. */
export interface AssetFile {
  /** As it will be called on the release: a name that GitHub does not change. */
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** Lower-case hexadecimal. */
  readonly sha256: string
  /** Path of the file, or what it holds. */
  readonly content: string | Uint8Array
}

/** `unknown` says why the server's answer settles nothing. */
export type WritePermission =
  | { readonly mayWrite: 'yes' | 'no' }
  | { readonly mayWrite: 'unknown'; readonly reason: string }

export interface PublishOptions {
  /** Undefined: as the draft has it. */
  readonly prerelease: boolean | undefined
  /** Undefined: GitHub's default, which is to make it the latest. */
  readonly makeLatest: 'true' | 'false' | 'legacy' | undefined
}

/**
 * The releases of one repository on GitHub. What fails for a while is tried again; pauses that GitHub asks for are made;
 * when nothing has moved for two minutes it is given up. Every failure is a ReleaseSigningError that says what to do.
 */
export interface ReleaseHost {
  /**
   * The release of this tag, draft or published. Without permission to write drafts are not seen.
   *
   * @returns undefined where there is none
   * @throws ReleaseSigningError `release-ambiguous` when there are several
   */
  findRelease(tag: string): Promise<GitHubRelease | undefined>
  /** The same release as it is now. */
  getRelease(release: GitHubRelease): Promise<GitHubRelease>
  /** Every file of it, unfinished uploads included. */
  listAssets(release: GitHubRelease): Promise<readonly ReleaseAsset[]>
  /**
   * Puts a file there whose name is free, and compares what the server says it has. What an upload that broke off left
   * behind is taken away first.
   *
   * @throws ReleaseSigningError `asset-mismatch`, `file-changed`, or what GitHub says
   */
  upload(release: GitHubRelease, file: AssetFile): Promise<ReleaseAsset>
  /** One that is gone already is fine. */
  deleteAsset(asset: ReleaseAsset): Promise<void>
  /**
   * Writes an asset to a file, which appears only when all of it is there, and replaces one of that path.
   *
   * @returns the SHA-256 of what was written, which is the server's digest where it gives one
   */
  download(asset: ReleaseAsset, path: string): Promise<{ readonly sha256: string }>
  /** @param maximum bytes, else `limit-exceeded` */
  read(asset: ReleaseAsset, maximum: number): Promise<Uint8Array>
  /**
   * Of the asset's bytes, lower-case hexadecimal: the server's digest, or, where it gives none of this hash, that of what
   * is downloaded.
   */
  digest(asset: ReleaseAsset, hash: HashName): Promise<string>
  /** Makes a draft public. */
  publish(release: GitHubRelease, options: PublishOptions): Promise<GitHubRelease>
  /**
   * Whether the token may write releases, asked without changing anything.
   *
   * @param target branch or commit of a tag that may not exist yet
   */
  writePermission(tag: string, target: string | undefined): Promise<WritePermission>
  /** When a run of a workflow, or its newest attempt, began. Needs the permission `actions: read`. */
  runStartedAt(runId: string): Promise<Date>
}
