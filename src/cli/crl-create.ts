import { printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type CrlOption, crlOptions } from '../entry/identity-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `crl create`: the revocation list of a CA whose key is in AWS KMS. */
export const crlCreate: Command = {
  help: {
    name: 'crl create',
    usage: 'crl create --kms-key-id KEY --ca-certificate FILE --register FILE --out FILE [options]',
    summary: 'revoke certificates, and make the CRL of a CA whose key is in AWS KMS',
    description: [
      "Makes the CA's next CRL from the register, after revoking what --revoke names. Whatever was revoked stays on the list, also when it has expired, so that old releases can be judged. It needs kms:GetPublicKey, and kms:Sign once.",
    ],
    options: [...crlOptions, jsonOption],
    examples: [
      {
        what: 'The first CRL, and the next one every month',
        command:
          'kms-release-signing crl create --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.crl',
      },
      {
        what: 'A signing key is in other hands',
        command:
          'kms-release-signing crl create --revoke 4a01… --reason keyCompromise \\\n    --invalid-since 2026-11-20T00:00:00Z --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.crl',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, files, clock, signer } = await identityContext<CrlOption>(args)
    const request = await identity.readCrlRequest(values)
    const { warnings, ...made } = await identity.createCrl(request, { signer: signer(values), files, clock })
    report(
      terminal,
      warnings,
      [
        `wrote ${printable(made.path)}, CRL ${made.number} of ${printable(made.issuer)}, and ${printable(request.register)}`,
        `  good from ${made.thisUpdate} to ${made.nextUpdate}`,
        `  sha256    ${made.sha256}`,
        ...(made.revoked.length === 0 ? ['  nothing is revoked'] : []),
        ...made.revoked.map(({ serial, date, reason }) => `  revoked   ${serial} on ${date}, ${reason}`),
        '',
        `Next: publish it where verifiers get it, and make the next one before ${made.nextUpdate}.`,
      ],
      made,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
