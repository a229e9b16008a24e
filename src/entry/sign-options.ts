import type { NamesOf, OptionRow } from './option.ts'

/** The options of `sign`. */
export const signOptions = [
  {
    group: 'What is signed besides the artifacts named',
    name: 'checksums-file',
    value: 'FILE',
    help: 'Digests to sign, as sha256sum or sha512sum print them, of files that need not be here: they are signed unseen, as an attestation. A file that is here as well must have the digest. The JSON list of a runner ($GITHUB_ARTIFACTS_LIST) is taken, too.',
  },
  {
    group: 'Key and certificates',
    name: 'kms-key-id',
    value: 'KEY',
    help: 'The AWS KMS key that signs: id, ARN, alias/NAME, alias ARN or awskms:///…',
  },
  {
    name: 'certificate-chain',
    value: 'FILE',
    help: 'The signing certificate of that key and the intermediates to the root, in any order. The root itself may be in it and is left out of what is written.',
  },
  {
    name: 'root-certificate',
    value: 'FILE',
    repeatable: true,
    help: 'The root that verifiers pin. With it, everything is verified against it before it is written.',
  },
  {
    name: 'signing-algorithm',
    value: 'ALGORITHM',
    help: "AWS KMS's name of the algorithm, such as RSASSA_PSS_SHA_256. Default: derived from the key.",
  },
  {
    group: 'AWS',
    name: 'aws-region',
    value: 'REGION',
    help: "The key's Region. Default: the one in its ARN, else the environment's.",
  },
  { name: 'use-fips-endpoint', help: 'Talk to the FIPS endpoints of AWS.' },
  {
    group: 'What is written',
    name: 'sidecars',
    value: 'KINDS',
    help: 'cms (ARTIFACT.p7s beside every artifact), attestation (one file for the whole release), or both with a comma. Default: cms, and the attestation where repository and tag are known. On request also signature (ARTIFACT.sig) and message-bundle (ARTIFACT.sigstore.json), which count only where they are required.',
  },
  {
    name: 'output-directory',
    value: 'DIR',
    help: 'Where sidecars are written. Default: beside each artifact.',
  },
  { name: 'dry-run', help: 'Check everything, the permission to sign included; sign and write nothing.' },
  {
    group: 'Release, as the attestation states it',
    name: 'repository',
    value: 'OWNER/NAME',
    help: 'The repository that is released.',
  },
  { name: 'repository-id', value: 'NUMBER', help: "The repository's number at GitHub, which outlives a renaming." },
  { name: 'tag', value: 'TAG', help: 'The tag that is released.' },
  {
    name: 'attestation-certificates',
    value: 'chain|leaf',
    help: 'Certificates in the attestation: the chain (default), or the leaf alone, as cosign before 3.1.3 wants it.',
  },
  {
    name: 'trusted-root',
    value: 'FILE',
    help: "Also write a trusted root here, for cosign's --trusted-root: the pinned root, the intermediates and the time-stamp server's chain.",
  },
  {
    group: 'Release on GitHub; the token is taken from GH_TOKEN or GITHUB_TOKEN',
    name: 'upload',
    help: 'Upload the sidecars to the release of the tag, a draft as a rule. Everything that could stop it is looked for before anything is signed.',
  },
  { name: 'release-tag', value: 'TAG', help: 'Names the release. Default: the tag.' },
  {
    name: 'upload-artifacts',
    help: 'Upload the artifacts as well. One that is there with the same digest is left.',
  },
  {
    name: 'overwrite',
    help: 'Replace files on the release that differ. Without it they are refused; sidecars of ours on a draft are always replaced.',
  },
  {
    name: 'publish',
    help: 'Publish the draft, once every file on it has been read back and is right.',
  },
  { name: 'prerelease', help: 'Publish it as a prerelease.' },
  {
    name: 'make-latest',
    value: 'true|false|legacy',
    help: "Whether it becomes the repository's latest release. Default: as GitHub does.",
  },
  {
    group: 'Time stamps',
    name: 'timestamp-authority-url',
    value: 'URL',
    repeatable: true,
    help: 'A time-stamp server (RFC 3161); several are tried in turn. With a stamp, signatures outlive the certificate.',
  },
  {
    name: 'timestamp-root-certificate',
    value: 'FILE',
    repeatable: true,
    help: 'The root of the time-stamp server, which every stamp must reach.',
  },
  {
    name: 'timestamp',
    value: 'required|optional',
    help: 'Whether signing fails when no server gives a stamp. Default: required.',
  },
  {
    name: 'unsafe-unpinned-timestamp',
    help: 'Take stamps without a time-stamp root. Whoever sits on the line can then choose the time.',
  },
] as const satisfies readonly OptionRow[]

export type SignOption = NamesOf<typeof signOptions>
