import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect } from '@jest/globals'
import { type ForwardProxy, startForwardProxy, startTlsFront, type TlsFront } from '../../dev/forward-proxy.ts'
import { createAuthority, extension, generalName, purpose } from '../../dev/pki.ts'
import { testWithOpenssl } from '../support/openssl.ts'
import { type Env, signSteps } from '../support/sign-steps.ts'

const { scene, at, files, sign } = signSteps()
const region = 'eu-central-1'
const hosts = {
  oidc: 'pipelines.actions.githubusercontent.com',
  kms: `kms.${region}.amazonaws.com`,
  sts: `sts.${region}.amazonaws.com`,
  tsa: 'timestamp.example.com',
}
const fronts: TlsFront[] = []
let proxy: ForwardProxy
let certificateAuthorities: string

const port = (url: string | undefined) => Number(new URL(url ?? '').port)

beforeAll(async () => {
  const root = createAuthority()
  certificateAuthorities = root.rootPem
  const { certificatePem, key } = root.issue({
    san: Object.values(hosts).map((host) => generalName.dns(host)),
    extensions: { extendedKeyUsage: extension.extendedKeyUsage(purpose.serverAuth) },
  })
  const identity = { cert: certificatePem, key: String(key.privateKey.export({ type: 'pkcs8', format: 'pem' })) }
  const { aws, issuer, timestampAuthority } = scene()
  const front = async (url: string) => {
    const started = await startTlsFront(url, identity)
    fronts.push(started)
    return started.port
  }
  const awsPort = await front(aws.url)
  proxy = await startForwardProxy({
    credentials: 'runner:very secret',
    routes: {
      [`${hosts.oidc}:443`]: await front(issuer.url),
      [`${hosts.kms}:443`]: awsPort,
      [`${hosts.sts}:443`]: awsPort,
      ...(timestampAuthority === undefined ? {} : { [`${hosts.tsa}:80`]: port(timestampAuthority.url) }),
    },
  })
})
afterAll(async () => {
  await proxy?.close()
  await Promise.all(fronts.map((one) => one.close()))
})

/** As on a machine that reaches nothing but its proxy: everything is called by its own name, and no name resolves. */
function throughProxy(password = 'very%20secret', env: Env = {}) {
  writeFileSync(at('ca.pem'), certificateAuthorities)
  const { ACTIONS_ID_TOKEN_REQUEST_URL } = scene().issuer.environment
  const tokenUrl = new URL(ACTIONS_ID_TOKEN_REQUEST_URL)
  const url = proxy.url.replace('//', `//runner:${password}@`)
  return sign(
    {
      'timestamp-authority-url': `http://${hosts.tsa}/`,
      'timestamp-root-certificate': scene().timestampAuthority?.rootPem ?? '',
    },
    {
      AWS_ENDPOINT_URL: undefined,
      ACTIONS_ID_TOKEN_REQUEST_URL: `https://${hosts.oidc}${tokenUrl.pathname}${tokenUrl.search}`,
      NODE_EXTRA_CA_CERTS: at('ca.pem'),
      HTTPS_PROXY: url,
      http_proxy: url,
      ...env,
    },
  )
}

describe('behind a proxy', () => {
  testWithOpenssl('the token, STS, KMS and the time-stamp server are all reached through it', async () => {
    const result = await throughProxy()
    expect(result).toMatchObject({ outcome: 'success', stderr: '' })
    expect(files()).toContain('app.zip.p7s')
    const asked = new Set(proxy.seen)
    expect([...asked].sort()).toEqual([
      `CONNECT ${hosts.kms}:443`,
      `CONNECT ${hosts.oidc}:443`,
      `CONNECT ${hosts.sts}:443`,
      `POST http://${hosts.tsa}/`,
    ])
    expect(result.stdout + result.summary).not.toContain('secret')
  })

  testWithOpenssl('a wrong password is one refusal that does not repeat it', async () => {
    const result = await throughProxy('guessed')
    expect(result).toMatchObject({ outcome: 'failure', stderr: '' })
    expect(result.annotations.map(({ title }) => title)).toEqual(['proxy-refused'])
    expect(result.annotations[0]?.message).toContain('status 407')
    expect(result.stdout + result.summary).not.toContain('guessed')
  })

  testWithOpenssl('what NO_PROXY names is not asked of it', async () => {
    const before = proxy.seen.length
    const result = await throughProxy(undefined, {
      AWS_ENDPOINT_URL: scene().aws.url,
      no_proxy: 'example.org,127.0.0.1',
    })
    expect(result.outcome).toBe('success')
    const asked = new Set(proxy.seen.slice(before))
    expect([...asked].sort()).toEqual([`CONNECT ${hosts.oidc}:443`, `POST http://${hosts.tsa}/`])
  })
})
