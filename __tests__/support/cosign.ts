import { spawnSync } from 'node:child_process'
import { testIf } from './judges.ts'

const found = spawnSync('cosign', ['version']).status === 0

/**
 * `test` where cosign is on the machine; else skipped, or a failure where KMS_RELEASE_SIGNING_REQUIRE=all asks for every
 * judge.
 */
export const testWithCosign = testIf(found, 'there is no cosign in PATH; .ci/install-judges installs it')

/** Runs cosign in this folder, where no configuration of the user's is found. */
export function cosign(folder: string, ...args: readonly string[]) {
  const env = { ...process.env, HOME: folder, TUF_ROOT: folder, COSIGN_EXPERIMENTAL: '' }
  const { status, stdout, stderr, error } = spawnSync('cosign', [...args], { cwd: folder, env, encoding: 'utf8' })
  if (error !== undefined) throw error
  return { status, output: stdout + stderr }
}

/** The command of docs/verify-without-us.md for an attestation. */
export const verifyAttestation = (
  attestation: string,
  artifact: string,
  identity: string,
  ...more: readonly string[]
) => [
  'verify-blob-attestation',
  '--bundle',
  attestation,
  '--trusted-root',
  'trusted_root.json',
  '--use-signed-timestamps',
  '--insecure-ignore-tlog',
  '--insecure-ignore-sct',
  '--certificate-identity',
  identity,
  '--certificate-oidc-issuer-regexp',
  '.*',
  '--type',
  'https://in-toto.io/attestation/release/v0.2',
  ...more,
  artifact,
]
