import type { Hash, HashName } from '../../core/algorithm.ts'
import { cmsSidecar } from '../../core/cms/sidecar.ts'
import { parseSignedData } from '../../core/cms/signed-data.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import { limits } from '../../core/limits.ts'
import type { Sidecar } from '../../core/sidecar.ts'
import type { Files, NamedDigests } from '../ports.ts'
import { foreignSuffix, type SidecarKind, sidecarKinds, sidecarPath } from '../sidecar-kind.ts'

/** A sidecar of one artifact that lies where ours do, read and parsed as far as that is possible without the artifact. */
export interface FoundSidecar {
  readonly path: string
  readonly kind: SidecarKind
  /** The hash that the artifact's digest is needed of; undefined where the sidecar cannot be read. */
  readonly hash: HashName | undefined
  /** @throws ReleaseSigningError why it cannot be read */
  readonly read: (artifact: NamedDigests) => Sidecar
}

export interface FoundSidecars {
  readonly sidecars: readonly FoundSidecar[]
  /** Other tools' sidecars of this artifact, which are not looked into. */
  readonly foreign: readonly string[]
}

/** @param directory where sidecars lie; undefined: beside the artifact */
export async function findSidecars(
  artifact: string,
  directory: string | undefined,
  files: Files,
): Promise<FoundSidecars> {
  const path = sidecarPath(artifact, 'cms', directory)
  const cms = await readCms(path, files)
  const other = artifact + foreignSuffix
  const isForeign = !other.endsWith(sidecarKinds.attestation.suffix) && (await files.exists(other))
  return { sidecars: cms === undefined ? [] : [cms], foreign: isForeign ? [other] : [] }
}

async function readCms(path: string, files: Files): Promise<FoundSidecar | undefined> {
  try {
    const bytes = await files.readIfThere(path, limits.cmsBytes)
    if (bytes === undefined) return undefined
    const signedData = parseSignedData(bytes)
    const read = (artifact: NamedDigests) => cmsSidecar(signedData, (hash) => digestOf(artifact, hash))
    return { path, kind: 'cms', hash: signedData.algorithm.hash.name, read }
  } catch (error) {
    if (!(error instanceof ReleaseSigningError)) throw error
    const read = () => {
      throw error
    }
    return { path, kind: 'cms', hash: undefined, read }
  }
}

/** The digest of an artifact under a hash that it was asked for. */
export function digestOf({ path, digests }: NamedDigests, hash: Hash): Uint8Array {
  const digest = digests[hash.name]
  if (digest === undefined) throw new ReleaseSigningError('internal', `${path} was not digested with ${hash.name}`)
  return digest
}
