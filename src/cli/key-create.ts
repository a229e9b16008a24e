import { printable, shellWord } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type CreateKeyOption, createKeyOptions } from '../entry/identity-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `key create`: an asymmetric key in AWS KMS. */
export const keyCreate: Command = {
  help: {
    name: 'key create',
    usage: 'key create [--alias alias/NAME] [options]',
    summary: 'make a signing key in AWS KMS',
    description: [
      'Makes an asymmetric key of usage SIGN_VERIFY, which never leaves AWS KMS, and an alias for it. An alias that exists is never pointed to the new key. One key, one use: a key that signs releases is not the key of a CA.',
      'It needs kms:CreateKey; for an alias kms:DescribeKey and kms:CreateAlias; for tags kms:TagResource.',
    ],
    options: [...createKeyOptions, jsonOption],
    examples: [
      { what: 'A key that signs releases', command: 'kms-release-signing key create --alias alias/release' },
      {
        what: 'The key of a root CA, with a policy of its own',
        command:
          "kms-release-signing key create --alias alias/release-root --key-spec ECC_NIST_P384 \\\n    --description 'Root of our releases' --tag team=security --policy root-key-policy.json",
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, administration } = await identityContext<CreateKeyOption>(args)
    const request = await identity.readCreateKeyRequest(values)
    const made = await identity.createKey(request, { administration: administration(values) })
    const key = shellWord(made.alias ?? made.keyId)
    report(
      terminal,
      [],
      [
        `made key ${printable(made.keyId)}, ${made.spec}`,
        ...(made.alias === null ? [] : [`  ${printable(made.alias)}`]),
        '',
        'Next, one of:',
        '  a certificate request for it, for any CA:',
        `    kms-release-signing certificate request --kms-key-id ${key} --common-name NAME --san-uri URI --out request.pem`,
        '  a root CA of your own with it:',
        `    kms-release-signing certificate create-root --kms-key-id ${key} --common-name NAME --register register.txt --out root.pem`,
      ],
      made,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
