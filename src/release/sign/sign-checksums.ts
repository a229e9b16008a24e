import { basename, join } from 'node:path'
import type { Digests } from '../../core/algorithm.ts'
import { checkAgreement } from '../../core/checksums.ts'
import type { NamedBytes } from '../named-bytes.ts'
import type { NamedDigests } from '../ports.ts'
import { readChecksumList } from '../read-checksums.ts'
import { sidecarKinds } from '../sidecar-kind.ts'

/** What a list of checksums means to a run with these files. */
export interface Checksums {
  /** Of no file at hand. They lie, as far as sidecars go, where the list does. */
  readonly unseen: readonly NamedDigests[]
  /** Of files at hand, by their paths. */
  readonly listed: ReadonlyMap<string, Digests>
  /** Names of our own sidecars in the list. */
  readonly passedOver: readonly string[]
  readonly warnings: readonly string[]
}

/**
 * Reads a list, and tells what of it is at hand: the file whose base name is the one listed.
 *
 * @throws ReleaseSigningError `checksums-invalid`, `json-invalid`
 */
export function checksumsFor(list: NamedBytes, files: readonly string[]): Checksums {
  const { artifacts, directory, warnings } = readChecksumList(list)
  const byName = Map.groupBy(files, (path) => basename(path))
  const names = new Set([...artifacts.map(({ name }) => name), ...byName.keys()])
  const ours = artifacts.filter(({ name }) => isSidecar(name, names) && !byName.has(name))
  const unseen = artifacts.filter((artifact) => !byName.has(artifact.name) && !ours.includes(artifact))
  return {
    unseen: unseen.map(({ name, digests }) => ({ path: join(directory, name), digests })),
    listed: new Map(
      artifacts.flatMap(({ name, digests }) => (byName.get(name) ?? []).map((path) => [path, digests] as const)),
    ),
    passedOver: ours.map(({ name }) => name),
    warnings,
  }
}

/** As for files: an attestation by its name, a CMS by that of its artifact. */
const isSidecar = (name: string, names: ReadonlySet<string>): boolean =>
  name.endsWith(sidecarKinds.attestation.suffix) ||
  (name.endsWith(sidecarKinds.cms.suffix) && names.has(name.slice(0, -sidecarKinds.cms.suffix.length)))

/**
 * Holds files to what the list says of them.
 *
 * @throws ReleaseSigningError `checksums-mismatch`
 */
export function checkListed(files: readonly NamedDigests[], listed: ReadonlyMap<string, Digests>): void {
  for (const { path, digests } of files) checkAgreement(path, digests, listed.get(path) ?? {})
}
