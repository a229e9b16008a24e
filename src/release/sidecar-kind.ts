import { basename, dirname, join } from 'node:path'

/** What a run can put beside its artifacts; also what `sidecars` and `require` take. */
export type SidecarKind = 'cms' | 'attestation'

/** The closed table of kinds: how the name of each ends, and whether there is one for each artifact or for the release. */
export const sidecarKinds: Readonly<
  Record<SidecarKind, { readonly suffix: string; readonly per: 'artifact' | 'release' }>
> = {
  cms: { suffix: '.p7s', per: 'artifact' },
  attestation: { suffix: '.release.sigstore.json', per: 'release' },
}

/** What other tools call a sidecar of theirs. */
export const foreignSuffix = '.sigstore.json'

/**
 * Where the sidecar of an artifact lies.
 *
 * @param directory undefined: beside the artifact
 */
export const sidecarPath = (artifact: string, kind: SidecarKind, directory: string | undefined): string =>
  join(directory ?? dirname(artifact), basename(artifact) + sidecarKinds[kind].suffix)
