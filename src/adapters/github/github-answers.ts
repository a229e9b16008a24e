import { ReleaseSigningError } from '../../core/error.ts'
import type { GitHubRelease, ReleaseAsset } from '../../release/host/release-host.ts'

/** Reads what GitHub answers into what is used of it; anything else than its own description says is refused. */

/** @throws ReleaseSigningError `github-answer-invalid` */
export function readRelease(value: unknown): GitHubRelease {
  const release = fields(value, 'release')
  const uploadUrl = release.text('upload_url').replace(/\{.*$/, '')
  if (!URL.canParse(uploadUrl)) throw invalid('release', 'upload_url')
  return {
    id: release.whole('id'),
    tag: release.text('tag_name'),
    url: release.text('html_url'),
    uploadUrl,
    draft: release.flag('draft'),
    prerelease: release.flag('prerelease'),
    // Servers that know no immutable releases do not tell of them.
    immutable: release.get('immutable') === true,
    targetCommitish: release.text('target_commitish'),
  }
}

/** @throws ReleaseSigningError `github-answer-invalid` */
export function readAsset(value: unknown): ReleaseAsset {
  const asset = fields(value, 'asset')
  const uploader = asset.get('uploader')
  const login = uploader === null || uploader === undefined ? undefined : fields(uploader, 'uploader').text('login')
  return {
    id: asset.whole('id'),
    name: asset.text('name'),
    size: asset.whole('size'),
    uploaded: asset.text('state') === 'uploaded',
    sha256: sha256Of(asset.get('digest')),
    uploader: login,
    createdAt: asset.date('created_at'),
    updatedAt: asset.date('updated_at'),
    url: asset.text('browser_download_url'),
  }
}

/** @throws ReleaseSigningError `github-answer-invalid` */
export const readDate = (value: unknown, name: string): Date => fields(value, name).date(name)

/** @throws ReleaseSigningError `github-answer-invalid` */
export function readList<Item>(value: unknown, read: (item: unknown) => Item): readonly Item[] {
  if (!Array.isArray(value)) throw invalid('list', 'it is none')
  return value.map(read)
}

function sha256Of(digest: unknown): string | undefined {
  const [, hex] = typeof digest === 'string' ? (/^sha256:([0-9a-f]{64})$/i.exec(digest) ?? []) : []
  return hex?.toLowerCase()
}

function fields(value: unknown, what: string) {
  if (typeof value !== 'object' || value === null) throw invalid(what, 'it is no object')
  const get = (name: string): unknown => Reflect.get(value, name)
  return {
    get,
    text(name: string): string {
      const text = get(name)
      if (typeof text !== 'string') throw invalid(what, name)
      return text
    },
    /** A whole number that is not negative. */
    whole(name: string): number {
      const number = get(name)
      if (typeof number !== 'number' || !Number.isSafeInteger(number) || number < 0) throw invalid(what, name)
      return number
    },
    flag(name: string): boolean {
      const flag = get(name)
      if (typeof flag !== 'boolean') throw invalid(what, name)
      return flag
    },
    date(name: string): Date {
      const text = get(name)
      const date = new Date(typeof text === 'string' ? text : Number.NaN)
      if (Number.isNaN(date.getTime())) throw invalid(what, name)
      return date
    },
  }
}

const invalid = (what: string, member: string): ReleaseSigningError =>
  new ReleaseSigningError('github-answer-invalid', `GitHub's answer is not what it describes: ${what}, ${member}`, {
    hint: 'Check GITHUB_API_URL: is it the REST API, and is anything between here and GitHub?',
  })
