import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createFiles } from '../../src/adapters/files/files.ts'
import { createTimestampAuthority } from '../../src/adapters/timestamp/timestamp-authority.ts'
import type { KeySpec } from '../../src/core/algorithm.ts'
import { utf8 } from '../../src/core/bytes.ts'
import { ReleaseSigningError } from '../../src/core/error.ts'
import { signRelease } from '../../src/release/sign-release.ts'
import { createAuthority, generalName, generateKey } from '../pki.ts'
import { signDigest } from '../sign-digest.ts'
import { startTimestampAuthority } from '../timestamp-authority.ts'

/** A folder with one signed artifact, by names that never change. */
export interface Scene {
  readonly folder: string
  readonly identity: string
}

export const sceneFiles = {
  artifact: 'artifact.bin',
  tampered: 'tampered.bin',
  cms: 'artifact.bin.p7s',
  /** With the chain. */
  attestation: 'chain.sigstore.json',
  tamperedAttestation: 'chain-tampered.sigstore.json',
  /** With the leaf alone. */
  leafAttestation: 'leaf.sigstore.json',
  tamperedLeafAttestation: 'leaf-tampered.sigstore.json',
  trustedRoot: 'trusted_root.json',
  root: 'root.pem',
} as const

const identity = 'https://example.com/release'

/** Signs, stamps and tampers, with a key of this spec under this algorithm. */
export async function createScene(
  folder: string,
  { spec, algorithm }: { readonly spec: KeySpec; readonly algorithm: string },
): Promise<Scene> {
  const root = createAuthority({ subject: 'Interoperability Root' })
  const leaf = root
    .issueAuthority({ subject: 'Interoperability CA' })
    .issue({ key: generateKey(spec), subject: 'Interoperability', san: [generalName.uri(identity)] })
  const path = (name: keyof typeof sceneFiles) => join(folder, sceneFiles[name])
  await writeFile(path('artifact'), 'an artifact\n')
  await writeFile(path('tampered'), 'an artifact that was changed\n')
  await writeFile(path('root'), root.rootPem)
  const clock = () => new Date()
  const files = createFiles({ clock })
  const tsaRoot = createAuthority({ subject: { O: 'Interoperability', CN: 'TSA Root' } })
  const tsa = await startTimestampAuthority({
    authority: tsaRoot.issueAuthority({ subject: { O: 'Interoperability', CN: 'TSA CA' } }),
  })
  const sign = (attestationCertificates: 'chain' | 'leaf') =>
    signRelease(
      {
        artifacts: [path('artifact')],
        certificateChain: { name: 'chain', bytes: utf8(leaf.chainPem) },
        rootCertificates: [{ name: 'root', bytes: utf8(root.rootPem) }],
        signingAlgorithm: algorithm,
        sidecars: ['cms', 'attestation'],
        outputDirectory: undefined,
        timestamp: {
          urls: [tsa.url],
          rootCertificates: [{ name: 'time-stamp root', bytes: utf8(tsaRoot.rootPem) }],
          unsafeUnpinned: false,
          required: true,
        },
        repository: 'example/interoperability',
        repositoryId: undefined,
        tag: 'v1',
        attestationCertificates,
        trustedRoot: path('trustedRoot'),
        expiryWarningDays: 0,
        crossCheck: 'none',
        dryRun: false,
      },
      {
        files,
        clock,
        timestampAuthority: (urls, trust) => createTimestampAuthority({ urls, trust }),
        signer: {
          describe: async () => ({ keyId: 'interoperability', spec, publicKey: leaf.key.publicKey }),
          probe: async () => {},
          sign: async ({ name }, message) => ({ signature: leaf.key.sign(name, message), requestId: undefined }),
          signDigest: async (row, digest) => ({
            signature: signDigest(leaf.key.privateKey, row, digest),
            requestId: undefined,
          }),
        },
      },
    )
  const keep = async (form: 'chain' | 'leaf', name: keyof typeof sceneFiles, twin: keyof typeof sceneFiles) => {
    const { attestation } = await sign(form)
    if (attestation === undefined) throw new ReleaseSigningError('internal', 'no attestation was made')
    const bytes = await files.read(attestation, 1 << 20)
    await writeFile(path(name), bytes)
    await writeFile(path(twin), tamper(bytes))
  }
  try {
    await keep('chain', 'attestation', 'tamperedAttestation')
    await keep('leaf', 'leafAttestation', 'tamperedLeafAttestation')
  } finally {
    await tsa.close()
  }
  return { folder, identity }
}

/** Another tag in the statement, under the old signature. */
function tamper(attestation: Uint8Array): string {
  const bundle: { dsseEnvelope: { payload: string } } = JSON.parse(new TextDecoder().decode(attestation))
  const payload = Buffer.from(bundle.dsseEnvelope.payload, 'base64').toString('utf8').replace('@v1', '@v2')
  bundle.dsseEnvelope.payload = Buffer.from(payload).toString('base64')
  return JSON.stringify(bundle)
}
