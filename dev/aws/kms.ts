import { algorithmsOfSpec } from './algorithms.ts'
import { AwsError, validationError } from './errors.ts'
import type { Throttle } from './faults.ts'
import { type KeyStore, type KeyTag, type KmsKey, publicKeyOf } from './keys.ts'
import { authorize } from './kms-authorization.ts'
import type { KmsInput } from './kms-input.ts'
import { readSigningRequest, signOperation, verifyOperation } from './kms-signing.ts'
import type { Policy } from './policy.ts'
import type { AuthenticatedCaller } from './signature-v4.ts'

export interface KmsService {
  readonly account: string
  readonly keys: KeyStore
  readonly throttle: Throttle
}

type Operation = (service: KmsService, caller: AuthenticatedCaller, input: KmsInput) => object

const otherSpecs: readonly string[] = ['SYMMETRIC_DEFAULT', 'HMAC_256', 'SM2']

const operations: ReadonlyMap<string, Operation> = new Map<string, Operation>([
  ['CreateKey', createKey],
  ['CreateAlias', createAlias],
  ['DescribeKey', (...call) => ({ KeyMetadata: metadata(call[0], open('DescribeKey', ...call)) })],
  ['GetPublicKey', getPublicKey],
  ['Sign', sign],
  ['Verify', verify],
  ['DisableKey', (...call) => setState('DisableKey', 'Disabled', ...call)],
  ['EnableKey', (...call) => setState('EnableKey', 'Enabled', ...call)],
  ['ScheduleKeyDeletion', scheduleKeyDeletion],
  ['CancelKeyDeletion', cancelKeyDeletion],
  ['ListResourceTags', (...call) => ({ Tags: open('ListResourceTags', ...call).tags, Truncated: false })],
  ['PutKeyPolicy', putKeyPolicy],
  [
    'GetKeyPolicy',
    (...call) => ({ PolicyName: 'default', Policy: JSON.stringify(open('GetKeyPolicy', ...call).policy) }),
  ],
])

/** Answers one call. @throws AwsError */
export function callKms(service: KmsService, operation: string, caller: AuthenticatedCaller, input: KmsInput): object {
  const handler = operations.get(operation)
  if (handler === undefined) throw new AwsError('UnknownOperationException', '')
  return handler(service, caller, input)
}

/** The key of a call that this caller may make. */
function open(
  operation: string,
  service: KmsService,
  { principal, region }: AuthenticatedCaller,
  input: KmsInput,
  context: Readonly<Record<string, string>> = {},
): KmsKey {
  const { key, alias } = service.keys.resolve(input.string('KeyId'), region)
  authorize(principal, service.account, region, {
    operation,
    key,
    context: { ...context, 'kms:requestalias': alias, 'kms:resourcealiases': service.keys.aliasesOf(key) },
  })
  return key
}

function createKey(service: KmsService, { principal, region }: AuthenticatedCaller, input: KmsInput): object {
  const spec = input.optionalString('KeySpec') ?? input.optionalString('CustomerMasterKeySpec') ?? 'SYMMETRIC_DEFAULT'
  const specs = [...algorithmsOfSpec.keys(), ...otherSpecs]
  if (!specs.includes(spec)) {
    throw validationError('keySpec', spec, `Member must satisfy enum value set: [${specs.join(', ')}]`)
  }
  const usage = input.optionalString('KeyUsage')
  if (usage === undefined && spec !== 'SYMMETRIC_DEFAULT') {
    throw new AwsError(
      'ValidationException',
      `You must specify a KeyUsage value for all KMS keys except for symmetric encryption keys.`,
    )
  }
  const policy = input.optionalString('Policy')
  authorize(principal, service.account, region, {
    operation: 'CreateKey',
    key: undefined,
    context: { 'kms:keyspec': spec, 'kms:keyusage': usage },
  })
  const tags = readTags(input)
  if (tags.length > 0) {
    authorize(principal, service.account, region, { operation: 'TagResource', key: undefined, context: {} })
  }
  const key = service.keys.create({
    spec,
    region,
    usage,
    description: input.optionalString('Description'),
    policy: policy === undefined ? undefined : parsePolicy(policy),
    tags,
  })
  return { KeyMetadata: metadata(service, key) }
}

function readTags({ members }: KmsInput): readonly KeyTag[] {
  const tags = Array.isArray(members.Tags) ? members.Tags : []
  return tags.map((tag: unknown) => {
    const { TagKey, TagValue } = Object(tag)
    if (typeof TagKey !== 'string' || typeof TagValue !== 'string' || !/^(?!aws:).{1,128}$/.test(TagKey)) {
      throw new AwsError('TagException', 'A tag key or value is not valid.')
    }
    return { TagKey, TagValue }
  })
}

function createAlias(service: KmsService, { principal, region }: AuthenticatedCaller, input: KmsInput): object {
  const name = input.string('AliasName')
  if (!/^alias\/[a-zA-Z0-9/_-]+$/.test(name)) {
    throw validationError('aliasName', name, 'Member must satisfy regular expression pattern: ^[a-zA-Z0-9:/_-]+$')
  }
  const { key } = service.keys.resolve(input.string('TargetKeyId'), region)
  // On both of them.
  const resource = `arn:aws:kms:${region}:${service.account}:${name}`
  authorize(principal, service.account, region, { operation: 'CreateAlias', key: undefined, resource, context: {} })
  authorize(principal, service.account, region, { operation: 'CreateAlias', key, context: {} })
  service.keys.createAlias(name, key.arn, region)
  return {}
}

function getPublicKey(...call: Parameters<Operation>): object {
  const key = open('GetPublicKey', ...call)
  requireEnabled(key)
  if (key.privateKey === undefined) {
    throw new AwsError('UnsupportedOperationException', `${key.arn} key spec is ${key.spec} which has no public key.`)
  }
  return {
    KeyId: key.arn,
    KeySpec: key.spec,
    CustomerMasterKeySpec: key.spec,
    KeyUsage: key.usage,
    PublicKey: Buffer.from(publicKeyOf(key)).toString('base64'),
    ...algorithmsMember(key),
  }
}

function sign(service: KmsService, caller: AuthenticatedCaller, input: KmsInput): object {
  const request = readSigningRequest(input)
  service.throttle.take()
  const key = open('Sign', service, caller, input, signingContext(request))
  requireEnabled(key)
  return signOperation(key, request, input.boolean('DryRun'))
}

function verify(service: KmsService, caller: AuthenticatedCaller, input: KmsInput): object {
  const request = readSigningRequest(input)
  const signature = input.blob('Signature')
  service.throttle.take()
  const key = open('Verify', service, caller, input, signingContext(request))
  requireEnabled(key)
  return verifyOperation(key, request, signature, input.boolean('DryRun'))
}

const signingContext = (request: ReturnType<typeof readSigningRequest>): Readonly<Record<string, string>> => ({
  'kms:signingalgorithm': request.algorithm.name,
  'kms:messagetype': request.messageType,
})

function setState(operation: string, state: 'Enabled' | 'Disabled', ...call: Parameters<Operation>): object {
  const key = open(operation, ...call)
  requireNotPending(key)
  key.state = state
  return {}
}

function scheduleKeyDeletion(...call: Parameters<Operation>): object {
  const key = open('ScheduleKeyDeletion', ...call)
  requireNotPending(key)
  const days = call[2].number('PendingWindowInDays', 30)
  key.state = 'PendingDeletion'
  key.deletion = new Date(Date.now() + days * 86_400_000)
  return { KeyId: key.arn, KeyState: key.state, DeletionDate: seconds(key.deletion), PendingWindowInDays: days }
}

function cancelKeyDeletion(...call: Parameters<Operation>): object {
  const key = open('CancelKeyDeletion', ...call)
  if (key.state !== 'PendingDeletion') {
    throw new AwsError('KMSInvalidStateException', `${key.arn} is not pending deletion.`)
  }
  key.state = 'Disabled'
  key.deletion = undefined
  return { KeyId: key.arn }
}

function putKeyPolicy(...call: Parameters<Operation>): object {
  const key = open('PutKeyPolicy', ...call)
  key.policy = parsePolicy(call[2].string('Policy'))
  return {}
}

function parsePolicy(text: string): Policy {
  try {
    const policy: Policy = JSON.parse(text)
    if (policy.Statement !== undefined) return policy
  } catch {
    // Worded below, as AWS does.
  }
  throw new AwsError('MalformedPolicyDocumentException', 'Policy document is malformed')
}

function requireEnabled(key: KmsKey): void {
  requireNotPending(key)
  if (key.state === 'Disabled') throw new AwsError('DisabledException', `${key.arn} is disabled.`)
}

function requireNotPending(key: KmsKey): void {
  if (key.state === 'PendingDeletion') {
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending deletion.`)
  }
  if (key.state === 'PendingImport') {
    throw new AwsError('KMSInvalidStateException', `${key.arn} is pending import.`)
  }
}

function algorithmsMember(key: KmsKey): object {
  if (key.usage === 'SIGN_VERIFY') return { SigningAlgorithms: algorithmsOfSpec.get(key.spec) ?? [] }
  return {
    EncryptionAlgorithms: key.privateKey === undefined ? [key.spec] : ['RSAES_OAEP_SHA_1', 'RSAES_OAEP_SHA_256'],
  }
}

const metadata = ({ account }: KmsService, key: KmsKey): object => ({
  AWSAccountId: account,
  KeyId: key.id,
  Arn: key.arn,
  CreationDate: seconds(key.created),
  Enabled: key.state === 'Enabled',
  Description: key.description,
  KeyUsage: key.usage,
  KeyState: key.state,
  ...(key.deletion === undefined ? {} : { DeletionDate: seconds(key.deletion) }),
  Origin: 'AWS_KMS',
  KeyManager: 'CUSTOMER',
  KeySpec: key.spec,
  CustomerMasterKeySpec: key.spec,
  MultiRegion: false,
  ...algorithmsMember(key),
})

const seconds = (date: Date): number => date.getTime() / 1000
