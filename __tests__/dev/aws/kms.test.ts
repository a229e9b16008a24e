import { constants, createHash, createPublicKey, verify } from 'node:crypto'
import {
  CreateAliasCommand,
  CreateKeyCommand,
  DescribeKeyCommand,
  DisableKeyCommand,
  EnableKeyCommand,
  GetPublicKeyCommand,
  type KeySpec,
  KMSClient,
  ScheduleKeyDeletionCommand,
  SignCommand,
  type SigningAlgorithmSpec,
  VerifyCommand,
} from '@aws-sdk/client-kms'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Aws, type Policy, startAws } from '../../../dev/aws.ts'

let aws: Aws
let kms: KMSClient

const connect = (
  credentials: Aws['credentials'],
  options: { readonly region?: string; readonly maxAttempts?: number } = {},
): KMSClient => new KMSClient({ endpoint: aws.url, region: aws.region, credentials, maxAttempts: 1, ...options })

const newKey = (spec: string, usage?: string): string =>
  aws.keys.create({ spec, region: aws.region, ...(usage === undefined ? {} : { usage }) }).arn

const digest = Buffer.alloc(32, 7)
const signDigest = (KeyId: string, more: object = {}): SignCommand =>
  new SignCommand({ KeyId, SigningAlgorithm: 'ECDSA_SHA_256', MessageType: 'DIGEST', Message: digest, ...more })

/** What a call is refused with. */
async function refusal(call: Promise<unknown>): Promise<{ name: string; message: string; status: number | undefined }> {
  try {
    await call
  } catch (error) {
    const { name, message, $metadata } = error as Error & { $metadata?: { httpStatusCode?: number } }
    return { name, message, status: $metadata?.httpStatusCode }
  }
  throw new Error('the call succeeded')
}

beforeAll(async () => {
  aws = await startAws()
  kms = connect(aws.credentials)
})

afterAll(async () => {
  kms.destroy()
  await aws.close()
})

describe('signatures of every key spec verify in node:crypto, and in KMS Verify', () => {
  const rows: readonly (readonly [KeySpec, SigningAlgorithmSpec, 'sha256' | 'sha384' | 'sha512' | null])[] = [
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_256', 'sha256'],
    ['RSA_2048', 'RSASSA_PKCS1_V1_5_SHA_384', 'sha384'],
    ['RSA_3072', 'RSASSA_PKCS1_V1_5_SHA_512', 'sha512'],
    ['RSA_2048', 'RSASSA_PSS_SHA_256', 'sha256'],
    ['RSA_3072', 'RSASSA_PSS_SHA_384', 'sha384'],
    ['RSA_4096', 'RSASSA_PSS_SHA_512', 'sha512'],
    ['ECC_NIST_P256', 'ECDSA_SHA_256', 'sha256'],
    ['ECC_NIST_P384', 'ECDSA_SHA_384', 'sha384'],
    ['ECC_NIST_P521', 'ECDSA_SHA_512', 'sha512'],
    ['ECC_SECG_P256K1', 'ECDSA_SHA_256', 'sha256'],
    ['ECC_NIST_EDWARDS25519', 'ED25519_SHA_512', null],
    ['ML_DSA_44', 'ML_DSA_SHAKE_256', null],
    ['ML_DSA_87', 'ML_DSA_SHAKE_256', null],
  ]
  test.each(rows)('%s %s', async (KeySpec, SigningAlgorithm, hash) => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({ KeySpec, KeyUsage: 'SIGN_VERIFY' }))
    const KeyId = KeyMetadata?.KeyId
    const { PublicKey, SigningAlgorithms } = await kms.send(new GetPublicKeyCommand({ KeyId }))
    expect(SigningAlgorithms).toContain(SigningAlgorithm)
    const key = createPublicKey({ key: Buffer.from(PublicKey ?? []), format: 'der', type: 'spki' })
    const message = Buffer.from('the signed form')
    const saltLength = constants.RSA_PSS_SALTLEN_DIGEST
    const options = SigningAlgorithm.startsWith('RSASSA_PSS')
      ? { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength }
      : { key }

    for (const MessageType of hash === null ? (['RAW'] as const) : (['RAW', 'DIGEST'] as const)) {
      const Message = hash === null || MessageType === 'RAW' ? message : createHash(hash).update(message).digest()
      const request = { KeyId, SigningAlgorithm, MessageType, Message }
      const { Signature = new Uint8Array() } = await kms.send(new SignCommand(request))
      expect(verify(hash, message, options, Signature)).toBe(true)
      const { SignatureValid } = await kms.send(new VerifyCommand({ ...request, Signature }))
      expect(SignatureValid).toBe(true)

      const Other = Buffer.from(Message)
      Other.writeUInt8(Other.readUInt8(0) ^ 1, 0)
      const answer = await refusal(kms.send(new VerifyCommand({ ...request, Message: Other, Signature })))
      expect(answer.name).toBe('KMSInvalidSignatureException')
    }
  })
})

test('an ML-DSA signature over an external mu is one over the message', async () => {
  const KeyId = newKey('ML_DSA_65')
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }))
  const spki = Buffer.from(PublicKey ?? [])
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const message = Buffer.from('the signed form')
  const shake256 = (...parts: Uint8Array[]) =>
    createHash('shake256', { outputLength: 64 }).update(Buffer.concat(parts)).digest()
  // FIPS 204, algorithm 7, with an empty context; the key's own 1,952 bytes end its SubjectPublicKeyInfo.
  const mu = shake256(shake256(spki.subarray(-1952)), Buffer.of(0, 0), message)
  const request = { KeyId, SigningAlgorithm: 'ML_DSA_SHAKE_256', MessageType: 'EXTERNAL_MU', Message: mu } as const
  const { Signature = new Uint8Array() } = await kms.send(new SignCommand(request))
  expect(verify(null, message, key, Signature)).toBe(true)
  expect((await kms.send(new VerifyCommand({ ...request, Signature }))).SignatureValid).toBe(true)
  const short = await refusal(kms.send(new SignCommand({ ...request, Message: mu.subarray(1) })))
  expect(short.name).toBe('ValidationException')
})

describe('keys are found', () => {
  test('by id, ARN, alias and alias ARN', async () => {
    const arn = newKey('ECC_NIST_P256')
    const alias = 'alias/release'
    await kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: arn }))
    const names = [arn, arn.split('/').at(-1), alias, arn.replace(/:key\/.*/, `:${alias}`)]
    for (const KeyId of names) {
      const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }))
      expect(KeyMetadata).toMatchObject({ Arn: arn, Enabled: true, KeyState: 'Enabled', KeyUsage: 'SIGN_VERIFY' })
    }
    const again = await refusal(kms.send(new CreateAliasCommand({ AliasName: alias, TargetKeyId: arn })))
    expect(again.name).toBe('AlreadyExistsException')
  })

  test('in their own Region only', async () => {
    const arn = newKey('ECC_NIST_P256')
    const elsewhere = connect(aws.credentials, { region: 'eu-west-1' })
    const byArn = await refusal(elsewhere.send(new DescribeKeyCommand({ KeyId: arn })))
    expect(byArn).toMatchObject({ name: 'NotFoundException', message: `Invalid arn ${aws.region}` })
    const byId = await refusal(elsewhere.send(new DescribeKeyCommand({ KeyId: arn.split('/').at(-1) })))
    expect(byId).toMatchObject({
      name: 'NotFoundException',
      message: `Key '${arn.replace(aws.region, 'eu-west-1')}' does not exist`,
    })
    elsewhere.destroy()
  })

  test('or not, in the words of AWS', async () => {
    const garbage = await refusal(kms.send(new DescribeKeyCommand({ KeyId: 'garbage' })))
    expect(garbage).toMatchObject({ name: 'NotFoundException', message: "Invalid keyId 'garbage'", status: 400 })
    const alias = await refusal(kms.send(new DescribeKeyCommand({ KeyId: 'alias/none' })))
    expect(alias.message).toBe(`Alias arn:aws:kms:${aws.region}:${aws.account}:alias/none is not found.`)
  })
})

describe('Sign refuses', () => {
  test('a RAW message above 4,096 bytes, and takes one of 4,096', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    const raw = (length: number) => signDigest(KeyId, { MessageType: 'RAW', Message: Buffer.alloc(length) })
    await kms.send(raw(4096))
    const answer = await refusal(kms.send(raw(4097)))
    expect(answer.name).toBe('ValidationException')
    expect(answer.message).toContain(
      "'message' failed to satisfy constraint: Member must have length less than or equal",
    )
  })

  test('a digest of another length', async () => {
    const answer = await refusal(kms.send(signDigest(newKey('ECC_NIST_P256'), { Message: Buffer.alloc(48) })))
    expect(answer).toMatchObject({
      name: 'ValidationException',
      message: 'Digest is invalid length for algorithm ECDSA_SHA_256.',
    })
  })

  test('an algorithm of another key spec', async () => {
    const answer = await refusal(kms.send(signDigest(newKey('RSA_2048'))))
    expect(answer).toMatchObject({
      name: 'InvalidKeyUsageException',
      message: 'Algorithm ECDSA_SHA_256 is incompatible with key spec RSA_2048.',
    })
  })

  test('a key of another usage', async () => {
    const arn = newKey('ECC_NIST_P256', 'KEY_AGREEMENT')
    const answer = await refusal(kms.send(signDigest(arn)))
    expect(answer.name).toBe('InvalidKeyUsageException')
    expect(answer.message).toBe(`${arn} key usage is KEY_AGREEMENT which is not valid for Sign.`)
  })

  test('ED25519_SHA_512 with a digest', async () => {
    const request = { SigningAlgorithm: 'ED25519_SHA_512', Message: Buffer.alloc(64) }
    const answer = await refusal(kms.send(signDigest(newKey('ECC_NIST_EDWARDS25519'), request)))
    expect(answer.name).toBe('ValidationException')
  })

  test('a key that is disabled, and signs again when enabled', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    await kms.send(new DisableKeyCommand({ KeyId }))
    const answer = await refusal(kms.send(signDigest(KeyId)))
    expect(answer).toMatchObject({ name: 'DisabledException', message: `${KeyId} is disabled.` })
    await kms.send(new EnableKeyCommand({ KeyId }))
    await kms.send(signDigest(KeyId))
  })

  test('a key pending deletion', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }))
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId }))
    expect(KeyMetadata?.KeyState).toBe('PendingDeletion')
    expect((KeyMetadata?.DeletionDate?.getTime() ?? 0) - Date.now()).toBeGreaterThan(6 * 86_400_000)
    const answer = await refusal(kms.send(signDigest(KeyId)))
    expect(answer).toMatchObject({ name: 'KMSInvalidStateException', message: `${KeyId} is pending deletion.` })
  })

  test('DryRun without a signature: as a success would be, or with the error there would be', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    const before = aws.signCalls().length
    const answer = await refusal(kms.send(signDigest(KeyId, { DryRun: true })))
    expect(answer).toMatchObject({
      name: 'DryRunOperationException',
      message: 'The request would have succeeded, but the DryRun option is set.',
    })
    const wrong = await refusal(kms.send(signDigest(newKey('RSA_2048'), { DryRun: true })))
    expect(wrong.name).toBe('InvalidKeyUsageException')
    expect(aws.signCalls().length).toBe(before)
  })
})

describe('permissions', () => {
  const only = (action: string, condition: object = {}): Policy => ({
    Statement: { Effect: 'Allow', Action: action, Resource: '*', Condition: { ...condition } },
  })

  test('an action that no policy allows', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    const reader = connect(aws.createUser({ name: 'reader', policies: [only('kms:GetPublicKey')] }))
    await reader.send(new GetPublicKeyCommand({ KeyId }))
    const answer = await refusal(reader.send(signDigest(KeyId)))
    expect(answer).toEqual({
      name: 'AccessDeniedException',
      message: `User: arn:aws:iam::${aws.account}:user/reader is not authorized to perform: kms:Sign on resource: ${KeyId} because no identity-based policy allows the kms:Sign action`,
      status: 400,
    })
    reader.destroy()
  })

  test('kms:SigningAlgorithm, kms:MessageType and kms:RequestAlias are condition keys', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    await kms.send(new CreateAliasCommand({ AliasName: 'alias/conditional', TargetKeyId: KeyId }))
    const StringEquals = {
      'kms:SigningAlgorithm': 'ECDSA_SHA_256',
      'kms:MessageType': 'DIGEST',
      'kms:RequestAlias': 'alias/conditional',
    }
    const signer = connect(aws.createUser({ name: 'signer', policies: [only('kms:Sign', { StringEquals })] }))
    await signer.send(signDigest('alias/conditional'))
    expect((await refusal(signer.send(signDigest(KeyId)))).name).toBe('AccessDeniedException')
    const raw = signDigest('alias/conditional', { MessageType: 'RAW' })
    expect((await refusal(signer.send(raw))).name).toBe('AccessDeniedException')
    signer.destroy()
  })

  test('a deny in the key policy wins, but for the principal it leaves out', async () => {
    const signer = aws.createUser({ name: 'the-signer' })
    const policy: Policy = {
      Statement: [
        { Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${aws.account}:root` }, Action: 'kms:*', Resource: '*' },
        {
          Effect: 'Deny',
          Principal: '*',
          Action: ['kms:Sign', 'kms:CreateGrant'],
          Resource: '*',
          Condition: { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${aws.account}:user/the-signer` } },
        },
      ],
    }
    const { arn } = aws.keys.create({ spec: 'ECC_NIST_P256', region: aws.region, policy })
    const answer = await refusal(kms.send(signDigest(arn)))
    expect(answer.message).toMatch(/kms:Sign on resource: .* with an explicit deny in a resource-based policy$/)
    const client = connect(signer)
    await client.send(signDigest(arn))
    client.destroy()
  })

  test('unknown credentials, and a secret that is another', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    const unknown = connect({ ...aws.credentials, accessKeyId: 'AKIAUNKNOWN' })
    expect((await refusal(unknown.send(signDigest(KeyId)))).name).toBe('UnrecognizedClientException')
    const wrong = connect({ ...aws.credentials, secretAccessKey: 'another' })
    expect((await refusal(wrong.send(signDigest(KeyId)))).name).toBe('InvalidSignatureException')
    unknown.destroy()
    wrong.destroy()
  })
})

describe('faults on demand', () => {
  test('every third Sign fails, twice, and is logged', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    const error = { kind: 'error', status: 500, name: 'KMSInternalException', message: 'internal' } as const
    const heal = aws.faults.add({ operation: 'Sign', every: 3, times: 2, answer: error })
    const from = aws.calls.length
    for (let i = 0; i < 9; i++) await kms.send(signDigest(KeyId)).catch(() => undefined)
    heal()
    const calls = aws.calls.slice(from)
    expect(calls.map((call) => call.status)).toEqual([200, 200, 500, 200, 200, 500, 200, 200, 200])
    expect(calls[2]).toMatchObject({ operation: 'Sign', error: 'KMSInternalException' })
    expect(new Set(calls.map((call) => call.requestId)).size).toBe(9)
  })

  test('a connection dropped once is tried again by the SDK', async () => {
    const patient = connect(aws.credentials, { maxAttempts: 3 })
    aws.faults.add({ operation: 'Sign', times: 1, answer: { kind: 'reset' } })
    const from = aws.calls.length
    await patient.send(signDigest(newKey('ECC_NIST_P256')))
    expect(aws.calls.slice(from).map((call) => call.status)).toEqual([0, 200])
    patient.destroy()
  })

  test('throttling lets the rate through, no more', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    aws.pace.callsPerSecond = 20
    const answers = await Promise.allSettled(Array.from({ length: 40 }, () => kms.send(signDigest(KeyId))))
    aws.pace.callsPerSecond = Number.POSITIVE_INFINITY
    const names = answers.map((answer) => (answer.status === 'fulfilled' ? 'ok' : answer.reason.name))
    expect(new Set(names)).toEqual(new Set(['ok', 'ThrottlingException']))
    // A tenth of a second's worth, and what trickled in while the rest arrived.
    expect(names.filter((name) => name === 'ok').length).toBeLessThan(35)
  })

  test('latency', async () => {
    const KeyId = newKey('ECC_NIST_P256')
    aws.pace.latencyMilliseconds = 80
    const start = performance.now()
    await kms.send(signDigest(KeyId))
    aws.pace.latencyMilliseconds = 0
    expect(performance.now() - start).toBeGreaterThan(75)
  })
})
