import { PackageURL } from 'packageurl-js'
import { ReleaseSigningError } from '../error.ts'

/** A repository as GitHub names it, in lower case, which GitHub does not tell from upper case. */
export interface Repository {
  /** Undefined: github.com. */
  readonly host: string | undefined
  readonly owner: string
  readonly name: string
}

/** Which release: a repository and a tag. */
export interface Release {
  readonly repository: Repository
  readonly tag: string
}

/**
 * `OWNER/REPOSITORY`, or `HOST/OWNER/REPOSITORY` on another server than github.com.
 *
 * @throws ReleaseSigningError `repository-invalid`
 */
export function parseRepository(text: string): Repository {
  const match = /^(?:([a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?)\/)?([a-z0-9][a-z0-9_-]*)\/([a-z0-9._-]+)$/i.exec(text)
  const [, host, owner, name] = match ?? []
  if (owner === undefined || name === undefined || /^\.{1,2}$/.test(name)) {
    throw new ReleaseSigningError('repository-invalid', `repository ${JSON.stringify(text)} is not OWNER/REPOSITORY`, {
      hint: 'Write it as owner/repository, or host/owner/repository on another server than github.com.',
    })
  }
  const server = host?.toLowerCase()
  return {
    host: server === 'github.com' ? undefined : server,
    owner: owner.toLowerCase(),
    name: name.toLowerCase(),
  }
}

export const repositoryText = ({ host, owner, name }: Repository): string =>
  [...(host === undefined ? [] : [host]), owner, name].join('/')

/**
 * The tag itself, when Git could take it for one (git-check-ref-format).
 *
 * @throws ReleaseSigningError `tag-invalid`
 */
export function parseTag(text: string): string {
  const bad =
    text === '' ||
    text === '@' ||
    text.length > 255 ||
    !text.isWellFormed() ||
    /[\p{Cc} ~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$|\.$/u.test(text) ||
    text.split('/').some((part) => part.startsWith('.') || part.endsWith('.lock'))
  if (bad) throw new ReleaseSigningError('tag-invalid', `tag ${JSON.stringify(text)} is not the name of a tag`)
  return text
}

/** `pkg:github/owner/repo@tag`, in the one form that package-url has for it. */
export function packageUrl({ repository: { host, owner, name }, tag }: Release): string {
  const qualifiers = host === undefined ? undefined : { repository_url: `https://${host}` }
  // The library leaves some characters that package-url wants encoded.
  return new PackageURL('github', owner, name, tag, qualifiers, undefined)
    .toString()
    .replace(/[!'()*+]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

/**
 * The release that a package URL names.
 *
 * @throws ReleaseSigningError `package-url-invalid` unless it is the one form of a release on GitHub
 */
export function releaseOfPackageUrl(text: string): Release {
  const invalid = (problem: string, cause?: unknown) =>
    new ReleaseSigningError('package-url-invalid', `attestation: package URL ${JSON.stringify(text)} ${problem}`, {
      rule: 'package-url specification',
      cause,
    })
  try {
    const { namespace, name, version, qualifiers } = PackageURL.fromString(text)
    const server = qualifiers?.repository_url
    const host = typeof server === 'string' && server.startsWith('https://') ? [server.slice('https://'.length)] : []
    const repository = parseRepository([...host, namespace ?? '', name].join('/'))
    const release = { repository, tag: parseTag(version ?? '') }
    if (packageUrl(release) !== text) throw invalid('does not encode to itself again')
    return release
  } catch (error) {
    if (error instanceof ReleaseSigningError && error.code === 'package-url-invalid') throw error
    throw invalid('names no release on GitHub', error)
  }
}

/** What files of a whole release are called: repository and tag, `/` written `-`. */
export const releaseName = ({ repository, tag }: Release): string =>
  `${repository.owner}/${repository.name}-${tag}`.replaceAll('/', '-')

/** What a release's attestation is called. */
export const attestationName = (release: Release): string => `${releaseName(release)}.release.sigstore.json`
