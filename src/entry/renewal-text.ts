import type { RenewalReport } from '../identity/renew-certificate.ts'
import { printable } from './escape.ts'
import { count } from './verify-text.ts'

/** What `certificate renew` did, line by line, for people. */
export function renewalText({ due, renewed, path, certificate, previous, issued }: RenewalReport): readonly string[] {
  if (certificate === null) return ['due: there is no certificate yet']
  const { subject, sha256, notAfter, daysLeft } = certificate
  const left = `${count(daysLeft, 'day')} left, until ${notAfter}`
  const was = previous === null ? 'certified' : `renewed, with ${count(previous.daysLeft, 'day')} left`
  return [
    renewed ? `${was}: wrote ${printable(path)}` : `${due ? 'due' : 'not due'}: ${left}`,
    `  subject ${printable(subject)}`,
    ...(issued?.identities ?? []).map((name) => `  name    ${printable(name)}`),
    ...(issued === undefined ? [] : [`  issuer  ${printable(issued.issuer.subject)}`, `  serial  ${issued.serial}`]),
    `  sha256  ${sha256}`,
    ...(renewed ? [`  valid   ${left}`] : []),
  ]
}
