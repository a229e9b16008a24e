import type { Failure } from '../entry/failure.ts'
import { type RenewOption, renewOptions } from '../entry/renew-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `certificate renew`: a new certificate for the same key, when the one there is comes to its end. */
export const certificateRenew: Command = {
  help: {
    name: 'certificate renew',
    usage:
      'certificate renew --kms-key-id KEY --certificate-chain FILE (--private-ca ARN | --ca-kms-key-id KEY --ca-certificate FILE --register FILE) [options]',
    summary: 'renew the certificate of a signing key when it comes to its end',
    description: [
      'When the chain has fewer days left than renew-before-days, makes a request for the same key, subject and names, has it certified by AWS Private CA or by a CA whose key is in AWS KMS, and puts the new chain in the place of the old one. Otherwise it says how long is left, and asks AWS for nothing.',
      'A key whose certificate was revoked as compromised, by the register or a CRL, is never certified again. The certificate action does the same in a scheduled workflow.',
    ],
    options: [...renewOptions, jsonOption],
    examples: [
      {
        what: 'By AWS Private CA',
        command:
          'kms-release-signing certificate renew --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate root.pem --private-ca arn:aws:acm-pca:…',
      },
      {
        what: 'Is it due?',
        command: 'kms-release-signing certificate renew --dry-run --certificate-chain chain.pem --json | jq .due',
      },
      {
        what: 'By a CA of your own in AWS KMS',
        command:
          'kms-release-signing certificate renew --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate ca/root.pem --ca-kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --register ca/register.txt',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, files, clock, random } = await identityContext<RenewOption>(args)
    const request = await identity.readRenewalRequest(values)
    const context = {
      files,
      clock,
      random,
      token: identity.systemToken,
      environment: process.env,
      credentials: undefined,
    }
    const parties = identity.renewalParties(values, request, context)
    const { warnings, issued, ...renewal } = await identity.renewCertificate(request, { files, clock, parties })
    report(terminal, warnings, identity.renewalText({ ...renewal, warnings, issued }), {
      ...renewal,
      issued: issued ?? null,
    })
    return 0
  },

  failed: (failure: Failure) => ({ renewed: false, ...failure }),
}
