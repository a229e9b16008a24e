import { printable, shellFile } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type RootOption, rootOptions } from '../entry/identity-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `certificate create-root`: the root of a CA whose key is in AWS KMS. */
export const certificateCreateRoot: Command = {
  help: {
    name: 'certificate create-root',
    usage: 'certificate create-root --kms-key-id KEY --common-name TEXT --register FILE --out FILE [options]',
    summary: 'make the root certificate of a CA whose key is in AWS KMS',
    description: [
      'Makes a self-signed root certificate for a key in AWS KMS, and writes it down in the register. The root is what verifiers pin: hand it to them on a way they trust. It needs kms:GetPublicKey, and kms:Sign once.',
    ],
    options: [...rootOptions, jsonOption],
    examples: [
      {
        what: 'A root that lets one CA stand between it and the signers',
        command:
          "kms-release-signing certificate create-root --kms-key-id alias/release-root \\\n    --common-name 'Example Release Root' --organization Example --path-length 1 \\\n    --register ca/register.txt --out ca/root.pem",
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, files, clock, random, signer } = await identityContext<RootOption>(args)
    const request = identity.readRootRequest(values)
    const { warnings, ...made } = await identity.createRoot(request, { signer: signer(values), files, clock, random })
    const file = shellFile(made.path)
    report(
      terminal,
      warnings,
      [
        `wrote ${printable(made.path)}, a root certificate, and ${printable(request.register)}`,
        `  subject ${printable(made.subject)}`,
        `  serial  ${made.serial}`,
        `  valid   ${made.notBefore} to ${made.notAfter}`,
        `  key     ${printable(made.keyId)}, ${made.algorithm}`,
        `  sha256  ${made.sha256}`,
        '',
        'Next: keep both files in git; make a key for the signer (key create) and a request (certificate request); then',
        `    kms-release-signing certificate issue --request request.pem --kms-key-id ${shellFile(made.keyId)} --ca-certificate ${file} --register ${shellFile(request.register)} --out chain.pem`,
      ],
      made,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
