import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { answerJson, type RequestHandler, serve } from './loopback.ts'

/** What GitHub says about a run; a claim left undefined is left out of the token. */
export type Claims = Readonly<Record<string, string | undefined>>

/** How the next answer goes wrong. */
export type IssuerFault =
  /** The runner's token endpoint answers with this status. */
  | { readonly kind: 'token-status'; readonly status: number }
  /** The runner's token endpoint drops the connection. */
  | { readonly kind: 'token-reset' }
  /** The token endpoint answers 200 with something that is no token. */
  | { readonly kind: 'token-garbage'; readonly body: string }
  /** The token is signed by a key that is not in the key set, under a key id that is. */
  | { readonly kind: 'foreign-key' }
  /** The token expired an hour ago. */
  | { readonly kind: 'expired' }
  /** The key set cannot be fetched. */
  | { readonly kind: 'keys-unavailable' }

export interface OidcIssuerOptions {
  /** `iss` of its tokens. Default: its own URL; GitHub's own name makes documented trust policies fit word for word. */
  readonly issuer?: string
  /** Added to, or put in place of, the claims of a run of `example/project`. */
  readonly claims?: Claims
  /** Seconds a token is good for. Default 300, as GitHub's. */
  readonly lifetime?: number
}

export interface OidcIssuer {
  /** `iss` of its tokens. */
  readonly issuer: string
  /** Where its discovery document is. */
  readonly url: string
  /** What the runner gives to a job with `id-token: write`. */
  readonly environment: {
    readonly ACTIONS_ID_TOKEN_REQUEST_URL: string
    readonly ACTIONS_ID_TOKEN_REQUEST_TOKEN: string
  }
  /** A token as the endpoint would give it, with these claims over the run's. */
  token(audience: string, claims?: Claims): Promise<string>
  /** Claims of the tokens from now on. */
  setClaims(claims: Claims): void
  /** Spoils the next `times` (default: all) answers that the fault is about; undefined heals. */
  setFault(fault: IssuerFault | undefined, times?: number): void
  /** What it handed out and nobody may print: the runner's token, and every identity token. */
  readonly secrets: readonly string[]
  /** How many tokens were asked for. */
  readonly requests: () => number
  close(): Promise<void>
}

export const githubIssuer = 'https://token.actions.githubusercontent.com'

/** The claims of GitHub's token for a run on tag v1.0.0 in the environment `release`. */
export const defaultClaims = {
  sub: 'repo:example/project:environment:release',
  repository: 'example/project',
  repository_id: '123456789',
  repository_owner: 'example',
  repository_owner_id: '987654321',
  repository_visibility: 'public',
  ref: 'refs/tags/v1.0.0',
  ref_type: 'tag',
  ref_protected: 'true',
  sha: '0123456789abcdef0123456789abcdef01234567',
  environment: 'release',
  workflow: 'release',
  workflow_ref: 'example/project/.github/workflows/release.yml@refs/tags/v1.0.0',
  job_workflow_ref: 'example/project/.github/workflows/release.yml@refs/tags/v1.0.0',
  event_name: 'push',
  actor: 'octocat',
  actor_id: '583231',
  run_id: '4242424242',
  run_number: '7',
  run_attempt: '1',
  runner_environment: 'github-hosted',
} as const

/** `sub` of repositories created or renamed after 15 July 2026, or opted in: it names the ids too. */
export function immutableSubject(claims: Claims = defaultClaims): string {
  const [owner, name] = (claims.repository ?? '').split('/')
  return `repo:${owner}@${claims.repository_owner_id}/${name}@${claims.repository_id}:environment:${claims.environment}`
}

/**
 * GitHub's OIDC issuer and the token endpoint its runners give to a job, on loopback. Tokens are real: RS256 under the
 * key in the key set.
 */
export async function startOidcIssuer(options: OidcIssuerOptions = {}): Promise<OidcIssuer> {
  const key = await generateKeyPair('RS256', { extractable: true })
  const foreign = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(key.publicKey)), kid: 'stand-in-1', alg: 'RS256', use: 'sig' }
  const bearer = `runner-${crypto.randomUUID()}`
  const secrets = [bearer]
  const state = {
    claims: { ...defaultClaims, ...options.claims } as Claims,
    fault: undefined as IssuerFault | undefined,
    left: 0,
    requests: 0,
  }

  const takeFault = (...kinds: readonly IssuerFault['kind'][]): IssuerFault | undefined => {
    const { fault } = state
    if (fault === undefined || !kinds.includes(fault.kind)) return undefined
    state.left -= 1
    if (state.left <= 0) state.fault = undefined
    return fault
  }

  const sign = async (audience: string, claims: Claims): Promise<string> => {
    const fault = takeFault('foreign-key', 'expired')
    const lifetime = options.lifetime ?? 300
    const now = Math.floor(Date.now() / 1000) - (fault?.kind === 'expired' ? 3600 + lifetime : 0)
    const payload = Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
    const token = await new SignJWT({ ...payload, jti: crypto.randomUUID() })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: jwk.kid })
      .setIssuer(issuer)
      .setAudience(audience)
      .setIssuedAt(now)
      .setNotBefore(now - 300)
      .setExpirationTime(now + lifetime)
      .sign(fault?.kind === 'foreign-key' ? foreign.privateKey : key.privateKey)
    secrets.push(token)
    return token
  }

  const tokenEndpoint: RequestHandler = async ({ message, url }, response) => {
    state.requests += 1
    if (message.headers.authorization !== `Bearer ${bearer}`) {
      answerJson(response, 401, { message: 'Unauthorized' })
      return
    }
    const fault = takeFault('token-status', 'token-reset', 'token-garbage')
    if (fault?.kind === 'token-status') answerJson(response, fault.status, { message: 'stand-in fault' })
    else if (fault?.kind === 'token-reset') message.socket.destroy()
    else if (fault?.kind === 'token-garbage') response.end(fault.body)
    else {
      const audience = url.searchParams.get('audience') ?? `https://github.com/${state.claims.repository_owner}`
      answerJson(response, 200, { count: 1, value: await sign(audience, state.claims) })
    }
  }

  const server = await serve(async (request, response) => {
    const { pathname } = request.url
    if (pathname === '/.well-known/openid-configuration') {
      answerJson(response, 200, {
        issuer,
        jwks_uri: `${server.url}/.well-known/jwks`,
        subject_types_supported: ['public', 'pairwise'],
        response_types_supported: ['id_token'],
        id_token_signing_alg_values_supported: ['RS256'],
        scopes_supported: ['openid'],
      })
    } else if (pathname === '/.well-known/jwks') {
      if (takeFault('keys-unavailable') !== undefined) answerJson(response, 503, { message: 'stand-in fault' })
      else answerJson(response, 200, { keys: [jwk] })
    } else if (pathname === '/runner/token') await tokenEndpoint(request, response)
    else answerJson(response, 404, { message: 'Not Found' })
  })
  const issuer = options.issuer ?? server.url

  return {
    issuer,
    url: server.url,
    environment: {
      // As on a runner, the URL has a query already; the toolkit appends &audience=.
      ACTIONS_ID_TOKEN_REQUEST_URL: `${server.url}/runner/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer,
    },
    token: (audience, claims) => sign(audience, { ...state.claims, ...claims }),
    setClaims: (claims) => {
      state.claims = { ...state.claims, ...claims }
    },
    setFault: (fault, times = Number.POSITIVE_INFINITY) => {
      state.fault = fault
      state.left = times
    },
    secrets,
    requests: () => state.requests,
    close: () => server.close(),
  }
}
