import { contextConstructed } from '../../src/core/der/tag.ts'
import { der, integer, objectIdentifier, sequence, setOf } from '../../src/core/der/writer.ts'
import { type SigningChoices, signed } from './certificate.ts'
import { encodeExtension, extension } from './extension.ts'
import type { TestKey } from './key.ts'
import { pem } from './pem.ts'

export interface RequestOptions extends SigningChoices {
  /** DER Name. */
  readonly subject: Uint8Array
  readonly key: TestKey
  /** GeneralNames of the subject alternative name that is asked for. */
  readonly san?: readonly Uint8Array[]
}

/** A certification request (PKCS #10, RFC 2986). */
export function certificationRequestPem({ subject, key, san, ...choices }: RequestOptions): string {
  const extensions = san === undefined ? [] : [encodeExtension(extension.subjectAltName(...san))]
  const attributes =
    extensions.length === 0
      ? []
      : [sequence(objectIdentifier('1.2.840.113549.1.9.14'), setOf([sequence(...extensions)]))]
  const info = sequence(integer(0), subject, key.publicKey, der(contextConstructed(0), ...attributes))
  return pem(
    'CERTIFICATE REQUEST',
    signed(() => info, key, choices),
  )
}
