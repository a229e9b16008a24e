import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import type { PrivateCaAuthority } from '../../../dev/aws/private-ca-store.ts'
import { type Aws, startAws } from '../../../dev/aws.ts'
import { type ForwardProxyOptions, startForwardProxy } from '../../../dev/forward-proxy.ts'
import { certificationRequestPem, createAuthority, generateKey, name } from '../../../dev/pki.ts'
import { createPrivateCa, type PrivateCaOptions } from '../../../src/adapters/aws/private-ca.ts'
import { environmentFetch } from '../../../src/adapters/proxy/proxy.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { parseCertificate } from '../../../src/core/x509/certificate.ts'
import { readCertificates } from '../../../src/core/x509/pem.ts'
import type { PrivateCaIssuance } from '../../../src/identity/private-ca-port.ts'
import { environmentForTest } from '../../support/environment.ts'
import { asyncRefusalOf, codeOf } from '../../support/refusal.ts'

let aws: Aws
const setEnvironment = environmentForTest()

beforeAll(async () => {
  aws = await startAws()
})
afterAll(() => aws.close())
afterEach(() => aws.faults.clear())

const template = 'arn:aws:acm-pca:::template/CodeSigningCertificate/V1'
const key = generateKey('ECC_NIST_P256')
const csr = utf8(certificationRequestPem({ subject: name('Signer'), key }))
const issuance: PrivateCaIssuance = { csr, template, signingAlgorithm: 'SHA256WITHECDSA', validity: { days: 30 } }

/** The client of a CA, with waits that take no time but let its clock go on. */
function client(ca: Pick<PrivateCaAuthority, 'arn'>, options: Partial<PrivateCaOptions> = {}) {
  const sleeps: number[] = []
  let time = 0
  let tokens = 0
  const privateCa = createPrivateCa({
    arn: ca.arn,
    credentials: async () => aws.credentials,
    environment: { AWS_ENDPOINT_URL: aws.url },
    fetch,
    timers: {
      now: () => time,
      random: () => 1,
      sleep: async (milliseconds) => {
        sleeps.push(milliseconds)
        time += milliseconds
      },
    },
    clock: () => new Date(),
    token: () => `token-${tokens++}-${ca.arn.slice(-20)}`,
    ...options,
  })
  return { privateCa, sleeps }
}

const calls = (operation: string) => aws.calls.filter((call) => call.operation === operation)
const pemCertificate = (text: string) => {
  const [found = new Uint8Array()] = readCertificates(utf8(text), 'answer')
  return parseCertificate(found)
}

describe('a CA that answers', () => {
  test('is described', async () => {
    const ca = aws.privateCas.create({ keyAlgorithm: 'EC_secp384r1' })
    expect(await client(ca).privateCa.describe()).toEqual({
      arn: ca.arn,
      status: 'ACTIVE',
      type: 'ROOT',
      keyAlgorithm: 'EC_secp384r1',
      signingAlgorithm: 'SHA384WITHECDSA',
      usageMode: 'GENERAL_PURPOSE',
    })
  })

  test('issues what was asked for, and hands it over when it is there', async () => {
    const ca = aws.privateCas.create({ issuer: createAuthority() })
    ca.pendingPolls = 3
    const { privateCa, sleeps } = client(ca)
    const arn = await privateCa.issue(issuance)
    const { certificate, chain } = await privateCa.collect(arn)
    expect(sleeps).toEqual([500, 1_000, 2_000])
    expect(pemCertificate(certificate).publicKey.spki).toEqual(key.publicKey)
    expect(readCertificates(utf8(chain ?? ''), 'chain')).toEqual(ca.chain)
    expect(calls('IssueCertificate').at(-1)?.input).toMatchObject({
      TemplateArn: template,
      SigningAlgorithm: 'SHA256WITHECDSA',
      Validity: { Type: 'DAYS', Value: 30 },
    })
  })

  test('takes an end to the second', async () => {
    const ca = aws.privateCas.create({})
    const { privateCa } = client(ca)
    const until = new Date('2038-02-03T04:05:06.789Z')
    const { certificate } = await privateCa.collect(await privateCa.issue({ ...issuance, validity: { until } }))
    expect(pemCertificate(certificate).notAfter).toEqual(new Date('2038-02-03T04:05:06Z'))
  })

  test('of a root has no issuers', async () => {
    const { certificate, chain } = await client(aws.privateCas.create({})).privateCa.certificate()
    expect(pemCertificate(certificate).selfIssued).toBe(true)
    expect(chain).toBeUndefined()
  })

  test('gives out its own request and takes the certificate for it', async () => {
    const root = createAuthority()
    const ca = aws.privateCas.create({ issuer: 'external' })
    const { privateCa } = client(ca)
    expect(await privateCa.csr()).toContain('-----BEGIN CERTIFICATE REQUEST-----')
    const own = root.issueAuthority({ key: ca.key, subject: ca.subject })
    await privateCa.importCertificate(utf8(own.certificatePem), utf8(root.certificatePem))
    expect(await privateCa.describe()).toMatchObject({ type: 'SUBORDINATE', status: 'ACTIVE' })
    expect(readCertificates(utf8((await privateCa.certificate()).chain ?? ''), 'chain')).toEqual([root.certificate])
  })

  test('uses the credentials that the SDK finds, where none are given', async () => {
    setEnvironment(aws.environment)
    const ca = aws.privateCas.create({})
    await client(ca, { credentials: undefined }).privateCa.describe()
    expect(calls('DescribeCertificateAuthority').at(-1)?.caller).toMatch(/user\/administrator$/)
  })

  test('is called with credentials that are asked for once, and again before they end', async () => {
    const ca = aws.privateCas.create({})
    let asked = 0
    const lasting = (milliseconds: number) =>
      client(ca, {
        credentials: async () => {
          asked += 1
          return { ...aws.credentials, expiration: new Date(Date.now() + milliseconds) }
        },
      }).privateCa
    const long = lasting(3_600_000)
    await long.describe()
    await long.describe()
    expect(asked).toBe(1)
    const short = lasting(60_000)
    await short.describe()
    await short.describe()
    expect(asked).toBe(3)
  })
})

describe('what passes', () => {
  const fails = (name: string, status: number) => ({ kind: 'error', status, name, message: 'no' }) as const

  test.each([
    ['throttling', fails('ThrottlingException', 400)],
    ['too many requests', fails('TooManyRequestsException', 429)],
    ['a broken service', fails('InternalFailure', 500)],
    ['a dropped connection', { kind: 'reset' } as const],
  ])('%s is tried again', async (_, answer) => {
    aws.faults.add({ service: 'acm-pca', times: 3, answer })
    const { privateCa, sleeps } = client(aws.privateCas.create({}))
    expect((await privateCa.describe()).status).toBe('ACTIVE')
    expect(sleeps).toEqual([500, 1_000, 2_000])
  })

  test('a lost answer does not buy a second certificate', async () => {
    const ca = aws.privateCas.create({})
    aws.faults.add({ operation: 'IssueCertificate', times: 1, answer: { kind: 'lost-answer' } })
    await client(ca).privateCa.issue(issuance)
    expect(ca.issued.size).toBe(1)
  })

  test('a second request is a second certificate', async () => {
    const ca = aws.privateCas.create({})
    const { privateCa } = client(ca)
    await privateCa.issue(issuance)
    await privateCa.issue(issuance)
    expect(ca.issued.size).toBe(2)
  })

  test.each([
    ['throttling', fails('ThrottlingException', 400), 'aws-throttled'],
    ['a broken service', fails('InternalFailure', 503), 'aws-unavailable'],
    ['a dropped connection', { kind: 'reset' } as const, 'aws-unreachable'],
  ])('%s that stays is an error', async (_, answer, code) => {
    aws.faults.add({ service: 'acm-pca', answer })
    const { privateCa, sleeps } = client(aws.privateCas.create({}))
    expect((await asyncRefusalOf(() => privateCa.describe()))?.code).toBe(code)
    expect(sleeps).toEqual([500, 1_000, 2_000, 4_000, 8_000])
  })

  test('AWS_MAX_ATTEMPTS says how often', async () => {
    aws.faults.add({ service: 'acm-pca', answer: fails('ThrottlingException', 400) })
    const environment = { AWS_ENDPOINT_URL: aws.url, AWS_MAX_ATTEMPTS: '2' }
    const { privateCa, sleeps } = client(aws.privateCas.create({}), { environment })
    expect((await asyncRefusalOf(() => privateCa.describe()))?.code).toBe('aws-throttled')
    expect(sleeps).toEqual([500])
  })

  test('a service that does not answer is given up', async () => {
    aws.faults.add({ service: 'acm-pca', answer: { kind: 'hang' } })
    const environment = { AWS_ENDPOINT_URL: aws.url, AWS_MAX_ATTEMPTS: '1' }
    const { privateCa } = client(aws.privateCas.create({}), { environment, requestTimeout: 50 })
    expect((await asyncRefusalOf(() => privateCa.describe()))?.message).toContain('ETIMEDOUT')
  })
})

describe('a certificate that is not there', () => {
  test('is waited for two minutes at most', async () => {
    const ca = aws.privateCas.create({})
    ca.pendingPolls = 1_000
    const { privateCa, sleeps } = client(ca)
    const arn = await privateCa.issue(issuance)
    expect((await asyncRefusalOf(() => privateCa.collect(arn)))?.code).toBe('private-ca-pending')
    const waited = sleeps.reduce((sum, one) => sum + one, 0)
    expect(waited).toBeLessThanOrEqual(120_000)
    expect(waited).toBeGreaterThan(110_000)
  })

  test.each([
    ['RequestFailedException', 'private-ca-failed'],
    ['AccessDeniedException', 'aws-access-denied'],
    ['InvalidStateException', 'private-ca-state'],
    ['ResourceNotFoundException', 'private-ca-not-found'],
  ])('%s is not waited for', async (name, code) => {
    const ca = aws.privateCas.create({})
    const { privateCa, sleeps } = client(ca)
    const arn = await privateCa.issue(issuance)
    aws.faults.add({ operation: 'GetCertificate', answer: { kind: 'error', status: 400, name, message: 'no' } })
    const refusal = await asyncRefusalOf(() => privateCa.collect(arn))
    expect(refusal?.code).toBe(code)
    expect(refusal?.hint).toBeDefined()
    expect(sleeps).toEqual([])
  })
})

describe('a refusal', () => {
  test('of a CA that is not there', async () => {
    const arn = `arn:aws:acm-pca:eu-central-1:${aws.account}:certificate-authority/none`
    const refusal = await asyncRefusalOf(() => client({ arn }).privateCa.describe())
    expect(refusal?.code).toBe('private-ca-not-found')
    expect(refusal?.message).toMatch(/not found in eu-central-1.*\(request [0-9a-f-]+\)$/)
  })

  test('of a CA that is disabled', async () => {
    const ca = aws.privateCas.create({})
    ca.status = 'DISABLED'
    expect((await asyncRefusalOf(() => client(ca).privateCa.issue(issuance)))?.code).toBe('private-ca-state')
  })

  test.each([
    ['a request that is none', { csr: utf8('none') }],
    ['a validity beyond the CA', { validity: { days: 20_000 } }],
    ['an algorithm that does not fit', { signingAlgorithm: 'SHA256WITHRSA' }],
    ['a template that does not exist', { template: 'arn:aws:acm-pca:::template/None/V1' }],
  ])('of %s', async (_, change) => {
    const { privateCa, sleeps } = client(aws.privateCas.create({}))
    const refusal = await asyncRefusalOf(() => privateCa.issue({ ...issuance, ...change }))
    expect(refusal?.code).toBe('private-ca-request-refused')
    expect(sleeps).toEqual([])
  })

  test("of a certificate for another key than the CA's", async () => {
    const root = createAuthority()
    const { privateCa } = client(aws.privateCas.create({ issuer: 'external' }))
    const wrong = root.issueAuthority()
    const refusal = await asyncRefusalOf(() =>
      privateCa.importCertificate(utf8(wrong.certificatePem), utf8(root.certificatePem)),
    )
    expect(refusal?.code).toBe('private-ca-import-refused')
  })

  test('of a quota that is used up', async () => {
    aws.faults.add({
      operation: 'IssueCertificate',
      answer: { kind: 'error', status: 400, name: 'LimitExceededException', message: 'no' },
    })
    const { privateCa } = client(aws.privateCas.create({}))
    expect((await asyncRefusalOf(() => privateCa.issue(issuance)))?.code).toBe('private-ca-quota')
  })

  test('of a caller who may not use this template names caller, action and CA', async () => {
    const ca = aws.privateCas.create({})
    const statement = { Effect: 'Allow', Action: 'acm-pca:IssueCertificate', Resource: ca.arn } as const
    const condition = { StringEquals: { 'acm-pca:TemplateArn': template } }
    const credentials = aws.createUser({
      name: 'issuer',
      policies: [{ Version: '2012-10-17', Statement: { ...statement, Condition: condition } }],
    })
    const { privateCa } = client(ca, { credentials: async () => credentials })
    await privateCa.issue(issuance)
    const refusal = await asyncRefusalOf(() =>
      privateCa.issue({ ...issuance, template: template.replace('CodeSigning', 'EndEntity') }),
    )
    expect(refusal?.code).toBe('aws-access-denied')
    expect(refusal?.message).toContain(`user/issuer may not acm-pca:IssueCertificate on ${ca.arn}`)
    expect((await asyncRefusalOf(() => privateCa.describe()))?.code).toBe('aws-access-denied')
  })

  test('of credentials that AWS does not know, and of a wrong secret', async () => {
    const ca = aws.privateCas.create({})
    const wrong = [
      { ...aws.credentials, accessKeyId: 'AKIAUNKNOWN' },
      { ...aws.credentials, secretAccessKey: 'wrong' },
    ]
    for (const credentials of wrong) {
      const { privateCa } = client(ca, { credentials: async () => credentials })
      const refusal = await asyncRefusalOf(() => privateCa.describe())
      expect(refusal?.code).toBe('aws-credentials-invalid')
      expect(String(refusal?.message)).not.toContain(credentials.secretAccessKey)
    }
  })
})

describe('an answer that cannot be used', () => {
  const answering = (body: string, status = 200) =>
    client(aws.privateCas.create({}), {
      fetch: async () => new Response(body, { status }),
      environment: { AWS_MAX_ATTEMPTS: '1' },
    }).privateCa

  test.each([
    ['no JSON', '<html>'],
    ['a list', '[]'],
    ['nothing', ''],
    ['no status', '{"CertificateAuthority":{"Arn":"a","Type":"ROOT"}}'],
    ['a number for a name', '{"CertificateAuthority":{"Arn":1}}'],
    ['no end', 'x'.repeat(4 * 1024 * 1024 + 1)],
  ])('%s', async (_, body) => {
    expect((await asyncRefusalOf(() => answering(body).describe()))?.code).toBe('aws-answer-invalid')
  })

  test.each([
    ['that is not one of this CA', () => 'arn:aws:acm-pca:eu-central-1:1:certificate-authority/other/certificate/1'],
    ['with an escape sequence in it', (arn: string) => `${arn}/certificate/1\u001b[2J`],
    ['that goes on in another line', (arn: string) => `${arn}/certificate/1\n::error::no`],
  ])("a certificate's name %s", async (_, nameBy) => {
    const ca = aws.privateCas.create({})
    const { privateCa } = client(ca, { fetch: async () => Response.json({ CertificateArn: nameBy(ca.arn) }) })
    const refusal = await asyncRefusalOf(() => privateCa.issue(issuance))
    expect(refusal?.code).toBe('aws-answer-invalid')
  })

  test('a page of something in between is an error by its status', async () => {
    expect((await asyncRefusalOf(() => answering('<html>', 503).describe()))?.code).toBe('aws-unavailable')
    expect((await asyncRefusalOf(() => answering('<html>', 403).describe()))?.code).toBe('aws-refused')
  })
})

describe('a proxy', () => {
  const through = async (options: Omit<ForwardProxyOptions, 'routes'>) => {
    const port = Number(new URL(aws.url).port)
    const proxy = await startForwardProxy({ ...options, routes: { 'acm-pca.test:80': port } })
    const environment = { AWS_ENDPOINT_URL: 'http://acm-pca.test', HTTP_PROXY: proxy.url, AWS_MAX_ATTEMPTS: '1' }
    const { privateCa } = client(aws.privateCas.create({}), { environment, fetch: environmentFetch(environment) })
    const code = (await asyncRefusalOf(() => privateCa.describe()))?.code ?? 'accepted'
    await proxy.close()
    return { code, seen: proxy.seen }
  }

  test('is gone by', async () => {
    expect(await through({})).toEqual({ code: 'accepted', seen: ['POST http://acm-pca.test/'] })
  })

  test('that wants a password is told of as such', async () => {
    expect((await through({ credentials: 'user:password' })).code).toBe('proxy-refused')
  })
})

describe('where it is called', () => {
  const arnIn = (partition: string, region: string) =>
    `arn:${partition}:acm-pca:${region}:111122223333:certificate-authority/1234`

  const host = async (arn: string, environment: Record<string, string> = {}, useFipsEndpoint?: boolean) => {
    const seen: string[] = []
    const { privateCa } = client(
      { arn },
      {
        environment: { ...environment, AWS_MAX_ATTEMPTS: '1' },
        useFipsEndpoint,
        fetch: async (input) => {
          seen.push(String(input))
          return new Response('{}')
        },
      },
    )
    await asyncRefusalOf(() => privateCa.describe())
    return seen[0]
  }

  test.each([
    [arnIn('aws', 'eu-central-1'), {}, false, 'https://acm-pca.eu-central-1.amazonaws.com/'],
    [arnIn('aws', 'us-east-1'), {}, true, 'https://acm-pca-fips.us-east-1.amazonaws.com/'],
    [
      arnIn('aws', 'us-east-1'),
      { AWS_USE_FIPS_ENDPOINT: 'true' },
      undefined,
      'https://acm-pca-fips.us-east-1.amazonaws.com/',
    ],
    [arnIn('aws-us-gov', 'us-gov-west-1'), {}, true, 'https://acm-pca.us-gov-west-1.amazonaws.com/'],
    [arnIn('aws-cn', 'cn-north-1'), {}, false, 'https://acm-pca.cn-north-1.amazonaws.com.cn/'],
    [
      arnIn('aws', 'us-east-1'),
      { AWS_ENDPOINT_URL: 'http://a.test', AWS_ENDPOINT_URL_ACM_PCA: 'http://b.test' },
      false,
      'http://b.test/',
    ],
    [
      arnIn('aws', 'us-east-1'),
      { AWS_ENDPOINT_URL: 'http://a.test', AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: 'true' },
      false,
      'https://acm-pca.us-east-1.amazonaws.com/',
    ],
  ])('%s with %j, FIPS %s: %s', async (arn, environment, fips, url) => {
    expect(await host(arn, environment, fips)).toBe(url)
  })

  test.each([
    ['arn:aws:kms:eu-central-1:111122223333:key/1', {}, false, 'input-invalid'],
    ['nonsense', {}, false, 'input-invalid'],
    [arnIn('aws-elsewhere', 'x'), {}, false, 'aws-configuration'],
    [arnIn('aws', 'us-east-1'), { AWS_ENDPOINT_URL: 'http://a.test' }, true, 'aws-configuration'],
    [arnIn('aws', 'us-east-1'), { AWS_ENDPOINT_URL: 'file:///etc' }, false, 'aws-configuration'],
  ] as const)('%s with %j, FIPS %s is refused at once', (arn, environment, useFipsEndpoint, code) => {
    expect(codeOf(() => client({ arn }, { environment, useFipsEndpoint }))).toBe(code)
  })
})
