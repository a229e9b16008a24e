import { printable, shellFile } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type PrivateCaRequestOption, privateCaRequestOptions } from '../entry/private-ca-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `private-ca request`: the request for the own certificate of a subordinate CA in AWS Private CA. */
export const privateCaRequest: Command = {
  help: {
    name: 'private-ca request',
    usage: 'private-ca request --private-ca ARN --out FILE [options]',
    summary: 'fetch the request for the own certificate of a subordinate CA in AWS Private CA',
    description: [
      'Fetches the request (PKCS #10) of a subordinate CA, so that a root outside AWS Private CA signs it: one whose key is in AWS KMS, OpenSSL, or an HSM. Certificates then lead to a root that is yours wherever they come from. It needs acm-pca:DescribeCertificateAuthority and acm-pca:GetCertificateAuthorityCsr.',
    ],
    options: [...privateCaRequestOptions, jsonOption],
    examples: [
      {
        what: 'Have a root in AWS KMS sign it',
        command:
          'kms-release-signing private-ca request --private-ca arn:aws:acm-pca:… --out subordinate.csr\nkms-release-signing certificate issue --profile subordinate-ca --request subordinate.csr \\\n    --kms-key-id alias/release-root --ca-certificate root.pem \\\n    --register register.txt --out subordinate.pem\nkms-release-signing private-ca import --private-ca arn:aws:acm-pca:… \\\n    --certificate-chain subordinate.pem --root-certificate root.pem',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, files, privateCa } = await identityContext<PrivateCaRequestOption>(args)
    const output = identity.readOutput(values, 'pem')
    const fetched = await identity.fetchPrivateCaRequest(output, { privateCa: privateCa(values), files })
    const file = shellFile(fetched.path)
    report(
      terminal,
      [],
      [
        `wrote ${printable(fetched.path)}, the request of ${printable(fetched.arn)}`,
        `  subject ${printable(fetched.subject)}`,
        `  key     ${printable(fetched.keyAlgorithm)}`,
        `  sha256  ${fetched.sha256}`,
        '',
        'Next: have a root sign it as a CA, and install what it gives.',
        `    kms-release-signing certificate issue --profile subordinate-ca --request ${file} --kms-key-id ROOT-KEY --ca-certificate root.pem --register register.txt --out subordinate.pem`,
        `    kms-release-signing private-ca import --private-ca ${printable(fetched.arn)} --certificate-chain subordinate.pem --root-certificate root.pem`,
      ],
      fetched,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
