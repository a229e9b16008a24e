import type { KeySpec } from '../core/algorithm.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { KeyAdministration, NewKey } from './ports.ts'

export interface CreateKeyRequest extends NewKey {
  /** With its `alias/`; undefined: none. */
  readonly alias: string | undefined
}

export interface CreateKeyReport {
  /** ARN. */
  readonly keyId: string
  readonly alias: string | null
  readonly spec: KeySpec
}

/**
 * Makes an asymmetric key that signs, and an alias for it. An alias that exists is never pointed to the new key.
 *
 * @throws ReleaseSigningError `input-invalid`, `kms-alias-taken`, `kms-alias-missing` where the key was made and its
 * alias was not, `kms-policy-invalid`, or what the service refuses
 */
export async function createKey(
  request: CreateKeyRequest,
  { administration }: { readonly administration: KeyAdministration },
): Promise<CreateKeyReport> {
  const { alias, spec } = request
  if (alias !== undefined) await expectFree(alias, administration)
  const keyId = await administration.createKey(request)
  if (alias !== undefined) {
    try {
      await administration.createAlias(alias, keyId)
    } catch (cause) {
      throw withoutAlias(keyId, alias, cause)
    }
  }
  return { keyId, alias: alias ?? null, spec }
}

async function expectFree(alias: string, administration: KeyAdministration): Promise<void> {
  if (!/^alias\/(?!aws\/)[\w/-]{1,250}$/.test(alias)) {
    throw new ReleaseSigningError('input-invalid', `${alias} is no name for an alias`, {
      hint: 'Write alias/NAME, with letters, digits, slashes, underscores and hyphens, and not alias/aws/….',
    })
  }
  const taken = await administration.keyOf(alias)
  if (taken === undefined) return
  throw new ReleaseSigningError('kms-alias-taken', `${alias} stands for ${taken} already`, {
    hint: 'Choose another alias: one that others sign with is not pointed to a new key behind their backs.',
  })
}

function withoutAlias(keyId: string, alias: string, cause: unknown): unknown {
  if (!(cause instanceof ReleaseSigningError)) return cause
  return new ReleaseSigningError(
    'kms-alias-missing',
    `key ${keyId} was made, but not its alias ${alias}: ${cause.message}`,
    {
      hint: `Use the key by its ARN, make the alias by hand (aws kms create-alias), or have the key deleted (aws kms schedule-key-deletion). ${cause.hint ?? ''}`.trim(),
      cause,
    },
  )
}
