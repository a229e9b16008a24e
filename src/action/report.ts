import { diagnosisMarkdown, diagnosisText } from '../entry/diagnosis-text.ts'
import { markdownCode, markdownText, outputLine, printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import type { Action } from './action.ts'
import { inputText } from './inputs.ts'
import { type SummaryParagraph, type SummaryTable, summaryText } from './summary.ts'

type Core = typeof import('../adapters/actions-toolkit.ts')['core']

/** Loaded when something is reported: it takes 90 ms. */
export const actionsCore = async (): Promise<Core> => (await import('../adapters/actions-toolkit.ts')).core

/** Tells of a failure: one annotation, outputs, summary; a stack trace only where the run is debugged. */
export async function reportFailure(
  action: Pick<Action, 'failedOutputs' | 'failureTitle' | 'afterFailure'>,
  failure: Failure,
  trace: string | undefined,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const core = await actionsCore()
  if (trace !== undefined) core.debug(trace)
  annotateFailure(core, failure)
  const { diagnosis } = failure
  if (diagnosis !== undefined) {
    await core.group('What AWS refused, and what would allow it', async () => {
      for (const line of diagnosisText(diagnosis)) core.info(outputLine(line))
    })
  }
  for (const [name, value] of Object.entries(action.failedOutputs(failure))) core.setOutput(name, value)
  if (inputText(environment, 'show-summary')?.toLowerCase() === 'false') return
  await writeSummary(core, [
    `### ${action.failureTitle}`,
    failureMarkdown(failure),
    ...(diagnosis === undefined ? [] : diagnosisMarkdown(diagnosis)),
    markdownText(action.afterFailure),
  ])
}

export const annotateFailure = (core: Core, { code, message, hint }: Failure): void =>
  core.error([`${code}: ${printable(message)}`, ...(hint === undefined ? [] : [printable(hint)])].join('\n'), {
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

/** Where there is a file for it: not every runner has one. */
export async function writeSummary(core: Core, paragraphs: readonly SummaryParagraph[]): Promise<void> {
  if (!process.env.GITHUB_STEP_SUMMARY) return
  await core.summary.addRaw(summaryText(paragraphs)).write()
}
