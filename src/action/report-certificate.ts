import * as runner from '../adapters/github/workflow-commands.ts'
import { markdownCode, markdownText, outputLine, printable } from '../entry/escape.ts'
import { count } from '../entry/verify-text.ts'
import type { RenewalReport } from '../identity/renew-certificate.ts'
import { writeSummary } from './report.ts'

/** Log, outputs, annotations and summary of a renewal, or of how long is left. */
export function reportRenewal(
  report: RenewalReport,
  { showSummary, lines }: { readonly showSummary: boolean; readonly lines: readonly string[] },
): void {
  const { due, renewed, path, chain, certificate, warnings } = report
  for (const line of lines) runner.info(outputLine(line))
  runner.setOutput('due', due)
  runner.setOutput('renewed', renewed)
  runner.setOutput('certificate-chain', chain)
  runner.setOutput('certificate-chain-file', path)
  runner.setOutput('certificate-sha256', certificate?.sha256 ?? '')
  runner.setOutput('not-after', certificate?.notAfter ?? '')
  runner.setOutput('days-left', certificate?.daysLeft ?? '')
  for (const warning of warnings) runner.warning(printable(warning))
  if (due && !renewed) runner.warning(printable(headline(report)), { title: titleOf(report) })
  else runner.notice(printable(headline(report)), { title: titleOf(report) })
  if (showSummary) writeSummary(summaryOf(report))
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
