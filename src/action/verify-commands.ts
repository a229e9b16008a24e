import { dirname } from 'node:path'
import { shellFile, shellWord } from '../entry/escape.ts'
import type { SignReport } from '../release/sign-report.ts'
import type { SignRequest } from '../release/sign-request.ts'

export type ReleaseNames = Pick<
  SignRequest,
  'repository' | 'tag' | 'outputDirectory' | 'trustedRoot' | 'attestationCertificates' | 'timestamp'
>

/** What others paste into a shell to verify the first artifact, as lines. */
export function verifyCommands(report: SignReport, names: ReleaseNames): readonly string[] {
  const [artifact] = report.artifacts
  if (artifact === undefined) return []
  const cms = artifact.sidecars.find((path) => path.endsWith('.p7s'))
  return [
    ...ownCommand(report, artifact.path, names),
    ...(cms === undefined ? [] : ['', ...opensslCommand(report, artifact.path, cms)]),
    ...cosignCommands(report, artifact.path, names),
  ]
}

function ownCommand(report: SignReport, artifact: string, names: ReleaseNames): readonly string[] {
  const { attestation, signer } = report
  const [identity] = signer.identities
  const options: string[] = [
    identity === undefined ? `--certificate-subject=${signer.subject}` : `--certificate-identity=${identity}`,
  ]
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
    `# With this program; root.pem is the root certificate, from a source you trust${isLeafAlone ? ', chain.pem the intermediates' : ''}`,
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
function cosignCommands(report: SignReport, artifact: string, names: ReleaseNames): readonly string[] {
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
    `--bundle=${attestation}`,
    `--trusted-root=${trustedRoot ?? 'trusted-root.json'}`,
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
