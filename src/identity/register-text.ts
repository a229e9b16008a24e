import { ReleaseSigningError } from '../core/error.ts'
import { limits } from '../core/limits.ts'
import { certificateProfiles } from './profile.ts'
import {
  type Register,
  type RegisteredCertificate,
  type RegisteredCrl,
  type Revocation,
  type RevocationReason,
  revocationReasons,
} from './register.ts'
import { type Lines, parseSeconds, readLines, secondsText } from './register-lines.ts'

/*
 * The register's text. One form for one content: a block of lines for each certificate, then one for each issuer's newest
 * CRL, and a last line that counts them, by which a file that was cut short, or lost a revocation, is known.
 *
 *     kms-release-signing register 1
 *
 *     certificate 0123…
 *       profile code-signing
 *       …
 *
 *     end certificates=1 revoked=0 crls=0
 */

const firstLine = 'kms-release-signing register 1'

export function encodeRegister({ certificates, crls }: Register): string {
  const blocks = [...certificates.map(certificateLines), ...crls.map(crlLines)]
  return [
    firstLine,
    ...blocks.flatMap((lines) => ['', ...lines]),
    '',
    `end ${counts({ certificates, crls })}`,
    '',
  ].join('\n')
}

const counts = ({ certificates, crls }: Register): string => {
  const revoked = certificates.filter(({ revocation }) => revocation !== undefined).length
  return `certificates=${certificates.length} revoked=${revoked} crls=${crls.length}`
}

const certificateLines = (one: RegisteredCertificate): readonly string[] => [
  `certificate ${one.serial}`,
  `  profile ${one.profile}`,
  `  subject ${one.subject}`,
  `  key ${one.key}`,
  `  issuer ${one.issuer}`,
  `  issuer-key ${one.issuerKey}`,
  `  not-before ${secondsText(one.notBefore)}`,
  `  not-after ${secondsText(one.notAfter)}`,
  `  sha256 ${one.sha256}`,
  ...(one.note === undefined ? [] : [`  note ${one.note}`]),
  ...(one.revocation === undefined ? [] : revocationLines(one.revocation)),
]

const revocationLines = ({ date, reason, invalidSince }: Revocation): readonly string[] => [
  `  revoked ${secondsText(date)} ${reason}`,
  ...(invalidSince === undefined ? [] : [`  invalid-since ${secondsText(invalidSince)}`]),
]

const crlLines = (one: RegisteredCrl): readonly string[] => [
  `crl ${one.number}`,
  `  issuer ${one.issuer}`,
  `  issuer-key ${one.issuerKey}`,
  `  this-update ${secondsText(one.thisUpdate)}`,
  `  next-update ${secondsText(one.nextUpdate)}`,
  `  sha256 ${one.sha256}`,
]

/**
 * Reads exactly what `encodeRegister` writes; line ends may be CRLF throughout, as Git makes them on Windows.
 *
 * @param what names the file in errors
 * @throws ReleaseSigningError `register-invalid`, which names the line, or `register-serial-known`
 */
export function parseRegister(text: string, what: string): Register {
  const lines = readLines(text, what)
  const certificates: RegisteredCertificate[] = []
  const crls: RegisteredCrl[] = []
  const serials = new Set<string>()
  const issuers = new Set<string>()
  lines.exactly(firstLine)
  for (let end = false; !end; ) {
    lines.exactly('')
    const [kind = '', value = ''] = lines.groups(/^(certificate|crl|end) (\S.*)$/, '`certificate`, `crl` or `end`')
    if (kind === 'certificate') {
      if (crls.length > 0) throw lines.wrong('a certificate behind the CRLs')
      if (serials.has(value)) throw serialKnown(value, what)
      serials.add(value)
      certificates.push(readCertificate(value, lines))
    } else if (kind === 'crl') {
      const crl = readCrl(value, lines)
      if (issuers.has(crl.issuerKey)) throw lines.wrong('a second CRL of one issuer')
      issuers.add(crl.issuerKey)
      crls.push(crl)
    } else {
      const found = counts({ certificates, crls })
      if (value !== found) throw lines.wrong(`end says ${value}, and there are ${found}`)
      end = true
    }
  }
  lines.end()
  return { certificates, crls }
}

export const serialKnown = (serial: string, where: string): ReleaseSigningError =>
  new ReleaseSigningError('register-serial-known', `${where}: serial number ${serial} stands there already`, {
    rule: 'RFC 5280 section 4.1.2.2',
    hint: 'No two certificates have the same one. Was a block pasted twice?',
  })

function readCertificate(serial: string, lines: Lines): RegisteredCertificate {
  if (!isSerial(serial)) throw lines.wrong('no serial number')
  return {
    serial,
    profile: lines.choice('profile', certificateProfiles),
    subject: lines.field('subject', text),
    key: lines.field('key', sha256),
    issuer: lines.field('issuer', text),
    issuerKey: lines.field('issuer-key', sha256),
    notBefore: lines.instant('not-before'),
    notAfter: lines.instant('not-after'),
    sha256: lines.field('sha256', sha256),
    note: lines.has('note') ? lines.field('note', text) : undefined,
    revocation: lines.has('revoked') ? readRevocation(lines) : undefined,
  }
}

function readRevocation(lines: Lines): Revocation {
  const [time = '', reason = ''] = lines.field('revoked', /^\S+ \S+$/).split(' ')
  const date = parseSeconds(time)
  if (date === undefined) throw lines.wrong('`revoked` has no time such as 2026-11-28T09:00:00Z')
  if (!isReason(reason)) throw lines.wrong(`\`revoked\` has no reason of ${Object.keys(revocationReasons).join(', ')}`)
  return { date, reason, invalidSince: lines.has('invalid-since') ? lines.instant('invalid-since') : undefined }
}

function readCrl(number: string, lines: Lines): RegisteredCrl {
  if (!/^[1-9]\d{0,47}$/.test(number)) throw lines.wrong('no CRL number')
  return {
    number: BigInt(number),
    issuer: lines.field('issuer', text),
    issuerKey: lines.field('issuer-key', sha256),
    thisUpdate: lines.instant('this-update'),
    nextUpdate: lines.instant('next-update'),
    sha256: lines.field('sha256', sha256),
  }
}

const text = /^\S(?:.*\S)?$/
const sha256 = /^[0-9a-f]{64}$/

const isReason = (word: string): word is RevocationReason => Object.hasOwn(revocationReasons, word)

/** Two digits an octet, positive. */
const isSerial = (word: string): boolean =>
  /^(?:[0-9a-f]{2})+$/.test(word) && word.length <= 2 * limits.serialOctets && /[1-9a-f]/.test(word)
