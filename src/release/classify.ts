import type { Files } from './ports.ts'
import {
  certificatesSuffix,
  foreignSuffix,
  type RawKind,
  rawKindsIn,
  type SidecarKind,
  sidecarKinds,
} from './sidecar-kind.ts'

/** What a path that a run was given is, by its name and by what lies beside it. */
export type PathClass =
  | 'artifact'
  /** A sidecar of ours: an attestation, or a CMS whose artifact is on disk. */
  | 'sidecar'
  /** A CMS without its artifact. */
  | 'orphan'
  /** Another tool's sidecar of an artifact that is on disk. */
  | 'foreign'

export type ClassifiedPaths = Readonly<Record<PathClass, readonly string[]>>

/**
 * A path that is given twice counts once.
 *
 * @param kinds that the run makes or requires: raw ones are sidecars of ours only where they are among them
 */
export async function classifyPaths(
  paths: readonly string[],
  files: Pick<Files, 'exists'>,
  kinds: readonly SidecarKind[] = [],
): Promise<ClassifiedPaths> {
  const found: Record<PathClass, string[]> = { artifact: [], sidecar: [], orphan: [], foreign: [] }
  for (const path of new Set(paths)) found[await classOf(path, files, rawKindsIn(kinds))].push(path)
  return found
}

async function classOf(path: string, files: Pick<Files, 'exists'>, raw: readonly RawKind[]): Promise<PathClass> {
  const { cms, attestation } = sidecarKinds
  if (path.endsWith(attestation.suffix)) return 'sidecar'
  if (path.endsWith(cms.suffix)) {
    return (await files.exists(path.slice(0, -cms.suffix.length))) ? 'sidecar' : 'orphan'
  }
  if (raw.length > 0 && path.endsWith(certificatesSuffix)) return 'sidecar'
  for (const kind of raw) {
    const { suffix } = sidecarKinds[kind]
    if (path.endsWith(suffix) && (await files.exists(path.slice(0, -suffix.length)))) return 'sidecar'
  }
  const isForeign =
    path.endsWith(foreignSuffix) &&
    (await files.exists(path.slice(0, -foreignSuffix.length))) &&
    // One that we signed is an artifact like any other.
    !(await files.exists(path + cms.suffix))
  return isForeign ? 'foreign' : 'artifact'
}
