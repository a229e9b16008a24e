/** Who must have signed. Repository and tag are the signer's own statement and never count here. */
export type SignerIdentity =
  /** A subject alternative name of the leaf: URI, email address or DNS name. */
  | { readonly kind: 'san'; readonly value: string }
  /** The leaf's subject as an RFC 4514 string, in the form that `inspect` prints. */
  | { readonly kind: 'subject'; readonly value: string }
  /** SHA-256 of the leaf, hexadecimal; colons and case do not matter. */
  | { readonly kind: 'sha256'; readonly value: string }
  /** Whoever the pinned roots issued to: they issue to nobody else. */
  | { readonly kind: 'dedicated-root' }
