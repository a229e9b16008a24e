import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAuthority, crlPem, generalName, type LeafOptions } from '../../dev/pki.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { createLocalSigner, signRequest } from './release.ts'

export const signerIdentity = 'https://example.org/release'

/**
 * A folder as a consumer has it: artifacts with their `.p7s`, `root.pem`, `chain.pem`, and the CRLs `root.crl` and
 * `ca.crl`. Signed now by a local key under a chain of three.
 */
export async function signedRelease(
  folder: string,
  artifacts: Readonly<Record<string, string>> = { 'app.tar.gz': 'an archive\n', 'app.zip': 'another\n' },
  leafOptions: LeafOptions = {},
) {
  const root = createAuthority({ subject: 'Example Root' })
  const ca = root.issueAuthority({ subject: 'Example Issuing CA' })
  const leaf = ca.issue({
    subject: { O: 'Example', CN: 'Release' },
    san: [generalName.uri(signerIdentity)],
    ...leafOptions,
  })
  const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
  for (const [name, content] of Object.entries(artifacts)) write(name, content)
  write('root.pem', leaf.rootPem)
  write('chain.pem', leaf.chainPem)
  const clock = () => new Date()
  const dates = { thisUpdate: new Date(Date.now() - 60_000), nextUpdate: new Date(Date.now() + 3_600_000) }
  write('root.crl', crlPem(root.crl(dates)))
  write('ca.crl', crlPem(ca.crl(dates)))
  const paths = Object.keys(artifacts).map((name) => join(folder, name))
  await signRelease(signRequest(leaf, paths), {
    files: createFiles({ clock }),
    clock,
    signer: createLocalSigner(leaf.key),
  })
  return { root, ca, leaf }
}
