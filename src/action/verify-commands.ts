import { basename, dirname } from 'node:path'
import { githubAssetName } from '../core/artifact-name.ts'
import { shellFile, shellWord } from '../entry/escape.ts'
import type { SignedArtifact, SignReport, UnseenArtifact } from '../release/sign/sign-report.ts'
import type { SignRequest } from '../release/sign/sign-request.ts'

export type ReleaseNames = Pick<
  SignRequest,
  'repository' | 'tag' | 'outputDirectory' | 'trustedRoot' | 'attestationCertificates' | 'timestamp'
>

/**
 * What others paste into a shell to verify, as lines: the published release, where it has the artifacts, else the first
 * artifact where it lies. OpenSSL and cosign are given the first artifact.
 */
export function verifyCommands(report: SignReport, names: ReleaseNames): readonly string[] {
  const [artifact] = [...report.artifacts, ...report.unseen.map(withoutSidecars)]
  if (artifact === undefined) return []
  const download = downloadOf(report, names)
  const { place, names: there } = download ?? { place: (path: string) => path, names }
  const cms = artifact.sidecars.find((path) => path.endsWith('.p7s'))
  return [
    ...(download === undefined
      ? ownCommand(report, artifact.path, names)
      : releaseCommand(report, download.directory, names)),
    ...(cms === undefined ? [] : ['', ...opensslCommand(report, place(artifact.path), place(cms))]),
    ...cosignCommands(report, place(artifact.path), there, place),
  ]
}

/** Whoever has the file has it under its own name. */
const withoutSidecars = ({ name }: UnseenArtifact): Pick<SignedArtifact, 'path' | 'sidecars'> => ({
  path: name,
  sidecars: [],
})

/** Where a file lies, for who pastes a command. */
type Place = (path: string) => string

interface Download {
  readonly directory: string
  readonly place: Place
  /** Without a trusted root, which stays with the run. */
  readonly names: ReleaseNames
}

/** Where the release's files are left; undefined where it is not published, or has not all that is wanted. */
function downloadOf({ release, attestation, artifacts }: SignReport, names: ReleaseNames): Download | undefined {
  if (release === undefined || release.draft || attestation === undefined) return undefined
  const there = new Set(release.assets.map(({ name }) => name))
  const nameOf = (path: string) => githubAssetName(basename(path))
  const wanted = [attestation, ...artifacts.flatMap(({ path, sidecars }) => [path, ...sidecars])]
  if (!wanted.every((path) => there.has(nameOf(path)))) return undefined
  const directory = basename(attestation).replace(/\.release\.sigstore\.json$/, '')
  return {
    directory,
    place: (path) => `${directory}/${nameOf(path)}`,
    names: { ...names, trustedRoot: undefined },
  }
}

const rootComment = 'root.pem is the root certificate, from a source you trust'

const signerOption = ({ signer }: SignReport): string => {
  const [identity] = signer.identities
  return identity === undefined ? `--certificate-subject=${signer.subject}` : `--certificate-identity=${identity}`
}

function releaseCommand(report: SignReport, directory: string, names: ReleaseNames): readonly string[] {
  const isLeafAlone = lacksIntermediates(report, names)
  const options = [
    signerOption(report),
    `--from-repository=${names.repository}`,
    `--from-release-tag=${names.tag}`,
    ...(isLeafAlone ? ['--intermediates=chain.pem'] : []),
    `--download-directory=${directory}`,
  ]
  return [
    `# With this program, the whole release as people get it; ${rootComment}${isLeafAlone ? chainComment : ''}`,
    `npx kms-release-signing verify --root-certificate root.pem ${options.map(shellWord).join(' ')}`,
  ]
}

const chainComment = ', chain.pem the intermediates'

function ownCommand(report: SignReport, artifact: string, names: ReleaseNames): readonly string[] {
  const { attestation } = report
  const options: string[] = [signerOption(report)]
  if (attestation !== undefined) {
    if (names.repository !== undefined) options.push(`--repository=${names.repository}`)
    if (names.tag !== undefined) options.push(`--tag=${names.tag}`)
  }
  if (names.outputDirectory !== undefined) options.push(`--sidecar-directory=${names.outputDirectory}`)
  // Beside the artifact it is found; with artifacts in several folders it lies further up.
  else if (attestation !== undefined && dirname(attestation) !== dirname(artifact)) {
    options.push(`--attestation=${attestation}`)
  }
  const isLeafAlone = attestation !== undefined && lacksIntermediates(report, names)
  if (isLeafAlone) options.push('--intermediates=chain.pem')
  return [
    `# With this program; ${rootComment}${isLeafAlone ? chainComment : ''}`,
    `npx kms-release-signing verify --root-certificate root.pem ${options.map(shellWord).join(' ')} \\`,
    `  -- ${shellWord(artifact)}`,
  ]
}

/** The attestation has the leaf alone, and something stands between it and the root. */
const lacksIntermediates = ({ intermediates }: SignReport, { attestationCertificates }: ReleaseNames): boolean =>
  attestationCertificates === 'leaf' && intermediates > 0

const opensslCommand = ({ algorithm }: SignReport, artifact: string, sidecar: string): readonly string[] => [
  `# With OpenSSL${/^(ED25519|ML_DSA)/.test(algorithm) ? ' 3.5 or later' : ''} alone, which does not compare the signer's name`,
  `openssl cms -verify -cades -binary -inform DER -in ${shellFile(sidecar)} -content ${shellFile(artifact)} \\`,
  '  -CAfile root.pem -no-CApath -no-CAstore -purpose any -out /dev/null',
]

/** What cosign 3.1.3 verifies, as docs/interoperability.md has measured. */
const cosignAlgorithms: readonly string[] = [
  'RSASSA_PKCS1_V1_5_SHA_256',
  'ECDSA_SHA_256',
  'ECDSA_SHA_384',
  'ECDSA_SHA_512',
  'ED25519_SHA_512',
]

/** None where cosign would refuse: for the algorithm, the curve, a signer without a URI or an email address. */
function cosignCommands(report: SignReport, artifact: string, names: ReleaseNames, place: Place): readonly string[] {
  const { attestation, algorithm, keySpec, signer } = report
  const identity = signer.identities.find((name) => /[:@]/.test(name))
  const isKnown = cosignAlgorithms.includes(algorithm) && keySpec !== 'ECC_SECG_P256K1'
  if (attestation === undefined || identity === undefined || !isKnown) return []
  const { trustedRoot, attestationCertificates, timestamp } = names
  const isLeafAlone = attestationCertificates === 'leaf'
  // A trusted root of root.pem alone would not do.
  if (lacksIntermediates(report, names) && trustedRoot === undefined) return []
  const isStamped = trustedRoot !== undefined && timestamp.rootCertificates.length > 0 && timestamp.required
  const create =
    "cosign trusted-root create --fulcio 'url=https://example.com,certificate-chain=root.pem' --out trusted-root.json"
  const options = [
    `--bundle=${place(attestation)}`,
    `--trusted-root=${trustedRoot === undefined ? 'trusted-root.json' : place(trustedRoot)}`,
    ...(isLeafAlone ? [] : ['--allow-certificate-chain']),
    ...(isStamped ? ['--use-signed-timestamps'] : []),
    '--insecure-ignore-tlog',
    '--insecure-ignore-sct',
    `--certificate-identity=${identity}`,
    '--certificate-oidc-issuer-regexp=.*',
    '--type=https://in-toto.io/attestation/release/v0.2',
  ]
  return [
    '',
    trustedRoot === undefined
      ? '# With cosign 3.1.3 or later, which compares digests and not names'
      : `# With cosign${isLeafAlone ? '' : ' 3.1.3 or later'}, which compares digests and not names; see that the root in the trusted root is yours`,
    ...(trustedRoot === undefined ? [create] : []),
    `cosign verify-blob-attestation ${options.map(shellWord).join(' ')} \\`,
    `  ${shellFile(artifact)}`,
  ]
}
