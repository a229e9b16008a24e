import { spawnSync } from 'node:child_process'
import { createHash, X509Certificate } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sceneFiles as files, type Scene } from './scene.ts'

export interface Verdict {
  readonly accepted: boolean
  /** One short line; empty where it accepts. */
  readonly message: string
}

export type Condition = 'as signed' | 'artifact changed' | 'statement changed'

/** A tool that nobody here wrote. */
export interface Judge {
  readonly name: string
  isThere(): boolean
  /** What it must refuse. */
  readonly twins: readonly Condition[]
  verify(scene: Scene, condition: Condition): Verdict
}

interface Run {
  readonly program: string
  readonly args: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

function run(folder: string, { program, args, env }: Run) {
  const result = spawnSync(program, [...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, HOME: folder, ...env },
  })
  if (result.error !== undefined) throw result.error
  return { status: result.status, output: `${result.stdout}${result.stderr}` }
}

const starts = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, [...args], { stdio: 'ignore' }).error === undefined

interface JudgeOptions {
  readonly name: string
  readonly isThere: () => boolean
  readonly twins: readonly Condition[]
  readonly command: (scene: Scene, condition: Condition) => Run
  /** The line that tells why it refuses. */
  readonly reason: RegExp
}

const judge = ({ command, reason, ...rest }: JudgeOptions): Judge => ({
  ...rest,
  verify(scene, condition) {
    const { status, output } = run(scene.folder, command(scene, condition))
    if (status === 0) return { accepted: true, message: '' }
    const message = reason.exec(output)?.[1] ?? ''
    return { accepted: false, message: message.trim().slice(0, 80) }
  },
})

const contentOf = (condition: Condition) => (condition === 'artifact changed' ? files.tampered : files.artifact)

const opensslArgs = (condition: Condition, purpose: string) => [
  ...['cms', '-verify', '-binary', '-inform', 'DER', '-in', files.cms, '-content', contentOf(condition), '-out', 'out'],
  ...['-cades', '-CAfile', files.root, '-no-CApath', '-no-CAstore', '-purpose', purpose],
]

const opensslReason = /error:[0-9A-F]+:[^:]*:[^:]*:([^:]+)/

const bundleOf = (condition: Condition, form: 'chain' | 'leaf') => {
  if (form === 'chain') return condition === 'statement changed' ? files.tamperedAttestation : files.attestation
  return condition === 'statement changed' ? files.tamperedLeafAttestation : files.leafAttestation
}

const interop = import.meta.dirname

/** In the order of the table's columns. */
export const judges: readonly Judge[] = [
  judge({
    name: 'OpenSSL 3.0 (CMS)',
    isThere: () => /^OpenSSL 3\.0\./.test(spawnSync('openssl', ['version'], { encoding: 'utf8' }).stdout ?? ''),
    twins: ['artifact changed'],
    command: (_, condition) => ({ program: 'openssl', args: opensslArgs(condition, 'any') }),
    reason: opensslReason,
  }),
  judge({
    name: 'OpenSSL 3.5 (CMS)',
    isThere: () => starts('openssl-3.5', 'version'),
    twins: ['artifact changed'],
    command: (_, condition) => ({ program: 'openssl-3.5', args: opensslArgs(condition, 'codesign') }),
    reason: opensslReason,
  }),
  judge({
    name: 'BouncyCastle 1.82 (CMS)',
    isThere: () => starts('bouncycastle', '--version'),
    twins: ['artifact changed'],
    command: (_, condition) => ({
      program: 'bouncycastle',
      args: [join(interop, 'CmsVerify.java'), files.cms, contentOf(condition), files.root],
    }),
    reason: /^(?!Note:)(.+)$/m,
  }),
  judge({
    name: 'gpgsm 2.2 (CMS)',
    isThere: () => starts('gpgsm', '--version'),
    twins: ['artifact changed'],
    command: (scene, condition) => ({
      program: 'gpgsm',
      args: ['--batch', '--disable-crl-checks', '--assume-binary', '--verify', files.cms, contentOf(condition)],
      env: { GNUPGHOME: gnupgHome(scene.folder) },
    }),
    reason: /^gpgsm: ((?:invalid|no |error|unsupported|can't|failed).*)$/m,
  }),
  judge({
    name: 'certtool 3.7 (CMS)',
    isThere: () => starts('certtool', '--version'),
    twins: ['artifact changed'],
    command: (_, condition) => ({
      program: 'certtool',
      args: [
        '--p7-verify',
        '--load-ca-certificate',
        files.root,
        '--inder',
        '--infile',
        files.cms,
        '--load-data',
        contentOf(condition),
      ],
    }),
    reason: /(?:verification failed: |[Ee]rror: )(.*)/,
  }),
  judge({
    name: 'cosign 3.1.3 (attestation)',
    isThere: () => starts('cosign', 'version'),
    twins: ['artifact changed', 'statement changed'],
    command: ({ identity }, condition) => ({
      program: 'cosign',
      args: [
        ...['verify-blob-attestation', '--bundle', bundleOf(condition, 'chain'), '--allow-certificate-chain'],
        ...['--trusted-root', files.trustedRoot, '--use-signed-timestamps'],
        ...['--insecure-ignore-tlog', '--insecure-ignore-sct'],
        ...['--certificate-identity', identity, '--certificate-oidc-issuer-regexp', '.*'],
        ...['--type', 'https://in-toto.io/attestation/release/v0.2', contentOf(condition)],
      ],
    }),
    reason: /Error: (.*)/,
  }),
  judge({
    name: 'sigstore-go 1.2.2 (attestation, leaf)',
    isThere: () => starts('sigstore-go-verification'),
    twins: ['artifact changed', 'statement changed'],
    command: ({ identity }, condition) => ({
      program: 'sigstore-go-verification',
      args: [
        ...['-artifact', contentOf(condition), '-trustedrootJSONpath', files.trustedRoot],
        ...['-expectedSAN', identity, '-expectedIssuerRegex', '.*', '-requireTlog=false', '-requireCTlog=false'],
        bundleOf(condition, 'leaf'),
      ],
    }),
    reason: /^(?!Failed to verify signature with default verifier)(.+)$/m,
  }),
  judge({
    name: '@sigstore/verify 4.1.0 (attestation, leaf)',
    isThere: () => starts('sigstore-js', join(interop, 'sigstore-verify.mjs')),
    // It never looks at the artifact.
    twins: ['statement changed'],
    command: ({ identity }, condition) => ({
      program: 'sigstore-js',
      args: [join(interop, 'sigstore-verify.mjs'), bundleOf(condition, 'leaf'), files.trustedRoot, identity],
    }),
    reason: /^(.+)$/m,
  }),
]

/** A keyring that trusts the root and nothing else. */
function gnupgHome(folder: string): string {
  const home = join(folder, 'gnupg')
  mkdirSync(home, { mode: 0o700, recursive: true })
  const root = new X509Certificate(readFileSync(join(folder, files.root)))
  writeFileSync(
    join(home, 'trustlist.txt'),
    `${createHash('sha1').update(root.raw).digest('hex').toUpperCase()} S relax\n`,
  )
  run(folder, { program: 'gpgsm', args: ['--batch', '--quiet', '--import', files.root], env: { GNUPGHOME: home } })
  return home
}
