import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll } from '@jest/globals'
import type { Leaf, TestKey } from '../../dev/pki.ts'
import { signDigest } from '../../dev/sign-digest.ts'
import { createFiles } from '../../src/adapters/files/files.ts'
import type { KeySpec, SignatureAlgorithm } from '../../src/core/algorithm.ts'
import { utf8 } from '../../src/core/bytes.ts'
import type { NamedBytes } from '../../src/release/named-bytes.ts'
import type { Signer, SignPorts } from '../../src/release/ports.ts'
import type { SignRequest } from '../../src/release/sign/sign-request.ts'
import type { VerifyPorts } from '../../src/release/verify/verify-ports.ts'
import type { VerifyRequest } from '../../src/release/verify/verify-request.ts'

/** When the tests' runs take place. */
export const now = new Date('2026-11-20T12:00:00Z')

export const named = (name: string, pem: string | Uint8Array): NamedBytes => ({
  name,
  bytes: typeof pem === 'string' ? utf8(pem) : pem,
})

/** A folder of its own for a test file, with files by relative path; removed after the tests. */
export function createWorkspace(): {
  readonly path: (name: string) => string
  readonly write: (files: Readonly<Record<string, string | Uint8Array>>) => readonly string[]
} {
  const root = mkdtempSync(join(tmpdir(), 'release-test-'))
  afterAll(() => rmSync(root, { recursive: true }))
  let count = 0
  let current = root
  const path = (name: string) => join(current, name)
  return {
    path,
    /** Begins a fresh folder. */
    write(files) {
      current = join(root, String(count++))
      mkdirSync(current)
      return Object.entries(files).map(([name, content]) => {
        mkdirSync(dirname(path(name)), { recursive: true })
        writeFileSync(path(name), content)
        return path(name)
      })
    },
  }
}

export interface LocalSigner extends Signer {
  /** What was signed. */
  readonly messages: readonly Uint8Array[]
  readonly probes: readonly SignatureAlgorithm[]
}

/** A signer that holds its key, and counts. */
export function createLocalSigner(key: TestKey, overrides: Partial<Signer> = {}): LocalSigner {
  const messages: Uint8Array[] = []
  const probes: SignatureAlgorithm[] = []
  return {
    messages,
    probes,
    describe: async () => ({ keyId: 'test-key', spec: key.spec as KeySpec, publicKey: key.publicKey }),
    probe: async (algorithm) => {
      probes.push(algorithm)
    },
    sign: async (algorithm, message) => {
      messages.push(message)
      return { signature: key.sign(algorithm.name, message), requestId: `request-${messages.length}` }
    },
    signDigest: async (algorithm, digest) => {
      messages.push(digest)
      return { signature: signDigest(key.privateKey, algorithm, digest), requestId: `request-${messages.length}` }
    },
    ...overrides,
  }
}

const clock = () => now
const files = createFiles({ clock })

export const verifyPorts: VerifyPorts = { files, clock }

export const signPorts = (signer: Signer, overrides: Partial<SignPorts> = {}): SignPorts => ({
  files,
  clock,
  signer,
  ...overrides,
})

export function signRequest(
  leaf: Leaf,
  artifacts: readonly string[],
  overrides: Partial<SignRequest> = {},
): SignRequest {
  return {
    artifacts,
    certificateChain: named('chain.pem', leaf.chainPem),
    rootCertificates: [named('root.pem', leaf.rootPem)],
    signingAlgorithm: undefined,
    sidecars: ['cms'],
    outputDirectory: undefined,
    timestamp: { urls: [], rootCertificates: [], unsafeUnpinned: false, required: true },
    repository: undefined,
    repositoryId: undefined,
    tag: undefined,
    attestationCertificates: 'chain',
    expiryWarningDays: 30,
    crossCheck: 'none',
    dryRun: false,
    ...overrides,
  }
}

export function verifyRequest(
  rootPem: string,
  artifacts: readonly string[],
  overrides: Partial<VerifyRequest> = {},
): VerifyRequest {
  return {
    artifacts,
    rootCertificates: [named('root.pem', rootPem)],
    identity: { kind: 'dedicated-root' },
    intermediates: [],
    timestampRootCertificates: [],
    requireTimestamp: false,
    require: [],
    repository: undefined,
    repositoryId: undefined,
    tag: undefined,
    complete: false,
    attestations: [],
    sidecarDirectory: undefined,
    crls: [],
    crlScope: 'path',
    deniedSerials: [],
    at: undefined,
    ...overrides,
  }
}
