import type { Hash } from './algorithm.ts'
import { parseJson } from './attestation/json.ts'
import { jsonFields } from './attestation/json-fields.ts'
import { base64 } from './base64.ts'
import { equalBytes, utf8 } from './bytes.ts'
import { ReleaseSigningError } from './error.ts'
import { limits } from './limits.ts'

/** A Sigstore bundle v0.3 over the artifact's own bytes, whose certificate lies elsewhere. */
export interface MessageBundle {
  readonly hash: Hash['name']
  readonly digest: Uint8Array
  readonly signature: Uint8Array
}

const mediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json'
const algorithms = { sha256: 'SHA2_256', sha384: 'SHA2_384', sha512: 'SHA2_512' } as const

/** JSON with a final newline, as UTF-8. */
export const encodeMessageBundle = ({ hash, digest, signature }: MessageBundle): Uint8Array =>
  utf8(
    `${JSON.stringify({
      mediaType,
      verificationMaterial: { publicKey: { hint: '' }, tlogEntries: [] },
      messageSignature: {
        messageDigest: { algorithm: algorithms[hash], digest: base64(digest) },
        signature: base64(signature),
      },
    })}\n`,
  )

const code = 'message-bundle-invalid'

/**
 * Reads exactly what is written here, in any layout.
 *
 * @throws ReleaseSigningError `json-invalid`, `message-bundle-invalid` or `limit-exceeded`
 */
export function parseMessageBundle(bytes: Uint8Array): MessageBundle {
  if (bytes.length > limits.rawSignatureBytes) {
    throw new ReleaseSigningError('limit-exceeded', `message bundle: more than ${limits.rawSignatureBytes} bytes`)
  }
  const bundle = jsonFields(parseJson(bytes, 'message bundle'), 'message bundle', code)
  bundle.only('mediaType', 'verificationMaterial', 'messageSignature')
  const material = bundle.object('verificationMaterial')
  material.only('publicKey', 'tlogEntries')
  const key = material.object('publicKey')
  key.only('hint')
  const message = bundle.object('messageSignature')
  message.only('messageDigest', 'signature')
  const digest = message.object('messageDigest')
  digest.only('algorithm', 'digest')
  const hash = hashNames.find((name) => algorithms[name] === digest.text('algorithm'))
  const isOurs =
    bundle.text('mediaType') === mediaType &&
    material.optionalObjects('tlogEntries').length === 0 &&
    (!key.has('hint') || key.text('hint') === '')
  if (!isOurs || hash === undefined) throw new ReleaseSigningError(code, 'message bundle: not in the form of ours')
  return { hash, digest: digest.bytes('digest'), signature: message.bytes('signature') }
}

const hashNames = ['sha256', 'sha384', 'sha512'] as const

/** @throws ReleaseSigningError `digest-mismatch` unless the bundle speaks of the artifact with this digest */
export function checkMessageDigest({ digest }: MessageBundle, artifact: Uint8Array | undefined): void {
  if (artifact !== undefined && equalBytes(digest, artifact)) return
  throw new ReleaseSigningError('digest-mismatch', 'the artifact is not the one that the message bundle speaks of', {
    hint: 'The artifact was changed, cut short, or is another file: get it again, with its own sidecar.',
  })
}
