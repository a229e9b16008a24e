import { factsText, policiesText } from '../entry/diagnosis-text.ts'
import { printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import type { NamesOf, OptionRow } from '../entry/option.ts'
import { signOptions } from '../entry/sign-options.ts'
import { systemClock } from '../entry/system.ts'
import type { DoctorReport, Finding } from '../release/doctor.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { noPositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'
import { optionValues } from './values.ts'

const shared = [
  'kms-key-id',
  'certificate-chain',
  'root-certificate',
  'signing-algorithm',
  'aws-region',
  'use-fips-endpoint',
]

const options = [
  ...signOptions.filter(({ name }) => shared.includes(name)),
  {
    name: 'role-to-assume',
    value: 'ARN',
    help: "The role that the workflow assumes with GitHub's OIDC token. Default: the credentials that the AWS SDK finds.",
  },
  { name: 'audience', value: 'TEXT', help: 'Audience of the OIDC token. Default: sts.amazonaws.com.' },
] as const satisfies readonly OptionRow[]

const expiryWarningDays = 30

/** `doctor`: why signing does not work here, and which policies would let it. */
export const doctor: Command = {
  help: {
    name: 'doctor',
    usage: 'doctor [--role-to-assume ARN] [--kms-key-id KEY] [--certificate-chain FILE] [options]',
    summary: 'find out why signing does not work here, and what would let it',
    description: [
      'Goes the way that signing goes, as far as the options lead: environment, OIDC token, role, key, permission to sign (a dry run), certificate chain. It signs nothing, and goes on where it can when something fails.',
      'Then it prints a trust policy for the role that lets exactly this workflow in, and the policies of key and role under which it may sign. In a workflow run it as a step of the same job, with the same environment and permissions.',
    ],
    options: [...options, jsonOption],
    examples: [
      {
        what: 'In a step of the release job',
        command:
          'kms-release-signing doctor --role-to-assume arn:aws:iam::111122223333:role/release-signer \\\n    --kms-key-id alias/release-signing --aws-region eu-central-1 --certificate-chain chain.pem',
      },
      {
        what: 'On a laptop, with its own credentials',
        command: 'kms-release-signing doctor --kms-key-id alias/release',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    noPositionals(args, 'doctor takes options alone.')
    const { createFiles, limits, loadOnline } = await import('../entry/offline.ts')
    const online = await loadOnline()
    const { createDoctorPorts, examine } = await online.loadDoctor()
    const { environmentFindings } = await import('./doctor-environment.ts')
    const values = optionValues<NamesOf<typeof options>>(args, createFiles({ clock: systemClock }))
    const keyId = values.text('kms-key-id')
    const role = values.text('role-to-assume')
    const audience = values.text('audience') ?? 'sts.amazonaws.com'
    const key = keyId === undefined ? undefined : online.parseKmsKeyId(keyId)
    const region = online.chooseRegion(key ?? { region: undefined }, values.text('aws-region'), process.env)
    const [certificateChain] = await values.files('certificate-chain', limits.certificateFileBytes)
    const report = await examine(
      {
        role,
        audience,
        keyId,
        certificateChain,
        rootCertificates: await values.files('root-certificate', limits.certificateFileBytes),
        signingAlgorithm: values.text('signing-algorithm'),
        expiryWarningDays,
      },
      createDoctorPorts({
        role,
        audience,
        keyId,
        region,
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        environment: process.env,
        clock: systemClock,
      }),
    )
    const machine = { node: process.versions.node, platform: `${process.platform} ${process.arch}`, region }
    const whole = { ...report, findings: [...environmentFindings(process.env, machine), ...report.findings] }
    for (const line of reportText(whole)) terminal.line(line)
    if (terminal.json) terminal.document(whole)
    return report.healthy ? 0 : 1
  },

  failed: (failure: Failure) => ({
    healthy: false,
    findings: [],
    claims: null,
    caller: null,
    policies: [],
    notes: [],
    ...failure,
  }),
}

const marks = { ok: 'ok      ', warning: 'warning ', failed: 'FAILED  ', skipped: 'skipped ' } as const

function reportText({ healthy, findings, claims, policies, notes }: DoctorReport): readonly string[] {
  return [
    ...findings.flatMap(findingText),
    ...(claims === null ? [] : ['', 'What the OIDC token says:', ...factsText(claims).map((line) => `  ${line}`)]),
    ...policiesText(policies),
    ...(notes.length === 0 ? [] : ['', ...notes.map(printable)]),
    '',
    healthy
      ? 'Nothing is in the way of signing, as far as was looked.'
      : 'Signing does not work here: see what FAILED.',
  ]
}

const findingText = ({ check, status, message, code, hint }: Finding): readonly string[] => [
  `${marks[status]} ${check.padEnd(11)} ${code === undefined ? '' : `${code}: `}${printable(message)}`,
  ...(hint === undefined ? [] : [`${' '.repeat(21)}${printable(hint)}`]),
]
