import { createPublicKey, type KeyObject, randomUUID } from 'node:crypto'
import { algorithmsOfSpec } from './algorithms.ts'
import { AwsError } from './errors.ts'
import { generateKeyMaterial } from './key-material.ts'
import type { Policy } from './policy.ts'

/** As on the wire. */
export interface KeyTag {
  readonly TagKey: string
  readonly TagValue: string
}

export interface KmsKey {
  readonly id: string
  readonly arn: string
  readonly region: string
  readonly spec: string
  readonly usage: string
  /** Undefined for keys that the stand-in only describes: symmetric ones. */
  readonly privateKey: KeyObject | undefined
  readonly created: Date
  readonly description: string
  readonly tags: readonly KeyTag[]
  state: 'Enabled' | 'Disabled' | 'PendingDeletion' | 'PendingImport'
  deletion: Date | undefined
  policy: Policy
}

export interface NewKey {
  readonly spec: string
  readonly region: string
  /** Default: SIGN_VERIFY, or ENCRYPT_DECRYPT for SYMMETRIC_DEFAULT. */
  readonly usage?: string | undefined
  readonly description?: string | undefined
  /** Default: what the console makes, the account may do all and delegates to IAM. */
  readonly policy?: Policy | undefined
  readonly tags?: readonly KeyTag[] | undefined
}

export interface ResolvedKey {
  readonly key: KmsKey
  /** `kms:RequestAlias`: the alias it was called by. */
  readonly alias: string | undefined
}

export interface KeyStore {
  create(options: NewKey): KmsKey
  /** @param name with its `alias/` */
  createAlias(name: string, target: string, region: string): string
  aliasesOf(key: KmsKey): readonly string[]
  /** By id, ARN, alias or alias ARN, in one Region. @throws AwsError `NotFoundException` */
  resolve(keyId: string, region: string): ResolvedKey
}

const uuid = /^(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

export function createKeyStore(account: string): KeyStore {
  const keys = new Map<string, KmsKey>()
  /** Alias ARN → key ARN. */
  const aliases = new Map<string, string>()
  const arnOf = (resource: string, region: string): string => `arn:aws:kms:${region}:${account}:${resource}`

  const byArn = (arn: string): KmsKey => {
    const key = keys.get(arn)
    if (key === undefined) throw new AwsError('NotFoundException', `Key '${arn}' does not exist`)
    return key
  }
  const byAliasArn = (arn: string): ResolvedKey => {
    const target = aliases.get(arn)
    if (target === undefined) throw new AwsError('NotFoundException', `Alias ${arn} is not found.`)
    return { key: byArn(target), alias: arn.slice(arn.indexOf(':alias/') + 1) }
  }

  const resolve = (keyId: string, region: string): ResolvedKey => {
    if (keyId.startsWith('arn:')) {
      const [, , service, arnRegion, , resource = ''] = keyId.split(':')
      if (service !== 'kms' || arnRegion !== region) throw new AwsError('NotFoundException', `Invalid arn ${arnRegion}`)
      return resource.startsWith('alias/') ? byAliasArn(keyId) : { key: byArn(keyId), alias: undefined }
    }
    if (keyId.startsWith('alias/')) return byAliasArn(arnOf(keyId, region))
    if (!uuid.test(keyId)) throw new AwsError('NotFoundException', `Invalid keyId '${keyId}'`)
    return { key: byArn(arnOf(`key/${keyId}`, region)), alias: undefined }
  }

  return {
    resolve,
    create({ spec, region, usage, description, policy, tags }) {
      const id = randomUUID()
      const key: KmsKey = {
        id,
        arn: arnOf(`key/${id}`, region),
        region,
        spec,
        usage: usage ?? (algorithmsOfSpec.has(spec) ? 'SIGN_VERIFY' : 'ENCRYPT_DECRYPT'),
        privateKey: algorithmsOfSpec.has(spec) ? generateKeyMaterial(spec) : undefined,
        created: new Date(),
        description: description ?? '',
        tags: tags ?? [],
        state: 'Enabled',
        deletion: undefined,
        policy: policy ?? delegateToIam(account),
      }
      keys.set(key.arn, key)
      return key
    },
    createAlias(name, target, region) {
      const arn = arnOf(name, region)
      if (aliases.has(arn)) {
        throw new AwsError('AlreadyExistsException', `An alias with the name ${arn} already exists`)
      }
      aliases.set(arn, resolve(target, region).key.arn)
      return arn
    },
    aliasesOf: (key) =>
      [...aliases].filter(([, target]) => target === key.arn).map(([arn]) => arn.slice(arn.indexOf(':alias/') + 1)),
  }
}

const delegateToIam = (account: string): Policy => ({
  Version: '2012-10-17',
  Id: 'key-default-1',
  Statement: {
    Sid: 'Enable IAM User Permissions',
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account}:root` },
    Action: 'kms:*',
    Resource: '*',
  },
})

/** SubjectPublicKeyInfo, DER. */
export function publicKeyOf(key: KmsKey): Uint8Array {
  if (key.privateKey === undefined) throw new Error(`a key of spec ${key.spec} has no public part`)
  return createPublicKey(key.privateKey).export({ format: 'der', type: 'spki' })
}
