import { ReleaseSigningError } from '../core/error.ts'

const rfc3339 = /^(\d{4}-\d\d-\d\d)[Tt](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/

/**
 * An instant as RFC 3339 writes it; fractions below a millisecond are dropped.
 *
 * @throws ReleaseSigningError `usage`, naming `label`
 */
export function parseInstant(text: string, label: string): Date {
  const [, day, time, fraction = '', zone] = rfc3339.exec(text) ?? []
  const instant = new Date(`${day}T${time}${fraction.slice(0, 4)}${zone?.toUpperCase()}`)
  // What the calendar does not have (30 February) rolls over into another day, so the day must come back.
  const midnight = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(`${day}T`)
  if (!exists || Number.isNaN(instant.getTime()) || time?.startsWith('24')) {
    throw new ReleaseSigningError('usage', `${label}: ${text} is no instant`, {
      rule: 'RFC 3339 section 5.6',
      hint: 'Write it with its time zone, such as 2026-11-24T09:00:00Z or 2026-11-24T10:00:00+01:00.',
    })
  }
  return instant
}
