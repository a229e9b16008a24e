import { printable } from '../entry/escape.ts'
import { type Failure, failureOf } from '../entry/failure.ts'
import { systemClock } from '../entry/system.ts'
import { count } from '../entry/verify-text.ts'
import type { CertificateSummary, Inspection } from '../release/inspect-sidecar.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { somePositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'

/** `inspect`: what is in a sidecar. */
export const inspect: Command = {
  help: {
    name: 'inspect',
    usage: 'inspect SIDECAR… [--json]',
    summary: 'show what is in a sidecar',
    description: [
      'Shows what is in a sidecar of any kind: who claims to have signed, with which certificates, when, and what. It verifies nothing: anybody can write a sidecar.',
      'Subjects print in the form that verify takes with --certificate-subject, alternative names of a URI, an email address or a DNS name as --certificate-identity takes them.',
    ],
    options: [jsonOption],
    examples: [
      { what: 'Who claims to have signed this?', command: 'kms-release-signing inspect app.tar.gz.p7s' },
      {
        what: 'The fingerprint of the signing certificate',
        command: "kms-release-signing inspect --json app.tar.gz.p7s | jq -r '.[0].signer.sha256'",
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { createFiles, findArtifacts, limits, loadInspection } = await import('../entry/offline.ts')
    const { inspectSidecar } = await loadInspection()
    const files = createFiles({ clock: systemClock })
    const patterns = somePositionals(args, 'sidecar')
    const documents: unknown[] = []
    let failed = false
    for (const path of findArtifacts(patterns).paths) {
      const bytes = await files.read(path, limits.attestationBytes)
      try {
        const inspection = inspectSidecar(path, bytes)
        documents.push({ path, ...inspection })
        for (const line of inspectionText(path, inspection)) terminal.line(line)
      } catch (error) {
        failed = true
        const failure = failureOf(error)
        documents.push({ path, ...failure })
        terminal.failure({ hint: noSidecar, ...failure, message: `${path}: ${failure.message}` })
      }
    }
    if (terminal.json) terminal.document(documents)
    return failed ? 1 : 0
  },

  failed: (failure: Failure) => [failure],
}

/** Of bytes that do not say themselves what would help. */
const noSidecar =
  'Is it a sidecar? That of an artifact is ARTIFACT.p7s beside it; that of a release ends with .release.sigstore.json.'

const inspectionText = (path: string, inspection: Inspection): readonly string[] => [
  printable(path),
  ...contentText(inspection),
  ...('signer' in inspection ? signerText(inspection) : ['  it names no signer']),
]

function signerText({ signer, certificates, timestamp }: Extract<Inspection, { signer: unknown }>): readonly string[] {
  const others = timestamp?.certificates ?? []
  return [
    '  signer (a claim: nothing is verified here)',
    ...certificateText(signer),
    ...certificates.flatMap((certificate) => ['  certificate beside it', ...certificateText(certificate)]),
    ...(timestamp === null
      ? ['  no time stamp']
      : [
          `  time stamp of ${timestamp.time} (not verified), policy ${timestamp.policy}`,
          ...others.flatMap((certificate) => ['  certificate in the time stamp', ...certificateText(certificate)]),
        ]),
  ]
}

function contentText(inspection: Inspection): readonly string[] {
  switch (inspection.kind) {
    case 'cms':
      return [
        '  CMS signature (cms)',
        `  algorithm ${inspection.algorithm}`,
        `  signs the ${inspection.digest.algorithm} ${inspection.digest.value}`,
        `  signing time ${inspection.signingTime} (what the signer says)`,
      ]
    case 'attestation': {
      const { repository, tag, packageId } = inspection.release
      const id = packageId === null ? '' : ` (repository id ${packageId})`
      return [
        '  attestation of a release (attestation)',
        `  release ${printable(`${repository} ${tag}${id}`)}`,
        `  ${count(inspection.artifacts.length, 'artifact')}`,
        ...inspection.artifacts.map(
          ({ name, digests }) =>
            `    ${printable(name)} ${Object.entries(digests)
              .map((digest) => digest.join(' '))
              .join(', ')}`,
        ),
      ]
    }
    case 'signature':
      return [`  signature over the artifact's own bytes (signature), ${count(inspection.signatureBytes, 'byte')}`]
    case 'message-bundle':
      return [
        `  signature over the artifact's own bytes in a Sigstore bundle (message-bundle), ${count(inspection.signatureBytes, 'byte')}`,
        `  for an artifact with the ${inspection.digest.algorithm} ${inspection.digest.value}`,
      ]
    case 'certificates':
      return [
        '  certificates for signatures over artifacts (nothing is verified here)',
        ...inspection.certificates.flatMap((certificate) => ['  certificate', ...certificateText(certificate)]),
      ]
  }
}

function certificateText(certificate: CertificateSummary): readonly string[] {
  const { subject, issuer, subjectAlternativeNames, notBefore, notAfter, serial, sha256, key } = certificate
  return [
    `    subject  ${printable(subject)}`,
    ...subjectAlternativeNames.map(
      ({ kind, value }) => `    name     ${kind} ${value === null ? '' : printable(value)}`,
    ),
    `    issuer   ${printable(issuer)}`,
    `    valid    ${notBefore} to ${notAfter}`,
    `    serial   ${serial}`,
    `    sha256   ${sha256}`,
    `    key      ${key.type} ${key.bits}`,
  ]
}
