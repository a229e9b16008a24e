import { ReleaseSigningError } from '../../core/error.ts'
import type { ProxySettings } from './proxied-fetch.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The first Node whose agents know proxies. Older ones would silently go past them. */
const firstNode = [24, 5]

/**
 * The proxies that the environment names: HTTPS_PROXY, HTTP_PROXY and NO_PROXY, or the same in lower case, which counts
 * first, as in curl. Undefined where there is none.
 *
 * @throws ReleaseSigningError `proxy-invalid` for one that cannot be used, `proxy-unsupported` under a Node too old
 */
export function proxySettings(
  environment: Environment,
  nodeVersion: string = process.versions.node,
): ProxySettings | undefined {
  const http = proxyUrl(environment, 'http_proxy')
  const https = proxyUrl(environment, 'https_proxy')
  if (http === undefined && https === undefined) return undefined
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number)
  const [firstMajor = 0, firstMinor = 0] = firstNode
  if (major < firstMajor || (major === firstMajor && minor < firstMinor)) {
    throw new ReleaseSigningError('proxy-unsupported', `Node ${nodeVersion} cannot go by a proxy`, {
      hint: `Run Node ${firstNode.join('.')} or later: on a runner of your own update the runner.`,
    })
  }
  return {
    ...(http === undefined ? {} : { http_proxy: http }),
    ...(https === undefined ? {} : { https_proxy: https }),
    no_proxy: exceptions(variable(environment, 'no_proxy') ?? ''),
  }
}

const variable = (environment: Environment, name: string): string | undefined =>
  environment[name]?.trim() || environment[name.toUpperCase()]?.trim() || undefined

/** Its value may hold a password and is never repeated. */
function proxyUrl(environment: Environment, name: string): string | undefined {
  const text = variable(environment, name)
  if (text === undefined) return undefined
  const whole = text.includes('://') ? text : `http://${text}`
  const url = URL.canParse(whole) ? new URL(whole) : undefined
  if (url !== undefined && ['http:', 'https:'].includes(url.protocol) && url.hostname !== '') return url.href
  throw new ReleaseSigningError('proxy-invalid', `${name.toUpperCase()} does not name a proxy that can be used`, {
    hint: 'It reads http://HOST:PORT or http://USER:PASSWORD@HOST:PORT, special characters in the password as %XX. SOCKS is not spoken.',
  })
}

/** As curl reads them: a domain stands for itself and everything below it. Node wants to be told of both. */
const exceptions = (text: string): string =>
  text
    .split(/[\s,]+/)
    .filter((entry) => entry !== '')
    .flatMap((entry) => {
      if (entry === '*' || /^[\d.:[\]-]+$/.test(entry)) return [entry]
      const domain = entry.replace(/^\*?\./, '')
      return [domain, `.${domain}`]
    })
    .join(',')

/** What an agent of Node is told of the proxies; undefined where there are none. @throws as `proxySettings` does */
export function agentOptions(environment: Environment): { readonly proxyEnv: Record<string, string> } | undefined {
  const settings = proxySettings(environment)
  return settings === undefined ? undefined : { proxyEnv: { ...settings } }
}

/** The same for a client of the AWS SDK, to be spread into its configuration. */
export function requestHandling(environment: Environment) {
  const agents = agentOptions(environment)
  return agents === undefined ? {} : { requestHandler: { httpAgent: agents, httpsAgent: agents } }
}

/**
 * `fetch` by way of the proxies that the environment names. Without any it is the global one, and nothing is loaded.
 *
 * @throws ReleaseSigningError as `proxySettings` does
 */
export function environmentFetch(environment: Environment): typeof fetch {
  const settings = proxySettings(environment)
  if (settings === undefined) return (input, init) => fetch(input, init)
  let proxied: Promise<typeof fetch> | undefined
  return async (input, init) => {
    proxied ??= import('./proxied-fetch.ts').then(({ createProxiedFetch }) => createProxiedFetch(settings))
    return (await proxied)(input, init)
  }
}
