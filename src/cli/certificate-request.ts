import { printable, shellFile } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type RequestOption, requestOptions } from '../entry/identity-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `certificate request`: PKCS #10 for a key in AWS KMS. */
export const certificateRequest: Command = {
  help: {
    name: 'certificate request',
    usage: 'certificate request --kms-key-id KEY --common-name TEXT --out FILE [options]',
    summary: 'make a certificate request for a key in AWS KMS',
    description: [
      'Makes a request (PKCS #10) that any CA takes, for a key that cannot leave AWS KMS. It needs kms:GetPublicKey, and kms:Sign once.',
    ],
    options: [...requestOptions, jsonOption],
    examples: [
      {
        what: 'For a key that signs releases',
        command:
          "kms-release-signing certificate request --kms-key-id alias/release \\\n    --common-name 'Example Releases' --organization Example --country DE \\\n    --san-uri https://example.com/releases --out request.pem\nopenssl req -verify -noout -in request.pem",
      },
      {
        what: 'For a CA below your root that may issue for code signing alone',
        command:
          "kms-release-signing certificate request --kms-key-id alias/issuing-ca \\\n    --profile subordinate-ca --extended-key-usage code-signing \\\n    --common-name 'Example Issuing CA' --out issuing-ca.csr",
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, files, signer } = await identityContext<RequestOption>(args)
    const request = identity.readCertificateRequest(values)
    const made = await identity.requestCertificate(request, { signer: signer(values), files })
    const file = shellFile(made.path)
    report(
      terminal,
      [],
      [
        `wrote ${printable(made.path)}, a request for ${made.profile}`,
        `  subject ${printable(made.subject)}`,
        ...made.identities.map((name) => `  name    ${printable(name)}`),
        `  key     ${printable(made.keyId)}, ${made.algorithm}`,
        `  sha256  ${made.sha256}`,
        '',
        'Next, one of:',
        '  send it to your CA;',
        '  issue from a CA of your own in AWS KMS:',
        `    kms-release-signing certificate issue --request ${file} --profile ${made.profile} --kms-key-id CA-KEY --ca-certificate ca.pem --register register.txt --out chain.pem`,
        '  have AWS Private CA issue:',
        `    kms-release-signing certificate issue --request ${file} --profile ${made.profile} --private-ca CA-ARN --root-certificate root.pem --out chain.pem`,
      ],
      made,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
