import { getIDToken } from '@actions/core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals'
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { githubIssuer, type OidcIssuer, startOidcIssuer } from '../../dev/oidc-issuer.ts'

let issuer: OidcIssuer
const before = { ...process.env }

beforeAll(async () => {
  issuer = await startOidcIssuer({ issuer: githubIssuer })
  Object.assign(process.env, issuer.environment)
})

beforeEach(() => {
  issuer.setFault(undefined)
  // The toolkit prints workflow commands.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true)
})

afterEach(() => {
  jest.restoreAllMocks()
})

afterAll(async () => {
  process.env = before
  await issuer.close()
})

describe('the runner’s token endpoint', () => {
  test('gives the toolkit a token that verifies under the published keys', async () => {
    const token = await getIDToken('sts.amazonaws.com')
    const document = await (await fetch(`${issuer.url}/.well-known/openid-configuration`)).json()
    expect(document).toMatchObject({ issuer: githubIssuer, id_token_signing_alg_values_supported: ['RS256'] })
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(Object(document).jwks_uri)), {
      issuer: githubIssuer,
      audience: 'sts.amazonaws.com',
    })
    expect(payload).toMatchObject({
      sub: 'repo:example/project:environment:release',
      repository_id: '123456789',
      ref: 'refs/tags/v1.0.0',
      run_id: '4242424242',
    })
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(300)
    expect(decodeProtectedHeader(token)).toMatchObject({ alg: 'RS256', typ: 'JWT' })
  })

  test('asks for the job’s bearer token', async () => {
    const response = await fetch(issuer.environment.ACTIONS_ID_TOKEN_REQUEST_URL, {
      headers: { authorization: 'Bearer x' },
    })
    expect(response.status).toBe(401)
  })

  test('fails on demand, so many times', async () => {
    issuer.setFault({ kind: 'token-status', status: 400 }, 1)
    await expect(getIDToken('a')).rejects.toThrow('400')
    await expect(getIDToken('a')).resolves.toEqual(expect.any(String))
  })

  test('a token of a foreign key does not verify', async () => {
    issuer.setFault({ kind: 'foreign-key' }, 1)
    const token = await issuer.token('a')
    const keys = createRemoteJWKSet(new URL(`${issuer.url}/.well-known/jwks`))
    await expect(jwtVerify(token, keys)).rejects.toMatchObject({ code: 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED' })
    await expect(jwtVerify(await issuer.token('a'), keys)).resolves.toBeDefined()
  })
})
