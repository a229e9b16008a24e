import { environmentFetch } from '../adapters/proxy/proxy.ts'
import { systemTimers } from '../adapters/waiting/timers.ts'
import type { Repository } from '../core/attestation/release.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { ReleaseHost } from '../release/host/release-host.ts'
import { systemClock } from './system.ts'

export interface HostOptions {
  /** OWNER/NAME, or HOST/OWNER/NAME. */
  readonly repository: string
  /** A secret; undefined or empty: asks as anybody. */
  readonly token: string | undefined
  /** Names the server's API and proxies. */
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Takes what people should know while nothing moves. */
  readonly notice?: ((text: string) => void) | undefined
}

/**
 * The releases of a repository, at the server that its name says. Where that is the server of the run, GITHUB_API_URL
 * names its API.
 *
 * @throws ReleaseSigningError `repository-invalid`, `input-invalid`
 */
export async function openReleaseHost({ repository, token, environment, notice }: HostOptions): Promise<ReleaseHost> {
  // Both take their time to load, and whoever uploads nothing does without.
  const { parseRepository } = await import('../core/attestation/release.ts')
  const { createReleaseHost } = await import('../adapters/github/github-release.ts')
  const parsed = parseRepository(repository)
  return createReleaseHost({
    repository: `${parsed.owner}/${parsed.name}`,
    apiUrl: apiUrlOf(parsed, environment),
    token: checkedToken(token?.trim() || undefined),
    fetch: environmentFetch(environment),
    timers: systemTimers,
    clock: systemClock,
    paused: notice && ((seconds) => notice(pauseText(seconds))),
  })
}

/** Nothing else tells a pause of an hour from a run that hangs. */
export function pauseText(seconds: number): string {
  const time = seconds < 120 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`
  return `GitHub's limit of requests is reached: it asks to wait ${time}, and this goes on then`
}

/** The REST API of the server that a repository is on. @throws ReleaseSigningError `input-invalid` */
export function apiUrlOf(
  { host = 'github.com' }: Pick<Repository, 'host'>,
  { GITHUB_API_URL, GITHUB_SERVER_URL }: HostOptions['environment'],
): string {
  const server = GITHUB_SERVER_URL?.trim() || 'https://github.com'
  const api = GITHUB_API_URL?.trim()
  if (!api || !URL.canParse(server) || new URL(server).host !== host) {
    if (host === 'github.com') return 'https://api.github.com'
    return host.endsWith('.ghe.com') ? `https://api.${host}` : `https://${host}/api/v3`
  }
  if (URL.canParse(api) && /^https?:$/.test(new URL(api).protocol)) return api
  throw new ReleaseSigningError('input-invalid', `GITHUB_API_URL: ${api} is not the URL of an API`)
}

/**
 * The token in the environment for the server of a repository, as GitHub's own command line names them: one server's
 * token is never shown to another. A run on a server of its own has that server's token under the common names, too, and
 * its GITHUB_TOKEN is nobody else's.
 *
 * @throws ReleaseSigningError `repository-invalid`
 */
export async function environmentToken(
  repository: string,
  environment: HostOptions['environment'],
): Promise<string | undefined> {
  const { parseRepository } = await import('../core/attestation/release.ts')
  const { host = 'github.com' } = parseRepository(repository)
  const server = environment.GITHUB_SERVER_URL?.trim() ?? ''
  const serverOfRun = URL.canParse(server) ? new URL(server).host : undefined
  const isOfRun = serverOfRun === host
  const isGithub = host === 'github.com' || host.endsWith('.ghe.com')
  const names = [
    ...(isGithub ? [] : ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN']),
    ...(isGithub || isOfRun ? ['GH_TOKEN'] : []),
    ...(isOfRun || (isGithub && serverOfRun === undefined) ? ['GITHUB_TOKEN'] : []),
  ]
  return names.map((name) => environment[name]?.trim()).find((token) => token !== undefined && token !== '')
}

/** What is no token must not reach a header, whose error would print it. */
function checkedToken(token: string | undefined): string | undefined {
  if (token === undefined || /^[\x21-\x7e]+$/.test(token)) return token
  throw new ReleaseSigningError('input-invalid', 'the GitHub token holds what no token does, such as a line break')
}

/** @throws ReleaseSigningError `github-token-missing` */
export function requiredToken(token: string | undefined, hint: string): string {
  if (token) return token
  throw new ReleaseSigningError(
    'github-token-missing',
    'a release is to be read or written, and there is no GitHub token',
    {
      hint,
    },
  )
}
