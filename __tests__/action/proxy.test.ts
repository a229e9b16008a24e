import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type ForwardProxy, startForwardProxy, startTlsFront, type TlsFront } from '../../dev/forward-proxy.ts'
import { type Github, startGithub } from '../../dev/github.ts'
import { createAuthority, extension, generalName, purpose } from '../../dev/pki.ts'
import { cli } from '../support/bundle.ts'
import { testWithOpenssl } from '../support/openssl.ts'
import { type Env, type Inputs, signSteps } from '../support/sign-steps.ts'

const { scene, at, files, sign } = signSteps()
const region = 'eu-central-1'
const hosts = {
  oidc: 'pipelines.actions.githubusercontent.com',
  kms: `kms.${region}.amazonaws.com`,
  sts: `sts.${region}.amazonaws.com`,
  tsa: 'timestamp.example.com',
}
const githubHosts = ['api.github.com', 'uploads.github.com', 'release-assets.githubusercontent.com']
const fronts: TlsFront[] = []
let github: Github
let proxy: ForwardProxy
let certificateAuthorities: string

const port = (url: string | undefined) => Number(new URL(url ?? '').port)

beforeAll(async () => {
  const root = createAuthority()
  certificateAuthorities = root.rootPem
  const { certificatePem, key } = root.issue({
    san: [...Object.values(hosts), ...githubHosts].map((host) => generalName.dns(host)),
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
  github = await startGithub({ publicNames: true })
  const ofGithub = [...github.listening].map(
    async ([origin, url]) => [`${new URL(origin).host}:443`, await front(url)] as const,
  )
  proxy = await startForwardProxy({
    credentials: 'runner:very secret',
    routes: {
      [`${hosts.oidc}:443`]: await front(issuer.url),
      [`${hosts.kms}:443`]: awsPort,
      [`${hosts.sts}:443`]: awsPort,
      ...Object.fromEntries(await Promise.all(ofGithub)),
      ...(timestampAuthority === undefined ? {} : { [`${hosts.tsa}:80`]: port(timestampAuthority.url) }),
    },
  })
})
afterAll(async () => {
  await proxy?.close()
  await Promise.all([...fronts, github].map((one) => one?.close()))
})

/** As on a machine that reaches nothing but its proxy: everything is called by its own name, and no name resolves. */
function throughProxy(password = 'very%20secret', env: Env = {}, inputs: Inputs = {}) {
  writeFileSync(at('ca.pem'), certificateAuthorities)
  const { ACTIONS_ID_TOKEN_REQUEST_URL } = scene().issuer.environment
  const tokenUrl = new URL(ACTIONS_ID_TOKEN_REQUEST_URL)
  const url = proxy.url.replace('//', `//runner:${password}@`)
  return sign(
    {
      'timestamp-authority-url': `http://${hosts.tsa}/`,
      'timestamp-root-certificate': scene().timestampAuthority?.rootPem ?? '',
      ...inputs,
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

  testWithOpenssl("GitHub's API, its uploads and its downloads are, too", async () => {
    const token = github.createToken({ permissions: { contents: 'write' } })
    const release = github.createRelease({ tag: 'v1.0.0', assets: { 'app.zip': 'an archive' } })
    const before = proxy.seen.length
    const result = await throughProxy(undefined, github.environment, {
      artifacts: at('app.zip'),
      sidecars: 'attestation',
      upload: 'true',
      publish: 'true',
      'github-token': token,
    })
    expect(result).toMatchObject({ outcome: 'success', stderr: '' })
    expect(release.assets.map(({ name }) => name)).toEqual(['app.zip', 'example-project-v1.0.0.release.sigstore.json'])
    expect(proxy.seen.slice(before)).toEqual(
      expect.arrayContaining(['CONNECT api.github.com:443', 'CONNECT uploads.github.com:443']),
    )

    const args = ['verify', '--root-certificate', 'root.pem', '--certificate-identity', scene().identity]
    const from = ['--from-repository', 'example/project', '--from-release-tag', 'v1.0.0']
    const fetched = await cli([...args, ...from], {
      cwd: scene().workspace,
      env: {
        ...github.environment,
        NODE_EXTRA_CA_CERTS: at('ca.pem'),
        https_proxy: proxy.url.replace('//', '//runner:very%20secret@'),
      },
    })
    expect(fetched).toMatchObject({ status: 0, stderr: '' })
    expect(proxy.seen).toContain('CONNECT release-assets.githubusercontent.com:443')
  })

  testWithOpenssl('a wrong password is one refusal that does not repeat it', async () => {
    const result = await throughProxy('guessed')
    expect(result).toMatchObject({ outcome: 'failure', stderr: '' })
    expect(result.annotations.map(({ title }) => title)).toEqual(['proxy-refused'])
    expect(result.annotations[0]?.message).toContain('status 407')
    expect(result.stdout + result.summary).not.toContain('guessed')
  })

  test('so is one that the SDK of AWS meets', async () => {
    const { aws, alias, workspace } = scene()
    const args = ['sign', '--kms-key-id', alias, '--certificate-chain', 'chain.pem', at('app.zip')]
    const url = proxy.url.replace('//', '//runner:guessed@')
    const env = { ...aws.environment, AWS_ENDPOINT_URL: undefined, HTTPS_PROXY: url }
    const { status, stderr } = await cli(args, { cwd: workspace, env })
    expect(status).toBe(1)
    expect(stderr).toMatch(
      /proxy-refused: kms:DescribeKey on alias\/\S+: the proxy does not let it through: status 407\n/,
    )
    expect(stderr).not.toContain('guessed')
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
