import { basename } from 'node:path'
import { markdownCode } from '../entry/escape.ts'
import type { DownloadedAsset } from '../release/host/release-assets.ts'
import type { SignReport } from '../release/sign/sign-report.ts'

/** Every file that came from a release, line by line, for the log. */
export const fetchedText = (fetched: readonly DownloadedAsset[]): readonly string[] =>
  fetched.map(
    ({ asset: { name, uploader, updatedAt }, sha256 }) =>
      `from the release: ${name}, sha256 ${sha256}, uploaded by ${uploader ?? 'somebody'} at ${updatedAt.toISOString()}`,
  )

/** The same as paragraphs of the summary. All of them: whoever approved the run compares them with what was meant. */
export function fetchedFacts(fetched: readonly DownloadedAsset[]): readonly string[] {
  if (fetched.length === 0) return []
  const lines = fetched.map(({ asset: { name, uploader, updatedAt }, sha256 }) =>
    [
      `- ${markdownCode(name)}: sha256 ${markdownCode(sha256)}`,
      `uploaded by ${uploader === undefined ? 'somebody' : markdownCode(uploader)} at ${updatedAt.toISOString()}`,
    ].join(', '),
  )
  return ['Fetched from the release:', lines.join('\n')]
}

/** As whoever downloads the release has it: its files in one folder, under their own names. */
export const asDownloaded = (report: SignReport): SignReport => ({
  ...report,
  artifacts: report.artifacts.map(({ path, sidecars, ...rest }) => ({
    ...rest,
    path: basename(path),
    sidecars: sidecars.map((sidecar) => basename(sidecar)),
  })),
  ...(report.attestation === undefined ? {} : { attestation: basename(report.attestation) }),
})
