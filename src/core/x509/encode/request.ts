import { contextConstructed } from '../../der/tag.ts'
import { der, integer, objectIdentifier, sequence, setOf } from '../../der/writer.ts'
import { extensionRequest } from '../object-identifiers.ts'

export interface RequestFields {
  /** DER Name. */
  readonly subject: Uint8Array
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Uint8Array
  /** Extensions asked for, DER; may be none. */
  readonly extensions: readonly Uint8Array[]
}

/** CertificationRequestInfo, DER (RFC 2986 section 4.1), with one attribute at most: the extensions asked for. */
export const encodeRequestInfo = ({ subject, publicKey, extensions }: RequestFields): Uint8Array =>
  sequence(
    integer(0),
    subject,
    publicKey,
    der(
      contextConstructed(0),
      ...(extensions.length === 0
        ? []
        : [sequence(objectIdentifier(extensionRequest), setOf([sequence(...extensions)]))]),
    ),
  )
