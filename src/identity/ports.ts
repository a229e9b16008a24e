import type { KeySpec } from '../core/algorithm.ts'
import type { Clock, Files, Signer } from '../release/ports.ts'

/** So many octets from a cryptographically secure source. */
export type Randomness = (octets: number) => Uint8Array

/** The files of whoever makes requests, certificates and CRLs. */
export type IdentityFiles = Pick<Files, 'exists' | 'readIfThere' | 'checkWritable' | 'writeAll'>

export interface RequestPorts {
  /** The key that is to be certified. */
  readonly signer: Signer
  readonly files: IdentityFiles
}

export interface AuthorityPorts {
  /** The CA's key. */
  readonly signer: Signer
  readonly files: IdentityFiles
  readonly clock: Clock
}

export interface IssuingPorts extends AuthorityPorts {
  readonly random: Randomness
}

export interface NewKey {
  readonly spec: KeySpec
  readonly description: string | undefined
  readonly tags: readonly { readonly key: string; readonly value: string }[]
  /** Key policy, JSON; undefined: KMS's own, which lets the account's IAM policies decide. */
  readonly policy: string | undefined
}

/** A key service, as its administrator uses it. Every failure is a ReleaseSigningError that says what to do. */
export interface KeyAdministration {
  /**
   * The ARN of the key that an alias stands for; undefined where there is no such alias.
   *
   * @param alias with its `alias/`
   */
  keyOf(alias: string): Promise<string | undefined>
  /** An asymmetric key of usage SIGN_VERIFY. @returns its ARN */
  createKey(key: NewKey): Promise<string>
  /** Refuses an alias that is taken: `kms-alias-taken`. */
  createAlias(alias: string, keyArn: string): Promise<void>
}
