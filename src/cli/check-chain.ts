import { printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import type { NamesOf, OptionRow } from '../entry/option.ts'
import { choice, required } from '../entry/read-values.ts'
import { systemClock } from '../entry/system.ts'
import { parseInstant } from '../entry/time.ts'
import type { CheckChainReport } from '../release/check-chain.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { noPositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'
import { optionValues } from './values.ts'

const options = [
  {
    group: 'Certificates',
    name: 'root-certificate',
    value: 'FILE',
    repeatable: true,
    help: 'The root to pin: trust starts here and nowhere else.',
  },
  {
    name: 'certificate-chain',
    value: 'FILE',
    help: 'The certificate to check, and its issuers in any order. The root may be in it; it counts only when it is pinned.',
  },
  {
    name: 'intermediates',
    value: 'FILE',
    repeatable: true,
    help: 'More certificates to build the path with. They are not trusted.',
  },
  {
    group: 'What it is checked for',
    name: 'at',
    value: 'TIME',
    help: 'The instant to look at (RFC 3339, such as 2026-11-24T09:00:00Z). Default: now.',
  },
  {
    name: 'profile',
    value: 'code-signing|rfc5280',
    help: 'The rules: those that sign and verify use (default), or RFC 5280 alone.',
  },
  {
    name: 'purpose',
    value: 'code-signing|any|OID',
    help: 'The extended key usage that the certificate must have. Default: code-signing.',
  },
  {
    group: 'Revocation, at that instant',
    name: 'crl',
    value: 'FILE',
    repeatable: true,
    help: 'A certificate revocation list. Once one is given, certificates must be found good.',
  },
  {
    name: 'crl-scope',
    value: 'leaf|path',
    help: 'Which certificates: the first one, or all below the root (path, default).',
  },
  {
    group: 'Certificate policies, as in openssl verify',
    name: 'policy',
    value: 'OID',
    repeatable: true,
    help: 'A policy that is acceptable. Default: any.',
  },
  { name: 'explicit-policy', help: 'The path must be valid for an acceptable policy.' },
  { name: 'inhibit-map', help: 'Policy mappings do not count.' },
  { name: 'inhibit-any', help: 'anyPolicy does not count.' },
] as const satisfies readonly OptionRow[]

/** `check-chain`: whether a certificate chains to a pinned root. */
export const checkChainCommand: Command = {
  help: {
    name: 'check-chain',
    usage: 'check-chain --root-certificate FILE --certificate-chain FILE [options]',
    summary: 'validate a certificate chain against a pinned root',
    description: [
      'Looks for a valid certification path (RFC 5280) from a certificate to a pinned root, and says what is wrong where there is none. Use it before you sign with a new certificate.',
    ],
    options: [...options, jsonOption],
    examples: [
      {
        what: 'Is this chain fit for signing releases?',
        command: 'kms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem',
      },
      {
        what: 'Will it still be in a year? Is none of it revoked?',
        command:
          'kms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem \\\n    --at 2027-11-24T00:00:00Z\nkms-release-signing check-chain --root-certificate root.pem --certificate-chain chain.pem \\\n    --crl root.crl --crl issuing.crl',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { createFiles, limits, loadCheckChain } = await import('../entry/offline.ts')
    const { checkChain } = await loadCheckChain()
    noPositionals(args, 'check-chain takes files behind its options alone: write --certificate-chain FILE.')
    const clock = systemClock
    const values = optionValues<NamesOf<typeof options>>(args, createFiles({ clock }))
    const certificates = (name: NamesOf<typeof options>) => values.files(name, limits.certificateFileBytes)
    required(values, 'root-certificate', 'Pin the root certificate that the chain has to reach.')
    required(values, 'certificate-chain', 'Name the file with the certificate to check and its issuers.')
    const at = values.text('at')
    const purpose = values.text('purpose')
    const policies = values.texts('policy')
    const [certificateChain] = await certificates('certificate-chain')
    if (certificateChain === undefined) return 1
    const { warnings, ...report } = checkChain(
      {
        rootCertificates: await certificates('root-certificate'),
        certificateChain,
        intermediates: await certificates('intermediates'),
        at: at === undefined ? undefined : parseInstant(at, values.label('at')),
        profile: choice(values, 'profile', ['code-signing', 'rfc5280']),
        purpose: purpose === 'code-signing' ? undefined : purpose,
        crls: await values.files('crl', limits.crlFileBytes),
        crlScope: choice(values, 'crl-scope', ['path', 'leaf']),
        policy: {
          ...(policies.length === 0 ? {} : { initialPolicies: policies }),
          requireExplicitPolicy: values.flag('explicit-policy'),
          inhibitPolicyMapping: values.flag('inhibit-map'),
          inhibitAnyPolicy: values.flag('inhibit-any'),
        },
      },
      { clock },
    )
    for (const warning of warnings) terminal.warning(warning)
    for (const line of reportText(report)) terminal.line(line)
    if (terminal.json) terminal.document(report)
    return report.valid ? 0 : 1
  },

  failed: (failure: Failure) => ({ valid: false, path: [], at: null, revocation: 'not-checked', ...failure }),
}

function reportText(report: Omit<CheckChainReport, 'warnings'>): readonly string[] {
  const { valid, path, at, revocation, code = 'internal', message = '', hint } = report
  if (!valid) {
    return [
      `NOT VALID at ${at}`,
      `  ${code}: ${printable(message)}`,
      ...(hint === undefined ? [] : [`  ${printable(hint)}`]),
    ]
  }
  return [
    `valid at ${at}; revocation ${revocation === 'good' ? 'checked, good' : 'not checked'}`,
    ...path.flatMap(({ subject, sha256 }, depth) => [`  ${depth} ${printable(subject)}`, `    sha256 ${sha256}`]),
  ]
}
