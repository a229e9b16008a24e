import type { ReleaseReport, SignReport } from '../release/sign/sign-report.ts'
import { printable } from './escape.ts'
import { count } from './verify-text.ts'

/** What `sign` did, line by line, for people. */
export function signText(report: SignReport): readonly string[] {
  const { artifacts, unseen, attestation, certificate, alsoWritten, signer, root, keyId, algorithm, dryRun } = report
  return [
    ...artifacts.flatMap(({ path, sha256, sidecars }) => [
      printable(path),
      `  sha256 ${sha256}`,
      ...sidecars.map((sidecar) => `  ${dryRun ? 'would write' : 'wrote'} ${printable(sidecar)}`),
    ]),
    ...unseen.flatMap(({ name, digests }) => [
      `${printable(name)} (${dryRun ? 'would be signed' : 'signed'} unseen, by its digest)`,
      ...Object.entries(digests).map(([hash, digest]) => `  ${hash} ${digest}`),
    ]),
    ...(attestation === undefined ? [] : [`${dryRun ? 'would write' : 'wrote'} ${printable(attestation)}`]),
    ...alsoWritten.map((path) => `${dryRun ? 'would write' : 'wrote'} ${printable(path)}`),
    ...(report.release === undefined ? [] : releaseText(report.release)),
    '',
    `key ${printable(keyId)}, ${algorithm}`,
    `signer ${printable(signer.subject)}`,
    ...signer.identities.map((identity) => `  ${printable(identity)}`),
    `  certificate sha256 ${certificate.sha256}, valid until ${certificate.notAfter}`,
    root === null
      ? 'no root was pinned: only signatures and the links of the chain were checked'
      : `root sha256 ${root.sha256}`,
    dryRun
      ? `Dry run: ${count(artifacts.length + unseen.length, 'artifact')} could be signed. Nothing was signed or written.`
      : `${count(report.signed, 'artifact')} signed and verified.`,
  ]
}

function releaseText({ tag, url, draft, assets, wouldUpload = [] }: ReleaseReport): readonly string[] {
  return [
    `release ${printable(tag)}, ${draft ? 'a draft' : 'published'}: ${printable(url)}`,
    ...assets.map(({ name, uploaded }) => `  ${uploaded ? 'uploaded' : 'was there'} ${printable(name)}`),
    ...wouldUpload.map((name) => `  would upload ${printable(name)}`),
  ]
}

export const signNotices = ({ passedOver, notices }: SignReport): readonly string[] => [
  ...passedOver.map((path) => `passed over: ${path} is a sidecar`),
  ...notices,
]
