import type { Diagnosis } from '../release/diagnosis/diagnosis.ts'
import { jsonText, markdownBlock, markdownCode, markdownText, printable } from './escape.ts'

/** What AWS refused and what would allow it, line by line; each policy can be copied as it stands. */
export const diagnosisText = ({ facts, policies, notes }: Diagnosis): readonly string[] => [
  ...factsText(facts),
  ...policiesText(policies),
  ...(notes.length === 0 ? [] : ['', ...notes.map(printable)]),
]

export function factsText(facts: Diagnosis['facts']): readonly string[] {
  const width = Math.max(0, ...Object.keys(facts).map((name) => name.length))
  return Object.entries(facts).map(([name, value]) => `${name.padEnd(width)}  ${printable(value)}`)
}

export const policiesText = (policies: Diagnosis['policies']): readonly string[] =>
  policies.flatMap(({ title, what, policy }) => ['', `${title}: ${printable(what)}`, ...jsonText(policy).split('\n')])

/** The same as paragraphs of Markdown. */
export const diagnosisMarkdown = ({ facts, policies, notes }: Diagnosis): readonly string[] => [
  Object.entries(facts)
    .map(([name, value]) => `- ${markdownText(name)} ${markdownCode(value)}`)
    .join('\n'),
  ...policies.flatMap(({ title, what, policy }) => [
    `${markdownCode(title)} ${markdownText(what)}:`,
    markdownBlock('json', jsonText(policy)),
  ]),
  ...notes.map(markdownText),
]
