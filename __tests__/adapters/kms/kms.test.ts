import { spawnSync } from 'node:child_process'
import { createPublicKey } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../../dev/aws/keys.ts'
import { type Aws, type KmsKey, type Policy, startAws } from '../../../dev/aws.ts'
import { serve } from '../../../dev/loopback.ts'
import { createKmsSigner } from '../../../src/adapters/kms/kms.ts'
import type { KmsKeyOptions } from '../../../src/adapters/kms/kms-connection.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { algorithmForKey, type KeySpec, signatureAlgorithms } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { verifySignature } from '../../../src/core/crypto.ts'
import type { Signer } from '../../../src/release/ports.ts'
import { environmentForTest } from '../../support/environment.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

let aws: Aws
const setEnvironment = environmentForTest()

beforeAll(async () => {
  aws = await startAws()
})
afterAll(() => aws.close())
beforeEach(() => setEnvironment({ ...aws.environment, AWS_MAX_ATTEMPTS: undefined, AWS_RETRY_MODE: undefined }))
afterEach(() => aws.faults.clear())

/** Waits are short, so that what gives up after seconds does so here, too, but soon. */
const timers = { ...systemTimers, sleep: (milliseconds: number) => systemTimers.sleep(Math.min(5, milliseconds)) }
const signerFor = (keyId: string, options: Partial<KmsKeyOptions> = {}): Signer =>
  createKmsSigner({ keyId, environment: process.env, timers, ...options })
const newKey = (spec: KeySpec = 'ECC_NIST_P256', usage?: string) =>
  aws.keys.create({ spec, region: aws.region, ...(usage === undefined ? {} : { usage }) })
const ecdsa = algorithmForKey('ECC_NIST_P256')
const message = utf8('a signed form')

/** A signer in front of a service that answers like this, whatever it is asked. */
async function answering<Result>(
  answer: object | ((operation: string) => object),
  use: (signer: Signer) => Promise<Result>,
): Promise<Result> {
  const server = await serve(({ message }, response) => {
    const operation = String(message.headers['x-amz-target']).replace(/^.*\./, '')
    response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
    response.end(JSON.stringify(typeof answer === 'function' ? answer(operation) : answer))
  })
  setEnvironment({ AWS_ENDPOINT_URL: server.url })
  try {
    return await use(signerFor('1234abcd-12ab-34cd-56ef-1234567890ab'))
  } finally {
    await server.close()
  }
}

describe('signing', () => {
  /** One key for all algorithms of its spec: large RSA keys take a second to make. */
  const made = new Map<KeySpec, KmsKey>()
  const keyOf = (spec: KeySpec) => {
    const key = made.get(spec) ?? newKey(spec)
    made.set(spec, key)
    return key
  }
  const rows = signatureAlgorithms.flatMap((algorithm) => algorithm.keySpecs.map((spec) => [algorithm, spec] as const))

  test.each(
    rows.filter(([{ messageType }]) => messageType === 'DIGEST').map(([row, spec]) => [row.name, spec, row] as const),
  )('%s with a key of spec %s verifies', async (_, spec, algorithm) => {
    const key = keyOf(spec)
    const signer = signerFor(key.arn)
    const { keyId, spec: described, publicKey } = await signer.describe()
    expect({ keyId, described }).toEqual({ keyId: key.arn, described: spec })
    expect(Buffer.from(publicKey)).toEqual(Buffer.from(publicKeyOf(key)))
    const { signature, requestId } = await signer.sign(algorithm, message)
    const imported = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' })
    expect(verifySignature(algorithm, imported, message, signature)).toBe(true)
    expect(aws.calls.at(-1)).toMatchObject({ operation: 'Sign', requestId, input: { MessageType: 'DIGEST' } })
  })

  test('every form of a key id is taken', async () => {
    const key = newKey()
    const alias = aws.keys.createAlias('alias/release/signing', key.arn, aws.region)
    const ids = [key.id, key.arn, 'alias/release/signing', alias]
    for (const id of [...ids, ...ids.map((each) => `awskms:///${each}`)]) {
      expect((await signerFor(id).describe()).keyId).toBe(key.arn)
      expect((await signerFor(id).sign(ecdsa, message)).signature.length).toBeGreaterThan(60)
    }
  })

  test('the Region of the ARN wins over that of the environment', async () => {
    const key = aws.keys.create({ spec: 'ECC_NIST_P256', region: 'sa-east-1' })
    expect((await signerFor(key.arn).describe()).keyId).toBe(key.arn)
  })

  test('AWS_DEFAULT_REGION is looked at, too', async () => {
    const key = newKey()
    setEnvironment({ AWS_REGION: undefined, AWS_DEFAULT_REGION: aws.region })
    expect((await signerFor(key.id).describe()).keyId).toBe(key.arn)
  })

  test('so many requests as allowed are under way at once, over as many connections', async () => {
    aws.pace.latencyMilliseconds = 50
    const signer = signerFor(newKey().arn, { concurrency: 4 })
    await signer.describe()
    const start = performance.now()
    await Promise.all(Array.from({ length: 12 }, () => signer.sign(ecdsa, message)))
    aws.pace.latencyMilliseconds = 0
    expect(performance.now() - start).toBeGreaterThan(140)
  })
})

describe('asking whether it may sign', () => {
  test('is a dry run: nothing is signed', async () => {
    const before = aws.signCalls().length
    await signerFor(newKey().arn).probe(ecdsa)
    expect(aws.signCalls()).toHaveLength(before)
    expect(aws.calls.at(-1)).toMatchObject({
      operation: 'Sign',
      error: 'DryRunOperationException',
      input: { DryRun: true },
    })
  })

  test('is answered yes by a service that knows no dry run and signs', async () => {
    await answering({ KeyId: 'x', Signature: 'AAAA', SigningAlgorithm: ecdsa.name }, (signer) => signer.probe(ecdsa))
  })

  test('is answered no where an algorithm does not fit', async () => {
    const refusal = await asyncRefusalOf(() => signerFor(newKey('RSA_2048').arn).probe(ecdsa))
    expect(refusal?.code).toBe('kms-key-usage')
  })
})

describe('a key that does not sign is refused before anything is signed', () => {
  test.each([
    ['disabled', 'Disabled', 'kms-key-disabled', 'kms:EnableKey'],
    ['pending deletion', 'PendingDeletion', 'kms-key-pending-deletion', 'kms:CancelKeyDeletion'],
    ['without key material', 'PendingImport', 'kms-key-state', 'enabled'],
  ] as const)('%s', async (_, state, code, hint) => {
    const key = newKey()
    key.state = state
    const refusal = await asyncRefusalOf(() => signerFor(key.arn).describe())
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).toContain(key.arn)
    expect(refusal?.hint).toContain(hint)
    expect((await asyncRefusalOf(() => signerFor(key.arn).sign(ecdsa, message)))?.code).toBe(code)
  })

  test('of another usage', async () => {
    const key = newKey('RSA_2048', 'ENCRYPT_DECRYPT')
    expect((await asyncRefusalOf(() => signerFor(key.arn).describe()))?.code).toBe('kms-key-usage')
    const rsa = algorithmForKey('RSA_2048')
    expect((await asyncRefusalOf(() => signerFor(key.arn).sign(rsa, message)))?.code).toBe('kms-key-usage')
  })

  test('not there, or in another Region', async () => {
    const id = newKey().id
    const other = await asyncRefusalOf(() => signerFor(id, { region: 'us-east-1' }).describe())
    expect(other?.code).toBe('kms-key-not-found')
    expect(other?.message).toContain('us-east-1')
    expect((await asyncRefusalOf(() => signerFor('alias/none').sign(ecdsa, message)))?.code).toBe('kms-key-not-found')
  })
})

describe('an answer that is none is not used', () => {
  const id = '1234abcd-12ab-34cd-56ef-1234567890ab'
  const good = { KeyId: id, Signature: 'AAAA', SigningAlgorithm: ecdsa.name }
  const described = { KeyId: id, KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY', PublicKey: 'AAAA', KeyMetadata: {} }

  test.each([
    ['another key', { ...good, KeyId: 'arn:aws:kms:eu-central-1:111122223333:key/other' }],
    ['another algorithm', { ...good, SigningAlgorithm: 'ECDSA_SHA_384' }],
    ['an empty signature', { ...good, Signature: '' }],
    ['no signature', { KeyId: id, SigningAlgorithm: ecdsa.name }],
  ])('%s', async (_, answer) => {
    const refusal = await answering(
      (operation) => (operation === 'Sign' ? answer : described),
      async (signer) => {
        await signer.describe()
        return asyncRefusalOf(() => signer.sign(ecdsa, message))
      },
    )
    expect(refusal?.code).toBe('aws-answer-invalid')
  })

  test('no public key', async () => {
    const refusal = await answering({ ...described, PublicKey: '' }, (signer) =>
      asyncRefusalOf(() => signer.describe()),
    )
    expect(refusal?.code).toBe('aws-answer-invalid')
  })

  test('a key spec that nobody here knows', async () => {
    const refusal = await answering({ ...described, KeySpec: 'ECC_FUTURE' }, (signer) =>
      asyncRefusalOf(() => signer.describe()),
    )
    expect(refusal?.code).toBe('key-unsupported')
  })
})

describe('permissions', () => {
  const may = (...actions: readonly string[]): Policy => ({
    Version: '2012-10-17',
    Statement: { Effect: 'Allow', Action: [...actions], Resource: '*' },
  })
  const asUser = (name: string, ...actions: readonly string[]) => ({
    credentials: aws.createUser({ name, policies: [may(...actions)] }),
  })

  test('a refusal says which action on which key, and to whom', async () => {
    const key = newKey()
    const signer = signerFor(key.arn, asUser('reader', 'kms:GetPublicKey', 'kms:DescribeKey'))
    await signer.describe()
    for (const refused of [() => signer.probe(ecdsa), () => signer.sign(ecdsa, message)]) {
      const refusal = await asyncRefusalOf(refused)
      expect(refusal?.code).toBe('aws-access-denied')
      expect(refusal?.message).toContain(`arn:aws:iam::${aws.account}:user/reader may not kms:Sign on ${key.arn}`)
      expect(refusal?.message).toMatch(/\(request [\w-]+\)$/)
    }
  })

  test('GetPublicKey is needed, DescribeKey is not', async () => {
    const key = newKey()
    const refusal = await asyncRefusalOf(() => signerFor(key.arn, asUser('signer', 'kms:Sign')).describe())
    expect(refusal?.code).toBe('aws-access-denied')
    expect(refusal?.message).toContain('kms:GetPublicKey')
    const signer = signerFor(key.arn, asUser('lesser', 'kms:Sign', 'kms:GetPublicKey'))
    expect((await signer.describe()).keyId).toBe(key.arn)
  })
})

describe('credentials', () => {
  test.each([
    ['unknown', { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' }, 'aws-credentials-invalid'],
    ['with a wrong secret', undefined, 'aws-credentials-invalid'],
  ])('%s are told of', async (_, given, code) => {
    const credentials = given ?? { ...aws.credentials, secretAccessKey: 'wrong' }
    const refusal = await asyncRefusalOf(() => signerFor(newKey().arn, { credentials }).describe())
    expect(refusal?.code).toBe(code)
    expect(refusal?.message).not.toContain(credentials.secretAccessKey === 'x' ? '"x"' : 'wrong')
  })
})

describe('faults', () => {
  const expired = {
    kind: 'error',
    status: 400,
    name: 'ExpiredTokenException',
    message: 'The token has expired',
  } as const
  const busy = { kind: 'error', status: 400, name: 'ThrottlingException', message: 'Rate exceeded' } as const
  const broken = { kind: 'error', status: 500, name: 'KMSInternalException', message: 'try again' } as const
  const timeout = { kind: 'error', status: 503, name: 'DependencyTimeoutException', message: 'try again' } as const

  test.each([
    ['throttling, twenty times', busy, 20],
    ['an internal error', broken, 4],
    ['a timeout of a dependency', timeout, 4],
    ['a dropped connection', { kind: 'reset' } as const, 4],
    ['a lost answer', { kind: 'lost-answer' } as const, 4],
  ])('%s is got over', async (_, answer, times) => {
    const signer = signerFor(newKey().arn)
    await signer.describe()
    aws.faults.add({ service: 'kms', operation: 'Sign', times, answer })
    expect((await signer.sign(ecdsa, message)).signature.length).toBeGreaterThan(60)
  })

  test.each([
    ['throttling', busy, 'aws-throttled'],
    ['a broken service', broken, 'aws-unavailable'],
    ['an end of the credentials', expired, 'aws-credentials-expired'],
  ])('%s without an end is given up', async (_, answer, code) => {
    const signer = signerFor(newKey().arn)
    aws.faults.add({ service: 'kms', operation: 'Sign', answer })
    expect((await asyncRefusalOf(() => signer.sign(ecdsa, message)))?.code).toBe(code)
  })

  test('AWS_MAX_ATTEMPTS, where set, wins', async () => {
    setEnvironment({ AWS_MAX_ATTEMPTS: '2' })
    const signer = signerFor(newKey().arn)
    aws.faults.add({ service: 'kms', operation: 'Sign', answer: busy })
    const before = aws.signCalls().length
    expect((await asyncRefusalOf(() => signer.sign(ecdsa, message)))?.code).toBe('aws-throttled')
    expect(aws.signCalls()).toHaveLength(before + 2)
  })

  test('AWS_RETRY_MODE, where set, chooses a strategy of the SDK', async () => {
    setEnvironment({ AWS_RETRY_MODE: 'standard', AWS_MAX_ATTEMPTS: '1' })
    const signer = signerFor(newKey().arn)
    aws.faults.add({ service: 'kms', operation: 'Sign', times: 1, answer: busy })
    expect((await asyncRefusalOf(() => signer.sign(ecdsa, message)))?.code).toBe('aws-throttled')
  })

  test('a throttling service slows a run down, and nothing is lost', async () => {
    aws.pace.callsPerSecond = 200
    const signer = createKmsSigner({ keyId: newKey().arn, environment: process.env, timers: systemTimers })
    try {
      const receipts = await Promise.all(Array.from({ length: 400 }, () => signer.sign(ecdsa, message)))
      expect(receipts).toHaveLength(400)
      expect(new Set(receipts.map(({ requestId }) => requestId)).size).toBe(400)
    } finally {
      aws.pace.callsPerSecond = Number.POSITIVE_INFINITY
    }
  })
})

/** In a process of its own: in the sandbox of jest the SDK does not know a system's error for an Error. */
function describeElsewhere(environment: Readonly<Record<string, string>>): { code?: string; message?: string } {
  const source = (name: string) => JSON.stringify(new URL(`../../../src/adapters/${name}.ts`, import.meta.url).href)
  const program = `
    import { createKmsSigner } from ${source('kms/kms')}
    import { systemTimers } from ${source('waiting/timers')}
    const timers = { ...systemTimers, sleep: async () => {} }
    const signer = createKmsSigner({ keyId: 'alias/x', environment: process.env, timers })
    await signer.describe().catch(({ code, message }) => console.log(JSON.stringify({ code, message })))`
  const { stdout } = spawnSync(process.execPath, ['--no-warnings', '--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, ...aws.environment, ...environment },
  })
  return JSON.parse(stdout)
}

describe('the way to AWS', () => {
  test.each([
    ['nobody listens', 'http://127.0.0.1:1', 'aws-unreachable', 'ECONNREFUSED'],
    ['the name leads nowhere', 'http://kms.eu-nowhere-1.invalid', 'aws-unreachable', 'kms:DescribeKey on alias/x'],
  ])('%s', async (_, url, code, text) => {
    const refusal = describeElsewhere({ AWS_ENDPOINT_URL: url })
    expect(refusal.code).toBe(code)
    expect(refusal.message).toContain(text)
  })

  test('no Region anywhere', async () => {
    const id = newKey().id
    setEnvironment({ AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, AWS_CONFIG_FILE: '/nonexistent' })
    expect((await asyncRefusalOf(() => signerFor(id).describe()))?.code).toBe('aws-region-missing')
  })

  test('no credentials anywhere', async () => {
    setEnvironment({
      ...Object.fromEntries(Object.keys(aws.environment).map((name) => [name, undefined])),
      ...aws.anonymousEnvironment,
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
      AWS_CONFIG_FILE: '/nonexistent',
    })
    const refusal = await asyncRefusalOf(() => signerFor(newKey().arn).describe())
    expect(refusal?.code).toBe('aws-credentials-missing')
    expect(refusal?.hint).toContain('id-token: write')
  })

  test('no answer in time', async () => {
    aws.faults.add({ service: 'kms', answer: { kind: 'hang' } })
    const signer = signerFor(newKey().arn, { requestTimeout: 50 })
    const refusal = await asyncRefusalOf(() => signer.sign(ecdsa, message))
    expect(refusal?.code).toBe('aws-unreachable')
    expect(refusal?.message).toContain('ETIMEDOUT')
  })
})

describe('the endpoint', () => {
  test('AWS_ENDPOINT_URL_KMS is honoured before AWS_ENDPOINT_URL', async () => {
    const key = newKey()
    setEnvironment({ AWS_ENDPOINT_URL: 'http://127.0.0.1:1', AWS_ENDPOINT_URL_KMS: aws.url })
    expect((await signerFor(key.arn).describe()).keyId).toBe(key.arn)
  })

  test('FIPS together with an endpoint of another kind is refused', async () => {
    const refusal = await asyncRefusalOf(() => signerFor(newKey().arn, { useFipsEndpoint: true }).describe())
    expect(refusal?.code).toBe('aws-configuration')
    expect(refusal?.message).toMatch(/FIPS/)
  })
})
