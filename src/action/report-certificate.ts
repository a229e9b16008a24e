import { markdownCode, markdownText, outputLine, printable } from '../entry/escape.ts'
import { count } from '../entry/verify-text.ts'
import type { RenewalReport } from '../identity/renew-certificate.ts'
import { actionsCore, writeSummary } from './report.ts'

/** Log, outputs, annotations and summary of a renewal, or of how long is left. */
export async function reportRenewal(
  report: RenewalReport,
  { showSummary, lines }: { readonly showSummary: boolean; readonly lines: readonly string[] },
): Promise<void> {
  const core = await actionsCore()
  const { due, renewed, path, chain, certificate, warnings } = report
  for (const line of lines) core.info(outputLine(line))
  core.setOutput('due', due)
  core.setOutput('renewed', renewed)
  core.setOutput('certificate-chain', chain)
  core.setOutput('certificate-chain-file', path)
  core.setOutput('certificate-sha256', certificate?.sha256 ?? '')
  core.setOutput('not-after', certificate?.notAfter ?? '')
  core.setOutput('days-left', certificate?.daysLeft ?? '')
  for (const warning of warnings) core.warning(printable(warning))
  if (due && !renewed) core.warning(printable(headline(report)), { title: titleOf(report) })
  else core.notice(printable(headline(report)), { title: titleOf(report) })
  if (showSummary) await writeSummary(core, summaryOf(report))
}

const titleOf = ({ due, renewed }: RenewalReport): string =>
  renewed ? 'Certificate renewed' : due ? 'Certificate to be renewed' : 'Certificate not due'

function headline({ renewed, path, certificate }: RenewalReport): string {
  if (certificate === null) return 'There is no certificate yet'
  const { subject, notAfter, daysLeft } = certificate
  const left = `${count(daysLeft, 'day')} left, until ${notAfter}`
  return renewed ? `${subject}: ${left}. Release workflows must be given the new chain, ${path}` : `${subject}: ${left}`
}

function summaryOf(report: RenewalReport): readonly string[] {
  const { path, certificate, previous, issued, warnings } = report
  const facts =
    certificate === null
      ? ['- There is no certificate yet']
      : [
          `- Signer ${markdownCode(certificate.subject)}`,
          ...(issued?.identities ?? []).map((name) => `- Name ${markdownCode(name)}`),
          ...(issued === undefined
            ? []
            : [`- Issuer ${markdownCode(issued.issuer.subject)}, serial ${markdownCode(issued.serial)}`]),
          `- Certificate SHA-256 ${markdownCode(certificate.sha256)}`,
          `- ${count(certificate.daysLeft, 'day')} left, until ${certificate.notAfter}`,
          ...(previous === null ? [] : [`- In place of ${markdownCode(previous.sha256)}, until ${previous.notAfter}`]),
          `- Chain in ${markdownCode(path)}`,
        ]
  return [`### ${titleOf(report)}`, facts.join('\n'), ...warnings.map((warning) => `Warning: ${markdownText(warning)}`)]
}
