import { basename, dirname, isAbsolute, join, normalize, resolve } from 'node:path'
import { type Digests, hashes } from '../../core/algorithm.ts'
import { equalBytes } from '../../core/bytes.ts'
import { checkAgreement, type ListedArtifact } from '../../core/checksums.ts'
import { ReleaseSigningError } from '../../core/error.ts'
import type { Files } from '../ports.ts'
import { readChecksumList } from '../read-checksums.ts'
import type { GivenDigests } from './digests-in-place.ts'
import type { VerifyRequest } from './verify-request.ts'

/**
 * Reads the digests that a request gives, and looks for their files. One that is there is read and must agree: nobody
 * is told that a file is verified when only a list was.
 *
 * @throws ReleaseSigningError `checksums-invalid`, `json-invalid`; `checksums-mismatch` where two digests of one file differ
 */
export async function readGivenDigests(request: VerifyRequest, files: Files): Promise<GivenDigests> {
  const expected = new Map<string, Place>()
  const alone = new Map<string, Place>()
  const list = request.checksums === undefined ? undefined : readChecksumList(request.checksums)
  const given = [
    ...(request.digests ?? []).map((artifact) => ({ artifact, place: normalize(artifact.path), candidates: [] })),
    ...(list?.artifacts ?? []).map((artifact) => {
      const { directory = '.' } = list ?? {}
      const candidates = candidatesFor(artifact, directory, request.artifacts)
      return { artifact, place: join(directory, artifact.name), candidates }
    }),
  ]
  for (const { artifact, place, candidates } of given) {
    const there: string[] = []
    for (const path of new Set([place, ...candidates])) if (await files.exists(path)) there.push(path)
    for (const path of there) add(expected, path, artifact.digests)
    if (there.length === 0) add(alone, place, artifact.digests)
  }
  return {
    paths: [...expected.values(), ...alone.values()].map(({ path }) => path),
    alone: (path) => alone.get(resolve(path))?.digests,
    expected: (path) => expected.get(resolve(path))?.digests,
    check: (path, digests) => checkAgreement(path, digests, expected.get(resolve(path))?.digests ?? {}),
    warnings: list?.warnings ?? [],
  }
}

interface Place {
  readonly path: string
  readonly digests: Digests
}

/**
 * Where else files of a name may be: as `sha256sum --check` would look from here and from where the list lies, and among
 * those that were named.
 */
function candidatesFor(
  { path, morePaths = [], name }: ListedArtifact,
  directory: string,
  artifacts: readonly string[],
): readonly string[] {
  const inFolders = [path, ...morePaths].filter((one) => dirname(one) !== '.')
  return [
    ...inFolders.map((one) => normalize(one)),
    ...inFolders.filter((one) => !isAbsolute(one)).map((one) => join(directory, one)),
    ...artifacts.filter((artifact) => basename(artifact) === name),
  ]
}

function add(places: Map<string, Place>, path: string, digests: Digests): void {
  const known = places.get(resolve(path))?.digests ?? {}
  for (const { name: hash } of hashes) {
    const [one, other] = [known[hash], digests[hash]]
    if (one === undefined || other === undefined || equalBytes(one, other)) continue
    throw new ReleaseSigningError('checksums-mismatch', `${path}: two different digests by ${hash} are given for it`)
  }
  places.set(resolve(path), { path, digests: { ...known, ...digests } })
}
