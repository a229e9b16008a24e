import type { SignerReport } from '../core/verification-result.ts'
import { markdownCode, markdownText, printable } from '../entry/escape.ts'
import { count, digestsAlone, keyOnly, keyText } from '../entry/verify-text.ts'
import type { ArtifactReport, KeyReport, VerifyReport } from '../release/verify/verify-report.ts'
import { actionsCore, annotateFailure, markdownTable, writeSummary } from './report.ts'

/** Outputs, annotations and summary of a verification. The log has the verdicts already. */
export async function reportVerified(
  report: VerifyReport,
  options: {
    readonly unmatched: readonly string[]
    /** Where fetched files were left. */
    readonly directory: string | undefined
    readonly showSummary: boolean
  },
): Promise<void> {
  const { unmatched, directory, showSummary } = options
  const core = await actionsCore()
  const { verified, artifacts, ignored } = report
  core.setOutput('verified', verified)
  core.setOutput('directory', directory ?? '')
  core.setOutput('results', JSON.stringify({ verified, artifacts, ignored }))
  for (const pattern of unmatched) core.warning(`artifacts: ${printable(pattern)} matches nothing`)
  for (const warning of report.warnings) core.warning(printable(warning))

  const failed = artifacts.filter((artifact) => !artifact.verified)
  const [first] = failed
  if (first !== undefined) {
    const more = failed.length === 1 ? '' : ` (and ${count(failed.length - 1, 'other artifact')}; the log has all)`
    const { code = 'internal', message = '', hint } = first
    annotateFailure(core, {
      code,
      message: `${first.path}: ${message}${more}`,
      ...(hint === undefined ? {} : { hint }),
    })
  }
  if (showSummary) await writeSummary(core, summaryOf(report, failed))
}

function summaryOf(report: VerifyReport, failed: readonly ArtifactReport[]) {
  const { artifacts, verified, passedOver, ignored, warnings, key } = report
  const inOrder = [...failed, ...artifacts.filter((artifact) => artifact.verified)]
  const list = (paths: readonly string[]) => paths.slice(0, 50).map(markdownCode).join(', ')
  return [
    verified
      ? `### Verified: ${count(artifacts.length, 'artifact')}${digestsAlone(report)}`
      : `### Not verified: ${failed.length} of ${count(artifacts.length, 'artifact')}`,
    ...(verified ? [] : ['Do not use files that did not verify.']),
    ...(key === null ? [] : [`${markdownText(keyText(key))}. ${keyOnly}`]),
    markdownTable(
      ['Artifact', 'SHA-256', 'Verdict', 'Signer', 'Time'],
      inOrder.map((artifact) => rowOf(artifact, key)),
    ),
    ...(passedOver.length === 0 ? [] : [`Passed over, since they are sidecars: ${list(passedOver)}`]),
    ...(ignored.length === 0 ? [] : [`Ignored, since they are another tool's: ${list(ignored)}`]),
    ...warnings.map((warning) => `Warning: ${markdownText(warning)}`),
  ]
}

function rowOf(artifact: ArtifactReport, key: KeyReport | null): readonly string[] {
  const { path, sha256, verified, byDigest, sidecars, code = 'internal', message = '', hint } = artifact
  const signed = sidecars.find((sidecar) => sidecar.verified === verified)
  const reason = [
    `❌ ${markdownCode(code)} ${markdownText(message)}`,
    ...(hint === undefined ? [] : [markdownText(hint)]),
  ]
  return [
    byDigest === true ? `${markdownCode(path)} (digest alone)` : markdownCode(path),
    markdownCode(sha256),
    verified ? `✅ ${sidecars.map(({ kind }) => kind).join(', ')}` : reason.join('<br>'),
    // Of a sidecar that did not verify the signer is a claim, and people skim tables.
    verified ? signerCell(signed?.signer, key) : '',
    signed?.time == null || (key !== null && signed.time.source === 'now')
      ? ''
      : `${signed.time.at} (${signed.time.source})`,
  ]
}

const signerCell = (signer: SignerReport | null | undefined, key: KeyReport | null): string =>
  key === null ? (signer == null ? '' : markdownText(signer.subject)) : markdownCode(key.name)
