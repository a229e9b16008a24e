import { basename } from 'node:path'
import { githubAssetName } from '../core/artifact-name.ts'
import { markdownBlock, markdownCode, markdownLink, markdownText, outputLine, printable } from '../entry/escape.ts'
import { signDocument } from '../entry/sign-document.ts'
import { signNotices, signText } from '../entry/sign-text.ts'
import { count } from '../entry/verify-text.ts'
import type { DownloadedAsset } from '../release/host/release-assets.ts'
import type { ReleaseReport, SignReport } from '../release/sign/sign-report.ts'
import { actionsCore, markdownTable, writeSummary } from './report.ts'
import { asDownloaded, fetchedFacts, fetchedText } from './report-fetched.ts'
import type { SummaryParagraph } from './summary.ts'
import { type ReleaseNames, verifyCommands } from './verify-commands.ts'

interface SignReporting {
  readonly unmatched: readonly string[]
  /** Files of a release that were signed; undefined where they are this machine's. */
  readonly fetched: readonly DownloadedAsset[] | undefined
  readonly showSummary: boolean
  readonly environment: NodeJS.ProcessEnv
  /** By which CloudTrail shows the run; undefined where no role was assumed. */
  readonly sessionName: string | undefined
  /** What the release is called, for the commands that verify it. */
  readonly names: ReleaseNames
}

/** Names that one annotation has at most. */
const shownPaths = 20

/** Log, outputs, annotations and summary of what was signed. */
export async function reportSigned(report: SignReport, options: SignReporting): Promise<void> {
  const core = await actionsCore()
  await core.group(report.dryRun ? 'What would be signed' : 'What was signed', async () => {
    for (const line of signText(report)) core.info(outputLine(line))
  })
  if (options.fetched !== undefined) {
    const lines = fetchedText(options.fetched)
    await core.group('What came from the release', async () => {
      for (const line of lines) core.info(outputLine(printable(line)))
    })
  }
  core.setOutput('sidecars', JSON.stringify(sidecarsOf(report)))
  core.setOutput('signed-count', report.signed)
  core.setOutput('certificate-sha256', report.certificate.sha256)
  core.setOutput('release-url', report.release?.url ?? '')
  core.setOutput('release-id', report.release?.id ?? '')
  core.setOutput('assets', JSON.stringify(report.release?.assets ?? []))
  core.setOutput('results', JSON.stringify(signDocument(report)))
  for (const pattern of options.unmatched) core.warning(`artifacts: ${printable(pattern)} matches nothing`)
  for (const warning of report.warnings) core.warning(printable(warning))
  for (const notice of report.notices) core.info(outputLine(printable(notice)))
  const { passedOver } = report
  if (passedOver.length > 0) {
    const more = passedOver.length > shownPaths ? ', …' : ''
    const names = passedOver.slice(0, shownPaths).map(printable).join(', ')
    core.notice(`${count(passedOver.length, 'file')} passed over as sidecars: ${names}${more}`)
  }
  if (options.showSummary) await writeSummary(core, summaryOf(report, options))
}

/** Every file that was written. */
function sidecarsOf({ artifacts, attestation, alsoWritten, dryRun }: SignReport): readonly string[] {
  if (dryRun) return []
  return [
    ...artifacts.flatMap(({ sidecars }) => sidecars),
    ...alsoWritten,
    ...(attestation === undefined ? [] : [attestation]),
  ]
}

function summaryOf(
  report: SignReport,
  { environment, names, sessionName, fetched }: SignReporting,
): readonly SummaryParagraph[] {
  const { artifacts, attestation, certificate, signer, root, keyId, algorithm, dryRun, kmsRequestIds } = report
  const commands = dryRun ? [] : commandsFor(report, names, fetched !== undefined)
  const addresses = new Map(report.release?.assets.map(({ name, url }) => [name, url]))
  const linked = (path: string) => {
    const url = addresses.get(githubAssetName(basename(path)))
    return url === undefined ? markdownCode(path) : markdownLink(path, url)
  }
  const rows = artifacts.map(({ path, sha256, sidecars }) => [
    linked(path),
    markdownCode(sha256),
    sidecars.map(linked).join('<br>'),
  ])
  const facts = [
    `- Signer ${markdownCode(signer.subject)}${signer.identities.map((identity) => `, ${markdownCode(identity)}`).join('')}`,
    `- ${dryRun ? 'Tried' : 'Signed'} at ${report.at}${names.timestamp.urls.length > 0 && !dryRun ? ', time-stamped' : ''}`,
    `- Certificate SHA-256 ${markdownCode(certificate.sha256)}, valid until ${certificate.notAfter}`,
    `- Key ${markdownCode(keyId)}, ${algorithm}`,
    root === null
      ? '- No root was pinned: signatures and the links of the chain were checked'
      : `- Verified against the root with SHA-256 ${markdownCode(root.sha256)}`,
    ...(attestation === undefined ? [] : [`- Attestation ${linked(attestation)}`]),
    ...report.alsoWritten.map((path) => `- Also written ${linked(path)}`),
    ...(report.release === undefined ? [] : releaseFacts(report.release)),
    ...auditFacts(kmsRequestIds, sessionName, environment),
  ]
  return [
    dryRun
      ? `### Dry run: ${count(artifacts.length + report.unseen.length, 'artifact')} could be signed`
      : `### Signed: ${count(report.signed, 'artifact')}`,
    ...(rows.length === 0 ? [] : [markdownTable(['Artifact', 'SHA-256', dryRun ? 'Would write' : 'Sidecars'], rows)]),
    ...unseenFacts(report),
    ...fetchedFacts(fetched ?? []),
    facts.join('\n'),
    ...[...report.warnings.map((warning) => `Warning: ${warning}`), ...signNotices(report).slice(0, 100)].map(
      markdownText,
    ),
    ...(commands.length === 0 ? [] : ['Verify:', markdownBlock('sh', commands.join('\n'))]),
  ]
}

const commandsFor = (report: SignReport, names: ReleaseNames, isFetched: boolean): readonly string[] =>
  isFetched
    ? verifyCommands(asDownloaded(report), { ...names, outputDirectory: undefined })
    : verifyCommands(report, names)

/** All of them, however many: nobody else shows what the key vouched for without a look. */
function unseenFacts({ unseen, dryRun }: SignReport): readonly string[] {
  if (unseen.length === 0) return []
  const lines = unseen.map(({ name, digests }) => {
    const text = Object.entries(digests).map(([hash, digest]) => `${hash} ${markdownCode(digest)}`)
    return `- ${markdownCode(name)}: ${text.join(', ')}`
  })
  const what = dryRun ? 'Would be signed' : 'Signed'
  return [`${what} unseen, by the digests in \`checksums-file\`: ${count(unseen.length, 'artifact')}`, lines.join('\n')]
}

function releaseFacts({ tag, url, draft, assets, wouldUpload }: ReleaseReport): readonly string[] {
  const uploaded = assets.filter((asset) => asset.uploaded).length
  const files =
    wouldUpload === undefined
      ? `${count(uploaded, 'file')} uploaded, ${assets.length - uploaded} were there and are right`
      : `${count(wouldUpload.length, 'file')} would be uploaded`
  return [`- Release ${markdownCode(tag)}, ${draft ? 'a draft' : 'published'}: ${files}. ${markdownLink(url, url)}`]
}

/** What joins this run with the audit log of AWS. */
function auditFacts(
  ids: readonly string[],
  sessionName: string | undefined,
  { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, GITHUB_RUN_ATTEMPT }: NodeJS.ProcessEnv,
): readonly string[] {
  const run = `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}`
  const shown = ids.slice(0, shownRequests).map(markdownCode).join(', ')
  const more = ids.length > shownRequests ? ` and ${ids.length - shownRequests} more, in the output \`results\`` : ''
  return [
    ...(GITHUB_RUN_ID ? [`- Run ${markdownLink(run, `${run}/attempts/${GITHUB_RUN_ATTEMPT ?? 1}`)}`] : []),
    ...(sessionName === undefined ? [] : [`- Role session ${markdownCode(sessionName)}, as in CloudTrail`]),
    ...(ids.length === 0 ? [] : [`- AWS KMS requests, as in CloudTrail: ${shown}${more}`]),
  ]
}

const shownRequests = 20
