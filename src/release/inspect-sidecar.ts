import type { AlgorithmName } from '../core/algorithm.ts'
import { parseAttestation } from '../core/attestation/attestation.ts'
import { parseJson } from '../core/attestation/json.ts'
import { jsonFields } from '../core/attestation/json-fields.ts'
import { repositoryText } from '../core/attestation/release.ts'
import { bytesToHex } from '../core/bytes.ts'
import { cmsSidecar } from '../core/cms/sidecar.ts'
import { parseSignedData } from '../core/cms/signed-data.ts'
import { parseMessageBundle } from '../core/message-bundle.ts'
import { parseTimeStampToken } from '../core/timestamp/token.ts'
import { type Certificate, parseCertificate } from '../core/x509/certificate.ts'
import type { GeneralName } from '../core/x509/general-name.ts'
import { readCertificates } from '../core/x509/pem.ts'
import { sidecarKinds } from './sidecar-kind.ts'
import type { ReleaseReference } from './verify/verify-report.ts'

/** What a sidecar holds. All of it is a claim: nothing is verified. */
export type Inspection = CmsInspection | AttestationInspection | RawInspection

/** Of the kinds that are over the artifact's own bytes, which name no signer, and of the certificates beside them. */
export type RawInspection =
  | { readonly kind: 'signature'; readonly signatureBytes: number }
  | { readonly kind: 'message-bundle'; readonly digest: DigestSummary; readonly signatureBytes: number }
  | { readonly kind: 'certificates'; readonly certificates: readonly CertificateSummary[] }

interface DigestSummary {
  readonly algorithm: string
  /** Lower-case hexadecimal. */
  readonly value: string
}

interface InspectionBase {
  /** The certificate that the sidecar names as its signer's. */
  readonly signer: CertificateSummary
  /** The others beside it, in their order. */
  readonly certificates: readonly CertificateSummary[]
  readonly timestamp: TimestampSummary | null
}

export interface CmsInspection extends InspectionBase {
  readonly kind: 'cms'
  readonly algorithm: AlgorithmName
  /** Of the artifact. */
  readonly digest: DigestSummary
  /** RFC 3339, UTC: what the signer says. */
  readonly signingTime: string
}

export interface AttestationInspection extends InspectionBase {
  readonly kind: 'attestation'
  readonly release: ReleaseReference
  readonly artifacts: readonly { readonly name: string; readonly digests: Readonly<Record<string, string>> }[]
}

export interface CertificateSummary {
  /** RFC 4514 strings. */
  readonly subject: string
  readonly issuer: string
  readonly subjectAlternativeNames: readonly { readonly kind: GeneralName['kind']; readonly value: string | null }[]
  /** RFC 3339, UTC. */
  readonly notBefore: string
  readonly notAfter: string
  /** Lower-case hexadecimal. */
  readonly serial: string
  /** Lower-case hexadecimal SHA-256 of the certificate. */
  readonly sha256: string
  readonly key: { readonly type: string; readonly bits: number }
}

export interface TimestampSummary {
  /** RFC 3339, UTC. */
  readonly time: string
  /** Dotted decimal. */
  readonly policy: string
  readonly certificates: readonly CertificateSummary[]
}

/**
 * Reads a sidecar of any kind and shows what is in it. Each is told by how it begins, but for a raw signature, which may
 * begin with anything and is told by its name.
 *
 * @throws ReleaseSigningError for what is in none of our profiles
 */
export function inspectSidecar(path: string, bytes: Uint8Array): Inspection {
  if (path.endsWith(sidecarKinds.signature.suffix)) return { kind: 'signature', signatureBytes: bytes.length }
  if (bytes[0] === firstOctet.der) return inspectCms(bytes)
  if (bytes[0] === firstOctet.pem) {
    return { kind: 'certificates', certificates: readCertificates(bytes, 'certificates').map(certificateSummary) }
  }
  return jsonFields(parseJson(bytes, 'sidecar'), 'sidecar', 'attestation-invalid').has('messageSignature')
    ? inspectMessageBundle(bytes)
    : inspectAttestation(bytes)
}

/** A DER SEQUENCE, and the first hyphen of a PEM boundary. */
const firstOctet = { der: 0x30, pem: 0x2d } as const

function inspectMessageBundle(bytes: Uint8Array): RawInspection {
  const { hash, digest, signature } = parseMessageBundle(bytes)
  return {
    kind: 'message-bundle',
    digest: { algorithm: hash, value: bytesToHex(digest) },
    signatureBytes: signature.length,
  }
}

function inspectCms(bytes: Uint8Array): CmsInspection {
  const signedData = parseSignedData(bytes)
  const { algorithm, attributes, timestampToken } = signedData
  const { leaf, certificates } = cmsSidecar(signedData, () => attributes.messageDigest)
  const others = certificates.filter((certificate) => certificate !== leaf)
  return {
    kind: 'cms',
    algorithm: algorithm.name,
    digest: { algorithm: algorithm.hash.name, value: bytesToHex(attributes.messageDigest) },
    signingTime: attributes.signingTime.toISOString(),
    ...inspectBase(leaf, others, timestampToken),
  }
}

function inspectAttestation(bytes: Uint8Array): AttestationInspection {
  const { sidecar, statement } = parseAttestation(bytes)
  const { release, packageId, subjects } = statement
  return {
    kind: 'attestation',
    release: { repository: repositoryText(release.repository), tag: release.tag, packageId: packageId ?? null },
    artifacts: subjects.map(({ name, digests }) => ({ name, digests })),
    ...inspectBase(sidecar.leaf, sidecar.certificates, sidecar.timestampToken),
  }
}

function inspectBase(leaf: Uint8Array, others: readonly Uint8Array[], token: Uint8Array | undefined): InspectionBase {
  return {
    signer: certificateSummary(leaf),
    certificates: others.map(certificateSummary),
    timestamp: token === undefined ? null : timestampSummary(token),
  }
}

function timestampSummary(token: Uint8Array): TimestampSummary {
  const { info, certificates } = parseTimeStampToken(token)
  return {
    time: info.genTime.toISOString(),
    policy: info.policy,
    certificates: certificates.map(certificateSummary),
  }
}

function certificateSummary(der: Uint8Array): CertificateSummary {
  const certificate: Certificate = parseCertificate(der)
  const { subject, issuer, extensions, notBefore, notAfter, serialHex, sha256, publicKey } = certificate
  return {
    subject: subject.text,
    issuer: issuer.text,
    subjectAlternativeNames: (extensions.subjectAlternativeName ?? []).map((name) => ({
      kind: name.kind,
      value: 'text' in name ? name.text : null,
    })),
    notBefore: notBefore.toISOString(),
    notAfter: notAfter.toISOString(),
    serial: serialHex,
    sha256,
    key: { type: publicKey.type, bits: publicKey.bits },
  }
}
