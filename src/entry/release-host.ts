import { environmentFetch } from '../adapters/proxy.ts'
import { systemTimers } from '../adapters/timers.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { ReleaseHost } from '../release/release-host.ts'
import { systemClock } from './system.ts'

export interface HostOptions {
  /** OWNER/NAME, or HOST/OWNER/NAME. */
  readonly repository: string
  /** A secret; undefined or empty: asks as anybody. */
  readonly token: string | undefined
  /** Names the server's API and proxies. */
  readonly environment: Readonly<Record<string, string | undefined>>
}

/**
 * The releases of a repository: at the server that GITHUB_API_URL names, as every runner sets it, else at the one in the
 * repository's name.
 *
 * @throws ReleaseSigningError `repository-invalid`, `input-invalid`
 */
export async function openReleaseHost({ repository, token, environment }: HostOptions): Promise<ReleaseHost> {
  // Both take their time to load, and whoever uploads nothing does without.
  const { parseRepository } = await import('../core/attestation/release.ts')
  const { createReleaseHost } = await import('../adapters/github-release.ts')
  const { host, owner, name } = parseRepository(repository)
  return createReleaseHost({
    repository: `${owner}/${name}`,
    apiUrl: apiUrlOf(environment.GITHUB_API_URL?.trim() || undefined, host),
    token: checkedToken(token?.trim() || undefined),
    fetch: environmentFetch(environment),
    timers: systemTimers,
    clock: systemClock,
  })
}

function apiUrlOf(given: string | undefined, host: string | undefined): string {
  const url = given ?? (host === undefined ? 'https://api.github.com' : `https://${host}/api/v3`)
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
  throw new ReleaseSigningError('input-invalid', `GITHUB_API_URL: ${url} is not the URL of an API`)
}

/** What is no token must not reach a header, whose error would print it. */
function checkedToken(token: string | undefined): string | undefined {
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token
  throw new ReleaseSigningError('input-invalid', 'the GitHub token holds what no token does, such as a line break')
}

/** @throws ReleaseSigningError `github-token-missing` */
export function requiredToken(token: string | undefined, hint: string): string {
  if (token) return token
  throw new ReleaseSigningError('github-token-missing', 'an upload is asked for, and there is no GitHub token', {
    hint,
  })
}
