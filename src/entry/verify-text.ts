import type { ArtifactReport, KeyReport, SidecarReport, VerifyReport } from '../release/verify/verify-report.ts'
import { printable } from './escape.ts'

/** What `verify` found, line by line, for people. */
export function verifyText(report: VerifyReport): readonly string[] {
  const verified = report.artifacts.filter((artifact) => artifact.verified).length
  return [
    ...report.artifacts.flatMap((artifact) => artifactText(artifact, report.key)),
    ...verifyNotices(report),
    '',
    report.verified
      ? `${count(verified, 'artifact')} verified${digestsAlone(report)}.${report.key === null ? '' : ` ${keyOnly}`}`
      : `NOT VERIFIED: ${report.artifacts.length - verified} of ${count(report.artifacts.length, 'artifact')} failed.`,
  ]
}

/** A digest that is verified says nothing yet of whatever file somebody has. */
export function digestsAlone({ artifacts }: VerifyReport): string {
  const alone = artifacts.filter(({ byDigest }) => byDigest === true).length
  return alone === 0 ? '' : `, ${alone} of them by digest alone: compare the files with it`
}

/** What was not judged, and what people should know besides the verdicts. */
const verifyNotices = ({ passedOver, ignored, warnings }: VerifyReport): readonly string[] => [
  ...passedOver.map((path) => `passed over: ${printable(path)} is a sidecar`),
  ...ignored.map((path) => `ignored: ${printable(path)} is another tool's`),
  ...warnings.map((warning) => `warning: ${printable(warning)}`),
]

/** What a verdict by a key leaves open. */
export const keyOnly = 'No certificate path was checked: the key was trusted by itself.'

export const keyText = ({ name, sha256 }: KeyReport): string => `key ${printable(name)}, public key sha256 ${sha256}`

function artifactText(artifact: ArtifactReport, key: KeyReport | null): readonly string[] {
  const { path, verified, byDigest, sha256, release, sidecars, message } = artifact
  const how = byDigest === true ? ' (by its digest; no file was read)' : ''
  const lines = [`${verified ? 'verified' : 'FAILED  '}  ${printable(path)}${how}`]
  if (sha256 !== '') lines.push(`  sha256 ${sha256}`)
  if (release !== null) {
    const id = release.packageId === null ? '' : ` (repository id ${release.packageId})`
    lines.push(`  release ${printable(`${release.repository} ${release.tag}${id}`)}`)
  }
  lines.push(...sidecars.flatMap((sidecar) => sidecarText(sidecar, key)))
  // What a sidecar is refused for stands with the sidecar.
  if (message !== undefined && !sidecars.some((sidecar) => sidecar.message === message)) {
    lines.push(...refusalText(artifact))
  }
  return lines
}

function sidecarText(sidecar: SidecarReport, key: KeyReport | null): readonly string[] {
  const { path, kind, verified, signer, time, revocation, warnings } = sidecar
  const lines = [`  ${kind}  ${printable(path)}`]
  if (!verified) lines.push(...refusalText(sidecar).map((line) => `  ${line}`))
  if (signer !== null) {
    lines.push(`    ${verified ? 'signed by' : 'claims to be signed by'} ${printable(signer.subject)}`)
    for (const identity of signer.identities) lines.push(`      ${printable(identity)}`)
    lines.push(`      certificate sha256 ${signer.sha256}`)
  }
  if (key !== null && verified) lines.push(`    signed by ${keyText(key)}`)
  if (time !== null && key === null)
    lines.push(`    judged at ${time.at} (${timeSources[time.source]}), revocation ${states[revocation]}`)
  if (time?.source === 'timestamp' && key !== null) lines.push(`    stamped at ${time.at}`)
  if (time?.timestamp === 'not-checked') {
    lines.push('    has a time stamp that was not checked: pin its root with timestamp-root-certificate')
  }
  lines.push(...warnings.map((warning) => `    warning: ${printable(warning)}`))
  return lines
}

const timeSources = { timestamp: 'by its time stamp', caller: 'as asked', now: 'now' } as const
const states = { good: 'checked, good', 'not-checked': 'not checked' } as const

function refusalText({ code, message, hint }: Pick<ArtifactReport, 'code' | 'message' | 'hint'>): readonly string[] {
  const lines = [`  ${code ?? 'internal'}: ${printable(message ?? '')}`]
  return hint === undefined ? lines : [...lines, `  ${printable(hint)}`]
}

export const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? '' : 's'}`
