import * as runner from '../adapters/github/workflow-commands.ts'
import { diagnosisMarkdown, diagnosisText } from '../entry/diagnosis-text.ts'
import { markdownCode, markdownText, outputLine, printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import type { Action } from './action.ts'
import { inputText } from './inputs.ts'
import { type SummaryParagraph, type SummaryTable, summaryText } from './summary.ts'

/** Tells of a failure: one annotation, outputs, summary; a stack trace only where the run is debugged. */
export function reportFailure(
  action: Pick<Action, 'failedOutputs' | 'failureTitle' | 'afterFailure'>,
  failure: Failure,
  trace: string | undefined,
  environment: NodeJS.ProcessEnv,
): void {
  if (trace !== undefined) runner.debug(trace)
  annotateFailure(failure)
  const { diagnosis } = failure
  if (diagnosis !== undefined) {
    runner.group('What AWS refused, and what would allow it', diagnosisText(diagnosis).map(outputLine))
  }
  for (const [name, value] of Object.entries(action.failedOutputs(failure))) runner.setOutput(name, value)
  if (inputText(environment, 'show-summary')?.toLowerCase() === 'false') return
  writeSummary([
    `### ${action.failureTitle}`,
    failureMarkdown(failure),
    ...(diagnosis === undefined ? [] : diagnosisMarkdown(diagnosis)),
    markdownText(action.afterFailure),
  ])
}

export const annotateFailure = ({ code, message, hint }: Failure): void =>
  runner.error([`${code}: ${printable(message)}`, ...(hint === undefined ? [] : [printable(hint)])].join('\n'), {
    title: code,
  })

function failureMarkdown({ code, message, hint }: Failure): string {
  const what = `${markdownCode(code)} ${markdownText(message)}`
  return hint === undefined ? what : `${what}\n\n**What to do:** ${markdownText(hint)}`
}

/** @param rows Markdown */
export const markdownTable = (header: readonly string[], rows: readonly (readonly string[])[]): SummaryTable => ({
  header,
  rows,
})

export const writeSummary = (paragraphs: readonly SummaryParagraph[]): void =>
  runner.appendSummary(summaryText(paragraphs))
