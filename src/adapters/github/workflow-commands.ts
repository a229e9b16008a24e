import { randomUUID } from 'node:crypto'
import { appendFileSync } from 'node:fs'
import { EOL } from 'node:os'

/**
 * What a step tells its runner. GitHub's own toolkit does the same, and brings an HTTP client of a megabyte along, which
 * takes 90 ms to load and is used for nothing here.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */

export interface AnnotationProperties {
  readonly title?: string
}

export const debug = (message: string): void => issue('debug', message)
export const notice = (message: string, properties?: AnnotationProperties): void => issue('notice', message, properties)
export const warning = (message: string, properties?: AnnotationProperties): void =>
  issue('warning', message, properties)
export const error = (message: string, properties?: AnnotationProperties): void => issue('error', message, properties)

/** From here on the log shows `***` in its place. */
export const setSecret = (secret: string): void => issue('add-mask', secret)

/** A line of the log. */
export const info = (line: string): void => {
  process.stdout.write(line + EOL)
}

/** Lines of the log that are folded under a title. */
export function group(title: string, lines: readonly string[]): void {
  issue('group', title)
  for (const line of lines) info(line)
  issue('endgroup', '')
}

/** Nothing where the runner has no file for outputs: none will be read. */
export function setOutput(name: string, value: string | number | boolean): void {
  const file = process.env.GITHUB_OUTPUT
  if (!file) return
  // No value can hold what nobody could know, and so none can end its own block.
  const delimiter = `ghadelimiter_${randomUUID()}`
  appendFileSync(file, `${name}<<${delimiter}${EOL}${value}${EOL}${delimiter}${EOL}`)
}

/** Markdown for the summary of the job. Nothing where there is no file for it: not every runner has one. */
export function appendSummary(markdown: string): void {
  const file = process.env.GITHUB_STEP_SUMMARY
  if (file) appendFileSync(file, markdown)
}

function issue(command: string, message: string, { title }: AnnotationProperties = {}): void {
  const properties = title === undefined ? '' : ` title=${escapeProperty(title)}`
  process.stdout.write(`::${command}${properties}::${escapeData(message)}${EOL}`)
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
