import type { RenewalReport } from '../identity/renew-certificate.ts'
import { printable } from './escape.ts'
import { count } from './verify-text.ts'

/** What `certificate renew` did, line by line, for people. */
export function renewalText({ renewed, path, certificate, previous, issued }: RenewalReport): readonly string[] {
  const { subject, sha256, notAfter, daysLeft } = certificate
  const left = `${count(daysLeft, 'day')} left, until ${notAfter}`
  return [
    renewed
      ? `${previous === null ? 'certified' : `renewed, with ${count(previous.daysLeft, 'day')} left`}: wrote ${printable(path)}`
      : `not renewed: ${left}`,
    `  subject ${printable(subject)}`,
    ...(issued?.identities ?? []).map((name) => `  name    ${printable(name)}`),
    ...(issued === undefined ? [] : [`  issuer  ${printable(issued.issuer.subject)}`, `  serial  ${issued.serial}`]),
    `  sha256  ${sha256}`,
    ...(renewed ? [`  valid   ${left}`] : [`  in      ${printable(path)}`]),
  ]
}
