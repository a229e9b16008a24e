/** Access that AWS refused: what is needed to write a policy that allows it. No secret is in it. */
export type RefusedAccess = RefusedRole | RefusedKey

/** Claims of an OIDC token by name, as read without any check; the token is judged by AWS. */
export type TokenClaims = Readonly<Record<string, string>>

export interface RefusedRole {
  readonly kind: 'role'
  /** ARN. */
  readonly role: string
  readonly audience: string
  readonly claims: TokenClaims
}

/** Signing and verifying ask for different permissions: whoever verifies is not to be told how to sign. */
export type KeyPurpose = 'sign' | 'verify'

export interface RefusedKey {
  readonly kind: 'key'
  /** ARN of who was refused, in AWS's words; undefined where it did not say. */
  readonly principal: string | undefined
  /** IAM action, such as `kms:Sign`. */
  readonly action: string
  /** ARN of the key, or the name it was called by where AWS did not say. */
  readonly resource: string
  /** What AWS gave as the reason. */
  readonly reason: string
  /** What the caller wanted the key for. */
  readonly purpose: KeyPurpose
  /** Condition keys of the refused call. */
  readonly conditions: Readonly<Record<string, string>>
}
