import { dirname } from 'node:path'
import { shellFile, shellWord } from '../entry/escape.ts'
import type { SignedArtifact, SignReport, UnseenArtifact } from '../release/sign-report.ts'
import type { SignRequest } from '../release/sign-request.ts'

export type ReleaseNames = Pick<SignRequest, 'repository' | 'tag' | 'outputDirectory'>

/** What others paste into a shell to verify the first artifact, as lines. */
export function verifyCommands(
  { artifacts, unseen, attestation, signer }: SignReport,
  names: ReleaseNames,
): readonly string[] {
  const [artifact] = [...artifacts, ...unseen.map(withoutSidecars)]
  if (artifact === undefined) return []
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
  else if (attestation !== undefined && dirname(attestation) !== dirname(artifact.path)) {
    options.push(`--attestation=${attestation}`)
  }
  const lines = [
    '# With this program; root.pem is the root certificate, from a source you trust',
    `npx kms-release-signing verify --root-certificate root.pem ${options.map(shellWord).join(' ')} \\`,
    `  -- ${shellWord(artifact.path)}`,
  ]
  const cms = artifact.sidecars.find((path) => path.endsWith('.p7s'))
  if (cms === undefined) return lines
  return [
    ...lines,
    '',
    "# With OpenSSL alone, which does not compare the signer's name",
    `openssl cms -verify -cades -binary -inform DER -in ${shellFile(cms)} -content ${shellFile(artifact.path)} \\`,
    '  -CAfile root.pem -no-CApath -no-CAstore -purpose any -out /dev/null',
  ]
}

/** Whoever has the file has it under its own name. */
const withoutSidecars = ({ name }: UnseenArtifact): Pick<SignedArtifact, 'path' | 'sidecars'> => ({
  path: name,
  sidecars: [],
})
