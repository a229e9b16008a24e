import { base64 } from '../base64.ts'
import { utf8 } from '../bytes.ts'
import { ReleaseSigningError } from '../error.ts'
import { limits } from '../limits.ts'
import { type Envelope, payloadType } from './envelope.ts'
import { parseJson } from './json.ts'
import { type JsonFields, jsonFields } from './json-fields.ts'

export const bundleMediaType = 'application/vnd.dev.sigstore.bundle.v0.3+json'

/** A Sigstore bundle v0.3 in our profile (sigstore/protobuf-specs, sigstore_bundle.proto). */
export interface Bundle {
  /** Leaf first, without the root. */
  readonly certificates: readonly Uint8Array[]
  /** Whether the certificates stand as a chain, or the leaf alone under `certificate`, as older readers want it. */
  readonly form: 'chain' | 'leaf'
  /** DER TimeStampResp over the signature. */
  readonly timeStampResponse: Uint8Array | undefined
  readonly envelope: Envelope
}

const what = 'attestation'
const code = 'attestation-invalid'

/** JSON with a final newline, as UTF-8. */
export function encodeBundle({ certificates, form, timeStampResponse, envelope }: Bundle): Uint8Array {
  const raw = certificates.map((certificate) => ({ rawBytes: base64(certificate) }))
  const material = form === 'chain' ? { x509CertificateChain: { certificates: raw } } : { certificate: raw[0] }
  const stamps =
    timeStampResponse === undefined
      ? {}
      : { timestampVerificationData: { rfc3161Timestamps: [{ signedTimestamp: base64(timeStampResponse) }] } }
  const bundle = {
    mediaType: bundleMediaType,
    verificationMaterial: { ...material, tlogEntries: [], ...stamps },
    dsseEnvelope: {
      payload: base64(envelope.payload),
      payloadType,
      signatures: [{ sig: base64(envelope.signature) }],
    },
  }
  return utf8(`${JSON.stringify(bundle)}\n`)
}

/**
 * Reads exactly what `encodeBundle` writes, in any layout: one DSSE envelope with one signature, certificates, at most
 * one time stamp, no log entries, no other members.
 *
 * @throws ReleaseSigningError `json-invalid`, `attestation-invalid` or `limit-exceeded`
 */
export function parseBundle(bytes: Uint8Array): Bundle {
  if (bytes.length > limits.attestationBytes) {
    throw new ReleaseSigningError('limit-exceeded', `attestation: more than ${limits.attestationBytes} bytes`)
  }
  const bundle = jsonFields(parseJson(bytes, what), what, code)
  bundle.only('mediaType', 'verificationMaterial', 'dsseEnvelope')
  exact(bundle, 'mediaType', bundleMediaType)
  const material = bundle.object('verificationMaterial')
  material.only('x509CertificateChain', 'certificate', 'tlogEntries', 'timestampVerificationData')
  if (material.optionalObjects('tlogEntries').length > 0) throw invalid('it has log entries, which nobody checks here')
  return { ...certificatesOf(material), timeStampResponse: timeStampOf(material), envelope: envelopeOf(bundle) }
}

const invalid = (problem: string) =>
  new ReleaseSigningError(code, `attestation: ${problem}`, { rule: 'Sigstore bundle v0.3' })

function exact(fields: JsonFields, name: string, expected: string): void {
  const value = fields.text(name)
  if (value !== expected) throw invalid(`${name} is ${JSON.stringify(value)}, not ${JSON.stringify(expected)}`)
}

function certificatesOf(material: JsonFields): Pick<Bundle, 'certificates' | 'form'> {
  const chain = material.optionalObject('x509CertificateChain')
  const single = material.optionalObject('certificate')
  if (chain !== undefined && single !== undefined) throw invalid('it has both a certificate and a chain')
  chain?.only('certificates')
  const items = chain?.objects('certificates') ?? (single === undefined ? [] : [single])
  if (items.length === 0) throw invalid('it has no certificate')
  if (items.length > limits.certificates) {
    throw new ReleaseSigningError('limit-exceeded', `attestation: more than ${limits.certificates} certificates`)
  }
  const certificates = items.map((item) => {
    item.only('rawBytes')
    return item.bytes('rawBytes')
  })
  return { certificates, form: chain === undefined ? 'leaf' : 'chain' }
}

function timeStampOf(material: JsonFields): Uint8Array | undefined {
  const data = material.optionalObject('timestampVerificationData')
  data?.only('rfc3161Timestamps')
  const [stamp, ...more] = data?.optionalObjects('rfc3161Timestamps') ?? []
  if (more.length > 0) throw invalid('it has more than one time stamp')
  stamp?.only('signedTimestamp')
  return stamp?.bytes('signedTimestamp')
}

function envelopeOf(bundle: JsonFields): Envelope {
  const envelope = bundle.object('dsseEnvelope')
  envelope.only('payload', 'payloadType', 'signatures')
  exact(envelope, 'payloadType', payloadType)
  const [signature, ...more] = envelope.objects('signatures')
  if (signature === undefined || more.length > 0) throw invalid('not exactly one signature')
  signature.only('sig', 'keyid')
  // Some writers leave an empty hint; another one would be believed by nobody.
  if (signature.has('keyid') && signature.text('keyid') !== '') throw invalid('it names a key')
  return { payload: envelope.bytes('payload'), signature: signature.bytes('sig') }
}
