import type { OptionValues } from '../entry/option.ts'
import { required } from '../entry/read-values.ts'
import { systemClock } from '../entry/system.ts'
import type { Arguments } from './arguments.ts'
import { noPositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'
import { optionValues } from './values.ts'

/** What every command that makes keys, requests, certificates or CRLs begins with. */
export async function identityContext<Name extends string>(args: Arguments) {
  const { createFiles, loadOnline } = await import('../entry/offline.ts')
  noPositionals(args, 'It takes options alone; --help lists them.')
  const { createKmsSigner, environmentFetch, systemTimers, loadIdentity } = await loadOnline()
  const identity = await loadIdentity()
  const clock = systemClock
  const files = createFiles({ clock })
  const environment = process.env
  const aws = (values: OptionValues<'aws-region' | 'use-fips-endpoint'>) => ({
    region: values.text('aws-region'),
    useFipsEndpoint: values.flag('use-fips-endpoint'),
    environment,
    timers: systemTimers,
  })
  return {
    values: optionValues<Name>(args, files),
    identity,
    files,
    clock,
    random: identity.systemRandom,
    administration: (values: OptionValues<'aws-region' | 'use-fips-endpoint'>) =>
      identity.createKmsAdministration(aws(values)),
    privateCa: (values: OptionValues<'private-ca' | 'use-fips-endpoint'>) =>
      identity.createPrivateCa({
        arn: required(values, 'private-ca', 'Name the CA in AWS Private CA by its ARN.'),
        useFipsEndpoint: values.flag('use-fips-endpoint'),
        environment,
        fetch: environmentFetch(environment),
        timers: systemTimers,
        clock,
        token: identity.systemToken,
      }),
    signer: (values: OptionValues<'kms-key-id' | 'aws-region' | 'use-fips-endpoint'>) =>
      createKmsSigner({
        keyId: required(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.'),
        ...aws(values),
      }),
  }
}

/** Warnings, then the lines for people, then the document. */
export function report(terminal: Terminal, warnings: readonly string[], lines: readonly string[], document: unknown) {
  for (const warning of warnings) terminal.warning(warning)
  for (const line of lines) terminal.line(line)
  if (terminal.json) terminal.document(document)
}
