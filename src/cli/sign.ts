import { required } from '../entry/read-values.ts'
import { failedSignDocument, signDocument } from '../entry/sign-document.ts'
import { type SignOption, signOptions } from '../entry/sign-options.ts'
import { readSignRequest } from '../entry/sign-request.ts'
import { systemClock } from '../entry/system.ts'
import type { Arguments } from './arguments.ts'
import { type Command, jsonOption } from './command.ts'
import { somePositionals } from './positionals.ts'
import type { Terminal } from './terminal.ts'
import { optionValues } from './values.ts'

const expiryWarningDays = 30

/** `sign`: artifacts with a KMS key, with the credentials that the AWS SDK finds. */
export const sign: Command = {
  help: {
    name: 'sign',
    usage: 'sign --kms-key-id KEY --certificate-chain FILE [options] ARTIFACT…',
    summary: 'sign artifacts with a key in AWS KMS',
    description: [
      'Signs every ARTIFACT with a key that never leaves AWS KMS, and writes a sidecar with the certificate chain beside it: ARTIFACT.p7s, a detached CMS signature that OpenSSL verifies too. All sidecars are verified before any is written, and all are written or none.',
      'ARTIFACT is a file or a pattern: * ? [] {} match files that are not hidden, ** descends, a ! in front leaves out. AWS credentials come from where the AWS SDK looks: the environment, the shared configuration, the machine.',
    ],
    options: [...signOptions, jsonOption],
    examples: [
      {
        what: 'Sign two files, and check them against the root that verifiers pin',
        command:
          'kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --root-certificate root.pem app.tar.gz app.zip',
      },
      {
        what: 'A whole release, with the attestation that ties its files together',
        command:
          "kms-release-signing sign --kms-key-id arn:aws:kms:eu-central-1:111122223333:key/1234abcd-… \\\n    --certificate-chain chain.pem --repository example/app --tag v1.2.3 'dist/*'",
      },
      {
        what: 'What unprivileged jobs built, by the checksums they left',
        command:
          'kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --repository example/app --tag v1.2.3 --checksums-file SHA256SUMS',
      },
      {
        what: 'Sign, upload everything to the draft release of the tag, and publish it',
        command:
          "GH_TOKEN=$(gh auth token) kms-release-signing sign --kms-key-id alias/release --certificate-chain chain.pem \\\n    --repository example/app --tag v1.2.3 --upload --upload-artifacts --publish 'dist/*'",
      },
      {
        what: 'Find out whether it would work',
        command:
          'kms-release-signing sign --dry-run --kms-key-id alias/release --certificate-chain chain.pem app.tar.gz',
      },
    ],
  },

  async run(args: Arguments, terminal: Terminal) {
    const { createFiles, findArtifacts, keepingMemorySmall, loadOnline } = await import('../entry/offline.ts')
    const {
      createKmsSigner,
      createTimestampAuthority,
      environmentFetch,
      environmentToken,
      openReleaseHost,
      requiredToken,
      signNotices,
      signRelease,
      signText,
      systemTimers,
    } = await loadOnline()
    const clock = systemClock
    const files = createFiles({ clock })
    const values = optionValues<SignOption>(args, files)
    const keyId = required(values, 'kms-key-id', 'Name the AWS KMS key: its id, ARN, alias/NAME or alias ARN.')
    const request = await readSignRequest(values, [], {
      expiryWarningDays,
      crossCheck: 'none',
      pullRequest: process.env.GITHUB_EVENT_NAME === 'pull_request',
    })
    const mayLack = request.checksums !== undefined
    const patterns = mayLack ? args.positionals : somePositionals(args, 'artifact')
    const { paths, unmatched } = findArtifacts(patterns, { mayLack })
    for (const pattern of unmatched) terminal.warning(`${pattern} matches nothing`)
    const signer = createKmsSigner({
      keyId,
      region: values.text('aws-region'),
      useFipsEndpoint: values.flag('use-fips-endpoint'),
      environment: process.env,
      timers: systemTimers,
    })
    const openReleases = async () => {
      const repository = required(values, 'repository', 'Name the repository of the release, as OWNER/NAME.')
      const token = requiredToken(
        await environmentToken(repository, process.env),
        'Set GH_TOKEN, for example to what `gh auth token` prints; for another server than github.com GH_ENTERPRISE_TOKEN.',
      )
      return openReleaseHost({ repository, token, environment: process.env, notice: terminal.notice })
    }
    const releaseHost = request.upload && (await openReleases())
    const report = await signRelease(
      { ...request, artifacts: paths },
      {
        files,
        clock,
        signer,
        timestampAuthority: (urls, trust) =>
          createTimestampAuthority({ urls, trust, ports: { fetch: environmentFetch(process.env) } }),
        releaseHost,
        progress: keepingMemorySmall(terminal.progress),
      },
    )
    for (const warning of report.warnings) terminal.warning(warning)
    for (const notice of signNotices(report)) terminal.notice(notice)
    for (const line of signText(report)) terminal.line(line)
    if (terminal.json) terminal.document(signDocument(report))
    return 0
  },

  failed: failedSignDocument,
}
