import type { KeyMetadata } from '@aws-sdk/client-kms'
import { type KeySpec, signatureAlgorithms } from '../../core/algorithm.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import type { KeyDescription } from '../../release/ports.ts'
import { type AwsCall, awsFailure } from '../aws/aws-errors.ts'
import type { KmsService } from './kms-client.ts'
import { answerInvalid, disabledKey, kmsError, pendingDeletion } from './kms-errors.ts'

/** What GetPublicKey says, and DescribeKey where it is allowed: it alone tells why a key cannot be used. */
export async function describeKey(
  kms: () => Promise<KmsService>,
  keyId: string,
  call: (action: string) => AwsCall,
): Promise<KeyDescription> {
  const { client, DescribeKeyCommand, GetPublicKeyCommand } = await kms().catch((error: unknown) => {
    throw kmsError(error, call('GetPublicKey'))
  })
  const [metadata, answer] = await Promise.allSettled([
    client.send(new DescribeKeyCommand({ KeyId: keyId })),
    client.send(new GetPublicKeyCommand({ KeyId: keyId })),
  ])
  if (metadata.status === 'fulfilled') checkState(metadata.value.KeyMetadata ?? {}, keyId)
  else if (awsFailure(metadata.reason).name !== 'AccessDeniedException')
    throw kmsError(metadata.reason, call('DescribeKey'))
  if (answer.status === 'rejected') throw kmsError(answer.reason, call('GetPublicKey'))

  const { KeyId, KeySpec, KeyUsage, PublicKey, $metadata } = answer.value
  checkUsage(KeyUsage, keyId)
  if (!PublicKey?.length) throw answerInvalid('answered without a public key', $metadata.requestId)
  return { keyId: KeyId ?? keyId, spec: signingSpec(KeySpec, keyId), publicKey: PublicKey }
}

function checkState({ KeyState, KeyUsage, Enabled, DeletionDate }: Partial<KeyMetadata>, keyId: string): void {
  const refuse = ({ code, message, hint }: ReturnType<typeof disabledKey>) => {
    throw new ReleaseSigningError(code, message, { hint })
  }
  if (KeyState === 'PendingDeletion' || KeyState === 'PendingReplicaDeletion')
    refuse(pendingDeletion(keyId, DeletionDate))
  if (KeyState === 'Disabled' || (KeyState === undefined && Enabled === false)) refuse(disabledKey(keyId))
  if (KeyState !== undefined && KeyState !== 'Enabled') {
    throw new ReleaseSigningError('kms-key-state', `key ${keyId} is in state ${KeyState}`, {
      hint: 'Only an enabled key signs: see the state of the key in the KMS console.',
    })
  }
  checkUsage(KeyUsage, keyId)
}

function checkUsage(usage: string | undefined, keyId: string): void {
  if (usage === undefined || usage === 'SIGN_VERIFY') return
  throw new ReleaseSigningError('kms-key-usage', `key ${keyId} is of usage ${usage}, not SIGN_VERIFY`, {
    hint: "A key's usage cannot be changed: make a new one with --key-usage SIGN_VERIFY.",
  })
}

const signingSpecs: ReadonlySet<string> = new Set(signatureAlgorithms.flatMap(({ keySpecs }) => keySpecs))
const isSigningSpec = (spec: string): spec is KeySpec => signingSpecs.has(spec)

function signingSpec(spec: string | undefined, keyId: string): KeySpec {
  if (spec !== undefined && isSigningSpec(spec)) return spec
  throw new ReleaseSigningError(
    'key-unsupported',
    `key ${keyId} is of spec ${spec}, which this program does not sign with`,
    {
      hint: `Use one of ${[...signingSpecs].join(', ')}.`,
    },
  )
}
