import { DescribeKeyCommand, GetKeyPolicyCommand, KMSClient, ListResourceTagsCommand } from '@aws-sdk/client-kms'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals'
import { type Aws, type Policy, startAws } from '../../../dev/aws.ts'
import { createKmsAdministration } from '../../../src/adapters/kms/kms-administration.ts'
import { systemTimers } from '../../../src/adapters/waiting/timers.ts'
import { type CreateKeyRequest, createKey } from '../../../src/identity/create-key.ts'
import { environmentForTest } from '../../support/environment.ts'
import { asyncRefusalOf } from '../../support/refusal.ts'

let aws: Aws
let kms: KMSClient
const setEnvironment = environmentForTest()

beforeAll(async () => {
  aws = await startAws()
  kms = new KMSClient({ endpoint: aws.url, region: aws.region, credentials: aws.credentials })
})
afterAll(async () => {
  kms.destroy()
  await aws.close()
})
beforeEach(() => setEnvironment(aws.environment))
afterEach(() => aws.faults.clear())

/** Waits are short, so that what gives up after a second does so here, too, but soon. */
const timers = { ...systemTimers, sleep: (milliseconds: number) => systemTimers.sleep(Math.min(5, milliseconds)) }
const administration = () => createKmsAdministration({ environment: process.env, timers })
const create = (request: Partial<CreateKeyRequest> = {}) =>
  createKey(
    { spec: 'ECC_NIST_P256', alias: undefined, description: undefined, tags: [], policy: undefined, ...request },
    { administration: administration() },
  )
const refusalFor = (request: Partial<CreateKeyRequest>) => asyncRefusalOf(() => create(request))
const callsNamed = (operation: string) => aws.calls.filter((call) => call.operation === operation)

/** As a user with these policies alone. */
function asUser(...actions: readonly string[]): void {
  const policies: Policy[] = [{ Statement: { Effect: 'Allow', Action: actions, Resource: '*' } }]
  const { accessKeyId, secretAccessKey } = aws.createUser({
    name: `user-${actions.join('-').replaceAll(':', '')}`,
    policies,
  })
  setEnvironment({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey })
}

describe('key create', () => {
  test('makes a key that signs, with all that was asked for', async () => {
    const policy = JSON.stringify({
      Statement: {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${aws.account}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
    })
    const made = await create({
      spec: 'ECC_NIST_P384',
      alias: 'alias/team/release_key-1',
      description: 'signs releases',
      tags: [
        { key: 'team', value: 'security=first' },
        { key: 'empty', value: '' },
      ],
      policy,
    })
    expect(made).toMatchObject({ alias: 'alias/team/release_key-1', spec: 'ECC_NIST_P384' })
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/team/release_key-1' }))
    expect(KeyMetadata).toMatchObject({
      Arn: made.keyId,
      KeySpec: 'ECC_NIST_P384',
      KeyUsage: 'SIGN_VERIFY',
      Description: 'signs releases',
    })
    expect((await kms.send(new ListResourceTagsCommand({ KeyId: made.keyId }))).Tags).toEqual([
      { TagKey: 'team', TagValue: 'security=first' },
      { TagKey: 'empty', TagValue: '' },
    ])
    expect((await kms.send(new GetKeyPolicyCommand({ KeyId: made.keyId }))).Policy).toBe(policy)
  })

  test('makes no alias, and asks for none, where none is wanted', async () => {
    asUser('kms:CreateKey')
    expect(await create()).toMatchObject({ alias: null })
  })

  test('leaves an alias that exists where it is, and makes no key', async () => {
    const { keyId } = await create({ alias: 'alias/taken' })
    const before = callsNamed('CreateKey').length
    expect(await refusalFor({ alias: 'alias/taken' })).toMatchObject({
      code: 'kms-alias-taken',
      message: `alias/taken stands for ${keyId} already`,
    })
    expect(callsNamed('CreateKey')).toHaveLength(before)
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: 'alias/taken' }))
    expect(KeyMetadata?.Arn).toBe(keyId)
  })

  test('names the key that it made when somebody takes the alias meanwhile', async () => {
    aws.faults.add({
      operation: 'CreateAlias',
      answer: { kind: 'error', status: 400, name: 'AlreadyExistsException', message: 'An alias with the name exists' },
    })
    const refusal = await refusalFor({ alias: 'alias/contested' })
    expect(refusal).toMatchObject({ code: 'kms-alias-missing', cause: { code: 'kms-alias-taken' } })
    const [arn = ''] = /arn:aws:kms:\S+/.exec(refusal?.message ?? '') ?? []
    expect((await kms.send(new DescribeKeyCommand({ KeyId: arn }))).KeyMetadata?.Enabled).toBe(true)
  })

  test.each(['release', 'alias/', 'alias/aws/release', 'alias/a b', 'alias/ä', `alias/${'x'.repeat(251)}`])(
    '%s is no name for an alias',
    async (alias) => {
      const before = aws.calls.length
      expect((await refusalFor({ alias }))?.code).toBe('input-invalid')
      expect(aws.calls).toHaveLength(before)
    },
  )

  test.each([
    ['kms:CreateKey', ['kms:DescribeKey'], {}],
    ['kms:TagResource', ['kms:CreateKey'], { tags: [{ key: 'a', value: 'b' }] }],
    ['kms:CreateAlias', ['kms:CreateKey', 'kms:DescribeKey'], { alias: 'alias/not-allowed' }],
  ])('says that %s is not allowed', async (action, allowed, request) => {
    asUser(...allowed)
    const refusal = await refusalFor(request)
    expect([refusal?.code, refusal?.message]).toEqual([
      action === 'kms:CreateAlias' ? 'kms-alias-missing' : 'aws-access-denied',
      expect.stringContaining(`not authorized to perform: ${action}`),
    ])
  })

  test.each([
    ['MalformedPolicyDocumentException', 'kms-policy-invalid'],
    ['TagException', 'input-invalid'],
    ['LimitExceededException', 'aws-refused'],
    ['UnsupportedOperationException', 'kms-key-usage'],
  ])('%s is %s', async (name, code) => {
    aws.faults.add({ operation: 'CreateKey', answer: { kind: 'error', status: 400, name, message: 'no' } })
    expect((await refusalFor({}))?.code).toBe(code)
    expect(aws.calls.at(-1)?.operation).toBe('CreateKey')
  })

  test('needs a Region', async () => {
    setEnvironment({ AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined })
    expect((await refusalFor({}))?.code).toBe('aws-region-missing')
  })
})
