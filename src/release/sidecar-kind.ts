import { basename, dirname, join } from 'node:path'
import { ReleaseSigningError } from '../core/error.ts'

/** What a run can put beside its artifacts; also what `sidecars` and `require` take. */
export type SidecarKind = 'cms' | 'attestation' | RawKind

/** Signatures over the artifact's own bytes: made when asked for, believed when required, and never else. */
export type RawKind = 'signature' | 'message-bundle'

/** The closed table of kinds: how the name of each ends, and whether there is one for each artifact or for the release. */
export const sidecarKinds: Readonly<
  Record<SidecarKind, { readonly suffix: string; readonly per: 'artifact' | 'release' }>
> = {
  cms: { suffix: '.p7s', per: 'artifact' },
  attestation: { suffix: '.release.sigstore.json', per: 'release' },
  signature: { suffix: '.sig', per: 'artifact' },
  'message-bundle': { suffix: '.sigstore.json', per: 'artifact' },
}

/** How the file ends that holds the certificates for raw kinds, which carry none. */
export const certificatesSuffix = '.certificates.pem'

export const rawKinds: readonly RawKind[] = ['signature', 'message-bundle']

/** The raw kinds among these. */
export const rawKindsIn = (kinds: readonly SidecarKind[]): readonly RawKind[] =>
  rawKinds.filter((kind) => kinds.includes(kind))

/** What other tools call a sidecar of theirs. */
export const foreignSuffix = '.sigstore.json'

/**
 * Where the sidecar of an artifact lies.
 *
 * @param directory undefined: beside the artifact
 */
export const sidecarPath = (artifact: string, kind: SidecarKind, directory: string | undefined): string =>
  join(directory ?? dirname(artifact), basename(artifact) + sidecarKinds[kind].suffix)

/** The artifact that a file by the name of a sidecar would be of; undefined for one of a release, and for any other name. */
export function artifactOfSidecar(path: string): string | undefined {
  if (path.endsWith(sidecarKinds.attestation.suffix)) return undefined
  const suffixes = Object.values(sidecarKinds).map(({ suffix }) => suffix)
  const suffix = suffixes.find((one) => path.endsWith(one))
  return suffix === undefined ? undefined : path.slice(0, -suffix.length)
}

/**
 * The kinds to make: those asked for, else `cms`, and `attestation` where repository and tag are known. What is known by
 * digest alone is signed as an attestation, and so is all that is signed with it.
 *
 * @param unseen how many artifacts of the run are no files at hand
 * @throws ReleaseSigningError `usage`
 */
export function kindsToMake(
  request: {
    readonly sidecars: readonly SidecarKind[] | undefined
    readonly repository: string | undefined
    readonly tag: string | undefined
  },
  unseen: number,
): readonly SidecarKind[] {
  const { sidecars, repository, tag } = request
  if (sidecars?.length === 0) throw new ReleaseSigningError('usage', 'no kind of sidecar is asked for')
  if (unseen > 0) {
    const other = sidecars?.find((kind) => kind !== 'attestation')
    if (other === undefined) return ['attestation']
    throw new ReleaseSigningError(
      'usage',
      `${other} is asked for, and ${unseen} of the checksums are of no file here`,
      {
        hint: 'Digests alone are signed as an attestation: ask for sidecars attestation, or name their files as artifacts.',
      },
    )
  }
  const ofRelease = repository !== undefined && tag !== undefined
  return sidecars ?? (ofRelease ? ['cms', 'attestation'] : ['cms'])
}
