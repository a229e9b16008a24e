import type { Failure } from '../entry/failure.ts'
import { systemClock } from '../entry/system.ts'
import { type VerifyOption, verifyOptions } from '../entry/verify-options.ts'
import type { ReleaseKey } from '../release/verify/release-key.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { somePositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'
import { optionValues } from './values.ts'

/** `verify`: artifacts against a pinned root and the name of the signer. */
export const verify: Command = {
  help: {
    name: 'verify',
    usage:
      'verify (--root-certificate FILE (--certificate-identity NAME | --certificate-subject DN | --certificate-sha256 HEX | --dedicated-root) | --public-key FILE | --kms-key-id KEY) [options] ARTIFACT…',
    summary: 'verify artifacts against a pinned root; offline, without credentials',
    description: [
      'Verifies every ARTIFACT with the sidecars found for it: ARTIFACT.p7s beside it, and the attestation (*.release.sigstore.json) of its release. It opens no connection, unless a release to fetch from is named, and needs no credentials; what you bring is the root certificate and the name of the signer.',
      'Within your own AWS account the key alone may be what you trust: --public-key, or --kms-key-id, which asks AWS KMS. No certificate is looked at then: not whose key it is, not whether it has expired or was revoked.',
      'ARTIFACT is a file or a pattern: * ? [] {} match files that are not hidden, ** descends, a ! in front leaves out. Every file that is one of our sidecars is passed over. NAME@sha256:HEX stands for a file that is not here and has this digest.',
    ],
    options: [...verifyOptions, jsonOption],
    examples: [
      {
        what: 'A file you downloaded together with its .p7s',
        command:
          'kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release app.tar.gz',
      },
      {
        what: 'A whole release: this tag of this repository, with nothing missing',
        command:
          "kms-release-signing verify --root-certificate root.pem \\\n    --certificate-subject 'CN=Release,O=Example' \\\n    --repository example/app --tag v1.2.3 --complete 'dist/*'",
      },
      {
        what: 'A release on GitHub, and its files where it verifies',
        command:
          "kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release \\\n    --from-repository example/app --from-release-tag v1.2.3 --download-directory app '*.tar.gz'",
      },
      {
        what: 'Digests in place of files that lie elsewhere',
        command:
          'kms-release-signing verify --root-certificate root.pem \\\n    --certificate-identity https://example.org/release \\\n    --attestation example-app-v1.2.3.release.sigstore.json app.tar.gz@sha256:2c26b46b…',
      },
      {
        what: 'An old file whose certificate has expired, by its time stamp',
        command:
          'kms-release-signing verify --root-certificate root.pem --dedicated-root \\\n    --timestamp-root-certificate tsa-root.pem --require-timestamp app.tar.gz',
      },
      {
        what: 'Within the account, by the KMS key that signs, without certificates',
        command: 'kms-release-signing verify --kms-key-id alias/release-signing app.tar.gz',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const offline = await import('../entry/offline.ts')
    const { createFiles, keepingMemorySmall, readVerifyRequest, verifyNamed, verifyText } = offline
    const clock = systemClock
    const files = createFiles({ clock })
    const values = optionValues<VerifyOption>(args, files)
    const request = await readVerifyRequest(values, [])
    const mayLack = (['checksums-file', 'from-repository'] as const).some((name) => values.text(name) !== undefined)
    const patterns = mayLack ? args.positionals : somePositionals(args, 'artifact')
    let trustedKey: ReleaseKey | undefined
    if (request.identity === undefined) {
      const { readTrustedKey } = await offline.loadTrustedKey()
      trustedKey = await readTrustedKey(values, files, () => ({ environment: process.env }))
    }
    const { report, unmatched, directory } = await verifyNamed(values, request, {
      patterns,
      environment: process.env,
      token: undefined,
      keepIn: undefined,
      notice: terminal.notice,
      ports: { files, clock, trustedKey, progress: keepingMemorySmall(terminal.progress) },
    })
    for (const pattern of unmatched) terminal.warning(`${pattern} matches nothing`)
    if (directory !== undefined) terminal.notice(`the files are in ${directory}`)
    for (const line of verifyText(report)) terminal.line(line)
    if (terminal.json) {
      const { verified, artifacts, ignored } = report
      terminal.document({ verified, artifacts, ignored })
    }
    return report.verified ? 0 : 1
  },

  failed: (failure: Failure) => ({ verified: false, artifacts: [], ignored: [], ...failure }),
}
