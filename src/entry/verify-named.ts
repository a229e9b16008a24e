import { tmpdir } from 'node:os'
import { basename } from 'node:path'
import { namedDownloadFolder, temporaryDownloadFolder } from '../adapters/files/download-folder.ts'
import { ReleaseSigningError } from '../core/error.ts'
import type { VerifyPorts } from '../release/verify/verify-ports.ts'
import type { VerifyReport } from '../release/verify/verify-report.ts'
import type { VerifyRequest } from '../release/verify/verify-request.ts'
import { verifyRelease } from '../release/verify-release.ts'
import { findArtifactsOrDigests, splitDigests } from './artifacts-or-digests.ts'
import type { ReleaseSource } from './fetch-release.ts'
import type { OptionValues } from './option.ts'
import { missing } from './read-values.ts'
import type { VerifyOption } from './verify-options.ts'

export interface VerificationOptions {
  /** Names, patterns and digests. */
  readonly patterns: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** For the release that is fetched from. Null: none; undefined: the one in the environment for that server, if any. */
  readonly token: string | null | undefined
  /** Where files of a release go when no folder is named; undefined: they go when the run is over. */
  readonly keepIn: string | undefined
  /** Takes what people should know while nothing moves. */
  readonly notice: (text: string) => void
  readonly ports: VerifyPorts
}

export interface Verification {
  readonly report: VerifyReport
  /** Patterns that matched nothing while others did. */
  readonly unmatched: readonly string[]
  /** Where files of a release were left; undefined where none were. */
  readonly directory: string | undefined
}

/**
 * Verifies what is named: on this machine, or, where a release is named to fetch from, there. Only then is anything
 * loaded that can open a connection. Files that were fetched stay when all of them verify, and only where they are
 * wanted.
 *
 * @throws ReleaseSigningError as `findArtifactsOrDigests`, `fetchRelease` and `verifyRelease` do
 */
export async function verifyNamed(
  values: OptionValues<VerifyOption>,
  request: VerifyRequest,
  options: VerificationOptions,
): Promise<Verification> {
  const source = readReleaseSource(values)
  if (source !== undefined) return verifyFetched(source, values.text('download-directory'), request, options)
  const { patterns, ports } = options
  const { paths, named, digests, unmatched } = findArtifactsOrDigests(patterns, request.checksums !== undefined)
  const report = await verifyRelease({ ...request, artifacts: paths, named, digests }, ports)
  return { report, unmatched, directory: undefined }
}

/**
 * The release to fetch from; undefined where none is named.
 *
 * @throws ReleaseSigningError `input-missing`, `usage`
 */
export function readReleaseSource(values: OptionValues<VerifyOption>): ReleaseSource | undefined {
  const [repository, tag] = [values.text('from-repository'), values.text('from-release-tag')]
  if (repository === undefined && tag === undefined) {
    if (values.text('download-directory') === undefined) return undefined
    throw missing(values.label('from-repository'), 'Name the release to download from, or leave the folder out.')
  }
  if (repository === undefined) throw missing(values.label('from-repository'))
  if (tag === undefined) throw missing(values.label('from-release-tag'))
  for (const [name, from, value] of [
    ['repository', 'from-repository', repository],
    ['tag', 'from-release-tag', tag],
  ] as const) {
    const given = values.text(name)
    const isSame = name === 'tag' ? given === value : given?.toLowerCase() === value.toLowerCase()
    if (given === undefined || isSame) continue
    throw new ReleaseSigningError('usage', `${values.label(name)} and ${values.label(from)} differ`, {
      hint: `What is fetched must be of the release that it is fetched from: leave ${values.label(name)} out.`,
    })
  }
  if (values.text('sidecar-directory') !== undefined) {
    throw new ReleaseSigningError('usage', `${values.label('sidecar-directory')} and a release to fetch from`, {
      hint: 'The sidecars come from the release.',
    })
  }
  return { repository, tag }
}

async function verifyFetched(
  source: ReleaseSource,
  named: string | undefined,
  request: VerifyRequest,
  { patterns, environment, token, keepIn, notice, ports }: VerificationOptions,
): Promise<Verification> {
  const { digests, others } = splitDigests(patterns)
  const folder = named === undefined ? temporaryDownloadFolder(keepIn ?? tmpdir()) : namedDownloadFolder(named)
  let isKept = false
  try {
    const { fetchReleaseFiles } = await import('./fetch-release.ts')
    const { artifacts, attestations, certificates, unmatched } = await fetchReleaseFiles(source, {
      patterns: patterns.length === 0 ? ['*'] : others,
      kinds: request.require,
      directory: folder.path,
      environment,
      token,
      progress: ports.progress,
      notice,
    })
    const report = await verifyRelease(
      {
        ...request,
        artifacts,
        named: artifacts.filter((path) => others.includes(basename(path))),
        digests,
        attestations: [...request.attestations, ...attestations],
      },
      ports,
    )
    isKept = report.verified && (named !== undefined || keepIn !== undefined)
    if (isKept) folder.keepOnly([...judgedPaths(report), ...certificates])
    return { report, unmatched, directory: isKept ? folder.path : undefined }
  } finally {
    if (!isKept) folder.discard()
  }
}

/** Files that a verdict is about, and what speaks for them: others of the release are whatever somebody put there. */
const judgedPaths = ({ artifacts }: VerifyReport): readonly string[] =>
  artifacts.flatMap(({ path, sidecars }) => [path, ...sidecars.map((sidecar) => sidecar.path)])
