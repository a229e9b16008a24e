import { printable } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type PrivateCaImportOption, privateCaImportOptions } from '../entry/private-ca-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `private-ca import`: installs the own certificate of a subordinate CA in AWS Private CA. */
export const privateCaImport: Command = {
  help: {
    name: 'private-ca import',
    usage: 'private-ca import --private-ca ARN --certificate-chain FILE --root-certificate FILE [options]',
    summary: 'install the own certificate of a subordinate CA in AWS Private CA',
    description: [
      'Installs what a root made of the request that `private-ca request` fetched: once it holds the key of that request and leads to the pinned root, by the same rules that verify goes by. It needs acm-pca:DescribeCertificateAuthority, GetCertificateAuthorityCsr, ImportCertificateAuthorityCertificate and GetCertificateAuthorityCertificate.',
    ],
    options: [...privateCaImportOptions, jsonOption],
    examples: [
      {
        what: 'The certificate, and the root that signed it',
        command:
          'kms-release-signing private-ca import --private-ca arn:aws:acm-pca:… \\\n    --certificate-chain subordinate.pem --root-certificate root.pem',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { values, identity, clock, privateCa } = await identityContext<PrivateCaImportOption>(args)
    const request = await identity.readPrivateCaImportRequest(values)
    const { warnings, ...installed } = await identity.importPrivateCaCertificate(request, {
      privateCa: privateCa(values),
      clock,
    })
    report(
      terminal,
      warnings,
      [
        `installed the certificate of ${printable(installed.arn)}`,
        `  subject ${printable(installed.subject)}`,
        `  root    ${printable(installed.root.subject)}`,
        `  valid   until ${installed.notAfter}`,
        `  sha256  ${installed.sha256}`,
        '',
        'Next: have it certify the key that signs releases.',
        `    kms-release-signing certificate issue --request request.pem --private-ca ${printable(installed.arn)} --root-certificate root.pem --out chain.pem`,
      ],
      installed,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}
