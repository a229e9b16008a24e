/** What a run can put beside its artifacts; also what `sidecars` and `require` take. */
export type SidecarKind = 'cms' | 'attestation'

export interface SidecarKindRow {
  readonly kind: SidecarKind
  /** How its file name ends. */
  readonly suffix: string
  /** One file for each artifact, or one for the whole release. */
  readonly per: 'artifact' | 'release'
}

/** The closed table of kinds. */
export const sidecarKinds: readonly SidecarKindRow[] = [
  { kind: 'cms', suffix: '.p7s', per: 'artifact' },
  { kind: 'attestation', suffix: '.release.sigstore.json', per: 'release' },
]
