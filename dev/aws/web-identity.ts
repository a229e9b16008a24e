import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { AwsError } from './errors.ts'

/** An OIDC identity provider as it is set up in IAM. */
export interface IdentityProvider {
  /** `iss` of its tokens. */
  readonly issuer: string
  /** Where its discovery document is fetched, when that is not the issuer: a stand-in under GitHub's own name. */
  readonly url?: string
  /** Audiences that IAM takes. */
  readonly audiences: readonly string[]
}

const invalid = (message: string): AwsError => new AwsError('InvalidIdentityToken', message)
const noKey = (): AwsError =>
  invalid(
    "Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements",
  )

/**
 * Checks a web identity token as STS does: known provider, signature under the keys that the provider publishes now,
 * expiry, audience.
 *
 * @returns its claims
 * @throws AwsError in STS's words
 */
export async function checkWebIdentity(token: string, providers: readonly IdentityProvider[]): Promise<JWTPayload> {
  const unverified = decode(token)
  const provider = providers.find(({ issuer }) => issuer === unverified.iss)
  if (provider === undefined) {
    throw invalid(`No OpenIDConnect provider found in your account for ${unverified.iss}`)
  }
  const keys = await keysOf(provider)
  try {
    const { payload } = await jwtVerify(token, keys, {
      issuer: provider.issuer,
      audience: [...provider.audiences],
      algorithms: ['RS256'],
      requiredClaims: ['sub', 'exp', 'iat'],
    })
    return payload
  } catch (error) {
    throw refusal(error, unverified)
  }
}

function decode(token: string): JWTPayload {
  try {
    return decodeJwt(token)
  } catch {
    throw invalid('The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)')
  }
}

async function keysOf({ issuer, url = issuer }: IdentityProvider): Promise<ReturnType<typeof createRemoteJWKSet>> {
  try {
    const response = await fetch(`${url}/.well-known/openid-configuration`)
    const document: { issuer?: unknown; jwks_uri?: unknown } = { ...Object(await response.json()) }
    if (document.issuer !== issuer || typeof document.jwks_uri !== 'string') throw new Error('wrong discovery document')
    return createRemoteJWKSet(new URL(document.jwks_uri))
  } catch {
    throw noKey()
  }
}

function refusal(error: unknown, { exp = 0 }: JWTPayload): AwsError {
  if (error instanceof errors.JWTExpired) {
    const now = Math.floor(Date.now() / 1000)
    return new AwsError(
      'ExpiredTokenException',
      `Token expired: current date/time ${now} must be before the expiration date/time ${exp}`,
    )
  }
  if (error instanceof errors.JWTClaimValidationFailed) {
    return invalid(error.claim === 'aud' ? 'Incorrect token audience' : `Invalid claim: ${error.claim}`)
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return invalid('Invalid token signature')
  return noKey()
}
