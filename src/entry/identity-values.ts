import { limits } from '../core/limits.ts'
import type { SubjectFields } from '../core/x509/encode/subject.ts'
import type { SubjectOption } from './identity-options.ts'
import type { OptionValues } from './option.ts'
import { choice, required, wholeNumber } from './read-values.ts'

/** What several commands read alike. All of them throw ReleaseSigningError `usage` or `input-missing`. */

export const readSubject = (values: OptionValues<SubjectOption>): SubjectFields => ({
  commonName: required(values, 'common-name', 'Give the subject a name that people know.'),
  organization: values.text('organization'),
  organizationalUnits: values.texts('organizational-unit'),
  locality: values.text('locality'),
  state: values.text('state'),
  country: values.text('country'),
})

const formats = { pem: ['pem', 'der'], der: ['der', 'pem'] } as const

export const readOutput = (values: OptionValues<'out' | 'format'>, usual: 'pem' | 'der') => ({
  path: required(values, 'out', 'Name the file to write.'),
  format: choice(values, 'format', formats[usual]),
})

export function readDays(values: OptionValues<'days'>): number | undefined {
  const text = values.text('days')
  return text === undefined ? undefined : wholeNumber(values.label('days'), text, 1, 36_525)
}

export function readPathLength(values: OptionValues<'path-length'>): number | undefined {
  const text = values.text('path-length')
  return text === undefined ? undefined : wholeNumber(values.label('path-length'), text, 0, limits.pathLength)
}
