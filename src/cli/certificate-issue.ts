import { printable, shellFile } from '../entry/escape.ts'
import type { Failure } from '../entry/failure.ts'
import { type IssueOption, issueOptions } from '../entry/identity-options.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { identityContext, report } from './identity-context.ts'
import type { Terminal } from './terminal.ts'

/** `certificate issue`: a certificate from a request, by a CA whose key is in AWS KMS, or by AWS Private CA. */
export const certificateIssue: Command = {
  help: {
    name: 'certificate issue',
    usage:
      'certificate issue --request FILE (--kms-key-id KEY --ca-certificate FILE --register FILE | --private-ca ARN) --out FILE [options]',
    summary: 'issue a certificate from a CA whose key is in AWS KMS, or from AWS Private CA',
    description: [
      "Issues a certificate from a request, whose own signature is checked, and writes it with the CA's certificates up to the root, ready for certificate-chain. It is written down in the register in the same step. It needs kms:GetPublicKey, and kms:Sign once.",
      'With --private-ca a CA in AWS Private CA issues it: the certificate is fetched when it is there, and written when it holds the key of the request and leads to the root. The register is then only kept where one is named. It needs acm-pca:DescribeCertificateAuthority, GetCertificateAuthorityCertificate, IssueCertificate and GetCertificate on the CA.',
    ],
    options: [...issueOptions, jsonOption],
    examples: [
      {
        what: 'For the key that signs releases',
        command:
          'kms-release-signing certificate issue --request request.pem --kms-key-id alias/issuing-ca \\\n    --ca-certificate ca/issuing-ca.pem --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out chain.pem',
      },
      {
        what: 'From AWS Private CA',
        command:
          'kms-release-signing certificate issue --request request.pem --days 365 \\\n    --private-ca arn:aws:acm-pca:eu-central-1:111122223333:certificate-authority/1234abcd-… \\\n    --root-certificate root.pem --out chain.pem',
      },
      {
        what: 'For an issuing CA below the root',
        command:
          'kms-release-signing certificate issue --profile subordinate-ca --request issuing-ca.csr \\\n    --kms-key-id alias/release-root --ca-certificate ca/root.pem \\\n    --register ca/register.txt --out ca/issuing-ca.pem',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const context = await identityContext<IssueOption>(args)
    const { values, identity } = context
    identity.checkIssuer(values)
    const isPrivate = values.text('private-ca') !== undefined
    const { report: all, lines } = await (isPrivate ? issueFromPrivateCa(context) : issueFromKms(context))
    const { warnings, ...issued } = all
    const register = values.text('register')
    const file = shellFile(issued.path)
    report(
      terminal,
      warnings,
      [
        `wrote ${printable(issued.path)}, a certificate for ${issued.profile}${register === undefined ? '' : `, and ${printable(register)}`}`,
        `  subject ${printable(issued.subject)}`,
        ...issued.identities.map((name) => `  name    ${printable(name)}`),
        `  issuer  ${printable(issued.issuer.subject)}`,
        ...lines,
        `  serial  ${issued.serial}`,
        `  valid   ${issued.notBefore} to ${issued.notAfter}`,
        `  sha256  ${issued.sha256}`,
        ...issued.leftOut.map((asked) => `  asked for and left out: ${printable(asked)}`),
        ...(issued.profile === 'code-signing'
          ? [
              '',
              'Next: sign with it.',
              `    kms-release-signing sign --kms-key-id KEY --certificate-chain ${file} --root-certificate root.pem ARTIFACT`,
            ]
          : []),
        ...(issued.profile === 'subordinate-ca'
          ? [
              '',
              'Next: issue from it, with the file as one more --ca-certificate, and make its first CRL:',
              `    kms-release-signing crl create --kms-key-id KEY --ca-certificate ${file} --ca-certificate root.pem --register register.txt --out ca.crl`,
            ]
          : []),
      ],
      issued,
    )
    return 0
  },

  failed: (failure: Failure) => failure,
}

type Context = Awaited<ReturnType<typeof identityContext<IssueOption>>>

async function issueFromKms({ values, identity, signer, files, clock, random }: Context) {
  const request = await identity.readIssueRequest(values)
  return {
    report: await identity.issueCertificate(request, { signer: signer(values), files, clock, random }),
    lines: [],
  }
}

async function issueFromPrivateCa({ values, identity, privateCa, files, clock }: Context) {
  const request = await identity.readPrivateCaIssueRequest(values)
  const report = await identity.issueByPrivateCa(request, { privateCa: privateCa(values), files, clock })
  // Without a root pinned it is the one that AWS names, for a person to compare.
  const { root, certificateArn } = report
  return {
    report,
    lines: [`  root    ${printable(root.subject)}, sha256 ${root.sha256}`, `  arn     ${certificateArn}`],
  }
}
