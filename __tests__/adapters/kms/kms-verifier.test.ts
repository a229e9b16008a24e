import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { publicKeyOf } from '../../../dev/aws/keys.ts'
import { type Aws, type Policy, startAws } from '../../../dev/aws.ts'
import { serve } from '../../../dev/loopback.ts'
import { createKmsSigner } from '../../../src/adapters/kms/kms.ts'
import { createKmsVerifier } from '../../../src/adapters/kms/kms-verifier.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { algorithmForKey, type KeySpec, signatureAlgorithms } from '../../../src/core/algorithm.ts'
import { utf8 } from '../../../src/core/bytes.ts'
import { digest } from '../../../src/core/crypto.ts'
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
const options = (keyId: string) => ({ keyId, environment: process.env, timers })
const verifierFor = (keyId: string) => createKmsVerifier(options(keyId))
const newKey = (spec: KeySpec = 'ECC_NIST_P256') => aws.keys.create({ spec, region: aws.region })
const ecdsa = algorithmForKey('ECC_NIST_P256')
const message = utf8('a signed form')
const sign = (keyId: string, algorithm = ecdsa) => createKmsSigner(options(keyId)).sign(algorithm, message)

const rows = signatureAlgorithms
  .flatMap((algorithm) => algorithm.keySpecs.map((spec) => [algorithm.name, spec, algorithm] as const))
  // Large RSA keys take a second to make.
  .filter(([, spec]) => !/RSA_[34]/.test(spec))

test.each(rows)('%s by a key of %s: what it signed is valid, and nothing else', async (_, spec, algorithm) => {
  const { arn } = newKey(spec)
  const { signature } = await sign(arn, algorithm)
  const verifier = verifierFor(arn)
  expect(await verifier.verify(algorithm, message, signature)).toBe(true)
  expect(aws.calls.at(-1)).toMatchObject({ operation: 'Verify', input: { MessageType: algorithm.messageType } })
  expect(await verifier.verify(algorithm, utf8('another form'), signature)).toBe(false)
  expect(await verifierFor(newKey(spec).arn).verify(algorithm, message, signature)).toBe(false)
  if (algorithm.messageType === 'DIGEST') {
    const digested = digest(algorithm.hash.name, message)
    expect(await verifier.verifyDigest(algorithm, digested, signature)).toBe(true)
    expect(await verifier.verifyDigest(algorithm, digested.toReversed(), signature)).toBe(false)
  }
})

test('what KMS would not look at is no signature, and is not sent', async () => {
  const { arn } = newKey('ECC_NIST_EDWARDS25519')
  const verifier = verifierFor(arn)
  const ed25519 = algorithmForKey('ECC_NIST_EDWARDS25519')
  const before = aws.calls.length
  expect(await verifier.verify(ed25519, new Uint8Array(4_097), new Uint8Array(64))).toBe(false)
  expect(await verifier.verify(ed25519, message, new Uint8Array())).toBe(false)
  expect(await verifier.verify(ed25519, message, new Uint8Array(6_145))).toBe(false)
  expect(aws.calls.slice(before)).toEqual([])
})

describe('every other answer is an error', () => {
  /** A policy that allows everything but verifying. */
  const mayNotVerify: Policy = {
    Statement: [
      { Effect: 'Allow', Action: 'kms:*', Resource: '*' },
      { Effect: 'Deny', Action: 'kms:Verify', Resource: '*' },
    ],
  }

  test('without kms:Verify', async () => {
    const { arn } = newKey()
    const { signature } = await sign(arn)
    const { accessKeyId, secretAccessKey } = aws.createUser({ name: 'reader', policies: [mayNotVerify] })
    setEnvironment({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey })
    const refusal = await asyncRefusalOf(() => verifierFor(arn).verify(ecdsa, message, signature))
    expect(refusal).toMatchObject({ code: 'aws-access-denied', message: expect.stringContaining('may not kms:Verify') })
  })

  test('a key that is disabled, or not there', async () => {
    const key = newKey()
    const { signature } = await sign(key.arn)
    key.state = 'Disabled'
    const codes = await Promise.all(
      [key.arn, 'alias/none'].map((id) => asyncRefusalOf(() => verifierFor(id).verify(ecdsa, message, signature))),
    )
    expect(codes.map((refusal) => refusal?.code)).toEqual(['kms-key-disabled', 'kms-key-not-found'])
    expect((await asyncRefusalOf(() => verifierFor(key.arn).describe()))?.code).toBe('kms-key-disabled')
  })

  test('an algorithm that the key does not know', async () => {
    const { arn } = newKey()
    const rsa = algorithmForKey('RSA_2048')
    const refusal = await asyncRefusalOf(() => verifierFor(arn).verify(rsa, message, new Uint8Array(256)))
    expect(refusal?.code).toBe('kms-key-usage')
  })

  test('throttling without end, and a service that breaks', async () => {
    const { arn } = newKey()
    const { signature } = await sign(arn)
    setEnvironment({ AWS_MAX_ATTEMPTS: '2' })
    const busy = { kind: 'error', status: 400, name: 'ThrottlingException', message: 'Rate exceeded' } as const
    aws.faults.add({ operation: 'Verify', times: 1, answer: busy })
    expect(await verifierFor(arn).verify(ecdsa, message, signature)).toBe(true)
    aws.faults.add({ operation: 'Verify', answer: { ...busy, status: 500, name: 'KMSInternalException' } })
    const refusal = await asyncRefusalOf(() => verifierFor(arn).verify(ecdsa, message, signature))
    expect(refusal?.code).toBe('aws-unavailable')
  })

  const keyId = '1234abcd-12ab-34cd-56ef-1234567890ab'
  const good = { KeyId: keyId, SignatureValid: true, SigningAlgorithm: 'ECDSA_SHA_256' }
  test.each<[string, object]>([
    ['that says neither yes nor no', { ...good, SignatureValid: undefined }],
    ['that says no without an error', { ...good, SignatureValid: false }],
    ['that says yes in a text', { ...good, SignatureValid: 'true' }],
    ['about another algorithm', { ...good, SigningAlgorithm: 'RSASSA_PSS_SHA_256' }],
    ['about no algorithm', { ...good, SigningAlgorithm: undefined }],
    ['about no key', { ...good, KeyId: undefined }],
    ['about another key', { ...good, KeyId: '00000000-12ab-34cd-56ef-1234567890ab' }],
  ])('an answer %s', async (_, answer) => {
    const key = newKey()
    const described = {
      GetPublicKey: {
        KeyId: keyId,
        KeySpec: key.spec,
        KeyUsage: 'SIGN_VERIFY',
        PublicKey: Buffer.from(publicKeyOf(key)).toString('base64'),
      },
      DescribeKey: { KeyMetadata: { KeyId: keyId, KeyState: 'Enabled' } },
      Verify: answer,
    }
    const server = await serve(({ message: request }, response) => {
      const operation = String(request.headers['x-amz-target']).replace(/^.*\./, '')
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.1' })
      response.end(JSON.stringify(Object.entries(described).find(([name]) => name === operation)?.[1]))
    })
    setEnvironment({ AWS_ENDPOINT_URL: server.url })
    try {
      const verifier = verifierFor(keyId)
      await verifier.describe()
      const refusal = await asyncRefusalOf(() => verifier.verify(ecdsa, message, new Uint8Array(70)))
      expect(refusal?.code).toBe('aws-answer-invalid')
    } finally {
      await server.close()
    }
  })
})
