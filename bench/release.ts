import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createAuthority, generalName, type Leaf } from '../dev/pki.ts'
import { algorithmByName } from '../src/core/algorithm.ts'
import { createCmsEncoder } from '../src/core/cms/encode.ts'
import { digest } from '../src/core/crypto.ts'
import { parseDer } from '../src/core/der/reader.ts'

export const identity = 'https://example.com/release-signing'

/** A root, an intermediate and a code-signing leaf, beside `chain.pem` and `root.pem` in the folder. */
export async function writeChain(folder: string, publicKey?: Uint8Array): Promise<Leaf> {
  const san = [generalName.uri(identity)]
  const leaf = createAuthority()
    .issueAuthority()
    .issue(publicKey === undefined ? { san } : { san, publicKey })
  await writeFile(join(folder, 'chain.pem'), leaf.chainPem)
  await writeFile(join(folder, 'root.pem'), leaf.rootPem)
  return leaf
}

/** Small files that differ: `release/artifact-00000.bin` and on. @returns their paths in the folder */
export async function writeArtifacts(folder: string, count: number): Promise<readonly string[]> {
  await mkdir(join(folder, 'release'), { recursive: true })
  const paths = Array.from({ length: count }, (_, i) => join('release', `artifact-${String(i).padStart(5, '0')}.bin`))
  for (const path of paths) await writeFile(join(folder, path), contentOf(path))
  return paths
}

const contentOf = (path: string): string => `${path}\n`.repeat(40)

/** Sidecars for what `writeArtifacts` wrote, made here with the leaf's own key. */
export async function signArtifacts(folder: string, paths: readonly string[], leaf: Leaf): Promise<void> {
  const algorithm = algorithmByName('ECDSA_SHA_256')
  const signer = {
    der: leaf.certificate,
    issuer: { der: issuerOf(leaf.certificate) },
    serial: leaf.serial,
  }
  const encoder = createCmsEncoder({ algorithm, signer, intermediates: leaf.chain.slice(1) })
  for (const path of paths) {
    const attributes = encoder.signedAttributes(digest('sha256', Buffer.from(contentOf(path))), new Date())
    const sidecar = encoder.signedData(attributes, leaf.key.sign('ECDSA_SHA_256', attributes))
    await writeFile(join(folder, `${path}.p7s`), sidecar)
  }
}

/** The issuer field: after version, serial number and signature algorithm. */
function issuerOf(certificate: Uint8Array): Uint8Array {
  const issuer = parseDer(certificate, 'certificate').children[0]?.children[3]
  if (issuer === undefined) throw new Error('a certificate without issuer')
  return issuer.bytes
}

export const verifyArguments = (...artifacts: readonly string[]): readonly string[] => [
  ...['verify', '--root-certificate', 'root.pem', '--certificate-identity', identity],
  ...artifacts,
]
