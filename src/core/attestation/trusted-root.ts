import { base64 } from '../base64.ts'
import { utf8 } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import type { Certificate } from '../x509/certificate.ts'
import { parseJson } from './json.ts'
import { jsonFields } from './json-fields.ts'

const mediaType = 'application/vnd.dev.sigstore.trustedroot+json;version=0.1'

/** Certificates from nearest the signer to the root, which comes last. */
export type AuthorityChain = readonly Certificate[]

/** Whom the users of Sigstore's tools trust, in the place of its public instance. */
export interface TrustedRoot {
  readonly certificateAuthority: AuthorityChain
  /** Undefined where nothing is stamped. */
  readonly timestampAuthority: AuthorityChain | undefined
}

/** JSON of a Sigstore trusted root (sigstore/protobuf-specs, sigstore_trustroot.proto), with a final newline, as UTF-8. */
export const encodeTrustedRoot = ({ certificateAuthority, timestampAuthority }: TrustedRoot): Uint8Array =>
  utf8(
    `${JSON.stringify(
      {
        mediaType,
        tlogs: [],
        certificateAuthorities: [authority(certificateAuthority)],
        ctlogs: [],
        timestampAuthorities: timestampAuthority === undefined ? [] : [authority(timestampAuthority)],
      },
      null,
      2,
    )}\n`,
  )

function authority(chain: AuthorityChain): object {
  const root = chain.at(-1)
  return {
    // For people; nothing is decided by it.
    subject: { organization: '', commonName: root?.subject.text ?? '' },
    uri: '',
    certChain: { certificates: chain.map(({ der }) => ({ rawBytes: base64(der) })) },
    validFor: { start: root?.notBefore.toISOString() },
  }
}

/**
 * Whether this is a trusted root as they are written here, which may then be replaced.
 *
 * @throws ReleaseSigningError `json-invalid` or `trusted-root-invalid`
 */
export function checkTrustedRoot(bytes: Uint8Array): void {
  if (bytes.length > limits.attestationBytes) {
    throw new ReleaseSigningError('limit-exceeded', `trusted root: more than ${limits.attestationBytes} bytes`)
  }
  const fields = jsonFields(parseJson(bytes, 'trusted root'), 'trusted root', 'trusted-root-invalid')
  fields.only('mediaType', 'tlogs', 'certificateAuthorities', 'ctlogs', 'timestampAuthorities')
  const logs = [...fields.objects('tlogs'), ...fields.objects('ctlogs')]
  if (fields.text('mediaType') !== mediaType || logs.length > 0) {
    throw new ReleaseSigningError('trusted-root-invalid', 'trusted root: it was written by another tool')
  }
}
